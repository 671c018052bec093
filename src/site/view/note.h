/* SPDX-License-Identifier: MIT */
/* Notes (按语): what the archive has to say of a story or a page, a sentence or two each. */
#ifndef SITE_VIEW_NOTE_H
#define SITE_VIEW_NOTE_H

#include "site/view/sentence.h"

struct note {
    struct sentence said;
};

struct notes VEC_OF(struct note);

/* A new note, to be said something in before the next is added. */
struct sentence *note_add(struct arena *scratch, struct notes *notes);

/* A list of notes. *NOTES is borrowed. */
struct value notes_value(struct arena *scratch, const struct notes *notes);

extern const struct value_type note_type;

#endif
