/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/vec.h"
#include "site/view/timeline.h"

static void add_inferred(struct arena *keep, struct entries *entries, struct date date,
                         enum basis basis)
{
    struct story *story = ARENA_NEW(keep, struct story);
    story->date.value = date;
    story->date.basis = basis;
    story->date.precision = date.day     ? PRECISION_DAY
                            : date.month ? PRECISION_MONTH
                            : date.year  ? PRECISION_YEAR
                                         : PRECISION_NONE;
    struct entry *entry = ARENA_NEW(keep, struct entry);
    entry->story = story;
    vec_push(keep, entries, entry);
}

static void add(struct arena *keep, struct entries *entries, struct date date)
{
    add_inferred(keep, entries, date, BASIS_PATH);
}

static void no_stories_make_no_drawings(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct timeline timeline = timeline_make(&keep, &(struct entries){0});
    assert_int_equal(timeline.len, 0);
    assert_int_equal(timeline.peak, 0);
    assert_int_equal(timeline.undated, 0);
    arena_clear(&keep);
}

static void undated_stories_are_counted_apart(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){0});
    add(&keep, &entries, (struct date){0});
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline.len, 0);
    assert_int_equal(timeline.undated, 2);
    arena_clear(&keep);
}

static void months_are_counted_by_basis(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){2023, 10, 17});
    add_inferred(&keep, &entries, (struct date){2023, 10, 0}, BASIS_TEXT);
    add_inferred(&keep, &entries, (struct date){2023, 10, 0}, BASIS_PAGE);
    add_inferred(&keep, &entries, (struct date){2023, 12, 1}, BASIS_DATELINE);
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline.len, 1);
    assert_int_equal(timeline.slots_len, 12);
    const struct timeline_slot *october = &timeline.at[0].slots[9];
    assert_int_equal(october->month, 10);
    assert_int_equal(october->stated, 1);
    assert_int_equal(october->inferred, 2);
    assert_int_equal(timeline.at[0].slots[11].stated, 1);
    assert_int_equal(timeline.peak, 3);
    arena_clear(&keep);
}

static void a_year_alone_counts_for_the_year_but_no_month(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){2023, 0, 0});
    add(&keep, &entries, (struct date){2023, 0, 0});
    add(&keep, &entries, (struct date){2023, 4, 0});
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline.at[0].len, 3);
    assert_int_equal(timeline.peak, 1);
    assert_int_equal(timeline.year_only, 2);
    assert_int_equal(timeline.year_only_year, 2023);
    add(&keep, &entries, (struct date){2021, 0, 0});
    timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline.year_only, 3);
    assert_int_equal(timeline.year_only_year, 0);
    arena_clear(&keep);
}

static void years_come_in_order_without_those_that_are_empty(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    const uint16_t years[] = {2023, 1998, 2010, 1998, 2024};
    for (size_t i = 0; i < 5; i++)
        add(&keep, &entries, (struct date){years[i], 1, 1});
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline.len, 4);
    const uint16_t sorted[] = {1998, 2010, 2023, 2024};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(timeline.at[i].year, sorted[i]);
        assert_int_equal(timeline.at[i].slots[0].year, sorted[i]);
    }
    assert_int_equal(timeline.at[0].len, 2);
    arena_clear(&keep);
}

static struct timeline of_years(struct arena *keep, uint16_t first, uint16_t count)
{
    struct entries entries = {0};
    for (uint16_t i = 0; i < count; i++)
        add(keep, &entries, (struct date){(uint16_t)(first + i), 6, 0});
    return timeline_make(keep, &entries);
}

static void many_years_are_drawn_by_decades(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct timeline twelve = of_years(&keep, 1985, TIMELINE_YEARS_MAX);
    assert_false(twelve.decades);
    assert_int_equal(twelve.len, 12);

    struct timeline forty = of_years(&keep, 1985, 40);
    assert_true(forty.decades);
    assert_int_equal(forty.slots_len, 10);
    assert_int_equal(forty.len, 5);
    assert_int_equal(forty.at[0].year, 1980);
    assert_int_equal(forty.at[0].len, 5);
    assert_int_equal(forty.at[0].slots[4].stated, 0);
    assert_int_equal(forty.at[0].slots[4].year, 1984);
    assert_int_equal(forty.at[0].slots[5].stated, 1);
    assert_int_equal(forty.at[4].year, 2020);
    assert_int_equal(forty.peak, 1);
    arena_clear(&keep);
}

static void a_year_alone_counts_in_a_decade(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    for (uint16_t year = 1990; year < 2004; year++)
        add(&keep, &entries, (struct date){year, 0, 0});
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_true(timeline.decades);
    assert_int_equal(timeline.at[1].slots[3].stated, 1);
    assert_int_equal(timeline.peak, 1);
    arena_clear(&keep);
}

static void the_highest_bar_has_full_height(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    for (int i = 0; i < 10; i++)
        add(&keep, &entries, (struct date){2022, 5, 0});
    for (int i = 0; i < 7; i++)
        add_inferred(&keep, &entries, (struct date){2023, 10, 0}, BASIS_TEXT);
    struct timeline timeline = timeline_make(&keep, &entries);
    struct timeline_bar may = timeline_bar(&timeline, &timeline.at[0], 4);
    assert_int_equal(may.stated_height, TIMELINE_PEAK);
    assert_int_equal(may.inferred_height, 0);
    assert_int_equal(may.x10, 1005);
    assert_int_equal(may.middle10, 1080);
    struct timeline_bar october = timeline_bar(&timeline, &timeline.at[1], 9);
    assert_int_equal(october.inferred_height, 45);
    assert_int_equal(timeline_bar(&timeline, &timeline.at[1], 0).inferred_height, 0);
    arena_clear(&keep);
}

static void one_story_among_thousands_is_seen(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    for (int i = 0; i < 1000; i++)
        add(&keep, &entries, (struct date){2022, 5, 0});
    add(&keep, &entries, (struct date){2022, 6, 0});
    struct timeline timeline = timeline_make(&keep, &entries);
    assert_int_equal(timeline_bar(&timeline, &timeline.at[0], 5).stated_height, 2);
    arena_clear(&keep);
}

static void bars_of_a_decade_stand_in_its_width(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct timeline timeline = of_years(&keep, 1990, 20);
    struct timeline_bar last = timeline_bar(&timeline, &timeline.at[1], 9);
    assert_int_equal(last.x10, 2661);
    assert_int_equal(last.middle10, 2736);
    arena_clear(&keep);
}

static void heat_has_three_steps(void **state)
{
    (void)state;
    assert_int_equal(timeline_heat(0, 10), 0);
    assert_int_equal(timeline_heat(4, 10), 1);
    assert_int_equal(timeline_heat(7, 10), 2);
    assert_int_equal(timeline_heat(10, 10), 3);
    assert_int_equal(timeline_heat(1, 1), 3);
    assert_int_equal(timeline_heat(1, 1000), 1);
    assert_int_equal(timeline_heat(0, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_stories_make_no_drawings),
        cmocka_unit_test(undated_stories_are_counted_apart),
        cmocka_unit_test(months_are_counted_by_basis),
        cmocka_unit_test(a_year_alone_counts_for_the_year_but_no_month),
        cmocka_unit_test(years_come_in_order_without_those_that_are_empty),
        cmocka_unit_test(many_years_are_drawn_by_decades),
        cmocka_unit_test(a_year_alone_counts_in_a_decade),
        cmocka_unit_test(the_highest_bar_has_full_height),
        cmocka_unit_test(one_story_among_thousands_is_seen),
        cmocka_unit_test(bars_of_a_decade_stand_in_its_width),
        cmocka_unit_test(heat_has_three_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
