/* SPDX-License-Identifier: MIT */
/* Words for a terminal: lines that are broken where it is narrow, and quotes of a page. */
#ifndef EXPLAIN_SPEECH_H
#define EXPLAIN_SPEECH_H

#include "page/page.h"

struct speech {
    struct buf *out;
    struct arena *scratch;
    bool full; /* everything is said, not only what weighs most */
};

/* A paragraph, INDENT columns from the left, its further lines three more. Whatever stands in it,
   nothing of it can control a terminal. */
void say(struct speech *speech, size_t indent, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* A line that is never broken, for a name of a file must stay one that can be copied. */
void say_line(struct speech *speech, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* An empty line. */
void say_nothing(struct speech *speech);

/* 「its first words … its last」, as much as one knows a text by. */
struct str quote(struct arena *scratch, struct str text);

/* The last and the first characters of two texts that meet: 「…王|刚…」. */
struct str quote_seam(struct arena *scratch, struct str before, struct str after);

/* "line 3", "lines 3-5". */
struct str lines_of(struct arena *scratch, const struct block *block);

/* "1 word", "2 words". */
struct str count_of(struct arena *scratch, size_t count, const char *noun);

#endif
