/* SPDX-License-Identifier: MIT */
/* Whether a passage begins where another ends, or under a headline: evidence that adds up. */
#ifndef STORY_EVIDENCE_H
#define STORY_EVIDENCE_H

#include "base/buf.h"
#include "story/answers.h"
#include "story/seams.h"

/* What goes before a start. */
enum before_start {
    AFTER_OPEN,   /* a passage whose sentence is open */
    AFTER_CLOSED, /* one whose sentence is closed */
    AFTER_HEAD,   /* a headline: the start begins its story */
    BEFORE_STARTS
};

/* A passage, and another or a headline that it may follow. */
struct link {
    const struct passages *passages;
    struct seams *seams;
    enum before_start kind;
    const struct passage *end, *start; /* end: empty where it is a headline */
    const struct heading *head;        /* NULL: it is none */
    size_t near;   /* the start beside which the headline stands, or PASSAGE_NONE */
    bool next;     /* the start is the next passage on the page, or right below the headline */
    double common; /* how much what goes before and what comes after have in common, 0 to 1 … */
    double chars;  /* … by their characters … */
    double near_common;   /* … and the two passages alone … */
    double best_of_end;   /* … and the most that the end has with any start … */
    double best_of_start; /* … and the start with any end */
    double gain,
        rough;       /* of the words across the seam, in nats and in nats a character (lexicon.h) */
    double known[3]; /* runs of 2, 3 and 4 characters across it, elsewhere (seams.h): ln(1 + n) */
    struct answer answer; /* of the text to the headline */
    double claimed;       /* the most that a headline has of the start, 0 to 1: answers.h */
    double apart, depth;  /* how far common is below what is usual on the page, and below what it is
                             beside it, in  standard deviations */
    bool brief;           /* one passage between two places where a story may begin */
};

/* Sets gain, rough and known of a link of two passages; gain is 0 where the end is closed. */
void link_read_seam(struct link *link);

/* For the link, in nats: it is likelier than not where it is above 0. */
double link_evidence(const struct link *link);

/* Appends what was measured, or the measures' names where LINK is NULL. */
void link_dump(struct buf *out, const struct link *link);

#endif
