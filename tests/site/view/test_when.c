/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/vec.h"
#include "site/view/when.h"
#include "site/words.h"

static void dates_are_said_as_far_as_known(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct when when = {.strings = words(&keep), .date = {2023, 4, 9}, .precision = PRECISION_DAY};
    assert_str(when_text(&keep, &when), "2023年4月9日");
    assert_str(when_marked(&keep, &when), "2023年4月9日");
    when.inferred = true;
    assert_str(when_marked(&keep, &when), "〔2023年4月9日〕");
    when.inferred = false;
    when.precision = PRECISION_MONTH;
    assert_str(when_text(&keep, &when), "2023年4月");
    when.precision = PRECISION_YEAR;
    assert_str(when_text(&keep, &when), "2023年");
    when.precision = PRECISION_NONE;
    assert_str(when_text(&keep, &when), "日期不详");
    assert_str(when_marked(&keep, &when), "〔日期不详〕");
    arena_clear(&keep);
}

static void add(struct arena *keep, struct entries *entries, struct date date, enum basis basis)
{
    struct story *story = ARENA_NEW(keep, struct story);
    story->date = (struct story_date){.value = date, .basis = basis};
    story->date.precision = date.day     ? PRECISION_DAY
                            : date.month ? PRECISION_MONTH
                            : date.year  ? PRECISION_YEAR
                                         : PRECISION_NONE;
    struct entry *entry = ARENA_NEW(keep, struct entry);
    entry->story = story;
    vec_push(keep, entries, entry);
}

static void a_span_goes_from_month_to_month(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){2023, 10, 17}, BASIS_TEXT);
    add(&keep, &entries, (struct date){2022, 12, 0}, BASIS_PATH);
    add(&keep, &entries, (struct date){0}, BASIS_NONE);
    struct when_span span = when_span(words(&keep), &entries);
    assert_str(when_span_text(&keep, &span), "2022年12月—2023年10月");
    assert_true(span.last.inferred);
    assert_false(span.first.inferred);
    assert_int_equal(span.undated, 1);
    arena_clear(&keep);
}

static void a_span_within_a_month_is_one_date(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){2023, 10, 17}, BASIS_TEXT);
    add(&keep, &entries, (struct date){2023, 10, 3}, BASIS_TEXT);
    struct when_span span = when_span(words(&keep), &entries);
    assert_str(when_span_text(&keep, &span), "2023年10月");
    arena_clear(&keep);
}

static void a_year_alone_widens_no_span_of_its_months(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){2023, 10, 0}, BASIS_TEXT);
    add(&keep, &entries, (struct date){2023, 0, 0}, BASIS_TEXT);
    struct when_span span = when_span(words(&keep), &entries);
    assert_str(when_span_text(&keep, &span), "2023年10月");
    add(&keep, &entries, (struct date){2021, 0, 0}, BASIS_TEXT);
    span = when_span(words(&keep), &entries);
    assert_str(when_span_text(&keep, &span), "2021年—2023年10月");
    arena_clear(&keep);
}

static void a_span_of_undated_stories_is_not_known(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct entries entries = {0};
    add(&keep, &entries, (struct date){0}, BASIS_NONE);
    struct when_span span = when_span(words(&keep), &entries);
    assert_str(when_span_text(&keep, &span), "日期不详");
    arena_clear(&keep);
}

static struct value field(struct arena *keep, struct value object, const char *name)
{
    struct value value;
    assert_true(value_get(keep, object, str_of(name), &value));
    return value;
}

static void as_a_value_it_says_what_is_inferred(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct when when = {
        .strings = words(&keep), .date = {2023, 4, 0}, .precision = PRECISION_MONTH};
    assert_str(field(&keep, when_value(&when), "iso").text, "2023-04");
    assert_str(field(&keep, when_value(&when), "href").text, "dates/2023-04.html");
    assert_false(field(&keep, when_value(&when), "supplied").truth);
    when.inferred = true;
    assert_true(field(&keep, when_value(&when), "supplied").truth);
    when = (struct when){.strings = words(&keep)};
    assert_true(field(&keep, when_value(&when), "supplied").truth);
    assert_int_equal(field(&keep, when_value(&when), "iso").kind, VALUE_NOTHING);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_said_as_far_as_known),
        cmocka_unit_test(a_span_goes_from_month_to_month),
        cmocka_unit_test(a_span_within_a_month_is_one_date),
        cmocka_unit_test(a_year_alone_widens_no_span_of_its_months),
        cmocka_unit_test(a_span_of_undated_stories_is_not_known),
        cmocka_unit_test(as_a_value_it_says_what_is_inferred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
