/* SPDX-License-Identifier: MIT */
#include "enrich/townships.h"

#include "base/vec.h"
#include "enrich/peoples.h"
#include "page/wordlist.h"

static struct str name_of(const struct township_row *row)
{
    return (struct str){(const char *)townships_text + row->text, row->bytes};
}

/* The first of the names that begin with the two characters of HEAD, BEGINNING; NULL: none does. */
static const struct township_row *first_row(struct word_head head, struct str beginning)
{
    size_t slot = word_pair_hash(head, TOWNSHIPS_BITS);
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
        *township = (struct township){name, townships_counties + row->counties,
                                      row->len + (row->renamed ? row->former : 0u), row->renamed};
        return true;
    }
    return false;
}

/* ---- without their level */

struct str township_stem(struct str name)
{
    static const struct str levels[] = {WORD("街道"), WORD("镇"), WORD("乡")};
    const struct str *level = wordlist_end(levels, COUNT(levels), name);
    return level ? without_peoples(str_slice(name, 0, name.len - level->len)) : name;
}

struct counties VEC_OF(uint16_t);

static void add_once(struct arena *keep, struct counties *counties, uint16_t county)
{
    for (size_t i = 0; i < counties->len; i++)
        if (counties->at[i] == county)
            return;
    vec_push(keep, counties, county);
}

#define NO_NAME SIZE_MAX

/* The longest stem of townships' names that begins at HEAD, with as many bytes as TAIL says belong
   to it of what follows; NO_NAME: it is none there. */
static bool find_stem(struct arena *keep, struct str text, struct word_head head,
                      size_t (*tail)(struct str stem, struct str after), struct township *township)
{
    if (!head.second.len || !township_part_may_begin(head))
        return false;
    const struct township_row *end = townships_rows + townships_len;
    struct str rest = str_slice(text, head.first.at, text.len), name = STR_NONE;
    struct str beginning = str_slice(rest, 0, head.first.len + head.second.len);
    struct counties counties = {0};
    for (const struct township_row *row = first_row(head, beginning); row && row < end; row++) {
        struct str stem = township_stem(name_of(row));
        if (!str_starts(name_of(row), beginning))
            break;
        if (stem.len == row->bytes || !str_starts(rest, stem))
            continue;
        size_t more = tail(stem, str_slice(rest, stem.len, rest.len));
        if (more == NO_NAME || stem.len + more < name.len)
            continue;
        if (stem.len + more > name.len)
            counties.len = 0;
        name = str_slice(rest, 0, stem.len + more);
        for (size_t i = 0; i < (size_t)row->len + row->former; i++)
            add_once(keep, &counties, townships_counties[row->counties + i]);
    }
    *township = (struct township){name, counties.at, counties.len, false};
    return name.len > 0;
}

/* A stem of two characters or more stands for itself; but no street's, of which too many are called
   after other places. 长竹园 and 万家场 are townships. */
static size_t bare_tail(struct str stem, struct str after)
{
    (void)after;
    static const struct str streets[] = {WORD("路"), WORD("街"), WORD("道"), WORD("巷"),
                                         WORD("区")};
    static const struct str of_two[] = {WORD("楼"), WORD("里"), WORD("园"), WORD("场"), WORD("站")};
    size_t chars = utf8_count(stem);
    return chars < 2 || wordlist_end(streets, COUNT(streets), stem) ||
                   (chars == 2 && wordlist_end(of_two, COUNT(of_two), stem))
               ? NO_NAME
               : 0;
}

bool township_short_at(struct arena *keep, struct str text, struct word_head head,
                       struct township *township)
{
    return find_stem(keep, text, head, bare_tail, township);
}

static size_t peoples_tail(struct str stem, struct str after)
{
    (void)stem;
    struct str level = STR("乡");
    size_t len = peoples_len(after);
    return len && str_starts(str_slice(after, len, after.len), level) ? len + level.len : NO_NAME;
}

bool township_of_peoples_at(struct arena *keep, struct str text, struct word_head head,
                            struct township *township)
{
    return find_stem(keep, text, head, peoples_tail, township);
}

static size_t commune_tail(struct str stem, struct str after)
{
    static const struct str words[] = {WORD("公社"), WORD("人民公社")};
    const struct str *word = wordlist_start(words, COUNT(words), after);
    return word && !str_eq(stem, STR("人民")) ? word->len : NO_NAME;
}

bool commune_at(struct arena *keep, struct str text, struct word_head head,
                struct township *commune)
{
    return find_stem(keep, text, head, commune_tail, commune);
}
