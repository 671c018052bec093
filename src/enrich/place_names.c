/* SPDX-License-Identifier: MIT */
#include "enrich/place_names.h"

#include "enrich/passing_cue.h"
#include "enrich/place_brief.h"
#include "enrich/townships.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* After these the last character of a name belongs to another word: 区域, 县级, 市场. */
static const struct {
    const char *last, *after;
} glued[] = {{"区", "域间别位块划段"},
             {"县", "域级际处里"},
             {"市", "场值价面"},
             {"乡", "村镇亲下音情愁土里间企党"},
             {"镇", "静定压守区"}};

/* Whether NAME, which ends at END, goes on into another word. 县里 is one after a name of two
   characters (响应 + 县里); a longer name is rather followed by 里田镇. */
static bool is_glued(struct str text, struct str name, size_t end)
{
    enum { SHORT_CHARS = 2 };
    if (str_ends(name, STR("县")) && utf8_count(name) > SHORT_CHARS &&
        str_starts(str_slice(text, end, text.len), STR("里")))
        return false;
    for (size_t i = 0; i < COUNT(glued); i++) {
        if (str_ends(name, str_of(glued[i].last)))
            return holds_char(str_of(glued[i].after), text, utf8_at(text, end));
    }
    return false;
}

/* Whether what ends at END has an office of its own, as counties have. */
static bool has_office(struct str text, size_t end)
{
    static const struct str offices[] = {
        WORD("人民政府"), WORD("政府"),       WORD("区委"),   WORD("公安"),   WORD("人民法院"),
        WORD("法院"),     WORD("检察院"),     WORD("人大"),   WORD("政协"),   WORD("教育局"),
        WORD("民政局"),   WORD("住建局"),     WORD("卫健局"), WORD("城管局"), WORD("人民检察院"),
        WORD("教体局"),   WORD("林业局"),     WORD("水利局"), WORD("气象局"), WORD("税务局"),
        WORD("文旅局"),   WORD("农业农村局"), WORD("交警"),   WORD("武装部"), WORD("妇联"),
        WORD("总工会"),   WORD("残联"),       WORD("工商所"), WORD("工商局"), WORD("文化馆"),
        WORD("供电")};
    return wordlist_start(offices, COUNT(offices), str_slice(text, end, text.len));
}

/* 岚县, 歙县: a county's name of two characters of which the first is seldom used alone, where 应县
   and 富县 may be a verb and its object: 科技富县. */
static bool is_proper(const struct place_name *name)
{
    enum { FREE_LEVEL = 9 };
    return name->level == PLACE_COUNTY && utf8_count(name->text) == 2 &&
           !str_starts(name->text, STR("富")) &&
           word_level(str_slice(name->text, 0, utf8_first(name->text).len)) < FREE_LEVEL;
}

/* A longer name is seldom part of other words, but 应县 is in 响应县委. */
static bool begins_word(struct str text, const struct place_name *name, size_t at)
{
    struct utf8 c = utf8_before(text, at);
    if (c.len == 0 || !utf8_is_han(c.code) ||
        (name->level == PLACE_COUNTY && place_follows_paper(text, at)))
        return true;
    if (str_starts(name->text, STR("和")) && utf8_count(name->text) == 2)
        return false; /* 市和县 */
    struct str with_first = str_slice(text, c.at, at + utf8_first(name->text).len);
    bool follows = utf8_count(name->text) > 2 || place_begins_word(text, at) ||
                   (is_proper(name) && word_level(with_first) == 0); /* not 面临 + 县情 */
    return follows && !place_is_torn(text, name, at);
}

/* Not 新县 in 新县城, where the last character of a county's name of two begins a word. */
static bool ends_word(struct str text, const struct place_name *name, size_t at)
{
    size_t end = at + name->text.len;
    return name->level != PLACE_COUNTY || utf8_count(name->text) > 2 || is_proper(name) ||
           (!splits_word(text, end) && !place_is_dish(text, end));
}

/* 高县 in 提高县乡干部的本事: a county's name of two characters that another word goes on in. */
static bool is_torn(struct str text, const struct place_name *name, size_t at)
{
    return name->level == PLACE_COUNTY && utf8_count(name->text) == 2 && !is_proper(name) &&
           place_is_torn(text, name, at);
}

/* Whether a name in full begins inside NAME, which stands at AT, and goes on after it: 和龙 in
   和龙井市. */
static bool is_crossed(const struct words *names, struct str text, const struct place_name *name,
                       size_t at)
{
    size_t end = at + name->text.len;
    for (struct word_head head = word_head_next(text, word_head_at(text, at)); head.first.at < end;
         head = word_head_next(text, head))
        for (const struct word *w = words_at(names, text, head); w; w = word_next(w, text, head))
            if (!((const struct place_name *)w->value)->brief && head.first.at + w->text.len > end)
                return true;
    return false;
}

/* 单县路、, 费县路口: a street is called by the full name; but not 到单县路过. */
static bool is_street(struct str text, size_t end)
{
    static const struct str streets[] = {WORD("路"), WORD("街"), WORD("大道"), WORD("大街")};
    static const struct str on[] = {WORD("口"), WORD("段"), WORD("和"), WORD("与")};
    const struct str *street =
        wordlist_start(streets, COUNT(streets), str_slice(text, end, text.len));
    struct str rest = street ? str_slice(text, end + street->len, text.len) : STR_NONE;
    return street && (!utf8_is_han(utf8_first(rest).code) || wordlist_start(on, COUNT(on), rest));
}

/* Whether a name that was found at AT may be one there. */
static bool may_stand(struct arena *scratch, const struct gazetteer *gazetteer, struct str text,
                      const struct place_name *name, size_t at)
{
    size_t end = at + name->text.len;
    if (!name->brief)
        return !is_glued(text, name->text, end) &&
               !(name->level == PLACE_COUNTY && (is_street(text, end) || names_shop(text, end)));
    return place_brief_is_clear(scratch, gazetteer, text, name, at) &&
           !is_crossed(gazetteer->names, text, name, at);
}

/* The name that begins at HEAD; what stands before FROM is no part of it: 曲周广宗, where 周 is no
   surname. */
static const struct word *name_at(struct arena *scratch, const struct gazetteer *gazetteer,
                                  struct str text, struct word_head head, size_t from)
{
    const struct word *word = words_at(gazetteer->names, text, head);
    struct str rest = str_slice(text, from, text.len);
    while (word && !may_stand(scratch, gazetteer, rest, word->value, head.first.at - from))
        word = word_next(word, text, head);
    return word;
}

/* 振兴乡, 和平镇. */
static bool begins_with_word(struct str township)
{
    enum { WORD_LEVEL = 5 };
    return utf8_count(township) == 3 &&
           word_level(str_slice(township, 0, utf8_last(township).at)) >= WORD_LEVEL;
}

enum { TOWNSHIP_CHARS = 3 }; /* of most townships' names, at least */

/* A township's name, whose bearers are many or few. */
static struct place_name *township_name(struct arena *keep, const struct gazetteer *gazetteer,
                                        const struct township *township)
{
    struct place_name *name = ARENA_NEW(keep, struct place_name);
    *name = (struct place_name){.text = township->name, .level = PLACE_TOWNSHIP};
    name->wordy = township->renamed || begins_with_word(township->name);
    name->usual = str_starts(township->name, STR("城关"));
    for (size_t i = 0; i < township->len; i++)
        vec_push(keep, &name->counties, &gazetteer->counties[township->counties[i]]);
    return name;
}

/* A commune is not where its name alone says: many were called after others, or are no more. */
static struct place_name *commune_name(struct arena *keep, const struct gazetteer *gazetteer,
                                       const struct township *commune)
{
    struct place_name *name = township_name(keep, gazetteer, commune);
    name->wordy = name->usual = true;
    return name;
}

/* 斗古镇 in 熨斗古镇, where 古镇 is a word. */
static bool is_torn_township(struct str text, struct str name, size_t at)
{
    enum { WORD_LEVEL = 5 };
    struct utf8 before = utf8_before(text, at);
    struct str last_two = str_slice(name, utf8_before(name, utf8_last(name).at).at, name.len);
    struct str across = str_slice(text, before.at, at + utf8_first(name).len);
    return utf8_count(name) == 3 && word_level(last_two) >= WORD_LEVEL && before.len &&
           word_level(across) > 0;
}

/* What kinds of townships a text has that the lists do not have under their names there. */
struct unlisted {
    bool communes, peoples; /* 槐柏公社; 八岔赫哲族乡 */
};

/* The longest name of any level that begins at HEAD, of UNLISTED ones too, right after a county's
   if JOINED; NULL: there is none. */
static const struct place_name *place_at(struct arena *keep, const struct gazetteer *gazetteer,
                                         struct str text, struct word_head head,
                                         struct unlisted unlisted, bool joined)
{
    struct township township;
    const struct word *word = name_at(keep, gazetteer, text, head, joined ? head.first.at : 0);
    struct township listed; /* 甘溪仡佬族侗族乡 itself, and not all that are called 甘溪 */
    if (unlisted.peoples && township_of_peoples_at(keep, text, head, &township) &&
        !(word && word->text.len >= township.name.len) &&
        !(township_at(text, head, &listed) && listed.name.len >= township.name.len))
        return township_name(keep, gazetteer, &township);
    if (unlisted.communes && commune_at(keep, text, head, &township) &&
        !(word && word->text.len >= township.name.len))
        return commune_name(keep, gazetteer, &township);
    if (!township_at(text, head, &township) || (word && word->text.len >= township.name.len) ||
        is_glued(text, township.name, head.first.at + township.name.len) ||
        is_torn_township(text, township.name, head.first.at) ||
        utf8_count(township.name) < TOWNSHIP_CHARS)
        return word ? word->value : NULL;
    return township_name(keep, gazetteer, &township);
}

/* 三余书屋: what is called so is anywhere. */
static bool is_of_house(struct str text, size_t end)
{
    static const struct str houses[] = {WORD("书屋"), WORD("书院"), WORD("书店"), WORD("饭店"),
                                        WORD("客栈"), WORD("酒楼"), WORD("山庄")};
    return wordlist_start(houses, COUNT(houses), str_slice(text, end, text.len));
}

/* Whether what ends at END is something else's name, or goes on otherwise; by USE, villages, rivers
   and hills are the township's. */
static bool names_another(struct str text, size_t end, enum short_use use)
{
    static const char elsewhere[] = "县市区乡镇庄屯组江湖水山坡桥路巷站矿厂校店寺庙";
    static const char inside[] = "村河沟岭街";
    static const struct str offices[] = {
        WORD("中学"),   WORD("小学"),   WORD("中心校"), WORD("卫生院"), WORD("派出所"),
        WORD("信用社"), WORD("供销社"), WORD("粮站"),   WORD("财政所"), WORD("司法所"),
        WORD("供电所"), WORD("法庭"),   WORD("古镇"),   WORD("场镇"),   WORD("集镇")};
    struct utf8 next = utf8_at(text, end);
    if (wordlist_start(offices, COUNT(offices), str_slice(text, end, text.len)))
        return false; /* 洪口中学, though 口中 is a word */
    return use == SHORT_OFFICE || holds_char(str_of(elsewhere), text, next) ||
           (use == SHORT_ALONE && holds_char(str_of(inside), text, next)) ||
           is_of_house(text, end) || splits_word(text, end);
}

enum { LONG_CHARS = 3 }; /* of a township's name without its level */

/* Whether such a name is a word of the language: the dictionary has some of three characters too,
   as rare words. */
static bool is_usual_word(struct str name, enum short_use use)
{
    enum { LONG_LEVEL = 3, RARE_LEVEL = 5 };
    if (use == SHORT_RARE_WORD || use == SHORT_OFFICE)
        return word_level(name) > RARE_LEVEL;
    return word_level(name) > (utf8_count(name) >= LONG_CHARS ? LONG_LEVEL : 0);
}

/* Whether a county that has the township NAME has its name too: 吉木萨尔 is 吉木萨尔县, and then
   its 镇. */
static bool is_called_as_county(const struct gazetteer *gazetteer, struct str text,
                                struct word_head head, const struct place_name *name)
{
    for (const struct word *w = words_at(gazetteer->names, text, head); w;
         w = word_next(w, text, head)) {
        const struct place_name *other = w->value;
        for (size_t i = 0; w->text.len == name->text.len && i < other->counties.len; i++)
            if (other->level == PLACE_COUNTY && place_holds_township(name, other->counties.at[i]))
                return true;
    }
    return false;
}

/* The township that begins at HEAD without its level, or with it and in two characters: 侯镇, but
   not 通镇 and what else is a phrase, nor in 侯镇长 or 武侯镇. */
static bool brief_township_at(struct arena *keep, struct str text, struct word_head head,
                              struct township *township)
{
    static const struct str phrases[] = {WORD("通镇"), WORD("新镇"), WORD("九镇"), WORD("马镇"),
                                         WORD("乌镇"), WORD("雪乡"), WORD("古乡"), WORD("联乡")};
    if (township_short_at(keep, text, head, township))
        return true;
    return township_at(text, head, township) && utf8_count(township->name) < TOWNSHIP_CHARS &&
           !wordlist_find(phrases, COUNT(phrases), township->name) &&
           place_begins_word(text, head.first.at);
}

struct place_mentions place_short_townships(struct arena *keep, const struct gazetteer *gazetteer,
                                            struct str text, size_t least, enum short_use use)
{
    struct place_mentions mentions = {0};
    struct township township;
    for (struct word_head head = word_head_at(text, 0); head.first.len;
         head = word_head_next(text, head)) {
        size_t at = head.first.at;
        if (!brief_township_at(keep, text, head, &township) ||
            (utf8_count(township.name) < least && !str_ends(township.name, STR("镇"))) ||
            is_usual_word(township.name, use) || names_another(text, at + township.name.len, use))
            continue;
        struct place_name *name = township_name(keep, gazetteer, &township);
        name->brief = true;
        name->wordy &= use != SHORT_RARE_WORD &&
                       utf8_count(name->text) < LONG_CHARS; /* 榆树台 begins with a word */
        if (!is_called_as_county(gazetteer, text, head, name) &&
            place_brief_is_clear(keep, gazetteer, text, name, at))
            vec_push(keep, &mentions,
                     (struct place_mention){.name = name, .at = at, .clear = true});
    }
    return mentions;
}

/* Adds what is not a county's name where it stands at HEAD. */
static void add_denied(struct arena *keep, const struct gazetteer *gazetteer, struct str text,
                       struct word_head head, struct place_mentions *mentions)
{
    const struct word *w = words_at(gazetteer->names, text, head);
    for (; w; w = word_next(w, text, head)) {
        const struct place_name *name = w->value;
        bool denied = place_brief_is_denied(text, name, head.first.at);
        bool called = !denied && name->brief && place_follows_calling(text, head.first.at);
        if (denied || called)
            vec_push(keep, mentions,
                     (struct place_mention){
                         .name = name, .at = head.first.at, .denied = true, .called = called});
    }
}

/* HEAD, or the first after it where a name of any level may begin, of UNLISTED ones too. */
static struct word_head seek_place(const struct words *names, struct str text,
                                   struct word_head head, struct unlisted unlisted)
{
    while (head.first.len && !words_may_begin(names, head) && !township_may_begin(head) &&
           !((unlisted.communes || unlisted.peoples) && township_part_may_begin(head)))
        head = word_head_next(text, head);
    return head;
}

/* The township without its level that begins at AT, right after the name of the COUNTY that has it:
   新城区韩森寨. NULL: none does. */
static const struct place_name *chained_short(struct arena *keep, const struct gazetteer *gazetteer,
                                              struct str text, size_t at,
                                              const struct place_name *county)
{
    struct township township;
    struct word_head head = word_head_at(text, at);
    if (county->level != PLACE_COUNTY || township_at(text, head, &township) ||
        !township_short_at(keep, text, head, &township) || word_level(township.name) > 0 ||
        names_another(text, at + township.name.len, SHORT_ALONE))
        return NULL;
    struct place_name *name = township_name(keep, gazetteer, &township);
    name->brief = true;
    for (size_t i = 0; i < county->counties.len; i++)
        if (place_holds_township(name, county->counties.at[i]))
            return name;
    return NULL;
}

/* 朝阳区 in 肇东市朝阳区: whether what is called a district, NAME, stands right after a county,
   LAST, which has none but parts that are called so. */
static bool is_part_of(const struct place_name *last, const struct place_name *name)
{
    return last->level == PLACE_COUNTY && !last->brief && name->level == PLACE_COUNTY &&
           !name->brief && str_ends(name->text, STR("区")) &&
           (str_ends(last->text, STR("市")) || str_ends(last->text, STR("县")));
}

struct place_mentions place_mentions(struct arena *keep, const struct gazetteer *gazetteer,
                                     struct str text)
{
    struct place_mentions mentions = {0};
    const struct place_name *last = NULL;
    size_t last_end = 0;
    struct unlisted unlisted = {str_has(text, STR("公社")), str_has(text, STR("族乡"))};
    struct word_head head = word_head_at(text, 0);
    while ((head = seek_place(gazetteer->names, text, head, unlisted)).first.len) {
        const struct place_name *name =
            place_at(keep, gazetteer, text, head, unlisted,
                     last && last->level == PLACE_COUNTY && last_end == head.first.at);
        if (!name) {
            add_denied(keep, gazetteer, text, head, &mentions);
            head = word_head_next(text, head);
            continue;
        }
        size_t at = head.first.at;
        if (last && last_end == at && is_part_of(last, name)) {
            vec_push(keep, &mentions,
                     (struct place_mention){.name = name, .at = at, .denied = true});
            head = word_head_at(text, at + name->text.len);
            continue;
        }
        bool chained = last && last_end == at && last->level < name->level;
        if (!chained && !name->brief &&
            (!ends_word(text, name, at) || is_torn(text, name, at))) { /* no 新县 in 新县城 */
            head = word_head_next(text, head);
            continue;
        }
        if (chained &&
            (last->level < PLACE_COUNTY || place_heads_township(gazetteer, text, last, at)))
            mentions.at[mentions.len - 1].clear = true; /* 岚县城关镇, not 公安县孟家溪镇's 安县 */
        vec_push(keep, &mentions,
                 (struct place_mention){
                     .name = name,
                     .at = at,
                     .clear = chained || name->brief ||
                              (begins_word(text, name, at) && ends_word(text, name, at)),
                     .official = name->common && has_office(text, at + name->text.len),
                     .within = chained ? last : NULL});
        last = name;
        last_end = at + name->text.len;
        const struct place_name *part = chained_short(keep, gazetteer, text, last_end, name);
        if (part) {
            mentions.at[mentions.len - 1].clear = true;
            vec_push(keep, &mentions,
                     (struct place_mention){
                         .name = part, .at = last_end, .clear = true, .within = name});
            last = part;
            last_end += part->text.len;
        }
        head = word_head_at(text, last_end);
    }
    return mentions;
}

bool place_holds_township(const struct place_name *name, const struct county *county)
{
    for (size_t i = 0; i < name->counties.len; i++)
        if (name->counties.at[i] == county)
            return true;
    return false;
}

bool place_holds(const struct place_name *place, const struct county *county)
{
    switch (place->level) {
    case PLACE_PROVINCE:
        return county->prefecture->province == place->province;
    case PLACE_PREFECTURE:
        return county->prefecture == place->prefecture;
    case PLACE_COUNTY:
        return place_holds_township(place, county);
    case PLACE_TOWNSHIP:
        break;
    }
    return false;
}
