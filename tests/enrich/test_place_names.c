/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/buf.h"
#include "enrich/place_names.h"
#include "enrich/with_gazetteer.h"

/* The names in TEXT, parted by spaces: '?' before one that does not stand clear, '>' before one
   that stands right after what it lies in. */
static struct str names_in(const char *text)
{
    struct buf out = {0};
    struct place_mentions mentions = place_mentions(&keep, gazetteer, str_of(text));
    for (size_t i = 0; i < mentions.len; i++) {
        const struct place_mention *mention = &mentions.at[i];
        buf_fmt(&out, "%s%s%s%.*s", i > 0 ? " " : "", mention->clear ? "" : "?",
                mention->within ? ">" : "", STR_FMT(mention->name->text));
    }
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_chains(void **state)
{
    (void)state;
    assert_str(names_in("江西省赣州市会昌县"), "江西省 >赣州市 >会昌县");
    assert_str(names_in("赣州会昌县、于都县"), "赣州 >会昌县 于都县");
    assert_str(names_in("内蒙古和林格尔县"), "内蒙古 >和林格尔县");
    assert_str(names_in("会昌县赣州市"), "会昌县 赣州市");
}

static void test_the_first_and_longest_wins(void **state)
{
    (void)state;
    assert_str(names_in("江西山区"), "江西");
    assert_str(names_in("在井陉矿区"), "井陉矿区");
    assert_str(names_in("在朝阳区"), "朝阳区");
}

static void test_parts_of_other_words(void **state)
{
    (void)state;
    assert_str(names_in("响应县委号召"), "");
    assert_str(names_in("岚县境内，中共岚县县委，慰问岚县农民"), "岚县 岚县 岚县");
    assert_str(names_in("慰问临县农民，面临县情"), "临县 ?临县");
    assert_str(names_in("科技富县"), "?富县");
    assert_str(names_in("建设新县城"), "");
    assert_str(names_in("永新县里田镇"), "永新县 >里田镇");
    assert_str(names_in("响应县里号召"), "");
    assert_str(names_in("停在建平县"), "建平县");
    assert_str(names_in("在应县"), "应县");
    assert_str(names_in("应县人"), "应县");
    assert_str(names_in("振兴县域经济"), "");
    assert_str(names_in("提高县级财力"), "");
    assert_str(names_in("东方市场"), "");
    assert_str(names_in("东城区域"), "");
    assert_str(names_in("东方市"), "东方市");
    assert_str(names_in("当天全县动员"), "?天全县");
    assert_str(names_in("抵达天全县"), "天全县");
    assert_str(names_in("到达县城"), "");
    assert_str(names_in("，新县城建成"), "");
    assert_str(names_in("在新县，新县的"), "新县 新县");
    assert_str(names_in("和顺的牛肉，过得和顺"), "和顺");
    assert_str(names_in("在达县"), "达县");
}

static void test_townships(void **state)
{
    (void)state;
    assert_str(names_in("会昌县文武坝镇水东村"), "会昌县 >文武坝镇");
    assert_str(names_in("吕梁市岚县普明镇、岚城镇"), "吕梁市 >岚县 >普明镇 岚城镇");
    assert_str(names_in("北京市朝阳区呼家楼街道"), "北京市 >朝阳区 >呼家楼街道");
    assert_str(names_in("乡镇、小镇、村镇"), "");
    struct place_mentions mentions = place_mentions(&keep, gazetteer, STR("华大街道"));
    assert_int_equal(mentions.len, 1);
    assert_int_equal(mentions.at[0].name->level, PLACE_TOWNSHIP);
    assert_int_equal(mentions.at[0].name->counties.len, 2);
    assert_str(mentions.at[0].name->counties.at[0]->name, "鼓楼区");
    assert_str(mentions.at[0].name->counties.at[1]->name, "丰泽区");
}

static void test_common_nouns_are_marked(void **state)
{
    (void)state;
    struct place_mentions mentions = place_mentions(&keep, gazetteer, STR("城区和会昌县"));
    assert_int_equal(mentions.len, 2);
    assert_true(mentions.at[0].name->common);
    assert_false(mentions.at[1].name->common);
}

static void test_counties_of_one_name(void **state)
{
    (void)state;
    struct place_mentions mentions = place_mentions(&keep, gazetteer, STR("鼓楼区"));
    assert_int_equal(mentions.len, 1);
    const struct county_refs *counties = &mentions.at[0].name->counties;
    assert_int_equal(counties->len, 4);
    assert_str(counties->at[0]->prefecture->name, "南京市");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_the_first_and_longest_wins),
        cmocka_unit_test(test_parts_of_other_words),
        cmocka_unit_test(test_townships),
        cmocka_unit_test(test_common_nouns_are_marked),
        cmocka_unit_test(test_counties_of_one_name),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
