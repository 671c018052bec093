/* SPDX-License-Identifier: MIT */
#include "archive/page_pack.h"

#include "base/calendar.h"
#include "base/utf8.h"

/* ---- what is known by its name */

static struct str county_code(const void *county)
{
    return ((const struct county *)county)->code;
}

static const void *county_of(const void *reference, struct str code)
{
    return gazetteer_county(((const struct reference *)reference)->gazetteer, code);
}

static struct str prefecture_code(const void *prefecture)
{
    return ((const struct prefecture *)prefecture)->code;
}

static const void *prefecture_of(const void *reference, struct str code)
{
    return gazetteer_prefecture(((const struct reference *)reference)->gazetteer, code);
}

static struct str province_code(const void *province)
{
    return ((const struct province *)province)->code;
}

static const void *province_of(const void *reference, struct str code)
{
    return gazetteer_province(((const struct reference *)reference)->gazetteer, code);
}

static struct str topic_id(const void *topic)
{
    return ((const struct topic *)topic)->id;
}

static const void *topic_of(const void *reference, struct str id)
{
    return topics_find(((const struct reference *)reference)->topics, id);
}

static const struct pack_names counties = {county_code, county_of},
                               prefectures = {prefecture_code, prefecture_of},
                               provinces = {province_code, province_of},
                               topics = {topic_id, topic_of};

/* ---- the fields */

/* All of a span is one field. */
static const struct pack_field a_span_fields[] = {
    {PACK_SPAN, 0, sizeof(struct span), NULL, NULL, 0},
};
static const struct pack_struct a_span = PACK_TABLE(struct span, a_span_fields);

static const struct pack_field a_line_fields[] = {
    PACK_INSIDE(struct line, span, PACK_STRUCT, &a_span),
    PACK_FIELD(struct line, number, PACK_NUMBER),
    PACK_FLAG(struct line, doubled),
};
static const struct pack_struct a_line = PACK_TABLE(struct line, a_line_fields);

static const struct pack_field a_block_fields[] = {
    PACK_ONE_OF(struct block, role, ROLE_COUNT),
    PACK_FIELD(struct block, text, PACK_STR),
    PACK_INSIDE(struct block, spans, PACK_VEC, &a_span),
    PACK_FIELD(struct block, first_line, PACK_NUMBER),
    PACK_FIELD(struct block, last_line, PACK_NUMBER),
};
static const struct pack_struct a_block = PACK_TABLE(struct block, a_block_fields);

enum { YEARS = 10000, MONTHS = 12, DAYS = 31 };

static const struct pack_field a_date_fields[] = {
    PACK_ONE_OF(struct date, year, YEARS),
    PACK_ONE_OF(struct date, month, MONTHS + 1),
    PACK_ONE_OF(struct date, day, DAYS + 1),
};
static const struct pack_struct a_date = PACK_TABLE(struct date, a_date_fields);

static const struct pack_field facts_fields[] = {
    PACK_FIELD(struct page_facts, publication, PACK_STR),
    PACK_INSIDE(struct page_facts, date, PACK_STRUCT, &a_date),
    PACK_ONE_OF(struct page_facts, date_basis, BASIS_PAGE + 1),
    PACK_FIELD(struct page_facts, number, PACK_STR),
    PACK_FIELD(struct page_facts, name, PACK_STR),
    PACK_FIELD(struct page_facts, rights, PACK_STR),
    PACK_FIELD(struct page_facts, place, PACK_STR),
    PACK_FIELD(struct page_facts, publisher, PACK_STR),
    PACK_FIELD(struct page_facts, issn, PACK_STR),
    PACK_FIELD(struct page_facts, cn, PACK_STR),
    PACK_FIELD(struct page_facts, language, PACK_STR),
    PACK_FIELD(struct page_facts, id, PACK_STR),
};
static const struct pack_struct facts = PACK_TABLE(struct page_facts, facts_fields);

static const struct pack_field an_evidence_fields[] = {
    PACK_FIELD(struct evidence, text, PACK_STR),
    PACK_INSIDE(struct evidence, span, PACK_STRUCT, &a_span),
    PACK_FLAG(struct evidence, dateline),
};
static const struct pack_struct an_evidence = PACK_TABLE(struct evidence, an_evidence_fields);

static const struct pack_field a_byline_fields[] = {
    PACK_FIELD(struct byline, name, PACK_STR),
    PACK_ONE_OF(struct byline, role, BYLINE_ORGANISATION + 1),
    PACK_FIELD(struct byline, line, PACK_STR),
    PACK_INSIDE(struct byline, span, PACK_STRUCT, &a_span),
    PACK_FIELD(struct byline, organisation, PACK_STR),
    PACK_FIELD(struct byline, filed, PACK_STR),
};
static const struct pack_struct a_byline = PACK_TABLE(struct byline, a_byline_fields);

static const struct pack_field a_story_date_fields[] = {
    PACK_INSIDE(struct story_date, value, PACK_STRUCT, &a_date),
    PACK_ONE_OF(struct story_date, precision, PRECISION_DAY + 1),
    PACK_ONE_OF(struct story_date, basis, BASIS_PAGE + 1),
    PACK_INSIDE(struct story_date, evidence, PACK_VEC, &an_evidence),
};
static const struct pack_struct a_story_date = PACK_TABLE(struct story_date, a_story_date_fields);

static const struct pack_field a_county_fields[] = {
    PACK_BY_NAME(struct story_county, county, PACK_NAMED, &counties),
    PACK_FLAG(struct story_county, inferred),
    PACK_INSIDE(struct story_county, evidence, PACK_VEC, &an_evidence),
};
static const struct pack_struct a_county = PACK_TABLE(struct story_county, a_county_fields);

/* An element of a list of counties is a pointer to one. */
static const struct pack_field a_pointer_fields[] = {
    {PACK_NAMED, 0, sizeof(const struct county *), NULL, &counties, 0},
};
static const struct pack_struct a_pointer = PACK_TABLE(const struct county *, a_pointer_fields);

static const struct pack_field an_open_name_fields[] = {
    PACK_INSIDE(struct story_open_name, evidence, PACK_STRUCT, &an_evidence),
    PACK_INSIDE(struct story_open_name, counties, PACK_VEC, &a_pointer),
};
static const struct pack_struct an_open_name =
    PACK_TABLE(struct story_open_name, an_open_name_fields);

static const struct pack_field a_region_fields[] = {
    PACK_BY_NAME(struct story_region, prefecture, PACK_MAYBE_NAMED, &prefectures),
    PACK_BY_NAME(struct story_region, province, PACK_NAMED, &provinces),
    PACK_INSIDE(struct story_region, evidence, PACK_VEC, &an_evidence),
};
static const struct pack_struct a_region = PACK_TABLE(struct story_region, a_region_fields);

static const struct pack_field a_topic_fields[] = {
    PACK_BY_NAME(struct story_topic, topic, PACK_NAMED, &topics),
    PACK_FIELD(struct story_topic, score, PACK_DOUBLE),
    PACK_INSIDE(struct story_topic, evidence, PACK_VEC, &an_evidence),
};
static const struct pack_struct a_topic = PACK_TABLE(struct story_topic, a_topic_fields);

static const struct pack_field counts_fields[] = {
    PACK_FIELD(struct story_counts, chars, PACK_NUMBER),
    PACK_FIELD(struct story_counts, chars_spanned, PACK_NUMBER),
    PACK_FIELD(struct story_counts, paragraphs, PACK_NUMBER),
    PACK_FIELD(struct story_counts, line, PACK_NUMBER),
    PACK_FIELD(struct story_counts, column, PACK_NUMBER),
    PACK_FIELD(struct story_counts, runs, PACK_NUMBER),
    PACK_FIELD(struct story_counts, sketch, PACK_BYTES),
    PACK_FIELD(struct story_counts, standfirst, PACK_STR),
    PACK_FIELD(struct story_counts, to, PACK_STR),
    PACK_FIELD(struct story_counts, from, PACK_STR),
};
static const struct pack_struct counts = PACK_TABLE(struct story_counts, counts_fields);

static const struct pack_field a_story_fields[] = {
    PACK_ONE_OF(struct story, kind, KIND_RESIDUE + 1),
    PACK_FIELD(struct story, id, PACK_STR),
    PACK_FIELD(struct story, headline, PACK_STR),
    PACK_FLAG(struct story, headline_derived),
    PACK_FIELD(struct story, kicker, PACK_STR),
    PACK_FIELD(struct story, subtitle, PACK_STR),
    PACK_FIELD(struct story, dateline, PACK_STR),
    PACK_INSIDE(struct story, blocks, PACK_VEC, &a_block),
    PACK_FLAG(struct story, truncated_start),
    PACK_FLAG(struct story, truncated_end),
    PACK_FIELD(struct story, confidence, PACK_DOUBLE),
    PACK_INSIDE(struct story, bylines, PACK_VEC, &a_byline),
    PACK_INSIDE(struct story, date, PACK_STRUCT, &a_story_date),
    PACK_INSIDE(struct story, counties, PACK_VEC, &a_county),
    PACK_INSIDE(struct story, passing, PACK_VEC, &a_county),
    PACK_INSIDE(struct story, open, PACK_VEC, &an_open_name),
    PACK_INSIDE(struct story, regions, PACK_VEC, &a_region),
    PACK_INSIDE(struct story, topics, PACK_VEC, &a_topic),
    PACK_FLAG(struct story, places_given),
    PACK_FLAG(struct story, topics_given),
    PACK_INSIDE(struct story, counts, PACK_POINTER, &counts),
};
static const struct pack_struct a_story = PACK_TABLE(struct story, a_story_fields);

static const struct pack_field a_place_fields[] = {
    PACK_FIELD(struct place, file, PACK_BYTES),
    PACK_FIELD(struct place, line, PACK_NUMBER),
    PACK_FIELD(struct place, column, PACK_NUMBER),
};
static const struct pack_struct a_place = PACK_TABLE(struct place, a_place_fields);

static const struct pack_field a_finding_fields[] = {
    PACK_ONE_OF(struct diag, id, DIAG_ID_COUNT),
    PACK_INSIDE(struct diag, place, PACK_STRUCT, &a_place),
    PACK_FIELD(struct diag, what, PACK_BYTES),
};
static const struct pack_struct a_finding = PACK_TABLE(struct diag, a_finding_fields);

static const struct pack_field findings_fields[] = {
    {PACK_VEC, offsetof(struct diags, at), 0, &a_finding, NULL, 0}, /* a list, after .keep */
};
static const struct pack_struct findings = PACK_TABLE(struct diags, findings_fields);

static const struct pack_field page_fields[] = {
    PACK_INSIDE(struct page, front, PACK_STRUCT, &a_span),
    PACK_INSIDE(struct page, facts, PACK_STRUCT, &facts),
    PACK_INSIDE(struct page, lines, PACK_VEC, &a_line),
    PACK_FLAG(struct page, traditional),
    PACK_INSIDE(struct page, diags, PACK_STRUCT, &findings),
};
static const struct pack_struct a_page = PACK_TABLE(struct page, page_fields);

/* Beside its page. */
static const struct pack_field result_fields[] = {
    PACK_INSIDE(struct page_result, stories, PACK_VEC, &a_story),
    PACK_FIELD(struct page_result, slug, PACK_STR),
};
static const struct pack_struct a_result = PACK_TABLE(struct page_result, result_fields);

/* ---- what must hold of what was read back */

/* A part of a file's name, as slugs and ids are. */
static bool is_name(struct str s)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    for (size_t i = 0; i < s.len; i++)
        if (!memchr(allowed, s.ptr[i], sizeof allowed - 1))
            return false;
    return s.len > 0 && s.ptr[0] != '.';
}

/* Whether a day has its month. */
static bool is_date(struct date date)
{
    return date.month ? date.day <= month_days(date.year, date.month) : !date.day;
}

/* Whether a date has what it says that it has. */
static bool is_dated(const struct story_date *date)
{
    return is_date(date->value) && (date->precision < PRECISION_YEAR || date->value.year) &&
           (date->precision < PRECISION_MONTH || date->value.month) &&
           (date->precision < PRECISION_DAY || date->value.day);
}

static bool are_lines(const struct lines *lines)
{
    for (size_t i = 1; i < lines->len; i++)
        if (lines->at[i].number < lines->at[i - 1].number ||
            lines->at[i].span.start < lines->at[i - 1].span.end)
            return false;
    return true;
}

static bool is_sound(const struct page_result *result)
{
    for (size_t i = 0; i < result->stories.len; i++)
        if (!is_dated(&result->stories.at[i].date) || !is_name(result->stories.at[i].id) ||
            !result->stories.at[i].counts)
            return false;
    return is_name(result->slug) && is_date(result->page->facts.date) &&
           are_lines(&result->page->lines);
}

/* ---- there and back */

void page_facts_pack(struct buf *out, const struct page_facts *said)
{
    pack(out, &facts, said, STR_NONE);
}

void diags_pack(struct buf *out, const struct diags *diags)
{
    pack(out, &findings, diags, STR_NONE);
}

bool diags_unpack(struct arena *keep, struct packed *packed, struct diags *diags)
{
    bool good = unpack(keep, packed, &findings, diags);
    if (!good)
        *diags = (struct diags){0};
    diags->keep = keep;
    return good;
}

/* The text itself: how many of BYTES stand before it, which are all a byte order mark; or more than
   there can be, and it. */
struct own_text {
    uint32_t before;
    struct str text;
};

enum { MARK_BYTES = 3, NOT_INSIDE = MARK_BYTES + 1 };

static const struct pack_field own_text_fields[] = {
    PACK_FIELD(struct own_text, before, PACK_NUMBER),
    PACK_FIELD(struct own_text, text, PACK_STR),
};
static const struct pack_struct an_own_text = PACK_TABLE(struct own_text, own_text_fields);

void page_pack(struct buf *out, const struct page_result *result, struct str bytes)
{
    struct str text = result->page->text;
    struct own_text own = {NOT_INSIDE, text};
    for (uint32_t before = 0; before <= MARK_BYTES; before += MARK_BYTES)
        if (bytes.len >= before && str_eq(str_slice(bytes, before, bytes.len), text))
            own = (struct own_text){before, STR_NONE};
    pack(out, &an_own_text, &own, STR_NONE);
    pack(out, &a_page, result->page, text);
    pack(out, &a_result, result, text);
}

bool page_unpack(struct arena *keep, const struct reference *reference, struct str packed,
                 struct str bytes, struct str path, struct page_result *result)
{
    struct page *page = ARENA_NEW(keep, struct page);
    struct packed from = {.rest = packed, .reference = reference};
    struct own_text own;
    size_t bad;
    if (!unpack(keep, &from, &an_own_text, &own))
        return false;
    from.base = own.before == NOT_INSIDE ? own.text : str_slice(bytes, own.before, bytes.len);
    if (!utf8_valid(from.base, &bad) || !unpack(keep, &from, &a_page, page) ||
        !unpack(keep, &from, &a_result, result) || from.rest.len)
        return false;
    result->page = page;
    if (!is_sound(result))
        return false;
    page->path = path;
    page->text = from.base;
    page->diags.keep = keep;
    for (size_t i = 0; i < result->stories.len; i++)
        result->stories.at[i].page = page;
    return true;
}
