/* SPDX-License-Identifier: MIT */
/* How an event stands in a sentence, and so what it says of the year. */
#ifndef ENRICH_DATE_EVENTS_H
#define ENRICH_DATE_EVENTS_H

#include "enrich/date_clues.h"

/* What EVENT, named at [AT, END) of TEXT, says of the year, as CLUE's kind, date and place in the
   text. False: nothing. */
bool event_clue(const struct event *event, struct str text, size_t at, size_t end,
                struct clue *clue);

#endif
