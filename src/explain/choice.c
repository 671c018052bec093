/* SPDX-License-Identifier: MIT */
#include "explain/choice.h"

#include <math.h>

#include "explain/evidence_words.h"

enum { INDENT = 6, LIST = 8 };

#define CLEAR 4.0 /* nats: what is better by so much needs few words */

/* ---- finding what was chosen */

static size_t place_of(const size_t *at, size_t len, size_t wanted)
{
    for (size_t i = 0; i < len; i++)
        if (at[i] == wanted)
            return i;
    return SIZE_MAX;
}

/* Where a text is a start: of two windows, the one that chose what goes before it. */
static void find_col(const struct trail_part *part, struct spot *spot)
{
    for (size_t w = 0; w < part->windows.len; w++) {
        const struct trail_window *window = &part->windows.at[w];
        size_t col = place_of(window->starts, window->starts_len, spot->text);
        if (col == SIZE_MAX || (spot->window && trail_row_of(window, col) == ASSIGN_NONE))
            continue;
        spot->window = window;
        spot->col = col;
    }
}

struct spot spot_of(const struct trail_part *part, size_t text)
{
    struct spot spot = {.part = part, .text = text};
    find_col(part, &spot);
    for (size_t w = 0; w < part->windows.len && !spot.end_window; w++) {
        const struct trail_window *window = &part->windows.at[w];
        spot.row = place_of(window->ends, window->ends_len, text);
        spot.end_window = spot.row != SIZE_MAX ? window : NULL;
    }
    return spot;
}

bool spot_find(const struct trail *trail, uint32_t start, struct spot *spot)
{
    for (size_t p = 0; p < trail->parts.len; p++) {
        const struct trail_part *part = &trail->parts.at[p];
        for (size_t i = 0; i < part->texts.len; i++) {
            const struct trail_text *text = &part->texts.at[i];
            if (text->doubtful || text->block.spans.at[0].start != start)
                continue;
            *spot = spot_of(part, i);
            return spot->window || spot->end_window;
        }
    }
    return false;
}

/* The text or headline of a row. */
static const struct block *block_of_row(const struct trail_part *part,
                                        const struct trail_window *window, size_t row)
{
    return row < window->ends_len ? &part->texts.at[window->ends[row]].block
                                  : &part->heads[window->heads[row - window->ends_len]];
}

static const struct block *block_of_col(const struct trail_part *part,
                                        const struct trail_window *window, size_t col)
{
    return &part->texts.at[window->starts[col]].block;
}

/* "lines 8-9 「…」" */
static struct str named(const struct teller *teller, const struct block *block)
{
    struct str lines = lines_of(teller->scratch, block);
    struct str text = quote(teller->scratch, block->text);
    return str_format(teller->scratch, "%.*s %.*s", STR_FMT(lines), STR_FMT(text));
}

/* ---- what speaks for a link */

static struct link_words words_of(const struct teller *teller, const struct trail_part *part,
                                  const struct trail_window *window, size_t row, size_t col)
{
    const struct block *before = block_of_row(part, window, row);
    const struct block *after = block_of_col(part, window, col);
    bool open = row < window->ends_len && part->texts.at[window->ends[row]].open;
    return (struct link_words){
        .kind = row >= window->ends_len ? AFTER_HEAD
                : open                  ? AFTER_OPEN
                                        : AFTER_CLOSED,
        .seam = open ? quote_seam(teller->scratch, before->text, after->text) : STR_NONE,
        .shared = shared_words(teller->scratch, teller->cohesion, teller->page->blocks.len,
                               before->text, after->text),
    };
}

static void tell_link(const struct teller *teller, const struct trail_part *part,
                      const struct trail_window *window, size_t row, size_t col)
{
    struct link_words words = words_of(teller, part, window, row, col);
    reasons_tell(teller->speech, LIST, &trail_link_at(window, row, col)->reasons, &words);
}

/* How the page as a whole would be without the link of ROW. */
static struct str loss_of(const struct teller *teller, double loss)
{
    if (loss >= ASSIGN_SURE)
        return str_format(teller->scratch, "more than %.0f", ASSIGN_SURE);
    return str_format(teller->scratch, "%.1f", fmax(loss, 0.0));
}

/* "lines 8-9 「…」 (score +2.1), 3.8 worse": what would stand in the place of a row's link. */
static struct str runner_up(const struct teller *teller, const struct trail_part *part,
                            const struct trail_window *window, size_t row,
                            const struct trail_other *other)
{
    size_t col = window->found.col[row];
    struct str loss = loss_of(teller, other->loss);
    bool head = row >= window->ends_len;
    if (head ? other->row == ASSIGN_NONE : other->col == ASSIGN_NONE)
        return str_format(teller->scratch, "%s, %.*s worse",
                          head ? "no headline" : "the story ends here", STR_FMT(loss));
    struct str instead = named(teller, head ? block_of_row(part, window, other->row)
                                            : block_of_col(part, window, other->col));
    const struct trail_link *link =
        head ? trail_link_at(window, other->row, col) : trail_link_at(window, row, other->col);
    return str_format(teller->scratch, "%s%.*s (score %+.1f), %.*s worse",
                      head && other->row < window->ends_len ? "no headline, for it goes on from "
                                                            : "",
                      STR_FMT(instead), link->score, STR_FMT(loss));
}

/* Says that the link of a row was chosen, WHAT with. A clear choice needs no more than what says
   most for it. */
static void tell_chosen(const struct teller *teller, const struct trail_part *part,
                        const struct trail_window *window, size_t row, struct str what)
{
    size_t col = window->found.col[row];
    const struct trail_link *link = trail_link_at(window, row, col);
    struct link_words words = words_of(teller, part, window, row, col);
    struct trail_other other = trail_without(window, row);
    struct str next = runner_up(teller, part, window, row, &other);
    bool clear = other.loss >= CLEAR && !teller->speech->full;
    struct str main = clear ? reasons_main(teller->scratch, &link->reasons, &words) : STR_NONE;
    say(teller->speech, INDENT, "%.*s%s%.*s, score %+.1f; next best: %.*s", STR_FMT(what),
        main.len ? ": " : "", STR_FMT(main), link->score, STR_FMT(next));
    if (!clear)
        reasons_tell(teller->speech, LIST, &link->reasons, &words);
}

/* ---- how a text goes on */

/* Why a link that is likeliest is none: its score, or what has the start instead. TAKEN: the row
   that has it. */
static struct str why_not(const struct teller *teller, const struct trail_part *part,
                          const struct trail_window *window, double score, size_t taken, size_t col)
{
    if (score <= 0.0)
        return str_format(teller->scratch, "score %+.1f, which is below 0", score);
    if (taken == ASSIGN_NONE)
        return str_format(teller->scratch, "score %+.1f, but that would make a circle", score);
    struct str by = named(teller, block_of_row(part, window, taken));
    return str_format(teller->scratch, "score %+.1f, but that goes with %.*s, score %+.1f", score,
                      STR_FMT(by), trail_link_at(window, taken, col)->score);
}

/* What might have followed a text that nothing follows. */
static void tell_end(const struct teller *teller, const struct spot *spot)
{
    const struct trail_window *window = spot->end_window;
    size_t best = trail_best_col(window, spot->row, ASSIGN_NONE);
    if (best == ASSIGN_NONE) {
        say(teller->speech, INDENT, "ends here: nothing on the page may follow it");
        return;
    }
    struct str what = named(teller, block_of_col(spot->part, window, best));
    struct str why =
        why_not(teller, spot->part, window, trail_link_at(window, spot->row, best)->score,
                trail_row_of(window, best), best);
    say(teller->speech, INDENT, "ends here; likeliest to follow: %.*s, %.*s", STR_FMT(what),
        STR_FMT(why));
    tell_link(teller, spot->part, window, spot->row, best);
}

void tell_next(const struct teller *teller, const struct spot *spot)
{
    const struct trail_window *window = spot->end_window;
    if (!window)
        return;
    size_t col = window->found.col[spot->row], next = spot->part->next[spot->text];
    if (next == TRAIL_NONE) {
        tell_end(teller, spot);
        return;
    }
    if (col == ASSIGN_NONE || next != window->starts[col]) {
        struct str lines = lines_of(teller->scratch, &spot->part->texts.at[next].block);
        say(teller->speech, INDENT, "goes on in %.*s: no gap parts them, as gaps part stories here",
            STR_FMT(lines));
        return;
    }
    struct str lines = lines_of(teller->scratch, block_of_col(spot->part, window, col));
    bool open = spot->part->texts.at[spot->text].open;
    struct str what = str_format(teller->scratch, "%s %.*s",
                                 open ? "its sentence goes on in" : "goes on in", STR_FMT(lines));
    tell_chosen(teller, spot->part, window, spot->row, what);
}

bool goes_on_clearly(const struct spot *spot)
{
    size_t next = spot->part->next[spot->text];
    return spot->end_window && next == spot->text + 1 && spot->part->texts.at[next].parted &&
           spot->end_window->found.row_sure[spot->row] >= CLEAR;
}

/* ---- headlines */

/* What might have gone before a text that begins a story without a headline. */
static void tell_no_headline(const struct teller *teller, const struct spot *spot)
{
    const struct trail_window *window = spot->window;
    size_t best = window ? trail_best_row(window, spot->col, ASSIGN_NONE) : ASSIGN_NONE;
    if (best == ASSIGN_NONE) {
        say(teller->speech, INDENT, "nothing on the page may go before it");
        return;
    }
    double score = trail_link_at(window, best, spot->col)->score;
    struct str what = named(teller, block_of_row(spot->part, window, best));
    const char *kind = best < window->ends_len ? "the text of" : "the headline in";
    size_t has = window->found.col[best];
    struct str why =
        score <= 0.0
            ? str_format(teller->scratch, "score %+.1f, which is below 0", score)
            : str_format(teller->scratch, "score %+.1f, but that would make a circle", score);
    if (score > 0.0 && has != ASSIGN_NONE) {
        struct str with = named(teller, block_of_col(spot->part, window, has));
        why = str_format(teller->scratch, "score %+.1f, but that goes with %.*s, score %+.1f",
                         score, STR_FMT(with), trail_link_at(window, best, has)->score);
    }
    say(teller->speech, INDENT, "likeliest before it: %s %.*s, %.*s", kind, STR_FMT(what),
        STR_FMT(why));
    tell_link(teller, spot->part, window, best, spot->col);
}

void tell_headline(const struct teller *teller, const struct spot *spot)
{
    const struct trail_window *window = spot->window;
    size_t row = window ? trail_row_of(window, spot->col) : ASSIGN_NONE;
    if (row == ASSIGN_NONE || row < window->ends_len) {
        tell_no_headline(teller, spot);
        return;
    }
    tell_chosen(teller, spot->part, window, row,
                window->below ? STR("chosen for this text, as headlines of this page seem to stand "
                                    "below their texts")
                              : STR("chosen for this text"));
}

/* The window and row of the headline that stands at START; NULL: none does. */
static const struct trail_window *window_of_head(const struct trail_part *part, uint32_t start,
                                                 size_t *row)
{
    for (size_t w = 0; w < part->windows.len; w++) {
        const struct trail_window *window = &part->windows.at[w];
        for (size_t h = 0; h < window->heads_len; h++) {
            *row = window->ends_len + h;
            if (part->heads[window->heads[h]].spans.at[0].start == start)
                return window;
        }
    }
    return NULL;
}

void tell_idle_headline(const struct teller *teller, uint32_t start)
{
    const struct trail *trail = &teller->account->trail;
    for (size_t p = 0; p < trail->parts.len; p++) {
        const struct trail_part *part = &trail->parts.at[p];
        size_t row;
        const struct trail_window *window = window_of_head(part, start, &row);
        size_t best = window ? trail_best_col(window, row, ASSIGN_NONE) : ASSIGN_NONE;
        if (best == ASSIGN_NONE)
            continue;
        struct str what = named(teller, block_of_col(part, window, best));
        struct str why = why_not(teller, part, window, trail_link_at(window, row, best)->score,
                                 trail_row_of(window, best), best);
        say(teller->speech, INDENT, "the likeliest text for it: %.*s, %.*s", STR_FMT(what),
            STR_FMT(why));
        tell_link(teller, part, window, row, best);
        return;
    }
}
