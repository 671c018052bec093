/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "explain/evidence_words.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The first measure of an aspect. */
static enum measure measure_of(enum aspect aspect)
{
    for (size_t i = 0; i < MEASURE_COUNT; i++)
        if (reason_aspect((enum measure)i) == aspect)
            return (enum measure)i;
    fail_msg("no measure is of aspect %d", (int)aspect);
    return (enum measure)0;
}

/* A reason of each of two aspects: SEAM and SENSE. */
static struct reasons made_reasons(double seam, double sense)
{
    struct reasons reasons = {0};
    vec_push(&keep, &reasons, ((struct reason){measure_of(ASPECT_SEAM), seam}));
    vec_push(&keep, &reasons, ((struct reason){measure_of(ASPECT_SENSE), sense}));
    return reasons;
}

static const struct link_words words = {
    .kind = AFTER_OPEN, .seam = {"「王|刚」", 14}, .shared = {"茶厂", 6}};

static struct str told(struct reasons reasons, bool full, struct link_words of)
{
    struct buf out = {0};
    struct speech speech = {.out = &out, .scratch = &keep, .full = full};
    reasons_tell(&speech, 0, &reasons, &of);
    struct str said = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return said;
}

static void test_what_says_most(void **state)
{
    (void)state;
    struct reasons sense = made_reasons(1.0, 2.0), seam = made_reasons(3.0, 2.0);
    struct reasons against = made_reasons(-3.0, -2.0);
    assert_str(reasons_main(&keep, &sense, &words), "both have 茶厂");
    assert_true(str_starts(reasons_main(&keep, &seam, &words), STR("the sentence reads on")));
    assert_str(reasons_main(&keep, &against, &words), "");
    assert_str(reasons_main(&keep, &(struct reasons){0}, &words), "");
}

/* Without words to show, the measure's own say it. */
static void test_what_cannot_be_shown(void **state)
{
    (void)state;
    struct reasons reasons = made_reasons(0.5, 2.0);
    struct link_words none = {.kind = AFTER_CLOSED};
    assert_str(reasons_main(&keep, &reasons, &none), reason_words(&reasons.at[1]));
}

static void test_for_and_against(void **state)
{
    (void)state;
    struct str said = told(made_reasons(-1.5, 2.0), false, words);
    assert_str(said, "for: both have 茶厂 +2.0\n"
                     "against: the sentence does not read on: 「王|刚」 -1.5\n");
    assert_str(told(made_reasons(1.5, 2.0), false, words),
               "for: both have 茶厂 +2.0; the sentence reads on: 「王|刚」 +1.5\n");
}

/* What says little is summed up, and what says nothing is not said. */
static void test_small_reasons_are_one(void **state)
{
    (void)state;
    assert_str(told(made_reasons(0.5, 2.0), false, words),
               "for: both have 茶厂 +2.0; all else +0.5\n");
    assert_str(told(made_reasons(0.02, 2.0), false, words), "for: both have 茶厂 +2.0\n");
    assert_str(told((struct reasons){0}, false, words), "");
}

static void test_in_full_every_measure_is_named(void **state)
{
    (void)state;
    struct str said = told(made_reasons(0.5, -2.0), true, words);
    assert_true(str_has(said, str_of(measure_name(measure_of(ASPECT_SEAM)))));
    assert_true(str_has(said, str_of(measure_name(measure_of(ASPECT_SENSE)))));
    assert_true(str_has(said, STR("where they meet: 「王|刚」")));
    assert_false(str_has(said, STR("all else")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_says_most),
        cmocka_unit_test(test_what_cannot_be_shown),
        cmocka_unit_test(test_for_and_against),
        cmocka_unit_test(test_small_reasons_are_one),
        cmocka_unit_test(test_in_full_every_measure_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
