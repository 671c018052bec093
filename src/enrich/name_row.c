/* SPDX-License-Identifier: MIT */
#include "enrich/name_row.h"

#include <math.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "enrich/person_name.h"
#include "page/name_words.h"

#define SHORTEST_NAME 2
#define LONGEST_NAME 4
#define LEAST_RANK 300.0 /* of a surname: farther down the table the order says nothing */

/* What a piece of the row costs, and what it costs to put it together. */
static const struct {
    double compound;     /* 欧阳文川: a surname of two characters */
    double common[5];    /* by characters: a common surname … */
    double rare[5];      /* … a rare one … */
    double transcribed;  /* 哈力木别克 */
    double none;         /* … none, where blanks stand around the word */
    double unknown;      /* a word that is no name */
    double rank;         /* for each surname that is commoner */
    double wide, parted; /* 王 小 刚, 王 小刚 */
    double broken;       /* 王小 刚 */
    double seam;         /* no blank between two pieces … */
    double torn;         /* … and they tear a word that is a name by itself: 祁万强 */
} costs = {
    .compound = 0.9,
    .common = {[2] = 1.1, [3] = 0.9, [4] = 4.5},
    .rare = {[2] = 2.5, [3] = 2.0, [4] = 5.0},
    .transcribed = 1.5,
    .none = 5.0,
    .unknown = 8.0,
    .rank = 0.001,
    .wide = 0.4,
    .parted = 0.6,
    .broken = 2.2,
    .seam = 1.2,
    .torn = 2.5,
};

/* The row's characters without blanks. */
struct row {
    const struct surnames *surnames;
    struct str text;
    size_t *at;   /* where each character begins; one more: the end of the text */
    bool *parted; /* whether a blank stands before it */
    size_t len;   /* characters */
};

static struct str piece_text(const struct row *row, size_t from, size_t to)
{
    return str_slice(row->text, row->at[from], row->at[to]);
}

/* What the blanks inside a name cost. SURNAME: characters of its surname. */
static double blanks_cost(const struct row *row, size_t from, size_t to, size_t surname)
{
    size_t blanks = 0;
    for (size_t i = from + 1; i < to; i++)
        blanks += row->parted[i];
    if (blanks == 0)
        return 0.0;
    if (blanks == to - from - 1)
        return costs.wide;
    return blanks == 1 && row->parted[from + surname] ? costs.parted : costs.broken;
}

/* Whether blanks or the row's ends stand around a piece that holds none. */
static bool is_word(const struct row *row, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (row->parted[i])
            return false;
    return row->parted[from] && (to == row->len || row->parted[to]);
}

/* Whether every character stands alone: 王 小 刚. */
static bool is_wide(const struct row *row, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!row->parted[i])
            return false;
    return to == row->len || row->parted[to];
}

static double piece_cost(const struct row *row, size_t from, size_t to)
{
    size_t chars = to - from;
    struct str text = piece_text(row, from, to);
    bool word = is_word(row, from, to);
    if (word && is_transcribed_name(text))
        return costs.transcribed;
    double unknown = word ? costs.unknown : HUGE_VAL;
    bool name = is_person_name(row->surnames, text, true) ||
                (is_wide(row, from, to) && is_labelled_name(row->surnames, text, true));
    if (chars < SHORTEST_NAME || chars > LONGEST_NAME || !name)
        return unknown;
    const struct surname *surname = surname_of(row->surnames, text);
    size_t given = surname ? utf8_count(surname->text) : 0;
    if (!surname || given == chars)
        return word || is_wide(row, from, to) ? costs.none : HUGE_VAL;
    bool common = is_person_name(row->surnames, text, false) || (chars == 4 && surname->common);
    if (chars == 4 && given == 1 && !word)
        return HUGE_VAL;
    double cost = given == 2 ? costs.compound : common ? costs.common[chars] : costs.rare[chars];
    cost += costs.rank * fmin((double)surname->rank, LEAST_RANK);
    return cost + blanks_cost(row, from, to, given);
}

/* Where the word begins that holds character AT. */
static size_t word_start(const struct row *row, size_t at)
{
    while (at > 0 && !row->parted[at])
        at--;
    return at;
}

/* What it costs to begin a piece at AT. */
static double seam_cost(const struct row *row, size_t at)
{
    size_t word = word_start(row, at), end = at;
    if (at == 0 || row->parted[at])
        return 0.0;
    while (end < row->len && !row->parted[end])
        end++;
    struct str whole = piece_text(row, word, end);
    bool name = surname_of(row->surnames, whole) && is_person_name(row->surnames, whole, true);
    return name ? costs.torn : costs.seam;
}

/* FROM[to]: where the last piece of the cheapest row up to TO begins. */
static void find_pieces(const struct row *row, double *cost, size_t *from)
{
    size_t word = 0; /* where the word begins that the character before TO is in */
    for (size_t to = 1; to <= row->len; to++) {
        cost[to] = HUGE_VAL;
        if (row->parted[to - 1])
            word = to - 1;
        size_t low = to > LONGEST_NAME ? to - LONGEST_NAME : 0;
        for (size_t at = to; at-- > (word < low ? word : low);) {
            if (at < low && at != word)
                continue;
            double before = cost[at] + seam_cost(row, at);
            double sum = before < cost[to] ? before + piece_cost(row, at, to) : HUGE_VAL;
            if (sum < cost[to]) {
                cost[to] = sum;
                from[to] = at;
            }
        }
    }
}

static struct row row_read(struct arena *keep, const struct surnames *surnames,
                           const struct strs *words)
{
    struct row row = {.surnames = surnames};
    struct buf buf = {0};
    for (size_t i = 0; i < words->len; i++)
        buf_str(&buf, words->at[i]);
    row.text = str_dup(keep, buf_view(&buf));
    buf_clear(&buf);
    row.len = utf8_count(row.text);
    row.at = arena_alloc(keep, (row.len + 1) * sizeof *row.at);
    row.parted = arena_alloc(keep, (row.len + 1) * sizeof *row.parted);
    size_t chars = 0, word = 0, end = 0;
    for (struct utf8 c = utf8_first(row.text); c.len; c = utf8_next(row.text, c)) {
        row.at[chars] = c.at;
        row.parted[chars] = c.at == end;
        if (c.at == end)
            end += words->at[word++].len;
        chars++;
    }
    row.at[chars] = row.text.len;
    row.parted[chars] = true;
    return row;
}

struct strs row_names(struct arena *keep, const struct surnames *surnames, const struct strs *words)
{
    if (words->len == 1 && utf8_count(words->at[0]) < 2 * SHORTEST_NAME)
        return *words; /* as most are: nothing to part */
    struct row row = row_read(keep, surnames, words);
    struct strs names = {0};
    double *cost = arena_alloc(keep, (row.len + 1) * sizeof *cost);
    size_t *from = arena_alloc(keep, (row.len + 1) * sizeof *from);
    cost[0] = 0.0;
    from[0] = 0;
    find_pieces(&row, cost, from);
    if (row.len == 0 || isinf(cost[row.len]))
        return *words;
    size_t pieces = 0;
    for (size_t at = row.len; at > 0; at = from[at])
        pieces++;
    for (size_t i = 0; i < pieces; i++)
        vec_push(keep, &names, STR_NONE);
    for (size_t at = row.len; at > 0; at = from[at])
        names.at[--pieces] = piece_text(&row, from[at], at);
    return names;
}
