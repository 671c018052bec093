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

/* A file's name: the hash of the page's path. */
enum { NAME_BYTES = 16 + 1 };

struct page_cache {
    int fd; /* of the folder; -1: it cannot be used */
    enum page_cache_use use;
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
        .reference = reference,
        .program = program,
    };
    return cache;
}

static void name_of(char name[NAME_BYTES], struct str path)
{
    snprintf(name, NAME_BYTES, "%016" PRIx64, str_hash(path));
}

static void add_number(struct buf *out, uint64_t number)
{
    buf_add(out, &number, sizeof number);
}

uint64_t page_cache_key(const struct page_cache *cache, struct str path,
                        const struct page_facts *publication, struct str bytes)
{
    static const struct page_facts nothing = {0};
    struct buf all = {0};
    if (!cache->program)
        return 0;
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

bool page_cache_again(const struct page_cache *cache, struct arena *keep, struct str path,
                      uint64_t key, struct str bytes, struct page_result *found)
{
    char name[NAME_BYTES];
    if (cache->fd < 0)
        return false;
    name_of(name, path);
    struct str packed = kept_read(keep, cache->fd, name, key);
    return packed.len &&
           page_unpack(keep, cache->reference, packed, str_dup(keep, bytes), path, found);
}

bool page_cache_find(const struct page_cache *cache, struct arena *keep, struct str path,
                     uint64_t key, struct str bytes, struct page_result *found)
{
    return cache->use != PAGE_CACHE_RENEW && page_cache_again(cache, keep, path, key, bytes, found);
}

bool page_cache_put(const struct page_cache *cache, const struct page_result *result,
                    struct str bytes)
{
    if (cache->fd < 0 || cache->use == PAGE_CACHE_READ)
        return false;
    char name[NAME_BYTES];
    struct buf packed = {0};
    name_of(name, result->page->path);
    page_pack(&packed, result, bytes);
    bool kept = kept_write(cache->fd, name, result->page->made_of, buf_view(&packed));
    buf_clear(&packed);
    return kept;
}

int page_cache_spool(const struct page_cache *cache)
{
    return cache->fd >= 0 && cache->use != PAGE_CACHE_READ ? kept_spool(cache->fd) : -1;
}

bool page_cache_keeps(const struct page_cache *cache)
{
    return cache->fd >= 0 && cache->use == PAGE_CACHE_KEEP;
}

void page_cache_take(const struct page_cache *cache, struct str path, uint64_t key,
                     struct str bytes)
{
    char name[NAME_BYTES];
    if (!page_cache_keeps(cache))
        return;
    name_of(name, path);
    kept_write(cache->fd, name, key, bytes);
}

/* Whether NAME is that of a page's record, or none that we gave. */
static bool is_wanted(const void *names, const char *name)
{
    static const char digits[] = "0123456789abcdef";
    struct str rest = str_of(name), file = str_cut(&rest, '.'); /* a part ends in its process */
    return file.len != NAME_BYTES - 1 || strspn(name, digits) != file.len ||
           (map_get(names, file) && !rest.ptr);
}

static void sweep(const struct page_cache *cache, const struct strs *paths)
{
    struct arena scratch = {0};
    struct map names = {0};
    for (size_t i = 0; i < paths->len; i++) {
        char name[NAME_BYTES];
        name_of(name, paths->at[i]);
        *map_at(&scratch, &names, str_dup(&scratch, str_of(name))) = &names;
    }
    kept_sweep(cache->fd, is_wanted, &names);
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
