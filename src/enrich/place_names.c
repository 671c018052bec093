/* SPDX-License-Identifier: MIT */
#include "enrich/place_names.h"

#include "base/utf8.h"
#include "enrich/townships.h"
#include "page/lexicon.h"
#include "page/wordlist.h"

/* What falls off a province's or prefecture's name in everyday speech. */
static const struct str endings[] = {WORD("壮族自治区"), WORD("回族自治区"), WORD("维吾尔自治区"),
                                     WORD("自治区"),     WORD("省"),         WORD("市"),
                                     WORD("地区"),       WORD("盟")};

/* Districts whose names are common nouns. */
static const struct str common[] = {WORD("城区"),   WORD("郊区"),   WORD("矿区"),   WORD("东区"),
                                    WORD("西区"),   WORD("新城区"), WORD("老城区"), WORD("新市区"),
                                    WORD("港口区"), WORD("解放区")};

/* After these the last character of a name belongs to another word: 区域, 县级, 市场. */
static const struct {
    const char *last, *after;
} glued[] = {{"区", "域间别位块划段"}, {"县", "域级际处"}, {"市", "场值价面"}};

/* Characters before which a name of two characters begins a word. */
static const char before_short[] =
    "在从到与和及由向是于自赴的了入进往全该日年月据以让使把被给内区市省州地";

static struct place_name *name_new(struct arena *keep, struct str text, enum place_level level)
{
    struct place_name *name = ARENA_NEW(keep, struct place_name);
    *name = (struct place_name){.text = text, .level = level};
    return name;
}

/* FULL without its ending; empty where nothing is left to know it by. */
static struct str short_name(struct str full)
{
    const struct str *ending = wordlist_end(endings, COUNT(endings), full);
    struct str rest = ending ? str_slice(full, 0, full.len - ending->len) : STR_NONE;
    return utf8_count(rest) < WORD_MIN_CHARS ? STR_NONE : rest;
}

static void add_province(struct arena *keep, struct words *words, const struct province *province)
{
    const struct str texts[] = {province->name, short_name(province->name)};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct place_name *name = name_new(keep, texts[i], PLACE_PROVINCE);
        name->province = province;
        if (texts[i].len > 0)
            words_add(keep, words, texts[i], name);
    }
}

static void add_prefecture(struct arena *keep, struct words *words,
                           const struct prefecture *prefecture)
{
    const struct str texts[] = {prefecture->name, short_name(prefecture->name)};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct place_name *name = name_new(keep, texts[i], PLACE_PREFECTURE);
        name->prefecture = prefecture;
        if (texts[i].len > 0)
            words_add(keep, words, texts[i], name);
    }
}

/* Counties of one name share an entry. */
static void add_county(struct arena *keep, struct words *words, struct map *by_name,
                       const struct county *county)
{
    void **slot = map_at(keep, by_name, county->name);
    if (!*slot) {
        struct place_name *name = name_new(keep, county->name, PLACE_COUNTY);
        name->common = wordlist_find(common, COUNT(common), county->name);
        words_add(keep, words, county->name, name);
        *slot = name;
    }
    struct place_name *name = *slot;
    vec_push(keep, &name->counties, county);
}

const struct words *place_names_index(struct arena *keep, const struct gazetteer *gazetteer)
{
    struct words *words = ARENA_NEW(keep, struct words);
    struct map by_name = {0};
    for (size_t i = 0; i < gazetteer->provinces_len; i++)
        add_province(keep, words, &gazetteer->provinces[i]);
    for (size_t i = 0; i < gazetteer->prefectures_len; i++)
        add_prefecture(keep, words, &gazetteer->prefectures[i]);
    for (size_t i = 0; i < gazetteer->counties_len; i++)
        add_county(keep, words, &by_name, &gazetteer->counties[i]);
    return words;
}

static bool holds_char(struct str chars, struct str text, struct utf8 c)
{
    return c.len > 0 && str_has(chars, str_slice(text, c.at, c.at + c.len));
}

/* Whether the name that ends at END goes on into another word. */
static bool is_glued(struct str text, const struct place_name *name, size_t end)
{
    for (size_t i = 0; i < COUNT(glued); i++) {
        if (str_ends(name->text, str_of(glued[i].last)))
            return holds_char(str_of(glued[i].after), text, utf8_at(text, end));
    }
    return false;
}

/* Whether the first character of a name belongs to the word before it, and what is left is a word
   too: 当天 + 全县 holds 天全县. */
static bool is_torn(const struct place_name *name, uint32_t before)
{
    enum { WORD_BEFORE = 7, WORD_LEFT = 3, WORD_MAX = 4 }; /* levels, characters: lexicon.h */
    uint32_t chars[1 + WORD_MAX] = {before};
    size_t len = 1;
    for (struct utf8 c = utf8_first(name->text); c.len; c = utf8_next(name->text, c)) {
        if (len == COUNT(chars))
            return false;
        chars[len++] = c.code;
    }
    return lexicon_level(chars, 2) >= WORD_BEFORE && lexicon_level(chars + 2, len - 2) >= WORD_LEFT;
}

/* A longer name is seldom part of other words, but 应县 is in 响应县委. */
static bool begins_word(struct str text, const struct place_name *name, size_t at)
{
    struct utf8 c = utf8_before(text, at);
    if (c.len == 0 || !utf8_is_han(c.code) || holds_char(str_of(before_short), text, c))
        return true;
    return utf8_count(name->text) > 2 && !is_torn(name, c.code);
}

static const struct word *name_at(const struct words *names, struct str text, size_t at)
{
    const struct word *word = words_at(names, text, at);
    while (word && is_glued(text, word->value, at + word->text.len))
        word = word_next(word, text, at);
    return word;
}

/* A township's name, whose bearers are many or few. */
static const struct place_name *township_name(struct arena *keep, const struct gazetteer *gazetteer,
                                              const struct township *township)
{
    struct place_name *name = name_new(keep, township->name, PLACE_TOWNSHIP);
    for (size_t i = 0; i < township->len; i++)
        vec_push(keep, &name->counties, &gazetteer->counties[township->counties[i]]);
    return name;
}

/* The longest name of any level that begins at AT; NULL: there is none. */
static const struct place_name *place_at(struct arena *keep, const struct gazetteer *gazetteer,
                                         struct str text, size_t at)
{
    struct township township;
    const struct word *word = name_at(gazetteer->names, text, at);
    if (!township_at(text, at, &township) || (word && word->text.len >= township.name.len))
        return word ? word->value : NULL;
    return township_name(keep, gazetteer, &township);
}

struct place_mentions place_mentions(struct arena *keep, const struct gazetteer *gazetteer,
                                     struct str text)
{
    struct place_mentions mentions = {0};
    const struct place_name *last = NULL;
    size_t last_end = 0;
    for (size_t at = 0; at < text.len;) {
        const struct place_name *name = place_at(keep, gazetteer, text, at);
        if (!name) {
            at += utf8_at(text, at).len;
            continue;
        }
        bool chained = last && last_end == at && last->level < name->level;
        vec_push(keep, &mentions,
                 (struct place_mention){.name = name,
                                        .at = at,
                                        .clear = chained || begins_word(text, name, at),
                                        .within = chained ? last : NULL});
        last = name;
        last_end = at += name->text.len;
    }
    return mentions;
}

bool place_holds(const struct place_name *place, const struct county *county)
{
    switch (place->level) {
    case PLACE_PROVINCE:
        return county->prefecture->province == place->province;
    case PLACE_PREFECTURE:
        return county->prefecture == place->prefecture;
    case PLACE_COUNTY:
        for (size_t i = 0; i < place->counties.len; i++)
            if (place->counties.at[i] == county)
                return true;
        break;
    case PLACE_TOWNSHIP:
        break;
    }
    return false;
}
