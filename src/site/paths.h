/* SPDX-License-Identifier: MIT */
/* Where the site's files are: paths below public/, with '/', in KEEP. Nothing else makes up any. */
#ifndef SITE_PATHS_H
#define SITE_PATHS_H

#include "archive/archive.h"

struct str path_story(struct arena *keep, const struct story *story);
struct str path_source(struct arena *keep, const struct archive_page *page);
struct str path_piece(struct arena *keep, const struct archive_page *page, size_t piece);
struct str path_line(struct arena *keep, const struct archive_page *page, uint32_t line);
struct str path_county(struct arena *keep, const struct county *county);
struct str path_topic(struct arena *keep, const struct topic *topic); /* NULL: 其他 */
struct str path_person(struct arena *keep, const struct person *person);
struct str path_initial(struct arena *keep, struct str id);  /* of struct initial */
struct str path_index(struct arena *keep, const char *name); /* of all topics, people, dates … */
struct str path_year(struct arena *keep, unsigned year);
struct str path_month(struct arena *keep, unsigned year, unsigned month);

/* Where the year's page has the stories of which only the year is known. */
struct str path_year_only(struct arena *keep, unsigned year);

/* The newspaper pages of a year, or those whose date is not known (0); and of a month of it, on the
   SHEET-th of its sheets. */
struct str path_issues(struct arena *keep, unsigned year);
struct str path_issues_month(struct arena *keep, unsigned year, unsigned month, size_t sheet);

/* A province or prefecture by its code; and the stories about all of it. */
struct str path_region(struct arena *keep, struct str code);
struct str path_whole(struct arena *keep, struct str code);

/* The SHEET-th page, from 1, of the long list whose first page is PATH: x.html, x-2.html … */
struct str path_sheet(struct arena *keep, struct str path, size_t sheet);

/* The first page of the list whose SHEET-th page is PATH. */
struct str path_first_sheet(struct arena *keep, struct str path, size_t sheet);

/* Where a story with this date is listed: the month's page, the year's, or that of stories whose
   date is not known. */
struct str path_date(struct arena *keep, struct date date, enum precision precision);

/* The narrowest list of stories that ARCHIVE has of a date which may be none of its stories' own,
   as that of a page is: where no story is dated to 2023 alone, all of the year; the index of dates
   where none is of the year. */
struct str path_listed(struct arena *keep, const struct archive *archive, struct date date,
                       enum precision precision);

/* The address of PATH on a site that stands at BASE_URL; empty where BASE_URL is. */
struct str path_url(struct arena *keep, struct str base_url, struct str path);

#endif
