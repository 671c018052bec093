/* SPDX-License-Identifier: MIT */
/* What each right leaves. Each try is a process of its own, which cannot get back what it gave up.
   Where the system can take nothing away, all must be left. */
#include "testing.h"

#include "base/sandbox.h"
#include "base/vec.h"
#include "temp.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>

enum { LISTS = 1, READS = 2, MAKES_FOLDERS = 4, WRITES = 8, MAKES = 16, REMOVES = 32, ALL = 63 };

static unsigned if_opens(const char *path, int flags, unsigned what)
{
    int fd = open(path, flags, 0666);
    if (fd >= 0)
        close(fd);
    return fd >= 0 ? what : 0;
}

/* What can be done in the folder DIR, in which there is a file "old". */
static unsigned tries(struct arena *keep, struct str dir)
{
    const char *folder = temp_path(keep, dir, "folder"), *other = temp_path(keep, dir, "other"),
               *file = temp_path(keep, dir, "old");
    bool folders = mkdir(folder, 0777) == 0 && rename(folder, other) == 0 && rmdir(other) == 0;
    return if_opens(dir.ptr, O_RDONLY | O_DIRECTORY, LISTS) | if_opens(file, O_RDONLY, READS) |
           (folders ? MAKES_FOLDERS : 0) | if_opens(file, O_WRONLY, WRITES) |
           if_opens(temp_path(keep, dir, "new"), O_WRONLY | O_CREAT, MAKES) |
           (unlink(file) == 0 ? REMOVES : 0);
}

/* What can be done in the folder OF once there is a SANDBOX. */
static unsigned left(const struct sandbox *sandbox, struct str of)
{
    struct arena keep = {0};
    int status = 0;
    temp_write(&keep, of, "old", "text");
    pid_t child = fork();
    if (child == 0)
        _exit((int)(sandbox_files(sandbox) ? tries(&keep, of) : ALL + 1));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    arena_clear(&keep);
    return (unsigned)WEXITSTATUS(status);
}

static void test_rights(void **state)
{
    static const struct {
        enum sandbox_right right;
        unsigned leaves;
    } rows[] = {
        {SANDBOX_LIST, LISTS},
        {SANDBOX_READ, LISTS | READS},
        {SANDBOX_FOLDERS, LISTS | MAKES_FOLDERS},
        {SANDBOX_WRITE, ALL},
    };
    struct arena keep = {0};
    struct str dir = temp_dir(&keep), other = temp_dir(&keep);
    const struct sandbox none = {0};
    bool can = left(&none, dir) <= ALL;
    (void)state;
    assert_int_equal(tries(&keep, dir), ALL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sandbox sandbox = {0};
        vec_push(&keep, &sandbox, (struct grant){dir, rows[i].right});
        vec_push(&keep, &sandbox, (struct grant){STR("/no/such/folder"), SANDBOX_WRITE});
        assert_int_equal(left(&sandbox, dir), can ? rows[i].leaves : ALL + 1);
        assert_int_equal(left(&sandbox, other), can ? 0 : ALL + 1);
    }
    assert_true(dir_remove(dir) && dir_remove(other));
    arena_clear(&keep);
}

/* Of two calls is left what both leave. */
static void test_two_calls(void **state)
{
    struct arena keep = {0};
    struct str dir = temp_dir(&keep);
    struct sandbox wide = {0}, narrow = {0};
    (void)state;
    vec_push(&keep, &wide, (struct grant){dir, SANDBOX_WRITE});
    vec_push(&keep, &narrow, (struct grant){STR("/"), SANDBOX_READ});
    int status = 0;
    pid_t child = fork();
    if (child == 0)
        _exit(!sandbox_files(&wide) || left(&narrow, dir) == (LISTS | READS) ? 0 : 1);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_true(dir_remove(dir));
    arena_clear(&keep);
}

/* Whether a program can be started (1) and a socket be made (2), or nothing can be taken away (4).
 */
static int calls_left(bool serves)
{
    const struct sandbox sandbox = {.serves = serves};
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        if (!sandbox_calls(&sandbox))
            _exit(4);
        if (socket(AF_INET, SOCK_STREAM, 0) < 0)
            execl("/bin/sh", "sh", "-c", "exit 1", (char *)NULL);
        else
            execl("/bin/sh", "sh", "-c", "exit 3", (char *)NULL);
        _exit(socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 2);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void test_calls(void **state)
{
    (void)state;
    if (calls_left(false) == 4)
        return;
    assert_int_equal(calls_left(false), 0);
    assert_int_equal(calls_left(true), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rights),
        cmocka_unit_test(test_two_calls),
        cmocka_unit_test(test_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
