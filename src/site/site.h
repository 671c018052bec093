/* SPDX-License-Identifier: MIT */
/* The site: what is published, page by page. */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "archive/archive.h"

struct config;     /* site/config.h: site.yaml */
struct strings;    /* site/strings.h: the words of the site's own, in one language */
struct theme;      /* site/theme.h: templates and assets */
struct editorials; /* site/editorial/editorial.h: what the archivist writes */

/* What all pages share. */
struct site {
    const struct config *config;
    const struct strings *strings;
    const struct theme *theme;
    const struct archive *archive;
    const struct editorials *editorials; /* may be NULL: there are none */
    uint64_t made_with; /* hash of what its pages share, but for archive and templates: program,
                           settings, words, editorial pages; 0: not known */
};

/* The kinds of page. Each has a template and a type of subject; see the table in plan.c. */
enum page_kind {
    PAGE_HOME,      /* index.html */
    PAGE_STORY,     /* stories/ID.html: struct entry */
    PAGE_SOURCE,    /* pages/SLUG.html: struct archive_page */
    PAGE_COUNTIES,  /* counties/index.html */
    PAGE_REGION,    /* counties/CODE.html, CODE-whole.html …: struct region_page */
    PAGE_COUNTY,    /* counties/CODE.html, CODE-2.html …: struct county_index */
    PAGE_TOPICS,    /* topics/index.html */
    PAGE_TOPIC,     /* topics/ID.html …: struct topic_index */
    PAGE_PEOPLE,    /* people/index.html: NULL; people/a.html …: struct initial */
    PAGE_PERSON,    /* people/KEY.html …: struct person */
    PAGE_DATES,     /* dates/index.html */
    PAGE_YEAR,      /* dates/YYYY.html: struct year_index */
    PAGE_MONTH,     /* dates/YYYY-MM.html: struct month_index */
    PAGE_UNDATED,   /* dates/undated.html …: archive.undated */
    PAGE_ISSUES,    /* dates/YYYY-pages.html, dates/undated-pages.html …: struct issues_page */
    PAGE_EDITORIAL, /* NAME.html for content/NAME.md: struct editorial */
    PAGE_SEARCH,    /* search.html */
    PAGE_NOT_FOUND, /* 404.html */
    PAGE_GONE,      /* stories/ID.html of a story that is gone: NULL */
    PAGE_KIND_COUNT
};

/* A prefecture or province: all its stories, or those about all of it (全市, 全省). */
struct region_page {
    const struct prefecture_index *prefecture; /* NULL: the province itself */
    const struct province_index *province;
    bool whole;
};

/* Newspaper pages, by their issues. */
struct issues_page {
    unsigned year;     /* 0: those whose date is not known */
    size_t first, end; /* of archive.issues */
};

/* One file of the site that a template makes. */
struct output {
    enum page_kind kind;
    struct str path;      /* relative to public/, with '/' */
    const void *subject;  /* what it is about, by kind; NULL for the kinds without one */
    size_t sheet, sheets; /* of a long list: the how-manieth page of how many, from 1 */
};

struct outputs VEC_OF(struct output);

#endif
