/* SPDX-License-Identifier: MIT */
/*
 * A library to preload: a disk with faults. The calls that IO_FAULT_IN names ("read openat64") are
 * counted; the one whose number IO_FAULT_AT gives (the first is 1) fails with the errno
 * IO_FAULT_ERROR, and with IO_FAULT_ON all after it. IO_FAULT_COUNT names a file for their number.
 *
 * IO_FAULT_HALVES: what is read or written is at most half of what was asked for, and before each
 * a signal comes (EINTR). IO_FAULT_LOG names a file for all that changes the disk, in its order.
 * IO_FAULT_CLOCK: by how many seconds the clock is wrong. IO_FAULT_UNSYNCED: nothing is synced.
 */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE /* it makes some of the calls inline */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls, steps;

/* Sets the function pointer CALL to the real function NAME. */
static void find_real(void *call, const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(call, &symbol, sizeof symbol);
}

static bool is_named(const char *call)
{
    const char *in = getenv("IO_FAULT_IN");
    size_t len = strlen(call);
    for (const char *at = in; at && (at = strstr(at, call)); at += len)
        if ((at == in || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
            return true;
    return false;
}

/* True: this call is to fail, and errno says how. */
static bool fault(const char *call)
{
    const char *at = getenv("IO_FAULT_AT"), *error = getenv("IO_FAULT_ERROR");
    if (!is_named(call))
        return false;
    long number = atomic_fetch_add(&calls, 1) + 1, first = at ? strtol(at, NULL, 10) : 0;
    if (!first || number < first || (number > first && !getenv("IO_FAULT_ON")))
        return false;
    errno = error ? (int)strtol(error, NULL, 10) : EIO;
    return true;
}

/* False: a signal came first. Else LEN is what can be read or written now. */
static bool some(size_t *len)
{
    if (!getenv("IO_FAULT_HALVES"))
        return true;
    if (atomic_fetch_add(&steps, 1) % 2 == 0) {
        errno = EINTR;
        return false;
    }
    *len -= *len / 2;
    return true;
}

/* Opened before the program gives up its right to do so. */
static int log_fd = -1;
static FILE *count_file;

__attribute__((constructor)) static void open_notes(void)
{
    const char *log = getenv("IO_FAULT_LOG"), *count = getenv("IO_FAULT_COUNT");
    int (*real_open)(const char *, int, ...);
    find_real(&real_open, "open");
    log_fd = log ? real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;
    count_file = count ? fopen(count, "w") : NULL;
    if ((log && log_fd < 0) || (count && !count_file))
        abort();
}

__attribute__((format(printf, 1, 2))) static void note(const char *format, ...)
{
    ssize_t (*real_write)(int, const void *, size_t);
    char line[1024];
    va_list rest;
    if (log_fd < 0)
        return;
    int error = errno;
    va_start(rest, format);
    int len = vsnprintf(line, sizeof line, format, rest);
    va_end(rest);
    find_real(&real_write, "write");
    if (real_write(log_fd, line, (size_t)len) != len)
        abort();
    errno = error;
}

/* The inode of an open file. */
static unsigned long long inode(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 ? (unsigned long long)st.st_ino : 0;
}

/* ---- data */

ssize_t read(int fd, void *bytes, size_t len)
{
    ssize_t (*real)(int, void *, size_t);
    find_real(&real, "read");
    return fault("read") || !some(&len) ? -1 : real(fd, bytes, len);
}

ssize_t pread64(int fd, void *bytes, size_t len, off64_t at)
{
    ssize_t (*real)(int, void *, size_t, off64_t);
    find_real(&real, "pread64");
    return fault("pread") || !some(&len) ? -1 : real(fd, bytes, len, at);
}

ssize_t write(int fd, const void *bytes, size_t len)
{
    ssize_t (*real)(int, const void *, size_t);
    find_real(&real, "write");
    if (fd > STDERR_FILENO && (fault("write") || !some(&len)))
        return -1;
    if (fd > STDERR_FILENO)
        note("write %llu\n", inode(fd));
    return real(fd, bytes, len);
}

ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t at)
{
    ssize_t (*real)(int, const void *, size_t, off64_t);
    find_real(&real, "pwrite64");
    return fault("pwrite") || !some(&len) ? -1 : real(fd, bytes, len, at);
}

int close(int fd)
{
    int (*real)(int);
    find_real(&real, "close");
    int closed = real(fd);
    return fault("close") ? -1 : closed;
}

/* ---- names */

static int mode_of(int flags, va_list rest)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
}

int open64(const char *path, int flags, ...)
{
    int (*real)(const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    int mode = mode_of(flags, rest);
    va_end(rest);
    find_real(&real, "open64");
    return fault("open") ? -1 : real(path, flags, mode);
}

int openat64(int dir, const char *path, int flags, ...)
{
    int (*real)(int, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    int mode = mode_of(flags, rest);
    va_end(rest);
    find_real(&real, "openat64");
    if (fault("open"))
        return -1;
    int fd = real(dir, path, flags, mode);
    if (fd >= 0 && flags & O_CREAT)
        note("create %s\n", path);
    return fd;
}

DIR *opendir(const char *path)
{
    DIR *(*real)(const char *);
    find_real(&real, "opendir");
    return fault("opendir") ? NULL : real(path);
}

DIR *fdopendir(int fd)
{
    DIR *(*real)(int);
    find_real(&real, "fdopendir");
    return fault("opendir") ? NULL : real(fd);
}

struct dirent64 *readdir64(DIR *dir)
{
    struct dirent64 *(*real)(DIR *);
    find_real(&real, "readdir64");
    return fault("readdir") ? NULL : real(dir);
}

int fstatat64(int dir, const char *path, struct stat64 *st, int flags)
{
    int (*real)(int, const char *, struct stat64 *, int);
    find_real(&real, "fstatat64");
    return fault("stat") ? -1 : real(dir, path, st, flags);
}

int stat64(const char *path, struct stat64 *st)
{
    int (*real)(const char *, struct stat64 *);
    find_real(&real, "stat64");
    return fault("stat") ? -1 : real(path, st);
}

int fstat64(int fd, struct stat64 *st)
{
    int (*real)(int, struct stat64 *);
    find_real(&real, "fstat64");
    return fault("stat") ? -1 : real(fd, st);
}

int mkdirat(int dir, const char *path, mode_t mode)
{
    int (*real)(int, const char *, mode_t);
    find_real(&real, "mkdirat");
    if (fault("mkdir"))
        return -1;
    note("mkdir %s\n", path);
    return real(dir, path, mode);
}

int fchmod(int fd, mode_t mode)
{
    int (*real)(int, mode_t);
    find_real(&real, "fchmod");
    return fault("chmod") ? -1 : real(fd, mode);
}

int fchmodat(int dir, const char *path, mode_t mode, int flags)
{
    int (*real)(int, const char *, mode_t, int);
    find_real(&real, "fchmodat");
    return fault("chmod") ? -1 : real(dir, path, mode, flags);
}

int ftruncate64(int fd, off64_t len)
{
    int (*real)(int, off64_t);
    find_real(&real, "ftruncate64");
    return fault("truncate") ? -1 : real(fd, len);
}

int linkat(int from, const char *path, int to, const char *name, int flags)
{
    int (*real)(int, const char *, int, const char *, int);
    find_real(&real, "linkat");
    if (fault("link"))
        return -1;
    note("link %s\n", path);
    return real(from, path, to, name, flags);
}

int unlinkat(int dir, const char *path, int flags)
{
    int (*real)(int, const char *, int);
    find_real(&real, "unlinkat");
    if (fault("unlink"))
        return -1;
    note("unlink %s\n", path);
    return real(dir, path, flags);
}

int renameat(int from, const char *path, int to, const char *name)
{
    int (*real)(int, const char *, int, const char *);
    find_real(&real, "renameat");
    if (fault("rename"))
        return -1;
    note("rename %s %llu %s\n", path, inode(to), name);
    return real(from, path, to, name);
}

int renameat2(int from, const char *path, int to, const char *name, unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned);
    find_real(&real, "renameat2");
    if (fault("rename"))
        return -1;
    note("rename %s %llu %s\n", path, inode(to), name);
    return real(from, path, to, name, flags);
}

int syncfs(int fd)
{
    int (*real)(int);
    find_real(&real, "syncfs");
    if (fault("sync"))
        return -1;
    note("syncfs\n");
    return getenv("IO_FAULT_UNSYNCED") ? 0 : real(fd);
}

int fsync(int fd)
{
    int (*real)(int);
    find_real(&real, "fsync");
    if (fault("sync"))
        return -1;
    note("fsync %llu\n", inode(fd));
    return getenv("IO_FAULT_UNSYNCED") ? 0 : real(fd);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int (*real)(clockid_t, struct timespec *);
    const char *wrong = getenv("IO_FAULT_CLOCK");
    find_real(&real, "clock_gettime");
    int result = real(clock, now);
    if (wrong && clock == CLOCK_REALTIME)
        now->tv_sec += strtol(wrong, NULL, 10);
    return result;
}

__attribute__((destructor)) static void note_count(void)
{
    if (count_file) {
        fprintf(count_file, "%ld\n", atomic_load(&calls));
        fclose(count_file);
    }
}
