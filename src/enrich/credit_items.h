/* SPDX-License-Identifier: MIT */
/* Words that sign, cut into names and labels: 本报记者 甲 乙 摄 → 本报, [记者], 甲, 乙, [摄]. */
#ifndef ENRICH_CREDIT_ITEMS_H
#define ENRICH_CREDIT_ITEMS_H

#include "base/vec.h"
#include "enrich/surnames.h"

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

/* What stands between two words. */
enum separator { SEPARATOR_NONE, SEPARATOR_BLANK, SEPARATOR_LIST, SEPARATOR_TIE };

/* A word, or a label. */
struct item {
    struct str text;
    const struct label *label; /* NULL: a word */
    enum separator before, after;
    bool wide;   /* its characters stand apart: 蔚 蓝 */
    bool inside; /* a bracket that opens after another word: 王刚（县水利局） */
};

struct items VEC_OF(struct item);

/*
 * The items of TEXT, in KEEP. Names that are set wide are whole again (王 刚); labels of one
 * character are told from halves of names; 文/图 is one label. *MARKED becomes true if a mark as □
 * stands in it.
 */
struct items credit_items(struct arena *keep, const struct surnames *surnames, struct str text,
                          bool *marked);

#endif
