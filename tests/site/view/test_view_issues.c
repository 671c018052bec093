/* SPDX-License-Identifier: MIT */
/* The lists of newspaper pages, and what leads to them. */
#include "testing.h"

#include "site/archive_of.h"
#include "site/plan.h"

/* A page without stories, as far as these lists say it. */
struct leaf {
    const char *path, *publication, *number, *name;
    struct date date;
};

static struct told_site t;

static void add(const struct leaf *leaf)
{
    struct page *page = ARENA_NEW(&t.keep, struct page);
    *page = (struct page){.path = str_of(leaf->path), .diags.keep = &t.keep};
    page->facts = (struct page_facts){
        .publication = str_of(leaf->publication),
        .number = str_of(leaf->number),
        .name = str_of(leaf->name),
        .date = leaf->date,
        .date_basis = leaf->date.year ? BASIS_PATH : BASIS_NONE,
    };
    archive_add(t.archive, page, &(struct stories){0},
                page_slug(&t.keep, &t.reference, page->path));
}

static void archive_of_leaves(const struct leaf *leaves, size_t len)
{
    archive_of(&t, NULL, 0);
    t.site.archive = t.archive = archive_new(&t.keep, &t.reference, &t.diags);
    for (size_t i = 0; i < len; i++)
        add(&leaves[i]);
    archive_index(t.archive);
}

static int teardown(void **state)
{
    (void)state;
    told_clear(&t);
    return 0;
}

/* The subject of the file PATH. */
static struct value subject_at(const char *path)
{
    struct outputs outputs = site_plan(&t.keep, &t.site); /* lives as long */
    for (size_t i = 0; i < outputs.len; i++)
        if (str_eq(outputs.at[i].path, str_of(path)))
            return view_of(&t.keep, &t.site, &outputs.at[i])->subject;
    fail_msg("no file %s", path);
    return VALUE_NONE;
}

/* The pages of a sheet, a line an issue: "9月 26日 甲报: 第1版 第2版". */
static struct str shown(struct value sheet)
{
    struct arena *keep = &t.keep;
    struct buf out = {0};
    for (size_t i = 0; i < len_at(keep, sheet, "months"); i++) {
        struct value month = item_at(keep, sheet, "months", i);
        for (size_t k = 0; k < len_at(keep, month, "issues"); k++) {
            struct value issue = item_at(keep, month, "issues", k);
            struct value day = value_at(keep, issue, "day"), paper = value_at(keep, issue, "paper");
            buf_fmt(&out, "%.*s %.*s %.*s:", STR_FMT(text_at(keep, month, "label")),
                    STR_FMT(day.text), STR_FMT(paper.text));
            for (size_t p = 0; p < len_at(keep, issue, "pages"); p++)
                buf_fmt(&out, " %.*s",
                        STR_FMT(text_at(keep, item_at(keep, issue, "pages", p), "text")));
            buf_byte(&out, '\n');
        }
    }
    struct str kept = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static const struct leaf leaves[] = {
    {"content/甲/10.txt", "甲报", "10", NULL, {2014, 9, 26}},
    {"content/甲/2.txt", "甲报", "2", NULL, {2014, 9, 26}},
    {"content/乙/1.txt", "乙报", "1", NULL, {2014, 9, 26}},
    {"content/甲/x.txt", "甲报", NULL, "副刊", {2014, 9, 25}},
    {"content/甲/m.txt", NULL, NULL, NULL, {2014, 9, 0}},
    {"content/甲/y.txt", "甲报", "1", NULL, {2014, 0, 0}},
    {"content/甲/z.txt", "甲报", "1", NULL, {2013, 12, 1}},
    {"content/无/b.txt", NULL, NULL, NULL, {0}},
    {"content/无/a.txt", NULL, NULL, NULL, {0}},
};

enum { LEAVES = sizeof leaves / sizeof *leaves };

static void pages_stand_by_month_day_newspaper_and_number(void **state)
{
    (void)state;
    archive_of_leaves(leaves, LEAVES);
    struct value year = subject_at("dates/2014-pages.html");
    assert_str(text_at(&t.keep, year, "title"), "2014年的原版面");
    assert_str(text_at(&t.keep, year, "deck"), "收有 6 个版面。");
    assert_str(shown(year), "9月 26日 乙报: 第1版\n"
                            "9月 26日 甲报: 第2版 第10版\n"
                            "9月 25日 甲报: 副刊\n"
                            "9月 只知月份 : m.txt\n"
                            "只知年份  甲报: 第1版\n");
    assert_str(text_at(&t.keep, item_at(&t.keep, year, "months", 0), "id"), "m09");
    assert_str(text_at(&t.keep, item_at(&t.keep, year, "months", 0), "count"), "5 个版面");
    assert_str(shown(subject_at("dates/undated-pages.html")), "日期不详  : a.txt b.txt\n");
}

/* Though the year has no story, and so no page of its own. */
static void each_list_is_led_to(void **state)
{
    (void)state;
    archive_of_leaves(leaves, LEAVES);
    struct value dates = subject_of(&t, PAGE_DATES, NULL, 1, 1);
    static const char *const lists[] = {"2014年 6 dates/2014-pages.html",
                                        "2013年 1 dates/2013-pages.html",
                                        "日期不详 2 dates/undated-pages.html"};
    assert_int_equal(len_at(&t.keep, dates, "issues"), 3);
    assert_str(text_at(&t.keep, dates, "issues_count"), "9 个版面");
    for (size_t i = 0; i < 3; i++) {
        struct value list = item_at(&t.keep, dates, "issues", i);
        assert_str(str_format(&t.keep, "%.*s %lld %.*s", STR_FMT(text_at(&t.keep, list, "name")),
                              value_at(&t.keep, list, "count").number,
                              STR_FMT(text_at(&t.keep, list, "href"))),
                   lists[i]);
    }
    struct value page = subject_of(&t, PAGE_SOURCE, t.archive->issues.at[0], 1, 1);
    assert_str(text_at(&t.keep, page, "issue_href"), "dates/2014-pages.html#m09");
    page = subject_of(&t, PAGE_SOURCE, t.archive->issues.at[LEAVES - 1], 1, 1);
    assert_str(text_at(&t.keep, page, "issue_href"), "dates/undated-pages.html");
}

static void many_go_over_sheets(void **state)
{
    (void)state;
    enum { MANY = 250 }; /* 200 on a sheet */
    struct arena names = {0};
    struct leaf *many = ARENA_ARRAY(&names, struct leaf, MANY);
    for (size_t i = 0; i < MANY; i++)
        many[i] = (struct leaf){
            .path = str_c(&names, str_format(&names, "content/%03zu.txt", i)),
            .publication = "甲报",
            .number = str_c(&names, str_format(&names, "%zu", i + 1)),
            .date = {2014, i < 150 ? 9 : 8, 1},
        };
    archive_of_leaves(many, MANY);
    t.config.per_page = 10;
    struct value first = subject_at("dates/2014-pages.html");
    struct value second = subject_at("dates/2014-pages-2.html");
    assert_str(text_at(&t.keep, first, "pager/next"), "dates/2014-pages-2.html");
    assert_str(text_at(&t.keep, second, "title"), "2014年的原版面，第 2 页");
    assert_int_equal(len_at(&t.keep, first, "months"), 2);
    struct value august = item_at(&t.keep, second, "months", 0);
    assert_str(text_at(&t.keep, august, "count"), "100 个版面，接上页");
    struct value issue = item_at(&t.keep, august, "issues", 0);
    assert_int_equal(len_at(&t.keep, issue, "pages"), 50);
    assert_str(text_at(&t.keep, item_at(&t.keep, issue, "pages", 0), "text"), "第201版");
    struct value page = subject_of(&t, PAGE_SOURCE, t.archive->issues.at[200], 1, 1);
    assert_str(text_at(&t.keep, page, "issue_href"), "dates/2014-pages-2.html#m08");
    arena_clear(&names);
}

/* A month and a year with stories say how many pages they have, those without stories too. */
static void a_month_leads_to_its_pages(void **state)
{
    (void)state;
    static const struct told told[] = {
        {.page = "content/a.txt", .body = "一", .date = {2014, 9, 1}, .basis = BASIS_MASTHEAD},
        {.page = "content/b.txt", .body = "二", .date = {2014, 8, 1}, .basis = BASIS_MASTHEAD},
    };
    archive_of(&t, told, 2);
    const struct year_index *year = t.archive->years.at[0];
    struct value month = subject_of(&t, PAGE_MONTH, &year->months[7], 1, 1);
    assert_str(text_at(&t.keep, month, "issues/text"), "这个月的 1 个原版面");
    assert_str(text_at(&t.keep, month, "issues/href"), "dates/2014-pages.html#m08");
    struct value all = subject_of(&t, PAGE_YEAR, year, 1, 1);
    assert_str(text_at(&t.keep, all, "issues/text"), "这一年的 2 个原版面");
    assert_str(text_at(&t.keep, all, "issues/href"), "dates/2014-pages.html");
}

#define TEST(name) cmocka_unit_test_teardown(name, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(pages_stand_by_month_day_newspaper_and_number),
        TEST(each_list_is_led_to),
        TEST(many_go_over_sheets),
        TEST(a_month_leads_to_its_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
