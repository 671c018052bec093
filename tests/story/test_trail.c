/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <math.h>

#include "story/made_texts.h"
#include "story/stories.h"
#include "story/trail.h"

static struct arena keep;
static struct trail trail;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&trail.keep);
    arena_clear(&keep);
    return 0;
}

static const char page_text[] =
    "资料图片\n\n" HEATING_HEAD "□ 王刚\n" HEATING RESERVOIR_HEAD RESERVOIR TEA_A GAP FERRY_A;

/* The trail of PAGE_TEXT's one part. */
static const struct trail_part *made(void)
{
    if (!trail.parts.len) {
        struct page *page = page_read(&keep, STR("x.txt"), str_of(page_text));
        struct fragments fragments = fragments_join(&keep, page, &trail);
        stories_assemble(&keep, page, &fragments);
    }
    assert_int_equal(trail.parts.len, 1);
    return &trail.parts.at[0];
}

static void test_nothing_changes_what_is_chosen(void **state)
{
    (void)state;
    const struct trail_part *part = made();
    struct page *page = page_read(&keep, STR("x.txt"), str_of(page_text));
    struct fragments fragments = fragments_join(&keep, page, NULL);
    size_t texts = 0, begun = part->texts.len;
    for (size_t i = 0; i < fragments.len; i++)
        texts += part_of(&fragments.at[i].blocks) == PART_TEXT;
    for (size_t i = 0; i < part->texts.len; i++)
        begun -= part->next[i] != TRAIL_NONE || part->texts.at[i].doubtful;
    assert_int_equal(begun, texts);
}

static void test_scores_are_those_that_were_chosen_by(void **state)
{
    (void)state;
    const struct trail_window *window = &made()->windows.at[0];
    size_t chosen = 0;
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++) {
        size_t col = window->found.col[r];
        if (col == ASSIGN_NONE)
            continue;
        double score = trail_link_at(window, r, col)->score;
        assert_true(fabs(score - window->weight[r * window->starts_len + col]) < 1e-9);
        assert_true(score > 0.0);
        assert_int_equal(trail_row_of(window, col), r);
        chosen++;
    }
    assert_true(chosen >= 4);
}

static void test_the_runner_up_is_another_and_loses_by_the_margin(void **state)
{
    (void)state;
    const struct trail_window *window = &made()->windows.at[0];
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++) {
        if (window->found.col[r] == ASSIGN_NONE)
            continue;
        struct trail_other other = trail_without(window, r);
        double sure = window->found.row_sure[r];
        assert_true(other.col != window->found.col[r]);
        assert_true(other.row != r);
        assert_true(sure >= ASSIGN_SURE ? other.loss >= ASSIGN_SURE - 1e-6
                                        : fabs(other.loss - sure) < 1e-6);
    }
}

static void test_the_likeliest_of_a_row_and_column(void **state)
{
    (void)state;
    const struct trail_window *window = &made()->windows.at[0];
    for (size_t r = 0; r < window->ends_len + window->heads_len; r++) {
        size_t best = trail_best_col(window, r, ASSIGN_NONE);
        if (best == ASSIGN_NONE)
            continue;
        for (size_t c = 0; c < window->starts_len; c++)
            assert_true(!trail_link_at(window, r, c)->weighed ||
                        trail_link_at(window, r, c)->score <=
                            trail_link_at(window, r, best)->score);
        assert_true(trail_best_col(window, r, best) != best);
        size_t row = trail_best_row(window, best, ASSIGN_NONE);
        assert_true(trail_link_at(window, row, best)->score >=
                    trail_link_at(window, r, best)->score);
    }
}

static void test_satellites_know_why(void **state)
{
    (void)state;
    made();
    size_t chosen = 0;
    for (size_t s = 0; s < trail.satellites.len; s++)
        chosen += trail.satellites.at[s].why == HEAD_CHOSEN;
    assert_int_equal(chosen, 2);
    assert_int_equal(trail.satellites.at[0].why, HEAD_LEFT); /* where a picture stood */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_changes_what_is_chosen),
        cmocka_unit_test(test_scores_are_those_that_were_chosen_by),
        cmocka_unit_test(test_the_runner_up_is_another_and_loses_by_the_margin),
        cmocka_unit_test(test_the_likeliest_of_a_row_and_column),
        cmocka_unit_test(test_satellites_know_why),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
