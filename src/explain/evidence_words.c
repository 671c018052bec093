/* SPDX-License-Identifier: MIT */
#include "explain/evidence_words.h"

#include <math.h>
#include <stdlib.h>

enum { SHOWN = 3 };     /* aspects on each side, in short */
#define SHOWN_LEAST 0.8 /* nats: less is not worth words of its own */

/* What one aspect says of a link. */
struct said {
    enum aspect aspect;
    double nats;
};

static int by_size(const void *a, const void *b)
{
    const struct said *x = a, *y = b;
    double left = fabs(x->nats), right = fabs(y->nats);
    if (left > right || left < right)
        return left > right ? -1 : 1;
    return (int)x->aspect - (int)y->aspect;
}

/* What all aspects say, those that say most first. */
static void say_aspects(const struct reasons *reasons, struct said *said)
{
    for (size_t i = 0; i < ASPECT_COUNT; i++)
        said[i] = (struct said){(enum aspect)i, reasons_of_aspect(reasons, (enum aspect)i)};
    qsort(said, ASPECT_COUNT, sizeof *said, by_size);
}

/* An aspect in words: what can be shown of the two texts, or the measure that says most. */
static struct str words_for(struct arena *scratch, const struct reasons *reasons,
                            const struct said *said, const struct link_words *words)
{
    bool against = said->nats < 0.0;
    const struct reason *reason = reasons_strongest(reasons, said->aspect, against ? -1 : 1);
    if (said->aspect == ASPECT_SEAM && words->seam.len)
        return str_format(scratch, "the sentence %s %.*s",
                          against ? "does not read on:" : "reads on:", STR_FMT(words->seam));
    if (said->aspect == ASPECT_SENSE && words->shared.len && !against)
        return str_format(scratch, "both have %.*s", STR_FMT(words->shared));
    if (said->aspect == ASPECT_USUAL && words->kind == AFTER_OPEN && !against)
        return STR("a sentence that breaks off goes on somewhere");
    if (said->aspect == ASPECT_USUAL && words->kind == AFTER_HEAD && against)
        return STR("most texts are of other headlines");
    return reason ? str_of(reason_words(reason)) : str_of(aspect_words(said->aspect));
}

/* ---- in short */

struct str reasons_main(struct arena *scratch, const struct reasons *reasons,
                        const struct link_words *words)
{
    struct said said[ASPECT_COUNT];
    say_aspects(reasons, said);
    for (size_t i = 0; i < ASPECT_COUNT; i++)
        if (said[i].nats > 0.0 && said[i].aspect != ASPECT_USUAL)
            return words_for(scratch, reasons, &said[i], words);
    return STR_NONE;
}

/* What speaks for (SIGN 1) or against the link, on a line; *REST: what is not said. */
static struct str side_of(struct arena *scratch, const struct reasons *reasons, int sign,
                          const struct link_words *words, double *rest)
{
    struct said said[ASPECT_COUNT];
    struct str line = STR_NONE;
    size_t shown = 0;
    say_aspects(reasons, said);
    for (size_t i = 0; i < ASPECT_COUNT; i++) {
        if (sign * said[i].nats <= 0.0)
            continue;
        if (shown == SHOWN || fabs(said[i].nats) < SHOWN_LEAST) {
            *rest += said[i].nats;
            continue;
        }
        struct str part = words_for(scratch, reasons, &said[i], words);
        line = str_format(scratch, "%.*s%s%.*s %+.1f", STR_FMT(line), shown++ ? "; " : "",
                          STR_FMT(part), said[i].nats);
    }
    return line;
}

static void tell_side(struct speech *speech, size_t indent, const char *side, struct str line,
                      double rest)
{
    bool more = fabs(rest) >= 0.05;
    struct str all =
        more ? str_format(speech->scratch, "%sall else %+.1f", line.len ? "; " : "", rest)
             : STR_NONE;
    if (line.len || more)
        say(speech, indent, "%s: %.*s%.*s", side, STR_FMT(line), STR_FMT(all));
}

/* ---- in full */

static void tell_measures(struct speech *speech, size_t indent, const struct reasons *reasons,
                          const struct link_words *words)
{
    struct said said[ASPECT_COUNT];
    say_aspects(reasons, said);
    for (size_t i = 0; i < ASPECT_COUNT; i++) {
        if (fabs(said[i].nats) <= 0.0)
            continue;
        say(speech, indent, "%+.2f %s", said[i].nats, aspect_words(said[i].aspect));
        for (size_t k = 0; k < reasons->len; k++)
            if (reason_aspect(reasons->at[k].measure) == said[i].aspect)
                say(speech, indent + 4, "%+.2f %s: %s", reasons->at[k].nats,
                    measure_name(reasons->at[k].measure), reason_words(&reasons->at[k]));
    }
    if (words->seam.len)
        say(speech, indent, "where they meet: %.*s", STR_FMT(words->seam));
    if (words->shared.len)
        say(speech, indent, "both have %.*s", STR_FMT(words->shared));
}

void reasons_tell(struct speech *speech, size_t indent, const struct reasons *reasons,
                  const struct link_words *words)
{
    double rest_for = 0.0, rest_against = 0.0;
    if (speech->full) {
        tell_measures(speech, indent, reasons, words);
        return;
    }
    struct str speaks_for = side_of(speech->scratch, reasons, 1, words, &rest_for);
    struct str against = side_of(speech->scratch, reasons, -1, words, &rest_against);
    tell_side(speech, indent, "for", speaks_for, rest_for);
    tell_side(speech, indent, "against", against, rest_against);
}
