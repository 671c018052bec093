/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/stories.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const char page_text[] = "甲 乙\n　丙\r\n丁\n";

/* Where the characters stand; the blanks between them are nobody's. */
static const struct span jia = {0, 3}, yi = {4, 7}, bing = {11, 14}, ding = {16, 19};

/* The page, and stories with a block of one span each. */
struct claim {
    struct page page;
    struct stories stories;
};

static struct claim claim_of(const struct span *spans, size_t len)
{
    struct claim claim = {.page = {.path = STR("x.txt"), .text = str_of(page_text)}};
    claim.page.diags.keep = &keep;
    for (size_t i = 0; i < len; i++) {
        struct block block = {.role = ROLE_PARAGRAPH,
                              .text = str_slice(claim.page.text, spans[i].start, spans[i].end)};
        struct story story = {.kind = i ? KIND_STORY : KIND_RESIDUE};
        vec_push(&keep, &block.spans, spans[i]);
        vec_push(&keep, &story.blocks, block);
        vec_push(&keep, &claim.stories, story);
    }
    return claim;
}

#define CLAIM(...)                               \
    claim_of((const struct span[]){__VA_ARGS__}, \
             sizeof((const struct span[]){__VA_ARGS__}) / sizeof(struct span))

static void assert_kept(struct claim claim)
{
    assert_true(stories_conserve(&claim.page, &claim.stories));
    assert_int_equal(claim.page.diags.len, 0);
}

/* That the check fails once, at a byte on a line, and says WHAT. */
static void assert_breach(struct claim claim, uint32_t line, size_t at, const char *what)
{
    assert_false(stories_conserve(&claim.page, &claim.stories));
    assert_int_equal(claim.page.diags.len, 1);
    const struct diag *diag = &claim.page.diags.at[0];
    assert_int_equal(diag->id, D_NOT_CONSERVED);
    assert_str(diag->place.file, "x.txt");
    assert_int_equal(diag->place.line, line);
    assert_true(str_has(diag->what, str_of(what)));
    assert_true(str_ends(diag->what, str_format(&keep, " %zu", at)));
}

static void test_holds(void **state)
{
    (void)state;
    assert_kept(CLAIM(jia, yi, bing, ding));
    assert_kept(CLAIM({0, sizeof page_text - 1}));
    assert_kept(CLAIM(jia, {3, 11}, bing, ding));
}

static void test_holds_in_any_order(void **state)
{
    (void)state;
    assert_kept(CLAIM(ding, yi, jia, bing));
    struct claim claim = CLAIM(jia, bing);
    vec_push(&keep, &claim.stories.at[0].blocks.at[0].spans, ding);
    vec_push(&keep, &claim.stories.at[1].blocks.at[0].spans, yi);
    claim.stories.at[0].blocks.at[0].text = STR("甲丁");
    claim.stories.at[1].blocks.at[0].text = STR("丙乙");
    assert_kept(claim);
}

static void test_lost(void **state)
{
    (void)state;
    assert_breach(CLAIM(yi, bing, ding), 1, 0, "no block claims");
    assert_breach(CLAIM(jia, yi, ding), 2, 11, "no block claims");
    assert_breach(CLAIM(jia, yi, bing), 3, 16, "no block claims");
    assert_breach(CLAIM(jia, ding), 1, 4, "no block claims");
}

static void test_lost_in_part(void **state)
{
    (void)state;
    assert_breach(CLAIM({0, 2}, yi, bing, ding), 1, 2, "no block claims");
}

static void test_said_twice(void **state)
{
    (void)state;
    assert_breach(CLAIM(jia, yi, bing, ding, yi), 1, 4, "two blocks claim");
    assert_breach(CLAIM(jia, yi, {4, 14}, ding), 1, 4, "two blocks claim");
    assert_breach(CLAIM(jia, yi, {8, 14}, bing, ding), 2, 11, "two blocks claim");
    assert_breach(CLAIM(jia, yi, bing, ding, {18, 19}), 3, 18, "two blocks claim");
}

static void test_spans_that_hold_nothing(void **state)
{
    (void)state;
    assert_breach(CLAIM(jia, yi, {7, 7}, bing, ding), 1, 7, "empty");
    assert_breach(CLAIM(jia, yi, bing, {16, 21}), 3, 16, "beyond the text");
}

/* The whole page as one block that says TEXT. */
static struct claim claim_saying(enum role role, const char *text)
{
    struct claim claim = CLAIM({0, sizeof page_text - 1});
    claim.stories.at[0].blocks.at[0].role = role;
    claim.stories.at[0].blocks.at[0].text = str_of(text);
    return claim;
}

static void test_text_against_spans(void **state)
{
    (void)state;
    assert_kept(claim_saying(ROLE_PARAGRAPH, "甲乙丙丁"));
    assert_kept(claim_saying(ROLE_PARAGRAPH, "甲　乙丙 丁"));
    assert_breach(claim_saying(ROLE_PARAGRAPH, "甲乙丁"), 2, 11, "does not have");
    assert_breach(claim_saying(ROLE_PARAGRAPH, "甲丙乙丁"), 1, 4, "does not have");
    assert_breach(claim_saying(ROLE_PARAGRAPH, "甲乙丙丁丁"), 1, 0, "do not have");
    assert_breach(claim_saying(ROLE_HEADLINE, "甲乙丙丁戊"), 1, 0, "do not have");
}

static void test_no_stories(void **state)
{
    (void)state;
    struct stories none = {0};
    struct page blank = {.path = STR("x.txt"), .text = STR(" \n　\n")};
    blank.diags.keep = &keep;
    assert_true(stories_conserve(&blank, &none));
    struct page page = {.path = STR("x.txt"), .text = STR(" \n　甲\n")};
    assert_breach(
        (struct claim){.page = {.path = page.path, .text = page.text, .diags.keep = &keep}}, 2, 5,
        "no block claims");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holds),
        cmocka_unit_test(test_holds_in_any_order),
        cmocka_unit_test(test_lost),
        cmocka_unit_test(test_lost_in_part),
        cmocka_unit_test(test_said_twice),
        cmocka_unit_test(test_spans_that_hold_nothing),
        cmocka_unit_test(test_text_against_spans),
        cmocka_unit_test(test_no_stories),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
