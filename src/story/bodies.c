/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#include "story/texts.h"

#define SURE_OF_FIRST 6.0 /* evidence that a page's first text begins a body */
#define SURE_OF_PHOTO 4.0

static void begin_body(struct arena *scratch, struct bodies *bodies, size_t unit, bool photo,
                       double sure)
{
    vec_push(scratch, bodies,
             (struct body){.first = unit, .last = unit, .photo = photo, .sure = sure});
}

static void add_unit(struct bodies *bodies, struct units *units, size_t unit)
{
    units->at[unit].body = bodies->len - 1;
    bodies->at[bodies->len - 1].last = unit;
}

static void find_texts(struct arena *scratch, struct units *units, struct bodies *bodies)
{
    struct texts texts = texts_of(scratch, units);
    for (size_t i = 0; i < texts.len; i++) {
        struct unit *unit = &units->at[texts.unit[i]];
        unit->sure = i ? boundary_evidence(&texts.at[i]) + unit->asked : SURE_OF_FIRST;
        if (unit->sure > 0.0)
            begin_body(scratch, bodies, texts.unit[i], false, unit->sure);
        add_unit(bodies, units, texts.unit[i]);
    }
}

static void find_photos(struct arena *scratch, struct units *units, struct bodies *bodies)
{
    for (size_t u = 0; u < units->len; u++) {
        if (!units->at[u].photo)
            continue;
        if (units->at[u].opens || units->at[u].block->role == ROLE_CAPTION)
            begin_body(scratch, bodies, u, true, SURE_OF_PHOTO);
        add_unit(bodies, units, u);
    }
}

struct bodies bodies_find(struct arena *scratch, struct units *units)
{
    struct bodies bodies = {0};
    find_texts(scratch, units, &bodies);
    find_photos(scratch, units, &bodies);
    return bodies;
}
