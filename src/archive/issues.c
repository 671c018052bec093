/* SPDX-License-Identifier: MIT */
#include "archive/issues.h"
#include "base/file.h"
#include "enrich/date_page.h"
#include "page/facts.h"
#include "page/page_number.h"

#include <stdlib.h>

static struct str folder_of(struct str path)
{
    return str_slice(path, 0, path.len - path_base(path).len);
}

/* What the pages of an issue have in common, beside their date. */
static struct str paper_of(const struct archive_page *page)
{
    struct str publication = page->page->facts.publication;
    bool known = page->precision == PRECISION_DAY && publication.len > 0;
    return known ? publication : folder_of(page->page->path);
}

bool stand_together(const struct archive_page *a, const struct archive_page *b)
{
    bool known = a->page->facts.publication.len > 0;
    return date_number(a->date) == date_number(b->date) &&
           known == (b->page->facts.publication.len > 0) && str_eq(paper_of(a), paper_of(b));
}

bool is_same_issue(const struct archive_page *a, const struct archive_page *b)
{
    return a->precision == PRECISION_DAY && stand_together(a, b);
}

/* 2 before 10, A2 before A10 before B1, and those whose number (版次) is not known last. */
static int by_number(struct str a, struct str b)
{
    bool known = a.len > 0 && b.len > 0;
    return known ? str_cmp_numbers(a, b) : (a.len == 0) - (b.len == 0);
}

/* A page, and what tells its issue where the day is not known: what stands before the number in the
   name of its file, 23- in 23-p01.txt. */
struct leaf {
    struct archive_page *page;
    struct str issue;
};

static int by_issue(const void *a, const void *b)
{
    const struct leaf *leaf = a, *other_leaf = b;
    const struct archive_page *x = leaf->page, *y = other_leaf->page;
    uint32_t day = date_number(x->date), other = date_number(y->date);
    if (day != other)
        return day > other ? -1 : 1;
    int order = str_cmp(paper_of(x), paper_of(y));
    if (order == 0 && x->precision != PRECISION_DAY)
        order = str_cmp_numbers(leaf->issue, other_leaf->issue);
    if (order == 0)
        order = by_number(x->page->facts.number, y->page->facts.number);
    return order ? order : str_cmp_numbers(x->page->path, y->page->path);
}

void index_issues(struct archive *archive)
{
    const struct archive_pages *pages = &archive->pages;
    struct archive_pages *issues = &archive->issues;
    issues->at = ARENA_ARRAY(archive->keep, struct archive_page *, pages->len);
    issues->len = issues->cap = pages->len;
    if (!pages->len)
        return;
    struct arena scratch = {0};
    struct leaf *leaves = ARENA_ARRAY(&scratch, struct leaf, pages->len);
    for (size_t i = 0; i < pages->len; i++) {
        struct str name = path_name_fold(&scratch, path_base(pages->at[i]->page->path));
        size_t at;
        page_number_named(&scratch, name, &at);
        leaves[i] = (struct leaf){pages->at[i], str_slice(name, 0, at)};
    }
    qsort(leaves, pages->len, sizeof *leaves, by_issue);
    for (size_t i = 0; i < issues->len; i++) {
        issues->at[i] = leaves[i].page;
        issues->at[i]->turn = i;
    }
    arena_clear(&scratch);
}

/* How many pages are not dated before SINCE; they come first. */
static size_t issues_since(const struct archive *archive, struct date since)
{
    size_t from = 0, to = archive->issues.len;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (date_number(archive->issues.at[middle]->date) >= date_number(since))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static struct turns issues_between(const struct archive *archive, struct date since,
                                   struct date before)
{
    return (struct turns){issues_since(archive, before), issues_since(archive, since)};
}

struct turns issues_of_year(const struct archive *archive, unsigned year)
{
    return issues_between(archive, (struct date){(uint16_t)year, 0, 0},
                          (struct date){(uint16_t)(year + 1), 0, 0});
}

struct turns issues_of_month(const struct archive *archive, unsigned year, unsigned month)
{
    return issues_between(archive, (struct date){(uint16_t)year, (uint8_t)month, 0},
                          (struct date){(uint16_t)year, (uint8_t)(month + 1), 0});
}
