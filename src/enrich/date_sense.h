/* SPDX-License-Identifier: MIT */
/* How a date is meant, by the words around it. */
#ifndef ENRICH_DATE_SENSE_H
#define ENRICH_DATE_SENSE_H

#include "base/str.h"

enum date_sense {
    DATE_PLAIN,
    DATE_AHEAD, /* as a plan: 到2025年, 2021—2025年, 2025年底前 */
    DATE_OTHER, /* as another time than the story's own: 去年10月1日, 每年7月1日, 9月1日以来, 农历;
                   of a birth or a paper: 1968年3月12日出生, 2020年5月1日核发 */
};

/* How the date at [AT, END) of TEXT is meant. */
enum date_sense date_sense_of(struct str text, size_t at, size_t end);

/* The part of TEXT before AT, or from END on, that is of the same clause, at most 24 characters. */
struct str clause_before(struct str text, size_t at);
struct str clause_after(struct str text, size_t end);

#endif
