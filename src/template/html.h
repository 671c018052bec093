/* SPDX-License-Identifier: MIT */
/* What HTML asks of whoever writes it: escapes, elements without an end, attributes with a meaning.
   After the HTML Standard, sections 4.12 and 13.1–13.3. Names are compared without regard to case.
 */
#ifndef TEMPLATE_HTML_H
#define TEMPLATE_HTML_H

#include "base/buf.h"

/* Appends text between tags: & < > are escaped; controls and noncharacters, which HTML cannot hold,
   become U+FFFD; what turns the direction of writing ends with the text (base/bidi.h). */
void html_text(struct buf *out, struct str text);

/* Appends text between double quotes: as html_text, and " is escaped. */
void html_attribute(struct buf *out, struct str text);

/* Appends markup as it is, but for what HTML cannot hold (utf8_is_forbidden()). */
void html_markup(struct buf *out, struct str markup);

/* br, img, meta …: elements that have no content and no end tag. */
bool html_is_void(struct str element);

/* script and style: their content is not escaped, and ends at the first "</script". */
bool html_is_raw(struct str element);

/* pre, textarea, listing: HTML drops a line break that comes first in them. */
bool html_drops_newline(struct str element);

/* What an attribute may be given while a template runs. */
enum html_attribute_kind {
    HTML_PLAIN,   /* any text */
    HTML_BOOLEAN, /* hidden, checked …: there or not */
    HTML_KEYWORD, /* aria-*, draggable …: a truth is written as true or false */
    HTML_URL,     /* one address */
    HTML_URLS,    /* addresses with blanks between them: ping */
    HTML_SRCSET,  /* addresses with descriptors and commas between them */
    HTML_REFUSED, /* style, on…, srcdoc: what a browser would run */
};

enum html_attribute_kind html_attribute_kind(struct str element, struct str name);

/* Whether a value of such an attribute has only addresses that are relative or have the scheme
   http, https or mailto, read as browsers read them (URL Standard, section 4.4). True for other
   kinds. */
bool html_urls_safe(enum html_attribute_kind kind, struct str value);

bool html_name_eq(struct str a, struct str b);

#endif
