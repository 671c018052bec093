/* SPDX-License-Identifier: MIT */
/* What libxml2 finds wrong, in words for theme authors. */
#ifndef TEMPLATE_XML_ERROR_H
#define TEMPLATE_XML_ERROR_H

#include <libxml/xmlerror.h>

#include "base/str.h"

/* In KEEP. AT: where in SOURCE libxml2 stands. ROOT: the name of the element that we put round it.
 */
struct str xml_error_text(struct arena *keep, const xmlError *error, struct str source, size_t at,
                          const char *root);

#endif
