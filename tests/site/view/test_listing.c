/* SPDX-License-Identifier: MIT */
/* The pages of a county, a topic and a person, and that of the stories without a date. */
#include "testing.h"

#include "site/archive_of.h"

static const struct told stories[] = {
    {.page = "a.txt",
     .headline = "甲",
     .body = "一",
     .date = {2023, 10, 17},
     .basis = BASIS_TEXT,
     .counties = {"141127"},
     .topics = {"agriculture", "land"},
     .people = {"马林", "张旭峰"},
     .word = "玉米"},
    {.headline = "乙",
     .body = "二",
     .counties = {"141127"},
     .topics = {"agriculture"},
     .people = {"马林"},
     .kind = KIND_PHOTO,
     .word = "玉米"},
    {.page = "b.txt",
     .headline = "丙",
     .body = "三",
     .date = {2022, 12, 0},
     .basis = BASIS_PATH,
     .counties = {"141127", "141129"},
     .topics = {"agriculture"},
     .word = "种植"},
    {.headline = "丁", .body = "四", .date = {2022, 12, 0}, .people = {"云社"}},
};

static struct value county_of(struct told_site *t, const char *code, size_t sheet)
{
    const void *index = map_get(&t->archive->by_division, str_of(code));
    return subject_of(t, PAGE_COUNTY, index, sheet, 2);
}

static void a_county_says_what_there_is_of_it(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value county = county_of(&t, "141127", 1);
    struct arena *keep = &t.keep;
    assert_str(text_at(keep, county, "title"), "岚县");
    assert_str(text_at(keep, county, "note"), "吕梁市，山西省　141127");
    assert_str(runs_at(keep, county, "deck"),
               "存报道 3 篇，其中图片说明 1 则，理自 2 个版面；时间从 2022年12月 到 2023年10月。");
    assert_str(
        text_at(keep, county, "description"),
        "存报道 3 篇，其中图片说明 1 则，理自 2 个版面；时间从 2022年12月 到 〔2023年10月〕。");
    const char *const way[] = {"首页", "山西省", "吕梁市", "岚县"};
    assert_int_equal(len_at(keep, county, "crumbs"), 4);
    for (size_t i = 0; i < 4; i++)
        assert_str(text_at(keep, item_at(keep, county, "crumbs", i), "text"), way[i]);
    assert_str(text_at(keep, item_at(keep, county, "crumbs", 2), "href"), "counties/141100.html");
    assert_int_equal(len_at(keep, county, "timeline/panels"), 2);
    assert_int_equal(value_at(keep, county, "list/len").number, 3);
    told_clear(&t);
}

static void what_is_near_a_county_is_at_its_side(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value county = county_of(&t, "141127", 1);
    const char *const titles[] = {"写到的主题", "写岚县的人", "吕梁市其他县区"};
    const char *const firsts[] = {"农业", "马林", "中阳县"};
    assert_int_equal(len_at(&t.keep, county, "sides"), 3);
    for (size_t i = 0; i < 3; i++) {
        struct value side = item_at(&t.keep, county, "sides", i);
        assert_str(text_at(&t.keep, side, "title"), titles[i]);
        assert_str(text_at(&t.keep, item_at(&t.keep, side, "leaders", 0), "name"), firsts[i]);
    }
    told_clear(&t);
}

static void later_sheets_have_the_list_alone(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value county = county_of(&t, "141127", 2);
    assert_str(text_at(&t.keep, county, "title"), "岚县，第 2 页");
    assert_str(text_at(&t.keep, county, "name"), "岚县");
    assert_str(runs_at(&t.keep, county, "deck"), "存报道 3 篇。");
    assert_int_equal(value_at(&t.keep, county, "timeline").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&t.keep, county, "sides").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_county_that_its_province_administers_has_no_prefecture(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.headline = "甲", .body = "一", .counties = {"659001"}}, 1);
    struct value county = county_of(&t, "659001", 1);
    assert_str(text_at(&t.keep, county, "note"), "新疆维吾尔自治区　659001");
    assert_int_equal(len_at(&t.keep, county, "crumbs"), 3);
    assert_str(runs_at(&t.keep, county, "deck"), "存报道 1 篇，理自 1 个版面；日期不详。");
    assert_int_equal(value_at(&t.keep, county, "timeline").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&t.keep, county, "sides").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_topic_shows_the_words_that_it_rests_on(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    const void *index = map_get(&t.archive->by_topic, STR("agriculture"));
    struct value topic = subject_of(&t, PAGE_TOPIC, index, 1, 1);
    assert_str(runs_at(&t.keep, topic, "deck"), "存报道 3 篇，其中图片说明 1 则，写到 2 个地方。"
                                                "判为“农业”的凭据是文中的词语，如 玉米、种植。");
    assert_int_equal(len_at(&t.keep, topic, "sides"), 3);
    struct value beside = item_at(&t.keep, topic, "sides", 1);
    assert_str(text_at(&t.keep, beside, "title"), "常同见的主题");
    assert_str(text_at(&t.keep, item_at(&t.keep, beside, "leaders", 0), "name"), "土地");
    told_clear(&t);
}

static void stories_without_a_topic_say_so(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    const void *index = map_get(&t.archive->by_topic, STR("other"));
    struct value topic = subject_of(&t, PAGE_TOPIC, index, 1, 1);
    assert_str(text_at(&t.keep, topic, "name"), "其他");
    assert_str(runs_at(&t.keep, topic, "deck"), "存报道 1 篇。这些报道的词语不足以判定主题。");
    told_clear(&t);
}

static void a_person_has_stories_and_others(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    const void *person = map_get(&t.archive->by_person, STR("马林"));
    struct value value = subject_of(&t, PAGE_PERSON, person, 1, 1);
    assert_str(text_at(&t.keep, value, "note"), "作者");
    assert_str(runs_at(&t.keep, value, "deck"), "署名 2 篇，均为记者，都写岚县；时间 2023年10月。");
    assert_int_equal(value_at(&t.keep, value, "timeline").kind, VALUE_NOTHING);
    struct value others = item_at(&t.keep, value, "sides", 0);
    assert_str(text_at(&t.keep, others, "title"), "同署名者");
    assert_str(text_at(&t.keep, item_at(&t.keep, others, "leaders", 0), "name"), "张旭峰");
    told_clear(&t);
}

static void a_person_has_years_and_roles(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "甲",
         .body = "一",
         .date = {2023, 5, 1},
         .people = {"王刚"},
         .role = BYLINE_PHOTOGRAPHER},
        {.headline = "乙",
         .body = "二",
         .date = {2023, 3, 1},
         .people = {"王剛"},
         .filed = "王刚",
         .role = BYLINE_REPORTER,
         .at = "岚县融媒体中心"},
        {.headline = "丙", .body = "三", .people = {"王刚"}, .role = BYLINE_REPORTER},
        {.headline = "丁",
         .body = "四",
         .date = {2023, 2, 1},
         .people = {"李明"},
         .role = BYLINE_REPORTER},
    };
    archive_of(&t, told, 4);
    struct arena *keep = &t.keep;
    const void *person = map_get(&t.archive->by_person, STR("王刚"));
    struct value value = subject_of(&t, PAGE_PERSON, person, 1, 1);
    assert_str(text_at(keep, value, "description"),
               "署名 3 篇：记者 2 篇、摄影 1 篇；时间从 2023年3月 到 2023年5月。");
    assert_str(text_at(keep, value, "caution"), "同名者未予区分：凡署“王刚”的都列在这里，请以地方"
                                                "和年份辨认。版面上也写作王剛。");
    assert_int_equal(len_at(keep, value, "years"), 2);
    struct value year = item_at(keep, value, "years", 0);
    assert_str(text_at(keep, year, "label"), "2023年");
    assert_int_equal(len_at(keep, year, "signings"), 2);
    struct value signing = item_at(keep, year, "signings", 1);
    assert_str(text_at(keep, signing, "label"), "摄影");
    assert_str(text_at(keep, item_at(keep, value, "years", 1), "label"), "日期不详");
    assert_int_equal(len_at(keep, value, "list/groups"), 3);
    struct value group = item_at(keep, value, "list/groups", 1);
    assert_str(text_at(keep, group, "heading"), "2023年");
    assert_str(text_at(keep, group, "role"), "摄影");
    assert_str(text_at(keep, group, "id"), "y2023-photographer");
    assert_true(str_ends(text_at(keep, signing, "href"), STR(".html#y2023-photographer")));
    struct value bodies = item_at(keep, value, "sides", 0);
    assert_str(text_at(keep, bodies, "title"), "所属");
    const void *body = map_get(&t.archive->by_person, STR("岚县融媒体中心"));
    value = subject_of(&t, PAGE_PERSON, body, 1, 1);
    assert_str(text_at(keep, item_at(keep, value, "sides", 0), "title"), "所属的人");
    assert_int_equal(value_at(keep, value, "caution").kind, VALUE_NOTHING);
    told_clear(&t);
}

/* Stories of 王刚 in so many years from 1979 on, and one without a date. */
static struct value person_of_years(struct told_site *t, size_t years)
{
    static struct told told[16];
    for (size_t i = 0; i <= years; i++) {
        told[i] = (struct told){.body = "一", .people = {"王刚"}, .role = BYLINE_REPORTER};
        if (i < years)
            told[i].date = (struct date){(uint16_t)(1979 + i), 1, 0};
    }
    archive_of(t, told, years + 1);
    return subject_of(t, PAGE_PERSON, map_get(&t->archive->by_person, STR("王刚")), 1, 1);
}

static void a_person_of_many_years_has_decades(void **state)
{
    (void)state;
    struct told_site t;
    struct value value = person_of_years(&t, 12);
    assert_int_equal(value_at(&t.keep, value, "years").kind, VALUE_NOTHING);
    static const struct {
        const char *label;
        size_t count;
    } decades[] = {{"1990年代", 1}, {"1980年代", 10}, {"1970年代", 1}, {"日期不详", 1}};
    assert_int_equal(len_at(&t.keep, value, "decades"), 4);
    for (size_t i = 0; i < 4; i++) {
        struct value decade = item_at(&t.keep, value, "decades", i);
        assert_str(text_at(&t.keep, decade, "label"), decades[i].label);
        assert_int_equal(value_at(&t.keep, decade, "count").number, decades[i].count);
        assert_int_equal(len_at(&t.keep, decade, "years"), decades[i].count);
    }
    told_clear(&t);
    value = person_of_years(&t, 11);
    assert_int_equal(len_at(&t.keep, value, "years"), 12);
    assert_int_equal(value_at(&t.keep, value, "decades").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_side_says_how_many_it_leaves_out(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.body = "一",
         .counties = {"141127"},
         .people = {"王一", "王二", "王三", "王四", "王五", "王六", "王七", "王八"}},
        {.body = "二",
         .counties = {"141127"},
         .people = {"李一", "李二", "李三", "李四", "李五", "李六", "李七", "李八"}},
        {.body = "三",
         .counties = {"141127"},
         .people = {"张一", "张二", "张三", "张四", "张五", "张六"}},
        {.body = "四", .counties = {"141129"}, .people = {"赵一"}},
    };
    archive_of(&t, told, 4);
    struct value people = item_at(&t.keep, county_of(&t, "141127", 1), "sides", 0);
    assert_str(text_at(&t.keep, people, "title"), "写岚县的人");
    assert_int_equal(len_at(&t.keep, people, "leaders"), 20);
    assert_str(text_at(&t.keep, people, "more"), "另有 2 个，按作者查");
    assert_str(text_at(&t.keep, people, "href"), "people/index.html");
    people = item_at(&t.keep, county_of(&t, "141129", 1), "sides", 0);
    assert_int_equal(value_at(&t.keep, people, "more").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&t.keep, people, "href").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void a_person_of_one_part_needs_no_years(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told = {
        .headline = "甲", .body = "一", .people = {"王刚"}, .role = BYLINE_AUTHOR};
    archive_of(&t, &told, 1);
    const void *person = map_get(&t.archive->by_person, STR("王刚"));
    struct value value = subject_of(&t, PAGE_PERSON, person, 1, 1);
    assert_str(text_at(&t.keep, value, "description"), "署名 1 篇；〔日期不详〕。");
    assert_int_equal(value_at(&t.keep, value, "years").kind, VALUE_NOTHING);
    struct value group = item_at(&t.keep, value, "list/groups", 0);
    assert_int_equal(value_at(&t.keep, group, "role").kind, VALUE_NOTHING);
    told_clear(&t);
}

static void stories_without_a_date_have_a_page(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, stories, 4);
    struct value undated = subject_of(&t, PAGE_UNDATED, NULL, 1, 1);
    assert_str(text_at(&t.keep, undated, "title"), "日期不详");
    assert_int_equal(value_at(&t.keep, undated, "list/len").number, 1);
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_county_says_what_there_is_of_it),
        cmocka_unit_test(what_is_near_a_county_is_at_its_side),
        cmocka_unit_test(later_sheets_have_the_list_alone),
        cmocka_unit_test(a_county_that_its_province_administers_has_no_prefecture),
        cmocka_unit_test(a_topic_shows_the_words_that_it_rests_on),
        cmocka_unit_test(stories_without_a_topic_say_so),
        cmocka_unit_test(a_person_has_stories_and_others),
        cmocka_unit_test(a_person_has_years_and_roles),
        cmocka_unit_test(a_person_of_many_years_has_decades),
        cmocka_unit_test(a_side_says_how_many_it_leaves_out),
        cmocka_unit_test(a_person_of_one_part_needs_no_years),
        cmocka_unit_test(stories_without_a_date_have_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
