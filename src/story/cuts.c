/* SPDX-License-Identifier: MIT */
#include "story/cuts.h"

#include <math.h>

#include "base/utf8.h"
#include "page/bigrams.h"
#include "page/chars.h"
#include "page/lexicon.h"
#include "page/tidy.h"
#include "page/wordlist.h"

#define SIDE_LINES 6   /* lines before and after that are compared … */
#define QUOTE_LINES 60 /* … and those whose marks and gaps are */

/* Two lines of a block that follow each other. */
struct cut {
    struct str before, after; /* the lines */
    int open;                 /* marks that at most QUOTE_LINES lines up to there leave open … */
    int unopened;             /* … and as many from there on close unopened */
    double common;            /* of the lines around */
    double gain;              /* lexicon.h */
    double follows;           /* bigrams.h */
    size_t known;   /* blocks that hold the two characters side by side, this place aside */
    bool wider_gap; /* there are more blank lines here than elsewhere in the block */
};

static double measure_one(const struct cut *cut)
{
    (void)cut;
    return 1.0;
}

static double measure_words(const struct cut *cut)
{
    return fmax(-4.0, fmin(12.0, cut->gain));
}

static bool is_han_seam(const struct cut *cut)
{
    return utf8_is_han(utf8_last(cut->before).code) && utf8_is_han(utf8_first(cut->after).code);
}

static double measure_follows(const struct cut *cut)
{
    return cut->follows;
}

static double measure_known(const struct cut *cut)
{
    return log(1.0 + (double)cut->known);
}

static double measure_han(const struct cut *cut)
{
    return is_han_seam(cut);
}

static double measure_stop(const struct cut *cut)
{
    return is_stop(utf8_last(cut->before).code);
}

static double measure_bad_start(const struct cut *cut)
{
    return may_not_start(utf8_first(cut->after).code);
}

static bool is_digit(uint32_t code)
{
    return utf8_is_digit(code) || code == '%' || code == '.';
}

static double measure_digits(const struct cut *cut)
{
    return is_digit(utf8_last(cut->before).code) || is_digit(utf8_first(cut->after).code);
}

static double measure_quotes_unopened(const struct cut *cut)
{
    return cut->open <= 0 && cut->unopened > 0;
}

static double measure_quotes_left_open(const struct cut *cut)
{
    return cut->open > 0 && cut->unopened == 0;
}

static double measure_quotes_fit(const struct cut *cut)
{
    return cut->open > 0 && cut->unopened > 0;
}

static double measure_common(const struct cut *cut)
{
    return cut->common;
}

static double measure_log_common(const struct cut *cut)
{
    return log(cut->common + 0.01);
}

static double measure_wider_gap(const struct cut *cut)
{
    return cut->wider_gap;
}

/* That the two lines do not belong together. Weights in nats. */
static const struct {
    const char *name;
    double weight;
    double (*measure)(const struct cut *cut);
} evidence[] = {
    {"one", -6.90, measure_one},
    {"words", -0.41, measure_words},
    {"known", -1.70, measure_known},
    {"follows", -0.57, measure_follows},
    {"han", -0.79, measure_han},
    {"stop", -2.06, measure_stop},
    {"bad_start", -3.58, measure_bad_start},
    {"digits", -1.44, measure_digits},
    {"quotes_unopened", 3.22, measure_quotes_unopened},
    {"quotes_left_open", 4.16, measure_quotes_left_open},
    {"quotes_fit", -1.96, measure_quotes_fit},
    {"common", 0.30, measure_common},
    {"log_common", -0.69, measure_log_common},
    {"wider_gap", 1.17, measure_wider_gap},
};

static double cut_evidence(const struct cut *cut)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++)
        sum += evidence[i].weight * evidence[i].measure(cut);
    return sum;
}

/* ---- a block's lines */

struct row {
    struct str text;
    uint32_t number;
    size_t start;       /* in the block's lines, one after another */
    struct pairs words; /* read_rows() */
    int depth;          /* marks that the lines before it leave open */
    int unopened;       /* marks that it closes unopened */
};

struct rows {
    struct row *at;
    size_t len;
    struct str all; /* lines, with their ends */
};

static struct rows rows_of(struct arena *work, const struct page *page, const struct block *block)
{
    struct rows rows = {.at = ARENA_ARRAY(work, struct row, block->spans.len),
                        .len = block->spans.len};
    struct buf all = {0};
    for (size_t i = 0; i < rows.len; i++) {
        const struct line *line = page_line_at(page, block->spans.at[i].start);
        rows.at[i] = (struct row){.text = line->text, .number = line->number, .start = all.len};
        buf_str(&all, line->text);
        buf_byte(&all, '\n');
    }
    rows.all = str_dup(work, buf_view(&all));
    buf_clear(&all);
    return rows;
}

/* Looks at the words and marks of all lines. */
static void read_rows(struct arena *work, const struct cohesion *cohesion, struct rows *rows)
{
    int depth = 0;
    for (size_t i = 0; i < rows->len; i++) {
        struct row *row = &rows->at[i];
        row->words = pairs_of(work, cohesion, row->text);
        row->depth = depth;
        row->unopened = quotes_unopened(row->text);
        depth += quotes_open(row->text);
    }
}

/* How many marks the lines FROM to TO close that they did not open. */
static int unopened_in(const struct rows *rows, size_t from, size_t to)
{
    int most = 0;
    for (size_t i = from; i < to; i++) {
        int here = rows->at[from].depth - rows->at[i].depth + rows->at[i].unopened;
        most = here > most ? here : most;
    }
    return most;
}

static struct pairs words_around(struct arena *scratch, const struct rows *rows, size_t from,
                                 size_t to)
{
    struct pairs words = {0};
    for (size_t i = from; i < to; i++)
        words = pairs_union(scratch, &words, &rows->at[i].words);
    return words;
}

/* The lines FROM to TO. */
static struct str text_of(const struct rows *rows, size_t from, size_t to)
{
    size_t end = to < rows->len ? rows->at[to].start : rows->all.len;
    return str_slice(rows->all, rows->at[from].start, end - 1);
}

/* The least step in line numbers around line I. */
static uint32_t least_gap(const struct rows *rows, size_t i)
{
    uint32_t least = rows->at[i].number - rows->at[i - 1].number;
    size_t from = i > QUOTE_LINES ? i - QUOTE_LINES : 1;
    for (size_t k = from; k < rows->len && k < i + QUOTE_LINES; k++)
        if (rows->at[k].number - rows->at[k - 1].number < least)
            least = rows->at[k].number - rows->at[k - 1].number;
    return least;
}

static struct cut cut_at(struct arena *scratch, const struct cohesion *cohesion,
                         const struct rows *rows, size_t i)
{
    size_t from = i > SIDE_LINES ? i - SIDE_LINES : 0;
    size_t to = rows->len - i > SIDE_LINES ? i + SIDE_LINES : rows->len;
    struct pairs back = words_around(scratch, rows, from, i);
    struct pairs forth = words_around(scratch, rows, i, to);
    struct cut cut = {
        .before = rows->at[i - 1].text,
        .after = rows->at[i].text,
        .open = rows->at[i].depth - rows->at[i > QUOTE_LINES ? i - QUOTE_LINES : 0].depth,
        .unopened = unopened_in(rows, i, rows->len - i > QUOTE_LINES ? i + QUOTE_LINES : rows->len),
        .common = pairs_common(&back, &forth)};
    struct han_run last = han_run_last(cut.before), first = han_run_first(cut.after);
    cut.gain = lexicon_gain(&last, &first);
    if (last.len && first.len) {
        cut.known = cohesion_blocks_with(cohesion, last.at[last.len - 1], first.at[0]);
        cut.known -= cut.known > 0; /* this one */
    }
    cut.follows = bigram_association(utf8_last(cut.before).code, utf8_first(cut.after).code);
    cut.wider_gap = rows->at[i].number - rows->at[i - 1].number > least_gap(rows, i);
    return cut;
}

void cuts_dump_names(struct buf *out)
{
    buf_fmt(out, "cut from to");
    for (size_t i = 0; i < COUNT(evidence); i++)
        buf_fmt(out, " %s", evidence[i].name);
    buf_fmt(out, "\n");
}

void cuts_dump(struct buf *out, const struct page *page, const struct cohesion *cohesion,
               const struct block *block)
{
    struct arena work = {0};
    struct rows rows = rows_of(&work, page, block);
    read_rows(&work, cohesion, &rows);
    for (size_t i = 1; i < rows.len; i++) {
        if (ends_sentence(rows.at[i - 1].text))
            continue;
        struct cut cut = cut_at(&work, cohesion, &rows, i);
        buf_fmt(out, "cut %u %u", block->spans.at[i - 1].end, block->spans.at[i].start);
        for (size_t k = 0; k < COUNT(evidence); k++)
            buf_fmt(out, " %.4g", evidence[k].measure(&cut));
        buf_fmt(out, "\n");
    }
    arena_clear(&work);
}

/* ---- pieces */

/* The lines FROM to TO of a block as a block. */
static struct block piece_of(struct arena *scratch, const struct block *block,
                             const struct rows *rows, size_t from, size_t to)
{
    struct block piece = *block;
    piece.text = tidy_prose(scratch, str_dup(scratch, text_of(rows, from, to)));
    piece.spans = (struct spans){block->spans.at + from, to - from, to - from};
    piece.first_line = rows->at[from].number;
    piece.last_line = rows->at[to - 1].number;
    piece.continues = from > 0 || block->continues;
    piece.runs_on = to < rows->len || block->runs_on;
    piece.gap = from > 0 ? rows->at[from].number - rows->at[from - 1].number - 1 : block->gap;
    return piece;
}

const double *cuts_weigh(struct arena *scratch, const struct page *page,
                         const struct cohesion *cohesion, const struct block *block)
{
    if (!block->column || block->spans.len < 2)
        return NULL;
    struct arena work = {0}, seam = {0};
    struct rows rows = rows_of(&work, page, block);
    read_rows(&work, cohesion, &rows);
    double *nats = ARENA_ARRAY(scratch, double, rows.len);
    for (size_t i = 0; i < rows.len; i++) {
        nats[i] = -HUGE_VAL;
        if (i == 0 || ends_sentence(rows.at[i - 1].text))
            continue;
        struct cut cut = cut_at(&seam, cohesion, &rows, i);
        nats[i] = cut_evidence(&cut);
        arena_reset(&seam);
    }
    arena_clear(&seam);
    arena_clear(&work);
    return nats;
}

struct blocks cuts_part(struct arena *keep, const struct page *page, const struct block *block,
                        const double *nats, double least)
{
    struct blocks pieces = {0};
    struct arena work = {0};
    struct rows rows = {0};
    size_t from = 0;
    for (size_t i = 1; nats && i < block->spans.len; i++) {
        if (nats[i] < least)
            continue;
        if (!from)
            rows = rows_of(&work, page, block);
        vec_push(keep, &pieces, piece_of(keep, block, &rows, from, i));
        from = i;
    }
    if (from)
        vec_push(keep, &pieces, piece_of(keep, block, &rows, from, rows.len));
    arena_clear(&work);
    return pieces;
}
