/* SPDX-License-Identifier: MIT */
/* Numbers that tell who somebody is, which old notices print and nobody may publish today. */
#ifndef PAGE_IDENTITY_NUMBER_H
#define PAGE_IDENTITY_NUMBER_H

#include "base/str.h"

/* How many citizens' identity numbers (公民身份号码) TEXT has, and where the *FIRST stands: 18
   characters after GB 11643-1999, a day of birth among them, that their check character proves, or
   these and two digits more (残疾人证号). */
size_t identity_numbers_count(struct str text, size_t *first);

#endif
