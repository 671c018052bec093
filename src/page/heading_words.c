/* SPDX-License-Identifier: MIT */
#include "page/heading_words.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define COLUMN_NAME 10 /* letters of a column's name, at most */

bool ends_open(struct str text)
{
    static const struct str ends[] = {
        WORD("将"), WORD("着"), WORD("的"),   WORD("在"),   WORD("和"), WORD("与"), WORD("及"),
        WORD("为"), WORD("让"), WORD("把"),   WORD("被"),   WORD("向"), WORD("对"), WORD("从"),
        WORD("以"), WORD("是"), WORD("给"),   WORD("使"),   WORD("由"), WORD("于"), WORD("并"),
        WORD("或"), WORD("暨"), WORD("贯彻"), WORD("关于"), WORD("《"), WORD("、"), WORD("·"),
    };
    return wordlist_end(ends, COUNT(ends), text);
}

bool starts_open(struct str text)
{
    static const struct str starts[] = {WORD("的"), WORD("了"), WORD("着"), WORD("等"),
                                        WORD("和"), WORD("与"), WORD("及"), WORD("之")};
    return wordlist_start(starts, COUNT(starts), text) || may_not_start(utf8_first(text).code);
}

bool starts_deed(struct str text)
{
    static const struct str starts[] = {
        WORD("助力"), WORD("助推"), WORD("推动"), WORD("促进"), WORD("带动"), WORD("激活"),
        WORD("托起"), WORD("撑起"), WORD("擦亮"), WORD("绘就"), WORD("谱写"), WORD("奏响"),
        WORD("走出"), WORD("走上"), WORD("打造"), WORD("赋能"), WORD("筑牢"), WORD("守护"),
        WORD("夯实"), WORD("跑出"), WORD("点亮"), WORD("铺就"), WORD("唱响"), WORD("开启"),
        WORD("迈向"), WORD("引领"), WORD("书写"), WORD("打通"), WORD("织密"), WORD("构筑"),
    };
    return wordlist_start(starts, COUNT(starts), text);
}

bool starts_place(struct str text)
{
    static const struct str places[] = {WORD("县"), WORD("市"), WORD("区"),
                                        WORD("镇"), WORD("乡"), WORD("村")};
    return wordlist_held(places, COUNT(places), utf8_head(text, 5)) > 0;
}

bool names_doer(struct str text)
{
    static const struct str starts[] = {WORD("我县"), WORD("我市"), WORD("我区"), WORD("我镇"),
                                        WORD("全县"), WORD("全市"), WORD("全区"), WORD("全省")};
    return wordlist_start(starts, COUNT(starts), text) || starts_place(text);
}

bool tells_deed(struct str text)
{
    static const struct str words[] = {
        WORD("召开"), WORD("举行"), WORD("举办"), WORD("启动"), WORD("展开"), WORD("开展"),
        WORD("推进"), WORD("推动"), WORD("实施"), WORD("印发"), WORD("表彰"), WORD("工作"),
        WORD("会议"), WORD("在望"), WORD("纪实"), WORD("侧记"), WORD("综述"),
    };
    return wordlist_held(words, COUNT(words), text) > 0;
}

bool names_column(struct str text)
{
    static const struct str ends[] = {
        WORD("人物"), WORD("故事"), WORD("素描"), WORD("速写"),   WORD("特写"),     WORD("访谈"),
        WORD("对话"), WORD("问答"), WORD("我答"), WORD("调查"),   WORD("观察"),     WORD("聚焦"),
        WORD("关注"), WORD("阅读"), WORD("链接"), WORD("报道"),   WORD("走基层"),   WORD("下乡记"),
        WORD("一线"), WORD("视点"), WORD("风采"), WORD("进行时"), WORD("一线见闻"), WORD("”说"),
        WORD("时评"), WORD("评论"), WORD("快评"), WORD("短评"),   WORD("述评"),     WORD("论坛"),
        WORD("杂谈"), WORD("漫谈"), WORD("夜话"), WORD("来信"),   WORD("信箱"),     WORD("热线"),
        WORD("之声"), WORD("专栏"), WORD("连载"), WORD("提醒"),   WORD("提示"),     WORD("科普"),
        WORD("讲堂"), WORD("课堂"), WORD("史话"), WORD("掌故"),   WORD("简讯"),     WORD("短波"),
        WORD("速递"), WORD("播报"), WORD("集锦"), WORD("剪影"),   WORD("掠影"),     WORD("风景线"),
    };
    struct utf8 first = utf8_first(text), last = utf8_last(text);
    bool enclosed = (first.code == 0x3010 && last.code == 0x3011) ||
                    (first.code == 0xff3b && last.code == 0xff3d) || /* 【邻县动态】 */
                    (first.code == 0x201c && last.code == 0x201d) || /* “回音壁” */
                    (first.code == 0xb7 && last.code == 0xb7) ||     /* ·灾后第一仗· */
                    (first.code == 0x3014 && last.code == 0x3015) || /* 〔沙颍河〕 */
                    (first.code == 0x3016 && last.code == 0x3017);   /* 〖蓝溪副刊〗 */
    return utf8_solid(text) <= COLUMN_NAME + (enclosed ? 2U : 0U) &&
           (enclosed || wordlist_end(ends, COUNT(ends), text) || is_circled(last.code));
}

bool names_genre(struct str text)
{
    static const struct str ends[] = {
        WORD("纪实"), WORD("侧记"), WORD("综述"), WORD("一瞥"), WORD("见闻"), WORD("扫描"),
        WORD("走笔"), WORD("纪事"), WORD("记事"), WORD("观察"), WORD("调查"), WORD("启示"),
        WORD("速写"), WORD("问答"), WORD("解读"), WORD("手记"), WORD("实践"), WORD("日记"),
    };
    return wordlist_end(ends, COUNT(ends), text);
}

bool sets_scene(struct str text)
{
    static const struct str ends[] = {WORD("之前"), WORD("之后"), WORD("时节"), WORD("之际"),
                                      WORD("前夕"), WORD("以来"), WORD("期间")};
    return wordlist_end(ends, COUNT(ends), text);
}

static const struct str sayings[] = {WORD("强调"), WORD("要求"), WORD("指出"), WORD("要求各地"),
                                     WORD("提醒"), WORD("呼吁"), WORD("号召")};

bool ends_saying(struct str text)
{
    return wordlist_end(sayings, COUNT(sayings), text);
}

bool starts_saying(struct str text)
{
    return wordlist_start(sayings, COUNT(sayings), text);
}

bool names_speaker(struct str text)
{
    enum { SPEAKER_CHARS = 8 };
    static const struct str says[] = {
        WORD("称"),   WORD("说"),   WORD("表示"), WORD("回应"), WORD("答复"), WORD("提醒"),
        WORD("要求"), WORD("强调"), WORD("指出"), WORD("建议"), WORD("判决"), WORD("呼吁"),
    };
    static const struct str others[] = {WORD("职称"), WORD("名称"), WORD("简称"), WORD("小说"),
                                        WORD("传说"), WORD("据说"), WORD("评说")};
    static const struct str people[] = {
        WORD("专家"), WORD("法官"), WORD("警方"),   WORD("民警"),     WORD("交警"),
        WORD("律师"), WORD("医生"), WORD("医师"),   WORD("老师"),     WORD("市民"),
        WORD("村民"), WORD("居民"), WORD("检察官"), WORD("有关部门"), WORD("气象台"),
    };
    struct utf8 c = utf8_first(text);
    size_t chars = 0;
    while (c.len && c.code != 0xff1a && c.code != ':' && chars++ < SPEAKER_CHARS)
        c = utf8_next(text, c);
    struct str speaker = str_slice(text, 0, c.at);
    bool says_so =
        wordlist_end(says, COUNT(says), speaker) && !wordlist_end(others, COUNT(others), speaker);
    return (c.code == 0xff1a || c.code == ':') &&
           (says_so || wordlist_find(people, COUNT(people), speaker));
}

bool ends_attending(struct str text)
{
    static const struct str ends[] = {WORD("讲话"),   WORD("出席"), WORD("主持会议"),
                                      WORD("主持"),   WORD("致辞"), WORD("出席会议"),
                                      WORD("作报告"), WORD("参加")};
    static const struct str studies[] = {WORD("学习"), WORD("贯彻"), WORD("重要讲话")};
    return wordlist_end(ends, COUNT(ends), text) &&
           wordlist_held(studies, COUNT(studies), text) == 0;
}

bool is_slogan(struct str text)
{
    static const struct str starts[] = {
        WORD("发扬"),     WORD("弘扬"),     WORD("贯彻"), WORD("传达"), WORD("坚持"), WORD("高举"),
        WORD("鼓足干劲"), WORD("学习贯彻"), WORD("响应"), WORD("践行"), WORD("掀起"), WORD("力争")};
    return wordlist_start(starts, COUNT(starts), text);
}

static bool is_numeral(uint32_t code)
{
    static const uint32_t numerals[] = U"〇一二三四五六七八九十百";
    for (size_t i = 0; numerals[i]; i++)
        if (numerals[i] == code)
            return true;
    return utf8_is_digit(code);
}

bool names_part(struct str text)
{
    static const struct str units[] = {WORD("章"), WORD("回"), WORD("节"), WORD("集")};
    static const struct str halves[] = {WORD("（上）"), WORD("（中）"), WORD("（下）")};
    if (!str_starts(text, STR("第")))
        return wordlist_find(halves, COUNT(halves), text);
    struct utf8 c = utf8_next(text, utf8_first(text));
    while (is_numeral(c.code))
        c = utf8_next(text, c);
    struct str rest = str_slice(text, c.at, text.len);
    return wordlist_start(units, COUNT(units), rest) &&
           (utf8_count(rest) == 1 || utf8_is_blank(utf8_next(text, c).code));
}

bool is_of_several(struct str title)
{
    static const struct str numerals[] = {WORD("二"), WORD("两"), WORD("三"), WORD("四"),
                                          WORD("五"), WORD("六"), WORD("七"), WORD("八"),
                                          WORD("九"), WORD("十")};
    static const struct str measures[] = {WORD("首"), WORD("则"), WORD("阕")};
    static const struct str bracketed[] = {WORD("首"), WORD("则"), WORD("章"), WORD("组诗")};
    title = utf8_trim(title);
    struct utf8 last = utf8_last(title);
    struct str before = str_slice(title, 0, last.at);
    if (closes_bracket(last.code))
        return wordlist_end(bracketed, COUNT(bracketed), before);
    return wordlist_end(measures, COUNT(measures), title) &&
           wordlist_end(numerals, COUNT(numerals), before) &&
           !str_ends(str_slice(before, 0, utf8_last(before).at), STR("第"));
}

bool signs_several(struct str above, struct str line)
{
    enum { NAME_LEAST = 2, NAME_MOST = 5 };
    struct folded room;
    struct str solid = line.len > FOLDED_MAX ? STR_NONE : without_blanks(&room, line);
    size_t han = 0;
    for (struct utf8 c = utf8_first(solid); c.len; c = utf8_next(solid, c))
        han += utf8_is_han(c.code);
    struct utf8 first = utf8_first(line);
    bool numbered = is_numeral(first.code) && utf8_is_blank(utf8_next(line, first).code);
    return is_of_several(above) && !str_has(above, STR("则")) && !numbered && han >= NAME_LEAST &&
           han <= NAME_MOST && han == utf8_count(solid) && word_level(solid) < EVERYDAY_LEVEL;
}

bool begins_with_heading(struct str text)
{
    enum { HEADING_LEAST = 6, HEADING_MOST = 24 };
    size_t chars = 0;
    struct utf8 c = utf8_first(text);
    if (is_opening(c.code)) /* （本报通讯员 整理） */
        return false;
    while (c.len && !utf8_is_blank(c.code) && !is_stop(c.code) && !is_sentence_end(c.code)) {
        chars++;
        c = utf8_next(text, c);
    }
    return utf8_is_blank(c.code) && chars >= HEADING_LEAST && chars <= HEADING_MOST;
}
