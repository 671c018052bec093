/* SPDX-License-Identifier: MIT */
#include "page/headlines.h"

#include <math.h>

#include "page/attribution.h"
#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/lexicon.h"
#include "page/notices.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define HEADLINE_MOST 60 /* characters */
#define BYLINE_LINES 6   /* at most, of one byline */
#define CROWN_LINES 3
#define LINE_LEAST 4     /* of a line that goes on after a comma … */
#define LINE_MOST 22     /* … or an open quotation */
#define PHRASE 9         /* letters of a phrase that can be a heading by itself */
#define PLACE_LETTERS 4  /* of a place alone on a line */
#define COLUMN_NAME 10   /* letters of one, at most */
#define LETTERS_USUAL 15 /* of a headline on two lines … */
#define LINE_USUAL 7     /* … and of the shorter line */
#define GAIN_MOST 6.0    /* nats */
#define LONG_KICKER 12.0 /* letters: headlines above subtitles are shorter */

static size_t letters_of(struct str text)
{
    return utf8_solid(text);
}

static struct str last_line(struct str text)
{
    struct str line = text;
    while (text.len)
        line = str_cut(&text, '\n');
    return line;
}

/* Whether a blank parts words of two characters and more: 产业兴 百姓富. */
static bool is_parted(struct str text)
{
    size_t run = 0, runs = 0;
    for (struct utf8 c = utf8_first(text);; c = utf8_next(text, c)) {
        if (c.len && !utf8_is_blank(c.code)) {
            run++;
            continue;
        }
        runs += run >= 2;
        run = 0;
        if (!c.len)
            return runs >= 2;
    }
}

bool is_spaced_out(struct str text)
{
    size_t letters = letters_of(text);
    return letters > 1 && utf8_count(text) + 1 >= 2 * letters;
}

static bool is_place(struct str text)
{
    static const struct str ends[] = {WORD("县"), WORD("市"), WORD("区"), WORD("乡"),  WORD("镇"),
                                      WORD("村"), WORD("州"), WORD("旗"), WORD("街道")};
    return letters_of(text) <= 7 && wordlist_end(ends, COUNT(ends), text);
}

/* ---- lines of one headline */

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

static bool starts_open(struct str text)
{
    static const struct str starts[] = {WORD("的"), WORD("了"), WORD("着"), WORD("等"),
                                        WORD("和"), WORD("与"), WORD("及"), WORD("之")};
    return wordlist_start(starts, COUNT(starts), text) || may_not_start(utf8_first(text).code);
}

/* What the second line of a headline likes to say of its first: 助力乡村振兴. */
static bool starts_deed(struct str text)
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

/* Whether a place stands in the first characters: whose deed it is, is said. */
static bool starts_place(struct str text)
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

static bool tells_deed(struct str text)
{
    static const struct str words[] = {
        WORD("召开"), WORD("举行"), WORD("举办"), WORD("启动"), WORD("展开"), WORD("开展"),
        WORD("推进"), WORD("推动"), WORD("实施"), WORD("印发"), WORD("表彰"), WORD("工作"),
        WORD("会议"), WORD("在望"), WORD("纪实"), WORD("侧记"), WORD("综述"),
    };
    return wordlist_held(words, COUNT(words), text) > 0;
}

/* 岛上人物, 记者走基层, 看乡村①: a short line that names a column (栏目) or a series. */
static bool names_column(struct str text)
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
    return letters_of(text) <= COLUMN_NAME &&
           (wordlist_end(ends, COUNT(ends), text) || is_circled(utf8_last(text).code));
}

/* Whether a place's name stands at the start, and not a word like 乡村 or 市场. */
static bool starts_with_name(struct str text)
{
    struct str word = utf8_head(text, 2);
    return starts_place(str_slice(text, word.len, text.len)) && !starts_place(word);
}

/* How the names of documents begin: 关于……, 2023年……, 东河县……. */
static bool starts_document(struct str text)
{
    return str_starts(text, STR("关于")) || utf8_is_digit(utf8_first(text).code) ||
           starts_with_name(text);
}

/* Whether the name of a document or list, which is long and one phrase, goes on from one line to
   the next: a notice's only from its own beginning. */
static bool document_goes_on(struct str above, struct str below)
{
    static const struct str ends[] = {
        WORD("意见"), WORD("办法"), WORD("名单"), WORD("方案"), WORD("决定"),
        WORD("条例"), WORD("通报"), WORD("细则"), WORD("规定"), WORD("目录"),
        WORD("规划"), WORD("要点"), WORD("纪要"),
    };
    if (starts_document(below))
        return false;
    return is_notice_title(below) ? starts_document(above)
                                  : wordlist_end(ends, COUNT(ends), below) && !is_place(above);
}

/* 讣告, 计划停电公告, 关于……的通知: no headline goes on from it. */
static bool is_whole_title(struct str text)
{
    static const struct str ends[] = {WORD("公告"), WORD("通告"), WORD("讣告"), WORD("通知")};
    return wordlist_end(ends, COUNT(ends), text);
}

/* Whether a colon stands near the start: 河湾镇：……. */
static bool is_led(struct str text)
{
    struct str head = utf8_head(text, 7);
    return str_has(head, STR("：")) || str_has(head, STR(":"));
}

/* Two lines that may be one headline's. */
struct two_lines {
    struct str above, below;
    size_t first, second; /* letters of them … */
    size_t all;           /* … and of the headline with both */
    bool gap;             /* a blank line stands between them … */
    bool usual_gap;       /* … as between most blocks of the page */
    bool spaced;          /* as wide, and a line spaced out among them */
    double gain;          /* of the words across the lines' end (lexicon.h) */
};

static struct two_lines two_lines_of(const struct block *a, const struct block *b, uint32_t usual)
{
    struct two_lines lines = {.above = last_line(a->text), .below = b->text};
    struct han_run before = han_run_last(lines.above), after = han_run_first(lines.below);
    uint32_t wide = text_width(lines.above), wider = text_width(lines.below);
    lines.first = letters_of(lines.above);
    lines.second = letters_of(lines.below);
    lines.all = letters_of(a->text) + lines.second;
    lines.gap = b->gap > 0;
    lines.usual_gap = usual > 0;
    lines.spaced = wide + 3 >= wider && wider + 3 >= wide &&
                   (is_spaced_out(lines.above) || is_spaced_out(lines.below));
    lines.gain = fmax(-GAIN_MOST, fmin(GAIN_MOST, lexicon_gain(&before, &after)));
    return lines;
}

static double beyond(size_t value, size_t least)
{
    return value > least ? (double)(value - least) : 0.0;
}

/* Evidence, in nats, that they are one headline's. The weights, but those of columns, notices
   and places, were fitted once, by logistic regression, to 780 pairs of lines in the heads of pages
   whose reading is known. */
static double unity_of(const struct two_lines *lines)
{
    struct str above = lines->above, below = lines->below;
    size_t least = lines->first < lines->second ? lines->first : lines->second;
    double unity = 0.7;
    if (!lines->gap)
        unity += lines->usual_gap ? 4.9 : 1.5;
    unity += lines->spaced ? 1.5 : 0.0;
    unity += ends_open(above) || starts_open(below) ? 3.5 : 0.0;
    unity += starts_deed(below) ? 0.5 : 0.0;
    unity += names_doer(above) ? 0.9 : 0.0;
    unity += tells_deed(below) ? 1.4 : 0.0;
    unity += 0.55 * lines->gain + (lines->gain > 0.0 ? 0.9 : 0.0);
    unity -= is_parted(above) && !is_spaced_out(above) ? 2.0 : 0.0;
    unity -= is_parted(below) && !is_spaced_out(below) ? 1.6 : 0.0;
    unity -= is_numbered(above) || is_numbered(below) ? 2.5 : 0.0;
    unity -= str_has(above, STR("，")) ? 1.3 : 0.0;
    unity -= names_column(above) || is_whole_title(above) ? 4.0 : 0.0;
    unity -= names_column(below) ? 3.0 : 0.0;
    unity -= is_place(above) || (lines->second <= PLACE_LETTERS && is_place(below)) ? 5.0 : 0.0;
    unity -= 0.12 * (double)lines->all + 0.13 * beyond(lines->all, LETTERS_USUAL) +
             0.1 * beyond(least, LINE_USUAL);
    unity -= 0.16 * (beyond(lines->first, lines->second) + beyond(lines->second, lines->first));
    unity -= 0.22 * beyond(lines->second, lines->first);
    return unity;
}

static bool is_one_headline(const struct block *a, const struct block *b, uint32_t usual)
{
    if (a->setting == SETTING_DOWN || b->setting == SETTING_DOWN || b->gap > 1 ||
        letters_of(a->text) + letters_of(b->text) > HEADLINE_MOST)
        return false;
    struct two_lines lines = two_lines_of(a, b, usual);
    return unity_of(&lines) > 0.0 || (!lines.gap && document_goes_on(lines.above, lines.below));
}

uint32_t headlines_usual_gap(const struct blocks *blocks)
{
    size_t count[3] = {0};
    for (size_t i = 1; i < blocks->len; i++)
        count[blocks->at[i].gap < 2 ? blocks->at[i].gap : 2]++;
    return count[0] > count[1] + count[2] ? 0 : 1;
}

/* Whether a short line can be the first of a headline that goes on after a comma or colon. */
static bool is_first_line(const struct block *block)
{
    uint32_t last = utf8_last(block->text).code;
    size_t chars = utf8_count(block->text);
    return block->role == ROLE_PARAGRAPH && block->setting == SETTING_PLAIN &&
           block->spans.len == 1 && chars >= LINE_LEAST && chars <= LINE_MOST &&
           (last == 0xff0c || last == 0xff1a);
}

/* Whether two short lines are a headline that a quotation or bracket runs through. */
static bool is_quoted_through(const struct block *a, const struct block *b)
{
    return a->role == ROLE_PARAGRAPH && b->role == ROLE_PARAGRAPH && b->gap == 0 &&
           a->spans.len == 1 && b->spans.len == 1 && a->setting == SETTING_PLAIN &&
           utf8_count(a->text) <= LINE_MOST && utf8_count(b->text) <= LINE_MOST &&
           quotes_open(a->text) == 1 && quotes_open(b->text) == -1 &&
           quotes_unopened(b->text) == 1 && !ends_sentence(b->text) && !holds_full_stop(b->text) &&
           !is_stop(utf8_last(b->text).code) && !starts_report(a->text) && !a->continues;
}

/* How bylines begin, but for their later lines: 通讯员 …, 图/…. */
static bool starts_byline(struct str line)
{
    static const struct str starts[] = {WORD("本报记者"),   WORD("记者"),     WORD("融媒体记者"),
                                        WORD("全媒体记者"), WORD("特约记者"), WORD("文/图")};
    return is_byline_mark(utf8_first(line).code) || wordlist_start(starts, COUNT(starts), line);
}

bool byline_begins(struct str above, struct str below)
{
    return (starts_byline(above) && starts_byline(below)) ||
           (str_starts(above, STR("通讯员")) && str_starts(below, STR("通讯员")));
}

static bool goes_on(const struct block *last, const struct block *block, uint32_t usual)
{
    if (is_first_line(last) && block->role == ROLE_HEADLINE && block->gap <= usual)
        return true;
    if (last->role != block->role)
        return is_quoted_through(last, block);
    switch (block->role) {
    case ROLE_BYLINE:
        return block->gap == 0 && last->spans.len < BYLINE_LINES &&
               !byline_begins(last->text, block->text);
    case ROLE_HEADLINE:
    case ROLE_SUBTITLE:
        return is_one_headline(last, block, usual);
    default:
        return is_quoted_through(last, block);
    }
}

/* Whether a few short lines that end no sentence stand right above a subtitle or byline, and so are
   a headline though they look like a column's. */
static bool is_crown(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *below = &blocks->at[i + 1];
    return block->role == ROLE_PARAGRAPH && block->setting == SETTING_PLAIN && !block->continues &&
           block->spans.len > 1 && block->spans.len <= CROWN_LINES &&
           utf8_count(block->text) <= CROWN_LINES * LINE_MOST && below->gap <= 1 &&
           (below->role == ROLE_SUBTITLE || below->role == ROLE_BYLINE) &&
           !ends_sentence(block->text) && !holds_full_stop(block->text) &&
           !is_stop(utf8_last(block->text).code) && !starts_report(block->text) &&
           quotes_open(block->text) == 0 &&
           (i == 0 || block->gap > 0 || blocks->at[i - 1].role != ROLE_PARAGRAPH ||
            ends_sentence(blocks->at[i - 1].text));
}

void headlines_crown(struct blocks *blocks)
{
    for (size_t i = 0; i + 1 < blocks->len; i++)
        if (is_crown(blocks, i))
            blocks->at[i].role = ROLE_HEADLINE;
}

void headlines_join(struct arena *keep, struct blocks *blocks)
{
    uint32_t usual = headlines_usual_gap(blocks);
    size_t len = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *last = len ? &blocks->at[len - 1] : NULL;
        struct block *block = &blocks->at[i];
        if (!last || !goes_on(last, block, usual)) {
            blocks->at[len++] = *block;
            continue;
        }
        if (last->role == ROLE_PARAGRAPH)
            last->role = ROLE_HEADLINE;
        block_append(keep, last, block);
    }
    blocks->len = len;
}

/* ---- kickers and subtitles */

/* 汛期来临之前, 三夏时节: when or where something is done, which only a kicker says. */
static bool sets_scene(struct str text)
{
    static const struct str ends[] = {WORD("前"),   WORD("后"),   WORD("时"), WORD("时节"),
                                      WORD("之际"), WORD("以来"), WORD("中"), WORD("下"),
                                      WORD("里"),   WORD("间"),   WORD("上"), WORD("期间")};
    return wordlist_end(ends, COUNT(ends), text);
}

static bool is_quoting(struct str text)
{
    return str_has(text, STR("“")) || str_has(text, STR("「"));
}

/* A report's kind, as subtitles name it: 东河乡防汛工作纪实. */
static bool names_genre(struct str text)
{
    static const struct str ends[] = {
        WORD("纪实"), WORD("侧记"), WORD("综述"), WORD("一瞥"), WORD("见闻"), WORD("扫描"),
        WORD("走笔"), WORD("纪事"), WORD("记事"), WORD("观察"), WORD("调查"), WORD("启示"),
        WORD("速写"), WORD("问答"), WORD("解读"), WORD("手记"), WORD("实践"), WORD("日记"),
    };
    return wordlist_end(ends, COUNT(ends), text);
}

static bool is_numeral(uint32_t code)
{
    static const uint32_t numerals[] = U"〇一二三四五六七八九十百";
    for (size_t i = 0; numerals[i]; i++)
        if (numerals[i] == code)
            return true;
    return utf8_is_digit(code);
}

/* 第四章, （上）: a part of a whole that the heading above names. */
static bool names_part(struct str text)
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

static bool has_digit(struct str text)
{
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (utf8_is_digit(c.code))
            return true;
    return false;
}

/* Evidence, in nats, that of two headings the second is the lesser: long, plain, and telling who
   did what. The weights were fitted once, by logistic regression, to 147 pairs, most of them
   kickers with their headlines; those of scenes and of parted phrases are higher, for they are few
   among them. */
static double lesser_of(struct str first, struct str second)
{
    double above = (double)letters_of(first), below = (double)letters_of(second);
    double lesser = -0.8 + 0.6 * log((below + 1.0) / (above + 1.0));
    lesser += 1.2 * (names_doer(second) - names_doer(first));
    lesser += 1.5 * (is_quoting(first) - is_quoting(second));
    lesser += 1.0 * (has_digit(second) - has_digit(first));
    lesser += names_genre(second) ? 1.8 : 0.0;
    lesser += names_part(second) ? 2.4 : 0.0;
    lesser -= is_led(second) ? 0.7 : 0.0;
    lesser -= str_has(second, STR("，")) ? 1.5 : 0.0;
    lesser -= names_column(first) ? 2.3 : 0.0;
    lesser -= sets_scene(first) ? 1.0 : 0.0;
    lesser -= above >= LONG_KICKER ? 0.6 : 0.0;
    return lesser - (is_parted(first) ? 1.5 : 0.0);
}

bool headlines_second_is_lesser(struct str first, struct str second)
{
    return lesser_of(first, second) > 0.0;
}

static bool is_text(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

/* Whether a text, its byline and subtitle perhaps before it, stands at I. */
static bool text_at(const struct blocks *blocks, size_t i)
{
    if (i < blocks->len && blocks->at[i].role == ROLE_SUBTITLE)
        i++;
    if (i < blocks->len && blocks->at[i].role == ROLE_BYLINE)
        i++;
    return i < blocks->len && (is_text(blocks->at[i].role) || blocks->at[i].role == ROLE_DATELINE);
}

/* Of two headings that each name a doer neither is the other's kicker: they head two stories. */
static void rank_pair(struct block *first, struct block *second)
{
    if (names_doer(first->text) && names_doer(second->text) && letters_of(first->text) > PHRASE)
        return;
    if (headlines_second_is_lesser(first->text, second->text))
        second->role = ROLE_SUBTITLE;
    else
        first->role = ROLE_KICKER;
}

void headlines_rank(struct blocks *blocks)
{
    for (size_t i = 0, end; i < blocks->len; i = end) {
        end = i;
        while (end < blocks->len && blocks->at[end].role == ROLE_HEADLINE)
            end++;
        if (end - i == 2 && text_at(blocks, end))
            rank_pair(&blocks->at[i], &blocks->at[i + 1]);
        if (end - i == 3 && text_at(blocks, end)) {
            blocks->at[i].role = ROLE_KICKER;
            if (headlines_second_is_lesser(blocks->at[i + 1].text, blocks->at[i + 2].text))
                blocks->at[i + 2].role = ROLE_SUBTITLE;
        }
        end += end == i;
    }
}
