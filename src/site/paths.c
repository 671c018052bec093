/* SPDX-License-Identifier: MIT */
#include "site/paths.h"

struct str path_story(struct arena *keep, const struct story *story)
{
    return str_format(keep, "stories/%.*s.html", STR_FMT(story->id));
}

struct str path_source(struct arena *keep, const struct archive_page *page)
{
    return str_format(keep, "pages/%.*s.html", STR_FMT(page->slug));
}

struct str path_piece(struct arena *keep, const struct archive_page *page, size_t piece)
{
    return str_format(keep, "pages/%.*s.html#p%zu", STR_FMT(page->slug), piece);
}

struct str path_line(struct arena *keep, const struct archive_page *page, uint32_t line)
{
    return str_format(keep, "pages/%.*s.html#L%u", STR_FMT(page->slug), line);
}

struct str path_county(struct arena *keep, const struct county *county)
{
    return str_format(keep, "counties/%.*s.html", STR_FMT(county->code));
}

struct str path_topic(struct arena *keep, const struct topic *topic)
{
    struct str id = topic ? topic->id : STR(TOPIC_OTHER);
    return str_format(keep, "topics/%.*s.html", STR_FMT(id));
}

struct str path_person(struct arena *keep, const struct person *person)
{
    return str_format(keep, "people/%.*s.html", STR_FMT(person->key));
}

struct str path_initial(struct arena *keep, struct str id)
{
    return str_format(keep, "people/%.*s.html", STR_FMT(id));
}

struct str path_index(struct arena *keep, const char *name)
{
    return str_format(keep, "%s/index.html", name);
}

struct str path_year(struct arena *keep, unsigned year)
{
    return str_format(keep, "dates/%04u.html", year);
}

struct str path_month(struct arena *keep, unsigned year, unsigned month)
{
    return str_format(keep, "dates/%04u-%02u.html", year, month);
}

struct str path_year_only(struct arena *keep, unsigned year)
{
    return str_format(keep, "dates/%04u.html#year-only", year);
}

struct str path_issues(struct arena *keep, unsigned year)
{
    return year ? str_format(keep, "dates/%04u-pages.html", year) : STR("dates/undated-pages.html");
}

struct str path_issues_month(struct arena *keep, unsigned year, unsigned month, size_t sheet)
{
    struct str path = path_sheet(keep, path_issues(keep, year), sheet);
    return month ? str_format(keep, "%.*s#m%02u", STR_FMT(path), month) : path;
}

struct str path_region(struct arena *keep, struct str code)
{
    return str_format(keep, "counties/%.*s.html", STR_FMT(code));
}

struct str path_whole(struct arena *keep, struct str code)
{
    return str_format(keep, "counties/%.*s-whole.html", STR_FMT(code));
}

/* What stands before the number of a year's further sheets: 2023-10 is October. */
#define YEAR_MARK "-year"

static bool is_year(struct str stem)
{
    return str_starts(stem, STR("dates/")) && stem.len == strlen("dates/2023");
}

struct str path_sheet(struct arena *keep, struct str path, size_t sheet)
{
    struct str stem = str_slice(path, 0, path.len - STR(".html").len);
    const char *mark = is_year(stem) ? YEAR_MARK : "";
    return sheet > 1 ? str_format(keep, "%.*s%s-%zu.html", STR_FMT(stem), mark, sheet) : path;
}

struct str path_first_sheet(struct arena *keep, struct str path, size_t sheet)
{
    struct str suffix = str_format(keep, "-%zu.html", sheet);
    struct str stem = str_slice(path, 0, path.len - suffix.len);
    if (str_starts(path, STR("dates/")) && str_ends(stem, STR(YEAR_MARK)))
        stem.len -= strlen(YEAR_MARK);
    return sheet > 1 ? str_format(keep, "%.*s.html", STR_FMT(stem)) : path;
}

struct str path_date(struct arena *keep, struct date date, enum precision precision)
{
    if (precision == PRECISION_NONE)
        return STR("dates/undated.html");
    return precision == PRECISION_YEAR ? path_year_only(keep, date.year)
                                       : path_month(keep, date.year, date.month);
}

static const struct year_index *year_listed(const struct archive *archive, unsigned year)
{
    for (size_t i = 0; i < archive->years.len; i++)
        if (archive->years.at[i]->year == year)
            return archive->years.at[i];
    return NULL;
}

struct str path_listed(struct arena *keep, const struct archive *archive, struct date date,
                       enum precision precision)
{
    const struct year_index *year =
        precision == PRECISION_NONE ? NULL : year_listed(archive, date.year);
    const struct entries *entries = precision == PRECISION_NONE ? &archive->undated
                                    : !year                     ? NULL
                                    : precision == PRECISION_YEAR
                                        ? &year->year_only
                                        : &year->months[date.month - 1].entries;
    if (entries && entries->len)
        return path_date(keep, date, precision);
    return year ? path_year(keep, date.year) : STR("dates/index.html");
}

struct str path_url(struct arena *keep, struct str base_url, struct str path)
{
    if (!base_url.len)
        return STR_NONE;
    return str_format(keep, "%.*s%.*s", STR_FMT(base_url), STR_FMT(path));
}
