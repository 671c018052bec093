/* SPDX-License-Identifier: MIT */
/* Which places a text speaks of, as support for what a name that several bear means. */
#ifndef ENRICH_PLACE_NOTES_H
#define ENRICH_PLACE_NOTES_H

#include "enrich/place_names.h"

/* How it speaks of them; flags. */
enum place_note {
    NOTE_NAMED = 1,  /* by name */
    NOTE_COUNTY = 2, /* by one of their counties */
    NOTE_PAPER = 4,  /* in the newspaper's name or the page's furniture */
};

struct place_notes {
    const struct gazetteer *gazetteer;
    unsigned char *counties, *prefectures, *provinces; /* flags, by their place in the gazetteer */
};

struct place_notes place_notes_new(struct arena *keep, const struct gazetteer *gazetteer);
void place_notes_reset(struct place_notes *notes);

/* Notes a place that is named; a prefecture speaks for its province too. Names of counties and
   townships are not noted: which county is meant is another matter. */
void place_notes_add(struct place_notes *notes, const struct place_name *name,
                     enum place_note note);
void place_notes_add_county(struct place_notes *notes, const struct county *county,
                            enum place_note note);

/* Whether COUNTY itself was noted so; PREFECTURE or one of its counties. */
bool place_notes_county(const struct place_notes *notes, const struct county *county,
                        enum place_note note);
bool place_notes_prefecture(const struct place_notes *notes, const struct prefecture *prefecture,
                            enum place_note note);

/* 1: COUNTY's prefecture was noted so, or its municipality; 0.25: only its province; 0: neither. */
double place_notes_share(const struct place_notes *notes, const struct county *county,
                         enum place_note note);

#endif
