/* SPDX-License-Identifier: MIT */
/* Files and folders. Paths are slices; a failure is told by errno. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"

#include <stdio.h>
#include <sys/types.h>

/* DIR/NAME in KEEP; NAME alone where DIR is empty or ".". */
struct str path_join(struct arena *keep, struct str dir, struct str name);

/* What stands after the last '/'. */
struct str path_base(struct str path);

/* Whether ERROR, an errno, tells of the machine (its disk, its memory, files that may be open) and
   not of the file: it may go another time. */
bool is_of_machine(int error);

/* PATH without '/' at its end, which would have a link followed. */
struct str path_plain(struct str path);

/* The folder that a path_plain() lies in, as PATH has it: "" of a name alone. */
struct str path_above(struct str path);

/* The path from the root, links followed, "." and ".." resolved; empty where there is none such. */
struct str path_real(struct arena *keep, struct str path);

/* The same of what need not be there, if the folder above it is. */
struct str path_real_new(struct arena *keep, struct str path);

/* Whether PATH is FOLDER or lies below it; both are as path_real() gives them. */
bool path_lies_in(struct str path, struct str folder);

/* Whether a file of this name is a device on Windows, whatever its name goes on with after a '.':
   con.html. NAME is in small letters. */
bool path_is_device(struct str name);

/* Reads a whole regular file to the end of BUF. False: errno says why (EISDIR, or ENXIO for what is
   neither a file nor a folder). */
bool file_read(struct str path, struct buf *buf);

/* The same of a file of MOST bytes or fewer. False with EFBIG: it has more, and was not read. */
bool file_read_most(struct str path, size_t most, struct buf *buf);

/* Reads whatever can be read to its end, a pipe too; "-" is standard input. False with EFBIG: that
   is more than MOST bytes. */
bool stream_read(struct str path, size_t most, struct buf *buf);

enum line_read {
    LINE_READ,
    LINE_END,   /* there is none */
    LINE_FAULT, /* errno says why it cannot be read; EFBIG: it has too many bytes */
};

/* Reads a line of FILE, of MOST bytes or fewer, into BUF, in the place of what is there, without
   what ends it. */
enum line_read line_read(FILE *file, size_t most, struct buf *buf);

/* read() that no signal ends early. */
ssize_t fd_read_some(int fd, char *to, size_t room);

/* Reads what is left of an open file to the end of BUF. */
bool fd_read(int fd, struct buf *buf);

/* Reads LEN bytes from AT on of an open file to the end of BUF. False: errno says why not; ENODATA:
   there are not so many. */
bool fd_read_at(int fd, uint64_t at, size_t len, struct buf *buf);

/* Writes all of BYTES to an open file. */
bool fd_write(int fd, struct str bytes);

/* Writes a new file, making the folders above it. False: errno says why. */
bool file_write(struct str path, struct str bytes);

bool file_exists(struct str path);
bool dir_exists(struct str path);

/* Whether PATH itself is a symbolic link, to whatever or nowhere. */
bool link_exists(struct str path);

/* Makes a folder and those above it; fine if they are there. */
bool dir_make(struct str path);

/* Removes a folder and all that is in it, without following links; fine if it is not there. */
bool dir_remove(struct str path);

/* The same, the file LAST in it after all else. */
bool dir_remove_in_order(struct str path, const char *last);

/* A file below a folder. */
struct found {
    struct str path; /* relative to the folder, with '/' */
    bool regular;    /* false: a link to nowhere, a device, a FIFO … */
    bool link;       /* it is a symbolic link … */
    bool leaves;     /* … to a file that is not below the folder */
    int error;       /* why it, or a folder, could not be looked at; 0: it could */
    uint64_t size;   /* bytes */
};

struct found_list {
    struct found *at;
    size_t len, cap;
};

/* All files below DIR, to 64 folders in each other, in the order of their paths' bytes, whatever
   the system's order. Links to files are followed, and told where they lead out of DIR; links to
   folders are reported as not regular, so a loop cannot occur, and deeper folders with an error.
   Names that begin with '.' are passed over. False: DIR cannot be read. */
bool dir_walk(struct arena *keep, struct str dir, struct found_list *found);

/* The same with names that begin with '.'. */
bool dir_walk_hidden(struct arena *keep, struct str dir, struct found_list *found);

#endif
