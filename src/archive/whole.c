/* SPDX-License-Identifier: MIT */
#include "archive/whole.h"

#include "archive/spool.h"
#include "archive/topic_words.h"

#include <errno.h>

/* ---- without texts */

/* Makes TO a list of as many elements as FROM has, none set, in KEEP. */
#define LIST_LIKE(keep, to, from)                                                        \
    ((to)->at = (from)->len ? arena_array((keep), (from)->len, sizeof *(to)->at) : NULL, \
     (to)->len = (to)->cap = (from)->len)

static void copy_facts(struct arena *keep, struct page_facts *facts)
{
    struct str *const strs[] = {
        &facts->publication, &facts->number, &facts->name, &facts->rights,   &facts->place,
        &facts->publisher,   &facts->issn,   &facts->cn,   &facts->language, &facts->id,
    };
    for (size_t i = 0; i < sizeof strs / sizeof *strs; i++)
        *strs[i] = str_dup(keep, *strs[i]);
}

static struct page *light_page(struct arena *keep, const struct page *page)
{
    struct page *light = ARENA_NEW(keep, struct page);
    *light = (struct page){
        .path = page->path,
        .facts = page->facts,
        .diags.keep = keep,
        .made_of = page->made_of,
    };
    copy_facts(keep, &light->facts);
    for (size_t i = 0; i < page->diags.len; i++) {
        struct diag diag = page->diags.at[i];
        diag.place.file =
            str_eq(diag.place.file, page->path) ? page->path : str_dup(keep, diag.place.file);
        diag.what = str_dup(keep, diag.what);
        vec_push(keep, &light->diags, diag);
    }
    return light;
}

static struct bylines light_bylines(struct arena *keep, const struct bylines *bylines)
{
    struct bylines light;
    LIST_LIKE(keep, &light, bylines);
    for (size_t i = 0; i < light.len; i++) {
        const struct byline *byline = &bylines->at[i];
        light.at[i] = (struct byline){.name = str_dup(keep, byline->name),
                                      .role = byline->role,
                                      .organisation = str_dup(keep, byline->organisation),
                                      .filed = str_dup(keep, byline->filed)};
    }
    return light;
}

static struct story_counties light_counties(struct arena *keep,
                                            const struct story_counties *counties)
{
    struct story_counties light;
    LIST_LIKE(keep, &light, counties);
    for (size_t i = 0; i < light.len; i++)
        light.at[i] = (struct story_county){.county = counties->at[i].county,
                                            .inferred = counties->at[i].inferred};
    return light;
}

static struct story_regions light_regions(struct arena *keep, const struct story_regions *regions)
{
    struct story_regions light;
    LIST_LIKE(keep, &light, regions);
    for (size_t i = 0; i < light.len; i++)
        light.at[i] = (struct story_region){.prefecture = regions->at[i].prefecture,
                                            .province = regions->at[i].province};
    return light;
}

static struct story_topics light_topics(struct arena *keep, struct word_pool *words,
                                        const struct story_topics *topics)
{
    struct story_topics light;
    LIST_LIKE(keep, &light, topics);
    for (size_t i = 0; i < light.len; i++)
        light.at[i] = (struct story_topic){
            .topic = topics->at[i].topic,
            .score = topics->at[i].score,
            .words = topic_words_of(keep, words, &topics->at[i].evidence),
        };
    return light;
}

static struct story_counts *light_counts(struct arena *keep, const struct archive *archive,
                                         const struct story_counts *counts)
{
    struct story_counts *light = ARENA_NEW(keep, struct story_counts);
    *light = *counts;
    light->sketch = str_dup(keep, counts->sketch);
    if (archive->spool && spool_put(archive->spool, counts->standfirst, &light->spooled))
        light->standfirst.ptr = NULL;
    else
        light->standfirst = str_dup(keep, counts->standfirst);
    light->to = str_dup(keep, counts->to);
    light->from = str_dup(keep, counts->from);
    return light;
}

static struct story light_story(struct arena *keep, const struct archive *archive,
                                const struct page *page, const struct story *story)
{
    struct story light = {
        .page = page,
        .kind = story->kind,
        .id = str_dup(keep, story->id),
        .headline = str_dup(keep, story->headline),
        .headline_derived = story->headline_derived,
        .kicker = str_dup(keep, story->kicker),
        .subtitle = str_dup(keep, story->subtitle),
        .truncated_start = story->truncated_start,
        .truncated_end = story->truncated_end,
        .confidence = story->confidence,
        .counts = light_counts(keep, archive, story->counts),
    };
    if (story->kind == KIND_RESIDUE)
        return light;
    light.bylines = light_bylines(keep, &story->bylines);
    light.date = story->date;
    light.date.evidence = (struct evidences){0};
    light.counties = light_counties(keep, &story->counties);
    light.regions = light_regions(keep, &story->regions);
    light.topics = light_topics(keep, archive->words, &story->topics);
    return light;
}

struct archive_page *page_light(struct arena *keep, const struct archive *archive,
                                const struct archive_page *page)
{
    struct archive_page *light = ARENA_NEW(keep, struct archive_page);
    *light = (struct archive_page){
        .page = light_page(keep, page->page),
        .light = true,
        .slug = str_dup(keep, page->slug),
        .entries = ARENA_ARRAY(keep, struct entry, page->entries_len),
        .entries_len = page->entries_len,
        .chars = page->chars,
        .residue_chars = page->residue_chars,
    };
    LIST_LIKE(keep, &light->stories, &page->stories);
    for (size_t i = 0; i < page->stories.len; i++)
        light->stories.at[i] = light_story(keep, archive, light->page, &page->stories.at[i]);
    for (size_t i = 0; i < page->entries_len; i++)
        light->entries[i] = (struct entry){
            .story = &light->stories.at[page->entries[i].story - page->stories.at],
            .page = light,
            .place = i,
            .chars = page->entries[i].chars,
        };
    return light;
}

/* Says that PAGE is lost, with an errno or 0, unless another is. */
static void lose(struct page_source *source, const struct archive_page *page, int error)
{
    const struct archive_page *none = NULL;
    if (source && atomic_compare_exchange_strong(&source->lost, &none, page))
        source->lost_error = error;
}

struct str entry_first_words(const struct archive *archive, struct arena *keep,
                             const struct entry *entry)
{
    const struct story_counts *counts = entry->story->counts;
    bool spooled = counts->standfirst.len && !counts->standfirst.ptr;
    if (!spooled)
        return counts->standfirst;
    struct str words = spool_get(keep, archive->spool, counts->spooled, counts->standfirst.len);
    if (!words.len)
        lose(archive->source, entry->page, errno);
    return words;
}

/* ---- whole again */

/* What the archive knows of a page and of its entries beside what is in them. */
static void copy_archived(struct archive_page *whole, const struct archive_page *page)
{
    whole->place = page->place;
    whole->entries_before = page->entries_before;
    whole->turn = page->turn;
    whole->date = page->date;
    whole->precision = page->precision;
    whole->basis = page->basis;
    for (size_t i = 0; i < page->stories.len; i++)
        whole->stories.at[i].id = page->stories.at[i].id;
    for (size_t i = 0; i < page->entries_len; i++) {
        struct entry *entry = &whole->entries[i];
        const struct entry *from = &page->entries[i];
        entry->continues = from->continues;
        entry->continued_from = from->continued_from;
        entry->printings = from->printings;
        entry->first_printing = from->first_printing;
        entry->related = from->related;
    }
}

/* PAGE as it was found, with the ids that the archive gave; NULL: it is lost. */
static struct archive_page *read_again(const struct archive *archive, struct arena *keep,
                                       const struct archive_page *page)
{
    struct page_result result;
    struct page_source *source = archive->source;
    struct archive_page *whole = NULL;
    if (!source)
        return NULL; /* the archive outlived it */
    bool read = source->read(source, keep, page, &result);
    int error = read ? 0 : errno;
    if (read)
        whole = archive_page_new(keep, result.page, &result.stories, page->slug);
    if (whole && whole->stories.len == page->stories.len && whole->entries_len == page->entries_len)
        return whole;
    lose(source, page, error);
    return NULL;
}

const struct archive_page *page_whole(const struct archive *archive, struct arena *keep,
                                      const struct archive_page *page)
{
    struct archive_page *whole = page->light ? read_again(archive, keep, page) : NULL;
    if (!whole)
        return page;
    copy_archived(whole, page);
    return whole;
}

void page_make_whole(struct archive *archive, struct archive_page *page)
{
    struct archive_page *whole = page->light ? read_again(archive, archive->keep, page) : NULL;
    if (!whole)
        return;
    copy_archived(whole, page);
    page->page = whole->page;
    page->stories = whole->stories;
    page->light = false;
    for (size_t i = 0; i < page->entries_len; i++)
        page->entries[i].story = whole->entries[i].story;
    archive_take_words(archive, page);
    pieces_find(archive->keep, page);
}

const struct archive_page *page_at_hand(struct pages_at_hand *pages,
                                        const struct archive_page *page)
{
    for (size_t i = 0; i < PAGES_AT_HAND; i++)
        if (pages->at[i].page == page)
            return pages->at[i].whole;
    size_t place = pages->next;
    pages->next = (place + 1) % PAGES_AT_HAND;
    arena_reset(&pages->at[place].keep);
    pages->at[place].page = page;
    pages->at[place].whole = page_whole(pages->archive, &pages->at[place].keep, page);
    return pages->at[place].whole;
}

const struct entry *entry_at_hand(struct pages_at_hand *pages, const struct entry *entry)
{
    return &page_at_hand(pages, entry->page)->entries[entry->place];
}

void pages_at_hand_clear(struct pages_at_hand *pages)
{
    for (size_t i = 0; i < PAGES_AT_HAND; i++)
        arena_clear(&pages->at[i].keep);
}
