/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/doubts.h"
#include "archive/made.h"
#include "archive/with_archive.h"

enum { LINES = 30 };

/* A page with a story of one line for each confidence. */
static void add_page(const char *path, const double *confidences, size_t len)
{
    struct made_line lines[LINES];
    for (size_t i = 0; i < len; i++)
        lines[i] = (struct made_line){str_format(&keep, "　题%zu", i + 1).ptr, (int)i + 1,
                                      ROLE_HEADLINE, 0};
    struct page *page = made_text(&keep, path, lines, len);
    struct stories stories = made_stories(&keep, page, lines, len);
    for (size_t i = 0; i < len; i++) {
        stories.at[i].confidence = confidences[i];
        stories.at[i].id = str_format(&keep, "%s-%zu", path, i);
    }
    archive_add(archive, page, &stories, page->path);
}

#define ADD_PAGE(path, ...)                         \
    add_page((path), (const double[]){__VA_ARGS__}, \
             sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

/* The findings, as they are printed. */
static struct str told(void)
{
    struct buf lines = {0};
    for (size_t i = 0; i < diags.len; i++) {
        assert_int_equal(diag_level(diags.at[i].id), DIAG_NOTE);
        diag_print(&lines, &diags.at[i]);
    }
    struct str kept = str_dup(&keep, buf_view(&lines));
    buf_clear(&lines);
    return kept;
}

static void test_the_most_doubtful_first(void **state)
{
    (void)state;
    ADD_PAGE("b.txt", .3, .95, .899);
    ADD_PAGE("a.txt", .5, .3, .9);
    archive_index(archive);
    assert_int_equal(doubts_tell(archive, false, &diags), 4);
#define LINE(where, headline, confidence)       \
    where ": note: the story headed '" headline \
          "' may be put together wrong (confidence " confidence "); compare it with the page\n"
    assert_str(told(), LINE("a.txt:2:2", "题2", "0.30") LINE("b.txt:1:2", "题1", "0.30")
                           LINE("a.txt:1:2", "题1", "0.50") LINE("b.txt:3:2", "题3", "0.89"));
}

static void test_nothing_is_told_of_what_is_sure(void **state)
{
    (void)state;
    ADD_PAGE("a.txt", .9, .95, 1);
    archive_index(archive);
    assert_int_equal(doubts_tell(archive, false, &diags), 0);
    assert_int_equal(diags.len, 0);
}

static void test_residue_is_nobodys_doubt(void **state)
{
    (void)state;
    const struct made_line lines[] = {{"责任编辑", MADE_RESIDUE, ROLE_FURNITURE, 0}};
    struct page *page = made_text(&keep, "a.txt", lines, 1);
    struct stories stories = made_stories(&keep, page, lines, 1);
    archive_add(archive, page, &stories, STR("a"));
    archive_index(archive);
    assert_int_equal(doubts_tell(archive, false, &diags), 0);
}

static void test_a_headline_that_was_made_is_none_of_the_page(void **state)
{
    (void)state;
    ADD_PAGE("a.txt", .5);
    struct story *story = &archive->pages.at[0]->stories.at[0];
    story->headline = STR("一二三四五六七八九十一二三四五六七八九十一二三四五");
    story->headline_derived = true;
    archive_index(archive);
    doubts_tell(archive, false, &diags);
    assert_str(diags.at[0].what, "the story that begins "
                                 "'一二三四五六七八九十一二三四五六七八九十一二三四…' "
                                 "may be put together wrong (confidence 0.50)");
}

static void add_doubts(size_t len)
{
    double confidences[LINES];
    for (size_t i = 0; i < len; i++)
        confidences[i] = .5;
    add_page("a.txt", confidences, len);
    archive_index(archive);
    assert_int_equal(doubts_tell(archive, false, &diags), len);
}

static void test_twenty_are_named(void **state)
{
    (void)state;
    add_doubts(20);
    assert_int_equal(diags.len, 20);
    assert_int_equal(diags.at[19].id, D_STORY_DOUBTFUL);
}

static void test_one_more_is_counted(void **state)
{
    (void)state;
    add_doubts(21);
    assert_int_equal(diags.len, 21);
    assert_int_equal(diags.at[20].id, D_STORIES_DOUBTFUL);
    assert_str(diags.at[20].what, "1 more story has a confidence below 0.9");
}

static void test_more_are_counted(void **state)
{
    (void)state;
    add_doubts(30);
    assert_int_equal(diags.len, 21);
    assert_str(diags.at[20].what, "10 more stories have a confidence below 0.9");
}

static void test_all_are_named_where_they_are_wanted(void **state)
{
    (void)state;
    add_doubts(30);
    diags.len = 0;
    assert_int_equal(doubts_tell(archive, true, &diags), 30);
    assert_int_equal(diags.len, 30);
    assert_int_equal(diags.at[29].id, D_STORY_DOUBTFUL);
}

static void test_undated_stories_are_counted(void **state)
{
    (void)state;
    ADD_PAGE("a.txt", 1, 1, 1);
    archive->pages.at[0]->stories.at[1].date =
        (struct story_date){.value = {.year = 1986}, .precision = PRECISION_YEAR};
    archive_index(archive);
    undated_tell(archive, &diags);
    assert_int_equal(diags.len, 1);
    assert_int_equal(diags.at[0].id, D_UNDATED);
    assert_str(diags.at[0].what, "nothing dates this story and 1 more");
}

static void test_dated_stories_are_not_told_of(void **state)
{
    (void)state;
    ADD_PAGE("a.txt", 1);
    archive->pages.at[0]->stories.at[0].date =
        (struct story_date){.value = {.year = 1986}, .precision = PRECISION_YEAR};
    archive_index(archive);
    undated_tell(archive, &diags);
    assert_int_equal(diags.len, 0);
}

static void test_pages_without_a_newspaper_are_counted(void **state)
{
    (void)state;
    ADD_PAGE("a.txt", 1);
    ADD_PAGE("b.txt", 1);
    ADD_PAGE("c.txt", 1);
    archive_index(archive);
    unnamed_tell(archive, &diags);
    assert_int_equal(diags.len, 1);
    assert_int_equal(diags.at[0].id, D_PAPER_UNKNOWN);
    assert_str(diags.at[0].what, "nothing says what newspaper this page and 2 more are of");
    for (size_t i = 0; i < archive->pages.len; i++)
        ((struct page *)archive->pages.at[i]->page)->facts.publication = STR("东河报");
    diags.len = 0;
    unnamed_tell(archive, &diags);
    assert_int_equal(diags.len, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_the_most_doubtful_first),
        TEST(test_nothing_is_told_of_what_is_sure),
        TEST(test_residue_is_nobodys_doubt),
        TEST(test_twenty_are_named),
        TEST(test_one_more_is_counted),
        TEST(test_more_are_counted),
        TEST(test_all_are_named_where_they_are_wanted),
        TEST(test_a_headline_that_was_made_is_none_of_the_page),
        TEST(test_undated_stories_are_counted),
        TEST(test_dated_stories_are_not_told_of),
        TEST(test_pages_without_a_newspaper_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
