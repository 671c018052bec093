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

#include "inputs.h"

struct page_cache;

/* Appends the line of the site's page PATH that holds BYTES. What was found in it goes to DIAGS. */
void record_put(struct buf *out, const struct inputs *inputs, const struct page_cache *cache,
                struct str path, struct str bytes, struct diags *diags);

/* Keeps the records of the file LIST in CACHE. False: it cannot be read, and DIAGS say why, as of
   each line that is no record. */
bool records_take(struct page_cache *cache, struct str list, struct diags *diags);

#endif
