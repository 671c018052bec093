/* SPDX-License-Identifier: MIT */
/* What the program sets right before it does anything. */
#ifndef START_H
#define START_H

/*
 * The three standard streams are open: one that was closed fails whoever uses it, and no file that
 * is opened later stands in its place. A file that would be larger than the system allows is a
 * fault of writing, not the end of the process. The libraries that are used run out of memory in
 * the one place where the program itself does (base/die.h).
 */
void start(void);

#endif
