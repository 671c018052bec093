/* SPDX-License-Identifier: MIT */
#include "page/furniture.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture_numbers.h"
#include "page/furniture_words.h"
#include "page/name_words.h"
#include "page/notices.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define LINE_MAX_CHARS 120
#define NAME_MAX_CHARS 4    /* after 责任编辑 */
#define TITLE_MAX_CHARS 8   /* of a paper's or section's name */
#define VALUE_MAX_CHARS 24  /* of an address or number after 地址, 电话 */
#define SURE_LABEL_BYTES 12 /* 责任编辑 says enough alone, 编辑 only with a colon or a name */
#define LONE_MAX_BYTES 24   /* of a word that is set wide, a blank between all its characters */
#define ENTRY_LEAST 4       /* characters of an entry before its page */

/* ---- the line as it is read */

/* Whether a blank between what was READ and the character AFTER it only sets off a number: 2023 年,
   第 3 版; not the one of 今日万年 2021. */
static bool sets_off_number(struct str read, struct str after)
{
    struct utf8 before = utf8_last(read);
    if (utf8_is_digit(before.code))
        return str_has(STR("年月日号版期页张"), after);
    if (!utf8_is_digit(utf8_first(after).code))
        return false;
    bool unit = utf8_is_digit(utf8_before(read, before.at).code); /* 2021年 3月 */
    return holds_char(STR("第总"), read, before) || (unit && holds_char(STR("年月"), read, before));
}

/* The line in Simplified characters, ornaments at its ends and blanks round numbers taken off. */
static struct str line_for_reading(struct folded *room, struct str line)
{
    line = text_fold(room, line);
    if (!line.len || line.len > FOLDED_MAX)
        return line;
    if (line.ptr != room->bytes)
        memcpy(room->bytes, line.ptr, line.len);
    struct str read = {room->bytes, 0};
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        struct utf8 next = utf8_next(line, c);
        if (next.len && utf8_is_blank(c.code) &&
            sets_off_number(read, str_slice(line, next.at, next.at + next.len)))
            continue;
        bool rule = c.code == '-' || c.code == '.' || c.code == '_' || is_dash(c.code);
        if (rule && (!read.len || c.at + c.len == line.len))
            continue;
        memmove(room->bytes + read.len, line.ptr + c.at, c.len);
        read.len += c.len;
    }
    return join_date_parts(room->bytes, utf8_trim(read));
}

/* What stands between words here. */
static bool is_separator(uint32_t code)
{
    static const uint32_t separators[] = {
        ':',    0xff1a, '|',    0xff5c, 0x3001, '/',    0xff0f, 0xb7,   0x25a0, 0x25a1,
        0x25cf, 0x25c6, '(',    ')',    0xff08, 0xff09, ',',    0xff0c, 0xff1b, 0x2605,
        0x2022, 0x30fb, 0x2502, 0x2503, 0x3010, 0x3011, 0x201c, 0x201d,
    };
    for (size_t i = 0; i < COUNT(separators); i++)
        if (separators[i] == code)
            return true;
    return utf8_is_blank(code);
}

static bool is_colon(uint32_t code)
{
    return code == ':' || code == 0xff1a || code == '/' || code == 0xff0f;
}

/* Cuts the next word; *COLON tells whether a colon, or what stands for one, follows it. */
static struct str cut_word(struct str *rest, bool *colon)
{
    struct utf8 c = utf8_first(*rest);
    while (c.len && is_separator(c.code))
        c = utf8_next(*rest, c);
    *rest = str_slice(*rest, c.at, rest->len);
    for (c = utf8_first(*rest); c.len && !is_separator(c.code);)
        c = utf8_next(*rest, c);
    struct str word = str_slice(*rest, 0, c.at);
    *colon = is_colon(c.code);
    *rest = str_slice(*rest, c.at, rest->len);
    return word;
}

/* ---- lines of dates */

/* 一九八六年五月十三日 in 一九八六年五月十三日出版 or …星期二; WORD where it says no day. */
static struct str day_of(struct str word)
{
    static const struct str issued[] = {WORD("出版"), WORD("出刊"), WORD("出报")};
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        struct str day = str_slice(word, 0, c.at), rest = str_slice(word, c.at, word.len);
        if (holds_char(STR("出星周"), word, c) && is_date(day) &&
            (is_press_word(rest) || wordlist_find(issued, COUNT(issued), rest)))
            return day;
    }
    return word;
}

bool is_date_line(struct str line)
{
    struct folded room;
    if (line.len > FOLDED_MAX)
        return false;
    line = line_for_reading(&room, line);
    bool date = false, colon;
    while (line.len) {
        struct str word = cut_word(&line, &colon);
        if (!word.len)
            break;
        word = day_of(word);
        if (!is_date(word) && !is_press_word(word))
            return false;
        date |= is_date(word);
    }
    return date;
}

/* ---- words */

/* What the words so far let the next one be. */
enum expectation { EXPECT_ANY, EXPECT_NAME, EXPECT_VALUE };

struct reading {
    enum expectation expect;
    size_t strong, weak, other;
    size_t contact;            /* fields that a notice has too */
    size_t latin, latin_chars; /* words in Latin letters */
    size_t papers, pages, dates, posts, other_chars;
    size_t places; /* of the others: 岚县 */
    size_t todays; /* of them: 今日岚县, as many county papers are called */
};

/* DAILY, YAN'AN: a word of the name that a paper has in Latin letters. */
static bool is_latin(struct str word)
{
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (((c.code | 0x20) < 'a' || (c.code | 0x20) > 'z') && c.code != '\'' && c.code != 0x2019)
            return false;
    return true;
}

static void read_plain_word(struct reading *reading, struct str word)
{
    static const struct str divisions[] = {WORD("县"), WORD("区"), WORD("市"), WORD("旗")};
    size_t chars = utf8_count(word);
    bool page = is_issue_or_page(word);
    reading->papers += is_paper_name(word);
    reading->pages += page || is_date(word);
    reading->dates += is_date(word);
    bool phone = is_phone(word) && !reading->contact;
    if (is_date(word) || page || is_lunar_date(word) || is_press_word(word) || phone) {
        reading->strong++;
        reading->expect = EXPECT_ANY;
    } else if (is_mail(word)) {
        reading->contact++;
    } else if (reading->expect == EXPECT_NAME && chars <= NAME_MAX_CHARS) {
        reading->strong += looks_like_name(word);
        reading->weak++;
    } else if ((reading->expect == EXPECT_VALUE && chars <= VALUE_MAX_CHARS) ||
               is_paper_name(word) || is_section_name(word) ||
               (is_column_name(word) && !is_notice_title(word))) {
        reading->weak++;
    } else if (is_latin(word)) {
        reading->latin++;
        reading->latin_chars += chars;
    } else {
        reading->other++;
        reading->other_chars += chars;
        reading->places += wordlist_end(divisions, COUNT(divisions), word) != NULL;
        reading->todays += str_starts(word, STR("今日"));
    }
}

/* A post counts where a colon follows it, or where its name says enough alone. 编辑同志： is how a
   letter begins: what stands between a post and a colon is no name. */
static bool read_post(struct reading *reading, struct str word, bool colon)
{
    size_t post = colon && ends_with_post(word) ? word.len : post_length(word);
    struct str rest = str_slice(word, post, word.len);
    if (!post || utf8_count(rest) > NAME_MAX_CHARS || (rest.len && colon) ||
        (rest.len && !looks_like_name(rest) && (post < SURE_LABEL_BYTES || is_common_words(rest))))
        return false;
    bool sure = colon || rest.len || post >= SURE_LABEL_BYTES;
    reading->strong += sure;
    reading->posts += sure;
    reading->weak += !sure;
    reading->expect = EXPECT_NAME;
    return true;
}

/* A field counts where a colon or a number follows it. */
static bool read_field(struct reading *reading, struct str word, bool colon)
{
    size_t length;
    enum field field = field_of(word, &length);
    struct str rest = str_slice(word, length, word.len);
    bool valued = colon || (rest.len && utf8_first(rest).code < 0x80);
    if (!field || utf8_count(rest) > VALUE_MAX_CHARS || (!valued && rest.len) ||
        (!valued && length < SURE_LABEL_BYTES))
        return false;
    reading->strong += field == FIELD_PRESS && (valued || length > SURE_LABEL_BYTES);
    reading->contact += field == FIELD_CONTACT;
    reading->weak += !valued;
    reading->expect = EXPECT_VALUE;
    return true;
}

static void read_word(struct reading *reading, struct str word, bool colon)
{
    struct str day = day_of(word);
    reading->strong += is_press_word(str_slice(word, day.len, word.len)); /* 星期二 */
    word = day;
    if (!read_post(reading, word, colon) && !read_field(reading, word, colon))
        read_plain_word(reading, word);
}

/* A word that is set wide: 要 闻, 乔 木. */
struct lone {
    char bytes[LONE_MAX_BYTES];
    size_t len;
};

static void read_lone(struct reading *reading, struct lone *lone, bool colon)
{
    struct str word = {lone->bytes, lone->len};
    if (utf8_count(word) == 1 && !is_press_word(word))
        reading->other++;
    else if (lone->len)
        read_word(reading, word, colon);
    lone->len = 0;
}

static struct reading read_line(struct str line)
{
    struct reading reading = {0};
    struct lone lone = {.len = 0};
    bool colon = false;
    while (line.len) {
        struct str word = cut_word(&line, &colon);
        if (utf8_is_han(utf8_first(word).code) && utf8_count(word) == 1 &&
            lone.len + word.len <= LONE_MAX_BYTES) {
            memcpy(lone.bytes + lone.len, word.ptr, word.len);
            lone.len += word.len;
            if (colon)
                read_lone(&reading, &lone, colon);
            continue;
        }
        read_lone(&reading, &lone, false);
        if (word.len)
            read_word(&reading, word, colon);
    }
    read_lone(&reading, &lone, colon);
    if (!reading.papers && !reading.todays) {
        reading.other += reading.latin;
        reading.other_chars += reading.latin_chars;
    }
    return reading;
}

/* ---- lines */

static bool is_possible(struct str line)
{
    return line.len && line.len <= LINE_MAX_CHARS * 4 && utf8_count(line) <= LINE_MAX_CHARS &&
           !ends_sentence(line) && !holds_full_stop(line);
}

/* A running head: the paper's name and a page, or the same name in Latin letters; a date and its
   day of the week or a page; or its makers, or 今日东河, and what else a paper says of itself; and
   one other short word, or two beside a name in Latin letters, a date and more of that kind or
   今日东河 and a page; or a page and the place or the section that it is about. */
static bool is_running_head(const struct reading *reading)
{
    enum { STRONG_LEAST = 3, LATIN_LEAST = 2, SECTION_CHARS = 2 };
    bool latin = reading->papers > 0 && reading->latin >= LATIN_LEAST &&
                 reading->other_chars <= reading->other * SECTION_CHARS;
    bool today = reading->todays > 0 && reading->pages > reading->dates;
    size_t most = latin || today || (reading->dates > 0 && reading->strong >= STRONG_LEAST) ? 2 : 1;
    bool paper = latin || today || (reading->papers > 0 && reading->pages > 0);
    bool issue = reading->dates > 0 && reading->pages > reading->dates;
    bool day = reading->dates > 0 && reading->strong > reading->dates;
    bool makers = (reading->posts > 0 || reading->todays > 0) && reading->strong >= STRONG_LEAST;
    bool section = reading->pages > reading->dates && /* 第二版 岚县, 荆山 副刊 第三版 */
                   reading->places + reading->weak > 0;
    return (paper || issue || day || makers || section) && reading->other > 0 &&
           reading->other <= most && reading->other_chars <= reading->other * TITLE_MAX_CHARS;
}

/* The name of a paper, where LINE is one and nothing else; else empty. */
static struct str paper_name(struct folded *room, struct str line)
{
    struct str word = line.len > FOLDED_MAX ? STR_NONE : without_blanks(room, line);
    return is_paper_name(word) ? word : STR_NONE;
}

/* A name that says itself that it is a paper's. */
static bool is_daily(struct str line)
{
    static const struct str ends[] = {WORD("日报"), WORD("晚报"), WORD("周报"),  WORD("早报"),
                                      WORD("晨报"), WORD("时报"), WORD("都市报")};
    struct folded room;
    return wordlist_end(ends, COUNT(ends), paper_name(&room, line));
}

bool is_paper_title(struct str line)
{
    static const struct str reports[] = {
        WORD("预报"), WORD("通报"), WORD("简报"), WORD("喜报"), WORD("捷报"), WORD("公报"),
        WORD("汇报"), WORD("举报"), WORD("情报"), WORD("海报"), WORD("警报"), WORD("战报"),
        WORD("板报"), WORD("墙报"), WORD("申报"), WORD("上报"), WORD("回报"), WORD("播报"),
    };
    struct folded room;
    struct str name = paper_name(&room, line);
    return name.len && !wordlist_end(reports, COUNT(reports), name);
}

/* “热线电话”, “星期三”: what is all in quotes is quoted, and says nothing of its page. */
static bool is_quotation(struct str line)
{
    line = utf8_trim(line);
    uint32_t first = utf8_first(line).code, last = utf8_last(line).code;
    return (first == U'“' && last == U'”') || (first == U'「' && last == U'」');
}

bool is_furniture(struct str line)
{
    struct folded room;
    if (!is_possible(line) || is_quotation(line))
        return false;
    line = line_for_reading(&room, line);
    struct reading reading = read_line(line);
    if (reading.other == 0 && (reading.strong + reading.contact > 0 || is_daily(line)))
        return true;
    return is_running_head(&reading) || is_reader_note(line);
}

bool is_contact_line(struct str line)
{
    struct folded room;
    if (!is_possible(line))
        return false;
    struct reading reading = read_line(line_for_reading(&room, line));
    return reading.contact > 0 && reading.strong == 0;
}

static bool is_frame(uint32_t code)
{
    return is_byline_mark(code) || is_opening(code) || is_closing(code);
}

/* LINE without the marks or brackets that frame it: ■读者来信, ［读者来信］. */
static struct str without_frame(struct str line)
{
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    while (first.len && is_frame(first.code))
        first = utf8_next(line, first);
    while (last.len && last.at > first.at && is_frame(last.code))
        last = utf8_before(line, last.at);
    return str_slice(line, first.at, last.at + last.len);
}

/* ·容城夜话·: a few Han characters between dots. */
static bool is_dotted_label(struct str line)
{
    enum { LEAST = 2, MOST = 8 };
    line = utf8_trim(line);
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    if (last.at < first.len || !is_name_dot(first.code) || !is_name_dot(last.code))
        return false;
    struct str inner = str_slice(line, first.len, last.at);
    for (struct utf8 c = utf8_first(inner); c.len; c = utf8_next(inner, c))
        if (!utf8_is_han(c.code) && !utf8_is_blank(c.code))
            return false;
    return utf8_solid(inner) >= LEAST && utf8_solid(inner) <= MOST && !is_notice_title(inner);
}

bool is_column_label(struct str line)
{
    struct folded room;
    if (line.len > FOLDED_MAX || utf8_solid(line) > TITLE_MAX_CHARS + 4)
        return false;
    if (is_dotted_label(line))
        return true;
    struct str word = without_blanks(&room, without_frame(line_for_reading(&room, line)));
    return (is_column_name(word) && !is_notice_title(word)) || is_contents_title(word);
}

bool is_contents_head(struct str line)
{
    struct folded room;
    if (line.len > FOLDED_MAX || utf8_solid(line) > TITLE_MAX_CHARS)
        return false;
    return is_contents_title(without_blanks(&room, line_for_reading(&room, line)));
}

/* Cuts closing marks, 版 and a page's number from the end of *LINE; *NAMED: it says 版. */
static bool cut_page(struct str *line, bool *named)
{
    struct utf8 c = utf8_last(*line);
    size_t digits = 0;
    while (c.len && is_closing(c.code))
        c = utf8_before(*line, c.at);
    *named = c.code == U'版';
    if (*named)
        c = utf8_before(*line, c.at);
    for (; c.len && (utf8_is_digit(c.code) || (c.code >= 'A' && c.code <= 'D')); digits++)
        c = utf8_before(*line, c.at);
    while (c.len && (c.code == U'第' || c.code == U'见' || c.code == U'详'))
        c = utf8_before(*line, c.at);
    *line = str_slice(*line, 0, c.at + c.len);
    return digits > 0 && digits <= 3;
}

/* ▶2版 果农用上新机器: a mark and a page before the entry. */
static bool leads_to_page(struct str line)
{
    struct utf8 c = utf8_first(line);
    bool marked = c.code >= 0x2190 && c.code < 0x2c00;
    size_t digits = 0;
    for (c = utf8_next(line, c); utf8_is_digit(c.code); c = utf8_next(line, c))
        digits++;
    struct str entry = utf8_trim(str_slice(line, c.at + c.len, line.len));
    return marked && digits > 0 && c.code == U'版' && utf8_count(entry) >= ENTRY_LEAST;
}

bool is_contents_entry(struct str line)
{
    struct folded room;
    if (!is_possible(line))
        return false;
    line = text_fold(&room, line);
    bool named;
    if (leads_to_page(line))
        return true;
    if (jumps_away(line) || !cut_page(&line, &named))
        return false;
    bool apart = utf8_is_blank(utf8_last(line).code);
    line = utf8_trim(line);
    struct utf8 mark = utf8_last(line);
    bool arrow = (mark.code >= 0x2190 && mark.code < 0x2c00) || mark.code == 0x2026;
    bool marked = arrow || (named && (is_opening(mark.code) || is_dash(mark.code)));
    return (marked || (named && apart)) &&
           utf8_count(str_slice(line, 0, mark.at + (marked ? 0 : mark.len))) >= ENTRY_LEAST;
}

bool may_be_furniture(struct str line)
{
    struct folded room;
    if (!is_possible(line) || utf8_count(line) > 2 * TITLE_MAX_CHARS)
        return false;
    struct reading reading = read_line(line_for_reading(&room, line));
    return reading.other == 0;
}
