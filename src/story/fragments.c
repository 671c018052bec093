/* SPDX-License-Identifier: MIT */
#include "story/fragments.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/blocks.h"
#include "page/captions.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/headlines.h"
#include "page/salutation.h"
#include "page/tidy.h"
#include "story/links.h"
#include "story/parts.h"
#include "story/sections.h"
#include "story/trail.h"

#define BYLINES_MOST 32 /* of a heap */
#define DOUBTFUL 2.0    /* nats: a choice that is better by less may be made anew */

/* Blocks that are looked at together: a page of more is put together part by part, for room. */
#define BLOCKS_TOGETHER 8192

/* ---- what is no text */

/* Whether a heading begins another head. */
static bool begins_head(enum role role)
{
    return role == ROLE_KICKER || role == ROLE_HEADLINE;
}

/* Whether two neighbours on the page, neither of them text, are of one fragment. */
static bool hangs_together(const struct block *a, const struct block *b)
{
    switch (part_of_role(a->role)) {
    case PART_PHOTO:
        return b->role == ROLE_CREDIT && is_photo_credit(b->text) &&
               sign_off_of(a->text) != SIGN_OFF_PHOTO;
    case PART_HEAD:
        return part_of_role(b->role) == PART_HEAD && !begins_head(b->role);
    case PART_RESIDUE:
        return a->role == b->role;
    default:
        return false;
    }
}

static bool is_byline_at(const struct blocks *blocks, size_t i)
{
    return i < blocks->len && blocks->at[i].role == ROLE_BYLINE;
}

/* Whether a byline at I + 1 is another than that at I. */
static bool bylines_part(const struct blocks *blocks, size_t i)
{
    return is_byline_at(blocks, i) && is_byline_at(blocks, i + 1) &&
           byline_begins(blocks->at[i].text, blocks->at[i + 1].text);
}

/* Whether block I is one of several bylines that lie in a heap above no text, and so not of the
   headline above. */
static bool is_heaped_byline(const struct blocks *blocks, size_t i)
{
    size_t below = i;
    while (below < i + BYLINES_MOST && is_byline_at(blocks, below))
        below++;
    bool text = below < blocks->len && part_of_role(blocks->at[below].role) == PART_TEXT;
    return !text && (bylines_part(blocks, i - 1) || bylines_part(blocks, i));
}

static void add_others(struct arena *scratch, const struct page *page, const enum reading *readings,
                       const size_t *heads, struct fragments *fragments)
{
    const struct block *blocks = page->blocks.at;
    for (size_t i = 0, next; i < page->blocks.len; i = next) {
        next = i + 1;
        if (readings[i])
            continue;
        while (next < page->blocks.len && !readings[next] &&
               hangs_together(&blocks[next - 1], &blocks[next]) &&
               !is_heaped_byline(&page->blocks, next))
            next++;
        bool below = credits_below(&page->blocks, i);
        next = below ? i + 2 : next;
        struct fragment fragment = {.head = heads[below ? i + 1 : i]};
        if (below)
            vec_push(scratch, &fragment.blocks, blocks[i + 1]);
        for (size_t k = i; k < next - below; k++)
            vec_push(scratch, &fragment.blocks, blocks[k]);
        if (fragment.blocks.at[0].role == ROLE_SUBTITLE) /* no headline stands above it */
            fragment.blocks.at[0].role = ROLE_HEADLINE;
        vec_push(scratch, fragments, fragment);
    }
}

/* ---- texts */

/* The block that is the headline over passage P. */
static size_t head_block(const struct passages *passages, const struct links *links, size_t p)
{
    return links->head[p] == HEADING_NONE ? HEAD_NONE : passages->headings.at[links->head[p]].at;
}

/* The same for all blocks that are pictures. */
static size_t *heads_of_pictures(struct arena *scratch, const struct page *page,
                                 const struct passages *passages, const struct links *links)
{
    size_t *heads = ARENA_ARRAY(scratch, size_t, page->blocks.len);
    for (size_t b = 0; b < page->blocks.len; b++)
        heads[b] = HEAD_NONE;
    for (size_t i = passages->row; i < passages->len; i++)
        if (passages->at[i].picture)
            heads[passages->at[i].at] = head_block(passages, links, i);
    return heads;
}

static bool is_heading(enum role role)
{
    return role == ROLE_SUBHEAD || part_of_role(role) == PART_HEAD;
}

/* 请做好准备：, and then a line that is set as a paragraph's first, right below it. */
static bool announces(const struct passage *at, const struct passage *next)
{
    bool colon = at->last_char == 0xff1a || at->last_char == ':';
    return colon && next->block->indent >= INDENT_LEAST && !next->block->continues &&
           next->block->first_line == at->block->last_line + 1;
}

/* 百年耻辱一朝休， and 紫荆花开绽九州。 right below it: two lines of verse of one length. */
static bool is_couplet(const struct passage *at, const struct passage *next)
{
    enum { VERSE_LEAST = 6, VERSE_MOST = 8 }; /* characters, with the mark that ends it */
    struct str upper = at->block->text, lower = next->block->text;
    size_t chars = utf8_count(upper);
    return at->block->spans.len == 1 && next->block->spans.len == 1 && chars >= VERSE_LEAST &&
           chars <= VERSE_MOST && utf8_count(lower) == chars && ends_sentence(lower) &&
           next->block->first_line == at->block->last_line + 1;
}

/* Whether the sentence of passage P goes on in the next of its story: a list's item is a paragraph
   of its own, and so is what a colon announces. */
static bool runs_on(const struct passages *passages, const struct links *links, size_t p)
{
    size_t next = links->next[p];
    return passages->at[p].open && next != PASSAGE_NONE && links->end_sure[p] > 0.0 &&
           !is_letters_close(passages->at[p].block->text) &&
           !passage_opens_list(&passages->at[p], &passages->at[next]) &&
           !announces(&passages->at[p], &passages->at[next]) &&
           !is_couplet(&passages->at[p], &passages->at[next]);
}

/* The paragraph from passage P on: of one passage, or of those that its open sentences go on in,
   and in LAST the last of them. */
static struct block paragraph_of(struct arena *scratch, const struct passages *passages,
                                 const struct links *links, size_t p, size_t *last)
{
    struct block block = *passages->at[p].block;
    for (*last = p; runs_on(passages, links, *last);)
        *last = links->next[*last];
    if (*last == p)
        return block;
    struct spans spans = {0};
    struct buf text = {0};
    for (size_t at = p;; at = links->next[at]) {
        const struct block *part = passages->at[at].block;
        for (size_t i = 0; i < part->spans.len; i++)
            vec_push(scratch, &spans, part->spans.at[i]);
        buf_str(&text, part->text);
        if (at == *last)
            break;
        buf_byte(&text, '\n');
    }
    const struct block *end = passages->at[*last].block;
    block.spans = spans;
    block.text = tidy_prose(scratch, str_dup(scratch, buf_view(&text)));
    block.role = end->role;
    block.last_line = end->last_line;
    block.runs_on = end->runs_on;
    buf_clear(&text);
    return block;
}

static struct fragment text_of(struct arena *scratch, const struct passages *passages,
                               const struct links *links, size_t first)
{
    struct fragment text = {.head = head_block(passages, links, first),
                            .sure = links->start_sure[first]};
    for (size_t p = first, last; p != PASSAGE_NONE; p = links->next[last]) {
        struct block block = paragraph_of(scratch, passages, links, p, &last);
        if (is_heading(block.role) && passages->at[last].open)
            block.role = ROLE_PARAGRAPH;
        vec_push(scratch, &text.blocks, block);
    }
    for (size_t p = first; p != PASSAGE_NONE; p = links->next[p])
        text.sure = fmin(text.sure, links->end_sure[p]);
    return text;
}

/* Takes headings that go on in a text for texts. Returns whether there was one. */
static bool settle_doubtful(const struct passages *passages, const struct links *links,
                            enum reading *readings)
{
    bool settled = false;
    for (size_t i = passages->row; i < passages->len; i++)
        if (links->next[i] != PASSAGE_NONE) {
            readings[passages->at[i].at] = READ_UNENDED;
            settled = true;
        }
    return settled;
}

/* Whether a text on the page lacks its end, or its start, or has one from elsewhere. */
static bool is_torn(const struct passages *passages, const struct links *links)
{
    for (size_t i = 0; i < passages->row; i++) {
        const struct passage *at = &passages->at[i];
        if ((at->open && links->next[i] != i + 1) ||
            (!links->follows[i] && (at->inside || at->block->continues)))
            return true;
    }
    return false;
}

/* ---- the page */

static int compare_fragments(const void *a, const void *b)
{
    uint32_t x = fragment_start(&((const struct fragment *)a)->blocks);
    uint32_t y = fragment_start(&((const struct fragment *)b)->blocks);
    return (x > y) - (x < y);
}

/* Whether a text, as it is put together, speaks of other things from some place on. */
static bool has_shift(const struct passages *passages)
{
    for (size_t i = 0; i < passages->row; i++)
        if (passages->at[i].shift.lead > 0.0)
            return true;
    return false;
}

/* Whether a choice was made by little. */
static bool is_doubtful(const struct passages *passages, const struct links *links)
{
    for (size_t i = 0; i < passages->row; i++)
        if (links->end_sure[i] < DOUBTFUL || links->start_sure[i] < DOUBTFUL)
            return true;
    return false;
}

/* Whether the words of whole texts can change what was chosen by little: something is torn, a
   headline has no text below it, or a text speaks of two things. */
static bool is_open_question(const struct passages *passages, const struct links *links)
{
    return passages->elsewhere || is_torn(passages, links) || has_shift(passages);
}

/* The passages of a page, and how they are linked. */
struct choice {
    struct passages passages;
    struct links links;
};

/* Chooses, and again with what was learned. READINGS learn too. */
static struct choice choose(struct arena *keep, struct arena *scratch, const struct page *page,
                            const struct cohesion *cohesion, enum reading *readings,
                            struct trail *trail)
{
    struct source source = {
        .page = page, .cohesion = cohesion, .readings = readings, .cut = CUT_SHY};
    struct passages first = passages_of(keep, scratch, &source);
    first.trail = trail;
    struct choice choice = {first, links_find(scratch, &first)};
    bool settled = settle_doubtful(&first, &choice.links, readings);
    bool torn = first.row <= PASSAGES_WHOLE && is_torn(&first, &choice.links);
    if (settled || torn) {
        source.cut = torn ? CUT_BOLD : CUT_SHY;
        source.known = &first;
        choice.passages = passages_of(keep, scratch, &source);
        choice.passages.trail = trail;
        passages_settle(&choice.passages);
        choice.links = links_find(scratch, &choice.passages);
    }
    if (choice.passages.row > PASSAGES_WHOLE || !is_doubtful(&choice.passages, &choice.links))
        return choice;
    passages_regroup(scratch, &choice.passages, choice.links.next);
    if (is_open_question(&choice.passages, &choice.links)) {
        passages_settle(&choice.passages); /* what was no text is none */
        choice.links = links_again(scratch, &choice.passages, &choice.links);
    }
    return choice;
}

/* The last block of the story that PART begins with, if gaps part that from others and it has one
   headline (page/parting.h); SIZE_MAX: it is no such part. */
static size_t parted_end(const struct page *part)
{
    size_t end = 0;
    if (!part->blocks.len || !part->blocks.at[0].inside)
        return SIZE_MAX;
    while (end < part->blocks.len && !part->blocks.at[end].ends)
        end++;
    return end < part->blocks.len ? end : SIZE_MAX;
}

/* Makes one text, in the page's order, of what stands between two gaps below one headline, whatever
   the words say. What was not chosen so is not sure. */
static void keep_together(const struct page *part, const struct choice *choice)
{
    const struct passages *passages = &choice->passages;
    const struct links *links = &choice->links;
    size_t end = parted_end(part), len = 0;
    while (end != SIZE_MAX && len < passages->row && passages->at[len].at <= end)
        len++;
    for (size_t i = 0; i < len; i++) {
        bool last = i + 1 == len; /* a poem may go on below the gap */
        size_t next = last ? PASSAGE_NONE : i + 1;
        if (links->next[i] == next || (last && links->next[i] >= len))
            continue;
        if (links->next[i] != PASSAGE_NONE)
            links->follows[links->next[i]] = false;
        links->next[i] = next;
        links->end_sure[i] = 0.0;
    }
    for (size_t i = len; i < passages->len; i++)
        if (links->next[i] < len)
            links->next[i] = PASSAGE_NONE;
    for (size_t i = 0; i < len; i++) {
        links->follows[i] = i > 0;
        if (links->head[0] == HEADING_NONE)
            links->head[0] = links->head[i];
        if (i > 0)
            links->head[i] = HEADING_NONE;
    }
    if (len > 0 && passages->trail)
        trail_choice_end(passages->trail, passages, links);
}

/* A subhead that begins a text is its headline. Returns whether there was one. */
static bool settle_starts(const struct page *page, const struct choice *choice,
                          enum reading *readings)
{
    const struct passages *passages = &choice->passages;
    const struct links *links = &choice->links;
    bool settled = false;
    for (size_t i = 0; i < passages->row && passages->row <= PASSAGES_WHOLE; i++) {
        struct block *block = &page->blocks.at[passages->at[i].at];
        if (block->role != ROLE_SUBHEAD || links->follows[i] || links->head[i] != HEADING_NONE ||
            links->next[i] == PASSAGE_NONE || is_numbered(block->text))
            continue;
        block->role = ROLE_HEADLINE;
        block->lean = 0.0;
        readings[passages->at[i].at] = READ_APART;
        settled = true;
    }
    return settled;
}

/* Adds the fragments of the blocks [FROM, TO) of PAGE, chosen among themselves. Returns how many
   passages they have. */
static size_t add_part(struct arena *scratch, const struct page *page, size_t from, size_t to,
                       struct fragments *fragments)
{
    struct arena work = {0};
    struct page part = *page; /* no more of it than these blocks */
    part.blocks = (struct blocks){page->blocks.at + from, to - from, to - from};
    const struct cohesion *cohesion = cohesion_of(&work, &part);
    sections_settle(&part, cohesion);
    enum reading *readings = readings_of(&work, &part);
    if (fragments->trail)
        trail_part_begin(fragments->trail, &part);
    struct choice choice = choose(scratch, &work, &part, cohesion, readings, fragments->trail);
    if (settle_starts(&part, &choice, readings))
        choice = choose(scratch, &work, &part, cohesion, readings, fragments->trail);
    keep_together(&part, &choice);
    const struct passages *passages = &choice.passages;
    const struct links *links = &choice.links;
    size_t first = fragments->len, texts = passages->row;
    add_others(scratch, &part, readings, heads_of_pictures(&work, &part, passages, links),
               fragments);
    for (size_t i = 0; i < texts; i++)
        if (!links->follows[i])
            vec_push(scratch, fragments, text_of(scratch, passages, links, i));
    for (size_t i = first; i < fragments->len; i++)
        if (fragments->at[i].head != HEAD_NONE)
            fragments->at[i].head += from;
    arena_clear(&work);
    return texts;
}

/* Whether no head and no sentence is cut before block I. */
static bool may_part(const struct blocks *blocks, size_t i)
{
    enum part before = part_of_role(blocks->at[i - 1].role);
    return before != PART_HEAD && (before != PART_TEXT || !is_unfinished(&blocks->at[i - 1]));
}

/* Where the part ends that begins with block FROM: before a story that the page sets apart; in a
   long one before a head, if one is near enough, and in no sentence. */
static size_t part_end(const struct blocks *blocks, size_t from)
{
    for (size_t end = from + 1; end < blocks->len && end - from <= BLOCKS_TOGETHER; end++)
        if (blocks->at[end].opens)
            return end;
    if (blocks->len - from <= BLOCKS_TOGETHER)
        return blocks->len;
    size_t last = from + BLOCKS_TOGETHER, least = from + BLOCKS_TOGETHER / 2, whole = last;
    for (size_t end = last; end > least; end--) {
        if (!may_part(blocks, end))
            continue;
        if (part_of_role(blocks->at[end].role) == PART_HEAD)
            return end;
        whole = whole == last ? end : whole;
    }
    return whole;
}

struct fragments fragments_join(struct arena *scratch, struct page *page, struct trail *trail)
{
    struct fragments fragments = {.trail = trail};
    size_t blocks = page->blocks.len, passages = 0, most = 0;
    for (size_t from = 0, to; from < blocks; from = to) {
        to = part_end(&page->blocks, from);
        size_t in_part = add_part(scratch, page, from, to, &fragments);
        passages += in_part;
        most = in_part > most ? in_part : most;
    }
    if (blocks > BLOCKS_TOGETHER || most > PASSAGES_WHOLE)
        diag_add(&page->diags, D_PAGE_LONG, page_place(page, page->front.end),
                 "a page of %zu blocks with %zu passages", blocks, passages);
    if (fragments.len)
        qsort(fragments.at, fragments.len, sizeof *fragments.at, compare_fragments);
    return fragments;
}
