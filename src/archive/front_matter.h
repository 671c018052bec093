/* SPDX-License-Identifier: MIT */
/* What is known of a story as YAML front matter, for other site generators. */
#ifndef ARCHIVE_FRONT_MATTER_H
#define ARCHIVE_FRONT_MATTER_H

#include "base/buf.h"
#include "story/story.h"

/*
 * Appends a YAML mapping between "---" lines. Keys are those of the JSON record, but the headline
 * is `title` and a date is `date`, `month` or `year` by its precision, since generators take `date`
 * for a whole day. What is not known has no key. Strings are quoted, so that none turns into a
 * number, a truth value or markup.
 */
void front_matter_write(struct buf *out, const struct story *story);

#endif
