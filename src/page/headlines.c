/* SPDX-License-Identifier: MIT */
#include "page/headlines.h"

#include <math.h>

#include "page/attribution.h"
#include "page/blocks.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/heading_words.h"
#include "page/lexicon.h"
#include "page/notices.h"
#include "page/salutation.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define HEADLINE_MOST 60 /* characters */
#define BYLINE_LINES 6   /* at most, of one byline */
#define CROWN_LINES 3
#define LINE_LEAST 4      /* of a line that goes on after a comma … */
#define LINE_MOST 22      /* … or an open quotation */
#define PHRASE 9          /* letters of a phrase that can be a heading by itself */
#define PLACE_LETTERS 4   /* of a place alone on a line */
#define LETTERS_USUAL 15  /* of a headline on two lines … */
#define LINE_USUAL 7      /* … and of the shorter line */
#define GAIN_MOST 6.0     /* nats */
#define COLUMN_LETTERS 4  /* of most columns' names */
#define COLUMN_MOST 5     /* … and of nearly all */
#define OPENING 1.1       /* that a kicker stands where a gap opens a story; fitted too */
#define THREE 3.0         /* of three headings the last is rather the subtitle */
#define KICKER_USUAL 10.0 /* letters: a kicker has more than a headline above a subtitle … */
#define KICKER_BEYOND 6.0 /* … which tells up to so many */

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

/* How many words of two characters and more blanks part: 产业兴 百姓富. */
static size_t phrases_of(struct str text)
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
            return runs;
    }
}

static bool is_parted(struct str text)
{
    return phrases_of(text) > 1;
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
    if (starts_document(below) || is_body_name(above)) /* 铜鼓县国土资源局 over its 公告 */
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

/* Whether a colon or bar stands near the start: 河湾镇：……, 夜话丨……, but not 镇政府称：……. */
static bool is_led(struct str text)
{
    static const struct str marks[] = {WORD("："), WORD(":"), WORD("丨"), WORD("|"), WORD("｜")};
    static const struct str says[] = {WORD("称："), WORD("说："), WORD("表示："), WORD("回应："),
                                      WORD("答复：")};
    struct str head = utf8_head(text, 7);
    return wordlist_held(marks, COUNT(marks), head) > 0 &&
           wordlist_held(says, COUNT(says), head) == 0;
}

/* Two lines that may be one headline's. */
struct two_lines {
    struct str above, below;
    size_t first, second; /* letters of them … */
    size_t all;           /* … and of the headline with both */
    bool gap;             /* a blank line stands between them … */
    bool usual_gap;       /* … as between most blocks of the page */
    bool opens;           /* the first opens a story that gaps part from others */
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
    lines.opens = a->opens;
    lines.spaced = wide + 3 >= wider && wider + 3 >= wide &&
                   (is_spaced_out(lines.above) || is_spaced_out(lines.below));
    lines.gain = fmax(-GAIN_MOST, fmin(GAIN_MOST, lexicon_gain(&before, &after)));
    return lines;
}

static double beyond(size_t value, size_t least)
{
    return value > least ? (double)(value - least) : 0.0;
}

/* Evidence, in nats, that they are one headline's. The weights, but those of columns, notices,
   places and sayings, were fitted once, by logistic regression, to 780 pairs of lines in the heads
   of pages whose reading is known. */
static double unity_of(const struct two_lines *lines)
{
    struct str above = lines->above, below = lines->below;
    size_t least = lines->first < lines->second ? lines->first : lines->second;
    double unity = 0.7;
    if (!lines->gap && !lines->opens) /* there kickers and subtitles have none either */
        unity += lines->usual_gap ? 4.9 : 1.5;
    unity -= lines->opens && lines->first <= COLUMN_MOST ? 3.0 : 0.0;
    unity += lines->spaced ? 1.5 : 0.0;
    unity += ends_open(above) || starts_open(below) ? 3.5 : 0.0;
    unity += starts_deed(below) ? 0.5 : 0.0;
    unity -= names_doer(below) && !names_doer(above) && !starts_deed(below) ? 1.5 : 0.0;
    unity += names_doer(above) ? 0.9 : 0.0;
    unity += tells_deed(below) ? 1.4 : 0.0;
    unity += 0.55 * lines->gain + (lines->gain > 0.0 ? 0.9 : 0.0);
    unity -= is_parted(above) && !is_spaced_out(above) ? 2.0 : 0.0;
    unity -= is_parted(below) && !is_spaced_out(below) ? 1.6 : 0.0;
    unity -= is_numbered(above) || is_numbered(below) ? 2.5 : 0.0;
    unity -= str_has(above, STR("，")) ? 1.3 : 0.0;
    unity -= ends_saying(above) ? 4.0 : 0.0;
    unity -= starts_saying(below) && !sets_scene(above) ? 3.0 : 0.0;
    unity -= ends_attending(below) ? 3.0 : 0.0;
    unity += is_led(above) && !lines->gap ? 2.0 : 0.0;
    unity -= names_column(above) || is_whole_title(above) ? 4.0 : 0.0;
    unity -= is_body_name(above) && is_whole_title(below) ? 5.0 : 0.0;
    unity -= names_column(below) ? 3.0 : 0.0;
    unity -= is_place(above) || (lines->second <= PLACE_LETTERS && is_place(below)) ? 5.0 : 0.0;
    unity -= 0.12 * (double)lines->all + 0.13 * beyond(lines->all, LETTERS_USUAL) +
             0.1 * beyond(least, LINE_USUAL);
    unity -= 0.16 * (beyond(lines->first, lines->second) + beyond(lines->second, lines->first));
    unity -= 0.22 * beyond(lines->second, lines->first);
    return unity;
}

/* 东河乡防汛工作纪实, below a headline that names neither: a subtitle without its dash. 调查 and
   the like are deeds too, and say nothing. */
static bool is_plain_subtitle(struct str headline, struct str text)
{
    static const struct str ends[] = {WORD("纪实"), WORD("侧记"), WORD("综述"),
                                      WORD("一瞥"), WORD("见闻"), WORD("纪事"),
                                      WORD("扫描"), WORD("走笔"), WORD("掠影")};
    return wordlist_end(ends, COUNT(ends), text) && names_doer(text) && !names_doer(headline) &&
           letters_of(text) > PHRASE;
}

/* TOPS: furniture stands right above A. */
static bool is_one_headline(const struct block *a, const struct block *b, uint32_t usual, bool tops)
{
    if (a->setting == SETTING_DOWN || b->setting == SETTING_DOWN || b->gap > 1 || b->opens ||
        letters_of(a->text) + letters_of(b->text) > HEADLINE_MOST ||
        is_plain_subtitle(a->text, b->text))
        return false;
    struct two_lines lines = two_lines_of(a, b, usual);
    lines.opens |= tops && lines.first <= COLUMN_MOST;
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
           block->spans.len == 1 && chars + (last == 0xff1a) >= LINE_LEAST && chars <= LINE_MOST &&
           (last == 0xff0c || last == 0xff1a) && !is_salutation(block->text);
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
                                        WORD("全媒体记者"), WORD("特约记者"), WORD("文/图"),
                                        WORD("文·图")};
    return is_byline_mark(utf8_first(line).code) || wordlist_start(starts, COUNT(starts), line);
}

bool byline_begins(struct str above, struct str below)
{
    return (starts_byline(above) && starts_byline(below)) ||
           (str_starts(above, STR("通讯员")) && str_starts(below, STR("通讯员")));
}

static bool goes_on(const struct block *last, const struct block *block, uint32_t usual, bool tops)
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
        return is_one_headline(last, block, usual, tops);
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
        bool tops = len > 1 && last[-1].role == ROLE_FURNITURE;
        if (!last || !goes_on(last, block, usual, tops)) {
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

static bool is_quoting(struct str text)
{
    return str_has(text, STR("“")) || str_has(text, STR("「"));
}

/* 垃圾分得好 超市换得来: two phrases of one length. */
static bool is_couplet(struct str text)
{
    struct utf8 c = utf8_first(text);
    while (c.len && c.code != 0xff0c && !utf8_is_blank(c.code))
        c = utf8_next(text, c);
    size_t first = utf8_solid(str_slice(text, 0, c.at));
    return first > 1 && first == utf8_solid(str_slice(text, c.at + c.len, text.len));
}

/* The lesser is long, plain, and tells who did what; headlines above subtitles are short. The
   weights were fitted, by logistic regression, to 313 pairs of which it is known; those of mottos,
   parts, slogans, places before a colon, scenes and who says or attends are set by hand, for too
   few pairs have them. */
double headlines_lesser(struct str first, struct str second)
{
    double above = (double)letters_of(first), below = (double)letters_of(second);
    bool speaker = names_speaker(second);
    double lesser = -1.9 + 0.06 * above + 0.22 * below;
    lesser -= 0.49 * fmin(fmax(above - KICKER_USUAL, 0.0), KICKER_BEYOND);
    lesser += 0.7 * (names_doer(second) - names_doer(first));
    lesser += 1.1 * (is_quoting(first) - is_quoting(second));
    lesser += 0.8 * (str_has(first, STR("，")) - str_has(second, STR("，")));
    lesser += 0.3 * (tells_deed(second) - tells_deed(first));
    lesser += names_genre(second) ? 1.1 : 0.0;
    lesser -= is_parted(first) ? 0.7 : 0.0;
    lesser -= is_couplet(second) ? 1.2 : 0.0;
    lesser += 2.5 * (names_column(second) - names_column(first));
    lesser -= letters_of(first) == COLUMN_LETTERS ? 0.8 : 0.0;
    lesser -= phrases_of(first) > 2 ? 2.5 : 0.0; /* 早规划 早部署 早动手 */
    lesser += names_part(second) ? 2.4 : 0.0;
    lesser += speaker ? 3.0 : 0.0;
    lesser -= is_led(second) && !speaker ? 4.0 : 0.0;
    lesser += is_led(first) ? 2.0 : 0.0;
    lesser -= is_slogan(first) ? 2.5 : 0.0;
    lesser += ends_attending(second) ? 3.0 : 0.0;
    lesser -= sets_scene(first) ? 3.5 : 0.0;
    lesser -= str_starts(first, STR("新华社")) ? 4.0 : 0.0; /* 新华社受权播发 */
    lesser -= ends_saying(first) ? 4.0 : 0.0;
    return lesser + (starts_saying(second) && !sets_scene(first) ? 2.4 : 0.0);
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

/* The first sentence of the text at I, its subtitle, byline and dateline passed over. */
static struct str lead_at(const struct blocks *blocks, size_t i)
{
    while (i < blocks->len && !is_text(blocks->at[i].role))
        i++;
    struct str text = i < blocks->len ? blocks->at[i].text : STR_NONE;
    struct utf8 c = utf8_first(text);
    while (c.len && !is_sentence_end(c.code))
        c = utf8_next(text, c);
    return str_slice(text, 0, c.at);
}

/* The share of LINE's different Han characters that LEAD has too. */
static double told_by(struct str lead, struct str line)
{
    size_t all = 0, told = 0;
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        struct str han = str_slice(line, c.at, c.at + c.len);
        if (!utf8_is_han(c.code) || str_find(line, han, 0) < c.at)
            continue;
        all++;
        told += str_has(lead, han);
    }
    return all > 0 ? (double)told / (double)all : 0.0;
}

/* Whether a block's first line has blanks between all characters, as headlines have that fill a
   column's width. */
static bool is_set_wide(const struct page *page, const struct block *block)
{
    const struct line *line = page_line_at(page, block->spans.at[0].start);
    return line && line->justified;
}

/* Whether the second of two headings above the text at I is the lesser, from BASE nats: a headline
   may be set wide; a text begins with what it says, and goes on with what its subtitle says. The
   weight was fitted, with that of headlines_lesser at one, to 356 pairs of which it is known. */
static bool is_subtitle_over(const struct page *page, size_t i, const struct block *second,
                             double base)
{
    const struct blocks *blocks = &page->blocks;
    struct str upper = second[-1].text, lower = second->text, lead = lead_at(blocks, i);
    bool wide = is_set_wide(page, second) && !is_set_wide(page, second - 1);
    return base + headlines_lesser(upper, lower) - (wide ? 4.0 : 0.0) +
               1.5 * (told_by(lead, upper) - told_by(lead, lower)) >
           0.0;
}

/* Ranks the two headings above the text at END. Where each names a doer, neither is the other's
   kicker: they head two stories. What stands far below, or has a subtitle itself, is none. */
static void rank_pair(struct page *page, size_t end)
{
    struct blocks *blocks = &page->blocks;
    struct block *second = &blocks->at[end - 1], *first = second - 1;
    bool crowned = blocks->at[end].role == ROLE_SUBTITLE;
    if (names_doer(first->text) && names_doer(second->text) && letters_of(first->text) > PHRASE)
        return;
    if (!crowned && second->gap <= 1 &&
        is_subtitle_over(page, end, second, first->opens ? -OPENING : 0.0))
        second->role = ROLE_SUBTITLE;
    else
        first->role = ROLE_KICKER;
}

/* Ranks a few headings, from I to before END, above one text, and subtitles that show in a heap. */
static void rank_group(struct page *page, size_t i, size_t end)
{
    struct blocks *blocks = &page->blocks;
    bool text = text_at(blocks, end);
    if (text && end - i == 2)
        rank_pair(page, end);
    if (text && end - i == 3) {
        blocks->at[i].role = ROLE_KICKER;
        if (blocks->at[end].role != ROLE_SUBTITLE &&
            is_subtitle_over(page, end, &blocks->at[i + 2], THREE))
            blocks->at[i + 2].role = ROLE_SUBTITLE;
    }
    for (size_t k = i + 1; k < end && (!text || end - i > 3); k++)
        if (is_plain_subtitle(blocks->at[k - 1].text, blocks->at[k].text) &&
            blocks->at[k].gap <= blocks->at[k - 1].gap)
            blocks->at[k].role = ROLE_SUBTITLE;
}

void headlines_rank(struct page *page)
{
    struct blocks *blocks = &page->blocks;
    for (size_t i = 0, end; i < blocks->len; i = end) {
        end = i;
        while (end < blocks->len && blocks->at[end].role == ROLE_HEADLINE &&
               (end == i || !blocks->at[end].opens))
            end++;
        rank_group(page, i, end);
        end += end == i;
    }
}
