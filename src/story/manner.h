/* SPDX-License-Identifier: MIT */
/* How texts like to begin and end: words that say it of one passage alone. */
#ifndef STORY_MANNER_H
#define STORY_MANNER_H

#include "base/str.h"

/* Whether the first clause names a place or a time of day; a season. */
bool opens_scene(struct str text);
bool opens_season(struct str text);

/* Whether the last words sum up or set aims, as the last sentences of reports like to. */
bool sums_up(struct str text);

/* Whether it looks ahead, as the last paragraphs of reports like to. */
bool looks_ahead(struct str text);

/* How much its first clause falls short of four characters: 1 where a mark stands at its start, 0
   where four characters or more stand before one. Such words are seldom any; …… is whole. */
double short_clause(struct str text);

/* Characters of the first clause and of the last, at most 60. A 、 parts none. */
size_t first_clause(struct str text);
size_t last_clause(struct str text);

#endif
