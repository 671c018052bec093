/* SPDX-License-Identifier: MIT */
/*
 * A library to preload: counts the calls that change the disk and, from the one on that
 * DISK_FAULT_AT names (the first is 0), finds the disk full; or, where DISK_FAULT_KILLS is set,
 * kills the process instead. At the end the count is written to the file that DISK_FAULT_COUNT
 * names.
 */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE /* it makes some of the calls inline */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

/* True: this call is to fail. Changes that need no room on the disk never do. */
static bool fault(bool needs_room)
{
    const char *at = getenv("DISK_FAULT_AT");
    long call = atomic_fetch_add(&calls, 1);
    if (call < (at ? strtol(at, NULL, 10) : LONG_MAX))
        return false;
    if (getenv("DISK_FAULT_KILLS"))
        raise(SIGKILL);
    errno = ENOSPC;
    return needs_room;
}

/* Sets the function pointer CALL to the real function NAME. */
static void find_real(void *call, const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(call, &symbol, sizeof symbol);
}

ssize_t write(int fd, const void *bytes, size_t len)
{
    ssize_t (*real)(int, const void *, size_t);
    find_real(&real, "write");
    return fd > STDERR_FILENO && fault(true) ? -1 : real(fd, bytes, len);
}

int mkdirat(int dir, const char *path, mode_t mode)
{
    int (*real)(int, const char *, mode_t);
    find_real(&real, "mkdirat");
    return fault(true) ? -1 : real(dir, path, mode);
}

int linkat(int from, const char *path, int to, const char *name, int flags)
{
    int (*real)(int, const char *, int, const char *, int);
    find_real(&real, "linkat");
    return fault(true) ? -1 : real(from, path, to, name, flags);
}

int unlinkat(int dir, const char *path, int flags)
{
    int (*real)(int, const char *, int);
    find_real(&real, "unlinkat");
    return fault(false) ? -1 : real(dir, path, flags);
}

int renameat(int from, const char *path, int to, const char *name)
{
    int (*real)(int, const char *, int, const char *);
    find_real(&real, "renameat");
    return fault(false) ? -1 : real(from, path, to, name);
}

int renameat2(int from, const char *path, int to, const char *name, unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned);
    find_real(&real, "renameat2");
    return fault(false) ? -1 : real(from, path, to, name, flags);
}

/* Opened before the program gives up its right to do so. */
static FILE *count_file;

__attribute__((constructor)) static void open_count(void)
{
    const char *path = getenv("DISK_FAULT_COUNT");
    count_file = path ? fopen(path, "w") : NULL;
}

__attribute__((destructor)) static void note_count(void)
{
    if (count_file) {
        fprintf(count_file, "%ld\n", atomic_load(&calls));
        fclose(count_file);
    }
}
