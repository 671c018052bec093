/* SPDX-License-Identifier: MIT */
#include "pipeline.h"
#include "archive/ids.h"
#include "page/dump.h"
#include "story/dump.h"
#include "story/stories.h"

const char *const stage_names[STAGE_COUNT] = {"lines", "blocks", "fragments", "stories"};

static void page_at_home(struct page *page, const struct home *home)
{
    if (!page->facts.publication.len)
        page->facts.publication = home->publication;
    if (!page->facts.place.len)
        page->facts.place = home->place;
}

struct page_result pipeline_page(struct arena *keep, struct arena *scratch,
                                 const struct reference *reference, const struct home *home,
                                 struct str path, struct str bytes)
{
    struct page *page = page_read(keep, path, bytes); /* decode → lines → tidy → blocks → roles */
    page_at_home(page, home);
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
