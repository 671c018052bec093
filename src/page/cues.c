/* SPDX-License-Identifier: MIT */
#include "page/cues.h"

#include "page/chars.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define NOTICE_MAX_CHARS 30 /* of a jump notice that names the story */
#define HEAD_BYTES 120      /* where a report's start ends at the latest */
#define HEAD_CHARS 60       /* of a long text that cues are looked for in */
#define DATELINE_MAX_CHARS 30

/* Cuts NEEDLE, which may stand after blanks, from the start of *S. */
static bool cut(struct str *s, struct str needle)
{
    struct str trimmed = utf8_trim(*s);
    if (!str_starts(trimmed, needle))
        return false;
    *s = utf8_trim(str_slice(trimmed, needle.len, trimmed.len));
    return true;
}

static bool cut_any(struct str *s, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cut(s, words[i]))
            return true;
    return false;
}

static bool is_numeral(struct str letter)
{
    return utf8_is_digit(utf8_first(letter).code) ||
           str_has(STR("〇零一二三四五六七八九十"), letter);
}

/* Cuts digits or Chinese numerals; false where there are none. */
static bool cut_number(struct str *s)
{
    struct utf8 c = utf8_first(*s);
    while (c.len && is_numeral(str_slice(*s, c.at, c.at + c.len)))
        c = utf8_next(*s, c);
    if (!c.at)
        return false;
    *s = str_slice(*s, c.at, s->len);
    return true;
}

/* The start of TEXT, as far as cues go, in Simplified characters. */
static struct str fold_head(struct folded *room, struct str text)
{
    return text_fold(room, text.len > FOLDED_MAX ? utf8_head(text, HEAD_CHARS) : text);
}

/* ---- jump notices */

static const struct str jump_to[] = {WORD("紧转"), WORD("下转"), WORD("转第"), WORD("转入")};
static const struct str jump_from[] = {WORD("紧接"), WORD("上接"), WORD("接第")};
static const struct str brackets_open[] = {WORD("（"), WORD("("), WORD("【"), WORD("["),
                                           WORD("〔")};
static const struct str brackets_close[] = {WORD("）"), WORD(")"), WORD("】"), WORD("]"),
                                            WORD("〕")};

/* Cuts a jump notice from the start of *S, with its brackets. */
static enum jump cut_jump(struct str *s)
{
    struct str rest = *s;
    bool enclosed = cut_any(&rest, brackets_open, COUNT(brackets_open));
    enum jump jump = cut_any(&rest, jump_to, COUNT(jump_to))       ? JUMP_TO
                     : cut_any(&rest, jump_from, COUNT(jump_from)) ? JUMP_FROM
                                                                   : JUMP_NONE;
    if (!jump)
        return JUMP_NONE;
    cut(&rest, STR("第"));
    static const struct str sheets[] = {WORD("A"), WORD("B"), WORD("C"), WORD("D")};
    cut_any(&rest, sheets, COUNT(sheets));
    if (!cut_number(&rest) || !cut(&rest, STR("版")))
        return JUMP_NONE;
    if (enclosed && !cut_any(&rest, brackets_close, COUNT(brackets_close)))
        return JUMP_NONE;
    *s = rest;
    return jump;
}

enum jump jump_line(struct str text)
{
    if (text.len > NOTICE_MAX_CHARS * 4)
        return JUMP_NONE;
    struct folded room;
    text = text_fold(&room, text);
    enum jump jump = cut_jump(&text);
    static const struct str titles[] = {WORD("《"), WORD("〈"), WORD("“"), WORD("「")};
    bool may_follow = (jump == JUMP_TO || wordlist_start(titles, COUNT(titles), text)) &&
                      !ends_sentence(text) && utf8_count(text) <= NOTICE_MAX_CHARS;
    return !text.len || may_follow ? jump : JUMP_NONE;
}

bool jumps_away(struct str text)
{
    struct folded room;
    struct str tail = str_slice(text, text.len > 48 ? text.len - 48 : 0, text.len);
    tail = text_fold(&room, tail);
    for (size_t i = 0; i < COUNT(jump_to); i++) {
        size_t at = str_find(tail, jump_to[i], 0);
        if (at == SIZE_MAX)
            continue;
        struct utf8 before = utf8_before(tail, at);
        bool enclosed = before.len && is_opening(before.code);
        struct str notice = str_slice(tail, enclosed ? before.at : at, tail.len);
        if (cut_jump(&notice) == JUMP_TO && !notice.len)
            return true;
    }
    return false;
}

bool jumps_in(struct str text)
{
    struct folded room;
    text = fold_head(&room, text);
    return cut_jump(&text) == JUMP_FROM;
}

/* ---- pictures */

bool is_placeholder(struct str line)
{
    static const struct str whole[] = {
        WORD("资料图片"),     WORD("资料图"),       WORD("资料照片"),     WORD("图片资料"),
        WORD("本报资料图片"), WORD("本报资料照片"), WORD("网络图片"),     WORD("图片"),
        WORD("配图"),         WORD("插图"),         WORD("题图"),         WORD("示意图"),
        WORD("效果图"),       WORD("图片来自网络"), WORD("图片来源网络"), WORD("档案图片"),
    };
    static const struct str starts[] = {WORD("图片由"), WORD("本版图片由"), WORD("本版图片均由"),
                                        WORD("照片由"), WORD("本版照片由")};
    struct folded room;
    line = fold_head(&room, line);
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    if (is_opening(first.code) && is_closing(last.code))
        line = utf8_trim(str_slice(line, first.len, last.at));
    if (wordlist_find(whole, COUNT(whole), line))
        return true;
    return wordlist_start(starts, COUNT(starts), line) && str_ends(line, STR("提供")) &&
           utf8_count(line) <= NOTICE_MAX_CHARS;
}

bool starts_caption(struct str text)
{
    static const struct str starts[] = {
        WORD("图为"),   WORD("上图为"), WORD("下图为"), WORD("左图为"), WORD("右图为"),
        WORD("上图："), WORD("下图："), WORD("左图："), WORD("右图："), WORD("上图:"),
        WORD("下图:"),  WORD("左图:"),  WORD("右图:"),  WORD("中图："), WORD("中图为"),
        WORD("图①"),    WORD("图②"),    WORD("图③"),    WORD("图一"),   WORD("图二"),
        WORD("图1"),    WORD("图2"),    WORD("▲"),      WORD("▼"),      WORD("◀"),
        WORD("▶"),      WORD("←"),      WORD("→"),      WORD("↑"),      WORD("↓"),
    };
    struct folded room;
    return wordlist_start(starts, COUNT(starts), fold_head(&room, text));
}

bool names_artwork(struct str line)
{
    static const struct str arts[] = {
        WORD("（摄影）"), WORD("（国画）"), WORD("（中国画）"), WORD("（油画）"), WORD("（书法）"),
        WORD("（剪纸）"), WORD("（篆刻）"), WORD("（版画）"),   WORD("（水彩）"), WORD("（速写）"),
        WORD("（漫画）"), WORD("（素描）"), WORD("(摄影)"),     WORD("(国画)"),   WORD("(书法)"),
    };
    struct folded room;
    return line.len <= NOTICE_MAX_CHARS * 4 && !ends_sentence(line) &&
           wordlist_held(arts, COUNT(arts), fold_head(&room, line)) > 0;
}

/* ---- starts */

/* 本报讯, 本报岚县讯, 县报讯 … up to 讯 or 电, near the text's start. */
static bool has_report_mark(struct str head)
{
    static const struct str papers[] = {WORD("本报"),   WORD("本刊"),   WORD("本网"),
                                        WORD("本台"),   WORD("新华社"), WORD("中新社"),
                                        WORD("人民网"), WORD("新华网")};
    static const struct str ends[] = {WORD("讯"), WORD("电"), WORD("消息")};
    static const struct str stops[] = {WORD("。"), WORD("，"), WORD(","),    WORD("、"),
                                       WORD("“"),  WORD("《"), WORD("记者"), WORD("讯员")};
    if (!wordlist_start(papers, COUNT(papers), head))
        return false;
    for (struct utf8 c = utf8_first(head); c.len; c = utf8_next(head, c)) {
        struct str rest = str_slice(head, c.at, head.len);
        if (wordlist_start(stops, COUNT(stops), rest))
            return false;
        if (wordlist_start(ends, COUNT(ends), rest))
            return true;
    }
    return false;
}

/* 吕梁日报讯（, 县融媒体中心讯 : a paper's own name and 讯, then a bracket or a blank. */
static bool has_named_report_mark(struct str head)
{
    size_t at = str_find(head, STR("讯"), 0);
    if (at == SIZE_MAX || at > 30)
        return false;
    struct str name = str_slice(head, 0, at);
    static const struct str ends[] = {WORD("报"),   WORD("网"),   WORD("台"),
                                      WORD("媒体"), WORD("中心"), WORD("社")};
    uint32_t after = utf8_at(head, at + 3).code;
    return wordlist_end(ends, COUNT(ends), name) && (utf8_is_blank(after) || opens_bracket(after));
}

/* 通道讯（通讯员 甲）: where the report is from, and who sent it. */
static bool has_placed_report_mark(struct str head)
{
    static const struct str senders[] = {WORD("记者"), WORD("通讯员"), WORD("特约通讯员"),
                                         WORD("本报记者")};
    enum { PLACE_CHARS = 6 };
    size_t at = str_find(head, STR("讯"), 0);
    if (at == SIZE_MAX || utf8_count(str_slice(head, 0, at)) > PLACE_CHARS ||
        utf8_count(str_slice(head, 0, at)) < 2)
        return false;
    for (struct utf8 c = utf8_first(head); c.at < at; c = utf8_next(head, c))
        if (!utf8_is_han(c.code))
            return false;
    struct str rest = utf8_trim(str_slice(head, at + STR("讯").len, head.len));
    struct utf8 bracket = utf8_first(rest);
    rest = utf8_trim(str_slice(rest, bracket.len, rest.len));
    return opens_bracket(bracket.code) && wordlist_start(senders, COUNT(senders), rest);
}

bool starts_report(struct str text)
{
    struct folded room;
    struct str head = text_fold(&room, str_slice(text, 0, HEAD_BYTES));
    struct utf8 first = utf8_first(head);
    if (first.code == 0x3010 || first.code == 0x25a0 || first.code == 0x25a1 ||
        first.code == 0x25cf)
        head = utf8_trim(str_slice(head, first.len, head.len));
    cut(&head, STR("据")); /* folded: 據 too */
    return has_report_mark(head) || has_named_report_mark(head) || has_placed_report_mark(head);
}

bool is_dateline(struct str line)
{
    struct folded room;
    line = fold_head(&room, line);
    return utf8_count(line) <= DATELINE_MAX_CHARS && starts_report(line) &&
           (str_ends(line, STR("讯")) || str_ends(line, STR("电")));
}

bool starts_like_lead(struct str text)
{
    static const struct str starts[] = {
        WORD("近日"),     WORD("日前"),     WORD("连日来"), WORD("近年来"),   WORD("今年以来"),
        WORD("今年"),     WORD("近期"),     WORD("最近"),   WORD("昨日"),     WORD("昨天"),
        WORD("今日"),     WORD("当前"),     WORD("眼下"),   WORD("入冬以来"), WORD("入夏以来"),
        WORD("入秋以来"), WORD("入春以来"), WORD("时下"),   WORD("为"),       WORD("金秋"),
        WORD("初夏"),     WORD("盛夏"),     WORD("初秋"),   WORD("深秋"),     WORD("隆冬"),
        WORD("初冬"),     WORD("阳春"),     WORD("春节"),   WORD("走进"),     WORD("随着"),
    };
    struct folded room;
    struct str rest = fold_head(&room, text);
    if (wordlist_start(starts, COUNT(starts), rest))
        return true;
    return cut_number(&rest) && (cut(&rest, STR("月")) || cut(&rest, STR("日")));
}

bool starts_like_sequel(struct str text)
{
    static const struct str starts[] = {
        WORD("同时"),   WORD("此外"),   WORD("另外"),     WORD("另据"),   WORD("其次"),
        WORD("再次"),   WORD("最后"),   WORD("其中"),     WORD("而且"),   WORD("但"),
        WORD("可是"),   WORD("然而"),   WORD("因此"),     WORD("为此"),   WORD("对此"),
        WORD("于是"),   WORD("随后"),   WORD("接着"),     WORD("接下来"), WORD("下一步"),
        WORD("据了解"), WORD("据介绍"), WORD("据悉"),     WORD("截至"),   WORD("如今"),
        WORD("现在"),   WORD("后来"),   WORD("活动中"),   WORD("会上"),   WORD("会议"),
        WORD("该"),     WORD("此次"),   WORD("这次"),     WORD("这"),     WORD("那"),
        WORD("他"),     WORD("她"),     WORD("它"),       WORD("我们"),   WORD("目前"),
        WORD("当天"),   WORD("当日"),   WORD("首先"),     WORD("一方面"), WORD("另一方面"),
        WORD("不仅"),   WORD("除此"),   WORD("与此同时"), WORD("除了"),   WORD("正是"),
        WORD("说起"),   WORD("谈起"),   WORD("提起"),     WORD("一是"),   WORD("二是"),
        WORD("三是"),   WORD("四是"),   WORD("五是"),
    };
    return wordlist_start(starts, COUNT(starts), text);
}

bool is_subtitle(struct str line)
{
    struct utf8 c = utf8_first(line);
    size_t dashes = 0;
    for (; c.len && is_dash(c.code); c = utf8_next(line, c))
        dashes++;
    return dashes > 0 && c.len && !ends_sentence(line) && utf8_count(line) <= 60;
}

bool is_numbered(struct str line)
{
    struct str rest = line;
    static const struct str after[] = {WORD("、"), WORD("."), WORD("．"),
                                       WORD("）"), WORD(")"), WORD("是")};
    bool enclosed = cut(&rest, STR("（")) || cut(&rest, STR("("));
    if (enclosed)
        return cut_number(&rest) && (cut(&rest, STR("）")) || cut(&rest, STR(")")));
    if (str_starts(rest, STR("第")))
        rest = str_slice(rest, 3, rest.len);
    uint32_t first = utf8_first(rest).code;
    if (is_circled(first))
        return true;
    return cut_number(&rest) && cut_any(&rest, after, COUNT(after));
}
