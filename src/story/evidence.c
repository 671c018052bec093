/* SPDX-License-Identifier: MIT */
#include "story/evidence.h"

#include <math.h>

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/bigrams.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"

#define SHORT_CHARS 10 /* of a heading */
#define LEAN_MOST 5.0
#define GAP_WIDE 3 /* blank lines that say something */

/* ---- evidence that the start is read after the end */

static double measure_one(const struct link *link)
{
    (void)link;
    return 1.0;
}

static double measure_next(const struct link *link)
{
    return link->next;
}

static double place_before(const struct link *link)
{
    return link->head ? link->head->place : link->end->place;
}

static double measure_way(const struct link *link)
{
    return link->next ? 0.0 : log(fabs(link->start->place - place_before(link)) + 1.0);
}

static double measure_backward(const struct link *link)
{
    return link->start->place < place_before(link);
}

static double measure_headline(const struct link *link)
{
    return link->start->before.headline;
}

static double measure_lean(const struct link *link)
{
    return link->start->before.headline ? fmin(link->start->before.lean, LEAN_MOST) : 0.0;
}

/* A headline as short as a subhead. */
static double measure_headline_short(const struct link *link)
{
    return link->start->before.headline && link->start->before.chars <= SHORT_CHARS;
}

/* How much both sides of a headline have in common. */
static double measure_across_headline(const struct link *link)
{
    return link->start->before.headline && !link->head ? log(link->common + 0.01) : 0.0;
}

static double measure_chars_across_headline(const struct link *link)
{
    return link->start->before.headline && !link->head
               ? pairs_common(&link->end->back.chars, &link->start->forth.chars)
               : 0.0;
}

/* ---- the headline */

static double measure_head_short(const struct link *link)
{
    return link->head && link->head->chars_len <= SHORT_CHARS;
}

static double measure_head_lean(const struct link *link)
{
    return link->head ? fmin(link->head->lean, LEAN_MOST) : 0.0;
}

static double measure_head_signed(const struct link *link)
{
    return link->head && link->head->byline;
}

static double measure_head_crowded(const struct link *link)
{
    return link->head && link->head->crowded;
}

/* The start is the first of its text, as far as is known. */
static double measure_head_first(const struct link *link)
{
    return link->head && link->start->prior == PASSAGE_NONE;
}

#define AHEAD_MOST 30.0 /* nats */

static double measure_head_ahead(const struct link *link)
{
    return link->head ? fmax(-AHEAD_MOST, fmin(AHEAD_MOST, link->answer.words)) : 0.0;
}

static double measure_head_ahead_chars(const struct link *link)
{
    return link->head ? fmax(-AHEAD_MOST, fmin(AHEAD_MOST, link->answer.chars)) : 0.0;
}

/* The headline stands right above the start, yet another text answers to it better. */
static double measure_head_behind(const struct link *link)
{
    return link->head && link->next ? fmax(-AHEAD_MOST, fmin(0.0, link->answer.chars)) : 0.0;
}

/* … and is the last of a heap. */
static double measure_head_heaped(const struct link *link)
{
    return link->head && link->next && link->head->heaped;
}

static double measure_head_elsewhere(const struct link *link)
{
    return link->head && link->near == PASSAGE_NONE;
}

/* … and the start has another headline above it. */
static double measure_headed(const struct link *link)
{
    return link->head && !link->next && link->start->before.headline;
}

static double measure_picture(const struct link *link)
{
    return link->start->picture;
}

static double measure_picture_next(const struct link *link)
{
    return link->start->picture && link->next;
}

/* The passage before the start on the page is unfinished. */
static double measure_start_after_open(const struct link *link)
{
    size_t start = (size_t)(link->start - link->passages->at);
    return link->head && start > 0 && start < link->passages->row &&
           link->passages->at[start - 1].open && !link->passages->at[start].before.headline;
}

/* ---- how the texts begin and end */

static double measure_byline(const struct link *link)
{
    return link->start->before.byline;
}

/* What stands right after the end. */
static const struct between *after_end(const struct link *link)
{
    static const struct between none = {0};
    size_t next = (size_t)(link->end->place + 1.0);
    return next < link->passages->row ? &link->passages->at[next].before : &none;
}

static double measure_sign_off(const struct link *link)
{
    return after_end(link)->sign_off || link->end->signs;
}

static double measure_jump(const struct link *link)
{
    return after_end(link)->jump_to || link->start->before.jump_from;
}

static double measure_photo(const struct link *link)
{
    return link->start->before.photo;
}

static double measure_residue(const struct link *link)
{
    return link->start->before.residue;
}

static double measure_parted(const struct link *link)
{
    return link->next && link->start->parted;
}

static double measure_gap(const struct link *link)
{
    return link->start->block->gap >= GAP_WIDE;
}

static double measure_after_open(const struct link *link)
{
    size_t start = (size_t)(link->start - link->passages->at);
    return !link->next && start > 0 && start < link->passages->row &&
           link->passages->at[start - 1].open;
}

static double measure_report(const struct link *link)
{
    return link->start->report;
}

static double measure_lead(const struct link *link)
{
    return link->start->lead;
}

static double measure_sequel(const struct link *link)
{
    return link->start->sequel;
}

static double measure_quotation(const struct link *link)
{
    return is_opening(utf8_first(link->start->block->text).code);
}

static double measure_numbered(const struct link *link)
{
    return is_numbered(link->start->block->text);
}

static double measure_caption(const struct link *link)
{
    return link->start->block->role == ROLE_CAPTION;
}

static double measure_doubtful(const struct link *link)
{
    return link->end->doubtful;
}

static double measure_doubtful_lean(const struct link *link)
{
    return link->end->doubtful ? fmin(link->end->block->lean, LEAN_MOST) : 0.0;
}

static double measure_subhead(const struct link *link)
{
    return link->start->block->role == ROLE_SUBHEAD;
}

static double measure_subhead_lean(const struct link *link)
{
    return link->start->block->role == ROLE_SUBHEAD ? fmin(link->start->block->lean, LEAN_MOST)
                                                    : 0.0;
}

static double measure_after_subhead(const struct link *link)
{
    return link->end->block->role == ROLE_SUBHEAD;
}

/* ---- the same manner on both sides */

static double measure_both_speak(const struct link *link)
{
    return link->end->speaks && link->start->speaks;
}

static double measure_one_speaks(const struct link *link)
{
    return !link->head && link->end->speaks != link->start->speaks;
}

static double measure_same_mark(const struct link *link)
{
    return link->end->mark && link->end->mark == link->start->mark;
}

static double measure_both_rows(const struct link *link)
{
    return link->end->block->setting == SETTING_ROW && link->start->block->setting == SETTING_ROW;
}

static double measure_one_row(const struct link *link)
{
    return !link->head && (link->end->block->setting == SETTING_ROW) !=
                              (link->start->block->setting == SETTING_ROW);
}

/* ---- how the columns are set */

static double measure_continues(const struct link *link)
{
    return link->start->block->column && link->start->block->continues;
}

static double measure_first_line(const struct link *link)
{
    return link->start->block->column && !link->start->block->continues;
}

static double measure_runs_on(const struct link *link)
{
    return link->end->block->runs_on;
}

static uint32_t columns_off(const struct link *link)
{
    uint32_t a = link->end->block->column, b = link->start->block->column;
    return !a || !b ? 0 : a > b ? a - b : b - a;
}

static double measure_other_column(const struct link *link)
{
    uint32_t off = columns_off(link);
    return off < 2 ? 0.0 : off == 2 ? 0.5 : 1.0;
}

static double measure_same_column(const struct link *link)
{
    return link->end->block->column && link->start->block->column && columns_off(link) < 2;
}

/* ---- marks and words at the seam */

static double measure_quotes_fit(const struct link *link)
{
    return link->end->quotes_open > 0 && link->start->quotes_unopened > 0;
}

static double measure_quotes_left_open(const struct link *link)
{
    return link->end->quotes_open > 0 && link->start->quotes_unopened == 0;
}

static double measure_quotes_unopened(const struct link *link)
{
    return link->end->quotes_open <= 0 && link->start->quotes_unopened > 0;
}

static double measure_bad_start(const struct link *link)
{
    return may_not_start(utf8_first(link->start->block->text).code);
}

/* How well the start's first character begins a word. */
static double measure_initial(const struct link *link)
{
    const struct han_run *first = &link->start->first;
    return first->len ? fmax(-3.0, fmin(3.0, lexicon_initial(first->at[0]))) : 0.0;
}

/* The start's first words are no words. */
static double measure_short_clause(const struct link *link)
{
    struct str text = link->start->block->text;
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars < 4; c = utf8_next(text, c), chars++)
        if (is_stop(c.code) || is_sentence_end(c.code))
            return (4.0 - (double)chars) / 4.0;
    return 0.0;
}

static double measure_words(const struct link *link)
{
    return link->gain;
}

/* … and with the open end elsewhere that it fits best. */
static double measure_words_elsewhere(const struct link *link)
{
    return link->gain_elsewhere;
}

static double measure_rough(const struct link *link)
{
    return lexicon_roughness(&link->end->last, &link->start->first);
}

static double measure_follows(const struct link *link)
{
    uint32_t last = utf8_last(link->end->block->text).code;
    return bigram_association(last, utf8_first(link->start->block->text).code);
}

static double known(const struct link *link, size_t n)
{
    return log(1.0 + (double)seams_known(link->seams, link->end, link->start, n));
}

static double measure_known_2(const struct link *link)
{
    return known(link, 2);
}

static double measure_known_3(const struct link *link)
{
    return known(link, 3);
}

static double measure_known_4(const struct link *link)
{
    return known(link, 4);
}

static bool is_han_seam(const struct link *link)
{
    return link->end->last.len && link->start->first.len;
}

static double measure_unknown(const struct link *link)
{
    return is_han_seam(link) && !seams_known(link->seams, link->end, link->start, 2);
}

static double measure_han_start(const struct link *link)
{
    return link->start->first.len > 0;
}

static double measure_comma_end(const struct link *link)
{
    return is_stop(utf8_last(link->end->block->text).code);
}

static bool is_digit(uint32_t code)
{
    return utf8_is_digit(code) || code == '%' || code == '.';
}

static double measure_digits(const struct link *link)
{
    return is_digit(utf8_last(link->end->block->text).code) &&
           is_digit(utf8_first(link->start->block->text).code);
}

/* ---- what is spoken of */

static double measure_common(const struct link *link)
{
    return link->common;
}

static double measure_log_common(const struct link *link)
{
    return log(link->common + 0.01);
}

static double measure_chars(const struct link *link)
{
    return link->head ? 0.0 : pairs_common(&link->end->back.chars, &link->start->forth.chars);
}

/* No headline stands here: how many starts of the page are like that, as a logarithm. */
static double measure_wanted(const struct link *link)
{
    if (link->head || link->start->before.headline)
        return 0.0;
    return log(((double)link->passages->elsewhere + 0.5) / ((double)link->passages->row + 1.0));
}

static double measure_wanted_common(const struct link *link)
{
    return measure_wanted(link) * link->common;
}

static double measure_lead_common(const struct link *link)
{
    return link->start->lead ? log(link->common + 0.01) + 3.0 : 0.0;
}

/* How far the two differ in the form of their commas: full or half width. */
static double measure_commas_differ(const struct link *link)
{
    struct str a = link->end->block->text, b = link->start->block->text;
    bool wide_a = str_has(a, STR("，")), wide_b = str_has(b, STR("，"));
    bool narrow_a = str_has(a, STR(",")), narrow_b = str_has(b, STR(","));
    return (wide_a && !narrow_a && narrow_b && !wide_b) ||
           (narrow_a && !wide_a && wide_b && !narrow_b);
}

/* Places that both name. */
static double measure_places_shared(const struct link *link)
{
    return fmin(3.0, pairs_shared(&link->end->back.places, &link->start->forth.places));
}

/* Both name places, and none is the same. */
static double measure_places_apart(const struct link *link)
{
    const struct pairs *a = &link->end->back.places, *b = &link->start->forth.places;
    return pairs_shared(a, b) > 0.0 ? 0.0 : log(1.0 + fmin((double)a->len, (double)b->len));
}

/* The start's first clause names a place or a time of day. */
static double measure_scene(const struct link *link)
{
    static const struct str times[] = {WORD("凌晨"), WORD("清晨"), WORD("早上"), WORD("早晨"),
                                       WORD("上午"), WORD("中午"), WORD("下午"), WORD("傍晚"),
                                       WORD("入夜"), WORD("夜里"), WORD("晚上"), WORD("深夜")};
    struct str clause = utf8_head(link->start->block->text, 14);
    struct arena work = {0};
    bool place = places_of(&work, clause).len > 0;
    arena_clear(&work);
    return place || wordlist_held(times, COUNT(times), clause) > 0;
}

/* The end looks ahead, as the last paragraphs of reports like to. */
static double measure_outlook(const struct link *link)
{
    static const struct str starts[] = {WORD("下一步"), WORD("“下一步"), WORD("接下来"),
                                        WORD("今后"),   WORD("未来"),    WORD("目前"),
                                        WORD("截至"),   WORD("如今")};
    return wordlist_start(starts, COUNT(starts), link->end->block->text) != NULL;
}

/* … of the two passages alone. */
static double measure_near_common(const struct link *link)
{
    return link->head ? 0.0 : log(pairs_common(&link->end->words, &link->start->words) + 0.01);
}

static double measure_best_of_end(const struct link *link)
{
    return link->best_of_end > 0.0 ? link->common / link->best_of_end : 0.0;
}

static double measure_best_of_start(const struct link *link)
{
    return link->best_of_start > 0.0 ? link->common / link->best_of_start : 0.0;
}

static double measure_apart(const struct link *link)
{
    return link->apart;
}

static double measure_depth(const struct link *link)
{
    return link->depth;
}

static double measure_brief(const struct link *link)
{
    return link->brief;
}

static double measure_expect(const struct link *link)
{
    return log((double)(link->passages->headings.len + 1) / (double)(link->passages->row + 1));
}

/*
 * Weights in nats, by what goes before the start: a passage whose sentence is open, one whose
 * sentence is closed, a headline. Fitted by tests/compose/fit.py; docs/reconstruction.md says how.
 */
static const struct {
    const char *name;
    double weight[BEFORE_STARTS];
    double (*measure)(const struct link *link);
} evidence[] = {
#include "story/evidence.inc"
};

double link_evidence(const struct link *link)
{
    double sum = 0.0;
    for (size_t i = 0; i < COUNT(evidence); i++) {
        double weight = evidence[i].weight[link->kind];
        sum += weight != 0.0 ? weight * evidence[i].measure(link) : 0.0;
    }
    return sum;
}

void link_dump(struct buf *out, const struct link *link)
{
    for (size_t i = 0; i < COUNT(evidence); i++)
        if (link)
            buf_fmt(out, " %.4g", evidence[i].measure(link));
        else
            buf_fmt(out, " %s", evidence[i].name);
    buf_fmt(out, "\n");
}
