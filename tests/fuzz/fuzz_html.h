/* SPDX-License-Identifier: MIT */
/*
 * What must hold of HTML that was made of text from outside: libxml2 can read it, and none of that
 * text became markup. Such text has the MARK in it, a name that nothing else bears.
 */
#ifndef TESTS_FUZZ_FUZZ_HTML_H
#define TESTS_FUZZ_FUZZ_HTML_H

#include "fuzz.h"

#include "base/buf.h"

#define MARK "q7"

/* TEXT with a mark at each character that could begin or end markup, in KEEP: whatever the quotes
   around it, one that is not escaped makes an element or an attribute of the MARK's name. */
struct str html_marked(struct arena *keep, struct str text);

/* Checks a page of HTML, or a part of one. */
void html_check(struct str html);

/* Checks that XML is well-formed. */
void xml_check(struct str xml);

#endif
