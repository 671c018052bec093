/* SPDX-License-Identifier: MIT */
/* The peoples (民族) in the names of autonomous counties and townships. */
#ifndef ENRICH_PEOPLES_H
#define ENRICH_PEOPLES_H

#include "base/str.h"

/* NAME without the peoples at its end: 威宁彝族回族苗族 → 威宁; one that is called after a people
   alone is left with its name: 东乡族自治 → 东乡. */
struct str without_peoples(struct str name);

/* How many bytes at the beginning of S are names of peoples: of 赫哲族 in 赫哲族乡. */
size_t peoples_len(struct str s);

#endif
