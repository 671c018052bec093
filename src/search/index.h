/* SPDX-License-Identifier: MIT */
/*
 * The index that search.html reads, in files that are scripts, since a page that is opened from the
 * disk can load nothing else. docs/search.md says how they are made up.
 */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "archive/archive.h"
#include "base/buf.h"

/* Takes a file of the index. False: stop. */
typedef bool search_put(void *context, struct str path, struct str bytes);

/* Each makes a part of the index of ARCHIVE and hands its files to PUT with CONTEXT, always the
   same in the same order. False where PUT said so. They may be made at the same time. */

/* What is known of the index that was made before, and what becomes known of this one. */
struct search_known {
    const uint64_t *docs; /* of each story in the archive's order: what its text was made of, which
                             is its place too; 0: nobody knows */
    const uint64_t *old_docs; /* of each in the order of then … */
    size_t old_len;           /* … and how many */
    /* Appends more of what was handed to `store` then, from its beginning on. 0: that was all; -1:
       it cannot be read. NULL: nothing was. */
    int (*more)(void *context, struct buf *out);
    bool (*keep)(void *context, struct str path, uint64_t stamp); /* takes a file over, if it stands
                                 there with that stamp */
    void (*store)(void *context, struct str bytes); /* takes the pairs, part by part */
};

/* The pairs of characters, and the table that says where they are and what narrows hits. The texts
   of stories that are in the index of before are not read again. KNOWN: NULL, nothing is. False too
   where the index of before is none: *DAMAGED then. */
bool search_pairs(const struct archive *archive, const struct search_known *known, search_put *put,
                  void *context, bool *damaged);

/* The texts: SEARCH_TEXTS stories to a file, in the archive's order; its name is in KEEP. */
enum { SEARCH_TEXTS = 16 };
size_t search_texts_len(const struct archive *archive);
struct str search_texts_path(struct arena *keep, size_t file);
bool search_texts(const struct archive *archive, size_t file, search_put *put, void *context);

#endif
