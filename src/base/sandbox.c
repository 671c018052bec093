/* SPDX-License-Identifier: MIT */
#ifdef __linux__
#define _GNU_SOURCE /* O_PATH, dl_iterate_phdr() */
#endif
#include "base/sandbox.h"

#include "base/vec.h"

#ifdef __linux__
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- Landlock. What <linux/landlock.h> says, which may be older than the kernel, or not there. */

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 }; /* on all machines */
enum { RULE_BELOW = 1, ASK_VERSION = 1 };

struct ruleset {
    uint64_t files, tcp, scopes; /* what is taken away */
};

struct below {
    uint64_t rights;
    int32_t fd;
} __attribute__((packed));

enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_DIR = 1 << 4,
    MAKE_DIR = 1 << 7,
    REFER = 1 << 13,    /* links and renames into other folders: version 2 */
    TRUNCATE = 1 << 14, /* 3 */
    IOCTL_DEV = 1 << 15 /* 5 */
};
enum { TCP_BIND = 1, TCP_CONNECT = 2 };                                      /* 4 */
enum { ABSTRACT_SOCKETS = 1, SIGNALS = 2 };                                  /* 6 */
enum { OF_FILES = WRITE_FILE | READ_FILE | EXECUTE | TRUNCATE | IOCTL_DEV }; /* not of folders */

/* All that a version of Landlock can take away. */
static struct ruleset all_of(long version, bool serves)
{
    static const int last[] = {0, 0, REFER, TRUNCATE, TRUNCATE, IOCTL_DEV};
    const long known = (long)(sizeof last / sizeof *last) - 1;
    return (struct ruleset){
        .files = 2 * (uint64_t)last[version < known ? version : known] - 1,
        .tcp = version < 4 ? 0
               : serves    ? TCP_CONNECT
                           : TCP_CONNECT | TCP_BIND,
        .scopes = version < 6 ? 0 : ABSTRACT_SOCKETS | SIGNALS,
    };
}

/* How many bytes of a ruleset a version reads. */
static size_t size_of(long version)
{
    const size_t number = sizeof(uint64_t);
    return version < 4 ? number : version < 6 ? 2 * number : 3 * number;
}

static uint64_t rights_of(enum sandbox_right right)
{
    switch (right) {
    case SANDBOX_LIST:
        return READ_DIR;
    case SANDBOX_READ:
        return READ_DIR | READ_FILE;
    case SANDBOX_FOLDERS:
        return READ_DIR | MAKE_DIR | REMOVE_DIR;
    case SANDBOX_WRITE:
        break;
    }
    return ~(uint64_t)(EXECUTE | IOCTL_DEV);
}

/* False: the machine has nothing left to tell what is there with. */
static bool add_rule(int ruleset, const struct grant *grant, uint64_t known)
{
    struct arena scratch = {0};
    struct stat st;
    int fd = open(str_c(&scratch, grant->path), O_PATH | O_CLOEXEC);
    bool done = fd >= 0 && fstat(fd, &st) == 0;
    if (done) {
        uint64_t of = S_ISDIR(st.st_mode) ? known : known & OF_FILES;
        const struct below below = {rights_of(grant->right) & of, fd};
        done = syscall(ADD_RULE, ruleset, RULE_BELOW, &below, 0) == 0;
    }
    bool told = done || !is_of_machine(errno);
    if (fd >= 0)
        close(fd);
    arena_clear(&scratch);
    return told;
}

/* Version 1 cannot let files be linked into another folder, as a site's are into the next. */
bool sandbox_files(const struct sandbox *sandbox)
{
    long version = syscall(CREATE_RULESET, NULL, (size_t)0, ASK_VERSION);
    if (version < 2 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    const struct ruleset all = all_of(version, sandbox->serves);
    int ruleset = (int)syscall(CREATE_RULESET, &all, size_of(version), 0);
    bool told = ruleset >= 0;
    for (size_t i = 0; told && i < sandbox->len; i++)
        told = add_rule(ruleset, &sandbox->at[i], all.files);
    bool done = told && syscall(RESTRICT_SELF, ruleset, 0) == 0;
    if (ruleset >= 0)
        close(ruleset);
    return done;
}

/* ---- the system */

struct adding {
    struct arena *keep;
    struct sandbox *sandbox;
};

/* Beside the C library lie the encodings. What else is loaded a sanitizer looks into. */
static int add_library(struct dl_phdr_info *info, size_t size, void *context)
{
    const struct adding *to = context;
    struct str path = str_of(info->dlpi_name), name = path_base(path);
    (void)size;
    bool is_libc = str_starts(name, STR("libc."));
    struct str what = str_slice(path, 0, is_libc ? path.len - name.len : path.len);
    if (what.len)
        vec_push(to->keep, to->sandbox, (struct grant){what, SANDBOX_READ});
    return 0;
}

void sandbox_add_system(struct arena *keep, struct sandbox *sandbox)
{
    static const char *const paths[] = {
        "/lib",           "/lib64",           "/usr/lib",    "/usr/lib64",
        "/usr/local/lib", "/etc/ld.so.cache", "/proc/self",  "/proc/self/exe",
        "/dev/null",      "/dev/urandom",     "/dev/random", "/sys/devices/system/cpu",
    };
    struct adding to = {keep, sandbox};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        vec_push(keep, sandbox, (struct grant){str_of(paths[i]), SANDBOX_READ});
    dl_iterate_phdr(add_library, &to);
}
#else
void sandbox_add_system(struct arena *keep, struct sandbox *sandbox)
{
    (void)keep;
    (void)sandbox;
}

bool sandbox_files(const struct sandbox *sandbox)
{
    (void)sandbox;
    return false;
}
#endif
