/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/line_facts.h"
#include "page/tidy.h"

/* The facts of the second of two lines; OTHER stands below them, or nothing. */
static struct line_facts facts_of(const char *first, const char *second, const char *other)
{
    struct arena keep = {0};
    const char *texts[] = {first, second, other};
    uint32_t len = *other ? 3 : 2;
    struct line lines[3] = {0};
    struct set_line set[3] = {0};
    struct pair_counts pairs = {0};
    for (uint32_t i = 0; i < len; i++) {
        line_tidy(&keep, str_of(texts[i]), &lines[i]);
        set[i].line = &lines[i];
        pairs_count(&keep, &pairs, lines[i].text, i + 1);
    }
    struct line_facts facts = line_facts_of(set, len, 1, &pairs);
    arena_clear(&keep);
    return facts;
}

/* What a line's end has cut speaks for its going on, what does not go together against it. */
static void test_words_at_a_line_end(void **state)
{
    (void)state;
    float cut = facts_of("供热公司对管网逐段检修，供热站里的技", "术员每隔半小时记录一次", "").seam;
    float strange = facts_of("供热公司对管网逐段检修，几次劝", "湖面上的渡船又开了", "").seam;
    assert_true(cut > 2.0f);
    assert_true(strange < 0.0f);
}

/* Two characters that stand side by side elsewhere on the page may do so here. */
static void test_what_the_page_knows(void **state)
{
    (void)state;
    static const char first[] = "供热公司派来的师傅，名叫徐", second[] = "渡家里世代住在河边";
    float unknown = facts_of(first, second, "河边的船又开了").seam;
    float known = facts_of(first, second, "河边的徐渡又开船了").seam;
    assert_true(known > unknown + 1.0f);
}

/* Marks and digits say nothing of words. */
static void test_no_words_at_a_line_end(void **state)
{
    (void)state;
    assert_true(facts_of("供热公司对管网逐段检修，", "供热站每天记录", "").seam == 0.0f);
    assert_true(facts_of("供热公司今年检修管网", "12公里，换阀门", "").seam == 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_at_a_line_end),
        cmocka_unit_test(test_what_the_page_knows),
        cmocka_unit_test(test_no_words_at_a_line_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
