/* SPDX-License-Identifier: MIT */
#include "site/view/note.h"

#include "site/view/field.h"

struct sentence *note_add(struct arena *scratch, struct notes *notes)
{
    vec_push(scratch, notes, (struct note){0});
    return &notes->at[notes->len - 1].said;
}

FIELD(note_said, note, sentence_value(scratch, &view->said))

static const struct value_field note_fields[] = {
    {"said", "its words, a list of runs", note_said},
    {0},
};

const struct value_type note_type = {.name = "note", .fields = note_fields};

struct value notes_value(struct arena *scratch, const struct notes *notes)
{
    return value_vec(scratch, &note_type, notes);
}
