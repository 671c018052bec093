/* SPDX-License-Identifier: MIT */
/* Uses of macros → the macros, over all files of a set. */
#ifndef TEMPLATE_LINK_H
#define TEMPLATE_LINK_H

#include "template/code.h"

struct codes VEC_OF(struct code *);

/* The file called NAME; NULL: none. */
const struct code *code_find(const struct codes *codes, struct str name);

/* Sets the macro of every use. False: one cannot be found, said in DIAGS. */
bool link_codes(const struct codes *codes, struct diags *diags);

#endif
