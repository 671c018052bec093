/* SPDX-License-Identifier: MIT */
/* The labels of those who sign: 记者, 摄影, 文/图. */
#ifndef ENRICH_CREDIT_LABELS_H
#define ENRICH_CREDIT_LABELS_H

#include "base/str.h"

/* What a label says of names. */
enum task {
    TASK_REPORTER,
    TASK_CORRESPONDENT,
    TASK_TEXT,
    TASK_PICTURE,
    TASK_BOTH, /* text and pictures */
    TASK_AUTHOR,
    TASK_EDITOR,
    TASK_SOURCE,   /* whose text or picture it is */
    TASK_REPORTED, /* changes nothing: 报道 */
    TASK_OTHER,    /* no part in the story: 校对 */
    TASK_UNIT,     /* none: where those before it belong, 单位： */
};

struct label {
    const char *word;
    enum task task;
    bool leads; /* stands before names alone; others stand after them too */
};

/* The longest label of two characters or more that begins at byte AT of WORD; NULL: none does. */
const struct label *label_at(struct str word, size_t at);

/* The label of one character that WORD is, which may be a part of a name too: 文, 图, 摄; or NULL.
 */
const struct label *short_label(struct str word);

/* The label that WORD is before where somebody belongs: 单位, 工作单位; or NULL. */
const struct label *unit_label(struct str word);

/* The label that WORD is where a colon follows: 解答：王刚; or NULL. */
const struct label *answer_label(struct str word);

/* 文/图, 图/文, 文、图. */
extern const struct label both_label;

#endif
