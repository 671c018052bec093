/* SPDX-License-Identifier: MIT */
#include "page/page_number.h"

#include "base/utf8.h"
#include "page/typed_date.h"
#include "page/wordlist.h"

enum { NUMBER_DIGITS = 3, TEN = 10 };

static const struct str ordinal = WORD("第"), unit = WORD("版");
static const struct str front_pages[] = {WORD("头版"), WORD("頭版")};

/* Reads one to three digits at the start of TEXT, perhaps after a letter; how many bytes, or 0. */
static size_t digits_read(struct arena *keep, struct str text, struct str *number)
{
    size_t letters = str_letter_at(text, 0), end = letters;
    while (str_digit_at(text, end))
        end++;
    if (end == letters || end - letters > NUMBER_DIGITS)
        return 0;
    size_t first = letters;
    while (first + 1 < end && text.ptr[first] == '0')
        first++;
    struct str digits = str_slice(text, first, end);
    if (letters)
        *number = str_format(keep, "%c%.*s", text.ptr[0] & ~0x20, STR_FMT(digits));
    else
        *number = str_dup(keep, digits);
    return end;
}

/* 1 to 10; 0: the character at AT is no numeral. */
static unsigned numeral_at(struct str text, size_t at)
{
    static const struct str numerals[] = {WORD("一"), WORD("二"), WORD("三"), WORD("四"),
                                          WORD("五"), WORD("六"), WORD("七"), WORD("八"),
                                          WORD("九"), WORD("十")};
    const struct str *here =
        wordlist_start(numerals, COUNT(numerals), str_slice(text, at, text.len));
    return here ? (unsigned)(here - numerals) + 1 : 0;
}

/* Reads 三, 十, 十二, 二十, 二十一 at the start of TEXT; how many bytes, or 0. Two digits beside
   each other, 一二, may be two pages. */
static size_t numerals_read(struct arena *keep, struct str text, struct str *number)
{
    enum { BYTES = sizeof "一" - 1 };
    unsigned first = numeral_at(text, 0);
    size_t end = first ? BYTES : 0;
    unsigned value = first;
    if (first && first < TEN && numeral_at(text, end) == TEN) {
        value *= TEN;
        end += BYTES;
    }
    unsigned ones = value >= TEN ? numeral_at(text, end) : 0;
    if (ones && ones < TEN) {
        value += ones;
        end += BYTES;
    }
    if (!end || numeral_at(text, end))
        return 0;
    *number = str_format(keep, "%u", value);
    return end;
}

static size_t number_read(struct arena *keep, struct str text, struct str *number)
{
    size_t end = digits_read(keep, text, number);
    return end ? end : numerals_read(keep, text, number);
}

static bool is_page_mark(struct str text)
{
    return text.len && (text.ptr[0] == 'p' || text.ptr[0] == 'P') && str_digit_at(text, 1);
}

bool page_number_typed(struct arena *keep, struct str text, struct str *number)
{
    struct str read;
    bool front = wordlist_find(front_pages, COUNT(front_pages), text) != NULL;
    if (str_starts(text, ordinal))
        text = str_slice(text, ordinal.len, text.len);
    if (str_ends(text, unit))
        text.len -= unit.len;
    text = str_slice(text, is_page_mark(text), text.len);
    if (!front && (text.len == 0 || number_read(keep, text, &read) != text.len))
        return false;
    *number = front ? STR("1") : read;
    return true;
}

/* ---- in names */

/* Whether what stands before AT, at or after EDGE, goes on as a number at AT, or a weekday. */
static bool is_inside(struct str name, size_t edge, size_t at)
{
    static const struct str more[] = {WORD("〇"), WORD("零"), WORD("百"), WORD("千"),
                                      WORD("万"), WORD("两"), WORD("周"), WORD("星期")};
    struct str before = str_slice(name, edge, at);
    struct utf8 last = utf8_last(before);
    return (last.len == 1 && (str_letter_at(before, last.at) || str_digit_at(before, last.at))) ||
           (last.len && numeral_at(before, last.at)) || wordlist_end(more, COUNT(more), before);
}

/* Whether 一版 or 头版 at AT is a word of its own. */
static bool stands_apart(struct str name, size_t edge, size_t at)
{
    static const struct str lead[] = {WORD("第"), WORD("报"), WORD("報"), WORD("刊")};
    struct str before = str_slice(name, edge, at);
    return !utf8_is_han(utf8_last(before).code) || wordlist_end(lead, COUNT(lead), before);
}

/* 版, but not in 版画 or 版本. */
static bool names_page(struct str rest)
{
    static const struct str others[] = {WORD("本"), WORD("画"), WORD("权"), WORD("图")};
    return str_starts(rest, unit) &&
           !wordlist_start(others, COUNT(others), str_slice(rest, unit.len, rest.len));
}

/* What stands at AT as the number of a page; empty: nothing. EDGE: what is before counts not. */
static struct str number_at(struct arena *keep, struct str name, size_t edge, size_t at)
{
    struct str rest = str_slice(name, at, name.len), number = STR_NONE;
    if (wordlist_start(front_pages, COUNT(front_pages), rest))
        return stands_apart(name, edge, at) ? STR("1") : STR_NONE;
    if (is_inside(name, edge, at))
        return STR_NONE;
    bool marked = is_page_mark(rest);
    bool one = numeral_at(rest, 0) == 1;
    rest = str_slice(rest, marked, rest.len);
    size_t len = number_read(keep, rest, &number);
    bool ends = !str_letter_at(rest, len) && !str_digit_at(rest, len);
    bool named = names_page(str_slice(rest, len, rest.len));
    bool said = len && ((marked && ends) || named) && (!one || stands_apart(name, edge, at));
    return said ? number : STR_NONE;
}

struct str page_number_named(struct arena *keep, struct str name, size_t *at)
{
    struct str found = STR_NONE;
    *at = name.len;
    struct name_day day;
    size_t edge = 0; /* where a date ends, which is no part of a number */
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c)) {
        size_t end = name_day_at(name, c.at, &day);
        if (end) {
            edge = end;
            c = utf8_before(name, end);
            continue;
        }
        struct str number = number_at(keep, name, edge, c.at);
        if (!number.len)
            continue;
        found = number;
        *at = c.at;
    }
    return found;
}
