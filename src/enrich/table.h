/* SPDX-License-Identifier: MIT */
/* The built-in tables: lines of fields parted by tabs. */
#ifndef ENRICH_TABLE_H
#define ENRICH_TABLE_H

#include <stdint.h>

#include "base/str.h"

/* Cuts the next line off *REST into LEN fields; fields that the line does not have are empty.
   False: there was none. Slices point into the table. */
bool table_row(struct str *rest, struct str *fields, size_t len);

/* The number that FIELD is; 0: it is empty. */
uint16_t table_number(struct str field);

#endif
