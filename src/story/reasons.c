/* SPDX-License-Identifier: MIT */
#include "story/reasons.h"

#include "page/wordlist.h"
#include "story/measures.h"

/* Each measure's words by its name, so that one without words, or words without one, do not
   compile. What speaks against a link is said in the same words where there are no others. */
#define WORDS(name, about, speaking_for, against)  \
    static const char for_##name[] = speaking_for; \
    static const char against_##name[] = against;  \
    enum { about_##name = ASPECT_##about };
#include "story/evidence_words.inc"
#undef WORDS

/* A row of evidence.inc, with its words. */
struct row {
    double weight[BEFORE_STARTS];
    double (*measure)(const struct link *link);
    const char *name, *speaking_for, *against;
};

static const struct row rows[MEASURE_COUNT] = {
#define MEASURE(name, open, closed, head) \
    {{open, closed, head}, measure_##name, #name, for_##name, against_##name},
#include "story/evidence.inc"
#undef MEASURE
};

double link_reasons(struct arena *keep, const struct link *link, struct reasons *reasons)
{
    double sum = 0.0;
    for (size_t i = 0; i < MEASURE_COUNT; i++) {
        double weight = rows[i].weight[link->kind];
        double nats = weight != 0.0 ? weight * rows[i].measure(link) : 0.0;
        sum += nats;
        if (nats != 0.0)
            vec_push(keep, reasons, (struct reason){(enum measure)i, nats});
    }
    return sum;
}

const char *measure_name(enum measure measure)
{
    return rows[measure].name;
}

const char *reason_words(const struct reason *reason)
{
    const struct row *row = &rows[reason->measure];
    return reason->nats < 0.0 && *row->against ? row->against : row->speaking_for;
}

enum aspect reason_aspect(enum measure measure)
{
    switch (measure) {
#define MEASURE(name, open, closed, head) \
    case MEASURE_##name:                  \
        return (enum aspect)about_##name;
#include "story/evidence.inc"
#undef MEASURE
    case MEASURE_COUNT:
        break;
    }
    return ASPECT_USUAL;
}

const char *aspect_words(enum aspect aspect)
{
    static const char *const words[ASPECT_COUNT] = {
        [ASPECT_USUAL] = "before anything is looked at",
        [ASPECT_PLACE] = "where it stands",
        [ASPECT_HEAD] = "what the headline is like",
        [ASPECT_ANSWER] = "how headline and text answer to each other",
        [ASPECT_SEAM] = "how the sentence goes on",
        [ASPECT_SENSE] = "what both speak of",
        [ASPECT_MANNER] = "how it begins and how the other ends",
        [ASPECT_SETTING] = "how it is set",
    };
    return words[aspect];
}

double reasons_of_aspect(const struct reasons *reasons, enum aspect aspect)
{
    double sum = 0.0;
    for (size_t i = 0; i < reasons->len; i++)
        if (reason_aspect(reasons->at[i].measure) == aspect)
            sum += reasons->at[i].nats;
    return sum;
}

const struct reason *reasons_strongest(const struct reasons *reasons, enum aspect aspect, int sign)
{
    const struct reason *best = NULL;
    for (size_t i = 0; i < reasons->len; i++) {
        const struct reason *reason = &reasons->at[i];
        if (reason_aspect(reason->measure) == aspect && sign * reason->nats > 0.0 &&
            (!best || sign * reason->nats > sign * best->nats))
            best = reason;
    }
    return best;
}
