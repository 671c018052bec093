/* SPDX-License-Identifier: MIT */
#include "page_cache.h"

#include "base/file.h"
#include "base/file_at.h"
#include "base/map.h"
#include "program.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER ".xianbao/pages"

/* A file: this mark, the key of what the record was made of, the hash of the record, the record.
   Numbers have the lowest byte first. */
#define MARK "xianbao page 1\n"
enum { NUMBER_BYTES = 8, HEAD_BYTES = sizeof MARK - 1 + 2 * NUMBER_BYTES };

/* A file's name: the hash of the page's path, two digits of it as a folder. */
#define NAME_FORMAT "%02x/%014" PRIx64
enum { NAME_BYTES = 2 + 1 + 14 + 1 };

struct page_cache {
    int fd; /* of the folder; -1: it cannot be used */
    enum page_cache_use use;
    struct str dir; /* path of the folder */
    const struct reference *reference;
    uint64_t program;
    struct arena keep;
};

struct page_cache *page_cache_open(struct str dir, const struct reference *reference,
                                   enum page_cache_use use)
{
    bool writes = use != PAGE_CACHE_READ;
    struct page_cache *cache = xcalloc(1, sizeof *cache);
    cache->use = use;
    cache->reference = reference;
    cache->program = program_hash();
    cache->dir = path_join(&cache->keep, dir, STR(FOLDER));
    cache->fd =
        cache->program && (!writes || dir_make(cache->dir))
            ? open(str_c(&cache->keep, cache->dir), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            : -1;
    return cache;
}

static void name_of(char name[NAME_BYTES], struct str path)
{
    uint64_t hash = str_hash(path);
    snprintf(name, NAME_BYTES, NAME_FORMAT, (unsigned)(hash >> 56),
             hash & UINT64_C(0xffffffffffffff));
}

static void put_number(struct buf *out, uint64_t number)
{
    for (size_t i = 0; i < NUMBER_BYTES; i++)
        buf_byte(out, (char)(number >> 8 * i & 0xff));
}

static uint64_t number_at(struct str bytes, size_t at)
{
    uint64_t number = 0;
    for (size_t i = 0; i < NUMBER_BYTES; i++)
        number |= (uint64_t)(unsigned char)bytes.ptr[at + i] << 8 * i;
    return number;
}

/* Of all that a record depends on. */
static uint64_t key_of(const struct page_cache *cache, struct str path,
                       const struct page_facts *publication, struct str bytes)
{
    static const struct page_facts nothing = {0};
    struct buf all = {0};
    put_number(&all, cache->program);
    put_number(&all, cache->reference->topics->hash);
    put_number(&all, path.len);
    buf_str(&all, path);
    page_facts_pack(&all, publication ? publication : &nothing);
    put_number(&all, bytes.len);
    buf_str(&all, bytes);
    uint64_t key = str_hash(buf_view(&all));
    buf_clear(&all);
    return key;
}

/* The record in FILE, if it is of KEY; empty: it is not, or is damaged. */
static struct str record_in(struct str file, uint64_t key)
{
    struct str mark = STR(MARK), record = str_slice(file, HEAD_BYTES, file.len);
    bool good = file.len > HEAD_BYTES && str_starts(file, mark) &&
                number_at(file, mark.len) == key &&
                number_at(file, mark.len + NUMBER_BYTES) == str_hash(record);
    return good ? record : STR_NONE;
}

struct page_record *page_cache_find(struct page_cache *cache, struct arena *keep, struct str path,
                                    const struct page_facts *publication, struct str bytes)
{
    char name[NAME_BYTES];
    name_of(name, path);
    int fd = cache->fd < 0 || cache->use == PAGE_CACHE_RENEW
                 ? -1
                 : openat(cache->fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    struct buf file = {0};
    struct page_record *found = NULL;
    struct str record = fd_read(fd, &file)
                            ? record_in(buf_view(&file), key_of(cache, path, publication, bytes))
                            : STR_NONE;
    if (record.len)
        found = page_record_unpack(keep, cache->reference, str_dup(keep, record),
                                   str_dup(keep, bytes), path);
    close(fd);
    buf_clear(&file);
    return found;
}

void page_cache_put(struct page_cache *cache, const struct page_record *record,
                    const struct page_facts *publication, struct str bytes)
{
    if (cache->fd < 0 || cache->use == PAGE_CACHE_READ)
        return;
    char name[NAME_BYTES];
    struct buf packed = {0}, file = {0};
    name_of(name, record->page.path);
    page_record_pack(&packed, record, bytes);
    buf_str(&file, STR(MARK));
    put_number(&file, key_of(cache, record->page.path, publication, bytes));
    put_number(&file, str_hash(buf_view(&packed)));
    buf_str(&file, buf_view(&packed));
    unlinkat(cache->fd, name, 0);
    if (!file_at_write(cache->fd, name, buf_view(&file)))
        unlinkat(cache->fd, name, 0); /* a full disk: it will be found out again */
    buf_clear(&packed);
    buf_clear(&file);
}

static void sweep(struct page_cache *cache, const struct strs *paths)
{
    struct arena *keep = &cache->keep;
    struct found_list files = {0};
    struct map wanted = {0};
    for (size_t i = 0; i < paths->len; i++) {
        char name[NAME_BYTES];
        name_of(name, paths->at[i]);
        *map_at(keep, &wanted, str_dup(keep, str_of(name))) = cache;
    }
    if (!dir_walk(keep, cache->dir, &files))
        return;
    for (size_t i = 0; i < files.len; i++)
        if (!map_get(&wanted, files.at[i].path))
            unlinkat(cache->fd, str_c(keep, files.at[i].path), 0);
}

void page_cache_close(struct page_cache *cache, const struct strs *paths)
{
    if (cache->fd >= 0 && cache->use != PAGE_CACHE_READ)
        sweep(cache, paths);
    if (cache->fd >= 0)
        close(cache->fd);
    arena_clear(&cache->keep);
    free(cache);
}
