/* SPDX-License-Identifier: MIT */
#include "page/front_matter.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "page/encoding.h"
#include "page/facts.h"
#include "page/page_number.h"
#include "page/typed_date.h"

enum { ID_MAX_BYTES = 80 };

/* Cuts a line, with the LF, CR or both that end it, from *REST. */
static struct str cut_line(struct str *rest)
{
    struct str all = *rest;
    size_t end = 0;
    while (end < all.len && all.ptr[end] != '\n' && all.ptr[end] != '\r')
        end++;
    end += str_starts(str_slice(all, end, all.len), STR("\r\n")) ? 2 : 1;
    *rest = str_slice(all, end, all.len);
    return str_slice(all, 0, end);
}

static bool is_fence(struct str line)
{
    return str_starts(line, STR("---")) && str_trim_ascii(line).len == 3;
}

struct span front_matter_find(struct str text)
{
    struct str rest = str_slice(text, 0, FRONT_MATTER_MAX_BYTES);
    struct str all = rest;
    if (!is_fence(cut_line(&rest)))
        return (struct span){0};
    while (rest.len) {
        if (is_fence(cut_line(&rest)))
            return (struct span){0, (uint32_t)(all.len - rest.len)};
    }
    return (struct span){0};
}

struct str front_matter_inside(struct str text, struct span front)
{
    struct str rest = str_slice(text, front.start, front.end), inside;
    cut_line(&rest);
    for (inside = rest; rest.len;) {
        size_t len = inside.len - rest.len;
        if (is_fence(cut_line(&rest)))
            return str_slice(inside, 0, len);
    }
    return STR_NONE;
}

/* The value that stands after "KEY:" on a line; false: the line has no such key. */
static bool line_value(struct str line, struct str key, struct str *value)
{
    if (!str_starts(line, key) || line.len == key.len || line.ptr[key.len] != ':')
        return false;
    *value = str_slice(line, key.len + 1, line.len);
    return true;
}

struct str front_matter_encoding(struct str text)
{
    struct str value, rest = front_matter_inside(text, front_matter_find(text));
    while (rest.len) {
        if (!line_value(cut_line(&rest), STR("encoding"), &value))
            continue;
        size_t comment = str_find(value, STR(" #"), 0);
        value = str_trim_ascii(str_slice(value, 0, comment));
        bool quoted = value.len > 1 && (value.ptr[0] == '"' || value.ptr[0] == '\'');
        return quoted ? str_slice(value, 1, value.len - 1) : value;
    }
    return STR_NONE;
}

static bool encoding_parse(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    if (!encoding_named(text))
        return false;
    *(struct str *)value = text;
    return true;
}

static bool date_parse(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    return date_typed(text, value);
}

static bool number_parse(struct arena *keep, struct str text, void *value)
{
    return page_number_typed(keep, text, value);
}

static bool place_parse(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    }
    if (text.len != 6)
        return false;
    *(struct str *)value = text;
    return true;
}

static bool id_parse(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && !(c == '-' && i > 0))
            return false;
    }
    if (text.len == 0 || text.len > ID_MAX_BYTES)
        return false;
    *(struct str *)value = text;
    return true;
}

static bool all_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return true;
}

/* 1000-0011: seven digits and a check digit (ISO 3297). */
static bool issn_parse(struct arena *keep, struct str text, void *value)
{
    enum { DIGITS = 8, DASH = 4 };
    unsigned sum = 0, weight = DIGITS;
    (void)keep;
    if (text.len != DIGITS + 1 || text.ptr[DASH] != '-')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool ten = i + 1 == text.len && (text.ptr[i] == 'X' || text.ptr[i] == 'x');
        if (i == DASH)
            continue;
        if (!ten && (text.ptr[i] < '0' || text.ptr[i] > '9'))
            return false;
        sum += (ten ? 10 : (unsigned)(text.ptr[i] - '0')) * weight--;
    }
    if (sum % 11 != 0)
        return false;
    *(struct str *)value = text;
    return true;
}

/* 14-0005, 11-1065/D: a place, a number, perhaps a class; CN may stand before it. */
static bool cn_parse(struct arena *keep, struct str text, void *value)
{
    enum { PLACE_DIGITS = 2, NUMBER_DIGITS = 4 };
    (void)keep;
    if (str_starts(text, STR("CN")))
        text = str_trim_ascii(str_slice(text, strlen("CN"), text.len));
    struct str rest = text, place = str_cut(&rest, '-'), number = str_cut(&rest, '/');
    if (place.len != PLACE_DIGITS || number.len != NUMBER_DIGITS || !all_digits(place) ||
        !all_digits(number))
        return false;
    *(struct str *)value = text;
    return true;
}

/* What front matter says. */
struct front {
    struct page_facts facts;
    struct str encoding;
};

#define FACT(name) offsetof(struct front, facts.name)

#define DATE_ROW(at)                                            \
    {                                                           \
        .key = "date", YAML_PARSED, (at), .parse = date_parse,  \
        .expects = "a date such as 2023-10-17, 2023-10 or 2023" \
    }

#define PLACE_ROW(at)                                            \
    {                                                            \
        .key = "place", YAML_PARSED, (at), .parse = place_parse, \
        .expects = "a code of six digits such as 141127"         \
    }

#define LANGUAGE_ROW(at)                                               \
    {                                                                  \
        .key = "language", YAML_PARSED, (at), .parse = language_parse, \
        .expects = "a language tag such as zh-Hans or bo"              \
    }

#define SET_RIGHT(name) offsetof(struct correction, name)

static const struct yaml_field correction_fields[] = {
    {.key = "", YAML_PLACE, SET_RIGHT(place)},
    {.key = "id", YAML_STRING, SET_RIGHT(id), .required = true},
    {.key = "places", YAML_STRINGS, SET_RIGHT(places)},
    {.key = "counties", YAML_OTHER, .expects = "places"},
    {.key = "topics", YAML_STRINGS, SET_RIGHT(topics)},
    DATE_ROW(SET_RIGHT(date)),
    {0},
};

static const struct yaml_field fields[] = {
    {.key = "publication", YAML_STRING, FACT(publication)},
    DATE_ROW(FACT(date)),
    {.key = "page",
     YAML_PARSED,
     FACT(number),
     .parse = number_parse,
     .expects = "a page number such as 3, A3 or 第三版"},
    {.key = "page_name", YAML_STRING, FACT(name)},
    {.key = "encoding",
     YAML_PARSED,
     offsetof(struct front, encoding),
     .parse = encoding_parse,
     .expects = ENCODING_NAMES},
    {.key = "rights", YAML_STRING, FACT(rights)},
    PLACE_ROW(FACT(place)),
    LANGUAGE_ROW(FACT(language)),
    {.key = "id",
     YAML_PARSED,
     FACT(id),
     .parse = id_parse,
     .expects = "at most 80 letters a-z, digits and '-'"},
    {.key = "stories",
     YAML_RECORDS,
     FACT(corrections),
     .fields = correction_fields,
     .size = sizeof(struct correction)},
    {0},
};

static const struct yaml_field schema = {.type = YAML_RECORD, .fields = fields};

/* Whether a line begins with one of the keys, so that front matter must have been meant; with the
   colon of a Chinese keyboard too. */
static bool has_known_key(struct str text)
{
    while (text.len) {
        struct str value, line = cut_line(&text);
        for (const struct yaml_field *field = fields; field->key; field++) {
            struct str key = str_of(field->key);
            if (line_value(line, key, &value) ||
                (str_starts(line, key) &&
                 str_starts(str_slice(line, key.len, line.len), STR("："))))
                return true;
        }
    }
    return false;
}

static void tell_not_yaml(struct page *page, const struct yaml_node *root,
                          const struct diags *faults)
{
    struct place place = {page->path, 1, 1};
    const char *what = "not a map of keys and values";
    if (root && yaml_wide_colon(root, &place))
        what = YAML_WIDE_COLON;
    if (faults->len)
        diag_add(&page->diags, D_FRONT_MATTER_NOT_YAML, faults->at[0].place,
                 "cannot be read as front matter: %.*s", STR_FMT(faults->at[0].what));
    else
        diag_add(&page->diags, D_FRONT_MATTER_NOT_YAML, place, "cannot be read as front matter: %s",
                 what);
}

/* Text that opens as front matter does, and is never closed, was most likely meant as some. */
static void tell_unclosed(struct page *page)
{
    struct str rest = page->text, first = cut_line(&rest), second = cut_line(&rest);
    if (str_starts(first, STR("---")) && str_eq(str_trim_ascii(first), STR("---")) &&
        has_known_key(second))
        diag_add(&page->diags, D_FRONT_MATTER_NOT_YAML, (struct place){page->path, 1, 1},
                 "the line --- that closes the front matter is missing");
}

static void check_encoding(struct page *page, struct str said)
{
    const struct encoding *encoding = encoding_named(str_of(page->encoding));
    if (said.len && !encoding_has_name(encoding, said))
        diag_add(&page->diags, D_ENCODING_CONFLICT, (struct place){page->path, 1, 1},
                 "encoding: the front matter says %.*s, the bytes are %s", STR_FMT(said),
                 page->encoding);
}

void page_front_matter(struct arena *keep, struct page *page)
{
    struct span found = front_matter_find(page->text);
    struct str inside = front_matter_inside(page->text, found);
    struct diags faults = {.keep = page->diags.keep};
    struct yaml_source source = {page->path, inside, 1, D_FRONT_MATTER, &faults};
    if (found.end == 0) {
        tell_unclosed(page);
        return;
    }
    const struct yaml_node *root = yaml_parse(keep, &source);
    if (!root || root->kind != YAML_MAP) {
        if (has_known_key(inside))
            tell_not_yaml(page, root, &faults);
        return;
    }
    struct front front = {0};
    source.diags = &page->diags;
    yaml_fill(keep, &source, root, &schema, &front);
    page->front = found;
    page->facts = front.facts;
    if (page->facts.date.year)
        page->facts.date_basis = BASIS_FRONT_MATTER;
    check_encoding(page, front.encoding);
    if (utf8_all_blank(str_slice(page->text, found.end, page->text.len)))
        diag_add(&page->diags, D_PAGE_EMPTY, (struct place){.file = page->path},
                 "holds nothing but front matter");
}

/* ---- a folder's publication.yaml */

#define SAID(name) offsetof(struct page_facts, name)

static const struct yaml_field publication_fields[] = {
    {.key = "title", YAML_STRING, SAID(publication)},
    {.key = "publication", YAML_OTHER, .expects = "title"},
    PLACE_ROW(SAID(place)),
    {.key = "rights", YAML_STRING, SAID(rights)},
    {.key = "publisher", YAML_STRING, SAID(publisher)},
    {.key = "issn",
     YAML_PARSED,
     SAID(issn),
     .parse = issn_parse,
     .expects = "an ISSN such as 1000-0011, with a check digit that fits"},
    {.key = "cn",
     YAML_PARSED,
     SAID(cn),
     .parse = cn_parse,
     .expects = "a serial number such as 14-0005"},
    LANGUAGE_ROW(SAID(language)),
    {0},
};

static const struct yaml_field publication_schema = {.type = YAML_RECORD,
                                                     .fields = publication_fields};

bool publication_read(struct arena *keep, struct str path, struct str yaml,
                      struct page_facts *facts, struct diags *diags)
{
    struct yaml_source source = {path, yaml, 0, D_CONFIG, diags};
    const struct yaml_node *root = yaml_parse(keep, &source);
    return root && yaml_fill(keep, &source, root, &publication_schema, facts);
}
