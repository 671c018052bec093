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

/* Short stories are pieces among long ones, and news among short ones or alone. */
static void test_short_news(void **state)
{
    (void)state;
    struct story news[] = {story_of(3.0, 1), story_of(3.0, 1), story_of(3.0, 1)};
    struct story mixed[] = {story_of(3.0, 1), story_of(3.0, 4), story_of(3.0, 5)};
    struct story alone[] = {story_of(3.0, 1)};
    struct story headless[] = {story_of(3.0, 1), story_of(3.0, 1), story_of(3.0, 1)};
    headless[0].headline_derived = true;
    confidence_rate(news, COUNT(news));
    confidence_rate(mixed, COUNT(mixed));
    confidence_rate(alone, COUNT(alone));
    confidence_rate(headless, COUNT(headless));
    assert_true(news[0].confidence > 0.9);
    assert_true(alone[0].confidence > 0.9);
    assert_true(mixed[0].confidence < 0.5);
    assert_true(headless[0].confidence < 0.5);
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
