/* SPDX-License-Identifier: MIT */
/*
 * The trail of the choices that put a page's stories together: what was weighed against what, for
 * `xianbao explain`. Whoever builds a site passes NULL along, and nothing is recorded.
 */
#ifndef STORY_TRAIL_H
#define STORY_TRAIL_H

#include "base/assign.h"
#include "story/heads.h"
#include "story/reasons.h"
#include "story/window.h"

/* A text that could go on or begin, as it was when the last choice was made. */
struct trail_text {
    struct block block;
    bool open;     /* its sentence does not end */
    bool parted;   /* from the text before it: one paragraph until then */
    bool picture;  /* a caption */
    bool doubtful; /* a heading that might be a text's end */
};

struct trail_texts VEC_OF(struct trail_text);

/* A link that was weighed. */
struct trail_link {
    bool weighed; /* false: it was out of the question */
    double score; /* in nats: the sum of … */
    struct reasons reasons;
};

#define TRAIL_NONE SIZE_MAX

/* What was chosen together: ends and headlines in rows, starts in columns. */
struct trail_window {
    size_t *ends, *heads, *starts; /* texts of the part, its headings, its texts */
    size_t ends_len, heads_len, starts_len;
    bool below;               /* headlines were taken to stand below their texts */
    struct trail_link *links; /* row by row */
    double *weight;           /* the same as they were chosen by: 0 for what would make a circle */
    struct assignment found;
};

struct trail_windows VEC_OF(struct trail_window);

/* A page, or a part of a long one. */
struct trail_part {
    struct trail_texts texts; /* passages in the page's order, then pictures, then doubtful ones */
    struct block *heads;      /* the headlines */
    size_t heads_len;
    struct trail_windows windows;
    size_t *next; /* by text: the one read after it, or TRAIL_NONE … */
    size_t *head; /* … and the headline that begins a story with it, or TRAIL_NONE */
};

struct trail_parts VEC_OF(struct trail_part);

/* A head, a byline or another piece that is no text, and why it is in a story or in none. */
struct trail_satellite {
    uint32_t start; /* where it stands on the page */
    enum head_why why;
    double nats; /* of HEAD_KICKERED: the evidence for it */
};

struct trail_satellites VEC_OF(struct trail_satellite);

struct trail {
    struct arena keep;       /* where all of it lives */
    const struct page *page; /* the part that is chosen on */
    struct trail_parts parts;
    struct trail_satellites satellites;
};

/* Begins a part of the page. The functions below record in the last part; a choice that is made
   anew replaces the one before. */
void trail_part_begin(struct trail *trail, const struct page *page);
void trail_choice_begin(struct trail *trail, const struct passages *passages);

/* Records what was weighed in WINDOW, by WEIGHT, and FOUND. */
void trail_window_add(struct trail *trail, const struct window *window, const double *weight,
                      const struct assignment *found);

/* Records what was chosen in all windows of PASSAGES. */
void trail_choice_end(struct trail *trail, const struct passages *passages,
                      const struct links *links);

/* Records why the page's satellites are where they are. */
void trail_heads_add(struct trail *trail, const struct satellites *satellites,
                     const struct heads *heads);

/* ---- looking on */

/* The rest of a choice for a page when one link of it may not be. */
struct trail_other {
    double loss; /* how much worse the whole is: 0 or more */
    size_t col;  /* what the row is linked to instead, or ASSIGN_NONE */
    size_t row;  /* what the column is linked to instead, or ASSIGN_NONE */
};

/* The best choice without the link that ROW has. Takes as long as the choice. */
struct trail_other trail_without(const struct trail_window *window, size_t row);

/* The likeliest link of a row, or of a column, other than NOT; ASSIGN_NONE: none was weighed. */
size_t trail_best_col(const struct trail_window *window, size_t row, size_t not_col);
size_t trail_best_row(const struct trail_window *window, size_t col, size_t not_row);

/* The row that has a column, or ASSIGN_NONE. */
size_t trail_row_of(const struct trail_window *window, size_t col);

static inline const struct trail_link *trail_link_at(const struct trail_window *window, size_t row,
                                                     size_t col)
{
    return &window->links[row * window->starts_len + col];
}

#endif
