/* SPDX-License-Identifier: MIT */
#include "page/lexicon.h"

#include <math.h>
#include <stdbool.h>

#include "base/utf8.h"
#include "page/lexicon_table.h"

#define WORD_LONGEST 4
#define LOG_OF_CORPUS 17.9 /* logarithm of the number of words that were counted */
#define UNKNOWN_CHAR 1.0   /* logarithm of the count of a character that is in no word */

unsigned lexicon_level(const uint32_t *chars, size_t len)
{
    uint64_t key = 0;
    for (size_t i = 0; i < len; i++) {
        uint32_t place = chars[i] - LEXICON_FIRST + 1;
        if (place > LEXICON_CHARS)
            return 0;
        key = key << LEXICON_CHAR_BITS | place;
    }
    size_t at = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - LEXICON_BITS));
    while (lexicon_table[at] && lexicon_table[at] >> 4 != key)
        at = (at + 1) & (LEXICON_SLOTS - 1);
    return lexicon_table[at] & 15;
}

/* The cost of the likeliest words that make up the characters. */
static double cost_of(const uint32_t *chars, size_t len)
{
    double cost[2 * LEXICON_SIDE + 1] = {0};
    for (size_t end = 1; end <= len; end++) {
        cost[end] = cost[end - 1] + LOG_OF_CORPUS - UNKNOWN_CHAR;
        for (size_t n = 1; n <= WORD_LONGEST && n <= end; n++) {
            unsigned level = lexicon_level(chars + end - n, n);
            if (level)
                cost[end] = fmin(cost[end], cost[end - n] + LOG_OF_CORPUS - (double)level + 0.5);
        }
    }
    return cost[len];
}

struct han_run han_run_first(struct str text)
{
    struct han_run run = {0};
    for (struct utf8 c = utf8_first(text); utf8_is_han(c.code) && run.len < LEXICON_SIDE;
         c = utf8_next(text, c))
        run.at[run.len++] = c.code;
    run.cost = cost_of(run.at, run.len);
    return run;
}

struct han_run han_run_last(struct str text)
{
    struct han_run run = {0};
    uint32_t back[LEXICON_SIDE] = {0};
    for (struct utf8 c = utf8_last(text); utf8_is_han(c.code) && run.len < LEXICON_SIDE;
         c = utf8_last(text)) {
        back[run.len++] = c.code;
        text = str_slice(text, 0, c.at);
    }
    for (size_t i = 0; i < run.len; i++)
        run.at[i] = back[run.len - 1 - i];
    run.cost = cost_of(run.at, run.len);
    return run;
}

#define ROUGH_SIDE 3 /* characters on each side that roughness looks at */

double lexicon_roughness(const struct han_run *before, const struct han_run *after)
{
    if (!before->len || !after->len)
        return 0.0;
    uint32_t both[2 * ROUGH_SIDE];
    size_t len = 0, from = before->len > ROUGH_SIDE ? before->len - ROUGH_SIDE : 0;
    for (size_t i = from; i < before->len; i++)
        both[len++] = before->at[i];
    for (size_t i = 0; i < after->len && i < ROUGH_SIDE; i++)
        both[len++] = after->at[i];
    return cost_of(both, len) / (double)len;
}

double lexicon_gain(const struct han_run *before, const struct han_run *after)
{
    if (!before->len || !after->len)
        return 0.0;
    uint32_t both[2 * LEXICON_SIDE];
    size_t len = 0;
    for (size_t i = 0; i < before->len; i++)
        both[len++] = before->at[i];
    for (size_t i = 0; i < after->len; i++)
        both[len++] = after->at[i];
    return before->cost + after->cost - cost_of(both, len);
}

static double count_in(const unsigned char *table, uint32_t code)
{
    bool known = code >= LEXICON_FIRST && code - LEXICON_FIRST < LEXICON_CHARS;
    return known ? (double)table[code - LEXICON_FIRST] / 8.0 : UNKNOWN_CHAR;
}

double lexicon_initial(uint32_t code)
{
    return count_in(lexicon_begins, code) - count_in(lexicon_goes_on, code);
}

double lexicon_rarity_of_char(uint32_t code)
{
    double count = exp(count_in(lexicon_begins, code)) + exp(count_in(lexicon_goes_on, code));
    return LOG_OF_CORPUS - log(count);
}

double lexicon_rarity_of_pair(uint32_t first, uint32_t second)
{
    uint32_t word[] = {first, second};
    double chance =
        count_in(lexicon_ends, first) + count_in(lexicon_begins, second) - LOG_OF_CORPUS;
    return LOG_OF_CORPUS - fmax(chance, (double)lexicon_level(word, 2));
}
