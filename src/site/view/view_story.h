/* SPDX-License-Identifier: MIT */
/* The subject of a story's page, and what its fields are made of. */
#ifndef SITE_VIEW_VIEW_STORY_H
#define SITE_VIEW_VIEW_STORY_H

#include "site/view/view.h"

/* A story as its own page shows it. */
struct story_view {
    const struct site *site;
    const struct entry *entry;
};

extern const struct value_type story_type;
struct value story_subject(struct arena *scratch, const struct view *view);

/* The other printings of the story that its page names, in KEEP: twelve at most, those nearest to
   it in the archive's order. */
struct entries story_printings(struct arena *keep, const struct entry *entry);

/* Where it stands on its source page: its first piece. */
struct str story_on_page(struct arena *scratch, const struct story_view *view);

/* Who signs, in groups (view_bylines.c). */
extern const struct value_type byline_group_type;
struct value bylines_value(struct arena *scratch, const struct site *site,
                           const struct story *story);

/* Its counties, prefectures and provinces, a list of runs; nothing if it has none (view_places.c).
 */
struct value places_value(struct arena *scratch, const struct strings *strings,
                          const struct story *story);

/* The story's text, block by block (view_body.c). */
extern const struct value_type body_block_type, block_is_type;
struct value body_value(struct arena *scratch, const struct story *story);

/* What the archive has to say of it, one sentence each (view_notes.c). */
struct value story_notes(struct arena *scratch, const struct story_view *view);

/* What its counties, topics and date were inferred from (view_evidence.c). */
extern const struct value_type finding_type, quote_type;
struct value story_evidence(struct arena *scratch, const struct story_view *view);

/* What machines read in its page's head: <meta> elements, and a script with JSON-LD; TITLE is its
   headline, in brackets where it was made for it (view_meta.c). */
extern const struct value_type meta_type;
struct value story_metas(struct arena *scratch, const struct story_view *view, struct str title);
struct value story_json_ld(struct arena *scratch, const struct story_view *view, struct str title);

/* Its citations, ready to copy (view_citation.c). */
extern const struct value_type citation_type;
struct value story_citations(struct arena *scratch, const struct story_view *view);

#endif
