/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/view/strip.h"

static struct strip_bar bar(size_t before, size_t chars, size_t all)
{
    struct arena keep = {0};
    struct piece pieces[2] = {{.before = before, .chars = chars}, {.before = all}};
    struct archive_page page = {.pieces = {.at = pieces, .len = 2}};
    struct strip_bars bars = {0};
    strip_add(&keep, &bars, &page, &pieces[0]);
    assert_int_equal(bars.len, 1);
    struct strip_bar made = bars.at[0];
    arena_clear(&keep);
    return made;
}

static void bars_are_in_proportion_less_a_gap(void **state)
{
    (void)state;
    struct strip_bar half = bar(50, 25, 100);
    assert_int_equal(half.x, 1500);
    assert_int_equal(half.width, 740);
}

static void no_bar_is_too_thin_or_out_of_the_strip(void **state)
{
    (void)state;
    struct strip_bar thin = bar(0, 1, 100000);
    assert_int_equal(thin.width, 25);
    struct strip_bar last = bar(99999, 1, 100000);
    assert_int_equal(last.x + last.width, 3000);
}

static void front_matter_has_no_bar(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct piece front = {.front = true, .chars = 9};
    struct archive_page page = {.pieces = {.at = &front, .len = 1}};
    struct strip_bars bars = {0};
    strip_add(&keep, &bars, &page, &front);
    assert_int_equal(bars.len, 0);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_in_proportion_less_a_gap),
        cmocka_unit_test(no_bar_is_too_thin_or_out_of_the_strip),
        cmocka_unit_test(front_matter_has_no_bar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
