/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"
#include "story/made_texts.h"

#include "story/links.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

struct linked {
    struct passages passages;
    struct links links;
};

static struct linked linked(const char *text)
{
    struct page *page = page_read(&keep, STR("x.txt"), str_of(text));
    struct linked made = {.passages = passages_in(&keep, page)};
    passages_settle(&made.passages);
    made.links = links_find(&keep, &made.passages);
    return made;
}

/* The passage that holds WORDS; none fails the test. */
static size_t with(const struct linked *made, const char *words)
{
    for (size_t i = 0; i < made->passages.row; i++)
        if (str_has(made->passages.at[i].block->text, str_of(words)))
            return i;
    fail_msg("no passage has %s", words);
    return PASSAGE_NONE;
}

#define WELL_A \
    "本报讯（记者 甘雨）入冬以来，供热公司对城区管网逐段检修，换了老化的阀门，供热站里的技"
#define WELL_B "术员每隔半小时记录一次管网的温度和压力，阀门漏水的小区当天就修好。\n"
#define DAM_A \
    "本报讯（记者 车前）清晨，水库管护员李麦冬沿着堤坝查看闸门，走了三十年，堤坝上每一块石"
#define DAM_B "头他都熟悉，水库建成以来闸门没有出过一次险情。\n"

#define BETWEEN "\n\n资料图片\n\n"

/* Two stories are cut in mid-word and their second halves stand the wrong way round, or behind one
   another; nothing but the words tells. */
static void test_crossed(void **state)
{
    (void)state;
    struct linked made = linked(WELL_A BETWEEN DAM_A BETWEEN WELL_B BETWEEN DAM_B);
    assert_int_equal(made.links.next[with(&made, "供热公司")], with(&made, "术员每隔"));
    assert_int_equal(made.links.next[with(&made, "李麦冬")], with(&made, "头他都熟悉"));
    made = linked(WELL_A BETWEEN DAM_A BETWEEN DAM_B BETWEEN WELL_B);
    assert_int_equal(made.links.next[with(&made, "供热公司")], with(&made, "术员每隔"));
    assert_int_equal(made.links.next[with(&made, "李麦冬")], with(&made, "头他都熟悉"));
}

/* The rest stands above its own beginning. */
static void test_backwards(void **state)
{
    (void)state;
    struct linked made = linked(DAM_B "\n供热公司抢修城区管网\n\n" WELL_A WELL_B "\n" DAM_A "\n");
    assert_int_equal(made.links.next[with(&made, "李麦冬")], with(&made, "头他都熟悉"));
    assert_true(made.links.follows[with(&made, "头他都熟悉")]);
    assert_false(made.links.follows[with(&made, "李麦冬")]);
}

/* A new report is no continuation, nor is anything of one that jumps to another page. */
static void test_no_continuation(void **state)
{
    (void)state;
    struct linked made = linked(WELL_A "\n\n" DAM_A DAM_B);
    assert_true(made.links.next[with(&made, "供热公司")] == PASSAGE_NONE);
    made = linked(WELL_A "（下转2版）\n\n" DAM_A DAM_B);
    assert_true(made.links.next[with(&made, "供热公司")] == PASSAGE_NONE);
    assert_false(made.links.follows[with(&made, "李麦冬")]);
}

/* Nothing is read twice, and reading comes to an end, whatever the page. */
static void test_paths(void **state)
{
    (void)state;
    struct linked made = linked("术员每隔半小时记录一次温度和压力，供热站里的技\n\n"
                                "术员每隔半小时记录一次温度和压力，供热站里的技\n\n"
                                "术员每隔半小时记录一次温度和压力，供热站里的技\n\n"
                                "术员每隔半小时记录一次温度和压力，供热站里的技\n");
    size_t *seen = ARENA_ARRAY(&keep, size_t, made.passages.len);
    for (size_t i = 0; i < made.passages.row; i++)
        if (made.links.next[i] != PASSAGE_NONE)
            assert_int_equal(++seen[made.links.next[i]], 1);
    for (size_t i = 0; i < made.passages.row; i++) {
        size_t steps = 0;
        for (size_t p = i; p != PASSAGE_NONE; p = made.links.next[p])
            assert_true(steps++ <= made.passages.row);
    }
}

/* Headlines heaped at the end begin the texts that speak of them. */
static void test_heads(void **state)
{
    (void)state;
    struct linked made = linked(
        WELL_A WELL_B "\n" DAM_A DAM_B "\n\n\n水库管护员守堤三十年\n\n\n供热公司检修城区管网\n");
    assert_int_equal(made.passages.headings.len, 2);
    assert_int_equal(made.passages.elsewhere, 2);
    assert_int_equal(made.links.head[with(&made, "供热公司")], 1);
    assert_int_equal(made.links.head[with(&made, "李麦冬")], 0);
}

/* A long text on the tea harvest, and one on the ferry right behind it, no mark between. */
#define TEA                                                                                                                    \
    TEA_A TEA_B "    茶厂给茶农记账，一斤茶叶记一笔，茶季过了，茶农拿着账本到茶厂领茶钱。\n" \
                "    茶山上还有两百亩老茶园，茶农舍不得挖，茶厂用老茶树的茶叶做了一款红茶。\n"
#define FERRY                                                                                                                   \
    FERRY_A FERRY_B                                                                                                             \
        "    船工在渡口守了四十年，船换过三条，桨换过九支，渡河的乡亲他个个叫得出名字。\n" \
        "    渡口要建公园，船工把老船修好，桐油刷了两遍，等着孩子们来坐船看河。\n"

/* What is chosen again, from what was chosen last, stays; and where texts shift is found anew. */
static void test_again_until_nothing_changes(void **state)
{
    (void)state;
    struct linked made = linked(TEA FERRY);
    passages_regroup(&keep, &made.passages, made.links.next);
    struct links last = links_again(&keep, &made.passages, &made.links);
    passages_regroup(&keep, &made.passages, last.next);
    struct links more = links_again(&keep, &made.passages, &last);
    assert_memory_equal(more.next, last.next, made.passages.len * sizeof *more.next);
    assert_int_equal(last.next[with(&made, "采完春茶")], with(&made, "茶农说"));
    assert_int_equal(last.next[with(&made, "河上架了桥")], with(&made, "四十年"));
    assert_true(made.passages.at[with(&made, "撑船过河")].shift.nats > 0.0);
    assert_true(made.passages.at[with(&made, "河上架了桥")].shift.lead < 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crossed),         cmocka_unit_test(test_backwards),
        cmocka_unit_test(test_no_continuation), cmocka_unit_test(test_paths),
        cmocka_unit_test(test_heads),           cmocka_unit_test(test_again_until_nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
