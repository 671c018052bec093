/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/made.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const struct archive_page *add(struct page *page, struct stories stories)
{
    struct archive *archive = archive_new(&keep, NULL, NULL);
    archive_add(archive, page, &stories, STR("a"));
    return archive->pages.at[0];
}

static const struct archive_page *made(const struct made_line *lines, size_t len)
{
    struct page *page = made_text(&keep, "a.txt", lines, len);
    return add(page, made_stories(&keep, page, lines, len));
}

#define MADE(...)                                 \
    made((const struct made_line[]){__VA_ARGS__}, \
         sizeof((const struct made_line[]){__VA_ARGS__}) / sizeof(struct made_line))

static void expect(const struct archive_page *page, size_t i, size_t story, size_t turn,
                   uint32_t first, uint32_t last)
{
    assert_true(i < page->pieces.len);
    const struct piece *piece = &page->pieces.at[i];
    assert_int_equal(piece->number, i + 1);
    assert_int_equal(piece->entry ? piece->entry->place + 1 : 0, story);
    assert_int_equal(piece->turn, turn);
    assert_int_equal(piece->first_line, first);
    assert_int_equal(piece->last_line, last);
}

static void a_story_in_one_run_is_one_piece(void **state)
{
    (void)state;
    const struct archive_page *page =
        MADE({"题", 1, ROLE_HEADLINE, 0}, {"", -1, 0, 0}, {" 正文一", 1, ROLE_PARAGRAPH, 0},
             {"正文二", 1, ROLE_PARAGRAPH, 0});
    assert_int_equal(page->pieces.len, 1);
    expect(page, 0, 1, 1, 1, 4);
    const struct piece *piece = &page->pieces.at[0];
    assert_int_equal(piece->roles, 1u << ROLE_HEADLINE | 1u << ROLE_PARAGRAPH);
    assert_int_equal(piece->chars, 7);
    assert_ptr_equal(page->entries[0].first, piece);
    assert_null(piece->next);
}

static void a_headline_below_its_text_is_a_piece_that_is_read_first(void **state)
{
    (void)state;
    const struct archive_page *page =
        MADE({"甲文", 1, ROLE_PARAGRAPH, 1}, {"乙文", 2, ROLE_PARAGRAPH, 1},
             {"甲题", 1, ROLE_HEADLINE, 0}, {"乙题", 2, ROLE_HEADLINE, 0});
    assert_int_equal(page->pieces.len, 4);
    expect(page, 0, 1, 2, 1, 1);
    expect(page, 1, 2, 2, 2, 2);
    expect(page, 2, 1, 1, 3, 3);
    expect(page, 3, 2, 1, 4, 4);
    assert_int_equal(page->entries[0].pieces_len, 2);
    assert_ptr_equal(page->entries[0].first, &page->pieces.at[2]);
    assert_ptr_equal(page->pieces.at[2].next, &page->pieces.at[0]);
    assert_ptr_equal(page->pieces.at[0].previous, &page->pieces.at[2]);
    assert_int_equal(page->pieces.at[3].before, 6);
}

static void neighbours_that_are_not_read_in_turn_are_two_pieces(void **state)
{
    (void)state;
    const struct archive_page *page =
        MADE({"尾", 1, ROLE_PARAGRAPH, 1}, {"头", 1, ROLE_PARAGRAPH, 0});
    assert_int_equal(page->pieces.len, 2);
    expect(page, 0, 1, 2, 1, 1);
    expect(page, 1, 1, 1, 2, 2);
}

static void residue_that_stands_together_is_one_piece(void **state)
{
    (void)state;
    const struct archive_page *page =
        MADE({"资料图片", 0, ROLE_PLACEHOLDER, 0}, {"责任编辑", 0, ROLE_FURNITURE, 0},
             {"文", 1, ROLE_PARAGRAPH, 0}, {"资料图片", 0, ROLE_PLACEHOLDER, 0});
    assert_int_equal(page->pieces.len, 3);
    expect(page, 0, 0, 0, 1, 2);
    expect(page, 1, 1, 1, 3, 3);
    expect(page, 2, 0, 0, 4, 4);
}

static void what_no_story_holds_is_residue(void **state)
{
    (void)state;
    const struct archive_page *page = MADE({"甲", 1, ROLE_PARAGRAPH, 0}, {" 失 ", -1, 0, 0},
                                           {"乙", 1, ROLE_PARAGRAPH, 0}, {"落", -1, 0, 0});
    assert_int_equal(page->pieces.len, 4);
    expect(page, 1, 0, 0, 2, 2);
    assert_int_equal(page->pieces.at[1].chars, 1);
    assert_int_equal(page->pieces.at[1].roles, 0);
    expect(page, 3, 0, 0, 4, 4);
}

static void front_matter_is_apart_and_not_counted(void **state)
{
    (void)state;
    const struct made_line lines[] = {
        {"---", -1, 0, 0},
        {"page: 3", -1, 0, 0},
        {"---", -1, 0, 0},
        {"报头", 0, ROLE_FURNITURE, 0},
        {"文", 1, ROLE_PARAGRAPH, 0},
    };
    struct page *page = made_text(&keep, "a.txt", lines, 5);
    page->front = (struct span){0, page->lines.at[3].span.start};
    struct stories stories = made_stories(&keep, page, lines, 5);
    page->lines.at += 3;
    page->lines.len -= 3;
    const struct archive_page *added = add(page, stories);
    assert_int_equal(added->pieces.len, 3);
    expect(added, 0, 0, 0, 1, 3);
    assert_true(added->pieces.at[0].front);
    expect(added, 1, 0, 0, 4, 4);
    assert_false(added->pieces.at[1].front);
    assert_int_equal(added->pieces.at[1].before, 0);
    assert_int_equal(added->pieces.at[2].before, 2);
}

static void two_stories_on_one_line_are_two_pieces(void **state)
{
    (void)state;
    const struct made_line lines[] = {{"甲甲 乙乙", 1, ROLE_PARAGRAPH, 0},
                                      {"乙乙", 2, ROLE_PARAGRAPH, 0}};
    struct page *page = made_text(&keep, "a.txt", lines, 2);
    struct stories stories = made_stories(&keep, page, lines, 2);
    stories.at[0].blocks.at[0].spans.at[0].end = 6;
    stories.at[1].blocks.at[0].spans.at[0].start = 7;
    const struct archive_page *added = add(page, stories);
    assert_int_equal(added->pieces.len, 2);
    expect(added, 0, 1, 1, 1, 1);
    expect(added, 1, 2, 1, 1, 2);
}

static void a_page_without_text_has_no_pieces(void **state)
{
    (void)state;
    const struct archive_page *page = MADE({"", -1, 0, 0});
    assert_int_equal(page->pieces.len, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_story_in_one_run_is_one_piece),
        TEST(a_headline_below_its_text_is_a_piece_that_is_read_first),
        TEST(neighbours_that_are_not_read_in_turn_are_two_pieces),
        TEST(residue_that_stands_together_is_one_piece),
        TEST(what_no_story_holds_is_residue),
        TEST(front_matter_is_apart_and_not_counted),
        TEST(two_stories_on_one_line_are_two_pieces),
        TEST(a_page_without_text_has_no_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
