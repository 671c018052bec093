/* SPDX-License-Identifier: MIT */
/*
 * Issues (期): the pages of one newspaper and day, in the order in which they are turned.
 *
 * Where the newspaper is not known, a day's pages of one folder are one issue. Where the day is
 * not, a folder may have pages of many, which the names of their files tell apart by what stands
 * before the number. The order follows from what each page says by itself, so that no other page
 * changes it.
 */
#ifndef ARCHIVE_ISSUES_H
#define ARCHIVE_ISSUES_H

#include "archive/archive.h"

/* Puts the archive's pages in the order of their issues, as archive.issues has them. Their dates
   are there. */
void index_issues(struct archive *archive);

/* Whether two pages are of one issue whose day is known. */
bool is_same_issue(const struct archive_page *a, const struct archive_page *b);

/* Whether they are that or, where the day is not known, of one folder and dated alike: then they
   stand together in that order. */
bool stand_together(const struct archive_page *a, const struct archive_page *b);

/* Some of archive.issues: those from FIRST on, before END. */
struct turns {
    size_t first, end;
};

/* The pages that are dated to YEAR; 0: those whose date is not known. */
struct turns issues_of_year(const struct archive *archive, unsigned year);

/* Of these, those dated to MONTH; 0: to the year alone. */
struct turns issues_of_month(const struct archive *archive, unsigned year, unsigned month);

#endif
