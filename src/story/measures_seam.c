/* SPDX-License-Identifier: MIT */
/* Marks and words at the seam between an end and a start. */
#include <math.h>

#include "base/utf8.h"
#include "page/bigrams.h"
#include "page/chars.h"
#include "story/measures.h"

#define CLAUSE_USUAL 16 /* characters that most clauses are not longer than */

double measure_quotes_fit(const struct link *link)
{
    return link->end->quotes_open > 0 && link->start->quotes_unopened > 0;
}

double measure_quotes_left_open(const struct link *link)
{
    return link->end->quotes_open > 0 && link->start->quotes_unopened == 0;
}

double measure_quotes_unopened(const struct link *link)
{
    return link->end->quotes_open <= 0 && link->start->quotes_unopened > 0;
}

double measure_bad_start(const struct link *link)
{
    return may_not_start(link->start->first_char);
}

/* How well the start's first character begins a word. */
double measure_initial(const struct link *link)
{
    return fmax(-3.0, fmin(3.0, link->start->initial));
}

/* The start's first words are no words. */
double measure_short_clause(const struct link *link)
{
    return link->start->short_clause;
}

/* … and would stand alone between two stops. */
double measure_clause_alone(const struct link *link)
{
    return is_stop(link->end->last_char) ? link->start->short_clause : 0.0;
}

/* By how much the clause that the seam would make is longer than most are, in tens of characters.
 */
double measure_clause_long(const struct link *link)
{
    size_t chars = link->end->last_clause + link->start->first_clause;
    return chars > CLAUSE_USUAL ? (double)(chars - CLAUSE_USUAL) / 10.0 : 0.0;
}

double measure_words(const struct link *link)
{
    return link->gain;
}

double measure_rough(const struct link *link)
{
    return link->rough;
}

double measure_follows(const struct link *link)
{
    return bigram_association(link->end->last_char, link->start->first_char);
}

double measure_known_2(const struct link *link)
{
    return link->known[0];
}

double measure_known_3(const struct link *link)
{
    return link->known[1];
}

double measure_known_4(const struct link *link)
{
    return link->known[2];
}

static bool is_han_seam(const struct link *link)
{
    return link->end->last.len && link->start->first.len;
}

double measure_unknown(const struct link *link)
{
    return is_han_seam(link) && link->known[0] <= 0.0;
}

double measure_han_start(const struct link *link)
{
    return link->start->first.len > 0;
}

double measure_comma_end(const struct link *link)
{
    return is_stop(link->end->last_char);
}

static bool is_digit(uint32_t code)
{
    return utf8_is_digit(code) || code == '%' || code == '.';
}

double measure_digits(const struct link *link)
{
    return is_digit(link->end->last_char) && is_digit(link->start->first_char);
}
