/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#define SURE_OF_PHOTO 4.0

struct bodies bodies_find(struct arena *scratch, struct units *units)
{
    struct bodies bodies = {0};
    for (size_t u = 0; u < units->len; u++) {
        struct unit *unit = &units->at[u];
        if (unit->opens || unit->block->role == ROLE_CAPTION)
            vec_push(scratch, &bodies,
                     (struct body){.first = u,
                                   .photo = unit->photo,
                                   .head = unit->head,
                                   .sure = unit->photo ? SURE_OF_PHOTO : unit->sure});
        unit->body = bodies.len - 1;
        bodies.at[bodies.len - 1].last = u;
    }
    return bodies;
}
