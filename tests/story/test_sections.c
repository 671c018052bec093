/* SPDX-License-Identifier: MIT */
#include "story/sections.h"

#include "story/cohesion.h"
#include "testing.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The role of the block that is WORDS on the page TEXT, as it is settled. */
static enum role role_on(const char *text, const char *words)
{
    struct page *page = page_read(&keep, STR("x.txt"), str_of(text));
    sections_settle(page, cohesion_of(&keep, page));
    for (size_t i = 0; i < page->blocks.len; i++)
        if (str_eq(page->blocks.at[i].text, str_of(words)))
            return page->blocks.at[i].role;
    fail_msg("no block is %s", words);
    return ROLE_COUNT;
}

#define NEWS                                                                                                                                \
    "供销社设点收棉\n\n　　县供销社在沿河六个村设点收棉，头三天收得籽棉四万公斤，当场付清棉款。" \
    "\n\n广播站修好大喇叭\n\n　　广播站的线务员走遍北山，修好大喇叭七十只，山里人又能听到县里的"   \
    "节目。\n\n少年武术队夺冠\n\n　　在全省比赛中，育才小学武术队取得长拳、棍术两项第一，教练田"   \
    "洪说，队员最小的九岁。\n"

#define FEATURE                                                                                                                                \
    "种瓜人老施\n\n　　老施种瓜种了四十年。他的瓜地在河湾里，一共九亩，年年换茬。村里人说，老施的" \
    "瓜不用敲，抱起来就走。\n\n地要歇\n\n　　老施种瓜，先让地歇。一块瓜地种一年，歇三年，歇的时候"   \
    "种豆子。有人笑他傻，他说，地累了，瓜就不甜。\n\n水要少\n\n　　瓜怕水多。老施浇瓜地，一季只浇"   \
    "两回，都在半夜。老施说，瓜渴着，糖才往瓜心里走。\n\n瓜要等\n\n　　别人的瓜七分熟就摘，老施的"   \
    "瓜"                                                                                                                                      \
    "要等到十分。他蹲在瓜地边抽烟，听见瓜秧响，才说，行了，摘瓜。\n"

static void test_short_news_each_have_a_headline(void **state)
{
    (void)state;
    assert_int_equal(role_on(NEWS, "广播站修好大喇叭"), ROLE_HEADLINE);
    assert_int_equal(role_on(NEWS, "少年武术队夺冠"), ROLE_HEADLINE);
}

static void test_a_feature_keeps_its_subheads(void **state)
{
    (void)state;
    assert_int_equal(role_on(FEATURE, "地要歇"), ROLE_SUBHEAD);
    assert_int_equal(role_on(FEATURE, "水要少"), ROLE_SUBHEAD);
    assert_int_equal(role_on(FEATURE, "瓜要等"), ROLE_SUBHEAD);
}

static void test_numbered_sections_are_subheads(void **state)
{
    (void)state;
    const char *text =
        "村务公开的做法\n\n　　白塔村把账贴上墙。\n\n一、账目按月贴\n\n　　账目每月贴"
        "一次。\n\n二、疑问当场答\n\n　　村会计守在墙下，谁有疑问当场回答。\n";
    assert_int_equal(role_on(text, "二、疑问当场答"), ROLE_SUBHEAD);
}

static void test_what_is_measured_can_be_read(void **state)
{
    (void)state;
    struct buf out = {0};
    sections_dump(&out, page_read(&keep, STR("x.txt"), STR(NEWS)));
    struct str rows = buf_view(&out), names = str_cut(&rows, '\n');
    assert_true(str_starts(names, STR("section at one lean")));
    assert_true(str_starts(rows, STR("section ")));
    sections_dump(&out, page_read(&keep, STR("x.txt"), STR("标题\n\n正文到此为止。\n")));
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_news_each_have_a_headline),
        cmocka_unit_test(test_a_feature_keeps_its_subheads),
        cmocka_unit_test(test_numbered_sections_are_subheads),
        cmocka_unit_test(test_what_is_measured_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
