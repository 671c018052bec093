/* SPDX-License-Identifier: MIT */
/* By what hits can be narrowed: date, counties, topics, people and newspaper of every story. */
#ifndef SEARCH_FACETS_H
#define SEARCH_FACETS_H

#include "archive/archive.h"
#include "base/buf.h"

/* Appends, as arguments of a script's call: the counties [[code,name,prefecture] …], the topics
   [[id,label] …], the people [name …], the newspapers [name …], and a string that holds for each
   story, in the order of archive->entries, bit by bit:

   precision (2: none, year, month, day); whether it is inferred (1); as far as it is known year
   less 1900 (8), month (4), day (5); the number of counties, topics, people and newspapers plus 1
   (gamma), each followed by their places in the lists, with as many bits as the greatest place
   takes. */
void facets_write(struct buf *out, struct arena *scratch, const struct archive *archive);

#endif
