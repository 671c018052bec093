/* SPDX-License-Identifier: MIT */
/*
 * Giving up what the program does not need of its user's rights, so that a page that gets the
 * better of it gets no more than the rest. On Linux: files by Landlock, programs and sockets by
 * seccomp. What a kernel is too old to take away stays; elsewhere all of it does.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include "base/str.h"

/* What may be done with a file, or with all that is in a folder, at any depth. */
enum sandbox_right {
    SANDBOX_LIST = 1,    /* folders be listed */
    SANDBOX_READ = 2,    /* that, and files be read */
    SANDBOX_FOLDERS = 4, /* folders be listed, made, renamed, and removed once they are empty */
    SANDBOX_WRITE = 8,   /* all but starting programs */
};

struct grant {
    struct str path; /* links are followed; what is not there is passed over */
    enum sandbox_right right;
};

/* What is left. */
struct sandbox {
    struct grant *at;
    size_t len, cap;
    bool serves; /* the program may be called over the network */
};

/* Adds the system's files that a program reads while it runs: those of iconv's encodings, random
   numbers, itself. */
void sandbox_add_system(struct arena *keep, struct sandbox *sandbox);

/* Leaves this thread and those that it will start no files but those granted; what is open stays
   open. Of several calls is left what all leave. False: this system cannot do it. */
bool sandbox_files(const struct sandbox *sandbox);

/* Leaves them no way to start a program or to call anybody. False: this system cannot do it. */
bool sandbox_calls(const struct sandbox *sandbox);

#endif
