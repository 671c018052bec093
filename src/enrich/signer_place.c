/* SPDX-License-Identifier: MIT */
#include "enrich/signer_place.h"

#include "enrich/place_names.h"
#include "page/chars.h"
#include "page/surnames.h"
#include "page/wordlist.h"

/* Whether NAME is that of a county or prefecture, or a township's without its level. */
static bool is_place_name(struct arena *scratch, const struct gazetteer *gazetteer, struct str name)
{
    struct word_head head = word_head_at(name, 0);
    const struct word *word = words_at(gazetteer->names, name, head);
    for (; word; word = word_next(word, name, head)) {
        const struct place_name *place = word->value;
        if (word->text.len == name.len &&
            (place->level == PLACE_COUNTY || place->level == PLACE_PREFECTURE))
            return true;
    }
    struct place_mentions townships =
        place_short_townships(scratch, gazetteer, name, 2, SHORT_ALONE);
    return townships.len == 1 && townships.at[0].name->text.len == name.len;
}

/* Whether STORY has PLACE with its level: 毛沟镇. */
static bool is_told(const struct story *story, struct str place)
{
    static const struct str levels[] = {WORD("镇"), WORD("乡"), WORD("村"), WORD("街道")};
    for (size_t i = 0; i < story->blocks.len; i++) {
        struct str text = story->blocks.at[i].text;
        for (size_t at = str_find(text, place, 0); at != SIZE_MAX;
             at = str_find(text, place, at + place.len))
            if (wordlist_start(levels, COUNT(levels), str_slice(text, at + place.len, text.len)))
                return true;
    }
    return false;
}

struct str without_signer_place(struct arena *scratch, const struct surnames *surnames,
                                const struct gazetteer *gazetteer, const struct story *story,
                                struct str line)
{
    enum { NAME_CHARS = 6 };
    struct str rest = utf8_trim(line);
    struct utf8 c = utf8_first(rest);
    while (utf8_is_han(c.code))
        c = utf8_next(rest, c);
    struct str place = str_slice(rest, 0, c.at), name = utf8_trim(str_slice(rest, c.at, rest.len));
    const struct surname *surname = surname_of(surnames, place);
    bool word_too, two = utf8_is_blank(c.code) && utf8_count(place) > 1 &&
                         utf8_count(name) <= NAME_CHARS && may_be_name(name, &word_too);
    bool placed = two && (is_told(story, place) || (!(surname && surname->common) &&
                                                    is_place_name(scratch, gazetteer, place)));
    return placed ? name : line;
}

struct str without_bracketed_place(struct arena *scratch, const struct surnames *surnames,
                                   const struct gazetteer *gazetteer, const struct story *story,
                                   struct str text)
{
    struct utf8 first = utf8_first(text), last = utf8_last(text);
    if (!opens_bracket(first.code) || !closes_bracket(last.code) || last.at < first.len)
        return text;
    struct str inside = str_slice(text, first.len, last.at);
    struct str name = without_signer_place(scratch, surnames, gazetteer, story, inside);
    return name.ptr == inside.ptr ? text : name;
}
