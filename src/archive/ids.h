/* SPDX-License-Identifier: MIT */
/* Names that stay: of pages, of stories, of people. All are lower-case ASCII. */
#ifndef ARCHIVE_IDS_H
#define ARCHIVE_IDS_H

#include "enrich/reference.h"

/* The slug of a page: its path below content/ (or its file's name, where the path has no content/),
   without ".txt", folders and all, in letters, digits and '-'; Han characters become pinyin. What
   is longer than 72 bytes, or loses other characters, ends in eight hex digits of the path's hash.
 */
struct str page_slug(struct arena *keep, const struct reference *reference, struct str path);

/* TEXT in letters, digits and '-', Han characters as pinyin; empty where nothing is left of it. */
struct str text_slug(struct arena *keep, const struct reference *reference, struct str text);

/* SLUG-XXXXXX, the six hex digits from a hash of the first 32 characters of the body that are not
   blank: it stays when another story on the page is split better. */
struct str story_id(struct arena *keep, struct str slug, const struct story *story);

/*
 * Gives every story and residue of PAGE its id. The front matter's `id:` goes to the page's first
 * story. Of two stories that would have one id the second gets "-2" after it; PAGE's diags name
 * both.
 */
void ids_give(struct arena *keep, struct str slug, struct page *page, struct stories *stories);

/* The key of a name: its pinyin, or what it has of ASCII, and six hex digits of its hash. */
struct str person_key(struct arena *keep, const struct reference *reference, struct str name);

#endif
