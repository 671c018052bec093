/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/made.h"
#include "archive/printings.h"
#include "archive/with_archive.h"

/* LETTERS of a text that SEED decides, with a comma after each ten. */
static struct str text_of(uint32_t seed, size_t letters)
{
    struct buf text = {0};
    uint32_t state = seed * 2654435761u + 1;
    for (size_t i = 0; i < letters; i++) {
        state = state * 1664525u + 1013904223u;
        utf8_add(&text, 0x4e00 + (state >> 16) % 3000);
        if (i % 10 == 9)
            buf_str(&text, STR("，"));
    }
    struct str kept = str_dup(&keep, buf_view(&text));
    buf_clear(&text);
    return kept;
}

/* Adds a page of its own with one story of TEXT, and one with another. */
static void add(const char *path, struct str text, struct str other)
{
    const struct made_line lines[] = {{"题一", 1, ROLE_HEADLINE, 0},
                                      {str_c(&keep, text), 1, ROLE_PARAGRAPH, 1},
                                      {"题二", 2, ROLE_HEADLINE, 0},
                                      {str_c(&keep, other), 2, ROLE_PARAGRAPH, 1}};
    struct page *page = made_text(&keep, path, lines, 4);
    struct stories stories = made_stories(&keep, page, lines, 4);
    for (size_t i = 0; i < stories.len; i++)
        stories.at[i].id = str_format(&keep, "%s-%zu", path, i);
    archive_add(archive, page, &stories, str_of(path));
}

static const struct entry *entry_of(const char *id)
{
    for (size_t i = 0; i < archive->entries.len; i++)
        if (str_eq(archive->entries.at[i]->story->id, str_of(id)))
            return archive->entries.at[i];
    fail_msg("no story %s", id);
    return NULL;
}

static void assert_printings(const char *id, size_t len)
{
    const struct entries *printings = entry_of(id)->printings;
    assert_int_equal(printings ? printings->len : 1, len);
}

static void test_the_same_text_on_other_pages(void **state)
{
    (void)state;
    struct str sent = text_of(1, 600);
    add("a", sent, text_of(2, 600));
    add("b", str_format(&keep, "%.*s%.*s", STR_FMT(text_of(3, 40)), STR_FMT(sent)),
        text_of(4, 600));
    add("c", utf8_head(sent, 300), text_of(5, 600)); /* cut */
    archive_index(archive);
    assert_printings("a-0", 3);
    assert_ptr_equal(entry_of("a-0")->printings, entry_of("b-0")->printings);
    assert_ptr_equal(entry_of("a-0")->printings, entry_of("c-0")->printings);
    assert_printings("a-1", 1);
    assert_printings("b-1", 1);
}

static void test_other_texts(void **state)
{
    (void)state;
    struct str shared = text_of(1, 200);
    add("a", str_format(&keep, "%.*s%.*s", STR_FMT(shared), STR_FMT(text_of(2, 400))),
        text_of(6, 600));
    add("b", str_format(&keep, "%.*s%.*s", STR_FMT(shared), STR_FMT(text_of(3, 400))),
        text_of(4, 60));
    add("c", text_of(5, 600), text_of(4, 60)); /* too short to tell */
    archive_index(archive);
    assert_printings("b-0", 1);
    assert_printings("b-1", 1);
    assert_printings("c-1", 1);
    assert_printings("c-0", 1);
}

static void test_one_page_prints_nothing_twice(void **state)
{
    (void)state;
    add("a", text_of(1, 600), text_of(1, 600));
    archive_index(archive);
    assert_printings("a-0", 1);
}

static void test_traditional_characters(void **state)
{
    (void)state;
    struct buf simple = {0}, traditional = {0};
    for (size_t i = 0; i < 60; i++) {
        struct str part = text_of((uint32_t)i + 10, 6);
        buf_fmt(&simple, "%.*s国%.*s", STR_FMT(part), STR_FMT(part));
        buf_fmt(&traditional, "%.*s國%.*s", STR_FMT(part), STR_FMT(part));
    }
    add("a", buf_view(&simple), text_of(2, 600));
    add("b", buf_view(&traditional), text_of(3, 600));
    buf_clear(&simple);
    buf_clear(&traditional);
    archive_index(archive);
    assert_printings("a-0", 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_same_text_on_other_pages, setup, teardown),
        cmocka_unit_test_setup_teardown(test_other_texts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_one_page_prints_nothing_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(test_traditional_characters, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
