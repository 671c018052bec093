/* SPDX-License-Identifier: MIT */
/* Where a start stands, what stands before it, and how the texts begin and end. */
#include <math.h>

#include "page/chars.h"
#include "story/measures.h"

#define SHORT_CHARS 10 /* of a heading */
#define LEAN_MOST 5.0

/* ---- where it stands */

double measure_one(const struct link *link)
{
    (void)link;
    return 1.0;
}

double measure_next(const struct link *link)
{
    return link->next;
}

static double place_before(const struct link *link)
{
    return link->head ? link->head->place : link->end->place;
}

double measure_way(const struct link *link)
{
    return link->next ? 0.0 : log(fabs(link->start->place - place_before(link)) + 1.0);
}

double measure_backward(const struct link *link)
{
    return link->start->place < place_before(link);
}

double measure_headline(const struct link *link)
{
    return link->start->before.headline;
}

double measure_lean(const struct link *link)
{
    return link->start->before.headline ? fmin(link->start->before.lean, LEAN_MOST) : 0.0;
}

/* A headline as short as a subhead. */
double measure_headline_short(const struct link *link)
{
    return link->start->before.headline && link->start->before.chars <= SHORT_CHARS;
}

/* How much both sides of a headline have in common. */
double measure_across_headline(const struct link *link)
{
    return link->start->before.headline && !link->head ? log(link->common + 0.01) : 0.0;
}

double measure_chars_across_headline(const struct link *link)
{
    return link->start->before.headline ? link->chars : 0.0;
}

/* ---- the headline */

double measure_head_short(const struct link *link)
{
    return link->head && link->head->chars_len <= SHORT_CHARS;
}

double measure_head_lean(const struct link *link)
{
    return link->head ? fmin(link->head->lean, LEAN_MOST) : 0.0;
}

double measure_head_signed(const struct link *link)
{
    return link->head && link->head->byline;
}

double measure_head_crowded(const struct link *link)
{
    return link->head && link->head->crowded;
}

/* The start is the first of its text, as far as is known. */
double measure_head_first(const struct link *link)
{
    return link->head && link->start->prior == PASSAGE_NONE;
}

#define AHEAD_MOST 30.0 /* nats */

double measure_head_ahead(const struct link *link)
{
    return link->head ? fmax(-AHEAD_MOST, fmin(AHEAD_MOST, link->answer.ahead)) : 0.0;
}

/* The text that the start is in speaks of other things from there on. */
double measure_head_inside(const struct link *link)
{
    return link->head && link->start->prior != PASSAGE_NONE && link->start->shift.lead > 0.0;
}

double measure_head_mutual(const struct link *link)
{
    return link->head ? link->answer.mutual : 0.0;
}

/* How much higher the heap is that the headline lies in than a kicker and its headline: a
   logarithm, 0 where it is no higher. */
static double heap_of(const struct link *link)
{
    return link->head && heading_in_heap(link->head)
               ? log((double)link->head->heap / HEAP_OF_KICKER)
               : 0.0;
}

double measure_head_crowd(const struct link *link)
{
    return link->head && link->head->crowded ? heap_of(link) : 0.0;
}

double measure_head_heap_next(const struct link *link)
{
    return link->next ? heap_of(link) : 0.0;
}

/* The headline stands right above the start, and is the last of a heap. */
double measure_head_heaped(const struct link *link)
{
    return link->head && link->next && link->head->heaped;
}

double measure_head_elsewhere(const struct link *link)
{
    return link->head && link->near == PASSAGE_NONE;
}

/* … and the start has another headline above it. */
double measure_headed(const struct link *link)
{
    return link->head && !link->next && link->start->before.headline;
}

double measure_picture(const struct link *link)
{
    return link->start->picture;
}

double measure_picture_next(const struct link *link)
{
    return link->start->picture && link->next;
}

/* The passage before the start on the page is unfinished. */
double measure_start_after_open(const struct link *link)
{
    size_t start = (size_t)(link->start - link->passages->at);
    return link->head && start > 0 && start < link->passages->row &&
           link->passages->at[start - 1].open && !link->passages->at[start].before.headline;
}

/* ---- how the texts begin and end */

double measure_byline(const struct link *link)
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

double measure_sign_off(const struct link *link)
{
    return after_end(link)->sign_off || link->end->signs;
}

double measure_jump(const struct link *link)
{
    return after_end(link)->jump_to || link->start->before.jump_from;
}

double measure_photo(const struct link *link)
{
    return link->start->before.photo;
}

double measure_residue(const struct link *link)
{
    return link->start->before.residue;
}

double measure_parted(const struct link *link)
{
    return link->next && link->start->parted;
}

double measure_gap(const struct link *link)
{
    return link->start->block->gap >= GAP_WIDE;
}

double measure_after_open(const struct link *link)
{
    size_t start = (size_t)(link->start - link->passages->at);
    return !link->next && start > 0 && start < link->passages->row &&
           link->passages->at[start - 1].open;
}

double measure_report(const struct link *link)
{
    return link->start->report;
}

double measure_lead(const struct link *link)
{
    return link->start->lead;
}

double measure_sequel(const struct link *link)
{
    return link->start->sequel;
}

double measure_quotation(const struct link *link)
{
    return is_opening(link->start->first_char);
}

double measure_numbered(const struct link *link)
{
    return link->start->numbered;
}

double measure_doubtful(const struct link *link)
{
    return link->end->doubtful;
}

double measure_doubtful_lean(const struct link *link)
{
    return link->end->doubtful ? fmin(link->end->block->lean, LEAN_MOST) : 0.0;
}

double measure_subhead(const struct link *link)
{
    return link->start->block->role == ROLE_SUBHEAD;
}

double measure_subhead_lean(const struct link *link)
{
    return link->start->block->role == ROLE_SUBHEAD ? fmin(link->start->block->lean, LEAN_MOST)
                                                    : 0.0;
}

double measure_after_subhead(const struct link *link)
{
    return link->end->block->role == ROLE_SUBHEAD;
}

/* ---- the same manner on both sides */

double measure_both_speak(const struct link *link)
{
    return link->end->speaks && link->start->speaks;
}

double measure_one_speaks(const struct link *link)
{
    return !link->head && link->end->speaks != link->start->speaks;
}

double measure_same_mark(const struct link *link)
{
    return link->end->mark && link->end->mark == link->start->mark;
}

/* ▲ below a column's name: the first item of it. */
double measure_first_item(const struct link *link)
{
    return link->next && link->start->before.column && link->start->mark &&
           link->end->mark != link->start->mark;
}

double measure_list_opens(const struct link *link)
{
    return passage_opens_list(link->end, link->start);
}

double measure_both_rows(const struct link *link)
{
    return link->end->block->setting == SETTING_ROW && link->start->block->setting == SETTING_ROW;
}

double measure_one_row(const struct link *link)
{
    return !link->head && (link->end->block->setting == SETTING_ROW) !=
                              (link->start->block->setting == SETTING_ROW);
}

/* ---- how the columns are set */

double measure_continues(const struct link *link)
{
    return link->start->block->column && link->start->block->continues;
}

/* The start is a paragraph's first line, as its column or its indent shows. */
double measure_first_line(const struct link *link)
{
    const struct block *block = link->start->block;
    return !block->continues && (block->column || block->indent >= INDENT_LEAST);
}

double measure_runs_on(const struct link *link)
{
    return link->end->block->runs_on;
}

static uint32_t columns_off(const struct link *link)
{
    uint32_t a = link->end->block->column, b = link->start->block->column;
    return !a || !b ? 0 : a > b ? a - b : b - a;
}

double measure_other_column(const struct link *link)
{
    uint32_t off = columns_off(link);
    return off < 2 ? 0.0 : off == 2 ? 0.5 : 1.0;
}

double measure_same_column(const struct link *link)
{
    return link->end->block->column && link->start->block->column && columns_off(link) < 2;
}
