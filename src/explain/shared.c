/* SPDX-License-Identifier: MIT */
#include "explain/shared.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"

enum {
    SHOWN = 3,
    CHARS_MOST = 6,        /* of a run: what is longer is a sentence that stands twice */
    TEXT_BYTES = 3 * 1200, /* of a text that is looked at */
};

/* A run of characters that both texts have. */
struct run {
    struct str text;
    double weight; /* how rare its pairs of characters are on the page */
};

struct runs VEC_OF(struct run);

/* The longest run at AT of A that stands in B too. */
static struct str run_at(struct str a, size_t at, struct str b)
{
    size_t end = at;
    struct utf8 c = utf8_at(a, at);
    for (size_t chars = 0; c.len && chars < CHARS_MOST && utf8_is_han(c.code); chars++) {
        if (!str_has(b, str_slice(a, at, c.at + c.len)))
            break;
        end = c.at + c.len;
        c = utf8_next(a, c);
    }
    return str_slice(a, at, end);
}

/* How much a run says: its rarest pair of characters, by inverse document frequency, and a little
   for its length. */
static double weight_of(const struct cohesion *cohesion, size_t blocks, struct str run)
{
    double most = 0.0;
    struct utf8 before = utf8_first(run);
    for (struct utf8 c = utf8_next(run, before); c.len; before = c, c = utf8_next(run, c)) {
        size_t with = cohesion_blocks_with(cohesion, before.code, c.code);
        double weight = with ? log((double)(blocks + 1) / (double)with) : 0.0;
        most = fmax(most, weight);
    }
    return most + 0.2 * (double)utf8_count(run);
}

static bool is_new(const struct runs *runs, struct str run)
{
    for (size_t i = 0; i < runs->len; i++)
        if (str_has(runs->at[i].text, run))
            return false;
    return true;
}

static int by_weight(const void *a, const void *b)
{
    const struct run *x = a, *y = b;
    if (x->weight > y->weight || x->weight < y->weight)
        return x->weight > y->weight ? -1 : 1;
    return str_cmp(x->text, y->text);
}

struct str shared_words(struct arena *scratch, const struct cohesion *cohesion, size_t blocks,
                        struct str a, struct str b)
{
    struct runs runs = {0};
    a = str_slice(a, 0, TEXT_BYTES);
    b = str_slice(b, 0, TEXT_BYTES);
    for (size_t at = 0; at < a.len;) {
        struct str run = run_at(a, at, b);
        if (utf8_count(run) > 1 && is_new(&runs, run))
            vec_push(scratch, &runs, (struct run){run, weight_of(cohesion, blocks, run)});
        at += run.len ? run.len : utf8_at(a, at).len;
    }
    if (runs.len)
        qsort(runs.at, runs.len, sizeof *runs.at, by_weight);
    struct str words = STR_NONE;
    for (size_t i = 0; i < runs.len && i < SHOWN; i++)
        words = str_format(scratch, "%.*s%s%.*s", STR_FMT(words), i ? ", " : "",
                           STR_FMT(runs.at[i].text));
    return words;
}
