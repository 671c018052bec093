/* SPDX-License-Identifier: MIT */
/* Dates as the site says them: in words, as precise as they are, and marked where inferred. */
#ifndef SITE_VIEW_WHEN_H
#define SITE_VIEW_WHEN_H

#include "archive/archive.h"
#include "site/site.h"
#include "site/strings.h"

/* A date to be shown. */
struct when {
    const struct strings *strings;
    struct date date;
    enum precision precision;
    bool inferred;
    const struct archive *archive; /* of a page's date, which need not be a story's; else NULL */
};

struct when when_of_page(const struct site *site, const struct archive_page *page);

/* A year, or a month of it; MONTH 0: the year. */
struct when when_named(const struct strings *strings, unsigned year, unsigned month);

struct when when_of(const struct strings *strings, const struct story_date *date);

/* The same, to the month at most. */
struct when when_month(struct when when);

/* The same, to the year at most. */
struct when when_year(struct when when);

/* Where stories of that time are listed. */
struct str when_path(struct arena *keep, const struct when *when);

/* 2022年12月; 日期不详 where it is not known. */
struct str when_text(struct arena *keep, const struct when *when);

/* The same for plain text: what the archive says of itself stands in brackets. */
struct str when_marked(struct arena *keep, const struct when *when);

/* Whether two dates read the same. */
bool when_same(const struct when *a, const struct when *b);

/* Whether a heading that says HEADING leaves nothing to say of a date under it. */
bool when_is_said(const struct when *heading, const struct story_date *date);

/* As a value, with the fields text, iso, known, inferred and href. *WHEN is borrowed. */
struct value when_value(const struct when *when);

/* From when to when stories are, to the month; a year alone counts where none of its months does.
 */
struct when_span {
    struct when first, last; /* of the dated ones; PRECISION_NONE: there are none */
    size_t undated;
};

/* ENTRIES are in the archive's order, newest first. */
struct when_span when_span(const struct strings *strings, const struct entries *entries);

/* Whether either end is inferred, or none is known. */
bool when_span_supplied(const struct when_span *span);

/* 2022年12月—2023年10月; or one date where both are the same. */
struct str when_span_text(struct arena *keep, const struct when_span *span);

extern const struct value_type when_type;

#endif
