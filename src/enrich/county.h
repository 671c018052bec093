/* SPDX-License-Identifier: MIT */
/*
 * The counties that stories speak of, by their full names and those of their townships.
 *
 * A name that several counties bear (朝阳区), or that several have a township of (城关镇), is
 * settled by what else the page says: the wider place before the name or elsewhere in the story,
 * the page's `place`, the newspaper's name, the other counties of the page. What these do not
 * settle is left open with D_COUNTY_OPEN. A name that is a common noun too (城区) counts only after
 * its prefecture's, or where `place` says so; a township of which there is one in the land, if
 * nothing is known of where the page is from, or something speaks for its county; a short name
 * (天镇) where it is no other word, and its county is named in full or the page is from near it.
 * 我县 is that of a county's own paper.
 */
#ifndef ENRICH_COUNTY_H
#define ENRICH_COUNTY_H

#include "enrich/gazetteer.h"
#include "enrich/grounds.h"
#include "story/story.h"

/* Finds the counties of all of PAGE's STORIES, in each the one that is most in evidence first,
   those that it only mentions apart; in KEEP, with SCRATCH to work in. Names in residue are not
   looked for, but help to settle those in stories. Of names that meant another place before the
   story's date tells which, so stories_find_dates() comes first; a story without one has today's.
   GROUNDS, or NULL, takes what was weighed. */
void stories_find_counties(struct arena *keep, struct arena *scratch, struct page *page,
                           struct stories *stories, const struct gazetteer *gazetteer,
                           struct grounds *grounds);

#endif
