/* SPDX-License-Identifier: MIT */
#include "base/file_at.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { STEP = 64 * 1024 };

bool file_at_make_above(int dir, const char *path)
{
    char *part = xmalloc(strlen(path) + 1);
    bool ok = true;
    for (size_t i = 0; ok && path[i]; i++) {
        part[i] = '\0';
        if (path[i] == '/' && i > 0)
            ok = mkdirat(dir, part, 0777) == 0 || errno == EEXIST;
        part[i] = path[i];
    }
    free(part);
    return ok;
}

/* Reads until STEP is full or the file ends; negative: errno says why. */
static ssize_t read_step(int fd, char step[STEP])
{
    size_t len = 0;
    while (len < STEP) {
        ssize_t got = fd_read_some(fd, step + len, STEP - len);
        if (got < 0)
            return got;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    return (ssize_t)len;
}

static int open_new(int dir, const char *path, mode_t mode)
{
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = openat(dir, path, flags, mode);
    if (fd < 0 && errno == ENOENT && file_at_make_above(dir, path))
        fd = openat(dir, path, flags, mode);
    return fd;
}

int file_at_create(int dir, const char *path)
{
    return open_new(dir, path, 0666);
}

bool file_at_link(int from, int to, const char *path)
{
    if (linkat(from, path, to, path, 0) == 0)
        return true;
    return errno == ENOENT && file_at_make_above(to, path) && linkat(from, path, to, path, 0) == 0;
}

/* Some file systems tell only now that the bytes did not fit. */
static bool close_checked(int fd, bool ok)
{
    int error = errno;
    bool closed = close(fd) == 0;
    if (!ok)
        errno = error;
    return ok && closed;
}

bool file_at_write(int dir, const char *path, struct str bytes)
{
    int fd = open_new(dir, path, 0666);
    return fd >= 0 && close_checked(fd, fd_write(fd, bytes));
}

static bool holds(int fd, struct str bytes)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || (uint64_t)st.st_size != bytes.len)
        return false;
    char step[STEP];
    ssize_t got;
    while ((got = read_step(fd, step)) > 0) {
        if (!str_eq((struct str){step, (size_t)got}, str_slice(bytes, 0, (size_t)got)))
            return false;
        bytes = str_slice(bytes, (size_t)got, bytes.len);
    }
    return got == 0 && bytes.len == 0;
}

int file_at_open(int dir, const char *path)
{
    struct stat st;
    int fd = openat(dir, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 || (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)))
        return fd;
    close(fd);
    return -1;
}

bool file_at_holds(int dir, const char *path, struct str bytes)
{
    int fd = file_at_open(dir, path);
    if (fd < 0)
        return false;
    bool same = holds(fd, bytes);
    close(fd);
    return same;
}

static bool are_same(int fd, int other)
{
    struct stat st, st_other;
    if (fstat(fd, &st) != 0 || fstat(other, &st_other) != 0 || st.st_size != st_other.st_size)
        return false;
    char step[STEP], step_other[STEP];
    ssize_t got;
    while ((got = read_step(fd, step)) > 0)
        if (read_step(other, step_other) != got || memcmp(step, step_other, (size_t)got) != 0)
            return false;
    return got == 0;
}

bool file_at_same(int dir, int other, const char *path)
{
    int fd = file_at_open(dir, path), fd_other = file_at_open(other, path);
    bool same = fd >= 0 && fd_other >= 0 && are_same(fd, fd_other);
    if (fd >= 0)
        close(fd);
    if (fd_other >= 0)
        close(fd_other);
    return same;
}

static bool copy_open(int in, int out, const struct stat *st)
{
    const struct timespec times[] = {st->st_atim, st->st_mtim};
    char step[STEP];
    ssize_t got;
    while ((got = read_step(in, step)) > 0) {
        if (!fd_write(out, (struct str){step, (size_t)got}))
            return false;
    }
    return got == 0 && fchmod(out, st->st_mode & 07777) == 0 && futimens(out, times) == 0;
}

bool file_at_copy(int from, int to, const char *path, const struct stat *st)
{
    int in = openat(from, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (in < 0)
        return false;
    int out = open_new(to, path, 0600);
    bool ok = out >= 0 && close_checked(out, copy_open(in, out, st));
    int error = errno;
    close(in);
    errno = error;
    return ok;
}
