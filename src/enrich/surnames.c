/* SPDX-License-Identifier: MIT */
#include "enrich/surnames.h"

#include "base/embedded.h"
#include "base/utf8.h"
#include "enrich/table.h"

const struct surnames *surnames_builtin(struct arena *keep)
{
    struct surnames *surnames = ARENA_NEW(keep, struct surnames);
    struct str table = embedded_get(embedded_data, "surnames.tsv");
    struct str row[3];
    while (table_row(&table, row, 3)) {
        struct surname *surname = ARENA_NEW(keep, struct surname);
        *surname = (struct surname){row[0], row[1], surnames->by_text.len, row[2].len > 0};
        *map_at(keep, &surnames->by_text, surname->text) = surname;
    }
    return surnames;
}

const struct surname *surname_of(const struct surnames *surnames, struct str name)
{
    for (size_t chars = 2; chars > 0; chars--) {
        struct str head = utf8_head(name, chars);
        const struct surname *surname = map_get(&surnames->by_text, head);
        if (surname)
            return surname;
    }
    return NULL;
}
