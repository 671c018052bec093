/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"
#include "base/map.h"
#include "base/utf8.h"
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

/* The peoples in the names of autonomous counties (自治县, 自治旗) and of districts of theirs, in
   as many characters as are cut off: 威宁彝族回族苗族自治县 → 威宁. */
static const struct str peoples[] = {
    WORD("蒙古族"),   WORD("回族"),   WORD("藏族"),     WORD("维吾尔族"), WORD("苗族"),
    WORD("彝族"),     WORD("壮族"),   WORD("布依族"),   WORD("朝鲜族"),   WORD("满族"),
    WORD("侗族"),     WORD("瑶族"),   WORD("白族"),     WORD("土家族"),   WORD("哈尼族"),
    WORD("哈萨克族"), WORD("傣族"),   WORD("黎族"),     WORD("傈僳族"),   WORD("佤族"),
    WORD("畲族"),     WORD("拉祜族"), WORD("水族"),     WORD("东乡族"),   WORD("纳西族"),
    WORD("景颇族"),   WORD("土族"),   WORD("达斡尔族"), WORD("仫佬族"),   WORD("羌族"),
    WORD("布朗族"),   WORD("撒拉族"), WORD("毛南族"),   WORD("仡佬族"),   WORD("锡伯族"),
    WORD("普米族"),   WORD("怒族"),   WORD("鄂温克族"), WORD("保安族"),   WORD("裕固族"),
    WORD("独龙族"),   WORD("蒙古"),   WORD("哈萨克"),   WORD("柯尔克孜"), WORD("塔吉克"),
    WORD("锡伯"),     WORD("各族"),   WORD("自治"),
};

/* Districts whose names are common nouns. */
static const struct str common[] = {WORD("城区"),   WORD("郊区"),   WORD("矿区"),   WORD("东区"),
                                    WORD("西区"),   WORD("新城区"), WORD("老城区"), WORD("新市区"),
                                    WORD("港口区"), WORD("解放区")};

/* What the index of names is made of. */
struct naming {
    struct arena *keep;
    struct words *words;
    struct map by_name;   /* a county's name → struct place_name */
    struct map of_speech; /* short names that are words of speech too */
};

static struct place_name *name_new(struct arena *keep, struct str text, enum place_level level)
{
    struct place_name *name = ARENA_NEW(keep, struct place_name);
    *name = (struct place_name){.text = text, .level = level};
    return name;
}

/* NAME without the peoples at its end; one that is called after a people alone is left with its
   name: 东乡族自治 → 东乡. */
static struct str without_peoples(struct str name)
{
    struct str people = STR("族");
    for (const struct str *cut; (cut = wordlist_end(peoples, COUNT(peoples), name));) {
        if (cut->len == name.len)
            return str_slice(name, 0, name.len - (str_ends(name, people) ? people.len : 0));
        name.len -= cut->len;
    }
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
    name->wordy = map_get(&naming->of_speech, text);
    words_add(naming->keep, naming->words, text, name);
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
        bool of_speech = map_get(&naming->of_speech, text);
        name->brief = brief || of_speech; /* 新建县: a county under construction, too */
        name->wordy = brief && of_speech;
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

/* What counties were called before: 大同县, today 云州区. */
static void add_former(struct naming *naming, const struct gazetteer *gazetteer)
{
    struct str table = embedded_get(embedded_data, "former-names.tsv"), row[2];
    while (table_row(&table, row, 2)) {
        const struct county *county = gazetteer_county(gazetteer, row[0]);
        if (county)
            add_county_as(naming, county, row[1], false);
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
    struct str table = embedded_get(embedded_data, "place-words.txt"), word;
    while (table_row(&table, &word, 1))
        *map_at(naming->keep, &naming->of_speech, word) = naming;
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
