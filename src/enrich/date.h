/* SPDX-License-Identifier: MIT */
/*
 * When stories date from.
 *
 * A page that is dated, by front matter, path or its own date line, dates its stories. Else a
 * story has the day of its dateline, of its signature, or of the event that its first words report;
 * a day without a year gets the year that the page or the story is sure of. The other stories of
 * the page are dated by these, to the month or year only, or by the year that all the page's words
 * speak for (date_year.h). Where nothing is sure there is no date. All that is not stated has basis
 * BASIS_TEXT or BASIS_PAGE, and shows the words that it rests on.
 */
#ifndef ENRICH_DATE_H
#define ENRICH_DATE_H

#include "enrich/events.h"
#include "story/story.h"

/* Dates all of PAGE's STORIES; evidence lives in KEEP, contradictions go to PAGE's diags. */
void stories_find_dates(struct arena *keep, struct arena *scratch, struct page *page,
                        struct stories *stories, const struct events *events);

#endif
