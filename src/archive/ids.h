/* SPDX-License-Identifier: MIT */
/* Names that stay: of pages, of stories, of people. All are lower-case ASCII. */
#ifndef ARCHIVE_IDS_H
#define ARCHIVE_IDS_H

#include "story/story.h"

/* The slug of a page: its path without ".txt", folders and all, in lower-case ASCII letters, digits
   and '-'; Han characters become pinyin. What is too long, or would be empty, ends in a hash of the
   whole path, so that paths that differ have slugs that differ in all but contrived cases. */
struct str page_slug(struct arena *keep, struct str path);

/* SLUG-XXXXXX, the six hex digits from a hash of the first 32 characters of the body that are not
   blank: it stays when another story on the page is split better. */
struct str story_id(struct arena *keep, struct str slug, const struct story *story);

/* The key of a name: its pinyin, or what it has of ASCII, and four hex digits of its hash. */
struct str person_key(struct arena *keep, struct str name);

#endif
