/* SPDX-License-Identifier: MIT */
#include "explain/explained.h"
#include "explain/made_page.h"

#include "explain/explain.h"

/* The explanation of STORY of OF, or of all its page if that is NULL. */
static const char *explained(struct explained_page *of, const struct story *story, bool full)
{
    struct explained all = {of->page, &of->stories, &of->account, full};
    buf_reset(&of->out);
    if (story)
        explain_story(&of->out, &all, story);
    else
        explain_page(&of->out, &all);
    return said_by(of);
}

static void test_one_story(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = explained(of, story_called(of, TEA), false);
    assert_int_equal(strncmp(said, TEA "\na-2, story on content/a.txt\n", strlen(TEA)), 0);
    const char *const parts[] = {"\nPut together: ", "\n  Head\n",   "\n  Text\n", "\nFiled\n",
                                 "\n  Places\n",     "\n  Topics\n", "\n  Date\n", "\n  Bylines\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_says(said, parts[i]);
    assert_is_silent_on(said, FERRY "\na-3, story");
    explained_page_clear(of);
}

static void test_all_of_a_page(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = explained(of, NULL, false);
    assert_says(said, "a-2, story on content/a.txt\n");
    assert_says(said, "a-3, story on content/a.txt\n");
    explained_page_clear(of);
}

/* A page's second story is told of by its own grounds, as when it is told of alone. */
static void test_grounds_are_those_of_the_story(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *alone = explained(of, story_called(of, FERRY), false);
    const char *filed = strstr(alone, "\nFiled\n");
    size_t len = (size_t)(strstr(filed, "\n\n") - filed);
    assert_is_silent_on(alone, "岚县");
    assert_says(explained(of, NULL, false), str_c(&keep, (struct str){filed, len}));
    explained_page_clear(of);
}

static void test_residue_is_not_filed(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    const char *said = explained(of, residue_of(of), false);
    assert_says(said, "a-1, in no story on content/a.txt");
    assert_is_silent_on(said, "Filed");
    assert_is_silent_on(said, "Put together");
    explained_page_clear(of);
}

static void test_doubts_are_numbers_only_in_full(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    assert_says(explained(of, story_called(of, FERRY), true), "stories as a rule");
    assert_says(explained(of, story_called(of, FERRY), false), "less sure, for ");
    assert_is_silent_on(explained(of, story_called(of, FERRY), false), "stories as a rule");
    explained_page_clear(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_story),
        cmocka_unit_test(test_all_of_a_page),
        cmocka_unit_test(test_grounds_are_those_of_the_story),
        cmocka_unit_test(test_residue_is_not_filed),
        cmocka_unit_test(test_doubts_are_numbers_only_in_full),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
