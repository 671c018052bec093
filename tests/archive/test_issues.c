/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/issues.h"
#include "with_archive.h"

/* A page, as far as its place depends on it. */
struct leaf {
    const char *path, *publication, *number;
    struct date date;
};

static const struct date friday = {2014, 9, 26}, september = {2014, 9, 0};

static void add(const struct leaf *leaf)
{
    struct page *page = ARENA_NEW(&keep, struct page);
    *page = (struct page){.path = str_of(leaf->path), .diags.keep = &keep};
    page->facts = (struct page_facts){
        .publication = str_of(leaf->publication),
        .number = str_of(leaf->number),
        .date = leaf->date,
        .date_basis = leaf->date.year ? BASIS_PATH : BASIS_NONE,
    };
    archive_add(archive, page, &(struct stories){0}, page->path);
}

/* Adds the pages from the last to the first; they are to come out in the order that they have. */
static void assert_order(const struct leaf *leaves, size_t len)
{
    for (size_t i = len; i-- > 0;)
        add(&leaves[i]);
    archive_index(archive);
    assert_int_equal(archive->issues.len, len);
    for (size_t i = 0; i < len; i++) {
        assert_str(archive->issues.at[i]->page->path, leaves[i].path);
        assert_int_equal(archive->issues.at[i]->turn, i);
    }
}

#define ASSERT_ORDER(...)                            \
    assert_order((const struct leaf[]){__VA_ARGS__}, \
                 sizeof((const struct leaf[]){__VA_ARGS__}) / sizeof(struct leaf))

static void by_number_not_by_name(void **state)
{
    (void)state;
    ASSERT_ORDER({"f/p01.txt", NULL, "1", friday}, {"f/p02.txt", NULL, "2", friday},
                 {"f/4版.txt", NULL, "4", friday}, {"f/9版.txt", NULL, "9", friday},
                 {"f/10版.txt", NULL, "10", friday}, {"f/A2版.txt", NULL, "A2", friday},
                 {"f/A10版.txt", NULL, "A10", friday}, {"f/B1版.txt", NULL, "B1", friday});
}

static void those_without_a_number_last_by_name(void **state)
{
    (void)state;
    ASSERT_ORDER({"f/z.txt", NULL, "12", friday}, {"f/scan 9.txt", NULL, NULL, friday},
                 {"f/scan 10.txt", NULL, NULL, friday});
}

static void one_number_twice(void **state)
{
    (void)state;
    ASSERT_ORDER({"f/1版上.txt", NULL, "1", friday}, {"f/1版下.txt", NULL, "1", friday},
                 {"f/0.txt", NULL, "2", friday});
}

static void newest_first_and_undated_last(void **state)
{
    (void)state;
    ASSERT_ORDER({"a/p09.txt", NULL, "9", {2015, 1, 2}}, {"b/p01.txt", NULL, "1", friday},
                 {"d/p01.txt", NULL, "1", september}, {"a/p02.txt", NULL, "2", {2014, 0, 0}},
                 {"a/p01.txt", NULL, "1", {0}});
}

static void newspaper_after_newspaper(void **state)
{
    (void)state;
    ASSERT_ORDER({"one/p01.txt", NULL, "1", friday}, {"one/p02.txt", NULL, "2", friday},
                 {"two/p01.txt", NULL, "1", friday}, {"all/b1.txt", "乙报", "1", friday},
                 {"all/a2.txt", "乙报", "2", friday}, {"p10/x.txt", "乙报", "10", friday},
                 {"all/a1.txt", "甲报", "1", friday});
}

/* A folder of what is not known to the day may hold many issues: 23 whole, then 24. */
static void of_no_day_by_name(void **state)
{
    (void)state;
    ASSERT_ORDER({"f/9-p01.txt", "乙报", "1", {0}}, {"f/23-p01.txt", "乙报", "1", {0}},
                 {"f/23-p02.txt", "乙报", "2", {0}}, {"f/24-p01.txt", "乙报", "1", {0}},
                 {"f/24－Ｐ02.txt", "乙报", "2", {0}});
}

/* … but where names do not say so, it is one issue by all that is known. */
static void of_no_day_by_number_too(void **state)
{
    (void)state;
    ASSERT_ORDER({"f/p01.txt", NULL, "1", september}, {"f/P02 要闻.txt", NULL, "2", september},
                 {"f/4版.txt", NULL, "4", september}, {"f/10版.txt", NULL, "10", september},
                 {"f/cover.txt", NULL, NULL, september}, {"f/scan 9.txt", NULL, "3", september});
}

static void what_is_one_issue(void **state)
{
    (void)state;
    static const struct leaf leaves[] = {
        {"f/a.txt", "乙报", "1", {2014, 9, 26}}, {"g/b.txt", "乙报", "2", {2014, 9, 26}},
        {"f/c.txt", "甲报", "1", {2014, 9, 26}}, {"f/d.txt", "乙报", "1", {2014, 9, 27}},
        {"f/e.txt", NULL, "1", {2014, 9, 26}},   {"f/f.txt", NULL, "2", {2014, 9, 26}},
        {"g/g.txt", NULL, "3", {2014, 9, 26}},   {"f/h.txt", "乙报", "1", {2014, 9, 0}},
        {"f/i.txt", "乙报", "2", {2014, 9, 0}},
    };
    for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++)
        add(&leaves[i]);
    archive_index(archive);
    const struct archive_page *pages[sizeof leaves / sizeof *leaves];
    for (size_t i = 0; i < archive->pages.len; i++)
        pages[archive->pages.at[i]->page->path.ptr[2] - 'a'] = archive->pages.at[i];
    assert_true(is_same_issue(pages[0], pages[1]));
    assert_false(is_same_issue(pages[0], pages[2]));
    assert_false(is_same_issue(pages[0], pages[3]));
    assert_false(is_same_issue(pages[0], pages[4]));
    assert_true(is_same_issue(pages[4], pages[5]));
    assert_false(is_same_issue(pages[5], pages[6]));
    assert_false(is_same_issue(pages[7], pages[8])); /* the month may have had several */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(by_number_not_by_name),     TEST(those_without_a_number_last_by_name),
        TEST(one_number_twice),          TEST(newest_first_and_undated_last),
        TEST(newspaper_after_newspaper), TEST(of_no_day_by_name),
        TEST(of_no_day_by_number_too),   TEST(what_is_one_issue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
