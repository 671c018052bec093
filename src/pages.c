/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "base/file.h"
#include "base/pool.h"
#include "page_cache.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { BATCH_PAGES = 32 };

/* Each worker has arenas of its own, each page a place for its result. An item of work is a batch
   of pages that follow each other: one at least, and few enough that no worker waits long. */
struct reading {
    const struct settings *settings;
    const struct reference *reference;
    const struct strs *paths;
    const struct publications *publications;
    struct page_cache *cache;
    struct page_result *results;
    struct archive_page **made;      /* of each page that has stories */
    struct arena *keeps, *scratches; /* one for each worker */
    size_t batch;                    /* pages */
    atomic_size_t done;
};

/* A page whose bytes could not be had: nothing but the finding. */
static struct page_result unreadable(struct arena *keep, struct str path, int error)
{
    struct page *page = ARENA_NEW(keep, struct page);
    *page = (struct page){.path = path, .diags = {.keep = keep}};
    diag_add(&page->diags, D_FILE_UNREADABLE, (struct place){path, 0, 0}, "cannot be read: %s",
             strerror(error));
    return (struct page_result){.page = page};
}

/* A page on its way: its file's bytes, and whether it was in the cache or could not be read, so
   that nothing is left to be done. */
struct sheet {
    struct buf bytes;
    bool done;
};

static void read_page(const struct reading *reading, size_t i, size_t worker, struct sheet *sheet)
{
    struct arena *keep = &reading->keeps[worker], *scratch = &reading->scratches[worker];
    struct str path = reading->paths->at[i];
    const struct page_facts *publication = publication_of(reading->publications, path);
    bool there = file_read(path_join(scratch, reading->settings->dir, path), &sheet->bytes);
    int error = errno;
    struct str bytes = buf_view(&sheet->bytes);
    struct page_result *result = &reading->results[i];
    uint64_t key = there ? page_cache_key(reading->cache, path, publication, bytes) : 0;
    sheet->done = !there || page_cache_find(reading->cache, keep, path, key, bytes, result);
    if (!there)
        *result = unreadable(keep, path, error);
    else if (!sheet->done)
        *result = pipeline_assemble(keep, scratch, publication, path, bytes, NULL);
    result->page->made_of = key;
    arena_reset(scratch);
}

static void finish_page(const struct reading *reading, size_t i, size_t worker, struct sheet *sheet)
{
    struct arena *keep = &reading->keeps[worker];
    struct page_result *result = &reading->results[i];
    if (!sheet->done)
        pipeline_enrich(keep, reading->reference, result, NULL);
    if (result->stories.len)
        reading->made[i] = archive_page_new(keep, result->page, &result->stories, result->slug);
    if (!sheet->done)
        page_cache_put(reading->cache, result, buf_view(&sheet->bytes));
    buf_clear(&sheet->bytes);
}

static void read_batch(void *context, size_t item, size_t worker)
{
    struct reading *reading = context;
    struct sheet sheets[BATCH_PAGES] = {0};
    size_t begin = item * reading->batch, end = begin + reading->batch;
    if (end > reading->paths->len)
        end = reading->paths->len;
    for (size_t i = begin; i < end; i++)
        read_page(reading, i, worker, &sheets[i - begin]);
    for (size_t i = begin; i < end; i++)
        finish_page(reading, i, worker, &sheets[i - begin]);
    size_t done = atomic_fetch_add(&reading->done, end - begin) + end - begin;
    if (reading->settings->progress)
        reading->settings->progress(done, reading->paths->len);
}

/* Four batches for each worker or more, where there are as many pages. */
static size_t batch_pages(size_t pages, size_t threads)
{
    size_t batch = pages / (4 * threads);
    return batch < 1 ? 1 : batch > BATCH_PAGES ? BATCH_PAGES : batch;
}

void pages_read(struct arena *keep, const struct settings *settings, const struct strs *paths,
                const struct publications *publications, struct page_cache *cache,
                struct archive *archive, struct diags *diags)
{
    struct reading reading = {
        .settings = settings,
        .reference = archive->reference,
        .paths = paths,
        .publications = publications,
        .cache = cache,
        .results = ARENA_ARRAY(keep, struct page_result, paths->len),
        .made = ARENA_ARRAY(keep, struct archive_page *, paths->len),
        .keeps = xcalloc(settings->threads, sizeof(struct arena)),
        .scratches = xcalloc(settings->threads, sizeof(struct arena)),
        .batch = batch_pages(paths->len, settings->threads),
    };
    pool_run(settings->threads, (paths->len + reading.batch - 1) / reading.batch, read_batch,
             &reading);
    for (size_t i = 0; i < paths->len; i++) {
        const struct page_result *result = &reading.results[i];
        for (size_t k = 0; k < result->page->diags.len; k++)
            vec_push(keep, diags, result->page->diags.at[k]);
        if (result->stories.len)
            archive_put(archive, reading.made[i]);
    }
    for (size_t i = 0; i < settings->threads; i++) {
        arena_adopt(keep, &reading.keeps[i]);
        arena_clear(&reading.scratches[i]);
    }
    free(reading.keeps);
    free(reading.scratches);
}
