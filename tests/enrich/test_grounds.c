/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <math.h>

#include "enrich/county.h"
#include "enrich/story_of.h"
#include "enrich/topic.h"

static struct arena keep;
static const struct gazetteer *gazetteer;
static const struct topics *topics;

static int setup(void **state)
{
    (void)state;
    gazetteer = gazetteer_builtin(&keep);
    topics = topics_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* Files the first story of a scene; the grounds live in KEEP. */
static struct grounds *filed(struct scene scene)
{
    struct grounds *grounds = ARENA_NEW(&keep, struct grounds);
    stories_find_counties(&keep, &keep, scene.page, &scene.stories, gazetteer, grounds);
    story_find_topics(&keep, &keep, &scene.stories.at[0], topics, grounds);
    arena_adopt(&keep, &grounds->keep);
    return grounds;
}

static const struct ground_name *name_of(const struct grounds *grounds, const char *text)
{
    for (size_t i = 0; i < grounds->names.len; i++)
        if (str_eq(grounds->names.at[i].text, str_of(text)))
            return &grounds->names.at[i];
    fail_msg("no name is %s", text);
    return NULL;
}

static double support_of(const struct ground_name *name, const char *code)
{
    for (size_t i = 0; i < name->rivals.len; i++)
        if (str_eq(name->rivals.at[i].county->code, str_of(code)))
            return supports_sum(&name->rivals.at[i].supports);
    fail_msg("none has the code %s", code);
    return 0;
}

static void test_rivals_and_what_speaks_for_them(void **state)
{
    (void)state;
    const struct grounds *grounds =
        filed(SCENE(&keep, {ROLE_PARAGRAPH, "长春市的冬天很冷，朝阳区的供热已经开始。"}));
    const struct ground_name *name = name_of(grounds, "朝阳区");
    assert_true(name->rivals.len > 1);
    assert_str(name->county->code, "220104");
    assert_true(support_of(name, "220104") > support_of(name, "110105"));
    assert_true(support_of(name, "220104") >= 4);
}

static void test_how_a_name_was_settled(void **state)
{
    (void)state;
    const struct grounds *grounds =
        filed(SCENE(&keep, {ROLE_PARAGRAPH, "岚县的农民在地里忙。南京市鼓楼区的客人来看。"}));
    assert_int_equal(name_of(grounds, "岚县")->by, SETTLED_PLAIN);
    assert_int_equal(name_of(grounds, "鼓楼区")->by, SETTLED_WITHIN);
    grounds = filed(SCENE(&keep, {ROLE_PARAGRAPH, "鼓楼区的居民在街上散步。"}));
    assert_int_equal(name_of(grounds, "鼓楼区")->by, SETTLED_NOT);
    assert_null(name_of(grounds, "鼓楼区")->county);
}

static void test_weights_add_up_and_passing_says_why(void **state)
{
    (void)state;
    const struct grounds *grounds =
        filed(SCENE(&keep, {ROLE_HEADLINE, "岚县土豆丰收"},
                    {ROLE_PARAGRAPH, "岚县的农民在地里忙，岚县的土豆多。"},
                    {ROLE_PARAGRAPH, "交口县的粮站也收。"}));
    double sum = 0;
    for (size_t i = 0; i < grounds->places.len; i++)
        if (grounds->places.at[i].place == gazetteer_county(gazetteer, STR("141127")))
            sum += grounds->places.at[i].weight;
    assert_int_equal(grounds->passing.len, 2);
    assert_int_equal(grounds->passing.at[0].why, PASSING_NOT);
    assert_true(fabs(grounds->passing.at[0].weight - sum) < 1e-9);
    assert_int_equal(grounds->passing.at[1].why, PASSING_SELDOM);
    assert_true(fabs(grounds->passing.at[1].first - sum) < 1e-9);
}

static void test_topics_taken_and_left_out(void **state)
{
    (void)state;
    const struct grounds *grounds =
        filed(SCENE(&keep, {ROLE_HEADLINE, "土豆种植丰收"},
                    {ROLE_PARAGRAPH, "农民在地里收土豆，农业合作社来收购，小学的老师也来看。"}));
    assert_true(grounds->topics.len >= 2);
    bool left = false;
    for (size_t i = 0; i < grounds->topics.len; i++) {
        const struct ground_topic *topic = &grounds->topics.at[i];
        double sum = 0, hints = 0;
        for (size_t k = 0; k < topic->words.len; k++)
            sum += topic->words.at[k].score * topic->scale;
        for (size_t k = 0; k < topic->hints.len; k++)
            hints += topic->hints.at[k].score;
        assert_true(fabs(sum - topic->sum) < 1e-6);
        assert_true(fabs(log2(1 + sum) + hints - topic->score) < 1e-6);
        assert_true(!i || topic->score <= grounds->topics.at[i - 1].score);
        left |= topic->score < topic->least;
    }
    assert_true(grounds->topics.at[0].score >= grounds->topics.at[0].least);
    assert_str(grounds->topics.at[0].topic->id, "agriculture");
    assert_true(left);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rivals_and_what_speaks_for_them),
        cmocka_unit_test(test_how_a_name_was_settled),
        cmocka_unit_test(test_weights_add_up_and_passing_says_why),
        cmocka_unit_test(test_topics_taken_and_left_out),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
