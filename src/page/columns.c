/* SPDX-License-Identifier: MIT */
#include "page/columns.h"

#include "page/column_model.h"
#include "page/roles.h"
#include "page/rows.h"
#include "page/strays.h"

#define WINDOW 32768 /* lines that are looked at together */
#define PASSES 3

static struct set_lines lines_that_are_not_blank(struct arena *scratch, const struct page *page)
{
    struct set_lines lines = {0};
    uint32_t gap = 0;
    for (size_t i = 0; i < page->lines.len; i++) {
        const struct line *line = &page->lines.at[i];
        if (!line->chars) {
            gap++;
            continue;
        }
        vec_push(scratch, &lines,
                 (struct set_line){.line = line, .gap = gap, .apart = stands_apart(line->text)});
        gap = 0;
    }
    return lines;
}

static struct line_facts *facts_of_lines(struct arena *scratch, const struct set_line *lines,
                                         size_t len)
{
    struct pair_counts pairs = {0};
    struct line_facts *facts = ARENA_ARRAY(scratch, struct line_facts, len);
    for (size_t i = 0; i < len; i++)
        pairs_count(scratch, &pairs, lines[i].line->text, (uint32_t)i + 1);
    for (size_t i = 0; i < len; i++)
        facts[i] = line_facts_of(lines, len, i, &pairs);
    return facts;
}

static void place_lines(struct arena *scratch, struct set_line *lines, size_t len)
{
    const struct line_facts *facts = facts_of_lines(scratch, lines, len);
    struct column_model model = model_new(facts, len);
    uint8_t *back = ARENA_ROOM(scratch, uint8_t, len * model_states(&model));
    uint8_t *path = ARENA_ROOM(scratch, uint8_t, len), *learned = ARENA_ROOM(scratch, uint8_t, len);
    model_decode(&model, facts, len, back, path);
    for (int pass = 1; pass < PASSES; pass++) {
        model_learn(&model, facts, path, len);
        memcpy(learned, path, len);
        model_decode(&model, facts, len, back, path);
        if (memcmp(learned, path, len) == 0)
            break; /* there is no more to learn */
    }
    for (size_t i = 0; i < len; i++) {
        lines[i].place = state_place(path[i]);
        lines[i].column = state_column(&model, path[i]);
        lines[i].joined = i && model_joins(&model, path[i - 1], path[i]);
    }
}

/* The lines that stand in columns or alone: all but strays and headlines that run down. */
static struct set_lines lines_across(struct arena *scratch, const struct set_lines *all)
{
    struct set_lines across = {0};
    uint32_t gap = 0;
    for (size_t i = 0; i < all->len; i++) {
        struct set_line line = all->at[i];
        gap += line.gap;
        if (line.setting == SETTING_STRAY || line.setting == SETTING_DOWN)
            continue;
        line.gap = gap;
        vec_push(scratch, &across, line);
        gap = 0;
    }
    return across;
}

/* Puts what was found out about the lines across into the list of all. */
static void put_back(struct set_lines *all, const struct set_lines *across)
{
    size_t k = 0;
    for (size_t i = 0; i < all->len && k < across->len; i++) {
        if (all->at[i].line != across->at[k].line)
            continue;
        uint32_t gap = all->at[i].gap;
        all->at[i] = across->at[k++];
        all->at[i].gap = gap;
    }
}

struct set_lines columns_find(struct arena *scratch, const struct page *page)
{
    struct arena work = {0};
    struct set_lines lines = lines_that_are_not_blank(scratch, page);
    strays_find(&lines);
    rows_find(scratch, page, &lines);
    struct set_lines across = lines_across(scratch, &lines);
    for (size_t at = 0; at < across.len; at += WINDOW) {
        place_lines(&work, across.at + at, across.len - at < WINDOW ? across.len - at : WINDOW);
        arena_reset(&work);
    }
    arena_clear(&work);
    put_back(&lines, &across);
    return lines;
}
