/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "base/file.h"
#include "base/pool.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

/* Each worker has arenas of its own, each page a place for its result. */
struct reading {
    const struct settings *settings;
    const struct reference *reference;
    const struct strs *paths;
    const struct publications *publications;
    struct page_result *results;
    struct arena *keeps, *scratches; /* one for each worker */
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

static void read_item(void *context, size_t item, size_t worker)
{
    struct reading *reading = context;
    struct arena *keep = &reading->keeps[worker], *scratch = &reading->scratches[worker];
    struct str path = reading->paths->at[item];
    struct buf bytes = {0};
    if (file_read(path_join(scratch, reading->settings->dir, path), &bytes))
        reading->results[item] =
            pipeline_page(keep, scratch, reading->reference,
                          publication_of(reading->publications, path), path, buf_view(&bytes));
    else
        reading->results[item] = unreadable(keep, path, errno);
    buf_clear(&bytes);
    arena_reset(scratch);
    size_t done = atomic_fetch_add(&reading->done, 1) + 1;
    if (reading->settings->progress)
        reading->settings->progress(done, reading->paths->len);
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
    };
    pool_run(settings->threads, paths->len, read_item, &reading);
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
