/* SPDX-License-Identifier: MIT */
/* Labels of those who sign, as a line's end or wide setting parts them: 通讯 员, 通 讯 员. */
#ifndef PAGE_LABEL_WORDS_H
#define PAGE_LABEL_WORDS_H

#include "base/str.h"

/* Bytes of the label that stands at AT of TEXT with blanks inside it, and *LABEL: it without them.
   0: none does. */
size_t parted_label(struct str text, size_t at, struct str *label);

#endif
