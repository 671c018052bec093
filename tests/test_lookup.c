/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "lookup.h"
#include "temp.h"

static struct arena keep;

#define STORY "茶农采完春茶炒夏茶\n\n    本报讯　茶山上的茶农采完春茶，茶厂的炒茶锅烧了一天一夜。\n"

struct looked {
    struct settings settings;
    struct lookup lookup;
    struct diags diags;
};

/* A site of the pages 2023/a.txt and b.txt, the second with an id of its own. */
static struct looked *site_opened(void)
{
    struct looked *of = ARENA_NEW(&keep, struct looked);
    of->settings = (struct settings){.dir = temp_dir(&keep), .threads = 1};
    of->diags.keep = &keep;
    mkdir(temp_path(&keep, of->settings.dir, "content"), 0700);
    mkdir(temp_path(&keep, of->settings.dir, "content/2023"), 0700);
    temp_write(&keep, of->settings.dir, "content/2023/a.txt", STORY);
    temp_write(&keep, of->settings.dir, "content/b.txt", "---\nid: tea\n---\n" STORY);
    temp_write(&keep, of->settings.dir, "else.txt", STORY);
    assert_true(lookup_open(&keep, &of->settings, &of->lookup, &of->diags));
    assert_true(of->lookup.is_site);
    return of;
}

static void site_close(struct looked *of)
{
    dir_remove(of->settings.dir);
}

static bool finds(struct looked *of, const char *name, struct looked_up *found)
{
    *found = (struct looked_up){0};
    of->diags.len = 0;
    return lookup_find(&keep, &of->lookup, str_of(name), found, &of->diags);
}

static void test_a_story_by_its_id_and_address(void **state)
{
    (void)state;
    struct looked *of = site_opened();
    struct looked_up page, story;
    assert_true(finds(of, "2023-a", &page));
    assert_str(page.path, "content/2023/a.txt");
    assert_true(page.story == LOOKUP_ALL && page.ids.len > 0);
    const char *id = str_c(&keep, page.ids.at[0]);
    assert_true(finds(of, id, &story));
    assert_int_equal(story.story, 0);
    assert_true(finds(of, str_format(&keep, "http://x.test/stories/%s.html#p2", id).ptr, &story));
    assert_int_equal(story.story, 0);
    assert_false(finds(of, "http://x.test/stories/else.html", &story));
    site_close(of);
}

static void test_an_id_that_the_page_gives(void **state)
{
    (void)state;
    struct looked *of = site_opened();
    struct looked_up found;
    assert_true(finds(of, "b", &found));
    assert_str(found.path, "content/b.txt");
    for (size_t i = 0; i < found.ids.len; i++) {
        struct looked_up story;
        assert_true(finds(of, str_c(&keep, found.ids.at[i]), &story));
        assert_str(story.path, "content/b.txt");
        assert_int_equal(story.story, i);
    }
    assert_true(finds(of, "tea", &found));
    assert_str(found.path, "content/b.txt");
    assert_str(found.ids.at[found.story], "tea");
    site_close(of);
}

static void test_files_of_the_site_and_others(void **state)
{
    (void)state;
    struct looked *of = site_opened();
    struct looked_up found;
    assert_true(finds(of, temp_path(&keep, of->settings.dir, "content/b.txt"), &found));
    assert_true(found.in_site && found.ids.len > 0);
    assert_str(found.path, "content/b.txt");
    assert_true(finds(of, temp_path(&keep, of->settings.dir, "else.txt"), &found));
    assert_false(found.in_site);
    assert_int_equal(found.ids.len, 0);
    assert_true(finds(of, "-", &found));
    assert_false(found.in_site);
    site_close(of);
}

static void test_what_is_near_is_told(void **state)
{
    (void)state;
    struct looked *of = site_opened();
    struct looked_up found;
    assert_false(finds(of, "2023-b", &found));
    assert_int_equal(of->diags.len, 1);
    assert_int_equal(of->diags.at[0].id, D_ID_UNKNOWN);
    assert_true(str_has(of->diags.at[0].what, STR("did you mean '2023-a'?")));
    assert_false(finds(of, "no-such-story", &found));
    assert_false(str_has(of->diags.at[0].what, STR("did you mean")));
    site_close(of);
}

static void test_no_site(void **state)
{
    (void)state;
    struct looked of = {.settings = {.dir = temp_dir(&keep), .threads = 1}, .diags.keep = &keep};
    struct looked_up found;
    assert_true(lookup_open(&keep, &of.settings, &of.lookup, &of.diags));
    assert_false(of.lookup.is_site);
    assert_false(finds(&of, "2023-a", &found));
    assert_true(str_has(of.diags.at[0].what, STR("there is no such folder")));
    assert_true(finds(&of, "page.txt", &found));
    assert_false(found.in_site);
    dir_remove(of.settings.dir);
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_story_by_its_id_and_address),
        cmocka_unit_test(test_an_id_that_the_page_gives),
        cmocka_unit_test(test_files_of_the_site_and_others),
        cmocka_unit_test(test_what_is_near_is_told),
        cmocka_unit_test(test_no_site),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
