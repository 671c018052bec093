/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/wordlist.h"
#include "story/confidence.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* A story of a headline and PARAGRAPHS paragraphs, chosen with MARGIN, that lacks nothing. */
static struct story story_of(double margin, size_t paragraphs)
{
    static struct span nowhere[] = {{0, 1}};
    struct story story = {.kind = KIND_STORY, .margin = margin};
    for (size_t i = 0; i <= paragraphs; i++)
        vec_push(&keep, &story.blocks,
                 (struct block){.role = i ? ROLE_PARAGRAPH : ROLE_HEADLINE,
                                .text = STR("水库管护员守堤三十年"),
                                .spans = {nowhere, 1, 1}});
    return story;
}

static struct story photo(void)
{
    struct story story = story_of(0.0, 1);
    story.kind = KIND_PHOTO;
    story.blocks.at[1].role = ROLE_CAPTION;
    return story;
}

/* How sure STORY is on a page with one that is no matter of doubt. */
static double sure(struct story story)
{
    struct story page[] = {story, story_of(6.0, 4)};
    confidence_rate(page, COUNT(page));
    assert_true(page[0].confidence > 0.0 && page[0].confidence < 1.0);
    return page[0].confidence;
}

static void test_margin(void **state)
{
    (void)state;
    static const double margins[] = {0.0, 0.5, 1.0, 2.0, 3.0};
    for (size_t i = 1; i < COUNT(margins); i++)
        assert_true(sure(story_of(margins[i], 4)) > sure(story_of(margins[i - 1], 4)));
}

/* Beyond some nats nothing is added, however much it is. */
static void test_margin_has_an_end(void **state)
{
    (void)state;
    double much = sure(story_of(20.0, 4)), more = sure(story_of(1e9, 4));
    assert_true(more <= much && more >= much);
}

/* A picture was not chosen among texts, and its margin says nothing. */
static void test_photo(void **state)
{
    (void)state;
    struct story picture = photo(), other = photo();
    other.margin = 6.0;
    double sure_of_picture = sure(picture);
    assert_true(sure_of_picture > sure(story_of(0.0, 1)));
    assert_true(sure_of_picture <= sure(other) && sure_of_picture >= sure(other));
}

static void test_single_paragraph(void **state)
{
    (void)state;
    double single = sure(story_of(3.0, 1));
    assert_true(sure(story_of(3.0, 4)) > single);
    assert_true(sure(story_of(3.0, 12)) > sure(story_of(3.0, 4)));
}

/* What lacks its start and its end, and perhaps a headline, is less sure than what lacks nothing.
 */
static void test_lacks(void **state)
{
    (void)state;
    struct story whole = story_of(3.0, 4), torn = whole;
    torn.truncated_start = torn.truncated_end = true;
    assert_true(sure(torn) < sure(whole));
    torn.headline_derived = true;
    assert_true(sure(torn) < sure(whole));
}

static void test_residue_has_none(void **state)
{
    (void)state;
    struct story page[] = {story_of(6.0, 4), story_of(6.0, 4)};
    page[1].kind = KIND_RESIDUE;
    confidence_rate(page, COUNT(page));
    assert_true(page[0].confidence > 0.0);
    assert_true(page[1].confidence <= 0.0);
    confidence_rate(page, 0);
}

static size_t lines_in(struct str text)
{
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

static size_t words_in(struct str line)
{
    size_t words = 1;
    for (size_t i = 0; i < line.len; i++)
        words += line.ptr[i] == ' ';
    return words;
}

/* A row of names, then one for each story, as long as it; residue has none. */
static void test_dump(void **state)
{
    (void)state;
    struct story at[] = {story_of(1.0, 4), photo(), story_of(6.0, 4)};
    at[2].kind = KIND_RESIDUE;
    struct buf out = {0};
    confidence_dump(&out, &(struct stories){at, COUNT(at), COUNT(at)});
    struct str text = buf_view(&out);
    assert_true(str_starts(text, STR("confidence at one margin ")));
    assert_int_equal(lines_in(text), 3);
    size_t words = words_in(str_slice(text, 0, str_find(text, STR("\n"), 0)));
    for (size_t at_line = 0; at_line < text.len;) {
        size_t end = str_find(text, STR("\n"), at_line);
        assert_int_equal(words_in(str_slice(text, at_line, end)), words);
        at_line = end + 1;
    }
    buf_clear(&out);
}

/* A headline on the first line, and on line AT one paragraph with TEXT. */
static struct story brief(uint32_t at, const char *text)
{
    struct story story = story_of(3.0, 1);
    story.blocks.at[0].first_line = story.blocks.at[0].last_line = 1;
    story.blocks.at[1].first_line = story.blocks.at[1].last_line = at;
    story.blocks.at[1].gap = 1;
    story.blocks.at[1].text = str_of(text);
    return story;
}

/* One paragraph is a story if it ends and stands right below its headline; else it is likely a
   piece of one. */
static void test_short_news(void **state)
{
    (void)state;
    double whole = sure(brief(3, "新渠今天通水。"));
    assert_true(whole > 0.7);
    assert_true(sure(brief(9, "新渠今天通水。")) < 0.5);
    assert_true(sure(brief(3, "新渠今天")) < 0.5);
    struct story headless = brief(3, "新渠今天通水。");
    headless.headline_derived = true;
    assert_true(sure(headless) < whole);
    struct story news[] = {story_of(3.0, 1), story_of(3.0, 1), story_of(3.0, 1)};
    struct story mixed[] = {story_of(3.0, 1), story_of(3.0, 4), story_of(3.0, 5)};
    confidence_rate(news, COUNT(news));
    confidence_rate(mixed, COUNT(mixed));
    assert_true(news[0].confidence > mixed[0].confidence + 0.2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_margin), cmocka_unit_test(test_margin_has_an_end),
        cmocka_unit_test(test_photo),  cmocka_unit_test(test_single_paragraph),
        cmocka_unit_test(test_lacks),  cmocka_unit_test(test_residue_has_none),
        cmocka_unit_test(test_dump),   cmocka_unit_test(test_short_news),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
