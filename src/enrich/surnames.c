/* SPDX-License-Identifier: MIT */
#include "enrich/surnames.h"

#include "base/embedded.h"
#include "base/utf8.h"
#include "enrich/table.h"

const struct surnames *surnames_builtin(struct arena *keep)
{
    struct surnames *surnames = ARENA_NEW(keep, struct surnames);
    struct str table = embedded_get(embedded_data, "surnames.tsv");
    struct str row[2];
    while (table_row(&table, row, 2)) {
        struct str *reading = ARENA_NEW(keep, struct str);
        *reading = row[1];
        *map_at(keep, &surnames->readings, row[0]) = reading;
    }
    return surnames;
}

struct str surname_of(const struct surnames *surnames, struct str name)
{
    for (size_t chars = 2; chars > 0; chars--) {
        struct str head = utf8_head(name, chars);
        if (utf8_count(head) == chars && map_get(&surnames->readings, head))
            return head;
    }
    return STR_NONE;
}

struct str surname_reading(const struct surnames *surnames, struct str surname)
{
    const struct str *reading = map_get(&surnames->readings, surname);
    return reading ? *reading : STR_NONE;
}
