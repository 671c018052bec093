/* SPDX-License-Identifier: MIT */
/* Publishing on a machine where things go wrong: a full disk, forbidden folders, sudden death. */
#define _GNU_SOURCE
#include "testing.h"

#include "site/publish/publish.h"
#include "temp.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#endif

enum { NOBODY = 65534, FILES = 4, LARGE = 1 << 20 };

static const char *program; /* this one, as it was started */

struct fixture {
    struct arena keep;
    struct str dir;    /* holds the site */
    struct str target; /* DIR/public */
    struct diags diags;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    f->dir = temp_dir(&f->keep);
    f->target = path_join(&f->keep, f->dir, STR("public"));
    f->diags.keep = &f->keep;
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    bool removed = dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return !removed;
}

/* A site whose files all hold VERSION, but for one that never changes. */
static bool publish_version(struct fixture *f, const char *version)
{
    struct stage *stage = publish_begin(f->target, &f->diags);
    if (!stage)
        return false;
    for (size_t i = 0; i < FILES; i++)
        publish_put(stage, str_format(&f->keep, "stories/%zu.html", i), str_of(version));
    publish_put(stage, STR("assets/site.css"), STR("css"));
    return publish_commit(stage, &(struct tree){0});
}

/* Whether the site in DIR is all of one version, and what is not xianbao's is there. */
static bool is_whole(struct fixture *f, const char *dir)
{
    struct str site = path_join(&f->keep, f->dir, str_of(dir));
    const char *version = temp_read(&f->keep, site, "stories/0.html");
    const char *mine = temp_read(&f->keep, site, "mine.txt");
    const char *css = temp_read(&f->keep, site, "assets/site.css");
    bool whole = version && mine && css && temp_there(&f->keep, site, "data/files.txt") &&
                 strcmp(mine, "mine") == 0 && strcmp(css, "css") == 0;
    for (size_t i = 1; whole && i < FILES; i++) {
        struct str name = str_format(&f->keep, "stories/%zu.html", i);
        const char *other = temp_read(&f->keep, site, name.ptr);
        whole = other && strcmp(version, other) == 0;
    }
    return whole;
}

static bool nothing_beside(struct fixture *f)
{
    return !temp_there(&f->keep, f->dir, ".public.xianbao-new") &&
           !temp_there(&f->keep, f->dir, ".public.xianbao-old");
}

/* Whether the last publishing failed with one finding, which says WHAT or OTHER. */
static bool said(struct fixture *f, const char *what, const char *other)
{
    bool ok =
        f->diags.len == 1 && f->diags.at[0].id == D_PUBLISH &&
        (str_has(f->diags.at[0].what, str_of(what)) || str_has(f->diags.at[0].what, str_of(other)));
    f->diags.len = 0;
    return ok;
}

/* Runs PART in a process of its own, whose limits, mounts and user are not ours; it returns the
   number of the line that failed, or 0. */
static void run_apart(struct fixture *f, int (*part)(struct fixture *f))
{
    pid_t child = fork();
    assert_int_not_equal(child, -1);
    if (child == 0)
        _exit(part(f) ? 1 : 0);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) {                                                     \
            print_error("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            return __LINE__;                                                    \
        }                                                                       \
    } while (0)

/* Mounts a small disk on DIR, for this process alone; false where that is not allowed. */
static bool mount_small_disk(const char *dir)
{
#ifdef __linux__
    return (unshare(CLONE_NEWNS) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", dir, "tmpfs", 0, "size=512k") == 0;
#else
    (void)dir;
    return false;
#endif
}

static int fill_the_disk(struct fixture *f)
{
    if (!mount_small_disk(f->dir.ptr)) {
        const struct rlimit limit = {LARGE / 2, LARGE / 2};
        CHECK(signal(SIGXFSZ, SIG_IGN) != SIG_ERR && setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    CHECK(dir_make(f->target));
    temp_write(&f->keep, f->target, "mine.txt", "mine");
    CHECK(publish_version(f, "1"));
    char *large = ARENA_ARRAY(&f->keep, char, LARGE + 1);
    memset(large, 'x', LARGE);
    CHECK(!publish_version(f, large));
    CHECK(said(f, "No space left", "File too large"));
    CHECK(is_whole(f, "public") && nothing_beside(f));
    CHECK(publish_version(f, "2"));
    CHECK(is_whole(f, "public") && nothing_beside(f));
    return 0;
}

static void test_full_disk(void **state)
{
    run_apart(*state, fill_the_disk);
}

static int publish_on_a_mount(struct fixture *f)
{
    CHECK(dir_make(f->target));
    if (!mount_small_disk(f->target.ptr))
        return 0;
    temp_write(&f->keep, f->target, "mine.txt", "mine");
    CHECK(!publish_version(f, "1"));
    CHECK(said(f, "mount point", "mount point"));
    CHECK(temp_read(&f->keep, f->target, "mine.txt") && nothing_beside(f));
    return 0;
}

static void test_mount_point(void **state)
{
    run_apart(*state, publish_on_a_mount);
}

static int publish_where_forbidden(struct fixture *f)
{
    temp_write(&f->keep, f->target, "mine.txt", "mine");
    if (geteuid() == 0)
        CHECK(chown(f->dir.ptr, NOBODY, NOBODY) == 0 && chown(f->target.ptr, NOBODY, NOBODY) == 0 &&
              setegid(NOBODY) == 0 && seteuid(NOBODY) == 0);
    CHECK(publish_version(f, "1") && is_whole(f, "public"));
    CHECK(chmod(f->dir.ptr, 0555) == 0);
    CHECK(!publish_version(f, "2"));
    CHECK(said(f, "Permission denied", "Read-only"));
    CHECK(chmod(f->dir.ptr, 0755) == 0 && chmod(f->target.ptr, 0555) == 0);
    CHECK(!publish_version(f, "2"));
    CHECK(said(f, "Permission denied", "Read-only"));
    CHECK(is_whole(f, "public") && nothing_beside(f));
    CHECK(chmod(f->target.ptr, 0755) == 0);
    CHECK(publish_version(f, "2") && is_whole(f, "public"));
    return 0;
}

static void test_forbidden_folders(void **state)
{
    run_apart(*state, publish_where_forbidden);
}

/* From now on the system is one that cannot exchange two names. */
static void forbid_exchange(void)
{
#ifdef __linux__
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[4])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog rules = {sizeof filter / sizeof *filter, filter};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &rules);
#endif
}

static int publish_without_exchange(struct fixture *f)
{
    forbid_exchange();
    temp_write(&f->keep, f->target, "mine.txt", "mine");
    CHECK(publish_version(f, "1"));
    CHECK(publish_version(f, "2"));
    CHECK(is_whole(f, "public") && nothing_beside(f));
    CHECK(strcmp(temp_read(&f->keep, f->target, "stories/1.html"), "2") == 0);
    return 0;
}

static void test_system_without_exchange(void **state)
{
    run_apart(*state, publish_without_exchange);
}

/* Lets CHILD, which has stopped itself, go on to its stop NUMBER and kills it there; false if it
   ended before. It stops before and after each system call. Elsewhere than on Linux the moment is
   a matter of time. */
static bool kill_at(pid_t child, long number)
{
    int status = 0;
#ifdef __linux__
    waitpid(child, &status, 0);
    for (; number > 0 && WIFSTOPPED(status); number--) {
        ptrace(PTRACE_SYSCALL, child, NULL, NULL);
        waitpid(child, &status, 0);
    }
    if (!WIFSTOPPED(status))
        return false;
#else
    nanosleep(&(struct timespec){0, number * 10000}, NULL);
#endif
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

/* What the program does when it is started as its own victim: waits to be traced, and publishes. */
static int be_killed(const char *target, bool exchange)
{
    struct fixture f = {.target = str_of(target)};
    f.diags.keep = &f.keep;
    if (!exchange)
        forbid_exchange();
#ifdef __linux__
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
        raise(SIGSTOP);
#endif
    _exit(publish_version(&f, "killed") ? 0 : 1);
}

/* Publishes in a process that is killed at its stop NUMBER. It is a program of its own, so that
   each one makes the same system calls, whatever was in the memory of this one. */
static bool publish_killed(struct fixture *f, bool exchange, long number)
{
    pid_t child = fork();
    if (child == 0) {
        execl(program, program, f->target.ptr, exchange ? "exchange" : "rename", (char *)NULL);
        _exit(127);
    }
    return child > 0 && kill_at(child, number);
}

/* Kills a build at its first system call, the next one at its second, and so on to the last, and
   lets one through after each: on a disk in memory where that is allowed, which is soon flushed. */
static int kill_at_every_moment(struct fixture *f, bool exchange)
{
    mount_small_disk(f->dir.ptr);
    temp_write(&f->keep, f->target, "mine.txt", "mine");
    CHECK(publish_version(f, "first"));
    for (long number = 1; publish_killed(f, exchange, number); number += 2) {
        bool set_aside = !exchange && !temp_there(&f->keep, f->dir, "public");
        CHECK(is_whole(f, set_aside ? ".public.xianbao-old" : "public"));
        CHECK(publish_version(f, "next"));
        CHECK(is_whole(f, "public") && nothing_beside(f) && f->diags.len == 0);
        CHECK(strcmp(temp_read(&f->keep, f->target, "stories/1.html"), "next") == 0);
    }
    CHECK(strcmp(temp_read(&f->keep, f->target, "stories/1.html"), "killed") == 0);
    return 0;
}

static int kill_with_exchange(struct fixture *f)
{
    return kill_at_every_moment(f, true);
}

static int kill_without_exchange(struct fixture *f)
{
    return kill_at_every_moment(f, false);
}

static void test_killed(void **state)
{
    run_apart(*state, kill_with_exchange);
}

static void test_killed_without_exchange(void **state)
{
    run_apart(*state, kill_without_exchange);
}

int main(int argc, char **argv)
{
    program = argv[0];
    if (argc == 3)
        return be_killed(argv[1], strcmp(argv[2], "exchange") == 0);
#define FAULT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        FAULT_TEST(test_full_disk),
        FAULT_TEST(test_mount_point),
        FAULT_TEST(test_forbidden_folders),
        FAULT_TEST(test_system_without_exchange),
        FAULT_TEST(test_killed),
        FAULT_TEST(test_killed_without_exchange),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
