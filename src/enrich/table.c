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

uint16_t table_number(struct str field)
{
    uint16_t number = 0;
    for (size_t i = 0; i < field.len; i++)
        number = (uint16_t)(number * 10 + (field.ptr[i] - '0'));
    return number;
}
