/* SPDX-License-Identifier: MIT */
/* A page's texts in one row, as they stand on the page, and what stands between them. */
#ifndef STORY_PASSAGES_H
#define STORY_PASSAGES_H

#include "page/lexicon.h"
#include "story/shifts.h"

#define PASSAGE_NONE SIZE_MAX

#define GAP_WIDE 3 /* blank lines that say something */

/* How much must speak for a cut inside a block, in nats: on a page that seems whole, and on one
   where texts lack their ends or starts. */
#define CUT_SHY -4.0
#define CUT_BOLD -5.0

/* What stands between a passage and the one before it. */
struct between {
    bool headline, byline;  /* of what follows */
    double lean;            /* of the headline: how sure it is that it is one */
    size_t chars;           /* … and its length */
    bool sign_off, jump_to; /* of what goes before */
    bool jump_from;         /* of what follows */
    bool photo, residue;    /* a caption or a credit; furniture */
    bool column;            /* a column's name: 简讯 */
};

/* The words, characters and places of passages that belong together. */
struct around {
    struct pairs words, chars, places;
    size_t passages; /* how many */
};

/* A block of running text (段): what stories' bodies are made of. */
struct passage {
    const struct block *block;
    size_t at; /* its place among the page's blocks */
    struct between before;
    bool open;                       /* its sentence does not end */
    bool parted;                     /* from the passage before it: one block until then */
    bool inside;                     /* it begins inside a sentence, to all appearance */
    bool signs;                      /* its last words sign a story */
    bool report, lead, sequel;       /* how it begins … */
    bool speaks;                     /* … with somebody who speaks: 记者：, 何佩兰： … */
    uint32_t mark;                   /* … with a mark: ▲, ●, ①; 0: none */
    bool scene, season;              /* what its first clause names (manner.h) */
    bool closing, outlook;           /* how it ends; it looks ahead */
    bool wide_commas, narrow_commas; /* ， and , */
    int quotes_open, quotes_unopened; /* marks that it opens, and closes, alone */
    uint32_t first_char, last_char;
    bool numbered;                    /* it begins as an item of a list does: 2. */
    double short_clause;              /* how short its first clause is: manner.h */
    size_t first_clause, last_clause; /* their characters: manner.h */
    double initial;             /* of its first character: lexicon.h; 0: it is no Han character */
    struct han_run first, last; /* characters at its ends */
    struct around own;          /* its words, characters, places … */
    const struct around *back, *forth; /* … and those of what surely goes before and with it, or
                                          after and with it */
    size_t prior;   /* the one before it of those that surely belong together; PASSAGE_NONE: it is
                       the first */
    size_t opening; /* the first of them */
    struct shift shift; /* of what is spoken of, between that one and it */
    bool picture;       /* a caption: no text, but a headline may head it */
    bool doubtful;      /* a heading that may be a text's end */
    double place;       /* in the row: 0, 1 …; a doubtful one's is between two */
};

/* A headline, with what stands under it before any text. */
struct heading {
    size_t at;          /* its place among the page's blocks */
    struct pairs chars; /* of the headline and its subtitles */
    size_t chars_len;   /* characters of the headline */
    double lean;        /* how sure it is that it is one */
    bool byline;        /* a byline stands under it … */
    bool crowded;       /* … or another headline, which stands above a text */
    bool heaped;        /* another headline stands right above it */
    size_t heap;        /* how many headlines stand above each other there, with it, bylines or not
                           between them */
    size_t above;       /* the passage or picture that it stands right above; PASSAGE_NONE: none */
    size_t below;       /* the first passage of the text that it stands right below, likewise */
    double place;       /* in the row of passages: between two */
};

#define HEADING_NONE SIZE_MAX

struct headings VEC_OF(struct heading);

/* Whether more headlines stand there than a kicker and its headline. */
#define HEAP_OF_KICKER 2
static inline bool heading_in_heap(const struct heading *heading)
{
    return heading->heap > HEAP_OF_KICKER;
}

/* Rows of more passages than this are taken in windows. */
#define PASSAGES_TOGETHER 256

/* A page of more passages than this is put together by what stands near. */
#define PASSAGES_WHOLE 2048

struct trail;

struct passages {
    struct passage *at;
    size_t len, cap;
    size_t row; /* how many are neither pictures nor doubtful: they come first */
    struct headings headings;
    const struct cohesion *cohesion; /* of the page that they are on */
    const double **cuts;             /* by block: cuts_weigh() of running text */
    struct seams *seams;             /* of the row, where it is one window; else NULL */
    size_t elsewhere;    /* headings that stand above no text: texts somewhere begin without one */
    double wanted;       /* logarithm of how many they are to a passage … */
    double expected;     /* … and of how many all headings are */
    struct trail *trail; /* where the choices are recorded (trail.h), or NULL */
};

/* What a block is read as. */
enum reading {
    READ_APART,   /* no running text */
    READ_TEXT,    /* running text, of its role */
    READ_UNENDED, /* running text whose sentence goes on elsewhere, though it looks like a heading
                   */
};

/* How the blocks of PAGE are read by their roles. Lives in SCRATCH. */
enum reading *readings_of(struct arena *scratch, const struct page *page);

/* What passages are made of. */
struct source {
    const struct page *page;
    const struct cohesion *cohesion;
    const enum reading *readings;
    double cut; /* blocks are parted where the evidence for it is as much (cuts.h) */
    const struct passages *known; /* found in the same page, read otherwise, that need not be looked
                                     at again; NULL: none */
};

/*
 * The passages of a page in the page's order, then its pictures, then headings that might be texts.
 * They live in SCRATCH, pieces of parted blocks in KEEP; the page is borrowed, and so are the words
 * of those that are known.
 */
struct passages passages_of(struct arena *keep, struct arena *scratch, const struct source *source);

/* Takes for what surely goes before and after each passage what NEXT says: the passage read after
   each, or PASSAGE_NONE. Finds anew where the texts shift. */
void passages_regroup(struct arena *scratch, struct passages *passages, const size_t *next);

/* Drops the doubtful ones. */
void passages_settle(struct passages *passages);

/* Whether AFTER begins the list that BEFORE announces, or goes on with the one that BEFORE is of:
   特作如下规定：, and then 一、… or ●; 5月19日……；, and then 5月20日……. */
bool passage_opens_list(const struct passage *before, const struct passage *after);

/* Whether something about passage I makes it doubtful that it goes on with the one before it. */
bool passage_may_begin(const struct passages *passages, size_t i);

#endif
