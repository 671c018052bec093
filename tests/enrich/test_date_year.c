/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/date_year.h"

struct said {
    enum clue_kind kind;
    uint16_t year;
};

static struct year_choice choose(const struct said *said, size_t len)
{
    struct year_scores scores = {0};
    for (size_t i = 0; i < len; i++) {
        struct clue clue = {.kind = said[i].kind, .date.year = said[i].year};
        year_scores_add(&scores, &clue);
    }
    return year_choose(&scores);
}

#define CHOOSE(...)                            \
    choose((const struct said[]){__VA_ARGS__}, \
           sizeof((const struct said[]){__VA_ARGS__}) / sizeof(struct said))

static void test_what_is_enough(void **state)
{
    (void)state;
    assert_int_equal(CHOOSE({CLUE_NOW, 2022}).year, 2022);
    assert_int_equal(CHOOSE({CLUE_JUBILEE, 2021}).year, 2021);
    assert_int_equal(CHOOSE({CLUE_NAMED, 2022}, {CLUE_NAMED, 2022}).year, 2022);
    assert_int_equal(CHOOSE({CLUE_NAMED, 2022}).year, 0);
    assert_int_equal(CHOOSE({CLUE_HISTORY, 1972}, {CLUE_HISTORY, 1972}).year, 0);
}

static void test_a_bound_fixes_nothing(void **state)
{
    (void)state;
    assert_int_equal(CHOOSE({CLUE_SINCE, 2022}, {CLUE_SINCE, 2022}, {CLUE_SINCE, 2020}).year, 0);
    assert_int_equal(CHOOSE({CLUE_SINCE, 2022}, {CLUE_BEFORE, 2022}).year, 0);
    assert_int_equal(CHOOSE({CLUE_AHEAD, 2025}, {CLUE_AHEAD, 2025}).year, 0);
}

static void test_a_bound_chooses(void **state)
{
    (void)state;
    assert_int_equal(CHOOSE({CLUE_NAMED, 2021}, {CLUE_NAMED, 2021}, {CLUE_SINCE, 2022}).year, 0);
    assert_int_equal(CHOOSE({CLUE_WEAK, 2011}, {CLUE_WEAK, 2016}, {CLUE_SINCE, 2013}).year, 2016);
}

static void test_the_past_is_not_the_present(void **state)
{
    (void)state;
    assert_int_equal(
        CHOOSE({CLUE_NAMED, 2021}, {CLUE_NAMED, 2021}, {CLUE_NAMED, 2023}, {CLUE_NAMED, 2023}).year,
        2023);
    assert_int_equal(CHOOSE({CLUE_NAMED, 2021}, {CLUE_NAMED, 2021}, {CLUE_NAMED, 2023}).year, 0);
    assert_int_equal(CHOOSE({CLUE_NOW, 2023}, {CLUE_NAMED, 2021}, {CLUE_NAMED, 2021}).year, 2023);
}

static void test_two_that_are_even(void **state)
{
    (void)state;
    struct year_choice choice = CHOOSE({CLUE_NOW, 2021}, {CLUE_NOW, 2023});
    assert_int_equal(choice.year, 0);
    assert_int_equal(choice.best, 2021);
    assert_int_equal(choice.rival, 2023);
    assert_int_equal(CHOOSE({CLUE_NOW, 2021}).rival, 0);
    assert_int_equal(CHOOSE({CLUE_NOW, 1800}).year, 0);
}

static void test_one_of_several_years(void **state)
{
    (void)state;
    struct year_scores scores = {0};
    struct clue clue = {.kind = CLUE_ONE_OF, .first = 2018, .date.year = 2020};
    year_scores_add(&scores, &clue);
    assert_int_equal(year_choose(&scores).year, 0);
    assert_true(year_score(&scores, 2018) > 0 && year_score(&scores, 2020) > 0);
    assert_true(year_score(&scores, 2017) < 0 && year_score(&scores, 2021) < 0);
    struct clue named = {.kind = CLUE_NAMED, .date.year = 2019};
    year_scores_add(&scores, &named);
    year_scores_add(&scores, &named);
    assert_int_equal(year_choose(&scores).year, 2019);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_enough),
        cmocka_unit_test(test_a_bound_fixes_nothing),
        cmocka_unit_test(test_a_bound_chooses),
        cmocka_unit_test(test_the_past_is_not_the_present),
        cmocka_unit_test(test_two_that_are_even),
        cmocka_unit_test(test_one_of_several_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
