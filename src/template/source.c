/* SPDX-License-Identifier: MIT */
#include "template/source.h"

#include "base/utf8.h"
#include "template/html.h"

/* libxml2 counts in int. */
#define SOURCE_MAX ((size_t)64 << 20)

struct place markup_place(const struct markup_source *source, size_t at)
{
    struct place place = {.file = source->path, .line = 1};
    size_t line_start = 0;
    at = at < source->text.len ? at : source->text.len;
    for (size_t i = 0; i < at; i++) {
        if (source->text.ptr[i] == '\n') {
            place.line++;
            line_start = i + 1;
        }
    }
    place.column = (uint32_t)utf8_count(str_slice(source->text, line_start, at)) + 1;
    return place;
}

/* Beyond so many of one template it is likely one mistake that is told over and over. */
enum { MISTAKES_TOLD = 100 };

void markup_mistake(const struct markup_source *source, struct diags *diags, size_t at,
                    struct str what)
{
    size_t told = 0;
    while (told < diags->len && told <= MISTAKES_TOLD &&
           diags->at[diags->len - 1 - told].id == D_TEMPLATE &&
           str_eq(diags->at[diags->len - 1 - told].place.file, source->path))
        told++;
    if (told < MISTAKES_TOLD)
        diag_add(diags, D_TEMPLATE, markup_place(source, at), "%.*s", STR_FMT(what));
    else if (told == MISTAKES_TOLD)
        diag_add(diags, D_TEMPLATE, (struct place){.file = source->path},
                 "there are more than %d mistakes; mend these first", MISTAKES_TOLD);
}

uint32_t markup_value_at(const struct markup_source *source,
                         const struct markup_attribute *attribute, size_t i)
{
    size_t at = attribute->value_at;
    struct str before = str_slice(source->text, at, at + i);
    if (before.len == i && !(i && memchr(before.ptr, '&', i))) /* as in most, which may be long */
        return (uint32_t)(at + i);
    for (; i > 0 && at < source->text.len; i--) {
        if (source->text.ptr[at] == '&') {
            size_t end = str_find(source->text, STR(";"), at);
            at = end == SIZE_MAX ? at : end;
        }
        at++;
    }
    return (uint32_t)at;
}

static size_t skip_blanks(struct str s, size_t at)
{
    while (at < s.len && xml_is_space(s.ptr[at]))
        at++;
    return at;
}

/* The end of what begins with START at AT and goes on to END; AT if there is no such thing. */
static size_t skip_piece(struct str s, size_t at, struct str start, struct str end)
{
    if (!html_name_eq(str_slice(s, at, at + start.len), start))
        return at;
    size_t found = str_find(s, end, at + start.len);
    return found == SIZE_MAX ? at : found + end.len;
}

static size_t skip_comments(struct str s, size_t at)
{
    for (;;) {
        size_t start = skip_blanks(s, at);
        at = skip_piece(s, start, STR("<!--"), STR("-->"));
        if (at == start)
            return at;
    }
}

static bool source_fail(const struct markup_source *source, struct diags *diags, size_t at,
                        const char *what)
{
    markup_mistake(source, diags, at, str_of(what));
    return false;
}

bool source_prolog(struct markup_source *source, size_t *body, struct diags *diags)
{
    struct str s = source->text;
    size_t bad = 0;
    if (!utf8_valid(s, &bad))
        return source_fail(source, diags, bad, "not UTF-8; save the template in that encoding");
    if (s.len > SOURCE_MAX)
        return source_fail(source, diags, 0, "larger than 64 MB");
    size_t at = str_starts(s, STR("\xef\xbb\xbf")) ? 3 : 0;
    *body = skip_piece(s, at, STR("<?xml "), STR("?>"));
    size_t start = skip_comments(s, *body);
    size_t end = skip_piece(s, start, STR("<!doctype"), STR(">"));
    if (end == start)
        return true;
    source->doctype = str_slice(s, start, end);
    *body = end;
    if (str_has(source->doctype, STR("[")))
        return source_fail(source, diags, start,
                           "a doctype with declarations of its own; write <!DOCTYPE html>");
    return true;
}
