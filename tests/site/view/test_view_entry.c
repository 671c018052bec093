/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "site/archive_of.h"
#include "site/view/view_entry.h"

static void a_story_says_what_it_is(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t,
               &(struct told){.page = "content/2023/x.txt",
                              .headline = "创新模式 助力振兴",
                              .body = "田里忙。",
                              .date = {2023, 10, 17},
                              .basis = BASIS_TEXT,
                              .counties = {"141127", "141129"},
                              .topics = {"agriculture", "land", "culture"},
                              .people = {"马林", "张旭峰", "马林"},
                              .cut_end = true},
               1);
    struct entry_view view = {.site = &t.site, .entry = t.archive->entries.at[0]};
    struct value item = view_entry(&view);
    struct arena *keep = &t.keep;
    assert_true(str_starts(text_at(keep, item, "href"), STR("stories/2023-x-")));
    assert_str(text_at(keep, item, "page_href"), "pages/2023-x.html");
    assert_str(text_at(keep, item, "headline"), "创新模式 助力振兴");
    assert_int_equal(value_at(keep, item, "parts").list->len, 2);
    assert_false(value_at(keep, item, "derived").truth);
    assert_int_equal(value_at(keep, item, "kicker").kind, VALUE_NOTHING);
    assert_str(text_at(keep, item, "standfirst"), "田里忙。");
    assert_str(text_at(keep, item, "date/text"), "2023年10月17日");
    assert_true(value_at(keep, item, "date/supplied").truth);
    assert_str(text_at(keep, item, "places"), "岚县、中阳县");
    assert_str(text_at(keep, item, "topics"), "农业、土地");
    assert_str(text_at(keep, item, "people"), "马林　张旭峰");
    assert_str(text_at(keep, item, "cut"), "后缺");
    assert_false(value_at(keep, item, "photo").truth);
    told_clear(&t);
}

static void a_half_says_where_the_other_is(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {{.page = "a.txt", .headline = "甲", .body = "一", .cut_end = true},
                                {.page = "b.txt", .headline = "乙", .body = "二"}};
    archive_of(&t, told, 2);
    struct archive_page *const *pages = t.archive->pages.at;
    pages[1]->page->facts.number = STR("A4");
    struct entry *first = &pages[0]->entries[0], *second = &pages[1]->entries[0];
    struct entry_view view = {.site = &t.site, .entry = first};
    assert_str(text_at(&t.keep, view_entry(&view), "cut"), "后缺");
    first->continues = second;
    assert_str(text_at(&t.keep, view_entry(&view), "cut"), "下接第 A4 版");
    first->continued_from = second;
    assert_str(text_at(&t.keep, view_entry(&view), "cut"), "上接第 A4 版、下接第 A4 版");
    first->continues = NULL;
    assert_str(text_at(&t.keep, view_entry(&view), "cut"), "上接第 A4 版、后缺");
    told_clear(&t);
}

static void what_is_not_known_is_nothing(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.body = ""}, 1);
    struct entry_view view = {.site = &t.site, .entry = t.archive->entries.at[0]};
    struct value item = view_entry(&view);
    const char *const fields[] = {"parts",  "kicker", "standfirst", "places",
                                  "topics", "people", "cut"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_int_equal(value_at(&t.keep, item, fields[i]).kind, VALUE_NOTHING);
    assert_str(text_at(&t.keep, item, "date/text"), "日期不详");
    told_clear(&t);
}

static void many_names_are_cut_short_and_editors_left_out(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .people = {"甲", "乙", "丙", "丁", "戊", "己", "庚"}},
        {.page = "b.txt", .headline = "乙", .body = "二", .people = {"甲"}, .role = BYLINE_EDITOR},
    };
    archive_of(&t, told, 2);
    struct entry_view many = {.site = &t.site, .entry = t.archive->entries.at[0]};
    assert_str(text_at(&t.keep, view_entry(&many), "people"), "甲　乙　丙　丁　戊　己等");
    struct entry_view editor = {.site = &t.site, .entry = t.archive->entries.at[1]};
    assert_int_equal(value_at(&t.keep, view_entry(&editor), "people").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_story_without_a_county_names_no_place(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.body = "一"}, 1);
    t.archive->pages.at[0]->page->facts.place = STR("141100");
    struct entry_view view = {.site = &t.site, .entry = t.archive->entries.at[0]};
    assert_int_equal(value_at(&t.keep, view_entry(&view), "places").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_standfirst_is_cut_in_characters(void **state)
{
    (void)state;
    struct story_counts counts = {.standfirst = STR("一二三四五六")};
    const struct story story = {.counts = &counts};
    const struct entry entry = {.story = &story};
    struct arena keep = {0};
    assert_str(entry_standfirst(&keep, NULL, &entry, 5), "一二三四五");
    assert_str(entry_standfirst(&keep, NULL, &entry, 99), "一二三四五六");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_says_what_it_is),
        cmocka_unit_test(a_half_says_where_the_other_is),
        cmocka_unit_test(what_is_not_known_is_nothing),
        cmocka_unit_test(many_names_are_cut_short_and_editors_left_out),
        cmocka_unit_test(a_story_without_a_county_names_no_place),
        cmocka_unit_test(a_standfirst_is_cut_in_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
