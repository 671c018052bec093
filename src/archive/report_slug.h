/* SPDX-License-Identifier: MIT */
/* The words that open a report: 本报讯, 新华社北京10月9日电. */
#ifndef ARCHIVE_REPORT_SLUG_H
#define ARCHIVE_REPORT_SLUG_H

#include "base/str.h"

/* How many bytes of a paragraph's start they are; 0: it does not begin with such words. */
size_t report_slug_len(struct str text);

#endif
