/* SPDX-License-Identifier: MIT */
#include "story/stories.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "page/blocks.h"
#include "page/cues.h"
#include "page/doubled.h"
#include "page/notices.h"
#include "page/salutation.h"
#include "page/tidy.h"
#include "page/variants.h"
#include "story/bodies.h"
#include "story/confidence.h"
#include "story/derive.h"
#include "story/heads.h"
#include "story/trail.h"

/* What a page's stories are made of. */
struct assembly {
    struct arena *keep;
    const struct page *page;
    const struct units *units;
    const struct bodies *bodies;
    const struct heads *heads;
    bool doubled;          /* the page has lines that were taken for doubled */
    struct story *stories; /* one for each body, then residue */
    size_t len, cap;
};

/* ---- blocks */

static void story_add(struct assembly *assembly, size_t story, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        struct block block = block_copy(assembly->keep, &blocks->at[i]);
        if (block.role == ROLE_SUBHEAD) /* it was kept as a headline's, which it could have been */
            block.text = tidy_prose(assembly->keep, block.text);
        if (assembly->doubled)
            doubled_restore(assembly->keep, assembly->page, &block);
        variants_restore(assembly->keep, assembly->page, &block);
        vec_push(assembly->keep, &assembly->stories[story].blocks, block);
    }
}

static size_t story_new(struct assembly *assembly, enum story_kind kind)
{
    assembly->stories = vec_room(assembly->keep, assembly->stories, assembly->len, &assembly->cap,
                                 sizeof *assembly->stories);
    assembly->stories[assembly->len] = (struct story){.page = assembly->page, .kind = kind};
    return assembly->len++;
}

/* ---- where satellites go */

#define STORY_NONE SIZE_MAX

/* The body whose text stands on both sides of a satellite, or BODY_NONE. */
static size_t body_around(const struct units *units, const struct satellite *satellite)
{
    if (satellite->before == UNIT_NONE || satellite->after == UNIT_NONE)
        return BODY_NONE;
    size_t before = units->at[satellite->before].body, after = units->at[satellite->after].body;
    return before == after ? before : BODY_NONE;
}

/* The body that a satellite belongs to, or BODY_NONE: it is residue. */
static size_t body_of_satellite(const struct assembly *assembly, size_t s)
{
    const struct satellite *satellite = &assembly->units->satellites.at[s];
    const struct units *units = assembly->units;
    const struct block *block = &satellite->fragment->at[0];
    switch (satellite->part) {
    case PART_HEAD:
        return assembly->heads->body[s] != BODY_NONE ? assembly->heads->body[s]
                                                     : body_around(units, satellite);
    case PART_TAIL:
        if (block->role == ROLE_NOTICE && jump_line(block->text) == JUMP_FROM)
            return satellite->after == UNIT_NONE ? BODY_NONE : units->at[satellite->after].body;
        return satellite->before == UNIT_NONE ? BODY_NONE : units->at[satellite->before].body;
    default:
        return BODY_NONE;
    }
}

/* ---- a story's blocks in reading order */

/* Where a block comes in its story. */
enum rank { RANK_HEAD, RANK_TEXT, RANK_TAIL };

struct item {
    enum rank rank;
    size_t body;
    size_t order; /* among its rank: a unit's place in the row, or where it stands on the page */
    struct blocks blocks;
};

struct items VEC_OF(struct item);

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->body != y->body)
        return x->body < y->body ? -1 : 1;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* A headline inside a text is a subhead of it. */
static struct blocks as_subheads(struct arena *scratch, const struct blocks *head)
{
    struct blocks blocks = {0};
    for (size_t i = 0; i < head->len; i++) {
        struct block block = head->at[i];
        if (block.role != ROLE_BYLINE)
            block.role = ROLE_SUBHEAD;
        vec_push(scratch, &blocks, block);
    }
    return blocks;
}

static struct blocks ranked(struct arena *scratch, const struct blocks *head,
                            enum rank_of_head rank)
{
    struct blocks blocks = {0};
    for (size_t i = 0; i < head->len; i++) {
        struct block block = head->at[i];
        if (rank == HEAD_KICKER || block.role == ROLE_KICKER)
            block.role = rank == HEAD_KICKER ? ROLE_KICKER : ROLE_HEADLINE;
        else if (rank == HEAD_SUBTITLE && block.role == ROLE_HEADLINE)
            block.role = ROLE_SUBTITLE;
        vec_push(scratch, &blocks, block);
    }
    return blocks;
}

/* Whether a signature stands between a letter and what is said to it, 编后：, or a heading of that,
   and stays there. */
static bool signs_letter(const struct units *units, const struct satellite *satellite)
{
    if (satellite->part != PART_TAIL || body_around(units, satellite) == BODY_NONE)
        return false;
    const struct block *below = units->at[satellite->after].block;
    return below->role == ROLE_SUBHEAD || answers_letter(below->text);
}

static struct item item_of_satellite(struct arena *scratch, const struct assembly *assembly,
                                     size_t s, size_t body)
{
    const struct satellite *satellite = &assembly->units->satellites.at[s];
    struct item item = {.body = body, .order = s, .blocks = *satellite->fragment};
    if (satellite->part == PART_HEAD && assembly->heads->body[s] == BODY_NONE) {
        item.rank = RANK_TEXT;
        item.order = 2 * satellite->after;
        item.blocks = as_subheads(scratch, satellite->fragment);
    } else if (signs_letter(assembly->units, satellite)) {
        item.rank = RANK_TEXT;
        item.order = 2 * satellite->after;
    } else if (satellite->part == PART_HEAD) {
        item.blocks = ranked(scratch, satellite->fragment, assembly->heads->rank[s]);
    } else if (satellite->part == PART_TAIL && (item.blocks.at[0].role != ROLE_NOTICE ||
                                                jump_line(item.blocks.at[0].text) != JUMP_FROM)) {
        item.rank = RANK_TAIL;
    }
    return item;
}

static struct items items_find(struct arena *scratch, struct assembly *assembly)
{
    struct items items = {0};
    for (size_t u = 0; u < assembly->units->len; u++) {
        const struct unit *unit = &assembly->units->at[u];
        struct item item = {.rank = RANK_TEXT, .body = unit->body, .order = 2 * u + 1};
        struct block block = *unit->block, rest;
        for (; salutation_part(assembly->page, &block, &rest); block = rest)
            vec_push(scratch, &item.blocks, block);
        vec_push(scratch, &item.blocks, block);
        vec_push(scratch, &items, item);
    }
    for (size_t s = 0; s < assembly->units->satellites.len; s++) {
        size_t body = body_of_satellite(assembly, s);
        if (body == BODY_NONE)
            story_add(assembly, story_new(assembly, KIND_RESIDUE),
                      assembly->units->satellites.at[s].fragment);
        else
            vec_push(scratch, &items, item_of_satellite(scratch, assembly, s, body));
    }
    if (items.len)
        qsort(items.at, items.len, sizeof *items.at, compare_items);
    return items;
}

/* ---- the page */

/* The front matter, so that every character of the file is accounted for. */
static void add_front_matter(struct assembly *assembly)
{
    const struct page *page = assembly->page;
    struct str text = utf8_trim(page_slice(page, page->front));
    if (!text.len)
        return;
    uint32_t start = (uint32_t)(text.ptr - page->text.ptr);
    struct block block = {.role = ROLE_FURNITURE, .text = text, .first_line = 1, .last_line = 1};
    for (size_t i = 0; i < text.len; i++)
        block.last_line += text.ptr[i] == '\n';
    vec_push(assembly->keep, &block.spans, (struct span){start, start + (uint32_t)text.len});
    size_t residue = story_new(assembly, KIND_RESIDUE);
    vec_push(assembly->keep, &assembly->stories[residue].blocks, block);
}

static int compare_stories(const void *a, const void *b)
{
    uint32_t x = fragment_start(&((const struct story *)a)->blocks);
    uint32_t y = fragment_start(&((const struct story *)b)->blocks);
    return (x > y) - (x < y);
}

static void fill_stories(struct arena *scratch, struct assembly *assembly)
{
    for (size_t b = 0; b < assembly->bodies->len; b++)
        story_new(assembly, assembly->bodies->at[b].photo ? KIND_PHOTO : KIND_STORY);
    struct items items = items_find(scratch, assembly);
    for (size_t i = 0; i < items.len; i++)
        story_add(assembly, items.at[i].body, &items.at[i].blocks);
    for (size_t b = 0; b < assembly->bodies->len; b++)
        assembly->stories[b].margin = assembly->bodies->at[b].sure;
    add_front_matter(assembly);
    for (size_t i = 0; i < assembly->len; i++)
        story_derive(assembly->keep, &assembly->stories[i]);
    confidence_rate(assembly->stories, assembly->len);
}

struct stories stories_assemble(struct arena *keep, struct page *page,
                                const struct fragments *fragments)
{
    struct arena scratch = {0};
    struct units units = units_of(&scratch, fragments);
    struct bodies bodies = bodies_find(&scratch, &units);
    struct heads heads = heads_assign(&scratch, page, &units, &bodies);
    if (fragments->trail)
        trail_heads_add(fragments->trail, &units.satellites, &heads);
    struct assembly assembly = {.keep = keep,
                                .page = page,
                                .units = &units,
                                .bodies = &bodies,
                                .heads = &heads,
                                .doubled = page_has_doubled(page)};
    fill_stories(&scratch, &assembly);
    if (assembly.len)
        qsort(assembly.stories, assembly.len, sizeof *assembly.stories, compare_stories);
    arena_clear(&scratch);
    return (struct stories){assembly.stories, assembly.len, assembly.cap};
}
