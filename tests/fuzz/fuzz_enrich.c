/* SPDX-License-Identifier: MIT */
/*
 * Raw text → facts: who, where, what about, when. Each line is a block, a blank one ends a story.
 * All evidence lies on the page, and recording the grounds changes nothing.
 */
#include "fuzz.h"

#include "../enrich/story_of.h"
#include "base/utf8.h"
#include "enrich/credits.h"
#include "enrich/date_words.h"
#include "enrich/name_form.h"
#include "enrich/place_names.h"
#include "page/decode.h"
#include "page/page_number.h"
#include "page/typed_date.h"

struct drafts VEC_OF(struct draft);

/* The first line of a story is its headline; one that begins with a mark signs it. */
static struct scene scene_read(struct arena *keep, struct str text)
{
    struct drafts drafts = {0};
    bool first = true;
    while (text.len) {
        struct str line = str_cut(&text, '\n');
        bool blank = utf8_all_blank(line), signs = str_starts(line, STR("□"));
        enum role role = first ? ROLE_HEADLINE : signs ? ROLE_BYLINE : ROLE_PARAGRAPH;
        vec_push(keep, &drafts, (struct draft){role, blank ? NULL : str_c(keep, line)});
        first = blank;
    }
    return scene_of(keep, drafts.at, drafts.len);
}

static void check_evidence(const struct page *page, const struct evidences *evidence)
{
    size_t bad;
    for (size_t i = 0; i < evidence->len; i++) {
        struct span span = evidence->at[i].span;
        CHECK(span.start <= span.end && span.end <= page->text.len);
        CHECK(utf8_valid(evidence->at[i].text, &bad));
        CHECK(utf8_valid(str_slice(page->text, span.start, span.end), &bad));
    }
}

static void check_story(const struct page *page, const struct story *story)
{
    size_t bad;
    for (size_t i = 0; i < story->bylines.len; i++) {
        CHECK(story->bylines.at[i].name.len);
        CHECK(utf8_valid(story->bylines.at[i].name, &bad));
        CHECK(story->bylines.at[i].span.end <= page->text.len);
    }
    for (size_t i = 0; i < story->counties.len; i++)
        check_evidence(page, &story->counties.at[i].evidence);
    for (size_t i = 0; i < story->topics.len; i++)
        check_evidence(page, &story->topics.at[i].evidence);
    check_evidence(page, &story->date.evidence);
    CHECK(story->date.value.month <= 12 && story->date.value.day <= 31);
    CHECK(story->date.precision == PRECISION_NONE || story->date.value.year);
}

static void check_story_alike(const struct story *a, const struct story *b)
{
    CHECK(a->bylines.len == b->bylines.len && a->counties.len == b->counties.len);
    CHECK(a->passing.len == b->passing.len && a->open.len == b->open.len);
    CHECK(a->topics.len == b->topics.len && a->regions.len == b->regions.len);
    for (size_t i = 0; i < a->bylines.len; i++)
        CHECK(str_eq(a->bylines.at[i].name, b->bylines.at[i].name) &&
              a->bylines.at[i].role == b->bylines.at[i].role);
    for (size_t i = 0; i < a->counties.len; i++)
        CHECK(a->counties.at[i].county == b->counties.at[i].county);
    for (size_t i = 0; i < a->topics.len; i++)
        CHECK(a->topics.at[i].topic == b->topics.at[i].topic);
    CHECK(a->date.precision == b->date.precision && a->date.value.year == b->date.value.year &&
          a->date.value.month == b->date.value.month && a->date.value.day == b->date.value.day);
}

static void check_alike(const struct stories *a, const struct stories *b)
{
    CHECK(a->len == b->len);
    for (size_t i = 0; i < a->len; i++)
        check_story_alike(&a->at[i], &b->at[i]);
}

/* What reads words alone. */
static void read_words(struct arena *keep, struct str text)
{
    struct date date;
    struct date_words words;
    struct str number;
    struct date_parts parts = DATE_PARTS_NONE;
    for (size_t at = 0; date_words_next(text, at, &words); at = words.end)
        CHECK(words.at >= at && words.at < words.end && words.end <= text.len);
    CHECK(date_read(text, &date) <= text.len);
    page_number_typed(keep, text, &number);
    page_number_named(keep, text, &(size_t){0});
    date_typed(text, &date);
    struct name_day day;
    for (size_t at = 0, end; at < text.len; at = end ? end : at + 1) {
        end = name_day_at(text, at, &day);
        CHECK(!end || (end > at && end <= text.len));
    }
    date_parts_add(&parts, text);
    credits_read(keep, fuzz_reference()->surnames, text, true);
    credits_read(keep, fuzz_reference()->surnames, text, false);
    place_short_townships(keep, fuzz_reference()->gazetteer, text, 2, true);
    name_form(keep, text, true);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct grounds grounds = {0};
    struct page page = {.path = STR("a.txt"), .diags.keep = &keep};
    page_decode(&keep, &page, input_of(data, size));
    struct scene scene = scene_read(&keep, page.text), again = scene_read(&keep, page.text);
    enrich_stories(&keep, scene.page, &scene.stories, fuzz_reference(), NULL);
    enrich_stories(&keep, again.page, &again.stories, fuzz_reference(), &grounds);
    for (size_t i = 0; i < scene.stories.len; i++)
        check_story(scene.page, &scene.stories.at[i]);
    check_alike(&scene.stories, &again.stories);
    read_words(&keep, page.text);
    arena_clear(&grounds.keep);
    arena_clear(&keep);
    return 0;
}
