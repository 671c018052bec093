/* SPDX-License-Identifier: MIT */
/* Files that are no plain text, told by the bytes that they begin with. */
#ifndef PAGE_SIGNATURE_H
#define PAGE_SIGNATURE_H

#include "base/str.h"

/* What BYTES look like and what to do with them, for a message: "a PDF: take its text out first,
   e.g. with pdftotext". NULL: they may be text. */
const char *signature_find(struct str bytes);

#endif
