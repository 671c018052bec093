/* SPDX-License-Identifier: MIT */
#include "explain/explained.h"
#include "explain/made_page.h"

#include "explain/filed.h"

static void test_a_county_with_what_shows_it(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = told(of, story_called(of, TEA), false, tell_counties);
    assert_says(said, "山西省吕梁市岚县: weight ");
    assert_says(said, "first paragraph, line 4 「…");
    assert_is_silent_on(said, "no other county bears the name");
    assert_says(told(of, story_called(of, TEA), true, tell_counties),
                "「岚县」: no other county bears the name");
    explained_page_clear(of);
}

static void test_no_county(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = told(of, story_called(of, FERRY), false, tell_counties);
    assert_says(said, "none: it names none");
    assert_is_silent_on(said, "岚县");
    explained_page_clear(of);
}

/* Several counties bear the name of 鼓楼区: who else does is said, and what the page says for each.
 */
static void test_which_of_several(void **state)
{
    (void)state;
    struct explained_page *of =
        explained_page_of("茶厂开了门\n\n    南京市鼓楼区的茶厂开了门，鼓楼区的居民来买茶。\n");
    const char *said = told(of, &of->stories.at[0], true, tell_counties);
    assert_says(said, "江苏省南京市鼓楼区: weight ");
    assert_says(said, "the wider place that stands before the name");
    assert_says(said, "江苏省徐州市鼓楼区 +");
    assert_is_silent_on(said, "江苏省徐州市鼓楼区: weight");
    explained_page_clear(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_county_with_what_shows_it),
        cmocka_unit_test(test_no_county),
        cmocka_unit_test(test_which_of_several),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
