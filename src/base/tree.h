/* SPDX-License-Identifier: MIT */
/* Whether anything in a folder changed, without reading its files. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include "base/str.h"

#include <time.h>

/* What a folder looks like from outside: the names, kinds, sizes, inodes and times of all that is
   below it, and of what links lead to. */
struct tree {
    uint64_t hash;          /* 0: there is no such folder */
    struct timespec newest; /* of the times at which something in it was changed */
};

/* Looks at the folder DIR. False: not all of it can be seen, and *TREE is of no use. */
bool tree_look(struct str dir, struct tree *tree);

#endif
