/* SPDX-License-Identifier: MIT */
#include "explain/explained.h"
#include "explain/made_page.h"

#include "explain/assembly.h"

static const char *assembly(struct explained_page *of, const struct story *story, bool full)
{
    return told(of, story, full, tell_assembly);
}

static void test_head_and_text(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = assembly(of, story_called(of, TEA), false);
    assert_says(said, "headline, line 3 「" TEA "」");
    assert_says(said, "1. line");
    assert_says(said, "ends here");
    assert_is_silent_on(said, "page furniture");
    explained_page_clear(of);
}

/* A story that has none gets one of its first words, and that is said. */
static void test_no_headline(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(
        "    本报讯（记者 王小川）水库的闸门换了新的，管护员沿着堤坝查看了一天。\n"
        "    水库的水放进了渠里，渠边的麦田浇了第一遍水。\n");
    assert_true(of->stories.at[0].headline_derived);
    assert_says(assembly(of, &of->stories.at[0], false), "no headline was found");
    explained_page_clear(of);
    of = explained_page_of(MADE_PAGE);
    assert_is_silent_on(assembly(of, story_called(of, FERRY), false), "no headline was found");
    explained_page_clear(of);
}

static void test_what_is_in_no_story(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = assembly(of, residue_of(of), false);
    assert_says(said, "line 1 「2023年10月24日");
    assert_says(said, "page furniture");
    assert_is_silent_on(said, "Head");
    explained_page_clear(of);
}

static void test_in_full_measures_are_named(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const struct story *tea = story_called(of, TEA);
    assert_says(assembly(of, tea, true), "head_first: ");
    assert_is_silent_on(assembly(of, tea, false), "head_first: ");
    explained_page_clear(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head_and_text),
        cmocka_unit_test(test_no_headline),
        cmocka_unit_test(test_what_is_in_no_story),
        cmocka_unit_test(test_in_full_measures_are_named),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
