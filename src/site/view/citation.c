/* SPDX-License-Identifier: MIT */
#include "site/view/citation.h"

#include "archive/archive.h"
#include "base/bidi.h"
#include "base/utf8.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/strings.h"

/* GB/T 7714 names three authors and passes over the rest. */
enum { GBT_AUTHORS_MAX = 3 };

static bool is_author(const struct byline *byline)
{
    return byline->role != BYLINE_EDITOR;
}

static bool is_first_mention(const struct bylines *bylines, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (is_author(&bylines->at[k]) && str_eq(bylines->at[k].name, bylines->at[i].name))
            return false;
    }
    return true;
}

/* The next author at or after *I, or NULL; *I moves behind it. */
static const struct byline *author_next(const struct story *story, size_t *i)
{
    const struct bylines *bylines = &story->bylines;
    while (*i < bylines->len) {
        const struct byline *byline = &bylines->at[(*i)++];
        if (is_author(byline) && is_first_mention(bylines, *i - 1))
            return byline;
    }
    return NULL;
}

/* A story, and the archive that it is cited from. */
struct cited {
    const struct site *site;
    const struct entry *entry;
};

static const struct story *cited_story(const struct cited *cited)
{
    return cited->entry->story;
}

static struct str message(const struct cited *cited, const char *key)
{
    return strings_get(cited->site->strings, key);
}

static struct str without_dash(struct str subtitle)
{
    for (struct utf8 c = utf8_first(subtitle); c.len; c = utf8_next(subtitle, c)) {
        bool dash = c.code == '-' || (c.code >= 0x2010 && c.code <= 0x2015) || c.code == 0x2500;
        if (!dash && !utf8_is_blank(c.code))
            return str_slice(subtitle, c.at, subtitle.len);
    }
    return STR_NONE;
}

/* Headline and subtitle; a supplied headline between OPEN and CLOSE. */
static struct str title_in(struct arena *scratch, const struct cited *cited, const char *open,
                           const char *close)
{
    const struct story *story = cited_story(cited);
    bool supplied = story->headline_derived;
    struct str closed = bidi_closed(scratch, story->headline);
    struct str headline = str_format(scratch, "%s%.*s%s", supplied ? open : "", STR_FMT(closed),
                                     supplied ? close : "");
    struct str subtitle = without_dash(story->subtitle);
    if (subtitle.len == 0)
        return headline;
    return strings_fill(scratch, cited->site->strings, "cite-title", {"headline", headline},
                        {"subtitle", subtitle});
}

static struct str publication_or_unknown(struct arena *scratch, const struct cited *cited)
{
    struct str name = cited_story(cited)->page->facts.publication,
               unknown = message(cited, "cite-publication-unknown");
    return name.len ? name : str_format(scratch, "[%.*s]", STR_FMT(unknown));
}

static void gbt_authors(struct buf *out, struct arena *scratch, const struct cited *cited)
{
    size_t i = 0, authors = 0;
    for (const struct byline *author; (author = author_next(cited_story(cited), &i)); authors++) {
        buf_str(out, authors ? STR(", ") : STR(""));
        if (authors == GBT_AUTHORS_MAX) {
            buf_str(out, message(cited, "cite-others"));
            break;
        }
        buf_str(out, bidi_closed(scratch, author->name));
    }
    if (authors)
        buf_str(out, STR(". "));
}

static void gbt_date(struct buf *out, struct arena *scratch, const struct cited *cited)
{
    const struct story_date *date = &cited_story(cited)->date;
    struct str iso = date_iso(scratch, date->value, date->precision);
    if (iso.len && !story_date_inferred(date)) {
        buf_str(out, iso);
        return;
    }
    buf_byte(out, '[');
    buf_str(out, iso.len ? iso : message(cited, "cite-date-unknown"));
    buf_byte(out, ']');
}

void cite_gbt(struct buf *out, const struct site *site, const struct entry *entry)
{
    const struct cited cited = {site, entry};
    struct arena scratch = {0};
    struct str number = cited_story(&cited)->page->facts.number;
    gbt_authors(out, &scratch, &cited);
    buf_str(out, title_in(&scratch, &cited, "[", "]"));
    buf_str(out, STR("[N]. "));
    buf_str(out, bidi_closed(&scratch, publication_or_unknown(&scratch, &cited)));
    buf_str(out, STR(", "));
    gbt_date(out, &scratch, &cited);
    buf_byte(out, '(');
    buf_str(out, number.len ? number : message(&cited, "cite-number-unknown"));
    buf_str(out, STR(")."));
    arena_clear(&scratch);
}

/* Where the story can be read; empty where the site does not say where it will stand. */
static struct str address(struct arena *scratch, const struct cited *cited)
{
    return path_url(scratch, cited->site->config->base_url,
                    path_story(scratch, cited_story(cited)));
}

void cite_link(struct buf *out, const struct site *site, const struct entry *entry)
{
    const struct cited cited = {site, entry};
    struct arena scratch = {0};
    buf_str(out, address(&scratch, &cited));
    arena_clear(&scratch);
}

/* The family name's pinyin, the year, and the end of the id: wang2022b40604. */
static void bibtex_key(struct buf *out, const struct cited *cited)
{
    const struct story *story = cited_story(cited);
    size_t i = 0;
    const struct byline *author = author_next(story, &i);
    const struct person *person = author ? archive_person(cited->site->archive, author) : NULL;
    struct str pinyin = person ? person->pinyin : STR_NONE;
    struct str family = str_cut(&pinyin, ' ');
    buf_str(out, family.len ? family : STR("anon"));
    if (story->date.precision == PRECISION_NONE)
        buf_str(out, STR("nd"));
    else
        buf_fmt(out, "%u", story->date.value.year);
    size_t tail = story->id.len;
    while (tail > 0 && story->id.ptr[tail - 1] != '-')
        tail--;
    buf_str(out, str_slice(story->id, tail, story->id.len));
}

/* Text between the braces of a value: what TeX would take for its own is escaped. */
static void tex(struct buf *out, struct str text)
{
    struct arena scratch = {0};
    static const char *const escapes[128] = {
        ['\\'] = "\\textbackslash{}",
        ['{'] = "\\textbraceleft{}", /* \{ would count as one that opens a value */
        ['}'] = "\\textbraceright{}",
        ['%'] = "\\%",
        ['#'] = "\\#",
        ['$'] = "\\$",
        ['&'] = "\\&",
        ['_'] = "\\_",
        ['~'] = "\\textasciitilde{}",
        ['^'] = "\\textasciicircum{}",
        ['\t'] = " ",
        ['\n'] = " ",
        ['\r'] = " ",
    };
    text = bidi_closed(&scratch, text);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        const char *escape = c < 128 ? escapes[c] : NULL;
        if (escape)
            buf_str(out, str_of(escape));
        else
            buf_byte(out, (char)c);
    }
    arena_clear(&scratch);
}

static void bibtex_field(struct buf *out, const char *name, struct str text)
{
    buf_fmt(out, ",\n  %-7s = {", name);
    tex(out, text);
    buf_byte(out, '}');
}

/* A body that signs stands in braces of its own, so that it is not taken apart as a name. */
static void bibtex_authors(struct buf *out, const struct cited *cited)
{
    size_t i = 0, authors = 0;
    for (const struct byline *author; (author = author_next(cited_story(cited), &i)); authors++) {
        bool body = author->role == BYLINE_ORGANISATION;
        buf_str(out, authors ? STR(" and ") : STR(",\n  author  = {"));
        buf_str(out, body ? STR("{") : STR(""));
        tex(out, author->name);
        buf_str(out, body ? STR("}") : STR(""));
    }
    if (authors)
        buf_byte(out, '}');
}

void cite_bibtex(struct buf *out, const struct site *site, const struct entry *entry)
{
    const struct cited cited = {site, entry};
    struct arena scratch = {0};
    const struct story *story = cited_story(&cited);
    struct str date = date_iso(&scratch, story->date.value, story->date.precision);
    buf_str(out, STR("@article{"));
    bibtex_key(out, &cited);
    bibtex_authors(out, &cited);
    bibtex_field(out, "title", title_in(&scratch, &cited, "［", "］"));
    bibtex_field(out, "journal", publication_or_unknown(&scratch, &cited));
    if (date.len)
        bibtex_field(out, "date",
                     str_format(&scratch, "%.*s%s", STR_FMT(date),
                                story_date_inferred(&story->date) ? "?" : ""));
    if (story->page->facts.number.len)
        bibtex_field(out, "pages", story->page->facts.number);
    bibtex_field(
        out, "note",
        str_format(&scratch, "%.*s, %.*s", STR_FMT(site->config->title), STR_FMT(story->id)));
    if (site->config->base_url.len) /* read as it stands, without TeX's escapes */
        buf_fmt(out, ",\n  url     = {%.*s}", STR_FMT(address(&scratch, &cited)));
    buf_str(out, STR("\n}"));
    arena_clear(&scratch);
}

/* A line of RIS; it cannot hold a line end. */
static void ris(struct buf *out, const char *tag, struct str text)
{
    if (text.len == 0)
        return;
    buf_fmt(out, "%s  - ", tag);
    for (size_t i = 0; i < text.len; i++)
        buf_byte(out, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
    buf_byte(out, '\n');
}

static struct str ris_date(struct arena *scratch, const struct story_date *date)
{
    struct date d = date->value;
    switch (date->precision) {
    case PRECISION_YEAR:
        return str_format(scratch, "%04u", d.year);
    case PRECISION_MONTH:
        return str_format(scratch, "%04u/%02u", d.year, d.month);
    case PRECISION_DAY:
        return str_format(scratch, "%04u/%02u/%02u", d.year, d.month, d.day);
    case PRECISION_NONE:
        break;
    }
    return STR_NONE;
}

static struct str inferred_note(struct arena *scratch, const struct story_date *date)
{
    struct str iso = date_iso(scratch, date->value, date->precision);
    return str_format(scratch, "[%.*s]", STR_FMT(iso));
}

void cite_ris(struct buf *out, const struct site *site, const struct entry *entry)
{
    const struct cited cited = {site, entry};
    struct arena scratch = {0};
    const struct story *story = cited_story(&cited);
    ris(out, "TY", STR("NEWS"));
    size_t i = 0;
    for (const struct byline *author; (author = author_next(story, &i));)
        ris(out, "AU", author->name);
    ris(out, "TI", title_in(&scratch, &cited, "［", "］"));
    ris(out, "T2", story->page->facts.publication);
    if (story_date_inferred(&story->date)) /* DA has no mark for what is not certain */
        ris(out, "N1", inferred_note(&scratch, &story->date));
    else
        ris(out, "DA", ris_date(&scratch, &story->date));
    ris(out, "SP", story->page->facts.number);
    ris(out, "DB", site->config->title);
    ris(out, "AN", story->id);
    ris(out, "LA", STR("zh"));
    ris(out, "UR", address(&scratch, &cited));
    buf_str(out, STR("ER  - "));
    arena_clear(&scratch);
}
