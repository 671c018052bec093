/* SPDX-License-Identifier: MIT */
#include "site/export.h"
#include "archive/record.h"
#include "base/utf8.h"
#include "enrich/region.h"
#include "site/paths.h"

/* ---- JSON */

static void entry_ndjson(struct buf *out, const struct entry *entry)
{
    struct arena scratch = {0};
    record_json_published(out, entry, path_story(&scratch, entry->story));
    arena_clear(&scratch);
}

static void head_ndjson(struct buf *out)
{
    (void)out;
}

const struct export_kind export_ndjson = {"data/stories.ndjson", head_ndjson, entry_ndjson};

/* ---- CSV */

static struct str joined(struct arena *scratch, const struct strs *parts, char between)
{
    struct buf text = {0};
    for (size_t i = 0; i < parts->len; i++) {
        if (i)
            buf_byte(&text, between);
        buf_str(&text, parts->at[i]);
    }
    struct str kept = str_dup(scratch, buf_view(&text));
    buf_clear(&text);
    return kept;
}

static struct str byline_names(struct arena *scratch, const struct bylines *bylines)
{
    struct strs names = {0};
    for (size_t i = 0; i < bylines->len; i++)
        vec_push(scratch, &names, bylines->at[i].name);
    return joined(scratch, &names, ';');
}

static struct str county_names(struct arena *scratch, const struct story_counties *counties)
{
    struct strs names = {0};
    for (size_t i = 0; i < counties->len; i++)
        vec_push(scratch, &names, counties->at[i].county->name);
    return joined(scratch, &names, ';');
}

static struct str county_codes(struct arena *scratch, const struct story_counties *counties)
{
    struct strs codes = {0};
    for (size_t i = 0; i < counties->len; i++)
        vec_push(scratch, &codes, counties->at[i].county->code);
    return joined(scratch, &codes, ';');
}

static struct str region_names(struct arena *scratch, const struct story_regions *regions)
{
    struct strs names = {0};
    for (size_t i = 0; i < regions->len; i++)
        vec_push(scratch, &names, region_name(&regions->at[i]));
    return joined(scratch, &names, ';');
}

static struct str region_codes(struct arena *scratch, const struct story_regions *regions)
{
    struct strs codes = {0};
    for (size_t i = 0; i < regions->len; i++)
        vec_push(scratch, &codes, region_code(&regions->at[i]));
    return joined(scratch, &codes, ';');
}

static struct str topic_ids(struct arena *scratch, const struct story_topics *topics)
{
    struct strs ids = {0};
    for (size_t i = 0; i < topics->len; i++)
        vec_push(scratch, &ids, topics->at[i].topic->id);
    return joined(scratch, &ids, ';');
}

/* All that stands under the head, which has columns of its own. */
static struct str body(struct arena *scratch, const struct blocks *blocks)
{
    struct strs texts = {0};
    for (size_t i = 0; i < blocks->len; i++) {
        enum role role = blocks->at[i].role;
        if (role != ROLE_KICKER && role != ROLE_HEADLINE && role != ROLE_SUBTITLE)
            vec_push(scratch, &texts, blocks->at[i].text);
    }
    return joined(scratch, &texts, '\n');
}

static struct str truth(bool is_true)
{
    return is_true ? STR("true") : STR("false");
}

static struct str half_id(const struct entry *half)
{
    return half ? half->story->id : STR_NONE;
}

/* A file's name need not be UTF-8, though all other text is. */
static struct str source_path(struct arena *scratch, struct str path)
{
    struct buf mended = {0};
    utf8_add_mended(&mended, path);
    struct str kept = str_dup(scratch, buf_view(&mended));
    buf_clear(&mended);
    return kept;
}

/* The columns: their names, and what stands there for a STORY of a page with FACTS. */
#define COLUMNS                                                               \
    COLUMN(id, story->id)                                                     \
    COLUMN(kind, str_of(story_kind_name(story->kind)))                        \
    COLUMN(headline, story->headline)                                         \
    COLUMN(headline_derived, truth(story->headline_derived))                  \
    COLUMN(kicker, story->kicker)                                             \
    COLUMN(subtitle, story->subtitle)                                         \
    COLUMN(bylines, byline_names(scratch, &story->bylines))                   \
    COLUMN(date, date_iso(scratch, story->date.value, story->date.precision)) \
    COLUMN(date_precision, str_of(precision_name(story->date.precision)))     \
    COLUMN(date_basis, str_of(basis_name(story->date.basis)))                 \
    COLUMN(publication, facts->publication)                                   \
    COLUMN(page, facts->number)                                               \
    COLUMN(counties, county_names(scratch, &story->counties))                 \
    COLUMN(county_codes, county_codes(scratch, &story->counties))             \
    COLUMN(regions, region_names(scratch, &story->regions))                   \
    COLUMN(region_codes, region_codes(scratch, &story->regions))              \
    COLUMN(topics, topic_ids(scratch, &story->topics))                        \
    COLUMN(source, source_path(scratch, story->page->path))                   \
    COLUMN(url, path_story(scratch, story))                                   \
    COLUMN(chars, str_format(scratch, "%zu", entry->chars))                   \
    COLUMN(truncated_start, truth(story->truncated_start))                    \
    COLUMN(truncated_end, truth(story->truncated_end))                        \
    COLUMN(continues, half_id(entry->continues))                              \
    COLUMN(continued_from, half_id(entry->continued_from))                    \
    COLUMN(first_printing, half_id(entry->first_printing))                    \
    COLUMN(rights, facts->rights)                                             \
    COLUMN(text, body(scratch, &story->blocks))

/* What programs may pass over before they take a cell for a formula. */
static struct str past_unseen(struct str cell)
{
    struct utf8 c = utf8_first(cell);
    while (c.len &&
           (c.code == ' ' || c.code == 0x3000 || c.code == 0xa0 || utf8_is_unsafe(c.code)) &&
           c.code != '\t' && c.code != '\r' && c.code != '\n')
        c = utf8_next(cell, c);
    return str_slice(cell, c.at, cell.len);
}

static bool is_formula(struct str cell)
{
    static const char *const starts[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                         "\n", "＝", "＋", "－", "＠"};
    struct str seen = past_unseen(cell);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (str_starts(seen, str_of(starts[i])))
            return true;
    }
    return false;
}

static bool needs_quotes(struct str cell)
{
    return str_has(cell, STR(",")) || str_has(cell, STR("\"")) || str_has(cell, STR("\n")) ||
           str_has(cell, STR("\r"));
}

/* A cell and the comma after it. */
static void add_cell(struct buf *out, struct str cell)
{
    bool quotes = needs_quotes(cell);
    if (quotes)
        buf_byte(out, '"');
    if (is_formula(cell))
        buf_byte(out, '\'');
    while (cell.len) {
        struct str part = str_cut(&cell, '"');
        buf_str(out, part);
        if (cell.ptr)
            buf_str(out, STR("\"\""));
    }
    buf_str(out, quotes ? STR("\",") : STR(","));
}

/* Ends a row: the last comma parts nothing. */
static void end_row(struct buf *out)
{
    out->len--;
    buf_str(out, STR("\r\n"));
}

static void write_row(struct arena *scratch, struct buf *out, const struct entry *entry)
{
    const struct story *story = entry->story;
    const struct page_facts *facts = &story->page->facts;
#define COLUMN(name, value) add_cell(out, value);
    COLUMNS
#undef COLUMN
    end_row(out);
}

static void head_csv(struct buf *out)
{
    buf_str(out, STR("\ufeff"));
#define COLUMN(name, value) add_cell(out, STR(#name));
    COLUMNS
#undef COLUMN
    end_row(out);
}

static void entry_csv(struct buf *out, const struct entry *entry)
{
    struct arena scratch = {0};
    write_row(&scratch, out, entry);
    arena_clear(&scratch);
}

const struct export_kind export_csv = {"data/stories.csv", head_csv, entry_csv};
