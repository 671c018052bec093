/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_own.h"
#include "enrich/story_of.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The words of the own date of a story; empty: it has none. */
static struct str words_of(struct scene scene)
{
    struct own_date own = story_own_date(&scene.stories.at[0]);
    return own.block ? str_slice(own.block->text, own.words.at, own.words.end) : STR("");
}

#define WORDS(...) words_of(SCENE(&keep, __VA_ARGS__))

static void test_datelines(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "本报10月3日讯 天晴。"}), "10月3日");
    assert_str(WORDS({ROLE_DATELINE, "新华社北京10月3日电"}, {ROLE_PARAGRAPH, "9月1日，天晴。"}),
               "10月3日");
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "10月3日电影节开幕。"});
    assert_int_equal(story_own_date(&scene.stories.at[0]).basis, BASIS_TEXT);
}

static void test_signatures(void **state)
{
    (void)state;
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。（1994年6月）"}), "1994年6月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "（一九五六年七月）"}),
               "一九五六年七月");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "(2016年)"}), "2016年");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴（1994年6月），天阴。"}), "");
    assert_str(WORDS({ROLE_PARAGRAPH, "天晴。"}, {ROLE_CREDIT, "张三 2016年摄"}), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_signatures),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
