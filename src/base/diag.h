/* SPDX-License-Identifier: MIT */
/*
 * Diagnostics: what is wrong in somebody's file, where, and what was done about it.
 *
 * Stages record, main prints. Every kind of finding has an id in diag_list.h with its level and
 * its recovery, so that the worst level gives the exit status and a test can name what it expects.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/buf.h"
#include "base/vec.h"

enum diag_level {
    DIAG_NOTE,    /* said, but nobody needs to do anything; exit status 0 */
    DIAG_WARNING, /* content that needs a person; exit status 1 */
    DIAG_ERROR,   /* content that was left out or is wrong; exit status 1 */
    DIAG_FATAL,   /* nothing is written; exit status 2 */
};

enum diag_id {
#define DIAG(id, level, name, recovery) id,
#include "base/diag_list.h"
#undef DIAG
    DIAG_ID_COUNT
};

/* Where: line and column count from 1; 0: not known. Columns count characters. */
struct place {
    struct str file;
    uint32_t line, column;
};

struct diag {
    enum diag_id id;
    struct place place;
    struct str what; /* one line, without a full stop */
};

/* A list of findings and the arena that their texts live in. */
struct diags {
    struct arena *keep;
    struct diag *at;
    size_t len, cap;
};

/* Records a finding; the text is formatted like printf, the place's file name is borrowed. */
void diag_add(struct diags *diags, enum diag_id id, struct place place, const char *fmt, ...)
    PRINTF_LIKE(4, 5);

enum diag_level diag_level(enum diag_id id);
const char *diag_name(enum diag_id id);

/* The worst level in the list; DIAG_NOTE if it is empty. */
enum diag_level diags_worst(const struct diags *diags);

/* Appends "FILE:LINE:COL: warning: what; what was done about it\n". Control characters and
   bidirectional overrides in it are shown as \uXXXX, so that no file can talk to a terminal. */
void diag_print(struct buf *out, const struct diag *diag);

#endif
