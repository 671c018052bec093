/* SPDX-License-Identifier: MIT */
#include "enrich/townships.h"

#include "base/utf8.h"
#include "enrich/townships_table.h"
#include "enrich/words.h"

static struct str name_of(const struct township_row *row)
{
    return (struct str){(const char *)townships_text + row->text, row->bytes};
}

static size_t slot_of(uint32_t first, uint32_t second)
{
    uint64_t key = (uint64_t)first << 16 | second;
    return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - TOWNSHIPS_BITS));
}

/* The first of the names that begin with HEAD; NULL: there is none. */
static const struct township_row *first_row(struct str head)
{
    struct utf8 first = utf8_first(head), second = utf8_next(head, first);
    if (!utf8_is_han(first.code) || !utf8_is_han(second.code))
        return NULL;
    size_t slot = slot_of(first.code, second.code);
    while (townships_slots[slot]) {
        const struct township_row *row = &townships_rows[townships_slots[slot] - 1];
        if (str_starts(name_of(row), head))
            return row;
        slot = (slot + 1) % (1 << TOWNSHIPS_BITS);
    }
    return NULL;
}

bool township_at(struct str text, size_t at, struct township *township)
{
    const struct township_row *end = townships_rows + townships_len;
    struct str head = word_head(text, at), rest = str_slice(text, at, text.len);
    for (const struct township_row *row = first_row(head); row && row < end; row++) {
        struct str name = name_of(row);
        if (!str_starts(name, head))
            break;
        if (!str_starts(rest, name))
            continue;
        *township = (struct township){name, townships_counties + row->counties, row->len};
        return true;
    }
    return false;
}
