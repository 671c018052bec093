/* SPDX-License-Identifier: MIT */
#include "enrich/passing_cue.h"

#include "base/utf8.h"
#include "page/wordlist.h"

static const struct str before[] = {
    WORD("来自"), WORD("赴"),   WORD("前往"), WORD("奔赴"), WORD("远赴"), WORD("发往"),
    WORD("销往"), WORD("运往"), WORD("远销"), WORD("卖到"), WORD("卖往"), WORD("送往"),
    WORD("寄往"), WORD("调往"), WORD("老家"), WORD("生于"), WORD("毕业"), WORD("就读"),
    WORD("考入"), WORD("考上"), WORD("嫁到"), WORD("战胜"), WORD("击败"), WORD("淘汰"),
    WORD("对阵"), WORD("迎战"), WORD("不敌"), WORD("力克"), WORD("借鉴"), WORD("毗邻"),
    WORD("邻近"), WORD("相邻"), WORD("祖籍"), WORD("远在"), WORD("客居"), WORD("去了趟"),
    WORD("原籍"), WORD("听说"), WORD("比如"), WORD("譬如"), WORD("诸如"), WORD("对岸"),
    WORD("望见"), WORD("遥望"), WORD("眺望"),
};

static const struct str after[] = {WORD("客商"),       WORD("商人"),       WORD("籍"),
                                   WORD("务工"),       WORD("打工"),       WORD("来的"),
                                   WORD("来了"),       WORD("那边"),       WORD("那头"),
                                   WORD("方向"),       WORD("的方向"),     WORD("口音"),
                                   WORD("的移民"),     WORD("的采购员"),   WORD("等地的客商"),
                                   WORD("等地的游客"), WORD("等地的球队"), WORD("等地的选手"),
                                   WORD("等地的代表"), WORD("等地的朋友"), WORD("等地的顾客")};

/* Asked of most characters beside a name. */
static bool ends_clause(uint32_t code)
{
    switch (code) {
    case U'。':
    case U'，':
    case U'；':
    case U'！':
    case U'？':
    case U'：':
    case U'“':
    case U'”':
    case ',':
    case ';':
    case '!':
    case '?':
        return true;
    default:
        return false;
    }
}

/* Where the shortest cue that begins at AT ends; SIZE_MAX: none does. */
static size_t cue_end(struct str text, size_t at)
{
    size_t end = SIZE_MAX;
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < COUNT(before); i++)
        if (str_starts(rest, before[i]) && at + before[i].len < end)
            end = at + before[i].len;
    return end;
}

/* 视频来自, 喜讯来自 at AT: what was sent tells of where it is from, wherever it is seen. */
static bool is_sent(struct str text, size_t at)
{
    static const struct str sent[] = {WORD("视频"), WORD("照片"), WORD("画面"),
                                      WORD("消息"), WORD("数据"), WORD("喜讯")};
    return str_starts(str_slice(text, at, text.len), STR("来自")) &&
           wordlist_end(sent, COUNT(sent), str_slice(text, 0, at));
}

/* 不是庆云县, 不是您那儿的庆云县, but not 要不是庆云县, 是不是庆云县: what it is not. */
static bool is_negated(struct str text, size_t at)
{
    static const struct str negations[] = {WORD("不是"), WORD("并非"), WORD("而非"), WORD("不在"),
                                           WORD("不属")};
    static const struct str there[] = {WORD("那儿的"), WORD("那里的"), WORD("那边的")};
    static const struct str others[] = {WORD("您"), WORD("你们"), WORD("你"), WORD("他们")};
    struct str lead = str_slice(text, 0, at);
    const struct str *yonder = wordlist_end(there, COUNT(there), lead), *other;
    lead.len -= yonder ? yonder->len : 0;
    if (yonder && (other = wordlist_end(others, COUNT(others), lead)))
        lead.len -= other->len;
    const struct str *negation = wordlist_end(negations, COUNT(negations), lead);
    return negation && !holds_char(STR("要是莫无岂可谁在属若"), text,
                                   utf8_before(text, lead.len - negation->len));
}

/* 来自上杭县的人到漳平市: whether what came from where the cue says that ends at CUED is now at
   AT. */
static bool arrives(struct str text, size_t cued, size_t at)
{
    static const struct str to[] = {WORD("到"), WORD("在"), WORD("走进")};
    enum { NAME_BYTES = 6 };
    const struct str *word = wordlist_end(to, COUNT(to), str_slice(text, 0, at));
    return word && str_ends(str_slice(text, 0, cued), STR("来自")) &&
           cued + NAME_BYTES + word->len <= at;
}

/* Whether a cue stands before AT in its clause. */
static bool is_cued(struct cue_walk *walk, struct str text, size_t at)
{
    if (walk->text.ptr != text.ptr || at < walk->at)
        *walk = (struct cue_walk){.text = text, .cued = SIZE_MAX};
    size_t from = at;
    for (struct utf8 c = utf8_before(text, from); from > walk->at; c = utf8_before(text, from)) {
        if (ends_clause(c.code)) {
            walk->cued = SIZE_MAX;
            break;
        }
        from = c.at;
    }
    for (struct utf8 c = utf8_at(text, from); c.len && c.at < at; c = utf8_next(text, c)) {
        size_t end = is_sent(text, c.at) ? SIZE_MAX : cue_end(text, c.at);
        walk->cued = end < walk->cued ? end : walk->cued;
    }
    walk->at = at;
    return walk->cued <= at && !arrives(text, walk->cued, at);
}

/* The rest of the clause at AT, up to CHARS characters. */
static struct str clause_rest(struct str text, size_t at, size_t chars)
{
    struct utf8 c = utf8_at(text, at);
    while (c.len && chars-- && !ends_clause(c.code))
        c = utf8_next(text, c);
    return str_slice(text, at, c.at);
}

/* 墨玉、和田两县的技术员: whether REST, after a name, goes on to people of there. */
static bool people_of(struct str rest)
{
    static const struct str people[] = {WORD("的人"),   WORD("的技术员"), WORD("的干部"),
                                        WORD("的同行"), WORD("的客人"),   WORD("的群众"),
                                        WORD("的农户"), WORD("的老板"),   WORD("的游客")};
    enum { LIST_CHARS = 9 };
    struct utf8 c = utf8_first(rest);
    for (size_t chars = 0; c.code != U'的' && chars < LIST_CHARS; chars++) {
        if (!utf8_is_han(c.code) && c.code != U'、')
            return false;
        c = utf8_next(rest, c);
    }
    return wordlist_start(people, COUNT(people), str_slice(rest, c.at, rest.len));
}

/* Whether 来 at AT of REST is a part of a word, 十来里, 原来, or of a time, 近年来, 三天来,
   两个月来; not of 每年来. */
static bool is_no_coming(struct str rest, size_t at)
{
    struct utf8 last = utf8_before(rest, at), count = utf8_before(rest, last.at);
    if (holds_char(STR("十百千万以历从向本原后未近看"), rest, last))
        return true;
    return (holds_char(STR("年天"), rest, last) &&
            (utf8_is_digit(count.code) ||
             holds_char(STR("近几多两半数一二三四五六七八九十百"), rest, count))) ||
           (last.code == U'月' && count.code == U'个');
}

/* Where 来 stands in REST as a word; SIZE_MAX: nowhere. */
static size_t come_at(struct str rest)
{
    size_t at = str_find(rest, STR("来"), 0);
    while (at != SIZE_MAX && is_no_coming(rest, at))
        at = str_find(rest, STR("来"), at + 1);
    return at;
}

bool tells_visitors(struct str text, size_t end)
{
    static const struct str visits[] = {WORD("考察"), WORD("交流"), WORD("参观"), WORD("取经"),
                                        WORD("学习"), WORD("观摩"), WORD("打听"), WORD("洽谈"),
                                        WORD("采购"), WORD("拜师"), WORD("参赛"), WORD("进货"),
                                        WORD("订货"), WORD("收购"), WORD("拉货"), WORD("批发")};
    static const struct str comings[] = {WORD("来过"), WORD("来了"), WORD("来到"), WORD("来看")};
    static const struct str here[] = {WORD("来这里"), WORD("来这儿"), WORD("来此")};
    static const struct str learnt[] = {WORD("取经"), WORD("取过经"), WORD("学艺")};
    static const struct str guests[] = {WORD("客人"),   WORD("来客"),   WORD("考察团"),
                                        WORD("考察组"), WORD("参观团"), WORD("访问团")};
    enum { CLAUSE_CHARS = 14 };
    struct str rest = clause_rest(text, end, CLAUSE_CHARS);
    if (wordlist_start(guests, COUNT(guests), rest)) /* 沭阳客人看轴承 */
        return true;
    size_t come = come_at(rest);
    struct str coming = come == SIZE_MAX ? STR_NONE : str_slice(rest, come, rest.len);
    size_t of = str_find(rest, STR("的"), 0);
    if (of < come && wordlist_start(here, COUNT(here), coming)) /* 岷县、漳县的药农都来这里 */
        return true;
    bool came = wordlist_held(visits, COUNT(visits), coming) > 0 ||
                (people_of(rest) && wordlist_start(comings, COUNT(comings), coming));
    return came || wordlist_held(learnt, COUNT(learnt), rest) > 0;
}

bool tells_helpers(struct str text, size_t end)
{
    static const struct str helpers[] = {WORD("专家"),   WORD("医疗"),   WORD("医生"),
                                         WORD("教师"),   WORD("志愿者"), WORD("支教"),
                                         WORD("代表团"), WORD("艺术团"), WORD("文艺")};
    enum { CLAUSE_CHARS = 14 };
    struct str rest = clause_rest(text, end, CLAUSE_CHARS);
    return wordlist_start(helpers, COUNT(helpers), rest) && come_at(rest) != SIZE_MAX;
}

/* 从保定阜平来, 从浙江绍兴柯桥传来; not 从岚县来看. */
static bool is_left(struct str text, size_t at, size_t end)
{
    static const struct str views[] = {WORD("来看"), WORD("来说"), WORD("来讲")};
    static const struct str leaves[] = {WORD("毕业"), WORD("搬到"), WORD("搬出"), WORD("搬进"),
                                        WORD("搬迁"), WORD("迁到"), WORD("迁入"), WORD("移民")};
    enum { BEFORE_BYTES = 18, CLAUSE_CHARS = 7 };
    struct str lead = str_slice(text, at > BEFORE_BYTES ? at - BEFORE_BYTES : 0, at);
    struct str rest = clause_rest(text, end, CLAUSE_CHARS);
    size_t from = str_find(lead, STR("从"), 0), come = come_at(rest);
    if (str_starts(rest, STR("回")) && !str_starts(rest, STR("回一趟"))) /* 从建水回泸西 */
        come = 0;
    for (size_t i = 0; come == SIZE_MAX && i < COUNT(leaves); i++)
        come = str_find(rest, leaves[i], 0);
    struct str since = str_slice(lead, from, lead.len);
    return from != SIZE_MAX && come != SIZE_MAX && !str_has(since, STR("，")) &&
           !str_has(since, STR("。")) &&
           !wordlist_start(views, COUNT(views), str_slice(text, end + come, text.len));
}

/* The clause before AT, its last CHARS characters at most. */
static struct str clause_tail(struct str text, size_t at, size_t chars)
{
    size_t from = at;
    for (struct utf8 c = utf8_before(text, from); c.len && chars-- && !ends_clause(c.code);
         c = utf8_before(text, from))
        from = c.at;
    return str_slice(text, from, at);
}

/* 是岚县, 系江西省兴国县, ，山东省郓城县: whether what somebody is ends LEAD, by the wider places
   of the name that stands after it; SAID: it must be said that he is. */
static bool follows_being(struct str lead, bool said)
{
    static const struct str being[] = {WORD("是"), WORD("系")};
    static const struct str wider[] = {WORD("省"), WORD("自治区"), WORD("市"), WORD("地区"),
                                       WORD("州")};
    enum { WIDER_CHARS = 18 };
    struct str clause = clause_tail(lead, lead.len, WIDER_CHARS);
    return wordlist_end(being, COUNT(being), clause) ||
           (wordlist_end(wider, COUNT(wider), clause) &&
            (wordlist_held(being, COUNT(being), clause) > 0 ||
             (!said && utf8_count(clause) < WIDER_CHARS / 2)));
}

bool tells_native(struct str text, size_t at, size_t end)
{
    static const struct str persons[] = {WORD("位"), WORD("名"), WORD("个")};
    static const struct str strangers[] = {WORD("的姑娘"), WORD("的小伙"), WORD("的老乡"),
                                           WORD("的老板"), WORD("的朋友"), WORD("的网友"),
                                           WORD("的游客"), WORD("的顾客"), WORD("的同学"),
                                           WORD("媳妇"),   WORD("女婿")};
    static const struct str selves[] = {WORD("我是"), WORD("我系"), WORD("我们是")};
    struct str person = STR("人"), of = STR("的"); /* 媳妇是岚县的， */
    struct str rest = str_slice(text, end, text.len), lead = str_slice(text, 0, at);
    if (wordlist_end(persons, COUNT(persons), lead) &&
        wordlist_start(strangers, COUNT(strangers), rest))
        return true;
    if (str_starts(rest, of) && wordlist_end(selves, COUNT(selves), lead))
        return true;
    if (str_starts(rest, of)) {
        struct utf8 next = utf8_at(rest, of.len);
        return (!next.len || (ends_clause(next.code) && next.code != U'“')) &&
               follows_being(lead, true);
    }
    return str_starts(rest, person) && !utf8_is_han(utf8_at(rest, person.len).code) &&
           follows_being(lead, false);
}

/* 丈夫在绥德跑车: where somebody of a family is. */
static bool is_of_family(struct str text, size_t at)
{
    static const struct str kin[] = {WORD("丈夫"), WORD("妻子"), WORD("儿子"), WORD("女儿"),
                                     WORD("孩子"), WORD("老伴"), WORD("爱人"), WORD("哥哥"),
                                     WORD("弟弟"), WORD("姐姐"), WORD("妹妹"), WORD("儿媳"),
                                     WORD("女婿"), WORD("儿女"), WORD("孙子"), WORD("孙女")};
    struct str in = STR("在"), lead = str_slice(text, 0, at);
    return str_ends(lead, in) &&
           wordlist_end(kin, COUNT(kin), str_slice(lead, 0, lead.len - in.len));
}

/* 去溧水读高中, 到岚县当兵: where somebody once went to. */
static bool is_gone_to(struct str text, size_t at, size_t end)
{
    static const struct str to[] = {WORD("去"), WORD("到")};
    static const struct str reasons[] = {WORD("读"),   WORD("念"),   WORD("上学"), WORD("上大学"),
                                         WORD("求学"), WORD("当兵"), WORD("做工"), WORD("学艺"),
                                         WORD("探亲"), WORD("看舅"), WORD("看姑"), WORD("看姨")};
    return wordlist_end(to, COUNT(to), str_slice(text, 0, at)) &&
           wordlist_start(reasons, COUNT(reasons), str_slice(text, end, text.len));
}

/* 来自岚县农业局的消息: what is told tells of where it is from. */
static bool is_reported(struct str text, size_t at, size_t end)
{
    static const struct str reports[] = {WORD("的消息"), WORD("的统计"), WORD("的数据"),
                                         WORD("的信息"), WORD("的喜讯"), WORD("的报告")};
    enum { CLAUSE_CHARS = 14 };
    return str_ends(str_slice(text, 0, at), STR("来自")) &&
           wordlist_held(reports, COUNT(reports), clause_rest(text, end, CLAUSE_CHARS)) > 0;
}

/* 赴岚县调研: what an official does there is the scene. */
static bool is_visited(struct str text, size_t end)
{
    static const struct str visits[] = {WORD("调研"), WORD("督导"), WORD("检查"), WORD("视察"),
                                        WORD("慰问"), WORD("走访"), WORD("指导"), WORD("督查")};
    return wordlist_start(visits, COUNT(visits), str_slice(text, end, text.len));
}

/* 沿河至榕江高速公路: a road, by one of its ends. */
static bool is_of_road(struct str text, size_t at, size_t end)
{
    static const struct str roads[] = {WORD("高速"), WORD("铁路"), WORD("公路"), WORD("高铁")};
    static const struct str to[] = {WORD("至"), WORD("到")};
    enum { ROAD_CHARS = 8 };
    struct str rest = str_slice(text, end, text.len), ahead = utf8_head(rest, ROAD_CHARS);
    bool joined =
        wordlist_start(to, COUNT(to), rest) || wordlist_end(to, COUNT(to), str_slice(text, 0, at));
    return joined && wordlist_held(roads, COUNT(roads), ahead) > 0;
}

/* 从绥宁县城到武冈可节省四十分钟: a way, by its far end; not 从北京到岚县挂职的小王每天走五公里. */
static bool is_far_end(struct str text, size_t at, size_t end)
{
    static const struct str spans[] = {WORD("分钟"), WORD("小时"), WORD("公里"), WORD("里路")};
    static const struct str to[] = {WORD("到"), WORD("至")};
    static const struct str takes[] = {WORD("可"), WORD("只"),   WORD("仅"),   WORD("需"),
                                       WORD("要"), WORD("全长"), WORD("有"),   WORD("约"),
                                       WORD("的"), WORD("才"),   WORD("不到"), WORD("路"),
                                       WORD("由"), WORD("从"),   WORD("缩")};
    enum { WAY_CHARS = 14 };
    struct str rest = clause_rest(text, end, WAY_CHARS);
    return wordlist_end(to, COUNT(to), str_slice(text, 0, at)) &&
           str_has(clause_tail(text, at, WAY_CHARS), STR("从")) &&
           (utf8_is_digit(utf8_first(rest).code) ||
            holds_char(STR("一两几半二三四五六七八九十百"), rest, utf8_first(rest)) ||
            wordlist_start(takes, COUNT(takes), rest)) &&
           wordlist_held(spans, COUNT(spans), rest) > 0;
}

/* 全市造林现场会在离石召开, 盟委、行署在锡林浩特召开, 全国粮食会议在北京举行: where those of a
   wider place met. What people come to see, a fair, a contest, is its host's. */
static bool is_venue(struct str text, size_t at, size_t end)
{
    static const struct str meets[] = {WORD("召开"), WORD("举行")};
    static const struct str meetings[] = {WORD("会在"), WORD("会议在")};
    static const struct str wide[] = {WORD("全省"), WORD("全市"), WORD("全州"), WORD("全盟")};
    static const struct str hosts[] = {WORD("省委"), WORD("地委"), WORD("盟委"),   WORD("州委"),
                                       WORD("行署"), WORD("市委"), WORD("市政府"), WORD("州政府")};
    enum { CLAUSE_CHARS = 20 };
    struct str lead = str_slice(text, 0, at);
    if (!wordlist_start(meets, COUNT(meets), str_slice(text, end, text.len)) ||
        !str_ends(lead, STR("在")))
        return false;
    struct str clause = clause_tail(text, at, CLAUSE_CHARS);
    if (wordlist_held(hosts, COUNT(hosts), clause) > 0)
        return true;
    bool national =
        str_has(clause, STR("全国")) && str_starts(str_slice(text, at, end), STR("北京"));
    return wordlist_end(meetings, COUNT(meetings), lead) &&
           (national || wordlist_held(wide, COUNT(wide), clause) > 0);
}

/* 颍上县的客商 at [AT, END), 颍上县的商贩来收猪, who are from there; but not 来颍上县的客商, nor
   those who only sell. */
static bool trades_elsewhere(struct str text, size_t at, size_t end)
{
    static const struct str traders[] = {WORD("的买主"), WORD("的商贩")};
    static const struct str there[] = {WORD("来"), WORD("到"), WORD("在"),  WORD("赴"),
                                       WORD("驻"), WORD("对"), WORD("投资")};
    static const struct str dealings[] = {WORD("来"), WORD("收"), WORD("买"), WORD("运"),
                                          WORD("订")};
    enum { CLAUSE_CHARS = 14 };
    struct str rest = clause_rest(text, end, CLAUSE_CHARS);
    return (str_starts(rest, STR("的客商")) || /* from elsewhere by the word */
            (wordlist_start(traders, COUNT(traders), rest) &&
             wordlist_held(dealings, COUNT(dealings), rest) > 0)) &&
           !wordlist_end(there, COUNT(there), str_slice(text, 0, at));
}

/* 客商 right after END, or after the list that goes on there: 河北安国、安徽亳州来的. */
static bool is_followed(struct str text, size_t end)
{
    enum { LISTED = 4, NAME_CHARS = 6 }; /* names; characters of one */
    struct utf8 c = utf8_at(text, end);
    for (size_t names = 0, chars = 0; names < LISTED && c.len; chars++) {
        bool joint = c.code == 0x3001; /* 、 */
        if (wordlist_start(after, COUNT(after), str_slice(text, c.at, text.len)))
            return true;
        if ((names == 0 && !joint) || chars > NAME_CHARS || (!joint && !utf8_is_han(c.code)))
            return false;
        names += joint;
        chars = joint ? 0 : chars;
        c = utf8_next(text, c);
    }
    return false;
}

/* How many bytes after END a product's name ends that begins within PRODUCT_CHARS; 0: none does. */
static size_t product_len(struct str text, size_t end)
{
    static const struct str products[] = {
        WORD("豆腐"), WORD("米线"), WORD("火腿"), WORD("腊肉"), WORD("剪纸"),   WORD("草编"),
        WORD("年画"), WORD("刺绣"), WORD("陈醋"), WORD("老醋"), WORD("白酒"),   WORD("黄酒"),
        WORD("茶叶"), WORD("大枣"), WORD("红枣"), WORD("雪梨"), WORD("香梨"),   WORD("脐橙"),
        WORD("蜜桔"), WORD("板栗"), WORD("核桃"), WORD("小米"), WORD("香米"),   WORD("大米"),
        WORD("粉条"), WORD("挂面"), WORD("烧饼"), WORD("乳饼"), WORD("滩羊"),   WORD("黑猪"),
        WORD("大葱"), WORD("大蒜"), WORD("生姜"), WORD("苹果"), WORD("木耳"),   WORD("香菇"),
        WORD("石榴"), WORD("葡萄"), WORD("樱桃"), WORD("枇杷"), WORD("柚"),     WORD("橘"),
        WORD("西瓜"), WORD("花生"), WORD("辣椒"), WORD("烤鸭"), WORD("烧鸡"),   WORD("饵块"),
        WORD("包子"), WORD("羊肉"), WORD("牛肉"), WORD("鸭"),   WORD("醋"),     WORD("羊汤"),
        WORD("拉面"), WORD("烩面"), WORD("板面"), WORD("米粉"), WORD("螺蛳粉"), WORD("小吃"),
        WORD("凉粉"), WORD("锅盔"), WORD("馄饨"), WORD("麻花"), WORD("月饼"),   WORD("豆干"),
        WORD("米酒"), WORD("蜜桃"), WORD("草莓"), WORD("火锅"), WORD("汉服"),
    };
    enum { PRODUCT_CHARS = 4 };
    size_t of = str_starts(str_slice(text, end, text.len), STR("的")) ? STR("的").len : 0;
    struct str ahead = utf8_head(str_slice(text, end + of, text.len), PRODUCT_CHARS);
    for (struct utf8 c = utf8_first(ahead); c.len && utf8_is_han(c.code); c = utf8_next(ahead, c)) {
        const struct str *product =
            wordlist_start(products, COUNT(products), str_slice(ahead, c.at, ahead.len));
        if (product)
            return of + c.at + product->len;
    }
    return 0;
}

bool names_product(struct str text, size_t end)
{
    return product_len(text, end) > 0;
}

bool names_shop(struct str text, size_t end)
{
    static const struct str kinds[] = {WORD("老"), WORD("新"),   WORD("小"),
                                       WORD("总"), WORD("专卖"), WORD("加盟")};
    static const struct str shops[] = {WORD("店"), WORD("馆"), WORD("铺"), WORD("摊"), WORD("坊")};
    size_t len = product_len(text, end);
    struct str rest = str_slice(text, end + len, text.len);
    const struct str *kind = wordlist_start(kinds, COUNT(kinds), rest);
    return len &&
           wordlist_start(shops, COUNT(shops), str_slice(rest, kind ? kind->len : 0, rest.len));
}

bool follows_product(struct str text, size_t at)
{
    enum { ITEM_CHARS = 8 };
    struct str joint = STR("、");
    size_t end = at - joint.len;
    if (!str_ends(str_slice(text, 0, at), joint))
        return false;
    struct utf8 c = utf8_before(text, end);
    for (size_t chars = 0; c.len && chars < ITEM_CHARS && utf8_is_han(c.code); chars++) {
        size_t len = product_len(text, c.at);
        if (len && c.at + len == end)
            return true;
        c = utf8_before(text, c.at);
    }
    return false;
}

/* 从安徽省金寨县引进油茶苗, 请黄梅县的戏班, 是新昌县一家工厂造的: where what the story has was got.
 */
static bool is_supplier(struct str text, size_t at, size_t end)
{
    static const struct str got[] = {WORD("引进"), WORD("引种"), WORD("购进"), WORD("购回"),
                                     WORD("买来"), WORD("买回"), WORD("请来"), WORD("运来"),
                                     WORD("调来"), WORD("学来")};
    static const struct str made[] = {WORD("造的"), WORD("生产的")};
    static const struct str players[] = {WORD("戏班"), WORD("剧团"), WORD("师傅"),
                                         WORD("专家"), WORD("教授"), WORD("技术员")};
    enum { CLAUSE_CHARS = 12, PLAYERS_CHARS = 6 };
    struct str lead = clause_tail(text, at, CLAUSE_CHARS);
    struct str rest = clause_rest(text, end, CLAUSE_CHARS);
    return (str_has(lead, STR("从")) && wordlist_held(got, COUNT(got), rest) > 0) ||
           (str_starts(rest, STR("一家")) && wordlist_held(made, COUNT(made), rest) > 0) ||
           (str_has(lead, STR("请")) && str_starts(rest, STR("的")) &&
            wordlist_held(players, COUNT(players), clause_rest(text, end, PLAYERS_CHARS)) > 0);
}

/* “单县羊汤”: the name of a shop or dish, wherever that is. */
static bool is_in_brand(struct str text, size_t at, size_t end)
{
    enum { BRAND_CHARS = 5 };
    struct str rest = clause_rest(text, end, BRAND_CHARS);
    return str_ends(str_slice(text, 0, at), STR("“")) && names_product(rest, 0) &&
           str_starts(str_slice(text, end + rest.len, text.len), STR("”"));
}

double passing_cue(struct cue_walk *walk, struct str text, size_t at, size_t end)
{
    static const double cued = 0.25;
    bool says =
        (is_cued(walk, text, at) && !is_visited(text, end) && !is_reported(text, at, end)) ||
        is_followed(text, end) || trades_elsewhere(text, at, end) || is_negated(text, at) ||
        tells_visitors(text, end) || is_of_family(text, at) || is_gone_to(text, at, end) ||
        is_left(text, at, end) || tells_native(text, at, end) || is_far_end(text, at, end) ||
        is_of_road(text, at, end) || is_venue(text, at, end) || is_supplier(text, at, end) ||
        is_in_brand(text, at, end);
    return says ? cued : 1;
}
