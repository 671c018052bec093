/* SPDX-License-Identifier: MIT */
/* Real files for tests, in a folder of the test's own. */
#ifndef TESTS_TEMP_H
#define TESTS_TEMP_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* A new folder, its path in KEEP; remove it with dir_remove(). */
static inline struct str temp_dir(struct arena *keep)
{
    const char *above = getenv("TMPDIR");
    struct str path = str_format(keep, "%s/xianbao-test-XXXXXX", above && *above ? above : "/tmp");
    char *name = malloc(path.len + 1);
    if (!name)
        die("out of memory");
    memcpy(name, path.ptr, path.len + 1);
    if (!mkdtemp(name))
        die("cannot make %s", name);
    path = str_dup(keep, str_of(name));
    free(name);
    return path;
}

/* DIR/NAME as a C string in KEEP. */
static inline const char *temp_path(struct arena *keep, struct str dir, const char *name)
{
    return path_join(keep, dir, str_of(name)).ptr;
}

static inline void temp_write(struct arena *keep, struct str dir, const char *name,
                              const char *bytes)
{
    if (!file_write(path_join(keep, dir, str_of(name)), str_of(bytes)))
        die("cannot write %s", name);
}

/* What a file holds, in KEEP; NULL: it cannot be read. */
static inline const char *temp_read(struct arena *keep, struct str dir, const char *name)
{
    struct buf buf = {0};
    bool ok = file_read(path_join(keep, dir, str_of(name)), &buf);
    const char *text = ok ? str_c(keep, buf_view(&buf)) : NULL;
    buf_clear(&buf);
    return text;
}

/* Whether there is something of that name, be it a link to nowhere. */
static inline bool temp_there(struct arena *keep, struct str dir, const char *name)
{
    struct stat st;
    return lstat(temp_path(keep, dir, name), &st) == 0;
}

/* The inode of a file, 0 if there is none. */
static inline unsigned long long temp_inode(struct arena *keep, struct str dir, const char *name)
{
    struct stat st;
    return lstat(temp_path(keep, dir, name), &st) == 0 ? st.st_ino : 0;
}

#endif
