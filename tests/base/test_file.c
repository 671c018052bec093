/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/file.h"
#include "temp.h"

#include <errno.h>

struct fixture {
    struct arena keep;
    struct str dir;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
    f->dir = temp_dir(&f->keep);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    bool removed = dir_remove(f->dir);
    arena_clear(&f->keep);
    test_free(f);
    return !removed;
}

static struct str below(struct fixture *f, const char *name)
{
    return path_join(&f->keep, f->dir, str_of(name));
}

static void test_paths(void **state)
{
    struct fixture *f = *state;
    assert_str(path_join(&f->keep, STR("a"), STR("b")), "a/b");
    assert_str(path_join(&f->keep, STR("a/"), STR("b")), "a/b");
    assert_str(path_join(&f->keep, STR("/"), STR("b")), "/b");
    assert_str(path_join(&f->keep, STR(""), STR("b")), "b");
    assert_str(path_join(&f->keep, STR("."), STR("b")), "b");
    assert_str(path_base(STR("a/b.txt")), "b.txt");
    assert_str(path_base(STR("b.txt")), "b.txt");
    assert_str(path_base(STR("a/")), "");
    assert_str(path_plain(STR("a/b//")), "a/b");
    assert_str(path_plain(STR("/")), "/");
    assert_str(path_above(STR("a/b/")), "a/");
    assert_str(path_above(STR("b")), "");
    struct str real = path_real(&f->keep, f->dir);
    assert_str(path_real_new(&f->keep, below(f, "")), real.ptr);
    assert_str(path_real_new(&f->keep, below(f, "none/")),
               path_join(&f->keep, real, STR("none")).ptr);
    assert_str(path_real_new(&f->keep, below(f, "none/none")), "");
}

static void test_write_and_read(void **state)
{
    struct fixture *f = *state;
    struct str bytes = {"县\0报", 7};
    struct buf buf = {0};
    buf_str(&buf, STR("before "));
    assert_true(file_write(below(f, "a/b/x"), bytes));
    assert_true(file_read(below(f, "a/b/x"), &buf));
    assert_int_equal(buf.len, 14);
    assert_memory_equal(buf.ptr + 7, bytes.ptr, bytes.len);
    assert_true(file_exists(below(f, "a/b/x")));
    assert_true(dir_exists(below(f, "a/b")));
    assert_false(file_exists(below(f, "a/b")));
    assert_false(dir_exists(below(f, "a/b/x")));
    buf_clear(&buf);
}

static void test_large_files(void **state)
{
    struct fixture *f = *state;
    struct str bytes = {arena_alloc(&f->keep, 300000), 300000};
    struct buf buf = {0};
    assert_true(file_write(below(f, "x"), bytes));
    assert_true(file_read(below(f, "x"), &buf));
    assert_true(str_eq(buf_view(&buf), bytes));
    buf_clear(&buf);
}

static void test_what_cannot_be_read(void **state)
{
    struct fixture *f = *state;
    struct buf buf = {0};
    assert_false(file_read(below(f, "none"), &buf));
    assert_int_equal(errno, ENOENT);
    assert_false(file_read(f->dir, &buf));
    assert_int_equal(errno, EISDIR);
    assert_int_equal(mkfifo(below(f, "fifo").ptr, 0600), 0);
    assert_false(file_read(below(f, "fifo"), &buf));
    assert_int_equal(errno, ENXIO);
    assert_int_equal(buf.len, 0);
}

static void test_what_cannot_be_written(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "x", "kept");
    assert_false(file_write(below(f, "x/y"), STR("new")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(dir_make(below(f, "x")));
    assert_int_equal(symlink("x", below(f, "link").ptr), 0);
    assert_false(file_write(below(f, "link"), STR("new")));
    assert_string_equal(temp_read(&f->keep, f->dir, "x"), "kept");
}

static void test_remove_does_not_follow_links(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "kept/x", "x");
    temp_write(&f->keep, f->dir, "gone/deep/y", "y");
    assert_int_equal(symlink("../kept", below(f, "gone/link").ptr), 0);
    assert_true(dir_remove(below(f, "gone")));
    assert_true(dir_remove(below(f, "gone")));
    assert_false(temp_there(&f->keep, f->dir, "gone"));
    assert_string_equal(temp_read(&f->keep, f->dir, "kept/x"), "x");
}

static void test_walk(void **state)
{
    static const struct {
        const char *path;
        bool regular;
    } expected[] = {
        {"a-b.txt", true},   {"a/1/x.txt", true}, {"a/x.txt", true},    {"a0.txt", true},
        {"dangling", false}, {"folder", false},   {"linked.txt", true}, {"县.txt", true},
    };
    struct fixture *f = *state;
    static const char *const written[] = {"县.txt",  "a0.txt",  "a/x.txt", "a/1/x.txt",
                                          "a-b.txt", ".hidden", ".git/x"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        temp_write(&f->keep, f->dir, written[i], "12345");
    assert_true(dir_make(below(f, "empty")));
    assert_int_equal(symlink("a0.txt", below(f, "linked.txt").ptr), 0);
    assert_int_equal(symlink("nowhere", below(f, "dangling").ptr), 0);
    assert_int_equal(symlink("..", below(f, "folder").ptr), 0);

    struct found_list found = {0};
    assert_true(dir_walk(&f->keep, f->dir, &found));
    assert_int_equal(found.len, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < found.len; i++) {
        assert_str(found.at[i].path, expected[i].path);
        assert_int_equal(found.at[i].regular, expected[i].regular);
        if (found.at[i].regular)
            assert_int_equal(found.at[i].size, 5);
    }
    assert_false(dir_walk(&f->keep, below(f, "none"), &found));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_paths),
        TEST(test_write_and_read),
        TEST(test_large_files),
        TEST(test_what_cannot_be_read),
        TEST(test_what_cannot_be_written),
        TEST(test_remove_does_not_follow_links),
        TEST(test_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
