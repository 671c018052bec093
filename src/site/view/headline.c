/* SPDX-License-Identifier: MIT */
#include "site/view/headline.h"

#include "base/utf8.h"
#include "page/lexicon.h"
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

struct strs headline_words(struct arena *keep, struct str text)
{
    static const char leads[] =
        "在与和把让为从向对将被给以到是不我他她它这那"; /* others end words */
    struct strs words = {0};
    size_t start = 0;
    for (struct utf8 c = utf8_first(text); c.len;) {
        uint32_t chars[LEXICON_CUT];
        bool begins[LEXICON_CUT];
        size_t len = 0, at[LEXICON_CUT];
        for (; utf8_is_han(c.code) && len < LEXICON_CUT; c = utf8_next(text, c)) {
            at[len] = c.at;
            chars[len++] = c.code;
        }
        lexicon_cut(chars, len, begins);
        for (size_t i = 1; i < len; i++) {
            struct str first = str_slice(text, at[i], utf8_next(text, utf8_at(text, at[i])).at);
            bool single = i + 1 == len || begins[i + 1];
            if (!begins[i] || (single && !str_has(str_of(leads), first)))
                continue;
            vec_push(keep, &words, str_slice(text, start, at[i]));
            start = at[i];
        }
        if (!len)
            c = utf8_next(text, c);
    }
    vec_push(keep, &words, str_slice(text, start, text.len));
    return words;
}

static struct value part_words(struct arena *scratch, const struct headline_part *part)
{
    struct strs *words = ARENA_NEW(scratch, struct strs);
    *words = headline_words(scratch, part->text);
    return value_strs(scratch, words);
}

FIELD(part_words_field, headline_part, part_words(scratch, view))
FIELD(part_text, headline_part, value_string(view->text))
FIELD(part_spaced, headline_part, value_bool(view->spaced))

static const struct value_field part_fields[] = {
    {"text", "its words", part_text},
    {"words", "the same, in pieces between which a line may break", part_words_field},
    {"spaced", "whether a space stands after it", part_spaced},
    {0},
};

const struct value_type headline_part_type = {.name = "part", .fields = part_fields};

struct value headline_set_value(struct arena *scratch, struct str headline)
{
    struct headline_parts *parts = ARENA_NEW(scratch, struct headline_parts);
    *parts = headline_split(scratch, headline);
    return value_vec(scratch, &headline_part_type, parts);
}

struct value headline_parts_value(struct arena *scratch, struct str headline)
{
    struct headline_parts *parts = ARENA_NEW(scratch, struct headline_parts);
    *parts = headline_split(scratch, headline);
    return parts->len > 1 ? value_vec(scratch, &headline_part_type, parts) : VALUE_NONE;
}
