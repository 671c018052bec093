/* SPDX-License-Identifier: MIT */
/*
 * Where a text begins to speak of other things (话题转换): how much likelier the characters of what
 * goes before and of what comes after are as two texts than as one. Each text is a draw from a
 * Dirichlet compound multinomial around the language's own frequencies (Eisenstein and Barzilay
 * 2008).
 */
#ifndef STORY_SHIFTS_H
#define STORY_SHIFTS_H

#include "story/cohesion.h"

/* A place between two passages of a text. */
struct shift {
    double nats; /* for two texts, against one … */
    double lead; /* … and by how much that is more than anywhere else in the text, and than 0 */
    double shorter; /* characters of the shorter side; 0: nothing goes before */
};

/* Counts of characters, by their numbers. */
struct shift_room {
    double *before, *after;
};

/* Room for texts of the page whose characters have been read so far. Lives in SCRATCH. */
struct shift_room shift_room(struct arena *scratch, const struct cohesion *cohesion);

/* SHIFTS[I] is the place before passage I of a text of LEN passages, whose characters are CHARS,
   read before ROOM was made; the first is empty. ROOM is all 0 before and after. Takes time linear
   in the text's length. */
void shifts_find(struct shift_room *room, const struct pairs *const *chars, size_t len,
                 struct shift *shifts);

#endif
