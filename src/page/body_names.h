/* SPDX-License-Identifier: MIT */
/* What names of bodies that sign look like, and of places that people sign from. */
#ifndef PAGE_BODY_NAMES_H
#define PAGE_BODY_NAMES_H

#include "base/str.h"

enum { BODY_NAME_CHARS = 24 }; /* of the longest */

/* A line that names a body and nothing else: 岚县水利局. */
bool is_body_name(struct str line);

/* Whether WORD ends as a part of a court or of a road's office is called: 民一庭, 公路总段. */
bool ends_like_part(struct str word);

/* 亮河镇凤山屯: whether WORD ends as the name of a place does where people sign from. */
bool ends_like_place(struct str word);

#endif
