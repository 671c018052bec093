/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/column_model.h"

#define LINES 9
#define WIDTH 14

/* Lines of a column: three paragraphs of a line without its indent, a full and a short one. */
static void facts_of_column(struct line_facts facts[LINES])
{
    for (size_t i = 0; i < LINES; i++)
        facts[i] = (struct line_facts){
            .width = i % 3 == 0   ? WIDTH - 2
                     : i % 3 == 1 ? WIDTH
                                  : WIDTH / 2,
            .gap = 1,
            .ends = i % 3 == 2,
        };
}

static void test_states(void **state)
{
    struct line_facts facts[LINES];
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    assert_in_range(model.widths_len, 1, WIDTHS_MAX);
    assert_int_equal(model_states(&model), 1 + model.widths_len * PLACES);
    assert_int_equal(state_place(0), PLACE_ALONE);
    assert_int_equal(state_column(&model, 0), 0);
    for (size_t s = 1; s < model_states(&model); s++) {
        assert_int_equal(state_place(s), PLACE_FIRST + (s - 1) % PLACES);
        assert_int_equal(state_column(&model, s), model.widths[(s - 1) / PLACES]);
    }
}

static void test_widths_rise_and_hold_the_columns(void **state)
{
    struct line_facts facts[LINES];
    bool held = false;
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    for (size_t i = 0; i < model.widths_len; i++) {
        held |= model.widths[i] == WIDTH;
        assert_true(i == 0 || model.widths[i - 1] < model.widths[i]);
    }
    assert_true(held);
}

static void test_one_line_makes_no_column(void **state)
{
    struct line_facts facts = {.width = WIDTH};
    (void)state;
    assert_int_equal(model_new(&facts, 1).widths_len, 0);
}

static void test_cheapest_sequence(void **state)
{
    static const enum line_place places[] = {PLACE_FIRST, PLACE_MIDDLE, PLACE_LAST};
    struct line_facts facts[LINES];
    uint8_t back[LINES * STATES_MAX], path[LINES];
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    model_decode(&model, facts, LINES, back, path);
    for (size_t i = 0; i < LINES; i++) {
        assert_int_equal(state_place(path[i]), places[i % 3]);
        assert_int_equal(state_column(&model, path[i]), WIDTH);
        assert_int_equal(i && model_joins(&model, path[i - 1], path[i]), i % 3 != 0);
    }
}

static void test_a_line_that_starts_a_report_is_not_joined(void **state)
{
    struct line_facts facts[LINES];
    uint8_t back[LINES * STATES_MAX], path[LINES];
    (void)state;
    facts_of_column(facts);
    facts[4].begins = true;
    struct column_model model = model_new(facts, LINES);
    model_decode(&model, facts, LINES, back, path);
    assert_true(model_joins(&model, path[0], path[1]));
    assert_false(model_joins(&model, path[3], path[4]));
}

/* Two short lines that end no sentence: the second goes on with the first where the characters at
   the seam say so, and stands alone where they speak against it. */
static void test_words_at_a_line_end_join_and_part(void **state)
{
    struct line_facts facts[LINES];
    uint8_t back[LINES * STATES_MAX], path[LINES];
    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        facts_of_column(facts);
        facts[5].ends = false;
        facts[6].width = WIDTH;
        facts[6].seam = 6.0f * (float)sign;
        struct column_model model = model_new(facts, LINES);
        model_decode(&model, facts, LINES, back, path);
        assert_int_equal(model_joins(&model, path[5], path[6]), sign > 0);
    }
}

/* The state for a place in the column of one of the model's widths. */
static size_t state_in(size_t width, enum line_place place)
{
    return 1 + width * PLACES + (size_t)(place - PLACE_FIRST);
}

static void test_joins(void **state)
{
    struct column_model model = {.widths = {14, 15, 20}, .widths_len = 3};
    (void)state;
    assert_true(model_joins(&model, state_in(0, PLACE_FIRST), state_in(0, PLACE_MIDDLE)));
    assert_true(model_joins(&model, state_in(0, PLACE_MIDDLE), state_in(0, PLACE_LAST)));
    assert_true(model_joins(&model, state_in(0, PLACE_MIDDLE), state_in(1, PLACE_LAST)));
    assert_false(model_joins(&model, state_in(0, PLACE_MIDDLE), state_in(2, PLACE_LAST)));
    assert_false(model_joins(&model, state_in(0, PLACE_LAST), state_in(0, PLACE_MIDDLE)));
    assert_false(model_joins(&model, state_in(0, PLACE_MIDDLE), state_in(0, PLACE_FIRST)));
    assert_false(model_joins(&model, state_in(0, PLACE_FIRST), state_in(0, PLACE_ONLY)));
    assert_false(model_joins(&model, 0, state_in(0, PLACE_MIDDLE)));
    assert_false(model_joins(&model, state_in(0, PLACE_FIRST), 0));
}

static void test_learns_the_gaps_of_the_page(void **state)
{
    struct line_facts facts[LINES];
    uint8_t back[LINES * STATES_MAX], path[LINES];
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    float gap_before = model.gap[STEP_JOIN][1], other_before = model.gap[STEP_JOIN][0];
    model_decode(&model, facts, LINES, back, path);
    model_learn(&model, facts, path, LINES);
    assert_true(model.gap[STEP_JOIN][1] < gap_before);
    assert_true(model.gap[STEP_JOIN][0] > other_before);
}

/* An only line is indented like a first one; columns of this page begin inside a paragraph. */
static void test_learns_indents_and_openings_of_the_page(void **state)
{
    struct line_facts facts[LINES];
    uint8_t path[LINES];
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    struct column_model before = model;
    for (size_t i = 0; i < LINES; i++) {
        enum line_place place = i % 3 == 0 ? PLACE_MIDDLE : i % 3 == 1 ? PLACE_LAST : PLACE_FIRST;
        path[i] = (uint8_t)state_in(i / 3 % model.widths_len, place);
        facts[i].indented = place == PLACE_FIRST;
    }
    model_learn(&model, facts, path, LINES);
    assert_true(model.opening[1][PLACE_MIDDLE] < before.opening[1][PLACE_MIDDLE]);
    assert_true(model.opening[1][PLACE_FIRST] > before.opening[1][PLACE_FIRST]);
    assert_float_equal(model.opening[0][PLACE_MIDDLE], before.opening[0][PLACE_MIDDLE], 1e-6);
    assert_true(model.indent[PLACE_ONLY][0] > before.indent[PLACE_ONLY][0]);
    assert_float_equal(model.indent[PLACE_ONLY][0], model.indent[PLACE_FIRST][0], 1e-6);
}

static void test_steps_of_width(void **state)
{
    (void)state;
    assert_int_equal(off_step(0.75f), OFF_WIDER);
    assert_int_equal(off_step(0.5f), OFF_NONE);
    assert_int_equal(off_step(-0.5f), OFF_NONE);
    assert_int_equal(off_step(-1.0f), OFF_ONE);
    assert_int_equal(off_step(-1.5f), OFF_TWO);
    assert_int_equal(off_step(-3.5f), OFF_FEW);
    assert_int_equal(off_step(-4.0f), OFF_MORE);
}

static void test_learns_the_widths_of_the_page(void **state)
{
    struct line_facts facts[LINES];
    uint8_t path[LINES];
    (void)state;
    facts_of_column(facts);
    struct column_model model = model_new(facts, LINES);
    float none = model.off[OFF_NONE], two = model.off[OFF_TWO];
    for (size_t i = 0; i < LINES; i++) {
        path[i] = (uint8_t)state_in(0, PLACE_MIDDLE);
        facts[i].width = (float)model.widths[0] - 2.0f;
    }
    model_learn(&model, facts, path, LINES);
    assert_true(model.off[OFF_TWO] < two);
    assert_true(model.off[OFF_NONE] > none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_widths_rise_and_hold_the_columns),
        cmocka_unit_test(test_one_line_makes_no_column),
        cmocka_unit_test(test_cheapest_sequence),
        cmocka_unit_test(test_a_line_that_starts_a_report_is_not_joined),
        cmocka_unit_test(test_words_at_a_line_end_join_and_part),
        cmocka_unit_test(test_joins),
        cmocka_unit_test(test_learns_indents_and_openings_of_the_page),
        cmocka_unit_test(test_steps_of_width),
        cmocka_unit_test(test_learns_the_widths_of_the_page),
        cmocka_unit_test(test_learns_the_gaps_of_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
