/* SPDX-License-Identifier: MIT */
#include "enrich/table.h"

bool table_row(struct str *rest, struct str *fields, size_t len)
{
    if (rest->len == 0)
        return false;
    struct str line = str_cut(rest, '\n');
    for (size_t i = 0; i < len; i++)
        fields[i] = str_cut(&line, '\t');
    return true;
}
