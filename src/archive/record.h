/* SPDX-License-Identifier: MIT */
/*
 * Records: one story or residue, written out for reuse in one of the formats of `split`.
 *
 * A record ends in a line end, so records put one after the other make a whole. All of them hold
 * the text of every block of the story, in reading order.
 */
#ifndef ARCHIVE_RECORD_H
#define ARCHIVE_RECORD_H

#include "base/buf.h"
#include "story/story.h"

/* One line of JSON, as RFC 8259 has it, in UTF-8; what is not known is null. */
void record_json(struct buf *out, const struct story *story);

/* The same with the key "url" after "id", where the story can be read; empty: without the key. */
void record_json_at(struct buf *out, const struct story *story, struct str url);

#endif
