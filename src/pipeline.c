/* SPDX-License-Identifier: MIT */
#include "pipeline.h"
#include "archive/ids.h"
#include "base/file.h"
#include "base/pool.h"
#include "inputs.h"
#include "page/dump.h"
#include "site/check/link_check.h"
#include "site/plan.h"
#include "site/render.h"
#include "story/dump.h"
#include "story/stories.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

const char *const stage_names[STAGE_COUNT] = {"lines", "blocks", "fragments", "stories"};

struct page_result pipeline_page(struct arena *keep, struct arena *scratch,
                                 const struct reference *reference, struct str path,
                                 struct str bytes)
{
    struct page *page = page_read(keep, path, bytes); /* decode → lines → tidy → blocks → roles */
    struct fragments fragments = fragments_join(scratch, page);
    struct stories stories = stories_assemble(keep, page, &fragments);
    stories_conserve(page, &stories);
    enrich_stories(keep, page, &stories, reference);
    struct str slug = page_slug(keep, reference, path);
    ids_give(keep, slug, page, &stories);
    return (struct page_result){page, stories, slug};
}

void pipeline_dump(struct buf *out, enum stage stage, struct str path, struct str bytes)
{
    struct arena keep = {0}, scratch = {0};
    struct page *page = page_read(&keep, path, bytes);
    struct fragments fragments = fragments_join(&scratch, page);
    struct stories stories = stories_assemble(&keep, page, &fragments);
    switch (stage) {
    case STAGE_LINES:
        dump_lines(out, page);
        break;
    case STAGE_BLOCKS:
        dump_blocks(out, page);
        break;
    case STAGE_FRAGMENTS:
        dump_fragments(out, &fragments);
        break;
    case STAGE_STORIES:
    case STAGE_COUNT:
        dump_stories(out, &stories);
    }
    arena_clear(&scratch);
    arena_clear(&keep);
}

/* Reading all pages: each worker has arenas of its own, each page a place for its result. */
struct reading {
    const struct settings *settings;
    const struct inputs *inputs;
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
    const struct strs *paths = &reading->inputs->content.pages;
    struct str path = paths->at[item];
    struct buf bytes = {0};
    if (file_read(path_join(scratch, reading->settings->dir, path), &bytes))
        reading->results[item] =
            pipeline_page(keep, scratch, &reading->inputs->reference, path, buf_view(&bytes));
    else
        reading->results[item] = unreadable(keep, path, errno);
    buf_clear(&bytes);
    arena_reset(scratch);
    size_t done = atomic_fetch_add(&reading->done, 1) + 1;
    if (reading->settings->progress)
        reading->settings->progress(done, paths->len);
}

/* All pages → an archive; findings in the order of the pages' paths. */
static struct archive *read_pages(struct arena *keep, const struct settings *settings,
                                  const struct inputs *inputs, struct diags *diags)
{
    size_t threads = settings->threads, len = inputs->content.pages.len;
    struct reading reading = {
        .settings = settings,
        .inputs = inputs,
        .results = ARENA_ARRAY(keep, struct page_result, len),
        .keeps = xcalloc(threads, sizeof(struct arena)),
        .scratches = xcalloc(threads, sizeof(struct arena)),
    };
    pool_run(threads, len, read_item, &reading);
    struct archive *archive = archive_new(keep, &inputs->reference, diags);
    for (size_t i = 0; i < len; i++) {
        const struct page_result *result = &reading.results[i];
        for (size_t k = 0; k < result->page->diags.len; k++)
            vec_push(keep, diags, result->page->diags.at[k]);
        if (result->stories.len)
            archive_add(archive, result->page, &result->stories, result->slug);
    }
    for (size_t i = 0; i < threads; i++) {
        arena_adopt(keep, &reading.keeps[i]);
        arena_clear(&reading.scratches[i]);
    }
    free(reading.keeps);
    free(reading.scratches);
    archive_index(archive);
    return archive;
}

static struct str out_dir(struct arena *keep, const struct settings *settings)
{
    return settings->out.len ? settings->out : path_join(keep, settings->dir, STR("public"));
}

/* What both commands have in common: everything but the writing. */
static bool prepare(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                    struct site *site, struct diags *diags)
{
    if (!inputs_read(keep, settings, inputs, diags))
        return false;
    *site = (struct site){
        .config = &inputs->config,
        .strings = inputs->theme.strings,
        .theme = &inputs->theme,
        .editorials = &inputs->editorials,
        .archive = read_pages(keep, settings, inputs, diags),
    };
    return true;
}

bool pipeline_build(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally)
{
    struct inputs inputs = {0};
    struct site site;
    if (!prepare(keep, settings, &inputs, &site, diags))
        return false;
    struct outputs plan = site_plan(keep, &site);
    struct render_options options = {out_dir(keep, settings), settings->threads,
                                     settings->progress};
    *tally = (struct tally){site.archive->pages.len, site.archive->entries.len, plan.len};
    return site_publish(&site, &plan, &options, diags);
}

bool pipeline_check(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally)
{
    struct inputs inputs = {0};
    struct site site;
    if (!prepare(keep, settings, &inputs, &site, diags))
        return false;
    struct outputs plan = site_plan(keep, &site);
    *tally = (struct tally){site.archive->pages.len, site.archive->entries.len, plan.len};
    struct render_options options = {out_dir(keep, settings), settings->threads,
                                     settings->progress};
    if (!site_try(&site, &plan, &options, diags))
        return false;
    struct link_tally links;
    return !dir_exists(options.out) || link_check(options.out, diags, &links);
}
