/* SPDX-License-Identifier: MIT */
#include "enrich/townships.h"

#include "base/vec.h"
#include "page/wordlist.h"

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

/* NAME without 镇, 乡 or 街道; empty where it has none. */
static struct str stem_of(struct str name)
{
    static const struct str levels[] = {WORD("街道"), WORD("镇"), WORD("乡")};
    const struct str *level = wordlist_end(levels, COUNT(levels), name);
    return str_slice(name, 0, level ? name.len - level->len : 0);
}

/* The same; empty too where too little is left. */
static struct str without_level(struct str name)
{
    static const struct str streets[] = {WORD("路"), WORD("街"), WORD("道"), WORD("巷"),
                                         WORD("楼"), WORD("里"), WORD("园"), WORD("区"),
                                         WORD("场"), WORD("站")};
    enum { LEAST_CHARS = 3 };
    struct str rest = stem_of(name);
    bool fits = utf8_count(rest) >= LEAST_CHARS && !wordlist_end(streets, COUNT(streets), rest);
    return fits ? rest : STR_NONE;
}

static struct str whole(struct str name)
{
    return name;
}

/* The longest name that begins at HEAD, in the FORM that it has in a text. */
static bool find_name(struct str text, struct word_head head, struct str (*form)(struct str name),
                      struct township *township)
{
    if (!head.second.len)
        return false;
    const struct township_row *end = townships_rows + townships_len;
    struct str rest = str_slice(text, head.first.at, text.len);
    struct str beginning = str_slice(rest, 0, head.first.len + head.second.len);
    for (const struct township_row *row = first_row(head, beginning); row && row < end; row++) {
        struct str name = form(name_of(row));
        if (!str_starts(name_of(row), beginning))
            break;
        if (!name.len || !str_starts(rest, name))
            continue;
        *township = (struct township){name, townships_counties + row->counties, row->len};
        return true;
    }
    return false;
}

bool township_found(struct str text, struct word_head head, struct township *township)
{
    return find_name(text, head, whole, township);
}

bool township_short_at(struct str text, struct word_head head, struct township *township)
{
    return word_head_in(townships_filter, TOWNSHIPS_FILTER_BITS, head) &&
           find_name(text, head, without_level, township);
}

/* Bytes of 公社 or 人民公社 where TEXT begins with it; else 0. */
static size_t commune_len(struct str text)
{
    static const struct str words[] = {WORD("公社"), WORD("人民公社")};
    const struct str *word = wordlist_start(words, COUNT(words), text);
    return word ? word->len : 0;
}

struct counties VEC_OF(uint16_t);

static void add_once(struct arena *keep, struct counties *counties, uint16_t county)
{
    for (size_t i = 0; i < counties->len; i++)
        if (counties->at[i] == county)
            return;
    vec_push(keep, counties, county);
}

bool commune_at(struct arena *keep, struct str text, struct word_head head,
                struct township *commune)
{
    if (!head.second.len || !word_head_in(townships_filter, TOWNSHIPS_FILTER_BITS, head))
        return false;
    const struct township_row *end = townships_rows + townships_len;
    struct str rest = str_slice(text, head.first.at, text.len);
    struct str beginning = str_slice(rest, 0, head.first.len + head.second.len);
    struct counties counties = {0};
    struct str name = STR_NONE;
    for (const struct township_row *row = first_row(head, beginning); row && row < end; row++) {
        struct str stem = stem_of(name_of(row));
        if (!str_starts(name_of(row), beginning))
            break;
        size_t more = stem.len && str_starts(rest, stem)
                          ? commune_len(str_slice(rest, stem.len, rest.len))
                          : 0;
        if (!more || str_eq(stem, STR("人民")))
            continue;
        name = str_slice(rest, 0, stem.len + more);
        for (size_t i = 0; i < row->len; i++)
            add_once(keep, &counties, townships_counties[row->counties + i]);
    }
    *commune = (struct township){name, counties.at, counties.len};
    return name.len > 0;
}
