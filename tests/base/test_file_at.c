/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/file_at.h"
#include "temp.h"

#include <errno.h>
#include <fcntl.h>

struct fixture {
    struct arena keep;
    struct str dir;
    int fd;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    f->dir = temp_dir(&f->keep);
    f->fd = open(f->dir.ptr, O_RDONLY | O_DIRECTORY);
    *state = f;
    return f->fd < 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    close(f->fd);
    bool removed = dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return !removed;
}

static void test_write_makes_folders_and_never_overwrites(void **state)
{
    struct fixture *f = *state;
    assert_true(file_at_write(f->fd, "a/b/c", STR("one")));
    assert_string_equal(temp_read(&f->keep, f->dir, "a/b/c"), "one");
    assert_false(file_at_write(f->fd, "a/b/c", STR("two")));
    assert_int_equal(errno, EEXIST);
    assert_string_equal(temp_read(&f->keep, f->dir, "a/b/c"), "one");
    assert_false(file_at_write(f->fd, "a/b/c/d", STR("three")));
    assert_int_equal(errno, ENOTDIR);
}

static void test_write_does_not_follow_links(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(symlinkat("elsewhere", f->fd, "link"), 0);
    assert_false(file_at_write(f->fd, "link", STR("x")));
    assert_false(temp_there(&f->keep, f->dir, "elsewhere"));
}

static void test_holds(void **state)
{
    struct fixture *f = *state;
    size_t len = 200000;
    char *bytes = arena_alloc(&f->keep, len);
    struct str large = {bytes, len};
    assert_true(file_at_write(f->fd, "large", large));
    assert_true(file_at_holds(f->fd, "large", large));
    bytes[len - 1] = 'x';
    assert_false(file_at_holds(f->fd, "large", large));
    assert_false(file_at_holds(f->fd, "large", str_slice(large, 0, len - 1)));
    assert_true(file_at_write(f->fd, "empty", STR_NONE));
    assert_true(file_at_holds(f->fd, "empty", STR_NONE));
    assert_false(file_at_holds(f->fd, "none", STR_NONE));
    assert_int_equal(symlinkat("empty", f->fd, "link"), 0);
    assert_false(file_at_holds(f->fd, "link", STR_NONE));
    assert_false(file_at_holds(f->fd, ".", STR_NONE));
}

static void test_copy_keeps_mode_and_times(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "from/a/b", "bytes");
    assert_true(dir_make(path_join(&f->keep, f->dir, STR("to"))));
    int from = openat(f->fd, "from", O_RDONLY | O_DIRECTORY);
    int to = openat(f->fd, "to", O_RDONLY | O_DIRECTORY);
    const struct timespec times[] = {{1000, 0}, {2000, 0}};
    assert_int_equal(utimensat(from, "a/b", times, 0), 0);
    assert_int_equal(fchmodat(from, "a/b", 0640, 0), 0);
    struct stat st, copy;
    assert_int_equal(fstatat(from, "a/b", &st, 0), 0);
    assert_true(file_at_copy(from, to, "a/b", &st));
    assert_int_equal(fstatat(to, "a/b", &copy, 0), 0);
    assert_int_equal(copy.st_mode & 07777, 0640);
    assert_int_equal(copy.st_mtim.tv_sec, 2000);
    assert_string_equal(temp_read(&f->keep, f->dir, "to/a/b"), "bytes");
    assert_false(file_at_copy(from, to, "a/b", &st));
    assert_int_equal(errno, EEXIST);
    close(from);
    close(to);
}

int main(void)
{
#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        FILE_TEST(test_write_makes_folders_and_never_overwrites),
        FILE_TEST(test_write_does_not_follow_links),
        FILE_TEST(test_holds),
        FILE_TEST(test_copy_keeps_mode_and_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
