/* SPDX-License-Identifier: MIT */
#include "site/view/when.h"
#include "site/paths.h"
#include "site/view/field.h"

struct when when_of(const struct strings *strings, const struct story_date *date)
{
    return (struct when){.strings = strings,
                         .date = date->value,
                         .precision = date->precision,
                         .inferred = story_date_inferred(date)};
}

struct when when_of_page(const struct site *site, const struct archive_page *page)
{
    const struct story_date date = {
        .value = page->date, .precision = page->precision, .basis = page->basis};
    struct when when = when_of(site->strings, &date);
    when.archive = site->archive;
    return when;
}

struct when when_named(const struct strings *strings, unsigned year, unsigned month)
{
    return (struct when){
        .strings = strings,
        .date = {(uint16_t)year, (uint8_t)month, 0},
        .precision = month ? PRECISION_MONTH : PRECISION_YEAR,
    };
}

struct when when_month(struct when when)
{
    if (when.precision == PRECISION_DAY) {
        when.precision = PRECISION_MONTH;
        when.date.day = 0;
    }
    return when;
}

struct when when_year(struct when when)
{
    if (when.precision > PRECISION_YEAR) {
        when.precision = PRECISION_YEAR;
        when.date.month = when.date.day = 0;
    }
    return when;
}

struct str when_text(struct arena *keep, const struct when *when)
{
    static const char *const keys[] = {
        [PRECISION_NONE] = "date-unknown",
        [PRECISION_YEAR] = "date-year",
        [PRECISION_MONTH] = "date-month",
        [PRECISION_DAY] = "date-day",
    };
    if (when->precision == PRECISION_NONE)
        return strings_get(when->strings, keys[PRECISION_NONE]);
    return strings_fill(
        keep, when->strings, keys[when->precision], {"year", number_text(keep, when->date.year)},
        {"month", number_text(keep, when->date.month)}, {"day", number_text(keep, when->date.day)});
}

struct str when_marked(struct arena *keep, const struct when *when)
{
    struct str text = when_text(keep, when);
    bool supplied = when->inferred || when->precision == PRECISION_NONE;
    return supplied ? strings_fill(keep, when->strings, "bracketed", {"text", text}) : text;
}

struct str when_path(struct arena *keep, const struct when *when)
{
    return when->archive ? path_listed(keep, when->archive, when->date, when->precision)
                         : path_date(keep, when->date, when->precision);
}

bool when_same(const struct when *a, const struct when *b)
{
    return a->precision == b->precision && a->date.year == b->date.year &&
           a->date.month == b->date.month && a->date.day == b->date.day;
}

bool when_is_said(const struct when *heading, const struct story_date *date)
{
    return date->precision <= heading->precision && story_date_inferred(date) == heading->inferred;
}

FIELD(when_get_text, when, value_string(when_text(scratch, view)))
FIELD(when_get_iso, when, value_text(date_iso(scratch, view->date, view->precision)))
FIELD(when_get_known, when, value_bool(view->precision != PRECISION_NONE))
FIELD(when_get_supplied, when, value_bool(view->inferred || view->precision == PRECISION_NONE))
FIELD(when_get_href, when, value_string(when_path(scratch, view)))

static const struct value_field when_fields[] = {
    {"text", "the date in words, as far as it is known; or that it is not known", when_get_text},
    {"iso", "2023-10-17, 2023-10 or 2023; nothing where it is not known", when_get_iso},
    {"known", "whether anything is known of it", when_get_known},
    {"supplied", "whether these words are the archive's: inferred, or not known",
     when_get_supplied},
    {"href", "where stories of that time are listed, below public/", when_get_href},
    {0},
};

const struct value_type when_type = {.name = "date", .fields = when_fields};

struct value when_value(const struct when *when)
{
    return value_object(&when_type, when);
}

/* Whether a date is a year alone, and MONTH is known to lie in it. */
static bool is_within(const struct when *year, const struct when *month)
{
    return year->precision == PRECISION_YEAR && month->precision == PRECISION_MONTH &&
           year->date.year == month->date.year;
}

struct when_span when_span(const struct strings *strings, const struct entries *entries)
{
    struct when_span span = {.first.strings = strings, .last.strings = strings};
    for (size_t i = 0; i < entries->len; i++) {
        const struct story_date *date = &entries->at[i]->story->date;
        if (date->precision == PRECISION_NONE) {
            span.undated++;
            continue;
        }
        struct when when = when_month(when_of(strings, date));
        if (is_within(&when, &span.first))
            continue;
        span.first = when;
        if (span.last.precision == PRECISION_NONE)
            span.last = span.first;
    }
    return span;
}

bool when_span_supplied(const struct when_span *span)
{
    return span->first.inferred || span->last.inferred || span->last.precision == PRECISION_NONE;
}

struct str when_span_text(struct arena *keep, const struct when_span *span)
{
    struct str last = when_text(keep, &span->last);
    if (when_same(&span->first, &span->last))
        return last;
    return strings_fill(keep, span->last.strings, "date-span",
                        {"first", when_text(keep, &span->first)}, {"last", last});
}
