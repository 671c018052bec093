/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "site/archive_of.h"

static struct value home_of(struct told_site *t)
{
    return subject_of(t, PAGE_HOME, NULL, 1, 1);
}

static void an_empty_archive_has_an_honest_front_page(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value home = home_of(&t);
    assert_str(runs_at(&t.keep, home, "glance"), "还没有收入报道。");
    assert_str(runs_at(&t.keep, home, "strip"), "0 篇0 个版面");
    const char *const none[] = {"glance_dates", "lead",     "trio",   "newest", "sources",
                                "timeline",     "counties", "topics", "people"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(value_at(&t.keep, home, none[i]).kind, VALUE_NOTHING);
    told_clear(&t);
}

static void one_story_is_the_lead_and_nothing_else(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t,
               &(struct told){.page = "a.txt",
                              .headline = "甲 乙",
                              .body = "田里忙。",
                              .date = {2023, 10, 17},
                              .basis = BASIS_TEXT,
                              .counties = {"141127"},
                              .topics = {"land"},
                              .people = {"马林"}},
               1);
    struct value home = home_of(&t);
    struct arena *keep = &t.keep;
    assert_str(runs_at(keep, home, "glance"),
               "现存报道 1 篇，理自 1 个报纸版面，写到 1 个县区，署名 1 家，涉及 1 个主题。");
    assert_str(runs_at(keep, home, "glance_dates"), "时间 2023年10月。");
    assert_str(text_at(keep, home, "lead/item/headline"), "甲 乙");
    assert_str(text_at(keep, home, "lead/more"), "读全文（4 字）");
    assert_int_equal(len_at(keep, home, "lead/text"), 1);
    assert_str(text_at(keep, item_at(keep, home, "lead/people", 0), "text"), "马林");
    assert_int_equal(value_at(keep, home, "trio").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, home, "newest").kind, VALUE_NOTHING);
    struct value source = item_at(keep, home, "sources", 0);
    assert_str(text_at(keep, source, "name"), "岚县");
    assert_str(text_at(keep, source, "date/text"), "2023年10月");
    assert_str(text_at(keep, source, "count"), "1 篇");
    told_clear(&t);
}

static void stories_without_dates_are_said_to_be_so(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.page = "b.txt", .headline = "甲", .body = "一"}, 1);
    struct value home = home_of(&t);
    assert_str(runs_at(&t.keep, home, "glance_dates"), "日期都不详。");
    assert_int_equal(value_at(&t.keep, home, "timeline").kind, VALUE_NOTHING);
    assert_str(text_at(&t.keep, item_at(&t.keep, home, "sources", 0), "name"), "b.txt");
    told_clear(&t);
}

static void new_stories_are_others_than_those_chosen(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[12];
    for (size_t i = 0; i < 12; i++)
        told[i] = (struct told){.headline = "甲",
                                .body = "一",
                                .date = {2023, (uint8_t)(i + 1), 0},
                                .basis = BASIS_PATH};
    archive_of(&t, told, 12);
    struct value home = home_of(&t);
    assert_int_equal(len_at(&t.keep, home, "trio"), 3);
    assert_int_equal(len_at(&t.keep, home, "newest"), 6);
    struct str chosen = text_at(&t.keep, home, "lead/item/date/text");
    for (size_t i = 0; i < 6; i++) {
        struct value item = item_at(&t.keep, home, "newest", i);
        assert_false(str_eq(text_at(&t.keep, item, "date/text"), chosen));
    }
    told_clear(&t);
}

static void long_lists_are_cut_with_a_link(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[41] = {0};
    struct arena names = {0};
    for (size_t i = 0; i < 41; i++)
        told[i] = (struct told){.headline = "甲",
                                .body = "一",
                                .people = {str_c(&names, str_format(&names, "王%zu", i))}};
    archive_of(&t, told, 40);
    struct value home = home_of(&t);
    assert_int_equal(len_at(&t.keep, home, "people"), 40);
    assert_int_equal(value_at(&t.keep, home, "people_more").kind, VALUE_NOTHING);
    told_clear(&t);
    archive_of(&t, told, 41);
    home = home_of(&t);
    assert_int_equal(len_at(&t.keep, home, "people"), 40);
    assert_str(text_at(&t.keep, home, "people_more"), "看全部 41 家");
    told_clear(&t);
    arena_clear(&names);
}

static void prefectures_of_all_provinces_come_most_first(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .counties = {"141127"}},
        {.headline = "乙", .body = "二", .counties = {"659001"}},
        {.headline = "丙", .body = "三", .counties = {"659001"}},
        {.headline = "丁", .body = "四", .counties = {"140215"}},
        {.headline = "戊", .body = "五", .counties = {"140215", "659001"}},
    };
    archive_of(&t, told, 5);
    struct value home = home_of(&t);
    const char *const want[] = {"新疆维吾尔自治区", "大同市", "吕梁市"};
    assert_int_equal(len_at(&t.keep, home, "counties"), 3);
    for (size_t i = 0; i < 3; i++)
        assert_str(text_at(&t.keep, item_at(&t.keep, home, "counties", i), "name"), want[i]);
    told_clear(&t);
}

static void a_long_title_is_set_smaller(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    t.config.title = STR("三晋县报文存录集");
    assert_false(value_at(&t.keep, home_of(&t), "long").truth);
    t.config.title = STR("三晋县报文存录全集");
    assert_true(value_at(&t.keep, home_of(&t), "long").truth);
    told_clear(&t);
}

static void the_lead_stops_at_a_sentence(void **state)
{
    (void)state;
    struct told_site t;
    struct buf body = {0};
    for (int i = 0; i < 99; i++)
        buf_str(&body, STR("一二三四五六七八九。"));
    buf_byte(&body, '\0');
    archive_of(&t, &(struct told){.headline = "甲", .body = body.ptr}, 1);
    struct value home = home_of(&t);
    struct value paragraph = item_at(&t.keep, home, "lead/text", 0);
    assert_int_equal(utf8_count(paragraph.text), 700);
    assert_true(str_ends(paragraph.text, STR("。")));
    told_clear(&t);
    buf_clear(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_archive_has_an_honest_front_page),
        cmocka_unit_test(one_story_is_the_lead_and_nothing_else),
        cmocka_unit_test(stories_without_dates_are_said_to_be_so),
        cmocka_unit_test(new_stories_are_others_than_those_chosen),
        cmocka_unit_test(long_lists_are_cut_with_a_link),
        cmocka_unit_test(prefectures_of_all_provinces_come_most_first),
        cmocka_unit_test(a_long_title_is_set_smaller),
        cmocka_unit_test(the_lead_stops_at_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
