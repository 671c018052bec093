/* SPDX-License-Identifier: MIT */
#include "enrich/standings.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/passing_cue.h"
#include "enrich/place_brief.h"
#include "enrich/prominence.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/name_words.h"
#include "page/salutation.h"
#include "page/wordlist.h"

size_t dateline_len(const struct block *block)
{
    static const struct str ends[] = {WORD("讯"), WORD("电"), WORD("消息")};
    if (block->role == ROLE_DATELINE)
        return SIZE_MAX;
    if (block->role != ROLE_PARAGRAPH || !starts_report(block->text))
        return 0;
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < COUNT(ends); i++) {
        size_t at = str_find(block->text, ends[i], 0);
        if (at != SIZE_MAX && at + ends[i].len < first)
            first = at + ends[i].len;
    }
    return first;
}

static struct standing *standing_of(struct arena *keep, struct standings *standings,
                                    const void *place)
{
    for (size_t i = 0; i < standings->len; i++) {
        if (standings->at[i].place == place)
            return &standings->at[i];
    }
    size_t order = standings->len;
    vec_push(keep, standings, (struct standing){.place = place, .order = order});
    return &standings->at[standings->len - 1];
}

/* Words that show a place: LEN bytes of BLOCK's text from AT on. */
struct words_at {
    const struct block *block;
    size_t at, len;
    bool dateline;
};

static struct standing *add(struct survey *survey, struct standings *standings, const void *place,
                            struct words_at words, double weight)
{
    struct standing *standing = standing_of(survey->scratch, standings, place);
    struct locator *locator = &standings->locator;
    size_t end = words.at + words.len;
    if (locator->block != words.block)
        *locator = locator_of(survey->page, words.block);
    standing->weight += weight;
    standing->most = weight > standing->most ? weight : standing->most;
    vec_push(survey->keep, &standing->evidence,
             (struct evidence){.text = str_slice(words.block->text, words.at, end),
                               .span = locator_find(locator, words.at, end),
                               .dateline = words.dateline});
    if (survey->grounds)
        vec_push(&survey->grounds->keep, &survey->grounds->places,
                 (struct ground_place){standings->story, place, words.block,
                                       standing->evidence.len - 1, weight});
    return standing;
}

/* 交口, 柳林: a short name that is a word too, and no wider place before it. */
static bool is_word(const struct place_mention *mention)
{
    return mention->name->brief && !mention->within && word_level(mention->name->text) > 0;
}

void standings_add(struct survey *survey, struct standings *standings, const void *place,
                   const struct sighting *sighting, double weight)
{
    const struct place_mention *mention = &sighting->mention;
    struct words_at words = {sighting->block, mention->at, mention->name->text.len,
                             sighting->dateline};
    bool weighed = sighting->by == SETTLED_SUPPORT || sighting->by == SETTLED_PAGE ||
                   sighting->by == SETTLED_PAIR || sighting->by == SETTLED_USUAL;
    struct standing *standing = add(survey, standings, place, words, weight);
    standing->stated |= sighting->by != SETTLED_SHORT &&
                        sighting->by != SETTLED_BEFORE && /* again */
                        !is_word(mention) &&
                        (!weighed || (mention->name->counties.len == 1 && !mention->name->usual));
    standing->named |= mention->name->level < PLACE_TOWNSHIP;
    standing->scene |= !sighting->listed;
    standing->full |= !mention->name->brief;
    standing->told |= sighting->block->role != ROLE_CREDIT && sighting->block->role != ROLE_BYLINE;
    standing->plain |= weight * 3 >= sighting->weight;
}

size_t own_at(struct str text, uint32_t level)
{
    static const struct str owns[] = {WORD("我"), WORD("全"), WORD("本")};
    static const struct str firsts[] = {WORD("首"), WORD("最"), WORD("第一"), WORD("唯一")};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (c.code != level)
            continue;
        struct str before = str_slice(text, 0, c.at);
        const struct str *own = wordlist_end(owns, COUNT(owns), before);
        if (own &&
            !wordlist_start(firsts, COUNT(firsts), str_slice(text, c.at + c.len, text.len)) &&
            !splits_word(text, c.at - own->len) && !splits_commoner_word(text, c.at + c.len))
            return c.at - own->len;
    }
    return SIZE_MAX;
}

bool speaks_of_own_county(const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++)
        if (own_at(story->blocks.at[i].text, U'县') != SIZE_MAX)
            return true;
    return false;
}

/* Where WORD first stands in TEXT and is no part of others; SIZE_MAX: nowhere. */
static size_t word_find(struct str text, struct str word)
{
    size_t at = str_find(text, word, 0);
    while (at != SIZE_MAX && (splits_word(text, at) || splits_word(text, at + word.len)))
        at = str_find(text, word, at + word.len);
    return at;
}

/* Where TEXT speaks of an area (地区), or of a LEAGUE, as most prefectures were, without its name:
   全地区, 行署, 全盟; in LEN bytes. SIZE_MAX: nowhere. */
static size_t area_at(struct str text, bool league, size_t *len)
{
    static const struct str words[] = {
        WORD("全地区"), WORD("我地区"),   WORD("本地区"), WORD("地区行署"), WORD("行署"),
        WORD("地委"),   WORD("地区气象"), WORD("全盟"),   WORD("我盟"),     WORD("盟委")};
    enum { OF_LEAGUES = 3 }; /* the last of them */
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < COUNT(words) - (league ? 0 : OF_LEAGUES); i++) {
        size_t at = word_find(text, words[i]);
        if (at >= first)
            continue;
        first = at;
        *len = words[i].len;
    }
    return first;
}

/* Where TEXT speaks of communes, as every county had them; not of 办公社区. SIZE_MAX: nowhere. */
static size_t communes_at(struct str text)
{
    return word_find(text, STR("公社"));
}

/* Whether a word begins at AT of TEXT. */
static bool begins_there(struct str text, size_t at)
{
    static const char before[] = "是在由从到据的经和与向被对把给该一说了进去回往离为让请";
    struct utf8 c = utf8_before(text, at);
    return !c.len || !utf8_is_han(c.code) ||
           str_has(str_of(before), str_slice(text, c.at, c.at + c.len));
}

size_t unnamed_county_at(struct str text)
{
    static const char after[] = "级际外份志";
    struct str county = STR("县");
    for (size_t at = str_find(text, county, 0); at != SIZE_MAX;
         at = str_find(text, county, at + 1)) {
        struct utf8 next = utf8_at(text, at + county.len);
        if (begins_there(text, at) && utf8_is_han(next.code) &&
            !str_has(str_of(after), str_slice(text, next.at, next.at + next.len)))
            return at;
    }
    return SIZE_MAX;
}

/* 区气象局, 市委: where TEXT speaks of an office of a LEVEL, 区, 旗 or 市, without its name, and of
   no other place's, 雄安的区法院; SIZE_MAX: nowhere. */
static size_t unnamed_office_at(struct str text, struct str level)
{
    static const struct str offices[] = {
        WORD("委"),     WORD("政府"),     WORD("人民"), WORD("人大"),  WORD("政协"),
        WORD("纪委"),   WORD("气象"),     WORD("教育"), WORD("公安"),  WORD("民政"),
        WORD("卫生"),   WORD("卫健"),     WORD("农业"), WORD("林业"),  WORD("水利"),
        WORD("交通"),   WORD("文化"),     WORD("文旅"), WORD("住建"),  WORD("城管"),
        WORD("税务"),   WORD("工商"),     WORD("法院"), WORD("检察"),  WORD("市场监管"),
        WORD("总工会"), WORD("妇联"),     WORD("团委"), WORD("残联"),  WORD("融媒"),
        WORD("水务"),   WORD("应急"),     WORD("发改"), WORD("财政"),  WORD("人社"),
        WORD("国土"),   WORD("规划"),     WORD("房管"), WORD("园林"),  WORD("疾控"),
        WORD("环保"),   WORD("生态环境"), WORD("体育"), WORD("供水"),  WORD("供热"),
        WORD("供电"),   WORD("公交"),     WORD("市政"), WORD("自来水")};
    for (size_t at = str_find(text, level, 0); at != SIZE_MAX; at = str_find(text, level, at + 1))
        if (begins_there(text, at) && !str_ends(str_slice(text, 0, at), STR("的")) &&
            wordlist_start(offices, COUNT(offices), str_slice(text, at + level.len, text.len)))
            return at;
    return SIZE_MAX;
}

/* Whether TEXT speaks of a city's people or streets, and of no other's: not 上海市民. */
static bool names_citizens(struct str text)
{
    static const struct str words[] = {WORD("市民"), WORD("市区")};
    for (size_t i = 0; i < COUNT(words); i++)
        for (size_t at = str_find(text, words[i], 0); at != SIZE_MAX;
             at = str_find(text, words[i], at + 1))
            if (begins_there(text, at) && !str_ends(str_slice(text, 0, at), STR("的")) &&
                !splits_word(text, at + words[i].len))
                return true;
    return false;
}

bool speaks_of_city(const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        struct str text = story->blocks.at[i].text;
        bool told = block_prominence(story, &story->blocks.at[i]) > 0 ||
                    story->blocks.at[i].role == ROLE_CREDIT; /* （市气象台） */
        if (told && (unnamed_office_at(text, STR("市")) != SIZE_MAX || names_citizens(text)))
            return true;
    }
    return false;
}

/* What the paper of COUNTY says of it without its name, in LEN bytes; 区委 in 广西 is the
   region's. */
static size_t unnamed_at(struct str text, const struct county *county, size_t *len)
{
    struct str level = str_slice(county->name, utf8_last(county->name).at, county->name.len);
    bool district =
        str_eq(level, STR("区")) && !str_ends(county->prefecture->province->name, STR("自治区"));
    size_t at = unnamed_county_at(text);
    if (at == SIZE_MAX && (district || str_eq(level, STR("旗"))))
        at = unnamed_office_at(text, level);
    *len = at != SIZE_MAX ? level.len : STR("公社").len;
    return at != SIZE_MAX ? at : communes_at(text);
}

/* Whether a story is of an area of old: its offices, or its counties, stand in it. */
static bool is_of_area(const struct story *story)
{
    static const struct str words[] = {WORD("行署"), WORD("地委"), WORD("专署"), WORD("地区"),
                                       WORD("各县")};
    for (size_t i = 0; i < story->blocks.len; i++)
        if (block_prominence(story, &story->blocks.at[i]) > 0 &&
            wordlist_held(words, COUNT(words), story->blocks.at[i].text) > 0)
            return true;
    return false;
}

/* What is told without a name is named by the paper. */
static void mark_told(struct standing *standing)
{
    standing->named = standing->scene = standing->full = standing->plain = standing->told = true;
}

/* What a story says of PLACE without its name: as its own where that has a LEVEL, or as an AREA,
   which PLACE then is, else as a county of which nothing says that it is the paper's. Once for each
   block. */
static void add_unnamed(struct survey *survey, struct standings *standings, const void *place,
                        uint32_t level, const struct prefecture *area, double stress)
{
    static const double of_credit = 0.5;
    const struct story *story = standings->story;
    bool of_area = area && is_of_area(story);                /* 全区 of one */
    bool league = area && str_starts(area->code, STR("15")); /* of 内蒙古 */
    standings->locator = (struct locator){0};                /* the walk starts anew */
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        double weight = block_prominence(story, block);
        if (!level && block->role == ROLE_CREDIT && str_has(block->text, STR("气象")))
            weight = of_credit; /* a forecast is of its place, as advice from 区医院 is not */
        size_t at = SIZE_MAX, len = OWN_BYTES;
        if (weight > 0)
            at = level ? own_at(block->text, level) : unnamed_at(block->text, place, &len);
        if (weight > 0 && area && at == SIZE_MAX)
            at = area_at(block->text, league, &len);
        if (weight > 0 && of_area && at == SIZE_MAX) {
            at = own_at(block->text, U'区');
            len = OWN_BYTES;
        }
        if (at == SIZE_MAX)
            continue;
        struct words_at words = {block, at, len, level && at < dateline_len(block)};
        struct standing *standing = add(survey, standings, place, words, weight * stress);
        standing->stated |= level != 0;
        mark_told(standing);
    }
}

void standings_add_county(struct survey *survey, struct standings *standings,
                          const struct county *county)
{
    add_unnamed(survey, standings, county, 0, NULL, 1);
}

/* 上湾村, 荆山村, but not 乡村, 小山村: whether a village's name ends at AT. */
static bool names_village(struct str text, size_t at)
{
    static const char common[] = "乡农全本各该我个进到在的", kinds[] = "新山小古渔水城荒";
    struct utf8 last = utf8_before(text, at), first = utf8_before(text, last.at);
    bool kind = holds_char(str_of(kinds), text, last);
    struct utf8 own = kind ? first : last;
    return utf8_is_han(own.code) && !holds_char(str_of(common), text, own) &&
           !(kind && holds_char(str_of(kinds), text, own));
}

/* Words by which those sign who took a picture. */
static const struct str taken_by[] = {WORD("摄"),     WORD("文图"),  WORD("文/图"),
                                      WORD("文／图"), WORD("图/文"), WORD("图文")};

/* Whether who wrote a story took a picture of it: 文图：王刚. */
static bool has_picture(const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        bool signs = block->role == ROLE_BYLINE || block->role == ROLE_CREDIT;
        if (signs && wordlist_held(taken_by, COUNT(taken_by), block->text) > 0)
            return true;
    }
    return story->kind == KIND_PHOTO;
}

bool shows_village(const struct story *story)
{
    static const struct str kinds[] = {WORD("村"), WORD("社区")};
    if (!has_picture(story))
        return false;
    for (size_t i = 0; i < story->blocks.len; i++)
        for (size_t k = 0; k < COUNT(kinds); k++) {
            struct str text = story->blocks.at[i].text;
            size_t at = str_find(text, kinds[k], 0);
            if (at != SIZE_MAX && names_village(text, at))
                return true;
        }
    return false;
}

/* The word of a text's or credit's HEAD by which the paper's own people sign it, or a picture that
   was taken HERE. */
static struct str own_sign(struct str head, bool here)
{
    static const struct str signs[] = {WORD("本报讯"), WORD("本报记者"), WORD("本报通讯员"),
                                       WORD("记者"),   WORD("通讯员"),   WORD("市气象")};
    static const struct str bought[] = {WORD("社"), WORD("资料"), WORD("视觉"), WORD("人民")};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (str_has(head, signs[i]))
            return signs[i];
    for (size_t i = 0; here && !wordlist_held(bought, COUNT(bought), head) && i < COUNT(taken_by);
         i++)
        if (str_has(head, taken_by[i]))
            return taken_by[i];
    return STR_NONE;
}

void standings_add_report(struct survey *survey, struct standings *standings, const void *place,
                          bool here, double weight)
{
    enum { HEAD_CHARS = 24 };
    const struct story *story = standings->story;
    bool begun = false;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        bool text = block->role == ROLE_PARAGRAPH || block->role == ROLE_DATELINE;
        bool first = text && !begun;
        begun |= first;
        if (!first && block->role != ROLE_BYLINE && block->role != ROLE_CREDIT)
            continue;
        struct str head = utf8_head(block->text, HEAD_CHARS), sign = own_sign(head, here);
        size_t at = sign.len ? str_find(head, sign, 0) : SIZE_MAX;
        if (at == SIZE_MAX || (first && !starts_report(head)) ||
            str_has(str_slice(head, 0, at), STR("社"))) /* 新华社北京10月3日电（记者 */
            continue;
        standings->locator = (struct locator){0};
        struct words_at words = {block, at, sign.len, false};
        struct standing *standing = add(survey, standings, place, words, weight);
        mark_told(standing);
        return;
    }
}

void standings_add_letter(struct survey *survey, struct standings *standings,
                          const struct county *county, double weight)
{
    const struct blocks *blocks = &standings->story->blocks;
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        if (block->role != ROLE_PARAGRAPH)
            continue;
        struct str editor = STR("编辑"), colon = STR("：");
        size_t at = str_find(block->text, editor, 0), end = str_find(block->text, colon, 0);
        if (at < end && end != SIZE_MAX &&
            is_salutation(str_slice(block->text, 0, end + colon.len))) {
            standings->locator = (struct locator){0};
            mark_told(add(survey, standings, county,
                          (struct words_at){block, at, editor.len, false}, weight));
        }
        return;
    }
}

/* 空心村, 示范村: what a village is, and not which. */
static bool ends_with_kind(struct str name)
{
    static const struct str kinds[] = {
        WORD("空心"), WORD("贫困"), WORD("示范"), WORD("城中"), WORD("淘宝"), WORD("亿元"),
        WORD("文明"), WORD("美丽"), WORD("生态"), WORD("试点"), WORD("重点"), WORD("先进"),
        WORD("落后"), WORD("行政"), WORD("自然"), WORD("移民"), WORD("电商"), WORD("旅游"),
        WORD("特色"), WORD("明星"), WORD("样板"), WORD("后进"), WORD("所在"), WORD("小康"),
        WORD("一个"), WORD("这个"), WORD("那个"), WORD("每个"), WORD("整个")};
    return wordlist_end(kinds, COUNT(kinds), name);
}

/* Where a village's whole name begins that ends before AT, of two characters to four that are no
   word: 饶家营 in 饶家营村; AT: none does. */
static size_t village_start(struct str text, size_t at)
{
    enum { LEAST = 2, MOST = 4 };
    static const char no_ends[] = "是起位名从与和着过了等里外有个", edges[] = "头口东西南北";
    struct utf8 c = utf8_before(text, at), village = utf8_at(text, at),
                next = utf8_next(text, village);
    bool other = word_level(str_slice(text, at, next.at + next.len)) > 0 &&
                 !holds_char(str_of(edges), text, next); /* 村庄, 村里; but not 饶家营村头 */
    if (holds_char(str_of(no_ends), text, c) || (utf8_is_han(next.code) && other) ||
        ends_with_kind(str_slice(text, 0, at)))
        return at;
    for (size_t chars = 1; chars <= MOST && utf8_is_han(c.code); chars++) {
        if (chars >= LEAST && place_begins_word(text, c.at) &&
            word_level(str_slice(text, c.at, at)) == 0)
            return c.at;
        c = utf8_before(text, c.at);
    }
    return at;
}

void standings_add_village(struct survey *survey, struct standings *standings,
                           const struct county *county, double weight)
{
    const struct story *story = standings->story;
    struct str village = STR("村");
    struct cue_walk walk = {0};
    standings->locator = (struct locator){0};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        size_t at = block->role == ROLE_PARAGRAPH ? str_find(block->text, village, 0) : SIZE_MAX;
        for (; at != SIZE_MAX; at = str_find(block->text, village, at + 1)) {
            size_t start = names_village(block->text, at) ? village_start(block->text, at) : at;
            if (start == at || passing_cue(&walk, block->text, start, at + village.len) < 1)
                continue;
            struct words_at words = {block, start, at + village.len - start, false};
            mark_told(add(survey, standings, county, words, weight));
            return;
        }
    }
}

void standings_add_own(struct survey *survey, struct standings *standings, const void *place,
                       struct str name, double stress)
{
    add_unnamed(survey, standings, place, utf8_last(name).code, NULL, stress);
}

void standings_add_prefecture(struct survey *survey, struct standings *standings,
                              const struct prefecture *prefecture, double stress)
{
    uint32_t level = utf8_last(prefecture->name).code;
    add_unnamed(survey, standings, prefecture, level, prefecture, stress);
}

static int by_weight(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

void standings_sort(struct standings *standings)
{
    if (standings->len > 0)
        qsort(standings->at, standings->len, sizeof *standings->at, by_weight);
}
