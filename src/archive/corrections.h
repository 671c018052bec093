/* SPDX-License-Identifier: MIT */
/*
 * What an archivist sets right (著录更正): the places, topics or date of a story, in its page's
 * front matter:
 *
 *     stories:
 *       - id: shiquan-2021-06-18-p02-3fa91c
 *         places: ["610922"]
 *         topics: [agriculture]
 *         date: 2021-06-18
 *
 * It counts more than the words of the page. Words that showed the same stay its evidence.
 */
#ifndef ARCHIVE_CORRECTIONS_H
#define ARCHIVE_CORRECTIONS_H

#include "enrich/reference.h"
#include "story/story.h"

/*
 * Sets right what PAGE's front matter says of its STORIES, which have their ids, SLUG before them.
 * A story is known by what follows the slug too, so that a file may be renamed. `[none]` for places
 * or topics says that there are none. What a list has of codes and ids that are none, a correction
 * of no story, one that says again what another says of its story, and one that says nothing are
 * told in PAGE's diags and ignored; the diags lose what they have of findings that are settled so.
 * New lists live in KEEP.
 */
void corrections_apply(struct arena *keep, const struct reference *reference, struct str slug,
                       struct page *page, struct stories *stories);

#endif
