/* SPDX-License-Identifier: MIT */
/*
 * The view: the model as templates see it, while one page of the site is rendered.
 *
 * A template starts with the fields of the root (view.c), and one more that is called after the
 * kind of page and holds the page's subject: `story`, `county` … Each type of subject has a file of
 * its own, view_KIND.c. All that a view makes lives in the scratch arena until the page is done.
 * Every href is relative to the site's root; templates put `root` before it.
 */
#ifndef SITE_VIEW_VIEW_H
#define SITE_VIEW_VIEW_H

#include "base/buf.h"
#include "site/site.h"
#include "template/value.h"

struct view {
    const struct site *site;
    const struct output *output;
    struct str root;      /* from the page's folder to the site's root: "" or "../" */
    struct value subject; /* an object of the kind's type */
};

/* What is true of all pages of a kind. */
struct page_kind_info {
    const char *name;     /* what templates call the subject: "story" */
    const char *file;     /* of the template: "story.html" */
    enum page_kind index; /* that it belongs to: the one marked in the navigation */
    /* The subject: an object of TYPE. It has the fields that the frame asks for: title,
       description, and, but for the front page, crumbs, a list of links (link.h). */
    const struct value_type *type;
    struct value (*subject)(struct arena *scratch, const struct view *view);
};

extern const struct page_kind_info page_kinds[PAGE_KIND_COUNT]; /* kinds.c */

/* The view of one output. */
const struct view *view_of(struct arena *scratch, const struct site *site,
                           const struct output *output);

/* What template_render() takes: the object whose fields a template starts with. */
struct value view_root(const struct view *view);

/* Appends all names that templates can use, as Markdown, from the tables of fields. */
void view_document(struct buf *out);

extern const struct value_type root_type, not_found_type, gone_type;

/* The indexes, with how much is in them. */
struct value indexes_value(struct arena *scratch, const struct view *view);

struct value not_found_subject(struct arena *scratch, const struct view *view);
struct value gone_subject(struct arena *scratch, const struct view *view);

#endif
