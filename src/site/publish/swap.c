/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "site/publish/swap.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DIR_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static const char mount_point[] = "it is a mount point; choose a folder below it";

static bool fail(struct swap *swap, const char *cannot, const char *why)
{
    struct place place = {.file = swap->target};
    diag_add(swap->diags, swap->fault, place, "cannot %s: %s", cannot, why);
    return false;
}

static bool fail_errno(struct swap *swap, const char *cannot)
{
    if (errno == EBUSY || errno == EXDEV)
        return fail(swap, cannot, mount_point);
    return fail(swap, cannot, strerror(errno));
}

/* The real path of the target: links followed, "." and ".." resolved. Empty: told why. */
static struct str resolve(struct arena *keep, struct swap *swap, struct str dir)
{
    dir = path_plain(dir);
    struct str real = path_real(keep, dir);
    if (real.len)
        return real;
    struct stat st;
    if (errno != ENOENT || lstat(str_c(keep, dir), &st) == 0) {
        fail_errno(swap, "find it");
        return STR_NONE;
    }
    real = path_real_new(keep, dir);
    if (!real.len)
        fail_errno(swap, "find the folder that is to hold it");
    return real;
}

static bool name_parts(struct arena *keep, struct swap *swap, struct str real)
{
    struct str name = path_base(real);
    if (!name.len)
        return fail(swap, "replace it", "it is the root of the file system");
    swap->parent = path_above(real);
    swap->name = str_c(keep, name);
    swap->new_name = str_format(keep, ".%.*s.xianbao-new", STR_FMT(name)).ptr;
    swap->old_name = str_format(keep, ".%.*s.xianbao-old", STR_FMT(name)).ptr;
    swap->parent_fd = open(str_c(keep, swap->parent), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return swap->parent_fd >= 0 || fail_errno(swap, "open the folder that holds it");
}

/* What cannot be looked at may be there. */
static bool exists(const struct swap *swap, const char *name)
{
    struct stat st;
    return fstatat(swap->parent_fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/* Whether NAME, which is there, is a folder, or may be one that cannot be looked at. */
static bool is_folder(const struct swap *swap, const char *name)
{
    struct stat st;
    return fstatat(swap->parent_fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(st.st_mode);
}

/* Whether NAME is still the folder that is open as FD. False: errno says why nobody knows, or 0. */
static bool is_same(const struct swap *swap, const char *name, int fd)
{
    struct stat named, open;
    bool told =
        fstat(fd, &open) == 0 && fstatat(swap->parent_fd, name, &named, AT_SYMLINK_NOFOLLOW) == 0;
    if (told || errno == ENOENT)
        errno = 0;
    return told && named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

/* A new folder has this file until it takes its place, and an old one while it is removed. What a
   killed build left is removed, and a folder that only has its name is not: somebody's, renamed by
   a page that got the better of us, which may make no file there (rights_narrow()). */
#define MARK ".xianbao-new"

static bool mark(int fd)
{
    int file = openat(fd, MARK, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return file >= 0 && close(file) == 0;
}

/* Removes a folder of ours; fine if it is not there. */
static bool remove_named(const struct swap *swap, const char *name)
{
    struct arena scratch = {0};
    int fd = openat(swap->parent_fd, name, DIR_FLAGS);
    if (fd >= 0) {
        mark(fd);
        close(fd);
    }
    bool ok = dir_remove_in_order(path_join(&scratch, swap->parent, str_of(name)), MARK);
    int error = errno;
    arena_clear(&scratch);
    errno = error;
    return ok;
}

/* File systems that know no locks do without: false only if somebody else holds it. */
static bool lock(int fd, int how)
{
    return flock(fd, how) == 0 || errno != EWOULDBLOCK;
}

static bool has_file(int fd, const char *name)
{
    struct stat st;
    return fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode);
}

/* Whether a folder is new, is a site or a bag, or is empty, as one is that was just made. */
static bool is_ours(const struct swap *swap, const char *name)
{
    int fd = openat(swap->parent_fd, name, DIR_FLAGS);
    if (fd < 0)
        return false;
    bool ours = has_file(fd, MARK) || has_file(fd, "data/files.txt") || has_file(fd, "bagit.txt");
    close(fd);
    return ours || unlinkat(swap->parent_fd, name, AT_REMOVEDIR) == 0;
}

static bool remove_left(struct swap *swap, const char *name)
{
    if (!is_ours(swap, name))
        return fail(swap, "replace it",
                    str_format(swap->diags->keep,
                               "%s beside it is nothing that a build left: move it away", name)
                        .ptr);
    return remove_named(swap, name) ||
           fail_errno(swap, "remove what an earlier build left beside it");
}

/* Makes the new folder and locks it. One that is there and can be locked is what a killed build
   left; one that went away between our opening and our locking it was just published. */
static bool make_new(struct swap *swap)
{
    for (;;) {
        bool made = mkdirat(swap->parent_fd, swap->new_name, 0777) == 0;
        if (!made && errno != EEXIST)
            return fail_errno(swap, "make a new folder beside it");
        swap->new_fd = openat(swap->parent_fd, swap->new_name, DIR_FLAGS);
        if (swap->new_fd < 0 && errno == ENOENT)
            continue;
        if (swap->new_fd < 0)
            return fail_errno(swap, "open the new folder beside it");
        bool ours = lock(swap->new_fd, LOCK_EX | LOCK_NB);
        bool same = is_same(swap, swap->new_name, swap->new_fd);
        if (!same && errno != 0)
            return fail_errno(swap, "look at the new folder beside it");
        if (ours && made && same)
            return mark(swap->new_fd) || fail_errno(swap, "write into the new folder beside it");
        if (ours && same && !remove_left(swap, swap->new_name))
            return false;
        close(swap->new_fd);
        swap->new_fd = -1;
        if (!ours)
            return fail(swap, "replace it", "another build is doing so");
    }
}

/* Ends what a build that was killed between two renames began. */
static bool recover_old(struct swap *swap)
{
    if (!exists(swap, swap->old_name))
        return true;
    if (!is_folder(swap, swap->old_name))
        return remove_named(swap, swap->old_name) ||
               fail_errno(swap, "remove what an earlier build left beside it");
    if (exists(swap, swap->name))
        return remove_left(swap, swap->old_name);
    return renameat(swap->parent_fd, swap->old_name, swap->parent_fd, swap->name) == 0 ||
           fail_errno(swap, "restore it after an earlier build");
}

static bool open_old(struct swap *swap)
{
    swap->old_fd = openat(swap->parent_fd, swap->name, DIR_FLAGS);
    if (swap->old_fd < 0)
        return errno == ENOENT || fail_errno(swap, "replace it");
    struct stat st, parent;
    if (faccessat(swap->parent_fd, swap->name, W_OK, AT_EACCESS) != 0 ||
        fstat(swap->old_fd, &st) != 0 || fstat(swap->parent_fd, &parent) != 0)
        return fail_errno(swap, "replace it");
    if (st.st_dev != parent.st_dev)
        return fail(swap, "replace it", mount_point);
    lock(swap->old_fd, LOCK_EX | LOCK_NB); /* for swap_commit(), while it removes it */
    /* Who may not give a folder to its old owner goes on with his own. */
    if (fchown(swap->new_fd, st.st_uid, st.st_gid) != 0)
        errno = 0;
    return fchmod(swap->new_fd, st.st_mode & 07777) == 0 || fail_errno(swap, "set its mode");
}

static void close_all(struct swap *swap)
{
    int *const fds[] = {&swap->new_fd, &swap->old_fd, &swap->parent_fd};
    for (size_t i = 0; i < sizeof fds / sizeof *fds; i++) {
        if (*fds[i] >= 0)
            close(*fds[i]);
        *fds[i] = -1;
    }
}

bool swap_begin(struct arena *keep, struct swap *swap, struct str dir, enum diag_id fault,
                struct diags *diags)
{
    *swap = (struct swap){
        .target = dir, .parent_fd = -1, .new_fd = -1, .old_fd = -1, .diags = diags, .fault = fault};
    struct str real = resolve(keep, swap, dir);
    if (real.len && name_parts(keep, swap, real) && make_new(swap)) {
        if (recover_old(swap) && open_old(swap))
            return true;
        remove_named(swap, swap->new_name);
    }
    close_all(swap);
    return false;
}

bool swap_left(struct str dir)
{
    struct arena scratch = {0};
    struct diags untold = {.keep = &scratch};
    struct swap swap = {
        .target = dir, .parent_fd = -1, .new_fd = -1, .old_fd = -1, .diags = &untold};
    struct str real = resolve(&scratch, &swap, dir);
    bool left = false;
    if (real.len && name_parts(&scratch, &swap, real)) {
        swap.new_fd = openat(swap.parent_fd, swap.new_name, DIR_FLAGS);
        left = exists(&swap, swap.old_name) ||
               (swap.new_fd >= 0 && lock(swap.new_fd, LOCK_EX | LOCK_NB)); /* else it is at work */
    }
    close_all(&swap);
    arena_clear(&scratch);
    return left;
}

/* So that no crash of the machine finds the new name before the bytes behind it. One call for the
   file system costs less than one for each of thousands of files. */
static bool write_back(int fd)
{
#ifdef __linux__
    return syncfs(fd) == 0;
#else
    (void)fd;
    sync();
    return true;
#endif
}

static bool exchange(const struct swap *swap)
{
#ifdef RENAME_EXCHANGE
    int parent = swap->parent_fd;
    return renameat2(parent, swap->new_name, parent, swap->name, RENAME_EXCHANGE) == 0;
#else
    (void)swap;
    errno = ENOSYS;
    return false;
#endif
}

/* What file systems and kernels that cannot exchange say. */
static bool cannot_exchange(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP;
}

static bool rename_twice(const struct swap *swap)
{
    int parent = swap->parent_fd;
    if (swap->old_fd >= 0 && renameat(parent, swap->name, parent, swap->old_name) != 0)
        return false;
    if (renameat(parent, swap->new_name, parent, swap->name) == 0)
        return true;
    int error = errno;
    if (swap->old_fd >= 0)
        renameat(parent, swap->old_name, parent, swap->name);
    errno = error;
    return false;
}

static bool change_places(const struct swap *swap)
{
    if (swap->old_fd < 0)
        return rename_twice(swap);
    return exchange(swap) || (cannot_exchange(errno) && rename_twice(swap));
}

bool swap_commit(struct swap *swap, struct tree *now)
{
    bool ok = true;
    errno = 0;
    if (swap->old_fd >= 0 ? !is_same(swap, swap->name, swap->old_fd) : exists(swap, swap->name))
        ok = errno != 0 ? fail_errno(swap, "look at it")
                        : fail(swap, "replace it", "it was changed while the new one was made");
    else if (unlinkat(swap->new_fd, MARK, 0) != 0 || !write_back(swap->new_fd))
        ok = fail_errno(swap, "write the new one to the disk");
    else if (!change_places(swap))
        ok = fail_errno(swap, "replace it");
    if (!ok) {
        swap_abort(swap);
        return false;
    }
    fsync(swap->parent_fd);
    if (!remove_named(swap, swap->new_name) || !remove_named(swap, swap->old_name))
        diag_add(swap->diags, D_PUBLISH_LEFT, (struct place){.file = swap->target},
                 "cannot remove the old site, now %s or %s beside it: %s", swap->new_name,
                 swap->old_name, strerror(errno));
    if (!tree_look_at(swap->new_fd, true, now))
        now->hash = 0;
    close_all(swap);
    return true;
}

bool swap_commit_into_empty(struct swap *swap)
{
    bool ok = true;
    if (unlinkat(swap->new_fd, MARK, 0) != 0 || !write_back(swap->new_fd))
        ok = fail_errno(swap, "write it to the disk");
    else if (renameat(swap->parent_fd, swap->new_name, swap->parent_fd, swap->name) != 0)
        ok = fail_errno(swap, "put it in its place");
    if (!ok) {
        swap_abort(swap);
        return false;
    }
    fsync(swap->parent_fd);
    close_all(swap);
    return true;
}

void swap_abort(struct swap *swap)
{
    remove_named(swap, swap->new_name);
    close_all(swap);
}
