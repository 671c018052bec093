/* SPDX-License-Identifier: MIT */
/* Words that sign, cut into names and labels: 本报记者 甲 乙 摄 → 本报, [记者], 甲, 乙, [摄]. */
#ifndef ENRICH_CREDIT_ITEMS_H
#define ENRICH_CREDIT_ITEMS_H

#include "base/vec.h"
#include "enrich/credit_labels.h"
#include "enrich/surnames.h"

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
