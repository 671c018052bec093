/* SPDX-License-Identifier: MIT */
/*
 * Sentences: messages whose slots hold more than text, as in "署名 {people}" with a link.
 *
 * A sentence is a list of runs. What a run is says the code, how that looks says the template,
 * which repeats over the runs.
 */
#ifndef SITE_VIEW_SENTENCE_H
#define SITE_VIEW_SENTENCE_H

#include "base/vec.h"
#include "site/strings.h"
#include "site/view/when.h"

struct sentence;

struct run {
    struct str text;
    struct str href;             /* where it leads, below public/; empty: nowhere */
    struct str iso;              /* of a date; empty: it is none, or not known */
    bool strong;                 /* a figure that the sentence is about */
    bool supplied;               /* an inferred date, or that it is not known */
    bool evidence;               /* words of the newspaper, as evidence */
    bool on_page;                /* about a place on a source page */
    const struct sentence *many; /* in a slot: all these runs instead; else NULL */
};

struct sentence VEC_OF(struct run);

/* What the slot {NAME} of a message is filled with. */
struct slot {
    const char *name;
    struct run run;
};

/* Appends the message of KEY:
   sentence_say(arena, &sentence, strings, "deck-stories", {"n", run_count(arena, 8)}). */
#define sentence_say(keep, sentence, strings, key, ...) \
    sentence_say_all((keep), (sentence), (strings), (key), (const struct slot[]){__VA_ARGS__, {0}})

/* The same; SLOTS ends with one without a name, or is NULL. */
void sentence_say_all(struct arena *keep, struct sentence *sentence, const struct strings *strings,
                      const char *key, const struct slot *slots);

/* The sentence as plain text, in KEEP; what is supplied stands in the brackets of STRINGS. */
struct str sentence_text(struct arena *keep, const struct strings *strings,
                         const struct sentence *sentence);

struct run run_text(struct str text);
struct run run_number(struct arena *keep, size_t number);
struct run run_strong(struct arena *keep, size_t number);
struct run run_when(struct arena *keep, const struct when *when);

/* For a slot that takes several runs; borrowed. */
struct run run_many(const struct sentence *many);

/* RUN with a link. */
struct run run_linked(struct run run, struct str href);

/* A list of runs, with the fields of struct run. *SENTENCE is borrowed. */
struct value sentence_value(struct arena *scratch, const struct sentence *sentence);

extern const struct value_type run_type;

#endif
