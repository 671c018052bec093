/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "explain/shared.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* What A and B share, on a page of these and OTHERS. */
static struct str shared(const char *a, const char *b, const char *others)
{
    struct str text = str_format(&keep, "    %s\n\n\n    %s\n\n\n%s", a, b, others);
    struct page *page = page_read(&keep, STR("x.txt"), text);
    return shared_words(&keep, cohesion_of(&keep, page), page->blocks.len, str_of(a), str_of(b));
}

static void test_runs_of_both(void **state)
{
    (void)state;
    assert_str(shared("茶农把炒茶锅烧热了。", "炒茶锅是茶厂买来的。", ""), "炒茶锅");
    assert_str(shared("茶农把锅烧热了。", "船工撑船过河。", ""), "");
    assert_str(shared("茶农。", "茶山。", ""), ""); /* one character is no word */
    assert_str(shared("2021年收茶", "2021年修桥", ""), "");
    assert_str(shared("", "", ""), "");
}

/* What all the page speaks of says less than what stands in these two alone. */
static void test_the_rarest_come_first(void **state)
{
    (void)state;
    const char *others = "    茶厂的门开了。\n\n\n    茶厂的路修了。\n\n\n    茶厂的灯亮了。\n";
    assert_str(shared("茶厂买来揉捻机。", "揉捻机进了茶厂。", others), "揉捻机, 茶厂");
    assert_str(shared("茶厂买来机器。", "机器进了茶厂。", "    机器响了。\n\n\n    机器停了。\n"),
               "茶厂, 机器");
}

static void test_three_at_most_and_each_once(void **state)
{
    (void)state;
    assert_str(shared("茶厂。茶厂。", "茶厂，茶厂。", ""), "茶厂");
    struct str four = shared("春茶、渡口、水库、闸门。", "闸门，水库，渡口，春茶。", "");
    size_t commas = 0;
    for (struct str rest = four; str_cut(&rest, ',').len && rest.len;)
        commas++;
    assert_int_equal(commas, 2);
}

/* What is longer is no word but a sentence that stands twice. */
static void test_long_runs_are_cut(void **state)
{
    (void)state;
    struct str run = shared("茶农上山采茶叶回来。", "茶农上山采茶叶回去。", "");
    assert_true(str_starts(run, STR("茶农上山采茶")));
    assert_false(str_has(run, STR("茶农上山采茶叶")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_of_both),
        cmocka_unit_test(test_the_rarest_come_first),
        cmocka_unit_test(test_three_at_most_and_each_once),
        cmocka_unit_test(test_long_runs_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
