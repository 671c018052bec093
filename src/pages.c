/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "archive/spool.h"
#include "archive/whole.h"
#include "base/file.h"
#include "base/pool.h"
#include "base/stop.h"
#include "page/decode.h"
#include "page_cache.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

enum {
    BATCH_PAGES = 32,
    STORIES_LIGHT = 512, /* of a page that lets go of its texts: more would be read again, for one
                            of them, by each that needs one */
};

/* Each worker has arenas of its own, each page a place for its result. An item of work is a batch
   of pages that follow each other: one at least, and few enough that no worker waits long. */
struct reading {
    const struct settings *settings;
    const struct reference *reference;
    const struct strs *paths;
    const struct publications *publications;
    struct page_cache *cache;
    const struct archive *archive;
    struct page_result *results;
    struct archive_page **made;      /* of each page */
    struct arena *keeps, *scratches; /* one for each worker */
    size_t batch;                    /* pages */
    atomic_size_t done;
};

/* A page whose bytes could not be had: nothing but the finding. */
static struct page_result unreadable(struct arena *keep, struct str path, int error)
{
    struct page *page = ARENA_NEW(keep, struct page);
    *page = (struct page){.path = path, .diags = {.keep = keep}};
    page_tell_unread(&page->diags, path, error);
    return (struct page_result){.page = page};
}

/* A page on its way: its file's bytes, what is made of them, and whether it was in the cache or
   could not be read, so that nothing is left to be done. */
struct sheet {
    struct buf bytes;
    struct arena keep;
    bool done;
    bool kept; /* in the cache */
};

static void read_page(const struct reading *reading, size_t i, size_t worker, struct sheet *sheet)
{
    struct arena *keep = &sheet->keep, *scratch = &reading->scratches[worker];
    struct str path = reading->paths->at[i];
    const struct page_facts *publication = publication_of(reading->publications, path);
    bool there = file_read_most(path_join(scratch, reading->settings->dir, path), PAGE_MAX_BYTES,
                                &sheet->bytes);
    int error = errno;
    struct str bytes = buf_view(&sheet->bytes);
    struct page_result *result = &reading->results[i];
    uint64_t key = there ? page_cache_key(reading->cache, path, publication, bytes) : 0;
    sheet->kept = there && page_cache_find(reading->cache, keep, path, key, bytes, result);
    sheet->done = !there || sheet->kept;
    if (!there)
        *result = unreadable(keep, path, error);
    else if (!sheet->done)
        *result = pipeline_assemble(keep, scratch, publication, path, bytes, NULL);
    result->page->made_of = key;
    arena_reset(scratch);
}

/* A page of whose record a build may take the texts again lets go of them. */
static void finish_page(const struct reading *reading, size_t i, size_t worker, struct sheet *sheet)
{
    struct arena *keep = &reading->keeps[worker];
    struct page_result *result = &reading->results[i];
    if (!sheet->done)
        pipeline_enrich(&sheet->keep, reading->reference, result, NULL);
    struct archive_page *made =
        archive_page_new(&sheet->keep, result->page, &result->stories, result->slug);
    if (!sheet->done)
        sheet->kept = page_cache_put(reading->cache, result, buf_view(&sheet->bytes));
    if (sheet->kept && made->stories.len <= STORIES_LIGHT) {
        made = page_light(keep, reading->archive, made);
        arena_clear(&sheet->keep);
    } else {
        arena_adopt(keep, &sheet->keep);
    }
    result->page = made->page;
    reading->made[i] = made;
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

/* ---- again */

/* Where the light pages of an archive come from: their files, and what is kept of these. */
struct files {
    struct page_source source;
    const struct settings *settings;
    const struct publications *publications;
    const struct page_cache *cache;
    const struct reference *reference;
};

/* A page whose record went away, as when another program renews the cache, is put together again.
 */
static bool read_again(const struct page_source *source, struct arena *keep,
                       const struct archive_page *page, struct page_result *result)
{
    const struct files *files = (const struct files *)source; /* its first member */
    struct str path = page->page->path;
    const struct page_facts *publication = publication_of(files->publications, path);
    struct arena scratch = {0};
    struct buf read = {0};
    bool there =
        file_read_most(path_join(&scratch, files->settings->dir, path), PAGE_MAX_BYTES, &read);
    int error = there ? 0 : errno;
    struct str bytes = buf_view(&read);
    uint64_t key = page->page->made_of;
    bool same = there && page_cache_key(files->cache, path, publication, bytes) == key;
    if (same && !page_cache_again(files->cache, keep, path, key, bytes, result)) {
        *result = pipeline_assemble(keep, &scratch, publication, path, bytes, NULL);
        pipeline_enrich(keep, files->reference, result, NULL);
    }
    buf_clear(&read);
    arena_clear(&scratch);
    errno = error;
    return same;
}

/* Four batches for each worker or more, where there are as many pages. */
static size_t batch_pages(size_t pages, size_t threads)
{
    size_t batch = pages / (4 * threads);
    return batch < 1 ? 1 : batch > BATCH_PAGES ? BATCH_PAGES : batch;
}

bool pages_read(struct arena *keep, const struct settings *settings, const struct strs *paths,
                const struct publications *publications, struct page_cache *cache,
                struct archive *archive, struct diags *diags)
{
    struct reading reading = {
        .settings = settings,
        .reference = archive->reference,
        .paths = paths,
        .publications = publications,
        .cache = cache,
        .archive = archive,
        .results = ARENA_ARRAY(keep, struct page_result, paths->len),
        .made = ARENA_ARRAY(keep, struct archive_page *, paths->len),
        .keeps = xcalloc(settings->threads, sizeof(struct arena)),
        .scratches = xcalloc(settings->threads, sizeof(struct arena)),
        .batch = batch_pages(paths->len, settings->threads),
    };
    int spool = page_cache_spool(cache);
    if (spool >= 0)
        archive->spool = spool_new(keep, spool);
    pool_run(settings->threads, (paths->len + reading.batch - 1) / reading.batch, read_batch,
             &reading);
    struct files *files = ARENA_NEW(keep, struct files);
    *files =
        (struct files){{.read = read_again}, settings, publications, cache, archive->reference};
    archive->source = &files->source;
    bool whole = !stop_asked();
    for (size_t i = 0; i < paths->len && whole; i++) {
        struct archive_page *page = reading.made[i];
        for (size_t k = 0; k < page->page->diags.len; k++)
            vec_push(keep, diags, page->page->diags.at[k]);
        if (page->stories.len)
            archive_put(archive, page);
    }
    for (size_t i = 0; i < settings->threads; i++) {
        arena_adopt(keep, &reading.keeps[i]);
        arena_clear(&reading.scratches[i]);
    }
    free(reading.keeps);
    free(reading.scratches);
    arena_return_memory(); /* pages are put together in far more than what stays of them */
    return whole;
}
