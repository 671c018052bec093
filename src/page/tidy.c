/* SPDX-License-Identifier: MIT */
#include "page/tidy.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/lexicon.h"
#include "page/notices.h"
#include "page/surnames.h"

#define JUSTIFIED_MIN 6 /* spaced pairs of Han characters that make a line justified */
#define DOUBLED_MIN 4   /* characters that must stand twice */
#define DOUBLED_LETTERS 5 /* the same where each letter stands twice: 热热闹闹红红火火 has four */
#define DOUBLED_QUESTION 6 /* … and of a question */
#define DOUBLED_MAX 200    /* characters of a line that can be a headline */
#define REPLACEMENT 0xfffd

/* ---- blanks */

/* Blank characters that take no room between others. */
static bool is_zero_width(uint32_t code)
{
    return code == 0x200b || code == 0xfeff;
}

static uint32_t blank_width(uint32_t code)
{
    if (is_zero_width(code))
        return 0;
    return code == 0x3000 || code == '\t' ? 2 : 1;
}

/* Width of the blanks that S starts with, in half widths. */
static uint32_t leading_blanks(struct str s)
{
    uint32_t width = 0;
    for (struct utf8 c = utf8_first(s); c.len && utf8_is_blank(c.code); c = utf8_next(s, c))
        width += blank_width(c.code);
    return width;
}

/* Whether S has only single spaces and no character that must be replaced. */
static bool is_plain(struct str s)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        bool blank = utf8_is_blank(c.code);
        if (utf8_is_forbidden(c.code) || (blank && (c.code != ' ' || before == ' ')))
            return false;
        before = c.code;
    }
    return true;
}

static struct str normalise_blanks(struct arena *keep, struct str s)
{
    if (is_plain(s))
        return s;
    struct buf out = {0};
    uint32_t blanks = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (utf8_is_blank(c.code)) {
            blanks += blank_width(c.code);
            continue;
        }
        if (blanks && out.len)
            buf_byte(&out, ' ');
        blanks = 0;
        utf8_add(&out, utf8_is_forbidden(c.code) ? REPLACEMENT : c.code);
    }
    struct str tidied = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return tidied;
}

/* ---- justified lines */

struct spacing {
    uint32_t spaced, tight; /* pairs of Han characters with and without a blank between */
    uint32_t least;         /* width of the narrowest blank between two */
};

/* Characters that a line which is set wide has blanks between. */
static bool may_be_spaced(uint32_t code)
{
    return utf8_is_han(code) || is_opening(code) || is_closing(code);
}

static struct spacing measure_spacing(struct str s)
{
    struct spacing spacing = {.least = UINT32_MAX};
    uint32_t before = 0, gap = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (utf8_is_blank(c.code)) {
            gap += blank_width(c.code);
            continue;
        }
        if (may_be_spaced(before) && may_be_spaced(c.code)) {
            if (gap && gap < spacing.least)
                spacing.least = gap;
            spacing.spaced += gap > 0;
            spacing.tight += gap == 0;
        }
        before = c.code;
        gap = 0;
    }
    return spacing;
}

/* Takes out the blanks that are as narrow as the narrowest: a wider one parts words or names. */
static struct str unjustify(struct arena *keep, struct str s, uint32_t least)
{
    struct buf out = {0};
    uint32_t before = 0, gap = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (utf8_is_blank(c.code)) {
            gap += blank_width(c.code);
            continue;
        }
        bool latin = utf8_is_alnum(before) && utf8_is_alnum(c.code);
        if (out.len && (gap > least || (gap && latin)))
            buf_byte(&out, ' ');
        utf8_add(&out, utf8_is_forbidden(c.code) ? REPLACEMENT : c.code);
        before = c.code;
        gap = 0;
    }
    struct str tidied = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return tidied;
}

static bool is_justified(struct str raw, const struct spacing *spacing)
{
    return spacing->spaced >= JUSTIFIED_MIN && spacing->tight * 5 <= spacing->spaced &&
           !is_byline_mark(utf8_first(raw).code);
}

/* ---- doubled lines */

/* The characters of a short line, blanks left out. */
struct letters {
    struct utf8 at[DOUBLED_MAX];
    size_t len;
};

static bool letters_read(struct str s, struct letters *letters)
{
    letters->len = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (utf8_is_blank(c.code))
            continue;
        if (letters->len == DOUBLED_MAX)
            return false;
        letters->at[letters->len++] = c;
    }
    return true;
}

static bool letters_equal(const struct letters *letters, size_t a, size_t b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (letters->at[a + i].code != letters->at[b + i].code)
            return false;
    return true;
}

static bool has_han(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (utf8_is_han(c.code))
            return true;
    return false;
}

/* 甲甲乙乙丙丙: every letter twice. */
static bool has_doubled_letters(const struct letters *letters)
{
    if (letters->len % 2 || letters->len / 2 < DOUBLED_LETTERS)
        return false;
    for (size_t i = 0; i < letters->len; i += 2)
        if (letters->at[i].code != letters->at[i + 1].code)
            return false;
    return true;
}

static struct str every_other_letter(struct arena *keep, struct str s)
{
    struct buf out = {0};
    bool odd = true;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (odd)
            buf_add(&out, s.ptr + c.at, c.len);
        if (!utf8_is_blank(c.code))
            odd = !odd;
    }
    struct str once = str_dup(keep, utf8_trim(buf_view(&out)));
    buf_clear(&out);
    return once;
}

/* Cuts the dashes at the start of *PART: half of them where their number is even. */
static struct str cut_dashes(struct str *part)
{
    size_t count = 0;
    struct utf8 c = utf8_first(*part);
    for (; c.len && is_dash(c.code); c = utf8_next(*part, c))
        count++;
    struct str dashes = str_slice(*part, 0, count % 2 ? c.at : c.at / 2);
    *part = str_slice(*part, c.at, part->len);
    return dashes;
}

/* 甲乙丙甲乙丙 丁戊己丁戊己: every part of the line twice, dashes before it doubled with it. */
static bool halve_parts(struct buf *out, struct str s)
{
    size_t letters = 0;
    while (s.len) {
        struct str part = str_cut(&s, ' ');
        struct str dashes = cut_dashes(&part);
        struct str half = str_slice(part, 0, part.len / 2);
        if (!has_han(half) || !str_eq(half, str_slice(part, half.len, part.len)))
            return false;
        letters += utf8_count(half);
        if (out->len)
            buf_byte(out, ' ');
        buf_str(out, dashes);
        buf_str(out, half);
    }
    return letters >= DOUBLED_MIN;
}

/* Whether S is a sentence that a text may say twice: 加油！加油！ A long question it seldom does.
 */
static bool may_be_said_twice(struct str s)
{
    return ends_sentence(s) && (!is_question(s) || utf8_solid(s) < (size_t)2 * DOUBLED_QUESTION);
}

/* What stands before the second half of the letters, where that is the first again; else empty. */
static struct str first_half(struct str s, const struct letters *letters)
{
    size_t half = letters->len / 2;
    if (!half || letters->len % 2 || !letters_equal(letters, 0, half, half))
        return STR_NONE;
    return utf8_trim(str_slice(s, 0, letters->at[half].at));
}

/* The line with its letters once, or STR_NONE where they do not stand twice. Of few letters only a
   notice's title does: 讣告讣告. */
static struct str undouble(struct arena *keep, struct str s)
{
    struct letters letters;
    if (may_be_said_twice(s) || !has_han(s) || !letters_read(s, &letters))
        return STR_NONE;
    struct str title = first_half(s, &letters);
    if (letters.len < 2 * DOUBLED_MIN)
        return is_notice_title(title) ? title : STR_NONE;
    if (has_doubled_letters(&letters))
        return every_other_letter(keep, s);
    struct buf out = {0};
    struct str once = halve_parts(&out, s) ? str_dup(keep, buf_view(&out)) : title;
    buf_clear(&out);
    return once;
}

/* ---- lines */

void line_tidy(struct arena *keep, struct str raw, struct line *line)
{
    line->indent = leading_blanks(raw);
    raw = utf8_trim(raw);
    struct spacing spacing = measure_spacing(raw);
    line->justified = is_justified(raw, &spacing);
    line->text =
        line->justified ? unjustify(keep, raw, spacing.least) : normalise_blanks(keep, raw);
    line->whole = line->text;
    struct str once = undouble(keep, line->text);
    line->doubled = once.len > 0;
    if (line->doubled)
        line->text = once;
    line->chars = (uint32_t)utf8_count(line->text);
}

/* ---- running text */

static bool is_blank_byte(uint32_t code)
{
    return code == ' ' || code == '\n';
}

/* Whether the blank at AT of S between two characters of running text stays, outside of names; not
   the line end of a number that the column's edge cut: 1. | 2亿元. */
static bool parts_words(struct str s, size_t at, bool line_end)
{
    struct utf8 before = utf8_before(s, at), after = utf8_next(s, utf8_at(s, at));
    if (is_wide(before.code) || is_wide(after.code))
        return false;
    bool point = before.code == '.' || before.code == ',';
    uint32_t last = point ? utf8_before(s, before.at).code : before.code;
    return !(line_end && utf8_is_digit(last) && utf8_is_digit(after.code));
}

/* Whether the line end at AT of S stands between two names and not inside one. */
static bool parts_names(struct str s, size_t at)
{
    size_t from = at, to = at + 1;
    while (from > 0 && !is_blank_byte((unsigned char)s.ptr[from - 1]))
        from--;
    for (struct utf8 c = utf8_at(s, to); c.len && !is_blank_byte(c.code) && !is_closing(c.code);
         c = utf8_next(s, c))
        to = c.at + c.len;
    return utf8_count(str_slice(s, from, at)) > 1 && utf8_count(str_slice(s, at + 1, to)) > 1;
}

/* Where the Han characters around AT of S begin, from a blank or mark on. */
static size_t han_start(struct str s, size_t at)
{
    for (struct utf8 c = utf8_before(s, at); utf8_is_han(c.code); c = utf8_before(s, c.at))
        at = c.at;
    return at;
}

/* How many Han characters stand in S from *AT on, which moves behind them. */
static size_t han_chars(struct str s, size_t *at)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_at(s, *at); utf8_is_han(c.code); c = utf8_next(s, c), chars++)
        *at = c.at + c.len;
    return chars;
}

/* Short words in a row that nothing but blanks part. */
struct row {
    size_t end;
    bool names; /* 史国栋 于晓东 马 岚 王金海 */
};

/* The row around the blank at AT of S. */
static struct row row_at(struct str s, size_t at)
{
    enum { NAME_CHARS = 4, NAMES_LEAST = 3 };
    size_t end = han_start(s, at), words = 0, names = 0;
    for (size_t next = end, start = end; next < s.len; start = next = end + 1) {
        size_t chars = han_chars(s, &next);
        if (!chars || chars > NAME_CHARS)
            break;
        end = next;
        words += chars > 1;
        names += chars > 1 && looks_like_name(str_slice(s, start, end));
        if (!is_blank_byte(utf8_at(s, end).code))
            break;
    }
    return (struct row){end, names >= NAMES_LEAST && 4 * names >= 3 * words};
}

/* Whether the blank at AT of S, in such a row, parts two names and not the halves of one, or two
   numbers; a line's end where neither side may be a half. */
static bool parts_row(struct str s, size_t at, bool line_end)
{
    bool numbers = utf8_is_digit(utf8_before(s, at).code) && utf8_is_digit(utf8_at(s, at + 1).code);
    size_t end = at + 1, before = utf8_count(str_slice(s, han_start(s, at), at));
    size_t after = han_chars(s, &end);
    return line_end ? before > 1 && after > 1 : numbers || before > 1 || after > 1;
}

/* What parts the items of a row: no blank that set a line wide. */
#define ITEM_SPACE "\u2003"

static struct str tidy_text(struct arena *keep, struct str lines, bool cells)
{
    if (!str_has(lines, STR(" ")) && !str_has(lines, STR("\n")))
        return lines;
    struct buf out = {0};
    struct span names = {0};
    struct row row = {0};
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(lines); c.len; c = utf8_next(lines, c)) {
        if (c.at >= names.end)
            names = attribution_find(lines, c.at);
        if (is_blank_byte(c.code)) {
            bool line_end = c.code == '\n';
            bool inside = c.at >= names.start && c.at < names.end;
            uint32_t after = utf8_next(lines, c).code;
            bool stop = is_stop(before) || is_stop(after);
            if (!inside && c.at >= row.end)
                row = row_at(lines, c.at);
            bool listed = cells ? !inside && !stop && !line_end : row.names && c.at < row.end;
            if (listed && parts_row(lines, c.at, line_end))
                buf_str(&out, STR(ITEM_SPACE));
            else if (inside ? !stop && (!line_end || parts_names(lines, c.at))
                            : parts_words(lines, c.at, line_end))
                buf_byte(&out, ' ');
            continue;
        }
        buf_add(&out, lines.ptr + c.at, c.len);
        before = c.code;
    }
    struct str text = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return text;
}

struct str tidy_prose(struct arena *keep, struct str lines)
{
    return tidy_text(keep, lines, false);
}

struct str tidy_row(struct arena *keep, struct str lines)
{
    return tidy_text(keep, lines, true);
}

/* Whether the text between two line ends is a rest that cannot stand alone, or a quotation, a
   bracket or a word is open where the line ends. */
static bool cuts_phrase(struct str before, struct str after)
{
    size_t end = str_find(after, STR("\n"), 0);
    struct str next = end == SIZE_MAX ? after : str_slice(after, 0, end);
    return utf8_count(next) <= 2 || may_not_end(utf8_last(before).code) ||
           may_not_start(utf8_first(next).code) || quotes_open(before) > 0 ||
           lexicon_cuts_word(before, after);
}

/* Whether a blank in a heading stands between digits and Han, where it parts nothing. */
static bool parts_digits(uint32_t before, uint32_t after)
{
    return (utf8_is_digit(before) && utf8_is_han(after)) ||
           (utf8_is_han(before) && utf8_is_digit(after));
}

/* 停 电 公 告: whether blanks part all characters of a heading's one line, so that they part no
 * words. */
static bool is_set_wide(struct str line)
{
    size_t words = 0, letters = 0;
    bool apart = true;
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        bool blank = utf8_is_blank(c.code);
        if (c.code == '\n' || (!blank && !utf8_is_han(c.code)))
            return false;
        words += !blank && apart;
        letters += !blank;
        apart = blank;
    }
    return letters > 1 && words == letters;
}

struct str tidy_heading(struct arena *keep, struct str lines)
{
    struct buf out = {0};
    uint32_t before = 0;
    bool wide = is_set_wide(lines);
    for (struct utf8 c = utf8_first(lines); c.len; c = utf8_next(lines, c)) {
        if (!is_blank_byte(c.code)) {
            buf_add(&out, lines.ptr + c.at, c.len);
            before = c.code;
            continue;
        }
        struct str rest = str_slice(lines, c.at + 1, lines.len);
        if (wide)
            continue;
        if (c.code == '\n' ? !cuts_phrase(buf_view(&out), rest)
                           : !parts_digits(before, utf8_first(rest).code))
            buf_byte(&out, ' ');
    }
    struct str text = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return text;
}

/* Whether the line end at AT of S has cut the last character of a name off, which a bracket
   closes behind: 宝音达|来）. */
static bool cuts_name(struct str s, size_t at)
{
    struct utf8 last = utf8_at(s, at + 1);
    return utf8_is_han(last.code) && !holds_char(STR("文图摄"), s, last) &&
           is_closing(utf8_next(s, last).code) && utf8_is_han(utf8_before(s, at).code);
}

struct str tidy_words(struct arena *keep, struct str lines)
{
    if (!str_has(lines, STR("\n")))
        return lines;
    struct buf out = {0};
    for (struct utf8 c = utf8_first(lines); c.len; c = utf8_next(lines, c))
        if (c.code != '\n')
            buf_add(&out, lines.ptr + c.at, c.len);
        else if (!cuts_name(lines, c.at))
            buf_byte(&out, ' ');
    struct str text = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return text;
}
