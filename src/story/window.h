/* SPDX-License-Identifier: MIT */
/* What is linked together at once: ends of passages and headlines with starts. */
#ifndef STORY_WINDOW_H
#define STORY_WINDOW_H

#include "story/evidence.h"
#include "story/links.h"

#define WINDOW_OTHERS 96 /* pictures and doubtful passages in a window */

/* What an end and a start are to each other. */
struct pairing {
    bool candidate;
    double common, chars, near_common; /* evidence.h */
};

struct usual;

/* What is linked together: passages and headlines from FROM to TO with passages from FROM to LAST.
 */
struct window {
    const struct passages *passages;
    const struct links *links;
    bool *hopeless; /* links that are not weighed again, ends in rows, starts in columns; or NULL */
    size_t from, to, last;
    bool below; /* headlines are taken to stand below their texts, not above */
    struct seams *seams;
    size_t *ends, *heads, *starts; /* passages, headings, passages */
    size_t ends_len, heads_len, starts_len;
    struct pairing *pairings;            /* ends in rows, starts in columns */
    double *best_of_end, *best_of_start; /* common */
    double *weight;                      /* of ends in rows, starts in columns */
    struct usual *usual;
    const struct answer *answers; /* headlines in rows, starts in columns */
    double *claimed;              /* by start: evidence.h */
};

/* What an end speaks of, spread out. */
struct spoken {
    struct weights around, alone; /* words and characters around it; its own words */
};

/* Room to spread out what the ends of PASSAGES speak of. Lives in SCRATCH. */
struct spoken spoken_room(struct arena *scratch, const struct passages *passages);

/* The window that begins with passage FROM of those that LINKS leaves free. */
struct window window_at(const struct passages *passages, const struct links *links, size_t from);

/* Fills in what is linked in a window: it lives in WORK. */
void window_open(struct arena *work, struct window *window, struct spoken *spoken);

/* Holds headlines against starts, as the window says that they stand: above or below. */
void window_answer(struct arena *work, struct window *window);

/* Whether row R, ends and then headlines, may be linked to column C, and the link. */
bool window_may_link(const struct window *window, size_t r, size_t c);
struct link window_link(const struct window *window, size_t r, size_t c);

#endif
