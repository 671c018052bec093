/* SPDX-License-Identifier: MIT */
#include "site/publish/manifest.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NAME_MAX_BYTES = 100, HASH_DIGITS = 16 };

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

static bool is_name(struct str name)
{
    if (name.len == 0 || name.len > NAME_MAX_BYTES || name.ptr[0] == '.')
        return false;
    for (size_t i = 0; i < name.len; i++) {
        if (!is_name_byte(name.ptr[i]))
            return false;
    }
    return true;
}

bool manifest_path_ok(struct str path)
{
    if (path.len == 0 || path.ptr[path.len - 1] == '/')
        return false;
    while (path.len) {
        if (!is_name(str_cut(&path, '/')))
            return false;
    }
    return true;
}

struct manifest_file manifest_file(struct str path, struct str bytes)
{
    return (struct manifest_file){path, bytes.len, str_hash(bytes)};
}

/* DIGITS in BASE; false where there is none, another character, or too many. */
static bool read_number(struct str digits, unsigned base, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.ptr[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                                                : base;
        if (digit >= base || *number > (UINT64_MAX - digit) / base)
            return false;
        *number = *number * base + digit;
    }
    return digits.len > 0;
}

struct manifest manifest_read(struct arena *keep, struct str text)
{
    struct manifest manifest = {0};
    while (text.len) {
        struct manifest_file file;
        struct str line = str_cut(&text, '\n');
        struct str hash = str_cut(&line, ' ');
        struct str size = str_cut(&line, ' ');
        file.path = line;
        if (hash.len == HASH_DIGITS && read_number(hash, 16, &file.hash) &&
            read_number(size, 10, &file.size) && manifest_path_ok(file.path))
            vec_push(keep, &manifest, file);
    }
    return manifest;
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(((const struct manifest_file *)a)->path,
                   ((const struct manifest_file *)b)->path);
}

void manifest_write(struct buf *out, struct manifest *manifest)
{
    if (manifest->len)
        qsort(manifest->at, manifest->len, sizeof *manifest->at, by_path);
    for (size_t i = 0; i < manifest->len; i++) {
        const struct manifest_file *file = &manifest->at[i];
        buf_fmt(out, "%016" PRIx64 " %" PRIu64 " %.*s\n", file->hash, file->size,
                STR_FMT(file->path));
    }
}

static void index_path(struct arena *keep, struct manifest_index *index, struct str path,
                       struct manifest_file *file)
{
    *map_at(keep, &index->files, path) = file;
    for (size_t i = 0; i < path.len; i++) {
        if (path.ptr[i] == '/')
            *map_at(keep, &index->dirs, str_slice(path, 0, i)) = file;
    }
}

struct manifest_index manifest_index(struct arena *keep, const struct manifest *manifest)
{
    struct manifest_index index = {0};
    for (size_t i = 0; i < manifest->len; i++)
        index_path(keep, &index, manifest->at[i].path, &manifest->at[i]);
    if (manifest->len)
        index_path(keep, &index, STR(MANIFEST_PATH), &manifest->at[0]);
    return index;
}
