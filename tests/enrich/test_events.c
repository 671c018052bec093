/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/embedded.h"
#include "enrich/events.h"
#include "enrich/table.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const struct event *event_in(const char *text)
{
    const struct word *word =
        words_at(&events_builtin(&keep)->words, str_of(text), word_head_at(str_of(text), 0));
    return word ? word->value : NULL;
}

static void test_a_congress(void **state)
{
    (void)state;
    const struct event *event = event_in("党的二十大报告");
    assert_int_equal(event->since.year, 2022);
    assert_int_equal(event->since.month, 10);
    assert_int_equal(event->held.year, 2022);
    assert_int_equal(event->open.first, 2023);
    assert_int_equal(event->open.last, 2023);
    assert_int_equal(event->base, 0);
}

static void test_years_that_may_be_several(void **state)
{
    (void)state;
    const struct event *event = event_in("脱贫攻坚");
    assert_int_equal(event->close.first, 2020);
    assert_int_equal(event->close.last, 2020);
    assert_int_equal(event->crux.first, 2018);
    assert_int_equal(event->crux.last, 2020);
    event = event_in("杭州亚运会");
    assert_int_equal(event->held_years.first, 2022);
    assert_int_equal(event->held_years.last, 2023);
    assert_int_equal(event->held.month, 10);
}

static void test_the_longest_word_counts(void **state)
{
    (void)state;
    assert_int_equal(event_in("“六五”规划")->open.first, 1981);
    assert_int_equal(event_in("“六五”普法规划")->open.first, 2011);
    assert_int_equal(event_in("中国共产党成立")->base, 1921);
    assert_null(event_in("党的好干部"));
    assert_null(event_in(""));
}

/* Nothing, 2020, 2020-10, or from a year on: 2018..2020, 2022..2023-10. */
static bool is_date_column(struct str field)
{
    size_t dots = str_find(field, STR(".."), 0);
    size_t len = dots == SIZE_MAX ? field.len : field.len - 6;
    return (len == 0 || len == 4 || len == 7) && (dots == SIZE_MAX || dots == 4);
}

/* Every row has a word, something that it says, and a reason. */
static void test_the_table(void **state)
{
    (void)state;
    struct str table = embedded_get(embedded_data, "events.tsv"), row[9];
    size_t rows = 0;
    while (table_row(&table, row, 9)) {
        if (str_starts(row[0], STR("#")))
            continue;
        rows++;
        assert_true(row[0].len > 0 && row[7].len > 0);
        assert_int_equal(row[8].len, 0);
        assert_true(row[1].len + row[2].len + row[3].len + row[4].len + row[5].len + row[6].len >
                    0);
        for (size_t i = 1; i <= 6; i++)
            assert_true(is_date_column(row[i]));
    }
    assert_true(rows > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_congress),
        cmocka_unit_test(test_years_that_may_be_several),
        cmocka_unit_test(test_the_longest_word_counts),
        cmocka_unit_test(test_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
