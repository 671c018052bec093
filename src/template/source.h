/* SPDX-License-Identifier: MIT */
/* What stands before the markup of a template: byte order mark, XML declaration, doctype. */
#ifndef TEMPLATE_SOURCE_H
#define TEMPLATE_SOURCE_H

#include "template/parse.h"

/* Finds where the markup begins, *BODY, and takes the doctype out of what is before it; comments
   there are the author's and are dropped. False: the source cannot be a template; said in DIAGS. */
bool source_prolog(struct markup_source *source, size_t *body, struct diags *diags);

static inline bool xml_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

#endif
