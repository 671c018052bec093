/* SPDX-License-Identifier: MIT */
/* Markup → tree: a template's source as libxml2 reads it, with the place of everything in it. */
#ifndef TEMPLATE_PARSE_H
#define TEMPLATE_PARSE_H

#include "base/diag.h"

enum markup_space {
    SPACE_NONE,  /* HTML and whatever else is copied to the output */
    SPACE_TAL,   /* http://xml.zope.org/namespaces/tal */
    SPACE_METAL, /* http://xml.zope.org/namespaces/metal */
};

struct markup_attribute {
    enum markup_space space;
    struct str name;   /* as written; without its prefix in the spaces of TAL and METAL */
    struct str value;  /* entities resolved */
    uint32_t at;       /* byte offset of the name in the source */
    uint32_t value_at; /* and of the first byte within the quotes */
};

enum markup_kind { MARKUP_ELEMENT, MARKUP_TEXT, MARKUP_COMMENT };

struct markup {
    enum markup_kind kind;
    enum markup_space space;
    struct str name; /* of an element: as written */
    struct str text; /* of text and comments */
    uint32_t at;     /* byte offset in the source: of an element's '<'; 0 for the others */
    bool foreign;    /* inside svg or math, where an empty element may end itself */
    struct markup_attribute *attributes;
    size_t attribute_count;
    struct markup *parent, *first, *last, *next;
};

/* A template's file. */
struct markup_source {
    struct str name;    /* "story.html" */
    struct str path;    /* for messages: "templates/story.html" */
    struct str text;    /* valid UTF-8 */
    struct str doctype; /* as written; empty if there is none */
};

/* Reads SOURCE->text, fills SOURCE->doctype and returns the root: an element without a name whose
   children are what the file holds. All lives in KEEP. Outside elements there may be text, and more
   than one element; the prefixes tal, metal and xlink need no declaration; HTML's named characters
   are known. NULL: it is not well-formed or has what a template may not have; said in DIAGS. */
struct markup *markup_parse(struct arena *keep, struct markup_source *source, struct diags *diags);

/* The line and column of a byte offset. */
struct place markup_place(const struct markup_source *source, size_t at);

/* Records a mistake at a byte offset, as D_TEMPLATE; of very many in a row only the first, and that
   there are more. */
void markup_mistake(const struct markup_source *source, struct diags *diags, size_t at,
                    struct str what);

/* The offset in the source of byte I of an attribute's value: an entity counts as one byte. */
uint32_t markup_value_at(const struct markup_source *source,
                         const struct markup_attribute *attribute, size_t i);

#endif
