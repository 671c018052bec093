/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"
#include "story/made_texts.h"

#include <math.h>

#include "story/links.h"
#include "story/reasons.h"
#include "story/window.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const char page_text[] =
    HEATING_HEAD HEATING RESERVOIR_HEAD RESERVOIR TEA_A FERRY_A GAP TEA_B FERRY_B;

/* Calls CHECK with every link of the page; returns how many there are. */
static size_t each_link(void (*check)(const struct link *link))
{
    struct passages passages = passages_made(&keep, page_text).passages;
    struct links none = links_find(&keep, &passages);
    for (size_t i = 0; i < passages.len; i++) {
        none.follows[i] = false;
        none.head[i] = HEADING_NONE;
    }
    struct spoken spoken = spoken_room(&keep, &passages);
    struct window window = window_at(&passages, &none, 0);
    window_open(&keep, &window, &spoken);
    size_t links = 0;
    for (size_t r = 0; r < window.ends_len + window.heads_len; r++)
        for (size_t c = 0; c < window.starts_len; c++)
            if (window_may_link(&window, r, c)) {
                struct link link = window_link(&window, r, c);
                check(&link);
                links++;
            }
    return links;
}

static void check_sum(const struct link *link)
{
    struct reasons reasons = {0};
    double evidence = link_evidence(link), parts = 0.0, aspects = 0.0;
    double sum = link_reasons(&keep, link, &reasons);
    for (size_t i = 0; i < reasons.len; i++)
        parts += reasons.at[i].nats;
    for (size_t i = 0; i < ASPECT_COUNT; i++)
        aspects += reasons_of_aspect(&reasons, (enum aspect)i);
    assert_true(fabs(sum - evidence) < 1e-9);
    assert_true(fabs(parts - evidence) < 1e-9);
    assert_true(fabs(aspects - evidence) < 1e-9);
    assert_true(reasons.len > 2);
}

static void test_reasons_add_up_to_the_evidence(void **state)
{
    (void)state;
    assert_true(each_link(check_sum) > 20);
}

/* Words are long enough to say something, and begin no sentence. */
static void assert_words(const char *words)
{
    assert_true(strlen(words) > 8 && strlen(words) < 80);
    assert_true(words[0] >= 'a' && words[0] <= 'z');
    assert_true(words[strlen(words) - 1] != '.');
}

static void test_every_measure_has_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        struct reason speaks_for = {(enum measure)i, 1.0}, against = {(enum measure)i, -1.0};
        assert_words(reason_words(&speaks_for));
        assert_words(reason_words(&against));
        assert_true(reason_aspect((enum measure)i) < ASPECT_COUNT);
        assert_true(*measure_name((enum measure)i) != '\0');
    }
    for (size_t i = 0; i < ASPECT_COUNT; i++)
        assert_words(aspect_words((enum aspect)i));
}

static void test_what_speaks_against_has_other_words(void **state)
{
    (void)state;
    struct reason many = {MEASURE_chars, 1.0}, few = {MEASURE_chars, -1.0};
    assert_string_equal(reason_words(&many), "they share many characters");
    assert_string_equal(reason_words(&few), "they share few characters");
    assert_string_equal(measure_name(MEASURE_chars), "chars");
}

static void test_the_strongest_reason_of_an_aspect(void **state)
{
    (void)state;
    struct reasons reasons = {0};
    vec_push(&keep, &reasons, (struct reason){MEASURE_next, 2.0});
    vec_push(&keep, &reasons, (struct reason){MEASURE_headline, -3.0});
    vec_push(&keep, &reasons, (struct reason){MEASURE_parted, 4.0});
    vec_push(&keep, &reasons, (struct reason){MEASURE_report, 9.0});
    assert_int_equal(reasons_strongest(&reasons, ASPECT_PLACE, 1)->measure, MEASURE_parted);
    assert_int_equal(reasons_strongest(&reasons, ASPECT_PLACE, -1)->measure, MEASURE_headline);
    assert_null(reasons_strongest(&reasons, ASPECT_SEAM, 1));
    assert_true(fabs(reasons_of_aspect(&reasons, ASPECT_PLACE) - 3.0) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reasons_add_up_to_the_evidence),
        cmocka_unit_test(test_every_measure_has_words),
        cmocka_unit_test(test_what_speaks_against_has_other_words),
        cmocka_unit_test(test_the_strongest_reason_of_an_aspect),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
