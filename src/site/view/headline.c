/* SPDX-License-Identifier: MIT */
#include "site/view/headline.h"

#include "base/utf8.h"
#include "site/view/field.h"

/* Fewer characters before a colon are a place or a name that wants its headline beside it. */
enum { COLON_AFTER = 3 };

static size_t part_end(struct str s)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c), chars++) {
        if (c.code == ' ')
            return c.at;
        if (c.code == 0xff1a && chars >= COLON_AFTER)
            return c.at + c.len;
    }
    return s.len;
}

struct headline_parts headline_split(struct arena *keep, struct str headline)
{
    struct headline_parts parts = {0};
    while (headline.len) {
        size_t end = part_end(headline);
        bool space = end < headline.len && headline.ptr[end] == ' ';
        struct str part = str_slice(headline, 0, end);
        if (end > 0)
            vec_push(keep, &parts,
                     (struct headline_part){part, space && !str_ends(part, STR("："))});
        headline = str_slice(headline, end + space, headline.len);
    }
    return parts;
}

FIELD(part_text, headline_part, value_string(view->text))
FIELD(part_spaced, headline_part, value_bool(view->spaced))

static const struct value_field part_fields[] = {
    {"text", "its words", part_text},
    {"spaced", "whether a space stands after it", part_spaced},
    {0},
};

const struct value_type headline_part_type = {.name = "part", .fields = part_fields};

struct value headline_parts_value(struct arena *scratch, struct str headline)
{
    struct headline_parts *parts = ARENA_NEW(scratch, struct headline_parts);
    *parts = headline_split(scratch, headline);
    return parts->len > 1 ? value_vec(scratch, &headline_part_type, parts) : VALUE_NONE;
}
