/* SPDX-License-Identifier: MIT */
/* Files below an open folder, so that whoever moves that folder moves the work along. Paths are
   relative to it and end in a NUL. A failure is told by errno. */
#ifndef BASE_FILE_AT_H
#define BASE_FILE_AT_H

#include "base/str.h"

#include <sys/stat.h>

/* Makes the folders above PATH; fine if they are there. */
bool file_at_make_above(int dir, const char *path);

/* Writes a file that is not there yet, and the folders above it. False with EEXIST: there is
   something of that name, left as it was. */
bool file_at_write(int dir, const char *path, struct str bytes);

/* Makes a file that is not there yet, and the folders above it, for writing; close() it. -1: none.
 */
int file_at_create(int dir, const char *path);

/* Opens a regular file for reading; close() it. -1: there is none, or a link to one. */
int file_at_open(int dir, const char *path);

/* Whether PATH is a regular file in both folders, of the same bytes. */
bool file_at_same(int dir, int other, const char *path);

/* Gives PATH of the folder FROM the same name in the folder TO, and makes the folders above it
 * there. */
bool file_at_link(int from, int to, const char *path);

/* Whether PATH is a regular file, no link to one, that holds just BYTES. */
bool file_at_holds(int dir, const char *path, struct str bytes);

/* Copies a regular file with the mode and times of *ST to a new file of the same path. */
bool file_at_copy(int from, int to, const char *path, const struct stat *st);

#endif
