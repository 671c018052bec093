/* SPDX-License-Identifier: MIT */
#include "archive/archive.h"
#include "archive/ids.h"
#include "archive/index.h"
#include "archive/issues.h"
#include "archive/jumps.h"
#include "archive/printings.h"
#include "archive/related.h"
#include "archive/standfirst.h"
#include "archive/topic_words.h"
#include "archive/whole.h"
#include "base/utf8.h"

#include <stdlib.h>

struct archive *archive_new(struct arena *keep, const struct reference *reference,
                            struct diags *diags)
{
    struct archive *archive = ARENA_NEW(keep, struct archive);
    archive->keep = keep;
    archive->reference = reference;
    archive->diags = diags;
    archive->threads = 1;
    archive->words = word_pool_new(keep);
    return archive;
}

static size_t story_chars(const struct story *story)
{
    size_t chars = 0;
    for (size_t i = 0; i < story->blocks.len; i++)
        chars += utf8_solid(story->blocks.at[i].text);
    return chars;
}

/* Characters of the page that the spans of a story hold, blanks aside. */
static size_t span_chars(const struct page *page, const struct story *story)
{
    size_t chars = 0;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct spans *spans = &story->blocks.at[i].spans;
        for (size_t k = 0; k < spans->len; k++) {
            if (spans->at[k].start >= page->front.end)
                chars += utf8_solid(page_slice(page, spans->at[k]));
        }
    }
    return chars;
}

static size_t story_paragraphs(const struct story *story)
{
    size_t count = 0;
    for (size_t i = 0; i < story->blocks.len; i++)
        count += story->blocks.at[i].role == ROLE_PARAGRAPH;
    return count;
}

/* Where it begins to be read. */
static struct place story_place(const struct page *page, const struct story *story)
{
    if (story->blocks.len && story->blocks.at[0].spans.len)
        return page_place(page, story->blocks.at[0].spans.at[0].start);
    return (struct place){0};
}

static void count(struct arena *keep, const struct page *page, struct story *story)
{
    if (story->counts)
        return;
    struct place place = story_place(page, story);
    story->counts = ARENA_NEW(keep, struct story_counts);
    *story->counts = (struct story_counts){
        .chars = (uint32_t)story_chars(story),
        .chars_spanned = (uint32_t)span_chars(page, story),
        .paragraphs = (uint32_t)story_paragraphs(story),
        .line = place.line,
        .column = place.column,
        .standfirst = story_standfirst(keep, story),
        .to = jump_to_page(keep, story),
        .from = jump_from_page(keep, story),
    };
    printings_sketch(keep, story);
}

struct archive_page *archive_page_new(struct arena *keep, struct page *page,
                                      const struct stories *stories, struct str slug)
{
    struct archive_page *made = ARENA_NEW(keep, struct archive_page);
    *made = (struct archive_page){.page = page, .stories = *stories, .slug = slug};
    made->entries = ARENA_ARRAY(keep, struct entry, stories->len);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &made->stories.at[i];
        count(keep, page, story);
        size_t chars = story->counts->chars_spanned;
        made->chars += chars;
        if (story->kind == KIND_RESIDUE) {
            made->residue_chars += chars;
            continue;
        }
        made->entries[made->entries_len] = (struct entry){.story = story,
                                                          .page = made,
                                                          .place = made->entries_len,
                                                          .chars = story->counts->chars};
        made->entries_len++;
    }
    pieces_find(keep, made);
    return made;
}

void archive_take_words(struct archive *archive, struct archive_page *page)
{
    for (size_t i = 0; i < page->stories.len && !page->light; i++) {
        struct story_topics *topics = &page->stories.at[i].topics;
        for (size_t k = 0; k < topics->len; k++)
            topics->at[k].words =
                topic_words_of(archive->keep, archive->words, &topics->at[k].evidence);
    }
}

void archive_put(struct archive *archive, struct archive_page *page)
{
    archive_take_words(archive, page);
    vec_push(archive->keep, &archive->pages, page);
}

void archive_add(struct archive *archive, struct page *page, const struct stories *stories,
                 struct str slug)
{
    archive_put(archive, archive_page_new(archive->keep, page, stories, slug));
}

static int by_path(const void *a, const void *b)
{
    const struct archive_page *const *x = a, *const *y = b;
    return str_cmp((*x)->page->path, (*y)->page->path);
}

/* Gives the stories of PAGE their ids by its slug, which takes their words. */
static void give_ids(struct archive *archive, struct archive_page *page)
{
    struct arena scratch = {0};
    const struct archive_page *whole = page_whole(archive, &scratch, page);
    struct stories stories = whole->stories;
    page->page->diags.keep = archive->keep; /* what it was read in may be gone */
    ids_give(archive->keep, page->slug, page->page, &stories);
    for (size_t i = 0; i < stories.len; i++)
        page->stories.at[i].id = stories.at[i].id;
    arena_clear(&scratch);
}

static void tell_slugs_apart(struct archive *archive)
{
    struct map taken = {0};
    for (size_t i = 0; i < archive->pages.len; i++) {
        struct archive_page *page = archive->pages.at[i];
        const struct archive_page *first = map_get(&taken, page->slug);
        if (first) {
            struct str path = page->page->path;
            page->slug = str_format(archive->keep, "%.*s-%08x", STR_FMT(page->slug),
                                    (unsigned)(str_hash(path) & 0xffffffff));
            give_ids(archive, page);
            diag_add(archive->diags, D_SLUG_TWICE, (struct place){path, 0, 0},
                     "its name gives the same address as %.*s", STR_FMT(first->page->path));
        }
        *map_at(archive->keep, &taken, page->slug) = page;
    }
}

static enum precision precision_of(struct date date)
{
    return date.day     ? PRECISION_DAY
           : date.month ? PRECISION_MONTH
           : date.year  ? PRECISION_YEAR
                        : PRECISION_NONE;
}

/* The page's date: stated, or what its dated stories share. Their days are days on which something
   happened, not the paper's, so they tell no more than the month. */
static void page_date(struct archive_page *page)
{
    const struct page_facts *facts = &page->page->facts;
    page->date = facts->date;
    page->basis = facts->date_basis;
    bool first = facts->date_basis == BASIS_NONE;
    for (size_t i = 0; i < page->entries_len && facts->date_basis == BASIS_NONE; i++) {
        const struct story_date *date = &page->entries[i].story->date;
        if (date->precision == PRECISION_NONE)
            continue;
        if (date->basis == BASIS_MASTHEAD) { /* it says so of the page */
            page->date = date->value;
            page->basis = date->basis;
            break;
        }
        struct date month = {date->value.year, date->value.month, 0};
        if (first || month.year != page->date.year)
            page->date = first ? month : (struct date){0};
        else if (month.month != page->date.month)
            page->date.month = 0;
        page->basis = BASIS_PAGE;
        first = false;
    }
    page->precision = precision_of(page->date);
    if (page->precision == PRECISION_NONE)
        page->basis = BASIS_NONE;
}

/* Newest first; within a month what is known to the day before what is not; undated last. */
static int newest_first(struct date a, struct date b)
{
    unsigned x = a.year * 10000u + a.month * 100u + a.day;
    unsigned y = b.year * 10000u + b.month * 100u + b.day;
    return (x < y) - (x > y);
}

static int by_date(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
    int order = newest_first(x->story->date.value, y->story->date.value);
    if (order == 0)
        order = (x->page->turn > y->page->turn) - (x->page->turn < y->page->turn);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

size_t entries_find(const struct entries *entries, const struct entry *entry)
{
    size_t from = 0, to = entries->len;
    while (from + 1 < to) {
        size_t middle = from + (to - from) / 2;
        if (by_date(&entries->at[middle], &entry) <= 0)
            from = middle;
        else
            to = middle;
    }
    return from;
}

static uint32_t entry_line(const struct entry *entry)
{
    return entry->story->counts->line;
}

/* Enters a story under its id, or, where a story of another page has it, with a number after it. */
static void enter(struct archive *archive, const struct archive_page *page, struct entry *entry)
{
    struct story *story = &page->stories.at[entry->story - page->stories.at];
    struct str wanted = story->id;
    const struct entry *first = map_get(&archive->by_id, wanted);
    for (unsigned n = 2; map_get(&archive->by_id, story->id); n++)
        story->id = str_format(archive->keep, "%.*s-%u", STR_FMT(wanted), n);
    *map_at(archive->keep, &archive->by_id, story->id) = entry;
    if (first)
        diag_add(archive->diags, D_ID_TWICE, (struct place){page->page->path, entry_line(entry), 0},
                 "this story and that of %.*s:%u both have the id %.*s",
                 STR_FMT(first->page->page->path), entry_line(first), STR_FMT(wanted));
}

/* Who goes through all stories in their order has the last few pages at hand. A page whose stories
   lie among those of many others, as a chronicle's do, would be read again for each. */
static void make_scattered_whole(struct archive *archive)
{
    enum { RUNS_MOST = 8 };
    struct arena scratch = {0};
    size_t *runs = ARENA_ARRAY(&scratch, size_t, archive->pages.len);
    const struct archive_page *last = NULL;
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct archive_page *page = archive->entries.at[i]->page;
        runs[page->place] += page != last;
        last = page;
    }
    for (size_t i = 0; i < archive->pages.len; i++)
        if (runs[i] > RUNS_MOST)
            page_make_whole(archive, archive->pages.at[i]);
    arena_clear(&scratch);
}

void archive_index(struct archive *archive)
{
    if (archive->pages.len)
        qsort(archive->pages.at, archive->pages.len, sizeof(struct archive_page *), by_path);
    tell_slugs_apart(archive);
    for (size_t i = 0; i < archive->pages.len; i++) {
        struct archive_page *page = archive->pages.at[i];
        page->place = i;
        page->entries_before = archive->entries.len;
        page_date(page);
        for (size_t k = 0; k < page->entries_len; k++) {
            struct entry *entry = &page->entries[k];
            vec_push(archive->keep, &archive->entries, entry);
            archive->photos_len += entry->story->kind == KIND_PHOTO;
            enter(archive, page, entry);
        }
    }
    index_issues(archive);
    if (archive->entries.len)
        qsort(archive->entries.at, archive->entries.len, sizeof(struct entry *), by_date);
    make_scattered_whole(archive);
    index_places(archive);
    index_topics(archive);
    index_people(archive);
    index_dates(archive);
    jumps_join(archive);
    printings_join(archive);
    related_join(archive);
}
