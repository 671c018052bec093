/* SPDX-License-Identifier: MIT */
/*
 * What was found out of pages, a line of JSON a page, so that many machines can do it for one:
 *
 *   {"source": path in the site, "made_of": hash of all that it was made of, "record": base64}
 *
 * `split --format=record` prints such lines, and `build --stories` keeps them as if it had made
 * them itself (page_cache.h): a record that is not of the page as it stands there is not used.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "pipeline.h"

struct page_cache;

/* What records are made with. */
struct recording;

/* Reads of the site's folder what its pages mean, in KEEP; recording_close() it. NULL: something of
   that cannot be used, and DIAGS say what. */
struct recording *recording_open(struct arena *keep, const struct settings *settings,
                                 struct diags *diags);
void recording_close(struct recording *recording);

/* Appends the line of the site's page NAME, as it is called in its folder: content/a.txt. What was
   found in it goes to DIAGS, or why there is none. */
void record_put(struct buf *out, const struct recording *recording, struct str name,
                struct diags *diags);

/* A page, and the hash of what a record of it was made of. */
struct record_taken {
    struct str source;
    uint64_t made_of;
};

struct records_taken VEC_OF(struct record_taken);

/* Keeps the records of the file LIST in CACHE and adds them to *TAKEN. False: it cannot be read, or
   nothing can be kept, and DIAGS say why, as of each line that is no record. */
bool records_take(struct page_cache *cache, struct str list, struct records_taken *taken,
                  struct diags *diags);

/* Tells how many of the records are not of the pages of ARCHIVE as they stand. */
void records_tell_unused(const struct records_taken *taken, const struct archive *archive,
                         struct diags *diags);

#endif
