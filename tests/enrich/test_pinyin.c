/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/pinyin.h"

static struct arena keep;
static const struct pinyin *pinyin;

static int setup(void **state)
{
    (void)state;
    pinyin = pinyin_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#define assert_text(text, reading) assert_str(pinyin_of(&keep, pinyin, STR(text), false), reading)
#define assert_name(name, reading) assert_str(pinyin_of(&keep, pinyin, STR(name), true), reading)

static void test_text(void **state)
{
    (void)state;
    assert_text("晚报", "wan bao");
    assert_text("吕剧", "lv ju");
    assert_text("龘䶮𫇭", "da yan wei");
}

static void test_surname_is_read_as_a_surname(void **state)
{
    (void)state;
    assert_name("单雄信", "shan xiong xin");
    assert_name("曾小单", "zeng xiao dan");
    assert_name("仇英", "qiu ying");
    assert_name("解晓东", "xie xiao dong");
    assert_name("查理", "zha li");
    assert_name("区海", "ou hai");
    assert_name("华任", "hua ren");
    assert_text("单雄信", "dan xiong xin");
}

static void test_compound_surname(void **state)
{
    (void)state;
    assert_name("尉迟恭", "yu chi gong");
    assert_name("万俟卨", "mo qi xie");
    assert_name("单于", "chan yu");
    assert_name("尉文", "wei wen");
}

static void test_places_are_read_as_they_are_called(void **state)
{
    (void)state;
    assert_text("厦门日报", "xia men ri bao");
    assert_text("今日乐清市", "jin ri yue qing shi");
    assert_text("单县新闻", "shan xian xin wen");
    assert_text("快乐清晨", "kuai le qing chen");
    assert_text("大厦", "da sha");
}

static void test_other_characters_are_kept(void **state)
{
    (void)state;
    assert_text("A3版 要闻", "A3 ban yao wen");
    assert_name("艾力·买买提", "ai li · mai mai ti");
    assert_text("plain text", "");
    assert_text("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_surname_is_read_as_a_surname),
        cmocka_unit_test(test_compound_surname),
        cmocka_unit_test(test_places_are_read_as_they_are_called),
        cmocka_unit_test(test_other_characters_are_kept),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
