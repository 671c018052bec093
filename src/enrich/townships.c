/* SPDX-License-Identifier: MIT */
#include "enrich/townships.h"

static struct str name_of(const struct township_row *row)
{
    return (struct str){(const char *)townships_text + row->text, row->bytes};
}

/* The first of the names that begin with the two characters of HEAD, BEGINNING; NULL: none does. */
static const struct township_row *first_row(struct word_head head, struct str beginning)
{
    size_t slot = word_head_hash(head, TOWNSHIPS_BITS);
    for (; townships_slots[slot]; slot = (slot + 1) % (1 << TOWNSHIPS_BITS)) {
        const struct township_row *row = &townships_rows[townships_slots[slot] - 1];
        if (str_starts(name_of(row), beginning))
            return row;
    }
    return NULL;
}

bool township_found(struct str text, struct word_head head, struct township *township)
{
    if (!head.second.len)
        return false;
    const struct township_row *end = townships_rows + townships_len;
    struct str rest = str_slice(text, head.first.at, text.len);
    struct str beginning = str_slice(rest, 0, head.first.len + head.second.len);
    for (const struct township_row *row = first_row(head, beginning); row && row < end; row++) {
        struct str name = name_of(row);
        if (!str_starts(name, beginning))
            break;
        if (!str_starts(rest, name))
            continue;
        *township = (struct township){name, townships_counties + row->counties, row->len};
        return true;
    }
    return false;
}
