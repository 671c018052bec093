/* SPDX-License-Identifier: MIT */
/* A story as an item of a list. */
#ifndef SITE_VIEW_VIEW_ENTRY_H
#define SITE_VIEW_VIEW_ENTRY_H

#include "site/site.h"
#include "site/view/when.h"
#include "template/value.h"

struct entry_view {
    const struct site *site;
    const struct entry *entry;
    bool date_said;         /* the list's heading says all that is known of the date */
    const void *place_said; /* the county or region that the page is about; NULL: none */
};

/* The view as a value; see entry_fields for what it has. *VIEW is borrowed. */
struct value view_entry(const struct entry_view *view);

/* A story by itself, of which more than a list shows is not to be seen. */
struct value entry_item(struct arena *scratch, const struct site *site, const struct entry *entry);

/* A list of stories under a heading that says the date HEADING; NULL: it says none. The array is
   borrowed. */
struct value view_entries(struct arena *scratch, const struct site *site,
                          const struct entry *const *at, size_t len, const struct when *heading);

extern const struct value_type entry_type;

/* The first CHARS characters of the text or caption of ENTRY's story, of which there are
   STANDFIRST_CHARS at most (archive/standfirst.h). In KEEP, or borrowed. */
struct str entry_standfirst(struct arena *keep, const struct archive *archive,
                            const struct entry *entry, size_t chars);

/* Those who sign a story, in order, each once, without editors. */
struct strs entry_signers(struct arena *keep, const struct story *story);

/* The names of a story's counties and regions but for EXCEPT, a place of the gazetteer; it may be
   NULL. */
struct strs entry_places(struct arena *keep, const struct entry *entry, const void *except);

#endif
