/* SPDX-License-Identifier: MIT */
#include "page/lexicon.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "page/lexicon_table.h"

#define LOG_OF_CORPUS 17.9 /* logarithm of the number of words that were counted */
#define UNKNOWN_CHAR 1.0   /* logarithm of the count of a character that is in no word */

/* The place of KEY in a table of 2^BITS. */
static size_t slot_of(uint64_t key, unsigned bits)
{
    return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

/* Whether a word may hold the characters FIRST and SECOND side by side. */
static bool may_adjoin(uint32_t first, uint32_t second)
{
    uint64_t key =
        (uint64_t)(first - LEXICON_FIRST + 1) << LEXICON_CHAR_BITS | (second - LEXICON_FIRST + 1);
    size_t bit = slot_of(key, LEXICON_PAIR_BITS);
    return lexicon_pairs[bit / 64] >> bit % 64 & 1;
}

unsigned lexicon_level(const uint32_t *chars, size_t len)
{
    uint64_t key = 0;
    if (len > 1 && !may_adjoin(chars[0], chars[1]))
        return 0;
    for (size_t i = 0; i < len; i++) {
        uint32_t place = chars[i] - LEXICON_FIRST + 1;
        if (place > LEXICON_CHARS)
            return 0;
        key = key << LEXICON_CHAR_BITS | place;
    }
    size_t at = slot_of(key, LEXICON_BITS);
    while (lexicon_table[at] && lexicon_table[at] >> 4 != key)
        at = (at + 1) & (LEXICON_SLOTS - 1);
    return lexicon_table[at] & 15;
}

/* What a word adds to the cost of the characters before it. */
static double word_cost(unsigned level)
{
    return LOG_OF_CORPUS - (double)level + 0.5;
}

/* The least cost of END characters: COST has that of fewer, LEVEL those of the words that end here.
 */
static double least_cost(const double *cost, size_t end, const unsigned char *level)
{
    double least = cost[end - 1] + LOG_OF_CORPUS - UNKNOWN_CHAR;
    for (size_t n = 1; n <= LEXICON_WORD && n <= end; n++) {
        double with_word = cost[end - n] + word_cost(level[n - 1]);
        least = level[n - 1] && with_word < least ? with_word : least;
    }
    return least;
}

void lexicon_cut(const uint32_t *chars, size_t len, bool *begins)
{
    double cost[LEXICON_CUT + 1] = {0};
    size_t from[LEXICON_CUT + 1]; /* where the last word of the likeliest up to here begins */
    for (size_t end = 1; end <= len; end++) {
        cost[end] = cost[end - 1] + LOG_OF_CORPUS - UNKNOWN_CHAR;
        from[end] = end - 1;
        for (size_t n = 1; n <= LEXICON_WORD && n <= end; n++) {
            unsigned level = lexicon_level(chars + end - n, n);
            double with_word = cost[end - n] + word_cost(level);
            if (!level || with_word >= cost[end])
                continue;
            cost[end] = with_word;
            from[end] = end - n;
        }
        begins[end - 1] = false;
    }
    for (size_t at = len; at > 0; at = from[at])
        begins[from[at]] = true;
}

/* Looks up the words of a run. */
static void run_weigh(struct han_run *run)
{
    for (size_t end = 1; end <= run->len; end++) {
        unsigned char *level = run->level[end - 1];
        for (size_t n = 1; n <= LEXICON_WORD && n <= end; n++)
            level[n - 1] = (unsigned char)lexicon_level(run->at + end - n, n);
        run->cost[end] = least_cost(run->cost, end, level);
    }
}

struct han_run han_run_first(struct str text)
{
    struct han_run run = {0};
    for (struct utf8 c = utf8_first(text); utf8_is_han(c.code) && run.len < LEXICON_SIDE;
         c = utf8_next(text, c))
        run.at[run.len++] = c.code;
    run_weigh(&run);
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
    run_weigh(&run);
    return run;
}

/* ---- across a cut */

/* The words that end with the first, second and third character after a cut and begin before it,
   by their length. */
struct across {
    unsigned char level[LEXICON_WORD - 1][LEXICON_WORD];
};

static struct across across_of(const struct han_run *before, const struct han_run *after)
{
    struct across across = {0};
    bool may_cut = may_adjoin(before->at[before->len - 1], after->at[0]);
    for (size_t end = 1; end < LEXICON_WORD && end <= after->len; end++) {
        for (size_t n = end + 1; may_cut && n <= LEXICON_WORD && n - end <= before->len; n++) {
            uint32_t word[LEXICON_WORD];
            memcpy(word, before->at + before->len - (n - end), (n - end) * sizeof *word);
            memcpy(word + n - end, after->at, end * sizeof *word);
            across.level[end - 1][n - 1] = (unsigned char)lexicon_level(word, n);
        }
        memcpy(across.level[end - 1], after->level[end - 1], end);
    }
    return across;
}

/* The cost of the characters up to the cut, BEFORE many whose COST is known, and of TO after it. */
static double cost_across(double *cost, size_t before, const struct han_run *after, size_t to,
                          const struct across *across)
{
    for (size_t end = 1; end <= to; end++)
        cost[before + end] =
            least_cost(cost, before + end,
                       end < LEXICON_WORD ? across->level[end - 1] : after->level[end - 1]);
    return cost[before + to];
}

#define ROUGH_SIDE 3 /* characters on each side that roughness looks at */

static double roughness_of(const struct han_run *before, const struct han_run *after,
                           const struct across *across)
{
    size_t from = before->len > ROUGH_SIDE ? before->len - ROUGH_SIDE : 0;
    size_t to = after->len < ROUGH_SIDE ? after->len : ROUGH_SIDE;
    double cost[2 * ROUGH_SIDE + 1] = {0};
    for (size_t end = 1; from + end <= before->len; end++)
        cost[end] = least_cost(cost, end, before->level[from + end - 1]);
    return cost_across(cost, before->len - from, after, to, across) /
           (double)(before->len - from + to);
}

static double gain_of(const struct han_run *before, const struct han_run *after,
                      const struct across *across)
{
    double cost[2 * LEXICON_SIDE + 1];
    memcpy(cost, before->cost, sizeof before->cost);
    return before->cost[before->len] + after->cost[after->len] -
           cost_across(cost, before->len, after, after->len, across);
}

struct lexicon_seam lexicon_seam_of(const struct han_run *before, const struct han_run *after)
{
    if (!before->len || !after->len)
        return (struct lexicon_seam){0.0, 0.0};
    struct across across = across_of(before, after);
    return (struct lexicon_seam){gain_of(before, after, &across),
                                 roughness_of(before, after, &across)};
}

double lexicon_gain(const struct han_run *before, const struct han_run *after)
{
    if (!before->len || !after->len)
        return 0.0;
    struct across across = across_of(before, after);
    return gain_of(before, after, &across);
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

bool lexicon_cuts_word(struct str before, struct str after)
{
    static const double sure = 3.0; /* nats */
    struct han_run last = han_run_last(before), first = han_run_first(after);
    return utf8_is_han(utf8_last(before).code) && utf8_is_han(utf8_first(after).code) &&
           lexicon_gain(&last, &first) > sure;
}
