/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "base/file.h"
#include "base/pool.h"

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
    struct page_result *results;
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

static struct page_result read_page(const struct reading *reading, struct str path, size_t worker)
{
    struct arena *keep = &reading->keeps[worker], *scratch = &reading->scratches[worker];
    struct buf bytes = {0};
    struct page_result result =
        file_read(path_join(scratch, reading->settings->dir, path), &bytes)
            ? pipeline_assemble(keep, scratch, publication_of(reading->publications, path), path,
                                buf_view(&bytes), NULL)
            : unreadable(keep, path, errno);
    buf_clear(&bytes);
    arena_reset(scratch);
    return result;
}

static void read_batch(void *context, size_t item, size_t worker)
{
    struct reading *reading = context;
    size_t begin = item * reading->batch, end = begin + reading->batch;
    if (end > reading->paths->len)
        end = reading->paths->len;
    for (size_t i = begin; i < end; i++)
        reading->results[i] = read_page(reading, reading->paths->at[i], worker);
    for (size_t i = begin; i < end; i++)
        pipeline_enrich(&reading->keeps[worker], reading->reference, &reading->results[i], NULL);
    size_t done = atomic_fetch_add(&reading->done, end - begin) + end - begin;
    if (reading->settings->progress)
        reading->settings->progress(done, reading->paths->len);
}

/* Four batches for each worker or more. */
static size_t batch_pages(size_t pages, size_t threads)
{
    size_t batch = pages / (4 * threads);
    return batch < 1 ? 1 : batch > BATCH_PAGES ? BATCH_PAGES : batch;
}

void pages_read(struct arena *keep, const struct settings *settings, const struct strs *paths,
                const struct publications *publications, struct archive *archive,
                struct diags *diags)
{
    struct reading reading = {
        .settings = settings,
        .reference = archive->reference,
        .paths = paths,
        .publications = publications,
        .results = ARENA_ARRAY(keep, struct page_result, paths->len),
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
            archive_add(archive, result->page, &result->stories, result->slug);
    }
    for (size_t i = 0; i < settings->threads; i++) {
        arena_adopt(keep, &reading.keeps[i]);
        arena_clear(&reading.scratches[i]);
    }
    free(reading.keeps);
    free(reading.scratches);
}
