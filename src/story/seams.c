/* SPDX-License-Identifier: MIT */
#include "story/seams.h"

#include "base/utf8.h"
#include "page/pairs.h"

#define RUN_MOST 4

struct seams {
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

static void count_text(struct arena *scratch, struct seams *seams, struct str text, uint32_t group)
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
            pairs_add(scratch, &seams->runs, key_of(last + RUN_MOST - n, n), group);
    }
}

const struct seams *seams_of(struct arena *scratch, const struct passages *passages, size_t from,
                             size_t to)
{
    struct seams *seams = ARENA_NEW(scratch, struct seams);
    for (size_t i = from; i < to; i++)
        count_text(scratch, seams, passages->at[i].block->text, (uint32_t)(i - from) + 1);
    return seams;
}

size_t seams_known(const struct seams *seams, const struct passage *before,
                   const struct passage *after, size_t n)
{
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
