/* SPDX-License-Identifier: MIT */
/*
 * Records: one story or residue, written out for reuse in one of the formats of `split`.
 *
 * A record ends in a line end, so records put one after the other make a whole. Each holds the text
 * of every block of the story, in reading order.
 */
#ifndef ARCHIVE_RECORD_H
#define ARCHIVE_RECORD_H

#include "archive/archive.h"
#include "base/buf.h"

typedef void record_writer(struct buf *out, const struct story *story);

/* One line of JSON in UTF-8; what is not known is null. */
void record_json(struct buf *out, const struct story *story);

/* The same for a published archive: with "url" after "id", where the story can be read, with the
   page's "publication", "page" and "rights", and in "continues" and "continued_from" the ids of
   the other halves of a story that jumps to another page. */
void record_json_published(struct buf *out, const struct entry *entry, struct str url);

/* CommonMark under YAML front matter (see front_matter.h), which alone holds kicker, headline and
   subtitle. Residue is a code block. */
void record_markdown(struct buf *out, const struct story *story);

/* For reading in a terminal: nothing in it can control one. A derived headline stands in 〔〕,
   every line of residue after "| ". */
void record_text(struct buf *out, const struct story *story);

/* The writer of "json", "markdown" or "text"; NULL: there is no such format. */
record_writer *record_format(struct str name);

#endif
