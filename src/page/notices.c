/* SPDX-License-Identifier: MIT */
#include "page/notices.h"

#include "page/attribution.h"
#include "page/authors.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture.h"
#include "page/furniture_words.h"
#include "page/salutation.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define TITLE_CHARS 26
#define LABEL_CHARS 8    /* before the colon of a form's line */
#define SIGNER_CHARS 26  /* of a line that signs */
#define BRACKET_CHARS 36 /* of a line in brackets */
#define DATE_CHARS 14
#define NOTICE_BLOCKS 16 /* of a notice, at most */

/* ---- titles and lines of forms */

bool is_notice_title(struct str line)
{
    static const struct str ends[] = {
        WORD("公告"),   WORD("启事"), WORD("声明"),     WORD("通知"),   WORD("公示"),
        WORD("通告"),   WORD("招聘"), WORD("招租"),     WORD("通知书"), WORD("预告"),
        WORD("启示"),   WORD("讣告"), WORD("更正"),     WORD("喜报"),   WORD("公开信"),
        WORD("倡议书"), WORD("布告"), WORD("天气预报"), WORD("征稿"),
    };
    struct folded room, squeezed;
    if (line.len > TITLE_CHARS * 4 || utf8_solid(line) > TITLE_CHARS)
        return false;
    struct str word = {squeezed.bytes, 0};
    line = text_fold(&room, line);
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        if ((is_stop(c.code) && c.code != 0x3001) || is_sentence_end(c.code) || c.code == 0xff1a)
            return false; /* 、 parts those whose notice it is */
        if (utf8_is_blank(c.code))
            continue;
        memcpy(squeezed.bytes + word.len, line.ptr + c.at, c.len);
        word.len += c.len;
    }
    return wordlist_end(ends, COUNT(ends), word);
}

/* 二三级, 18℃, 五度: whether a number stands before a measure of wind or heat. */
static bool is_measured(struct str line)
{
    struct utf8 last = {0};
    for (struct utf8 c = utf8_first(line); c.len; last = c, c = utf8_next(line, c))
        if (holds_char(STR("级℃度"), line, c) && last.len &&
            (utf8_is_digit(last.code) || holds_char(STR("一二三四五六七八九十"), line, last)))
            return true;
    return false;
}

bool is_forecast(struct str line)
{
    static const struct str sky[] = {WORD("晴"),   WORD("多云"), WORD("阴天"), WORD("转阴"),
                                     WORD("有雨"), WORD("阵雨"), WORD("小雨"), WORD("中雨"),
                                     WORD("小雪"), WORD("有雪"), WORD("雷雨")};
    static const struct str wind[] = {WORD("级"), WORD("微风"), WORD("风力")};
    static const struct str heat[] = {WORD("气温"), WORD("温度"), WORD("℃")};
    static const struct str time[] = {WORD("白天"),   WORD("夜间"),   WORD("今晚"),
                                      WORD("今夜"),   WORD("今天："), WORD("明天："),
                                      WORD("后天："), WORD("今日："), WORD("明日：")};
    enum { LEAST = 3, MOST_CHARS = 48 };
    return utf8_count(line) <= MOST_CHARS && is_measured(line) &&
           (wordlist_held(sky, COUNT(sky), line) > 0) +
                   (wordlist_held(wind, COUNT(wind), line) > 0) +
                   (wordlist_held(heat, COUNT(heat), line) > 0) +
                   (wordlist_held(time, COUNT(time), line) > 0) >=
               LEAST;
}

/* The label before a colon, up to LABEL_CHARS Han characters; empty: there is none. */
static struct str label_of(struct str line)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(line); c.len && chars <= LABEL_CHARS; c = utf8_next(line, c)) {
        if (c.code == ':' || c.code == 0xff1a)
            return chars ? str_slice(line, 0, c.at) : STR_NONE;
        if (!utf8_is_han(c.code))
            return STR_NONE;
        chars++;
    }
    return STR_NONE;
}

bool is_form_line(struct str line)
{
    static const struct str ends[] = {
        WORD("联系人"), WORD("负责人"), WORD("权利人"), WORD("声明人"), WORD("公告人"),
        WORD("申请人"), WORD("招标人"), WORD("委托人"), WORD("代表人"), WORD("电话"),
        WORD("地址"),   WORD("地点"),   WORD("时间"),   WORD("坐落"),   WORD("用途"),
        WORD("面积"),   WORD("单位"),   WORD("方式"),   WORD("日期"),   WORD("期限"),
        WORD("金额"),   WORD("名称"),   WORD("范围"),   WORD("条件"),   WORD("编号"),
        WORD("证号"),   WORD("价格"),   WORD("岗位"),   WORD("待遇"),   WORD("学历"),
        WORD("年龄"),   WORD("对象"),   WORD("线路"),   WORD("起拍价"), WORD("保证金"),
        WORD("邮编"),   WORD("邮箱"),   WORD("账号"),   WORD("开户行"), WORD("区域"),
    };
    struct folded room;
    if (line.len > FOLDED_MAX)
        return false;
    struct str label = label_of(text_fold(&room, line));
    return wordlist_end(ends, COUNT(ends), label);
}

/* ---- brackets */

/* What a line in brackets says; empty: it is not in brackets as a whole. */
static struct str inside_of(struct str line)
{
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    bool round = opens_bracket(first.code) && closes_bracket(last.code);
    bool square = first.code == 0x3010 && last.code == 0x3011;
    bool enclosed = (round || square) && last.at > first.at;
    if (!enclosed || line.len > BRACKET_CHARS * 4 || utf8_count(line) > BRACKET_CHARS)
        return STR_NONE;
    struct str inside = utf8_trim(str_slice(line, first.len, last.at));
    return quotes_unopened(inside) || ends_sentence(inside) ? STR_NONE : inside;
}

bool is_to_be_continued(struct str line)
{
    static const struct str words[] = {
        WORD("未完待续"), WORD("待续"), WORD("未完"),     WORD("完"),       WORD("全文完"),
        WORD("下期续完"), WORD("续完"), WORD("下期续登"), WORD("下期待续"), WORD("下期再续")};
    struct folded room;
    if (line.len > FOLDED_MAX)
        return false;
    return wordlist_find(words, COUNT(words), inside_of(text_fold(&room, line)));
}

bool tells_of_more(struct str line)
{
    static const struct str ends[] = {WORD("首"), WORD("章"), WORD("题"), WORD("篇")};
    static const char numbers[] = "二两三四五六七八九十";
    enum { MOST_CHARS = 4 };
    struct folded room;
    if (line.len > FOLDED_MAX)
        return false;
    struct str inside = inside_of(text_fold(&room, line));
    struct utf8 number = utf8_before(inside, utf8_last(inside).at);
    bool several = number.at > 0 && holds_char(str_of(numbers), inside, number); /* （诗二首） */
    return utf8_count(inside) <= MOST_CHARS && (str_starts(inside, STR("外")) || several) &&
           wordlist_end(ends, COUNT(ends), inside);
}

bool is_document_number(struct str line)
{
    enum { MOST_CHARS = 20, YEAR_DIGITS = 4 };
    struct folded room;
    if (line.len > FOLDED_MAX || utf8_count(line) > MOST_CHARS)
        return false;
    line = text_fold(&room, line);
    struct utf8 c = utf8_last(line);
    if (c.code != U'号')
        return false;
    size_t digits = 0, year = 0;
    for (c = utf8_before(line, c.at); utf8_is_digit(c.code); c = utf8_before(line, c.at))
        digits++;
    if (c.code == U'第')
        c = utf8_before(line, c.at);
    bool closed = closes_bracket(c.code) || c.code == ']' || c.code == 0x3015;
    for (c = utf8_before(line, c.at); utf8_is_digit(c.code); c = utf8_before(line, c.at))
        year++;
    bool opened = opens_bracket(c.code) || c.code == '[' || c.code == 0x3014;
    return closed && opened && digits > 0 && year == YEAR_DIGITS && c.at > 0;
}

/* ▲石桥乡建成集市。: an item of several, which was taken for a caption. */
static bool is_item(const struct block *block)
{
    return block->role == ROLE_CAPTION && is_byline_mark(utf8_first(block->text).code) &&
           ends_sentence(block->text);
}

/* Under a text a line in brackets signs, but for remarks; under a headline it is its subtitle. */
static void settle_bracket(struct blocks *blocks, size_t i)
{
    static const struct str remarks[] = {WORD("以上"), WORD("以下"), WORD("注"),  WORD("本文"),
                                         WORD("说明"), WORD("附"),   WORD("此处")};
    struct block *block = &blocks->at[i];
    struct str inside = inside_of(block->text);
    bool square = utf8_first(block->text).code == 0x3010; /* 【编者按】 heads what follows */
    enum role above = blocks->at[i - 1].role;
    bool editor = post_length(inside) > 0; /* （责任编辑 甲）: this text's */
    bool open = block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH ||
                (block->role == ROLE_FURNITURE && (editor || is_date_line(block->text)));
    if (!inside.len || (square && !editor) || !open || block->spans.len > 2)
        return;
    if (above == ROLE_HEADLINE)
        block->role = ROLE_SUBTITLE;
    else if (above == ROLE_PARAGRAPH || is_item(&blocks->at[i - 1]) ||
             (above == ROLE_CREDIT && !editor))
        block->role = wordlist_start(remarks, COUNT(remarks), inside) || is_numbered(block->text)
                          ? ROLE_PARAGRAPH
                          : ROLE_CREDIT;
}

/* ---- who signs */

static bool is_text(const struct block *block)
{
    return block->role == ROLE_PARAGRAPH || block->role == ROLE_CAPTION;
}

/* Where the first word of LINE ends. */
static size_t word_end(struct str line)
{
    struct utf8 c = utf8_first(line);
    while (c.len && !utf8_is_blank(c.code))
        c = utf8_next(line, c);
    return c.at;
}

/* A date without a weekday. */
static bool is_plain_date(struct str line)
{
    return is_date_line(line) && !str_has(line, STR("星期")) && utf8_solid(line) <= DATE_CHARS;
}

/* A date and nothing else: no weekday, no page beside it. */
static bool is_lone_date(const struct block *block)
{
    return block->spans.len == 1 && utf8_first(block->text).code != 0xff08 &&
           is_plain_date(block->text);
}

/* Bytes of the names of bodies that LINE begins with; *BODIES: how many there are. */
static size_t bodies_len(struct str line, size_t *bodies)
{
    struct str rest = line;
    *bodies = 0;
    while (rest.len && is_body_name(str_slice(rest, 0, word_end(rest)))) {
        rest = utf8_trim(str_slice(rest, word_end(rest), rest.len));
        ++*bodies;
    }
    return line.len - rest.len;
}

/* Words that can only sign. */
static bool is_signer(const struct block *block)
{
    size_t bodies, end = bodies_len(block->text, &bodies);
    struct str rest = str_slice(block->text, end, block->text.len);
    return !rest.len || (bodies == 1 && is_author_line(rest)) || is_titled_author(block->text) ||
           (is_form_line(block->text) && utf8_solid(block->text) <= SIGNER_CHARS);
}

/* Whether a block can sign a text: one short line, no sentence. */
static bool may_sign(const struct block *block)
{
    bool open = block->role == ROLE_HEADLINE || block->role == ROLE_BYLINE ||
                block->role == ROLE_CREDIT || (block->role == ROLE_PARAGRAPH && is_signer(block));
    return open && block->spans.len == 1 && utf8_solid(block->text) <= SIGNER_CHARS &&
           !ends_sentence(block->text) && !is_notice_title(block->text);
}

/* 县林业局 一九八七年五月十四日: one body or several, and the day. */
static bool signs_and_dates(struct str line)
{
    size_t bodies, end = bodies_len(line, &bodies);
    return bodies > 0 && is_plain_date(str_slice(line, end, line.len));
}

static bool is_furniture_at(const struct blocks *blocks, size_t i)
{
    return i < blocks->len && blocks->at[i].role == ROLE_FURNITURE && !is_lone_date(&blocks->at[i]);
}

/* Text, a body that signs one, or a note to readers that stands in the midst of one. */
static bool follows_text(const struct blocks *blocks, size_t i)
{
    if (i == 0)
        return false;
    const struct block *above = &blocks->at[i - 1];
    bool furniture = above->role == ROLE_FURNITURE;
    bool signs = above->role == ROLE_CREDIT && is_body_name(above->text);
    return signs || is_text(&blocks->at[i - 1]) ||
           (furniture && i > 1 && is_text(&blocks->at[i - 2]));
}

/* 雪山脚下的小站, and 杨 庆 珍 right below: a title, after a gap, over its author. */
static bool is_title_over_author(const struct block *block)
{
    return block->gap > 0 && block[1].gap == 0 &&
           (is_author_line(block[1].text) || is_wide_name(block[1].text));
}

/* Whether a body's name signs a finished text, and what follows heads the next. A place's name is
   what the next is about. */
static bool heads_next(const struct blocks *blocks, size_t i)
{
    static const struct str places[] = {WORD("县"), WORD("区"), WORD("乡"),
                                        WORD("镇"), WORD("村"), WORD("街道")};
    const struct block *above = &blocks->at[i - 1];
    bool signs = above->role == ROLE_CREDIT && is_body_name(above->text);
    return !wordlist_end(places, COUNT(places), blocks->at[i].text) &&
           is_body_name(blocks->at[i].text) && (signs || ends_sentence(above->text)) &&
           blocks->at[i + 1].role == ROLE_HEADLINE && !is_title_over_author(&blocks->at[i]);
}

bool answers_letter(struct str text)
{
    static const struct str starts[] = {WORD("编后"),     WORD("编者"), WORD("编辑"),
                                        WORD("本报编者"), WORD("答："), WORD("答复"),
                                        WORD("回应"),     WORD("回音"), WORD("回复")};
    enum { HEAD_CHARS = 8 };
    struct folded room;
    struct utf8 first = utf8_first(text);
    if (is_opening(first.code))
        text = str_slice(text, first.len, text.len);
    struct str head = without_blanks(&room, utf8_head(text, HEAD_CHARS)); /* 回 音： */
    size_t colon = str_find(text, STR("："), 0);
    struct str label = colon == SIZE_MAX ? text : str_slice(text, 0, colon + strlen("："));
    const struct str *start = wordlist_start(starts, COUNT(starts), head);
    struct utf8 after = utf8_at(head, start ? start->len : 0);
    bool alone =
        start && (!after.len || is_closing(after.code) ||
                  holds_char(STR("：:按注附的"), head, after) || str_ends(*start, STR("：")));
    return !is_salutation(text) && (alone || announces_answer(label));
}

/* 县人民政府 | 关于禁止毒鱼的布告: whether a body's name, apart from what is above, begins a
   notice's title. */
static bool heads_notice(const struct blocks *blocks, size_t i)
{
    if (i + 1 >= blocks->len || blocks->at[i + 1].gap > 0)
        return false;
    struct str below = blocks->at[i + 1].text;
    bool named = is_notice_title(below);
    return (named && blocks->at[i].gap > 0) || (named && str_starts(below, STR("关于")));
}

/* A signer and a date under a text, or one of the two. */
static void settle_signature(struct blocks *blocks, size_t i)
{
    struct block *block = &blocks->at[i];
    bool text = block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH;
    if (text && block->spans.len == 1 && follows_text(blocks, i) && signs_and_dates(block->text)) {
        block->role = ROLE_CREDIT;
        return;
    }
    if (block->role == ROLE_BYLINE && i + 1 < blocks->len && follows_text(blocks, i) &&
        (answers_letter(blocks->at[i + 1].text) ||
         addresses_signer(blocks->at[i + 1].text, block->text)) &&
        !str_has(blocks->at[i + 1].text, STR("编者按"))) { /* which heads what follows */
        block->role = ROLE_CREDIT;
        return;
    }
    struct block *date = i + 1 < blocks->len && is_lone_date(&blocks->at[i + 1]) ? block + 1 : NULL;
    if (!may_sign(block) || !follows_text(blocks, i) || block->gap > 1 || heads_notice(blocks, i))
        return;
    bool apart = date && is_furniture_at(blocks, i + 2) && !is_signer(block);
    if (date && date->gap <= 1 && !apart)
        block->role = date->role = ROLE_CREDIT;
    else if (block->role == ROLE_HEADLINE && is_signer(block) &&
             (i + 1 == blocks->len || is_furniture_at(blocks, i + 1) || heads_next(blocks, i) ||
              answers_letter(blocks->at[i + 1].text)))
        block->role = ROLE_CREDIT;
}

/* 客服热线：全天值守, 联系人：王主任. */
static bool is_contact_row(struct str line)
{
    static const struct str labels[] = {WORD("热线："),   WORD("电话："), WORD("地址："),
                                        WORD("联系人："), WORD("邮箱："), WORD("网址："),
                                        WORD("时间："),   WORD("地点："), WORD("方式：")};
    enum { ROW_LABEL_CHARS = 8 };
    size_t colon = str_find(line, STR("："), 0);
    struct str label = colon == SIZE_MAX ? STR_NONE : str_slice(line, 0, colon + STR("：").len);
    return utf8_count(label) <= ROW_LABEL_CHARS && wordlist_end(labels, COUNT(labels), label);
}

/* A telephone or address line under a notice's text. */
static void settle_contact(struct blocks *blocks, size_t i)
{
    struct block *block = &blocks->at[i];
    bool contact = (block->role == ROLE_FURNITURE && is_contact_line(block->text)) ||
                   (block->role == ROLE_HEADLINE && is_contact_row(block->text));
    if (contact && blocks->at[i - 1].role != ROLE_FURNITURE && block->gap <= 1)
        block->role = ROLE_PARAGRAPH;
}

/* The day of a notice right under its text, where the page says no more of itself. */
static void settle_date(struct blocks *blocks, size_t i)
{
    struct block *block = &blocks->at[i];
    bool furniture_below =
        i + 1 < blocks->len && blocks->at[i + 1].role == ROLE_FURNITURE && block[1].gap == 0;
    if (block->role == ROLE_FURNITURE && is_lone_date(block) && block->gap == 0 &&
        block[-1].role == ROLE_PARAGRAPH && ends_sentence(block[-1].text) && !furniture_below)
        block->role = ROLE_CREDIT;
}

/* Whether a heading stands between the TITLE of a notice and block I. */
static bool is_headed_since(const struct blocks *blocks, size_t title, size_t i)
{
    while (--i > title)
        if (blocks->at[i].role == ROLE_HEADLINE)
            return true;
    return false;
}

void notices_settle(struct blocks *blocks)
{
    size_t title = SIZE_MAX;
    for (size_t i = 1; i < blocks->len; i++) {
        if (is_notice_title(blocks->at[i - 1].text))
            title = i - 1;
        else if (blocks->at[i].role == ROLE_BYLINE)
            title = SIZE_MAX;
        if (title != SIZE_MAX && i - title <= NOTICE_BLOCKS) {
            settle_contact(blocks, i);
            if (!is_headed_since(blocks, title, i))
                settle_date(blocks, i);
        }
        settle_bracket(blocks, i);
        settle_signature(blocks, i);
    }
}
