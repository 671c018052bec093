/* SPDX-License-Identifier: MIT */
#include "page_cache.h"

#include "base/file.h"
#include "base/map.h"
#include "kept.h"
#include "program.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER "pages"

/* A file's name: the hash of the page's path, two digits of it as a folder. */
#define NAME_FORMAT "%02x/%014" PRIx64
enum { NAME_BYTES = 2 + 1 + 14 + 1 };

struct page_cache {
    int fd; /* of the folder; -1: it cannot be used */
    enum page_cache_use use;
    struct str dir; /* the site's */
    const struct reference *reference;
    uint64_t program;
};

struct page_cache *page_cache_open(struct str dir, const struct reference *reference,
                                   enum page_cache_use use)
{
    struct page_cache *cache = xcalloc(1, sizeof *cache);
    uint64_t program = program_hash();
    *cache = (struct page_cache){
        .fd = program ? kept_open(dir, FOLDER, use != PAGE_CACHE_READ) : -1,
        .use = use,
        .dir = dir,
        .reference = reference,
        .program = program,
    };
    return cache;
}

static void name_of(char name[NAME_BYTES], struct str path)
{
    uint64_t hash = str_hash(path);
    snprintf(name, NAME_BYTES, NAME_FORMAT, (unsigned)(hash >> 56),
             hash & UINT64_C(0xffffffffffffff));
}

static void add_number(struct buf *out, uint64_t number)
{
    buf_add(out, &number, sizeof number);
}

/* Of all that a page's result depends on. */
static uint64_t key_of(const struct page_cache *cache, struct str path,
                       const struct page_facts *publication, struct str bytes)
{
    static const struct page_facts nothing = {0};
    struct buf all = {0};
    add_number(&all, cache->program);
    add_number(&all, cache->reference->topics->hash);
    add_number(&all, path.len);
    buf_str(&all, path);
    page_facts_pack(&all, publication ? publication : &nothing);
    add_number(&all, bytes.len);
    buf_str(&all, bytes);
    uint64_t key = str_hash(buf_view(&all));
    buf_clear(&all);
    return key;
}

bool page_cache_find(const struct page_cache *cache, struct arena *keep, struct str path,
                     const struct page_facts *publication, struct str bytes,
                     struct page_result *found)
{
    char name[NAME_BYTES];
    if (cache->fd < 0 || cache->use == PAGE_CACHE_RENEW)
        return false;
    name_of(name, path);
    struct str packed = kept_read(keep, cache->fd, name, key_of(cache, path, publication, bytes));
    return packed.len &&
           page_unpack(keep, cache->reference, packed, str_dup(keep, bytes), path, found);
}

void page_cache_put(const struct page_cache *cache, const struct page_result *result,
                    const struct page_facts *publication, struct str bytes)
{
    if (cache->fd < 0 || cache->use == PAGE_CACHE_READ)
        return;
    char name[NAME_BYTES];
    struct str path = result->page->path;
    struct buf packed = {0};
    name_of(name, path);
    page_pack(&packed, result, bytes);
    kept_write(cache->fd, name, key_of(cache, path, publication, bytes), buf_view(&packed));
    buf_clear(&packed);
}

static void sweep(const struct page_cache *cache, const struct strs *paths)
{
    struct arena scratch = {0};
    struct found_list files = {0};
    struct map wanted = {0};
    for (size_t i = 0; i < paths->len; i++) {
        char name[NAME_BYTES];
        name_of(name, paths->at[i]);
        *map_at(&scratch, &wanted, str_dup(&scratch, str_of(name))) = &files;
    }
    if (dir_walk(&scratch, path_join(&scratch, cache->dir, STR(".xianbao/" FOLDER)), &files))
        for (size_t i = 0; i < files.len; i++)
            if (!map_get(&wanted, files.at[i].path))
                unlinkat(cache->fd, str_c(&scratch, files.at[i].path), 0);
    arena_clear(&scratch);
}

void page_cache_close(struct page_cache *cache, const struct strs *paths)
{
    if (cache->fd >= 0 && cache->use != PAGE_CACHE_READ)
        sweep(cache, paths);
    if (cache->fd >= 0)
        close(cache->fd);
    free(cache);
}
