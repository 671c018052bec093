/* SPDX-License-Identifier: MIT */
/* What a page as a whole says of its date. */
#ifndef ENRICH_DATE_PAGE_H
#define ENRICH_DATE_PAGE_H

#include "enrich/date_words.h"
#include "story/story.h"

/* The date that front matter or path state, or else the page's own date line (报头). Contradictions
   are told in PAGE's diags: between date lines, with a line's weekday, with what is stated. */
struct story_date page_stated_date(struct arena *keep, struct page *page,
                                   const struct stories *stories);

/* A date as far as it goes. */
struct story_date story_date_of(struct date value, enum basis basis);

/* Adds the words at [AT, END) of BLOCK's text to DATE's evidence. */
void story_date_show(struct arena *keep, struct story_date *date, const struct page *page,
                     const struct block *block, size_t at, size_t end);

/* 20231017, with 0 for what is not known: for comparing. */
uint32_t date_number(struct date date);

#endif
