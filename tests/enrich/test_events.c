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
    assert_int_equal(event->open, 2023);
    assert_int_equal(event->base, 0);
}

static void test_the_longest_word_counts(void **state)
{
    (void)state;
    assert_int_equal(event_in("“六五”规划")->open, 1981);
    assert_int_equal(event_in("“六五”普法规划")->open, 2011);
    assert_int_equal(event_in("中国共产党成立")->base, 1921);
    assert_null(event_in("党的好干部"));
    assert_null(event_in(""));
}

/* Every row has a word, something that it says, and a reason. */
static void test_the_table(void **state)
{
    (void)state;
    struct str table = embedded_get(embedded_data, "events.tsv"), row[8];
    size_t rows = 0;
    while (table_row(&table, row, 8)) {
        if (str_starts(row[0], STR("#")))
            continue;
        rows++;
        assert_true(row[0].len > 0 && row[6].len > 0);
        assert_int_equal(row[7].len, 0);
        assert_true(row[1].len + row[2].len + row[3].len + row[4].len + row[5].len > 0);
        for (size_t i = 1; i <= 5; i++)
            assert_true(row[i].len == 0 || row[i].len == 4 || row[i].len == 7);
    }
    assert_true(rows > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_congress),
        cmocka_unit_test(test_the_longest_word_counts),
        cmocka_unit_test(test_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
