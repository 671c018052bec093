/* SPDX-License-Identifier: MIT */
#include "page/bigrams.h"

#include "base/search.h"
#include "page/bigrams_table.h"

#define STEP 0.75 /* nats between two levels */
#define LEAST (-2.0)

static uint32_t number_at(const void *numbers, size_t i)
{
    return ((const uint16_t *)numbers)[i];
}

/* Of LEN numbers in order the first that is not below VALUE; LEN: there is none. */
static size_t lower_bound(const uint16_t *numbers, size_t len, uint32_t value)
{
    return first_not_below(numbers, 0, len, value, number_at);
}

static size_t place_of(uint32_t code)
{
    size_t place = lower_bound(bigram_chars, BIGRAM_CHARS, code);
    return place < BIGRAM_CHARS && bigram_chars[place] == code ? place : BIGRAM_CHARS;
}

double bigram_association(uint32_t first, uint32_t second)
{
    size_t a = place_of(first), b = place_of(second);
    if (a == BIGRAM_CHARS || b == BIGRAM_CHARS)
        return 0.0;
    const uint16_t *pairs = bigram_pairs + bigram_starts[a];
    size_t len = bigram_starts[a + 1] - bigram_starts[a];
    size_t at = lower_bound(pairs, len, (uint32_t)b << 4);
    if (at < len && pairs[at] >> 4 == b)
        return LEAST + STEP * (pairs[at] & 15);
    return (bigram_out[a] + bigram_into[b]) / 10.0;
}
