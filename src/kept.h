/* SPDX-License-Identifier: MIT */
/*
 * Files in the site's folder .xianbao/: what one build leaves for the next. Each says itself of
 * what it was made, and is whole or nothing, so that it can be deleted, copied, cut short or out of
 * date without harm.
 */
#ifndef KEPT_H
#define KEPT_H

#include "base/buf.h"

/* Opens FOLDER of DIR/.xianbao ("" for that itself), MAKES: and makes it where it is not there;
   close() it. -1: it cannot be used, or a link stands in its place. */
int kept_open(struct str dir, const char *folder, bool makes);

/* Keeps BYTES as the file NAME of the open FOLDER, made of what KEY is a hash of, in the place of
   what was kept there. False: that cannot be done, and nothing is kept. */
bool kept_write(int folder, const char *name, uint64_t key, struct str bytes);

/* The same of bytes that come part by part, one such file at a time. kept_end() it, GOOD: all of
   them came; else what was kept stays. NULL: nothing can be kept. */
struct keeping;
struct keeping *kept_begin(int folder, const char *name);
void kept_add(struct keeping *keeping, struct str bytes);
void kept_end(struct keeping *keeping, uint64_t key, bool good);

/* A new file of the open FOLDER that has no name, for reading and writing; close() it. -1: none can
   be made. */
int kept_spool(int folder);

/* Opens what is kept as NAME, to be read from its first byte on; close() it. -1: there is nothing
   that was made of just that. */
int kept_open_file(int folder, const char *name, uint64_t key);

/* What is kept as NAME, in KEEP; empty: nothing that was made of just that. */
struct str kept_read(struct arena *keep, int folder, const char *name, uint64_t key);

/* Removes the files of the open FOLDER that are not wanted. */
void kept_sweep(int folder, bool (*is_wanted)(const void *context, const char *name),
                const void *context);

#endif
