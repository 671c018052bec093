/* SPDX-License-Identifier: MIT */
#include "page/attribution.h"

#include "base/buf.h"
#include "page/authors.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture_words.h"
#include "page/label_words.h"
#include "page/name_words.h"
#include "page/signers.h"
#include "page/surnames.h"
#include "page/wordlist.h"

#define LINE_MAX_CHARS 80   /* of a line that only signs */
#define TITLED_MAX_CHARS 24 /* 石桥镇党委书记 张立新 */
#define BRACKET_MAX_BYTES 240

/* What begins a line that names its text's source. */
static const struct str source_words[] = {
    WORD("来源："),    WORD("来源:"),    WORD("稿源："), WORD("文稿来源"), WORD("稿件来源："),
    WORD("稿件来源:"), WORD("图片来源"), WORD("摘自《"), WORD("选自《"),   WORD("转自《"),
    WORD("据《"),      WORD("据新华社"), WORD("原载《"), WORD("新华社供"), WORD("供稿单位"),
};

bool is_byline_mark(uint32_t code)
{
    static const uint32_t marks[] = {0x2587, 0x2588, 0x25a0, 0x25a1, 0x25a3, 0x25aa, 0x25b2,
                                     0x25b3, 0x25c6, 0x25c7, 0x25c9, 0x25cb, 0x25c8, 0x25ce,
                                     0x25cf, 0x25ef, 0x2299, 0x2605, 0x2606, 0x2756};
    for (size_t i = 0; i < COUNT(marks); i++)
        if (marks[i] == code)
            return true;
    return false;
}

/* ---- lines */

/* Takes brackets off that enclose all of S. */
static bool unwrap(struct str *s)
{
    struct utf8 first = utf8_first(*s), last = utf8_last(*s);
    bool enclosed = opens_bracket(first.code) && closes_bracket(last.code) && last.at > first.at;
    if (enclosed)
        *s = utf8_trim(str_slice(*s, first.len, last.at));
    return enclosed;
}

static bool is_short(struct str line)
{
    return line.len <= LINE_MAX_CHARS * 4 && utf8_count(line) <= LINE_MAX_CHARS;
}

/* The bracket that opens at OPEN of TEXT, with those inside it, where it closes soon; else empty.
 */
static struct span bracket_at(struct str text, size_t open)
{
    size_t depth = 0;
    struct utf8 c = utf8_at(text, open);
    for (; c.len && c.at < open + BRACKET_MAX_BYTES; c = utf8_next(text, c)) {
        depth += opens_bracket(c.code);
        depth -= closes_bracket(c.code);
        if (depth == 0)
            return (struct span){(uint32_t)open, (uint32_t)(c.at + c.len)};
    }
    return (struct span){0, 0};
}

/* 记者 甲 摄影 乙: who wrote, and then who took the pictures. */
static bool are_reporters(const struct people *people)
{
    return people->labels > people->photo_labels && !people->photo_first && people->name_last;
}

/* Bytes of （县水利局） at AT of LINE, after a name; 0: none stands there. */
static size_t aside_len(struct str line, size_t at)
{
    struct utf8 open = utf8_at(line, at);
    if (at == 0 || !opens_bracket(open.code))
        return 0;
    struct span bracket = bracket_at(line, at);
    size_t close = bracket.end > 0 ? utf8_before(line, bracket.end).at : 0;
    struct str inside = close > 0 ? str_slice(line, at + open.len, close) : STR_NONE;
    bool aside = is_body_name(inside) || ends_like_post(inside);
    return aside ? bracket.end - at : 0;
}

/* Bytes of （文字） at AT of LINE, after a name, with *LABEL inside it; 0: none stands there. */
static size_t label_aside_len(struct str line, size_t at, struct str *label)
{
    static const struct str labels[] = {WORD("文字"), WORD("摄影"), WORD("文"),   WORD("图"),
                                        WORD("摄"),   WORD("撰文"), WORD("整理"), WORD("图片")};
    struct utf8 open = utf8_at(line, at);
    struct span bracket =
        at > 0 && opens_bracket(open.code) ? bracket_at(line, at) : (struct span){0, 0};
    if (!bracket.end)
        return 0;
    *label = str_slice(line, at + open.len, utf8_before(line, bracket.end).at);
    return wordlist_find(labels, COUNT(labels), *label) ? bracket.end - at : 0;
}

/* LINE without such asides and the numbers of classes, 高二（3）班; in ROOM, of as many bytes. */
static struct str without_asides(struct str line, char *room)
{
    size_t len = 0;
    if (!str_has(line, STR("（")) && !str_has(line, STR("(")))
        return line;
    for (size_t at = 0; at < line.len;) {
        struct str label = STR_NONE;
        size_t labelled = label_aside_len(line, at, &label);
        size_t aside = labelled ? labelled : aside_len(line, at);
        size_t class = at > 0 ? class_bracket_len(line, at) : 0;
        size_t kept = aside + class > 0 ? 0 : utf8_at(line, at).len;
        if (labelled) {
            room[len++] = ' ';
            memcpy(room + len, label.ptr, label.len);
            len += label.len;
        }
        memcpy(room + len, line.ptr + at, kept);
        len += kept;
        if (aside > 0)
            room[len++] = ' ';
        at += aside + class + kept;
    }
    return (struct str){room, len};
}

/* LINE without the dashes before it or the 【】 around it, and whether it has any. */
static bool undecorate(struct str *line)
{
    struct str plain = *line;
    while (is_dash(utf8_first(plain).code))
        plain = str_slice(plain, utf8_first(plain).len, plain.len);
    struct str open = STR("【"), close = STR("】");
    if (str_starts(plain, open) && str_ends(plain, close) && plain.len > open.len + close.len)
        plain = str_slice(plain, open.len, plain.len - close.len);
    bool decorated = plain.len < line->len;
    *line = utf8_trim(plain);
    return decorated;
}

/* 本报讯（记者 王刚）岚县农, 本报讯 记者 王刚 报道 岚县农: a report's head with the words of its
   first line. */
static bool goes_on_after_head(struct str line)
{
    struct str reports = STR("报道");
    size_t at = str_find(line, reports, 0);
    struct str rest = utf8_trim(str_slice(line, at, line.len));
    if (at != SIZE_MAX && rest.len > reports.len)
        return starts_report(line);
    struct utf8 c = utf8_first(line);
    while (c.len && !closes_bracket(c.code))
        c = utf8_next(line, c);
    return c.len && utf8_is_han(utf8_next(line, c).code) && starts_report(line);
}

/* 文 王刚: a label and, after a blank, a name. */
static bool is_text_by(struct str line)
{
    struct str label = STR("文");
    struct str name = utf8_trim(str_slice(line, label.len < line.len ? label.len : 0, line.len));
    return str_starts(line, label) && utf8_is_blank(utf8_at(line, label.len).code) &&
           utf8_solid(name) > 1 && utf8_solid(name) <= 3 && looks_like_name(name);
}

/* 邹铁山 in 随笔 邹铁山: what stands after the kind of text that somebody wrote. */
static struct str after_kind(struct str line)
{
    struct utf8 c = utf8_first(line);
    while (c.len && !utf8_is_blank(c.code) && !is_byline_mark(c.code))
        c = utf8_next(line, c);
    struct str rest = utf8_trim(str_slice(line, c.at + c.len, line.len));
    bool parted = c.len && is_column_name(str_slice(line, 0, c.at));
    return parted && looks_like_name(rest) ? rest : line;
}

bool is_byline(struct str line)
{
    if (is_text_by(line))
        return true;
    if (!is_short(line) || goes_on_after_head(line))
        return false;
    char room[LINE_MAX_CHARS * 4];
    bool decorated = undecorate(&line);
    line = without_asides(without_origin(after_genre(line)), room);
    struct utf8 mark = utf8_first(line);
    bool marked = is_byline_mark(mark.code);
    struct str inside, rest = line;
    if (marked)
        rest = after_kind(before_bracket(utf8_trim(str_slice(line, mark.len, line.len)), &inside));
    if (marked && is_text_by(rest))
        return true;
    struct people people = people_read(rest);
    if (people.other || people.numbers > 0 ||
        (people.photo_labels > 0 && !people.text_labels && !marked && !are_reporters(&people)))
        return false;
    bool item = is_pointer(mark.code) && !people.names && !people.labels; /* ▲调腔唱进沙溪小学 */
    if (marked)
        return !item && (people.bodies + people.labels > 0 || people.names > people.common ||
                         people.likely > 0);
    if (decorated) /* as titles and columns are too: 【记者观察】 */
        return people.labels > 0 && people.names > 0 &&
               (people.likely >= people.names || utf8_has_blank(line));
    if (starts_report(line) && people.labels == 0) /* 本报讯 朱家乡王家村村民 */
        return false;
    bool titled = people.titles == 1 && !str_has(line, STR("：")) && people.names == 1 &&
                  people.likely == 1 && utf8_count(line) <= TITLED_MAX_CHARS;
    return people.labels > 0 || titled;
}

bool is_led_by_dateline(struct str line)
{
    struct utf8 c = utf8_first(line);
    while (c.len && !utf8_is_blank(c.code))
        c = utf8_next(line, c);
    return is_dateline(str_slice(line, 0, c.at)) &&
           names_writers(utf8_trim(str_slice(line, c.at, line.len)));
}

bool is_signed_dateline(struct str line)
{
    struct str bracket = line;
    if (!is_short(line))
        return false;
    if (!closes_bracket(utf8_last(line).code))
        return is_led_by_dateline(line);
    for (struct utf8 c = utf8_first(line); c.len && !opens_bracket(c.code); c = utf8_next(line, c))
        bracket = str_slice(line, c.at + c.len, line.len);
    struct str before = utf8_trim(str_slice(line, 0, (size_t)(bracket.ptr - line.ptr)));
    return is_dateline(before) && is_sign_off(bracket);
}

bool is_team_line(struct str line)
{
    if (!is_short(line))
        return false;
    static const struct str pages[] = {WORD("版"), WORD("美编"), WORD("校"), WORD("审")};
    static const struct str editors[] = {WORD("编辑"), WORD("责编")}; /* a page's, or one story's */
    struct people people = people_read(line);
    return people.team > 0 && !wordlist_held(pages, COUNT(pages), line) &&
           (people.text_labels > 0 || !wordlist_held(editors, COUNT(editors), line)) &&
           people.labels > people.photo_labels && people.names > 1 && !people.other;
}

bool names_source(struct str s)
{
    return wordlist_start(source_words, COUNT(source_words), s) && !holds_full_stop(s) &&
           !ends_sentence(s) && !goes_on_after_head(s);
}

static const struct str written[] = {WORD("写于"), WORD("作于"), WORD("草于"),
                                     WORD("记于"), WORD("改于"), WORD("改定于")};

size_t written_start(struct str text)
{
    const struct str *word = wordlist_start(written, COUNT(written), text);
    return word ? word->len : 0;
}

size_t written_end(struct str text)
{
    const struct str *word = wordlist_end(written, COUNT(written), text);
    return word ? word->len : 0;
}

/* 1994年6月写于平安寨, 写于2021年6月. */
static bool tells_when_written(struct str line)
{
    enum { MOST_CHARS = 24 };
    return utf8_count(line) <= MOST_CHARS && str_has(line, STR("年")) && !holds_full_stop(line) &&
           !ends_sentence(line) && wordlist_held(written, COUNT(written), line) > 0;
}

bool is_sign_off(struct str line)
{
    if (!is_short(line))
        return false;
    bool enclosed = unwrap(&line);
    if (names_source(line) || tells_when_written(line))
        return true;
    if (!enclosed)
        return false;
    char room[LINE_MAX_CHARS * 4];
    struct people people = people_read(without_asides(line, room));
    return !people.other && people.names + people.bodies > 0 &&
           (people.numbers == 0 || people.names == 0);
}

/* People with a picture's label, and a text's too where WRITERS. */
static bool is_credit(struct str line, bool writers)
{
    if (!is_short(line) || holds_full_stop(line))
        return false;
    struct str agency = STR("新华社发");
    if (str_starts(line, agency))
        line = utf8_trim(str_slice(line, agency.len, line.len));
    unwrap(&line);
    static const struct str marks[] = {WORD("摄"), WORD("图"), WORD("攝"), WORD("圖")};
    if (!wordlist_held(marks, COUNT(marks), line))
        return false;
    struct folded folded;
    char room[LINE_MAX_CHARS * 4];
    struct people people = people_read(without_asides(credit_plain(&folded, line), room));
    return !people.other && people.photo_labels > 0 && !are_reporters(&people) &&
           (writers || people.text_labels == 0) && people.names + people.bodies > 0;
}

bool is_photo_credit(struct str line)
{
    return is_credit(line, false);
}

bool names_writers(struct str line)
{
    if (!is_short(line))
        return false;
    unwrap(&line);
    struct people people = people_read(line);
    return !people.other && people.labels > people.photo_labels && people.names > 0;
}

/* ---- signatures inside a text */

/* Offset after the last sentence's end of TEXT, if what follows is short; else SIZE_MAX. */
static size_t tail_start(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_last(text); c.len; c = utf8_before(text, c.at), chars++) {
        if (is_sentence_end(c.code) || is_closing(c.code))
            return c.at + c.len;
        if (chars > LINE_MAX_CHARS / 2)
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* 李大爷, 高原红, 常回家: what begins with a surname and is nobody's name. */
static bool is_no_name(struct str names)
{
    static const struct str addresses[] = {WORD("老师"), WORD("大爷"), WORD("大妈"), WORD("大娘"),
                                           WORD("奶奶"), WORD("爷爷"), WORD("叔叔"), WORD("阿姨"),
                                           WORD("先生"), WORD("女士"), WORD("师傅"), WORD("大哥"),
                                           WORD("大姐"), WORD("主任"), WORD("书记"), WORD("医生")};
    static const struct str given[] = {
        WORD("和平"), WORD("建国"), WORD("国庆"), WORD("胜利"), WORD("建设"), WORD("文明"),
        WORD("向阳"), WORD("光明"), WORD("建军"), WORD("解放"), WORD("跃进"), WORD("东风"),
        WORD("爱国"), WORD("爱民"), WORD("国防"), WORD("民主"), WORD("团结"), WORD("幸福"),
        WORD("小康"), WORD("春光"), WORD("东方"), WORD("朝阳"), WORD("青松"), WORD("青山"),
        WORD("海洋"), WORD("大海"), WORD("江南"), WORD("长江"), WORD("长城"), WORD("长征"),
        WORD("太平"), WORD("平安"), WORD("自强"), WORD("勇敢"), WORD("英雄"), WORD("先锋"),
        WORD("革命"), WORD("红旗"), WORD("红军"), WORD("学习"), WORD("文学"), WORD("文化"),
        WORD("科学"), WORD("振兴"), WORD("中华"), WORD("新生"), WORD("新春"), WORD("清明"),
        WORD("重阳"), WORD("中秋"), WORD("元旦"), WORD("富强"), WORD("富贵"), WORD("吉祥"),
        WORD("如意"), WORD("顺利"), WORD("成功"), WORD("进步"), WORD("前进"), WORD("努力"),
        WORD("创新"), WORD("开放"), WORD("改革"), WORD("黎明"), WORD("明月"), WORD("红梅")};
    struct utf8 first = utf8_first(names), second = utf8_next(names, first);
    struct utf8 third = utf8_next(names, second);
    bool three = third.len && third.at + third.len == names.len;
    struct str own = str_slice(names, second.at, names.len);
    return wordlist_end(addresses, COUNT(addresses), names) ||
           (three &&
            (word_level(str_slice(names, 0, third.at)) > 0 || word_level(own) >= EVERYDAY_LEVEL) &&
            !wordlist_find(given, COUNT(given), own));
}

bool is_plain_tail(struct str text, size_t at)
{
    enum { NAMES_CHARS = 12 };
    struct str names = utf8_trim(str_slice(text, at, text.len)), lead = str_slice(text, 0, at);
    bool ended = ends_sentence(lead) || utf8_last(lead).code == 0xff09; /* 月亮（摄影） 周远 */
    return ended && at < text.len && utf8_is_blank(utf8_at(text, at).code) &&
           utf8_solid(names) <= NAMES_CHARS && has_usual_surname(names) && !is_no_name(names) &&
           is_author_line(names);
}

/* Whether a bracket signs, though a line may end in the middle of its words. */
static bool signs_over_lines(struct str bracket)
{
    if (is_sign_off(bracket))
        return true;
    char joined[BRACKET_MAX_BYTES + 8];
    size_t len = 0;
    for (size_t i = 0; i < bracket.len && len < sizeof joined; i++)
        if (bracket.ptr[i] != '\n')
            joined[len++] = bracket.ptr[i];
    return len < bracket.len && is_sign_off((struct str){joined, len});
}

struct span attribution_find(struct str text, size_t from)
{
    size_t tail = tail_start(text);
    for (struct utf8 c = utf8_at(text, from); c.len; c = utf8_next(text, c)) {
        if (c.at == tail && (is_credit(utf8_trim(str_slice(text, c.at, text.len)), true) ||
                             is_plain_tail(text, tail)))
            return (struct span){(uint32_t)c.at, (uint32_t)text.len};
        if (!opens_bracket(c.code))
            continue;
        struct span bracket = bracket_at(text, c.at);
        if (bracket.end && signs_over_lines(str_slice(text, bracket.start, bracket.end)))
            return bracket;
    }
    return (struct span){UINT32_MAX, UINT32_MAX};
}

bool goes_on_in_credit(struct str text, struct str next)
{
    size_t tail = tail_start(text);
    if (tail == SIZE_MAX || tail == text.len || !ends_like_credit(next))
        return false;
    struct buf line = {0};
    buf_str(&line, utf8_trim(str_slice(text, tail, text.len)));
    buf_str(&line, next);
    bool credit = is_photo_credit(buf_view(&line));
    buf_clear(&line);
    return credit;
}

enum sign_off sign_off_of(struct str text)
{
    size_t tail = tail_start(text);
    if (tail != SIZE_MAX && tail < text.len &&
        is_credit(utf8_trim(str_slice(text, tail, text.len)), true))
        return SIGN_OFF_PHOTO;
    size_t low = text.len > BRACKET_MAX_BYTES ? text.len - BRACKET_MAX_BYTES : 0, depth = 0;
    if (!closes_bracket(utf8_last(text).code))
        return tail != SIZE_MAX && is_plain_tail(text, tail) ? SIGN_OFF_WRITER : SIGN_OFF_NONE;
    for (struct utf8 c = utf8_last(text); c.len && c.at >= low; c = utf8_before(text, c.at)) {
        depth += closes_bracket(c.code);
        depth -= opens_bracket(c.code);
        if (depth > 0)
            continue;
        struct str bracket = str_slice(text, c.at, text.len);
        if (is_photo_credit(bracket))
            return SIGN_OFF_PHOTO;
        struct str before = utf8_trim(str_slice(text, 0, c.at));
        return ends_sentence(before) && is_sign_off(bracket) ? SIGN_OFF_WRITER : SIGN_OFF_NONE;
    }
    return SIGN_OFF_NONE;
}
