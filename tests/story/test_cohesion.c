/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "story/made_passages.h"
#include "story/made_texts.h"

#include "base/utf8.h"
#include "story/cohesion.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const struct cohesion *made_cohesion(void)
{
    return cohesion_of(
        &keep, page_read(&keep, STR("x.txt"), STR(TEA_A GAP TEA_B GAP FERRY_A GAP FERRY_B)));
}

/* weights_common() of two texts. */
static double spread(const struct cohesion *cohesion, const struct pairs *a, const struct pairs *b)
{
    struct weights weights = weights_room(&keep, cohesion);
    weights_add(&weights, a);
    double common = weights_common(&weights, a, b);
    weights_remove(&weights, a);
    assert_true(weights_common(&weights, a, b) == 0.0);
    return common;
}

/* Spread out or side by side, texts of any length have the same in common. */
static void test_spread_weights_say_the_same(void **state)
{
    (void)state;
    struct str tea = utf8_trim(STR(TEA_A TEA_B));
    const struct cohesion *cohesion = made_cohesion();
    struct pairs all = pairs_of(&keep, cohesion, tea),
                 ferry = pairs_of(&keep, cohesion, STR(FERRY_A));
    for (size_t len = 6; len < 60; len += 3) { /* bytes of two characters to nineteen */
        struct pairs some = pairs_of(&keep, cohesion, str_slice(tea, 0, len));
        assert_true(some.len > 0);
        assert_true(fabs(spread(cohesion, &all, &some) - pairs_common(&all, &some)) < 1e-9);
        assert_true(spread(cohesion, &all, &some) > spread(cohesion, &ferry, &some));
    }
}

/* A text without a pair, a number for one, has nothing in common with any. */
static void test_nothing_in_common_with_no_text(void **state)
{
    (void)state;
    const struct cohesion *cohesion = made_cohesion();
    struct pairs tea = pairs_of(&keep, cohesion, STR(TEA_A)), none = {0};
    struct pairs number = pairs_of(&keep, cohesion, STR("2021"));
    assert_int_equal(number.len, 0);
    assert_true(spread(cohesion, &tea, &none) == 0.0);
    assert_true(spread(cohesion, &none, &tea) == 0.0);
    assert_true(spread(cohesion, &tea, &number) == 0.0);
    assert_true(spread(cohesion, &tea, &tea) > 0.99);
}

static void test_union_holds_both(void **state)
{
    (void)state;
    const struct cohesion *cohesion = made_cohesion();
    struct pairs tea = pairs_of(&keep, cohesion, STR(TEA_A));
    struct pairs ferry = pairs_of(&keep, cohesion, STR(FERRY_A));
    struct pairs both = pairs_union(&keep, &tea, &ferry), same = pairs_union(&keep, &tea, &tea);
    assert_true(pairs_covered(&tea, &both) > 0.99 && pairs_covered(&ferry, &both) > 0.99);
    assert_true(pairs_covered(&both, &tea) < 0.9);
    assert_int_equal(same.len, tea.len);
    assert_int_equal(same.count, 2 * tea.count);
}

static void test_places(void **state)
{
    (void)state;
    assert_true(names_place(STR("从东河县到柳湾镇")));
    assert_false(names_place(STR("全县的茶厂")));
    assert_false(names_place(STR("")));
    assert_int_equal(places_of(&keep, made_cohesion(), STR("从东河县到柳湾镇")).len, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spread_weights_say_the_same),
        cmocka_unit_test(test_nothing_in_common_with_no_text),
        cmocka_unit_test(test_union_holds_both),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
