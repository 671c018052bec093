/* SPDX-License-Identifier: MIT */
/*
 * Replacing a folder as a whole or not at all.
 *
 * The new folder is filled beside the old one, as .NAME.xianbao-new, so that both are on one file
 * system; then the two change places. Where the system can exchange two names (Linux), readers see
 * one or the other at any moment; elsewhere the old one is first called .NAME.xianbao-old. Both
 * names are those of left-overs of a build that was killed: the next one removes them, or first
 * calls the old folder back. The folder being filled is locked while its builder lives.
 *
 * Faults are findings of the kind that swap_begin() is given. A fault before the change leaves the
 * old folder as it was.
 */
#ifndef SITE_PUBLISH_SWAP_H
#define SITE_PUBLISH_SWAP_H

#include "base/diag.h"
#include "base/tree.h"

struct swap {
    struct str target;                      /* as the user named it */
    struct str parent;                      /* real path of the folder that holds it */
    const char *name, *new_name, *old_name; /* in PARENT */
    int parent_fd, new_fd;
    int old_fd; /* the old folder; -1: there is none yet */
    struct diags *diags;
    enum diag_id fault;
};

/* Makes the new folder, empty, with the old one's mode. DIR need not exist, but its parent must; a
   link to a folder stands for that folder. False: nothing was made. */
bool swap_begin(struct arena *keep, struct swap *swap, struct str dir, enum diag_id fault,
                struct diags *diags);

/* Whether a build of DIR that was killed, or could not clear away, left something beside it. */
bool swap_left(struct str dir);

/* Puts the new folder in the place of the old one and removes that; *NOW is how it looks then,
   before another build can change it, its hash 0 where that cannot be told. False: as swap_abort().
 */
bool swap_commit(struct swap *swap, struct tree *now);

/* Puts the new folder where there is none, or an empty one: what somebody put there meanwhile
   stays. False: as swap_abort(). */
bool swap_commit_into_empty(struct swap *swap);

/* Removes the new folder. */
void swap_abort(struct swap *swap);

#endif
