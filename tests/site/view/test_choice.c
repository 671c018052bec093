/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/view/choice.h"

/* A story of so many characters. */
static struct entry of_length(struct story *story, size_t chars)
{
    return (struct entry){.story = story, .chars = chars};
}

static void a_signed_whole_story_with_a_headline_is_worth_more(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct story_counts counts = {0};
    struct story plain = {.confidence = 0.5, .headline_derived = true, .counts = &counts};
    struct entry entry = of_length(&plain, 1000);
    int worth = story_worth(&entry);

    struct story better = plain;
    better.headline_derived = false;
    struct entry with_headline = of_length(&better, 1000);
    assert_true(story_worth(&with_headline) > worth);

    better = plain;
    vec_push(&keep, &better.bylines, (struct byline){.name = STR("甲")});
    struct entry with_byline = of_length(&better, 1000);
    assert_true(story_worth(&with_byline) > worth);

    better = plain;
    better.confidence = 0.9;
    struct entry surer = of_length(&better, 1000);
    assert_true(story_worth(&surer) > worth);

    better.headline_derived = false;
    better.headline = STR("甲县换发老年人优待证的通告");
    struct entry notice = of_length(&better, 1000);
    struct story told = better;
    told.headline = STR("甲县老年人换了优待证");
    struct entry report = of_length(&told, 1000);
    assert_true(story_worth(&notice) < story_worth(&report));

    struct story worse = plain;
    worse.truncated_end = true;
    struct entry cut = of_length(&worse, 1000);
    assert_true(story_worth(&cut) < worth);
    arena_clear(&keep);
}

static void a_fair_length_is_worth_most(void **state)
{
    (void)state;
    struct story_counts counts = {0};
    struct story story = {.confidence = 0.5, .counts = &counts};
    struct entry snippet = of_length(&story, 30), fair = of_length(&story, 900);
    struct entry endless = of_length(&story, 20000);
    assert_true(story_worth(&snippet) < story_worth(&endless));
    assert_true(story_worth(&endless) < story_worth(&fair));
}

static void counties_and_pages_take_turns(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt",
         .headline = "岚县一",
         .body = "一",
         .counties = {"141127"},
         .people = {"甲"}},
        {.headline = "岚县二", .body = "二", .counties = {"141127"}, .people = {"甲"}},
        {.page = "b.txt",
         .headline = "岚县三",
         .body = "三",
         .counties = {"141127"},
         .people = {"甲"}},
        {.page = "c.txt", .headline = "中阳一", .body = "四", .counties = {"141129"}},
    };
    archive_of(&t, told, 4);
    struct entries chosen = choice_make(&t.keep, t.archive, 3);
    assert_int_equal(chosen.len, 3);
    assert_str(chosen.at[0]->story->headline, "岚县一");
    assert_str(chosen.at[1]->story->headline, "中阳一");
    assert_str(chosen.at[2]->story->headline, "岚县二");
    told_clear(&t);
}

static void pictures_are_not_chosen(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.headline = "图", .body = "一", .kind = KIND_PHOTO}, 1);
    assert_int_equal(choice_make(&t.keep, t.archive, 3).len, 0);
    told_clear(&t);
    archive_of(&t, NULL, 0);
    assert_int_equal(choice_make(&t.keep, t.archive, 3).len, 0);
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signed_whole_story_with_a_headline_is_worth_more),
        cmocka_unit_test(a_fair_length_is_worth_most),
        cmocka_unit_test(counties_and_pages_take_turns),
        cmocka_unit_test(pictures_are_not_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
