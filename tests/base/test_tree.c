/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/tree.h"
#include "temp.h"

#include <fcntl.h>

static struct arena keep;
static struct str dir;

static int setup(void **state)
{
    (void)state;
    dir = temp_dir(&keep);
    temp_write(&keep, dir, "tree/a/one", "1");
    temp_write(&keep, dir, "tree/two", "2");
    temp_write(&keep, dir, "outside", "3");
    return symlink("../outside", temp_path(&keep, dir, "tree/link"));
}

static int teardown(void **state)
{
    (void)state;
    bool removed = dir_remove(dir);
    arena_clear(&keep);
    return !removed;
}

static uint64_t seen(void)
{
    struct tree tree;
    assert_true(tree_look(path_join(&keep, dir, STR("tree")), false, &tree));
    return tree.hash;
}

static void test_what_stays_looks_the_same(void **state)
{
    (void)state;
    assert_true(seen() == seen());
    assert_true(seen() != 0);
}

static void test_changes_show(void **state)
{
    (void)state;
    uint64_t before = seen();
    temp_write(&keep, dir, "tree/a/three", "3");
    uint64_t added = seen();
    assert_true(added != before);
    assert_int_equal(rename(temp_path(&keep, dir, "tree/two"), temp_path(&keep, dir, "tree/2")), 0);
    uint64_t renamed = seen();
    assert_true(renamed != added);
    assert_int_equal(chmod(temp_path(&keep, dir, "tree/2"), 0400), 0);
    uint64_t locked = seen();
    assert_true(locked != renamed);
    assert_int_equal(unlink(temp_path(&keep, dir, "tree/a/one")), 0);
    assert_true(seen() != locked);
}

/* Two writes of as many bytes, the second with the times of the first: the time at which the file's
   own record changed cannot be set back. */
static void test_what_was_made_to_look_the_same_shows(void **state)
{
    (void)state;
    struct stat st;
    const char *path = temp_path(&keep, dir, "tree/two");
    uint64_t before = seen();
    assert_int_equal(stat(path, &st), 0);
    nanosleep(&(struct timespec){.tv_nsec = 20 * 1000 * 1000}, NULL);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    assert_int_equal(fputc('x', file), 'x');
    assert_int_equal(fclose(file), 0);
    const struct timespec times[] = {st.st_atim, st.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    assert_true(seen() != before);
}

static void test_what_a_link_leads_to_counts(void **state)
{
    (void)state;
    uint64_t before = seen();
    assert_int_equal(chmod(temp_path(&keep, dir, "outside"), 0400), 0);
    assert_true(seen() != before);
}

static void test_hidden_names(void **state)
{
    (void)state;
    struct tree before, after;
    struct str tree = path_join(&keep, dir, STR("tree"));
    uint64_t shown = seen();
    assert_true(tree_look(tree, true, &before));
    temp_write(&keep, dir, "tree/a/.one.swp", "x");
    assert_true(seen() == shown);
    assert_true(tree_look(tree, true, &after));
    assert_true(after.hash != before.hash);
}

static void test_no_folder(void **state)
{
    (void)state;
    struct tree tree;
    assert_true(tree_look(path_join(&keep, dir, STR("none")), true, &tree));
    assert_true(tree.hash == 0);
    assert_false(tree_look(path_join(&keep, dir, STR("outside")), true, &tree));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_stays_looks_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(test_changes_show, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_was_made_to_look_the_same_shows, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_a_link_leads_to_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_hidden_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_folder, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
