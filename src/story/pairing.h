/* SPDX-License-Identifier: MIT */
/* Whether a headline is that of a body: evidence that adds up. */
#ifndef STORY_PAIRING_H
#define STORY_PAIRING_H

#include "story/bodies.h"

/* Where a headline stands by a body. */
enum position {
    POSITION_FAR,
    POSITION_BEFORE, /* right before its start */
    POSITION_AFTER,  /* right after its end */
};

/* A headline and a body that it may head. */
struct pairing {
    enum position position;
    double lead, all;           /* how much of the headline the body's lead, and all of it, cover */
    double best_lead, best_all; /* the most of it that any body's lead, any body, covers */
    bool photo;                 /* the body is a picture */
};

/* How a page places its headlines. */
struct placing {
    enum position side; /* POSITION_BEFORE or POSITION_AFTER their bodies */
    double share;       /* of all headlines that stand there, 0 to 1 */
};

enum position position_of(const struct units *units, const struct bodies *bodies,
                          const struct satellite *head, size_t body);

/* That the headline is the body's, in nats. */
double pairing_evidence(const struct pairing *pairing, const struct placing *placing);

#endif
