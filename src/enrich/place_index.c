/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"
#include "base/map.h"
#include "base/utf8.h"
#include "enrich/peoples.h"
#include "enrich/place_names.h"
#include "enrich/table.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* What falls off a province's or prefecture's name in everyday speech. */
static const struct str endings[] = {WORD("壮族自治区"), WORD("回族自治区"), WORD("维吾尔自治区"),
                                     WORD("自治区"),     WORD("省"),         WORD("市"),
                                     WORD("地区"),       WORD("盟")};

/* What an autonomous prefecture is; before it stand its peoples. */
static const struct str self_ruled[] = {WORD("自治州")};

/* What falls off a county's. */
static const struct str county_endings[] = {WORD("县"), WORD("市"), WORD("区"), WORD("旗")};

/* Districts whose names are common nouns. */
static const struct str common[] = {WORD("城区"),   WORD("郊区"),   WORD("矿区"),   WORD("东区"),
                                    WORD("西区"),   WORD("新城区"), WORD("老城区"), WORD("新市区"),
                                    WORD("港口区"), WORD("解放区")};

/* What the index of names is made of. */
struct naming {
    struct arena *keep;
    struct words *words;
    struct map by_name;   /* a county's name → struct place_name */
    struct map wide;      /* a province's or prefecture's → struct place_name */
    struct map of_speech; /* short names that are words too → enum of_speech */
};

/* As what. */
enum of_speech { OF_NONE, OF_SPEECH, OF_THINGS };

static enum of_speech of_speech_as(const struct naming *naming, struct str text)
{
    const enum of_speech *as = map_get(&naming->of_speech, text);
    return as ? *as : OF_NONE;
}

static struct place_name *name_new(struct arena *keep, struct str text, enum place_level level)
{
    struct place_name *name = ARENA_NEW(keep, struct place_name);
    *name = (struct place_name){.text = text, .level = level};
    return name;
}

/* FULL without its ending; empty where nothing is left to know it by. */
static struct str short_name(struct str full)
{
    const struct str *self = wordlist_end(self_ruled, COUNT(self_ruled), full);
    if (self)
        return without_peoples(str_slice(full, 0, full.len - self->len));
    const struct str *ending = wordlist_end(endings, COUNT(endings), full);
    struct str rest = ending ? str_slice(full, 0, full.len - ending->len) : STR_NONE;
    return utf8_count(rest) < WORD_MIN_CHARS ? STR_NONE : rest;
}

/* A name of a province or prefecture; NULL where TEXT is empty. */
static struct place_name *add_wide(struct naming *naming, struct str text, enum place_level level)
{
    if (text.len == 0)
        return NULL;
    struct place_name *name = name_new(naming->keep, text, level);
    name->wordy = of_speech_as(naming, text) == OF_SPEECH;
    words_add(naming->keep, naming->words, text, name);
    *map_at(naming->keep, &naming->wide, text) = name;
    return name;
}

static void add_province(struct naming *naming, const struct province *province)
{
    const struct str texts[] = {province->name, short_name(province->name)};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct place_name *name = add_wide(naming, texts[i], PLACE_PROVINCE);
        if (name)
            name->province = province;
    }
}

/* 菏泽市 was 菏泽地区. */
static void add_prefecture(struct naming *naming, const struct prefecture *prefecture)
{
    struct str brief = short_name(prefecture->name);
    bool city = brief.len && str_ends(prefecture->name, STR("市")) &&
                !str_eq(brief, STR("朝阳")); /* 朝阳地区 is in 北京 too */
    const struct str texts[] = {prefecture->name, brief,
                                city ? str_format(naming->keep, "%.*s地区", STR_FMT(brief))
                                     : STR_NONE};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct place_name *name = add_wide(naming, texts[i], PLACE_PREFECTURE);
        if (name)
            name->prefecture = prefecture;
    }
}

/* Whether a prefecture or province goes by NAME: 吉安. */
static bool is_wider(const struct words *words, struct str name)
{
    const struct word *word = words_at(words, name, word_head_at(name, 0));
    return word && word->text.len == name.len &&
           ((const struct place_name *)word->value)->level < PLACE_COUNTY;
}

/* Counties of one name share an entry. */
static void add_county_as(struct naming *naming, const struct county *county, struct str text,
                          bool brief)
{
    void **slot = map_at(naming->keep, &naming->by_name, text);
    if (!*slot) {
        struct place_name *name = name_new(naming->keep, text, PLACE_COUNTY);
        enum of_speech of_speech = of_speech_as(naming, text);
        name->brief = brief || of_speech; /* 新建县: a county under construction, too */
        name->wordy = brief && of_speech == OF_SPEECH;
        name->thing = brief && of_speech == OF_THINGS;
        name->common = !name->brief && wordlist_find(common, COUNT(common), text);
        words_add(naming->keep, naming->words, text, name);
        *slot = name;
    }
    struct place_name *name = *slot;
    size_t len = name->counties.len;
    if (!len || name->counties.at[len - 1] != county) /* 围场县 is a short form and a former name */
        vec_push(naming->keep, &name->counties, county);
}

/* A county's name without what it is; empty where too little is left, or a prefecture or province
   goes by it: 吉安. */
static struct str brief_name(const struct words *words, const struct county *county)
{
    const struct str *ending = wordlist_end(county_endings, COUNT(county_endings), county->name);
    struct str rest = str_slice(county->name, 0, county->name.len - (ending ? ending->len : 0));
    if (str_ends(rest, STR("自治")))
        rest = without_peoples(rest);
    return utf8_count(rest) < WORD_MIN_CHARS || is_wider(words, rest) ? STR_NONE : rest;
}

/* 东乡县, 鄂温克旗: a short name with the last character of the full one. */
static struct str with_level(struct arena *keep, struct str brief, struct str full)
{
    struct str level = str_slice(full, utf8_last(full).at, full.len);
    return str_format(keep, "%.*s%.*s", STR_FMT(brief), STR_FMT(level));
}

static void add_county(struct naming *naming, const struct county *county)
{
    add_county_as(naming, county, county->name, false);
    struct str brief = brief_name(naming->words, county);
    if (!brief.len || brief.len == county->name.len)
        return;
    add_county_as(naming, county, brief, true);
    if (str_has(county->name, STR("自治")))
        add_county_as(naming, county, with_level(naming->keep, brief, county->name), false);
}

/* Whether a prefecture of old, FULL, is called BRIEF too: not an area (地区), whose seat was, and
   no river, 浑江. */
static bool may_be_brief(struct str full, struct str brief)
{
    static const struct str waters[] = {WORD("江"), WORD("河"), WORD("湖"), WORD("溪"),
                                        WORD("水"), WORD("川"), WORD("海")};
    return (str_ends(full, STR("市")) || str_ends(full, STR("盟"))) &&
           !wordlist_end(waters, COUNT(waters), brief);
}

/* What a prefecture was called before, 襄樊市, and its short name where no other place is called
   so. */
static void add_former_prefecture(struct naming *naming, const struct prefecture *prefecture,
                                  struct str full)
{
    struct str brief = short_name(full);
    const struct word *word =
        brief.len ? words_at(naming->words, brief, word_head_at(brief, 0)) : NULL;
    bool taken = (word && word->text.len == brief.len) || !may_be_brief(full, brief);
    const struct str texts[] = {full, taken ? STR_NONE : brief};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct place_name *name = add_wide(naming, texts[i], PLACE_PREFECTURE);
        if (name)
            name->prefecture = prefecture;
    }
}

/* The city of its prefecture's name that COUNTY was UNTIL a year, 周口市: the name is the
 * prefecture's today. */
static void add_seat(struct naming *naming, const struct county *county, uint16_t until)
{
    struct str text = county->prefecture->name;
    struct place_name *name = name_new(naming->keep, text, PLACE_COUNTY);
    struct place_name *today = map_get(&naming->wide, text);
    vec_push(naming->keep, &name->counties, county);
    today->before = name;
    today->before_until = until;
}

/* What counties and prefectures were called before: 大同县, today 云州区. Prefectures come last,
   for a county that was called so, 达县, has their short name. */
static void add_former(struct naming *naming, const struct gazetteer *gazetteer)
{
    struct str table = embedded_get(embedded_data, "former-names.tsv"), rest = table, row[3];
    while (table_row(&rest, row, 3)) {
        const struct county *county = gazetteer_county(gazetteer, row[0]);
        if (!county)
            continue;
        if (str_eq(row[1], county->prefecture->name)) {
            add_seat(naming, county, table_number(row[2]));
            continue;
        }
        add_county_as(naming, county, row[1], false);
        struct place_name *name = map_get(&naming->by_name, row[1]);
        name->gone = str_ends(name->text, STR("区"));
    }
    while (table_row(&table, row, 2)) {
        const struct prefecture *prefecture = gazetteer_prefecture(gazetteer, row[0]);
        if (prefecture)
            add_former_prefecture(naming, prefecture, row[1]);
    }
}

/* What they are called beside their full and short names: 喀左, 科左中旗. */
static void add_other(struct naming *naming, const struct gazetteer *gazetteer)
{
    struct str table = embedded_get(embedded_data, "other-names.tsv"), row[2];
    while (table_row(&table, row, 2)) {
        const struct county *county = gazetteer_county(gazetteer, row[0]);
        if (county)
            add_county_as(naming, county, row[1], utf8_count(row[1]) == 2);
    }
}

static void read_words_of_speech(struct naming *naming)
{
    static enum of_speech speech = OF_SPEECH, things = OF_THINGS;
    struct str table = embedded_get(embedded_data, "place-words.txt"), row[2];
    while (table_row(&table, row, 2))
        *map_at(naming->keep, &naming->of_speech, row[0]) = row[1].len ? &things : &speech;
}

const struct words *place_names_index(struct arena *keep, const struct gazetteer *gazetteer)
{
    struct naming naming = {.keep = keep, .words = ARENA_NEW(keep, struct words)};
    read_words_of_speech(&naming);
    for (size_t i = 0; i < gazetteer->provinces_len; i++)
        add_province(&naming, &gazetteer->provinces[i]);
    for (size_t i = 0; i < gazetteer->prefectures_len; i++)
        add_prefecture(&naming, &gazetteer->prefectures[i]);
    for (size_t i = 0; i < gazetteer->counties_len; i++)
        add_county(&naming, &gazetteer->counties[i]);
    add_former(&naming, gazetteer);
    add_other(&naming, gazetteer);
    return naming.words;
}
