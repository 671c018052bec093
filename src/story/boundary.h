/* SPDX-License-Identifier: MIT */
/* Whether one story ends between two texts and another begins: evidence that adds up. */
#ifndef STORY_BOUNDARY_H
#define STORY_BOUNDARY_H

#include "story/units.h"

/* What stands right before a text's start, or right after its end, on the page. */
struct between {
    bool headline, byline, sign_off, jump, residue;
    double lean; /* of the headline */
};

/* The place between two texts that follow each other in the row. */
struct boundary {
    const struct unit *end, *start;
    const struct between *after, *before; /* after the end, before the start */
    bool interrupted;                     /* a picture, a placeholder or furniture stands between */
    bool brief;                           /* one of the sides is one text between walls */
    bool wall;     /* there is a boundary here, whatever the words around say */
    double common; /* how much the texts on both sides have in common, 0 to 1 … */
    double apart;  /* … less than elsewhere on the page, in standard deviations … */
    double depth;  /* … and less than at the places next to it */
    double size;   /* how many words the shorter side has, as a logarithm */
    double pull;   /* how well a headline from elsewhere on the page fits what starts here */
    double expect; /* headlines a text on this page, as a logarithm */
};

/* For a boundary, in nats; there is one where it is above 0. */
double boundary_evidence(const struct boundary *at);

/* The part of it that comes from headlines, bylines, signatures and the like, not from words. */
double boundary_marks(const struct boundary *at);

#endif
