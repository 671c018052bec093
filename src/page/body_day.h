/* SPDX-License-Identifier: MIT */
/* Bodies that sign with the day or hour at which they made something known: 县气象台5月6日8时发布.
 */
#ifndef PAGE_BODY_DAY_H
#define PAGE_BODY_DAY_H

#include "base/str.h"

/* 县气象台 in 县气象台5月6日8时发布, 县气象台今晨六时发布: what of LINE stands before the day or
   hour, or before that it was made known; empty: LINE ends with nothing of these. */
struct str before_day(struct str line);

/* Whether LINE is a body's name and its day or hour; one in words, 县气象台今晨发布, only where it
   stands BELOW a finished text, for kickers have it too. */
bool is_body_and_day(struct str line, bool below);

#endif
