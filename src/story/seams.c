/* SPDX-License-Identifier: MIT */
#include "story/seams.h"

#include "base/utf8.h"
#include "page/pairs.h"

#define RUN_MOST 4

struct seams {
    struct arena *scratch;
    const struct passage *at; /* those whose runs count … */
    size_t len;
    bool counted; /* … and have been counted: most pages have no seam to ask for */
    struct pair_counts runs;
};

/* N characters as a key. */
static uint64_t key_of(const uint32_t *chars, size_t n)
{
    uint64_t key = n;
    for (size_t i = 0; i < n; i++)
        key = (key ^ chars[i]) * UINT64_C(0x9e3779b97f4a7c15);
    return key;
}

static void count_text(struct seams *seams, struct str text, uint32_t group)
{
    uint32_t last[RUN_MOST] = {0};
    size_t run = 0;
    for (struct utf8 c = utf8_first(text); c.len && c.at < PAIRS_MAX_BYTES;
         c = utf8_next(text, c)) {
        run = utf8_is_han(c.code) ? run + 1 : 0;
        for (size_t i = 1; i < RUN_MOST; i++)
            last[i - 1] = last[i];
        last[RUN_MOST - 1] = c.code;
        for (size_t n = 2; n <= RUN_MOST && n <= run; n++)
            pairs_add(seams->scratch, &seams->runs, key_of(last + RUN_MOST - n, n), group);
    }
}

static void count(struct seams *seams)
{
    for (size_t i = 0; i < seams->len; i++)
        count_text(seams, seams->at[i].block->text, (uint32_t)i + 1);
    seams->counted = true;
}

struct seams *seams_of(struct arena *scratch, const struct passages *passages, size_t from,
                       size_t to)
{
    struct seams *seams = ARENA_NEW(scratch, struct seams);
    *seams = (struct seams){.scratch = scratch, .at = passages->at + from, .len = to - from};
    return seams;
}

size_t seams_known(struct seams *seams, const struct passage *before, const struct passage *after,
                   size_t n)
{
    if (!seams->counted)
        count(seams);
    const struct han_run *last = &before->last, *first = &after->first;
    size_t most = 0;
    for (size_t k = 1; k < n; k++) { /* k characters before the seam */
        uint32_t run[RUN_MOST];
        if (k > last->len || n - k > first->len)
            continue;
        for (size_t i = 0; i < n; i++)
            run[i] = i < k ? last->at[last->len - k + i] : first->at[i - k];
        size_t known = pairs_groups(&seams->runs, key_of(run, n));
        most = known > most ? known : most;
    }
    return most;
}
