/* SPDX-License-Identifier: MIT */
/* Whether anything in a folder changed, without reading its files. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include "base/str.h"

#include <time.h>

/* What a folder looks like from outside: the names of all that is below it, and the kinds, sizes,
   inodes and times of what is no folder, and of what links lead to. */
struct tree {
    uint64_t hash;          /* 0: there is no such folder */
    struct timespec newest; /* of the times at which something in it was changed */
    uint64_t folder;        /* hash of which folder it is, and when its own entries changed */
};

/* Looks at the folder DIR; HIDDEN: also at names that begin with '.'. False: not all of it could be
   seen, and *TREE is of the rest. */
bool tree_look(struct str dir, bool hidden, struct tree *tree);

/* What `folder` would be of an open folder; 0: it cannot be looked at. */
uint64_t tree_folder(int dir);

/* The same as tree_look() of an open folder. */
bool tree_look_at(int dir, bool hidden, struct tree *tree);

#endif
