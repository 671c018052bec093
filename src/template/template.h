/* SPDX-License-Identifier: MIT */
/*
 * Templates: HTML files with the attributes of TAL and METAL (docs/templates.md, and the Zope Page
 * Templates Reference that it follows).
 *
 * A set holds the templates of a site, which may use each other's macros: make it, add every file,
 * link it once, then render. Mistakes are recorded as D_TEMPLATE, which is fatal, with the place in
 * the template's source. A linked set is only read: any number of threads may render from it, each
 * with its own `out`, `scratch` and `diags`.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/buf.h"
#include "base/diag.h"
#include "template/value.h"

struct template_set;

/* An empty set that lives in KEEP, and so does all that is added to it. FOLDER is put before the
   templates' names in messages; may be empty. */
struct template_set *template_set_new(struct arena *keep, struct str folder);

/* Parses and compiles one file. NAME is what it is rendered by and what macros' paths call it
   ("story.html"). Both slices are copied. False: the
   mistakes are in DIAGS. */
bool template_add(struct template_set *set, struct str name, struct str source,
                  struct diags *diags);

/* Finds the macros that the templates use. Call it once, after the last template_add. False: as
 * there. */
bool template_link(struct template_set *set, struct diags *diags);

/* A hash of the template NAME of a linked set, with all whose macros it uses; 0: there is none. */
uint64_t template_hash(const struct template_set *set, struct str name);

/* Whether a template of the set may name NAME, as a variable or as a step of a path. */
bool template_set_names(const struct template_set *set, struct str name);

/* Appends the template NAME, filled from the fields of ROOT (an object: its fields are the names
   that the template starts with), to OUT. SUBJECT says in messages what is rendered ("story
   x-3fa91c"); may be empty. SCRATCH is not reset. False: a mistake, in DIAGS; OUT is as it was. */
bool template_render(const struct template_set *set, struct str name, struct value root,
                     struct buf *out, struct arena *scratch, struct diags *diags,
                     struct str subject);

#endif
