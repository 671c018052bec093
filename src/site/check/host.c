/* SPDX-License-Identifier: MIT */
#include "site/check/host.h"

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <errno.h>

/* What is measured, as its unit is told where there is too much of it, and where all fits. */
enum measure { FILES, BYTES, FILE_BYTES, FOLDER_FILES, NAME_CHARS, FAT_ENTRIES, MEASURES };

static const struct {
    const char *too_much, *fits;
    bool always; /* told of every host */
} measures[MEASURES] = {
    [FILES] = {"files", "files", true},
    [BYTES] = {"bytes in all", "bytes in all", true},
    [FILE_BYTES] = {"bytes", "bytes in the largest file", false},
    [FOLDER_FILES] = {"files in one folder", "files in the fullest folder", false},
    [NAME_CHARS] = {"characters of a name", "characters in the longest name", false},
    /* of which a name takes several */
    [FAT_ENTRIES] = {"entries that their names take in one folder",
                     "entries that the names of the fullest folder take", false},
};

struct host {
    const char *name, *called;
    uint64_t most[MEASURES]; /* 0: as much as there is */
    bool folds_case;         /* a.html and A.html are one file */
    const char *forbidden;   /* in names */
    const char *instead;     /* what to do where there is too much */
};

#define KILO UINT64_C(1000)
#define KIBI UINT64_C(1024)

/* As their makers say, in November 2026: docs.github.com, GitHub Pages limits;
   developers.cloudflare. com, Pages, Limits; docs.netlify.com, Site deploys overview. Of a stick,
   Microsoft's FAT: General Overview of On-Disk Format, 1.03; of a disc, its Joliet Specification,
   1995. */
static const struct host hosts[] = {
    {
        .name = "github",
        .called = "GitHub Pages",
        .most = {[BYTES] = KILO * KILO * KILO, [FILE_BYTES] = 100 * KIBI * KIBI},
        .instead = "publish it elsewhere, or the years as sites of their own",
    },
    {
        .name = "cloudflare",
        .called = "Cloudflare Pages (free)",
        .most = {[FILES] = 20 * KILO, [FILE_BYTES] = 25 * KIBI * KIBI},
        .instead = "a paid plan takes 100000 files; or raise per_page in content/site.yaml, which "
                   "makes fewer pages of lists; or publish the years as sites of their own",
    },
    {
        .name = "netlify",
        .called = "Netlify",
        .most = {[FOLDER_FILES] = 54 * KILO},
        .instead = "publish it elsewhere, or the years as sites of their own",
    },
    {
        .name = "fat32",
        .called = "a FAT32 stick",
        .most =
            {[FILE_BYTES] = 4 * KIBI * KIBI * KIBI - 1, [NAME_CHARS] = 255, [FAT_ENTRIES] = 65534},
        .folds_case = true,
        .forbidden = "\"*:<>?|\\",
        .instead = "format the stick as exFAT, which every computer of the last fifteen years "
                   "reads; or put a zip of the site on it",
    },
    {
        .name = "iso9660",
        .called = "a disc (ISO 9660 with Joliet)",
        .most = {[FILE_BYTES] = 4 * KIBI * KIBI * KIBI - 1, [NAME_CHARS] = 64},
        .folds_case = true,
        .forbidden = "*:;?\\",
        .instead = "burn it as UDF",
    },
};

enum { HOSTS = sizeof hosts / sizeof *hosts };

const char host_names[] = "github, cloudflare, netlify, fat32, iso9660";

const struct host *host_find(struct str name)
{
    for (size_t i = 0; i < HOSTS; i++)
        if (str_eq(name, str_of(hosts[i].name)))
            return &hosts[i];
    return NULL;
}

/* What is counted of one folder. */
struct folder {
    struct str path;
    uint64_t files, fat_entries;
};

struct checking {
    struct arena *scratch;
    const struct host *host;
    struct str dir;
    struct diags *diags;
    uint64_t most[MEASURES]; /* that there was of it in one place */
    struct map folders;      /* path → struct folder */
    struct map named;        /* paths of files and folders whose names were looked at */
    struct map folded;       /* path in small letters → the path, a struct str */
};

/* Where PATH of the site is; empty: all of it. */
static struct place place_of(const struct checking *checking, struct str path)
{
    struct arena *keep = checking->diags->keep;
    return (struct place){.file = path.len ? path_join(keep, checking->dir, path)
                                           : str_dup(keep, checking->dir)};
}

/* Takes note of what there IS of something, and tells where that is more than the host takes. */
static void limit(struct checking *checking, struct str path, enum measure what, uint64_t is)
{
    uint64_t most = checking->host->most[what];
    if (is > checking->most[what])
        checking->most[what] = is;
    if (most && is > most)
        diag_add(checking->diags, D_HOST, place_of(checking, path),
                 "%llu %s are more than the %llu that %s takes", (unsigned long long)is,
                 measures[what].too_much, (unsigned long long)most, checking->host->called);
}

/* Entries of a FAT folder that a name takes: one by itself, and one for every 13 characters of the
   long name that everything but 8.3 in capitals has. */
static uint64_t fat_entries(uint64_t chars)
{
    enum { CHARS_AN_ENTRY = 13 };
    return 1 + (chars + CHARS_AN_ENTRY - 1) / CHARS_AN_ENTRY;
}

static struct folder *folder_of(struct checking *checking, struct str path)
{
    size_t base = path.len - path_base(path).len;
    struct str above = str_slice(path, 0, base > 0 ? base - 1 : 0);
    void **slot = map_at(checking->scratch, &checking->folders, above);
    if (!*slot) {
        struct folder *folder = ARENA_NEW(checking->scratch, struct folder);
        folder->path = above;
        *slot = folder;
    }
    return *slot;
}

static void check_case(struct checking *checking, struct str path)
{
    char *small = arena_array(checking->scratch, path.len + 1, 1);
    for (size_t i = 0; i < path.len; i++)
        small[i] = (char)(path.ptr[i] >= 'A' && path.ptr[i] <= 'Z' ? path.ptr[i] + 'a' - 'A'
                                                                   : path.ptr[i]);
    void **slot = map_at(checking->scratch, &checking->folded, (struct str){small, path.len});
    const struct str *other = *slot;
    if (other)
        diag_add(checking->diags, D_HOST, place_of(checking, path),
                 "%s has no room for it beside %.*s, which differs in capitals alone",
                 checking->host->called, STR_FMT(*other));
    struct str *own = ARENA_NEW(checking->scratch, struct str);
    *own = path;
    *slot = own;
}

/* A file's name, or that of a folder that it lies in; PATH ends with it. */
static void check_name(struct checking *checking, struct str path, struct str name)
{
    const struct host *host = checking->host;
    limit(checking, path, NAME_CHARS, utf8_count(name));
    for (const char *c = host->forbidden; c && *c; c++)
        if (memchr(name.ptr, *c, name.len))
            diag_add(checking->diags, D_HOST, place_of(checking, path),
                     "%s takes no '%c' in a name", host->called, *c);
    char last = name.len ? name.ptr[name.len - 1] : 'x';
    if (host->most[FAT_ENTRIES] && (last == '.' || last == ' '))
        diag_add(checking->diags, D_HOST, place_of(checking, path),
                 "%s takes no '%c' at the end of a name", host->called, last);
    for (size_t i = 0; host->forbidden && i < name.len; i++)
        if ((unsigned char)name.ptr[i] < 0x20) {
            diag_add(checking->diags, D_HOST, place_of(checking, path),
                     "%s takes no control character in a name", host->called);
            break;
        }
}

/* Those of the folders that are looked at for the first time, and the file's own. */
static void check_names(struct checking *checking, struct str path)
{
    for (size_t at = 0, end; at < path.len; at = end + 1) {
        size_t slash = str_find(path, STR("/"), at);
        end = slash == SIZE_MAX ? path.len : slash;
        struct str so_far = str_slice(path, 0, end);
        void **slot = map_at(checking->scratch, &checking->named, so_far);
        if (!*slot)
            check_name(checking, so_far, str_slice(path, at, end));
        *slot = checking;
    }
}

static void check_file(struct checking *checking, const struct found *file)
{
    const struct host *host = checking->host;
    struct str name = path_base(file->path);
    struct folder *folder = folder_of(checking, file->path);
    folder->files++;
    folder->fat_entries += fat_entries(utf8_count(name));
    limit(checking, file->path, FILE_BYTES, file->size);
    check_names(checking, file->path);
    if (host->folds_case)
        check_case(checking, file->path);
}

static void check_folders(struct checking *checking, const struct found_list *files)
{
    struct str before = STR_NONE;
    for (size_t i = 0; i < files->len; i++) {
        const struct folder *folder = folder_of(checking, files->at[i].path);
        if (i > 0 && str_eq(folder->path, before))
            continue;
        before = folder->path;
        limit(checking, folder->path, FOLDER_FILES, folder->files);
        limit(checking, folder->path, FAT_ENTRIES, folder->fat_entries);
    }
}

/* What was measured, and against what. */
static void tell_fit(const struct checking *checking)
{
    const struct host *host = checking->host;
    struct buf all = {0};
    for (size_t i = 0; i < MEASURES; i++) {
        if (!host->most[i] && !measures[i].always)
            continue;
        buf_fmt(&all, "%s%llu ", all.len ? ", " : "", (unsigned long long)checking->most[i]);
        if (host->most[i])
            buf_fmt(&all, "of %llu ", (unsigned long long)host->most[i]);
        buf_str(&all, str_of(measures[i].fits));
    }
    diag_add(checking->diags, D_HOST_FITS, place_of(checking, STR_NONE), "fits %s: %.*s",
             host->called, STR_FMT(buf_view(&all)));
    buf_clear(&all);
}

void host_check(struct str dir, const struct host *host, struct diags *diags)
{
    struct arena scratch = {0};
    struct found_list files = {0};
    struct checking checking = {.scratch = &scratch, .host = host, .dir = dir, .diags = diags};
    size_t before = diags->len;
    uint64_t bytes = 0;
    if (!dir_walk_hidden(&scratch, dir, &files)) {
        diag_add(diags, D_HOST, (struct place){.file = dir},
                 "the built site cannot be read (%s): build it first", strerror(errno));
        arena_clear(&scratch);
        return;
    }
    for (size_t i = 0; i < files.len; i++) {
        check_file(&checking, &files.at[i]);
        bytes += files.at[i].size;
    }
    check_folders(&checking, &files);
    limit(&checking, STR_NONE, FILES, files.len);
    limit(&checking, STR_NONE, BYTES, bytes);
    if (diags->len == before)
        tell_fit(&checking);
    else
        diag_add(diags, D_HOST, (struct place){.file = dir}, "so it does not fit %s: %s",
                 host->called, host->instead);
    arena_clear(&scratch);
}
