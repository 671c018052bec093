/* SPDX-License-Identifier: MIT */
/*
 * The archive as data, for reuse: data/stories.ndjson and data/stories.csv.
 *
 * Both hold every story, residue aside, in the order of the pages' paths and of places on the page,
 * so that a new page changes few lines. Paths are relative to the site.
 */
#ifndef SITE_EXPORT_H
#define SITE_EXPORT_H

#include "archive/archive.h"
#include "base/buf.h"
#include "base/vec.h"

/* Each is what stands before all stories, and they. */
struct export_kind {
    const char *path; /* in the site */
    void (*head)(struct buf *out);
    void (*entry)(struct buf *out, const struct entry *entry);
};

/* A line for each story: the record of `split --format=json` and what record.h says of
   published ones. */
extern const struct export_kind export_ndjson;

/*
 * A table, RFC 4180, in UTF-8 with a byte order mark, as spreadsheets want it; the first row names
 * the columns. What there are several of is parted by ';', the blocks of a text by line ends. A
 * cell that a spreadsheet would take for a formula (it begins with = + - @, their full-width forms,
 * a tab or a line end) has an apostrophe before it: text out of a newspaper must not compute.
 */
extern const struct export_kind export_csv;

/* What an export has of one page. */
struct export_part {
    struct str page; /* its path */
    uint64_t stamp;  /* of all that it is made of (sum.h); 0: nobody knows */
    uint64_t bytes;
};

struct export_parts VEC_OF(struct export_part);

enum { EXPORT_NDJSON, EXPORT_CSV, EXPORTS };

#endif
