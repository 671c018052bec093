/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/ids.h"
#include "enrich/pinyin.h"

static struct arena keep;
static struct reference reference;

static int setup(void **state)
{
    (void)state;
    reference = (struct reference){.pinyin = pinyin_builtin(&keep)};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct str slug(const char *path)
{
    return page_slug(&keep, &reference, str_of(path));
}

static void test_slug_is_the_path_in_ascii(void **state)
{
    (void)state;
    assert_str(slug("content/003_3c900f9fe8fbf353.txt"), "003-3c900f9fe8fbf353");
    assert_str(slug("content/2023/10-17 P03.TXT"), "2023-10-17-p03");
    assert_str(slug("content/2023-10-17/3版.txt"), "2023-10-17-3-ban");
}

static void test_slug_is_the_same_wherever_content_lies(void **state)
{
    (void)state;
    assert_str(slug("/home/archive/content/a/x.txt"), "a-x");
    assert_str(slug("content/a/x.txt"), "a-x");
    assert_str(slug("/tmp/x.txt"), "x");
    assert_str(slug("/tmp/mycontent/x.txt"), "x");
}

static void test_slug_ends_in_a_hash_where_the_path_does_not_fit(void **state)
{
    (void)state;
    char path[301] = "content/";
    memset(path + 8, 'a', sizeof path - 9);
    struct str first = slug(path);
    assert_true(first.len <= 72);
    path[250] = 'b';
    assert_false(str_eq(first, slug(path)));
    struct str greek = slug("content/λ.txt"), cyrillic = slug("content/ж.txt");
    assert_int_equal(greek.len, 9);
    assert_false(str_eq(greek, cyrillic));
}

static void test_person_key_is_pinyin_and_hash(void **state)
{
    (void)state;
    struct str gang = person_key(&keep, &reference, STR("王刚"));
    assert_true(str_starts(gang, STR("wang-gang-")));
    assert_false(str_eq(gang, person_key(&keep, &reference, STR("王钢"))));
    assert_true(str_starts(person_key(&keep, &reference, STR("单小红")), STR("shan-")));
}

/* A page with two stories that begin alike, and a third. */
static struct stories three_stories(void)
{
    static const char *const texts[] = {"昨日，全县召开大会。", "昨 日，全县召开大会。",
                                        "今日有雨。"};
    struct stories stories = {0};
    for (size_t i = 0; i < 3; i++) {
        struct story story = {.kind = KIND_STORY};
        struct block block = {
            .role = ROLE_PARAGRAPH, .text = str_of(texts[i]), .first_line = (uint32_t)(i * 2 + 1)};
        vec_push(&keep, &story.blocks, block);
        vec_push(&keep, &stories, story);
    }
    return stories;
}

static void test_ids_of_one_page_are_told_apart(void **state)
{
    (void)state;
    struct page page = {.path = STR("content/x.txt"), .diags = {.keep = &keep}};
    struct stories stories = three_stories();
    ids_give(&keep, STR("x"), &page, &stories);
    assert_int_equal(stories.at[0].id.len, 8);
    assert_str(stories.at[1].id, str_format(&keep, "%.*s-2", STR_FMT(stories.at[0].id)).ptr);
    assert_false(str_eq(stories.at[2].id, stories.at[0].id));
    assert_int_equal(page.diags.len, 1);
    assert_int_equal(page.diags.at[0].id, D_ID_TWICE);
    assert_true(str_has(page.diags.at[0].what, STR("lines 1 and 3")));
}

static void test_given_id_wins(void **state)
{
    (void)state;
    struct page page = {.path = STR("content/x.txt"), .diags = {.keep = &keep}};
    struct stories stories = three_stories();
    stories.at[0].kind = KIND_RESIDUE;
    page.facts.id = STR("flood-1998");
    ids_give(&keep, STR("x"), &page, &stories);
    assert_str(stories.at[1].id, "flood-1998");
    page.facts.id = STR("../flood");
    ids_give(&keep, STR("x"), &page, &stories);
    assert_true(str_starts(stories.at[1].id, STR("x-")));
    assert_int_equal(page.diags.at[page.diags.len - 1].id, D_ID_BAD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slug_is_the_path_in_ascii),
        cmocka_unit_test(test_slug_is_the_same_wherever_content_lies),
        cmocka_unit_test(test_slug_ends_in_a_hash_where_the_path_does_not_fit),
        cmocka_unit_test(test_person_key_is_pinyin_and_hash),
        cmocka_unit_test(test_ids_of_one_page_are_told_apart),
        cmocka_unit_test(test_given_id_wins),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
