/* SPDX-License-Identifier: MIT */
#include "archive/record.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "enrich/topics.h"

/* Each line of TEXT after PREFIX; terminals wrap what is long. */
static void add_lines(struct buf *out, const char *prefix, struct str text)
{
    while (text.len) {
        struct str line = str_cut(&text, '\n');
        buf_str(out, str_of(prefix));
        utf8_add_safe(out, line);
        buf_byte(out, '\n');
    }
}

static void add_headline(struct buf *out, const struct story *story)
{
    struct str headline = story->headline;
    if (!headline.len)
        return;
    buf_str(out, story->headline_derived ? STR("〔") : STR_NONE);
    utf8_add_safe(out, headline);
    buf_str(out, story->headline_derived ? STR("〕\n") : STR("\n"));
}

static void add_date(struct buf *out, const struct story_date *date)
{
    struct arena scratch = {0};
    struct str iso = date_iso(&scratch, date->value, date->precision);
    if (iso.len)
        buf_fmt(out, "date: %.*s (%s)\n", STR_FMT(iso), basis_name(date->basis));
    else
        buf_str(out, STR("date: unknown\n"));
    arena_clear(&scratch);
}

static void add_bylines(struct buf *out, const struct bylines *bylines)
{
    for (size_t i = 0; i < bylines->len; i++) {
        buf_str(out, i ? STR(", ") : STR("by: "));
        utf8_add_safe(out, bylines->at[i].name);
        buf_fmt(out, " (%s)", byline_role_name(bylines->at[i].role));
    }
    buf_str(out, bylines->len ? STR("\n") : STR_NONE);
}

static void add_places_and_topics(struct buf *out, const struct story *story)
{
    for (size_t i = 0; i < story->counties.len; i++) {
        const struct county *county = story->counties.at[i].county;
        buf_str(out, i ? STR(", ") : STR("counties: "));
        buf_fmt(out, "%.*s %.*s", STR_FMT(county->name), STR_FMT(county->code));
    }
    buf_str(out, story->counties.len ? STR("\n") : STR_NONE);
    for (size_t i = 0; i < story->regions.len; i++) {
        const struct story_region *region = &story->regions.at[i];
        buf_str(out, i ? STR(", ") : STR("regions: "));
        buf_fmt(out, "%.*s %.*s", STR_FMT(region_name(region)), STR_FMT(region_code(region)));
    }
    buf_str(out, story->regions.len ? STR("\n") : STR_NONE);
    for (size_t i = 0; i < story->topics.len; i++) {
        buf_str(out, i ? STR(", ") : STR("topics: "));
        utf8_add_safe(out, story->topics.at[i].topic->label);
    }
    buf_str(out, story->topics.len ? STR("\n") : STR_NONE);
}

static void add_cuts(struct buf *out, const struct story *story)
{
    if (story->truncated_start)
        buf_str(out, STR("cut: the start is missing\n"));
    if (story->truncated_end)
        buf_str(out, STR("cut: the end is missing\n"));
}

static bool is_head(enum role role)
{
    return role == ROLE_KICKER || role == ROLE_HEADLINE || role == ROLE_SUBTITLE;
}

static void add_story(struct buf *out, const struct story *story)
{
    add_lines(out, "", story->kicker);
    add_headline(out, story);
    add_lines(out, "", story->subtitle);
    add_date(out, &story->date);
    add_bylines(out, &story->bylines);
    add_places_and_topics(out, story);
    add_cuts(out, story);
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (is_head(block->role))
            continue;
        buf_byte(out, '\n');
        add_lines(out, block->role == ROLE_PARAGRAPH ? "　　" : "", block->text);
    }
}

static void add_residue(struct buf *out, const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++)
        add_lines(out, "| ", story->blocks.at[i].text);
}

void record_text(struct buf *out, const struct story *story)
{
    buf_fmt(out, "== %s ", story_kind_name(story->kind));
    utf8_add_safe(out, story->id);
    buf_str(out, story->id.len ? STR(" ==\n") : STR("==\n"));
    if (story->kind == KIND_RESIDUE)
        add_residue(out, story);
    else
        add_story(out, story);
    buf_byte(out, '\n');
}
