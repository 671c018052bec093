/* SPDX-License-Identifier: MIT */
#include "enrich/place_brief.h"

#include "enrich/passing_cue.h"
#include "enrich/place_list.h"
#include "enrich/townships.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/wordlist.h"

/* Characters before which a name of two characters begins a word. */
static const char before_short[] =
    "在从到与和及由向是于自赴的了入进往全该日年月据以让使把被给内区市省州地";

/* … and before which it is no name but says how something is: 过得和顺. */
static const char before_adjective[] = "得很最更又太真挺不";
/* 西康省会理县: whether a province that is no more ends at AT. */
static bool follows_old_province(struct str text, size_t at)
{
    static const struct str provinces[] = {
        WORD("西康省"), WORD("热河省"), WORD("察哈尔省"), WORD("绥远省"), WORD("平原省"),
        WORD("松江省"), WORD("辽东省"), WORD("辽西省"),   WORD("宁夏省"), WORD("苏北行署"),
        WORD("安东省"), WORD("合江省"), WORD("嫩江省"),   WORD("辽北省"), WORD("皖南行署")};
    return wordlist_end(provinces, COUNT(provinces), str_slice(text, 0, at));
}

/* Whether the beginning of a name belongs to the word before it, and what is left is a word too:
   当天 + 全县 holds 天全县, 到达 + 县 holds 达县, 六盘山 + 区 holds 盘山区. */
bool place_is_torn(struct str text, const struct place_name *name, size_t at)
{
    enum { LEFT_LEVEL = 3 };
    size_t first = utf8_first(name->text).len;
    struct str left = str_slice(name->text, first, name->text.len);
    struct utf8 before = utf8_before(text, at), second = utf8_at(name->text, first);
    struct str longer = str_slice(text, before.at, at + second.at + second.len);
    return before.len > 0 && word_level(left) >= LEFT_LEVEL && !follows_old_province(text, at) &&
           (splits_word(text, at) || word_level(longer) >= LEFT_LEVEL);
}

bool place_begins_word(struct str text, size_t at)
{
    struct utf8 c = utf8_before(text, at);
    return !c.len || !utf8_is_han(c.code) || holds_char(str_of(before_short), text, c);
}

/* 李新荣: a surname stands before. */
bool place_is_of_person(struct str text, size_t at)
{
    struct utf8 c = utf8_before(text, at);
    if (!c.len || holds_char(str_of(before_short), text, c))
        return false;
    enum { TITLE_CHARS = 3 };
    struct str surname = str_slice(text, c.at, at);
    struct utf8 lead = c;
    for (size_t i = 0; i < TITLE_CHARS && lead.at > 0; i++)
        lead = utf8_before(text, lead.at);
    return has_usual_surname(surname) ||
           (has_surname(surname) && ends_like_title(str_slice(text, lead.at, c.at)));
}

/* 高平今年四十二岁, 高平，42岁: somebody's age. */
static bool is_aged(struct str text, size_t end)
{
    static const struct str words[] = {WORD("今年"), WORD("现年"), WORD("时年"),
                                       WORD("，"),   WORD("（"),   WORD("已")};
    enum { AGE_CHARS = 6 };
    struct str rest = str_slice(text, end, text.len);
    const struct str *word = wordlist_start(words, COUNT(words), rest);
    struct utf8 c = utf8_at(rest, word ? word->len : 0);
    for (size_t chars = 0; word && chars < AGE_CHARS; chars++, c = utf8_next(rest, c)) {
        if (c.code == 0x5c81) /* 岁 */
            return chars > 0;
        if (!utf8_is_digit(c.code) && !holds_char(STR("零一二三四五六七八九十百多"), rest, c))
            return false;
    }
    return false;
}

/* 于洪常说, 高平告诉记者: somebody of that name speaks. */
static bool speaks(struct str text, size_t end)
{
    static const struct str words[] = {
        WORD("说，"), WORD("说："), WORD("说。"), WORD("说道"),     WORD("说着"),    WORD("常说"),
        WORD("笑着"), WORD("笑道"), WORD("坦言"), WORD("告诉记者"), WORD("告诉笔者")};
    return wordlist_start(words, COUNT(words), str_slice(text, end, text.len));
}

/* 乡邮员于洪: what somebody does stands before. */
bool place_follows_calling(struct str text, size_t at)
{
    static const struct str callings[] = {
        WORD("社员"),   WORD("队员"),   WORD("学员"),   WORD("党员"),   WORD("战士"), WORD("村民"),
        WORD("农民"),   WORD("职工"),   WORD("教师"),   WORD("民警"),   WORD("护士"), WORD("司机"),
        WORD("邮员"),   WORD("护林员"), WORD("保管员"), WORD("饲养员"), WORD("医生"), WORD("站长"),
        WORD("技术员"), WORD("驾驶员"), WORD("管理员"), WORD("个体户"), WORD("厂长"), WORD("经理"),
        WORD("村支书"), WORD("老人"),   WORD("队长"),   WORD("组长"),   WORD("班长"), WORD("店主"),
        WORD("列车长"), WORD("乘务员"), WORD("乘警"),   WORD("厨师"),   WORD("主任"), WORD("校长"),
        WORD("院长"),   WORD("局长"),   WORD("所长"),   WORD("场长"),   WORD("村长"), WORD("连长"),
        WORD("营长"),   WORD("排长"),   WORD("船长"),   WORD("馆长")};
    return wordlist_end(callings, COUNT(callings), str_slice(text, 0, at));
}

/* Whether a bracket that says who writes is open at AT: （记者, （通讯员. */
static bool in_signature(struct str text, size_t at)
{
    static const struct str labels[] = {WORD("记者"), WORD("通讯员"), WORD("实习生"), WORD("摄影"),
                                        WORD("撰稿"), WORD("文/"),    WORD("图/")};
    enum { BRACKET_MOST = 40 }; /* characters before the name */
    struct utf8 c = utf8_before(text, at);
    for (size_t n = 0; c.len && n < BRACKET_MOST; n++, c = utf8_before(text, c.at)) {
        if (is_closing(c.code) || is_sentence_end(c.code))
            return false;
        if (is_opening(c.code))
            return wordlist_held(labels, COUNT(labels), str_slice(text, c.at, at)) > 0;
    }
    return false;
}

/* （记者 罗平 通讯员王木兰）: a name where people sign, after which a word ends, and before which
   one begins, but for a label or a surname. */
static bool signs(struct str text, size_t at, size_t end)
{
    static const struct str before[] = {WORD("记者"), WORD("通讯员"), WORD("实习生"), WORD("摄影")};
    struct utf8 surname = utf8_before(text, at);
    struct str lead = str_slice(text, 0, at), shorter = str_slice(text, 0, surname.at);
    bool begins = !utf8_is_han(surname.code) || wordlist_end(before, COUNT(before), lead) ||
                  !utf8_is_han(utf8_before(text, surname.at).code) ||
                  wordlist_end(before, COUNT(before), shorter);
    return begins && !utf8_is_han(utf8_at(text, end).code) && in_signature(text, at);
}

/* 高阳老师: somebody is called so. */
static bool is_addressed(struct str text, size_t end)
{
    static const struct str titles[] = {
        WORD("女士"), WORD("小姐"), WORD("教授"), WORD("博士"), WORD("·"),    WORD("同志"),
        WORD("先生"), WORD("老师"), WORD("师傅"), WORD("大爷"), WORD("大妈"), WORD("大娘"),
        WORD("医生"), WORD("大夫"), WORD("队长"), WORD("大叔"), WORD("阿姨")};
    return wordlist_start(titles, COUNT(titles), str_slice(text, end, text.len)) ||
           is_aged(text, end);
}

/* 泰和公司, 泰和路: a firm or street is called so. */
static bool is_of_firm(struct str text, size_t end)
{
    static const struct str ends[] = {
        WORD("公司"), WORD("集团"), WORD("路"),   WORD("大道"), WORD("街"),           WORD("酒店"),
        WORD("宾馆"), WORD("超市"), WORD("大厦"), WORD("小区"), WORD("商行"),         WORD("商贸"),
        WORD("大学"), WORD("学院"), WORD("师大"), WORD("师范"), WORD("卫星发射中心"), WORD("啤酒"),
        WORD("卫视"), WORD("银行"), WORD("航空"), WORD("证券"), WORD("藤"),           WORD("物流"),
        WORD("书屋"), WORD("书院"), WORD("客栈"), WORD("酒楼"), WORD("山庄")};
    static const struct str parks[] = {WORD("园"), WORD("中心"), WORD("产业"), WORD("基地")};
    static const struct str parts[] = {WORD("东"), WORD("西"), WORD("南"),
                                       WORD("北"), WORD("中"), WORD("新")};
    struct str rest = str_slice(text, end, text.len);
    const struct str *part = wordlist_start(parts, COUNT(parts), rest);
    struct str street = part ? str_slice(rest, part->len, rest.len) : STR_NONE;
    if (str_starts(street, STR("路")) || str_starts(street, STR("街"))) /* 玉林西路 */
        return true;
    const struct str *firm = wordlist_start(ends, COUNT(ends), rest);
    return firm && !wordlist_start(parks, COUNT(parks), str_slice(rest, firm->len, rest.len));
}

bool place_is_firm(struct str text, size_t end)
{
    return is_of_firm(text, end) || is_addressed(text, end);
}

/* 沙县小吃: what is called so is made anywhere. */
bool place_is_dish(struct str text, size_t end)
{
    static const struct str dishes[] = {
        WORD("小吃"), WORD("火锅"),   WORD("拉面"), WORD("米粉"),   WORD("凉皮"), WORD("烧鸡"),
        WORD("烧饼"), WORD("牛肉面"), WORD("板面"), WORD("麻辣"),   WORD("烤鸭"), WORD("刀削面"),
        WORD("羊汤"), WORD("羊肉"),   WORD("烩面"), WORD("胡辣汤"), WORD("米线"), WORD("辣酱")};
    return wordlist_start(dishes, COUNT(dishes), str_slice(text, end, text.len));
}

static const struct str waters[] = {WORD("河"), WORD("江"), WORD("湖"), WORD("水"),
                                    WORD("溪"), WORD("海"), WORD("川"), WORD("泉")};

/* 柳江上开桨, but not 柳江上榜, 平江上千人: whether something is on the water, and the clause has a
   word of waters. */
static bool is_on_water(struct str text, size_t end)
{
    enum { CLAUSE_CHARS = 14 };
    struct str on = STR("上"), rest = str_slice(text, end + on.len, text.len);
    struct utf8 next = utf8_first(rest);
    if (!str_starts(str_slice(text, end, text.len), on) || !utf8_is_han(next.code) ||
        holds_char(STR("榜马升线市级报交台山学半下"), rest, next))
        return false;
    size_t chars = 0;
    for (struct utf8 c = next;
         c.len && !is_sentence_end(c.code) && !is_stop(c.code) && chars < CLAUSE_CHARS;
         c = utf8_next(rest, c), chars++)
        if (holds_char(STR("船舟渔桥莲桨帆筏浪排漂渡舢鹭鸥雾"), rest, c))
            return true;
    return next.code == U'空';
}

static bool has_shore(struct str text, size_t end)
{
    static const struct str shores[] = {
        WORD("岸"),   WORD("边"),   WORD("畔"),    WORD("之滨"), WORD("两岸"), WORD("沿岸"),
        WORD("流域"), WORD("上游"), WORD("中游"),  WORD("下游"), WORD("河道"), WORD("水面"),
        WORD("源头"), WORD("逆流"), WORD("大桥"),  WORD("大堤"), WORD("干流"), WORD("支流"),
        WORD("东岸"), WORD("西岸"), WORD("南岸"),  WORD("北岸"), WORD("水域"), WORD("水系"),
        WORD("禁捕"), WORD("江段"), WORD("河段"),  WORD("涨水"), WORD("渡口"), WORD("码头"),
        WORD("水库"), WORD("大坝"), WORD("水电站")};
    return wordlist_start(shores, COUNT(shores), str_slice(text, end, text.len)) ||
           is_on_water(text, end);
}

/* 太湖两岸, 方山脚下: the river, lake or mountain that a county is called after. */
static bool is_landscape(struct str text, const struct place_name *name, size_t end)
{
    static const struct str slopes[] = {WORD("脚下"),         WORD("山脚"),    WORD("之巅"),
                                        WORD("主峰"),         WORD("南麓"),    WORD("北麓"),
                                        WORD("东麓"),         WORD("西麓"),    WORD("山麓"),
                                        WORD("国家森林公园"), WORD("森林公园")};
    static const struct str along[] = {WORD("沿"), WORD("顺")}; /* 沿右江跑 */
    struct str rest = str_slice(text, end, text.len);
    struct str lead = str_slice(text, 0, end - name->text.len);
    return (wordlist_end(waters, COUNT(waters), name->text) &&
            (has_shore(text, end) || wordlist_end(along, COUNT(along), lead))) ||
           (str_ends(name->text, STR("山")) && wordlist_start(slopes, COUNT(slopes), rest));
}

/* 云龙湖珠山景区: whether what is called so soon stands in TEXT from END on. */
static bool has_sight(struct str text, size_t end)
{
    static const struct str sights[] = {WORD("景区"), WORD("风景"), WORD("公园"), WORD("湿地"),
                                        WORD("度假")};
    enum { AHEAD_CHARS = 5 };
    struct str ahead = utf8_head(str_slice(text, end, text.len), AHEAD_CHARS);
    return wordlist_held(sights, COUNT(sights), ahead) > 0;
}

/* 、球溪河: whether another river or lake is listed at AT. */
static bool lists_water(struct str text, size_t at)
{
    enum { NAME_CHARS = 3 };
    struct utf8 c = utf8_at(text, at);
    if (c.code != U'、')
        return false;
    c = utf8_next(text, c);
    for (size_t chars = 0; chars <= NAME_CHARS && utf8_is_han(c.code); chars++) {
        if (chars > 0 && holds_char(STR("河江湖溪"), text, c))
            return true;
        c = utf8_next(text, c);
    }
    return false;
}

/* 泗水河畔, 云龙湖景区, 威远河、球溪河: a river or lake that is called as a county is. */
static bool is_of_water(struct str text, size_t end)
{
    const struct str *water = wordlist_start(waters, COUNT(waters), str_slice(text, end, text.len));
    return water && (lists_water(text, end + water->len) || has_shore(text, end + water->len) ||
                     (str_eq(*water, STR("湖")) && has_sight(text, end + water->len)));
}

/* Whether the short name from AT to END is a part of a longer word: 朝天椒, 鄱阳湖, 交口称赞. */
static bool is_part_of_word(struct str text, size_t at, size_t end)
{
    enum { WORD_LEVEL = 3, MOST_CHARS = 4 };
    static const char levels[] = "县市区州镇乡城人府";
    size_t to = end;
    for (size_t chars = utf8_count(str_slice(text, at, end)) + 1; chars <= MOST_CHARS; chars++) {
        struct utf8 c = utf8_at(text, to);
        if (!c.len || (to == end && holds_char(str_of(levels), text, c)))
            return false;
        to = c.at + c.len;
        if (word_level(str_slice(text, at, to)) >= WORD_LEVEL)
            return true;
    }
    return false;
}

/* 云梦泽: a landscape that bears the name too takes nothing from the county elsewhere. */
static bool is_called_after(struct str text, size_t end)
{
    return holds_char(STR("泽湖江河山岛"), text, utf8_at(text, end));
}

/* “江陵号”, “永康”牌: a name that is all there is in quotes, but for a 号, is something else's, and
   so is one that begins a title: 《陇西行》. */
static bool is_quoted(struct str text, size_t at, size_t end)
{
    struct utf8 before = utf8_before(text, at), after = utf8_at(text, end);
    if (after.code == 0x53f7) /* 号 */
        after = utf8_next(text, after);
    return (before.code == 0x201c && after.code == 0x201d) || before.code == 0x300a;
}

/* 本报江城1月5日电: whether the name of a paper or agency stands before AT, and a dateline's place
   there. */
bool place_follows_paper(struct str text, size_t at)
{
    static const struct str papers[] = {WORD("本报"), WORD("本刊"), WORD("本台"), WORD("新华社")};
    return wordlist_end(papers, COUNT(papers), str_slice(text, 0, at));
}

bool place_is_landmark(struct str text, size_t end)
{
    static const struct str ends[] = {WORD("桥"), WORD("塔"), WORD("寺"), WORD("庙"), WORD("阁")};
    const struct str *mark = wordlist_start(ends, COUNT(ends), str_slice(text, end, text.len));
    struct utf8 after = utf8_at(text, mark ? end + mark->len : end);
    return mark && (!utf8_is_han(after.code) || holds_char(STR("上下头边旁畔的"), text, after));
}

/* 易门箐社区: a neighbourhood whose name only begins so. */
static bool is_of_neighbourhood(struct str text, size_t end)
{
    static const struct str kinds[] = {WORD("社区"), WORD("小区"), WORD("花园"), WORD("家园")};
    struct utf8 c = utf8_at(text, end);
    return utf8_is_han(c.code) && !holds_char(STR("新老各全某大小县市镇乡区的等"), text, c) &&
           wordlist_start(kinds, COUNT(kinds), str_slice(text, c.at + c.len, text.len));
}

/* 搭起的高台, 一座石城, 一条新河: a thing that is told of before it. */
static bool is_one_thing(struct str text, const struct place_name *name, size_t at)
{
    struct utf8 classifier = utf8_before(text, at), count = utf8_before(text, classifier.at);
    return (name->thing && holds_char(STR("座个块起道片"), text, classifier)) ||
           (classifier.code == U'条' && holds_char(STR("一两几这那每"), text, count) &&
            wordlist_end(waters, COUNT(waters), name->text));
}

/* 以德安家: both of its characters are of words that stand around them. */
static bool is_crossed(struct str text, size_t at, size_t end)
{
    enum { WORD_LEVEL = 3 };
    struct utf8 before = utf8_before(text, at), first = utf8_at(text, at);
    struct utf8 last = utf8_before(text, end), after = utf8_at(text, end);
    return before.len && after.len && last.at == first.at + first.len &&
           word_level(str_slice(text, before.at, last.at)) >= WORD_LEVEL &&
           word_level(str_slice(text, last.at, after.at + after.len)) >= WORD_LEVEL;
}

/* 还亮着一点明光。: a thing or a quality that is counted; but not 一把正安吉他. */
static bool is_counted(struct str text, size_t at, size_t end)
{
    static const char counts[] = "一两几半那这每";
    static const char classifiers[] = "盏点片道束丝缕抹股阵种份把朵颗粒滴声句腔番";
    struct utf8 classifier = utf8_before(text, at), count = utf8_before(text, classifier.at);
    return holds_char(str_of(classifiers), text, classifier) &&
           holds_char(str_of(counts), text, count) && !utf8_is_han(utf8_at(text, end).code);
}

bool place_is_phrase(struct str text, const struct place_name *name, size_t at)
{
    static const struct str phrases[] = {
        WORD("大英博物馆"), WORD("大英图书馆"), WORD("大英帝国"), WORD("大英百科"),
        WORD("安居工程"),   WORD("安居房"),     WORD("朝阳产业"), WORD("朝阳行业"),
        WORD("和平统一"),   WORD("和平发展"),   WORD("普陀山"),   WORD("平安建设"),
        WORD("山丹花"),     WORD("山丹丹"),     WORD("否极泰来"), WORD("壮志凌云"),
        WORD("安居乐业"),   WORD("长治久安"),   WORD("千里江陵"), WORD("国泰民安"),
        WORD("尊姓大名"),   WORD("鼎鼎大名")};
    for (size_t i = 0; i < COUNT(phrases); i++) {
        size_t in = str_find(phrases[i], name->text, 0);
        if (in != SIZE_MAX && in <= at &&
            str_starts(str_slice(text, at - in, text.len), phrases[i]))
            return true;
    }
    return false;
}

/* 修水渠, 建水池: 修 or 建 and what is built for water, unless what follows begins a commoner word,
   as in 修水管理茶园. */
static bool is_built(struct str text, const struct place_name *name, size_t at)
{
    static const char works[] = "渠库井塔池管坝窖沟闸圳利电";
    struct utf8 verb = utf8_first(name->text), after = utf8_at(text, at + name->text.len);
    struct utf8 next = utf8_next(text, after);
    struct str work = str_slice(text, at + verb.len, after.at + after.len);
    return utf8_count(name->text) == 2 && utf8_last(name->text).code == U'水' &&
           (verb.code == U'修' || verb.code == U'建') && holds_char(str_of(works), text, after) &&
           word_level(work) >= word_level(str_slice(text, after.at, next.at + next.len));
}

/* 平顺 in 平平顺顺: both of its characters stand twice. */
static bool is_doubled(struct str text, const struct place_name *name, size_t at)
{
    struct utf8 first = utf8_first(name->text), last = utf8_last(name->text);
    return utf8_count(name->text) == 2 && utf8_before(text, at).code == first.code &&
           utf8_at(text, at + name->text.len).code == last.code;
}

/* 镇远舰: a ship is called so. */
static bool is_of_ship(struct str text, size_t end)
{
    static const struct str ships[] = {WORD("舰"), WORD("号舰")};
    return wordlist_start(ships, COUNT(ships), str_slice(text, end, text.len));
}

/* 大竹区 of 万源县: a part of a county, as districts once were, and not 大竹县. */
static bool is_part_of_county(struct str text, const struct place_name *name, size_t end)
{
    for (size_t i = 0; i < name->counties.len; i++)
        if (str_ends(name->counties.at[i]->name, STR("区")))
            return false;
    return str_starts(str_slice(text, end, text.len), STR("区")) && !splits_word(text, end) &&
           !splits_word(text, end + strlen("区"));
}

/* Whether a county's short name, NAME at AT, is somebody's or something else's. */
bool place_brief_is_denied(struct str text, const struct place_name *name, size_t at)
{
    size_t end = at + name->text.len;
    return name->brief && !place_follows_paper(text, at) &&
           (place_is_phrase(text, name, at) || is_built(text, name, at) ||
            is_doubled(text, name, at) || is_one_thing(text, name, at) ||
            is_counted(text, at, end) || is_addressed(text, end) || speaks(text, end) ||
            signs(text, at, end) || is_of_ship(text, end) || is_landscape(text, name, end) ||
            is_part_of_county(text, name, end) ||
            (is_part_of_word(text, at, end) && !is_called_after(text, end)));
}

/* Whether what ends at END has an office that nothing but a county has: 商城教体局, not
 * 惠民政府工程. */
static bool has_bureau(struct str text, size_t end)
{
    static const struct str bureaus[] = {
        WORD("人民政府"), WORD("人民法院"), WORD("人民检察院"), WORD("教育局"), WORD("教体局"),
        WORD("公安局"),   WORD("民政局"),   WORD("林业局"),     WORD("水利局"), WORD("气象局"),
        WORD("税务局"),   WORD("文旅局"),   WORD("住建局"),     WORD("卫健局"), WORD("农业农村局")};
    return wordlist_start(bureaus, COUNT(bureaus), str_slice(text, end, text.len));
}

/* 建阳地区: a prefecture of old that was called after its seat. */
static bool is_area(struct str text, size_t end)
{
    return str_starts(str_slice(text, end, text.len), STR("地区"));
}

/* 公安县孟家溪镇: whether a township stands at END that a county called NAME has. */
bool place_heads_township(const struct gazetteer *gazetteer, struct str text,
                          const struct place_name *name, size_t end)
{
    struct township township;
    if (!township_at(text, word_head_at(text, end), &township))
        return false;
    for (size_t i = 0; i < township.len; i++)
        for (size_t k = 0; k < name->counties.len; k++)
            if (&gazetteer->counties[township.counties[i]] == name->counties.at[k])
                return true;
    return false;
}

/* 石门桥派出所, of 石门桥镇, which is not in 石门县: whether the longer name of a township begins
   at AT, that is in none of the counties of NAME. */
static bool begins_township(struct arena *scratch, const struct gazetteer *gazetteer,
                            struct str text, const struct place_name *name, size_t at)
{
    struct township township;
    bool longer = township_short_at(scratch, text, word_head_at(text, at), &township) &&
                  township.name.len > name->text.len;
    for (size_t i = 0; longer && i < township.len; i++)
        longer = !place_holds_township(name, &gazetteer->counties[township.counties[i]]);
    return longer;
}

/* Whether a county's short name, NAME at AT, is no word of the language and no part of others: not
   和平, but for 和平教育局, and 万安 not in 千万安全. */
bool place_brief_is_clear(struct arena *scratch, const struct gazetteer *gazetteer, struct str text,
                          const struct place_name *name, size_t at)
{
    size_t end = at + name->text.len;
    if (place_follows_paper(text, at))
        return true;
    bool in_full = str_ends(name->text, STR("县"));           /* 在建平县 */
    bool seat = in_full && utf8_at(text, end).code == 0x57ce; /* 县城 */
    return (!name->wordy || has_bureau(text, end) || place_is_listed(text, at, end) ||
            place_is_tabled(text, at) ||
            (in_full && place_heads_township(gazetteer, text, name, end))) &&
           !is_area(text, end) &&
           !holds_char(str_of(before_adjective), text, utf8_before(text, at)) &&
           !place_is_of_person(text, at) && !place_follows_calling(text, at) &&
           !place_brief_is_denied(text, name, at) && !is_part_of_word(text, at, end) &&
           !is_crossed(text, at, end) && !is_of_firm(text, end) && !is_of_water(text, end) &&
           !place_is_landmark(text, end) && !is_of_neighbourhood(text, end) &&
           !names_shop(text, end) && !place_is_dish(text, end) && !is_quoted(text, at, end) &&
           !(in_full ? place_is_torn(text, name, at) : splits_word(text, at)) &&
           (seat || !splits_commoner_word(text, end)) &&
           !begins_township(scratch, gazetteer, text, name, at);
}
