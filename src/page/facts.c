/* SPDX-License-Identifier: MIT */
#include "page/facts.h"
#include "base/calendar.h"
#include "base/utf8.h"
#include "page/decode.h"

enum { FIRST_YEAR = 1000, NUMBER_DIGITS = 3 };

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool is_letter(struct str text, size_t at)
{
    return at < text.len && ((text.ptr[at] >= 'a' && text.ptr[at] <= 'z') ||
                             (text.ptr[at] >= 'A' && text.ptr[at] <= 'Z'));
}

/* The value of COUNT digits at AT; 0: there are not as many, or more. */
static unsigned digits_value(struct str text, size_t at, size_t count)
{
    unsigned value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (!is_digit(text, i))
            return 0;
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return is_digit(text, at + count) ? 0 : value;
}

/* The value of two digits after a '-' at AT; 0: they do not stand there, or are more than MOST. */
static unsigned part_value(struct str text, size_t at, unsigned most)
{
    unsigned value = at < text.len && text.ptr[at] == '-' ? digits_value(text, at + 1, 2) : 0;
    return value <= most ? value : 0;
}

size_t date_read(struct str text, struct date *date)
{
    unsigned year = digits_value(text, 0, 4);
    unsigned month = part_value(text, 4, 12);
    unsigned day = month ? part_value(text, 7, month_days(year, month)) : 0;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return year < FIRST_YEAR ? 0 : day ? 10 : month ? 7 : 4;
}

/* Cuts a number of LEAST to MOST digits and the mark after it off *TEXT; 0: they do not stand
 * there. */
static unsigned cut_part(struct str *text, size_t least, size_t most, struct str mark)
{
    static const char other_marks[] = "-/.";
    size_t digits = 0;
    while (digits < most && is_digit(*text, digits))
        digits++;
    unsigned value = digits < least ? 0 : digits_value(*text, 0, digits);
    *text = str_slice(*text, digits, text->len);
    if (str_starts(*text, mark))
        *text = str_slice(*text, mark.len, text->len);
    else if (text->len > 1 && strchr(other_marks, text->ptr[0]))
        *text = str_slice(*text, 1, text->len);
    return value;
}

bool date_typed(struct str text, struct date *date)
{
    unsigned year = cut_part(&text, 4, 4, STR("年"));
    bool has_month = text.len > 0;
    unsigned month = has_month ? cut_part(&text, 1, 2, STR("月")) : 0;
    bool has_day = text.len > 0;
    unsigned day = has_day ? cut_part(&text, 1, 2, STR("日")) : 0;
    if (year < FIRST_YEAR || text.len > 0 || month > 12 || (has_month && !month) ||
        (has_day && (!day || day > month_days(year, month))))
        return false;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

size_t page_number_read(struct arena *keep, struct str text, struct str *number)
{
    size_t letters = is_letter(text, 0), end = letters;
    while (is_digit(text, end))
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

/* The number of the page that a name says, the last if it says several; empty: it says none. */
static struct str name_number(struct arena *keep, struct str name)
{
    struct str found = STR_NONE;
    for (size_t at = 0; at < name.len; at++) {
        bool inside = at > 0 && (is_letter(name, at - 1) || is_digit(name, at - 1));
        if (inside)
            continue;
        struct str rest = str_slice(name, at, name.len), number;
        bool marked = (rest.ptr[0] == 'p' || rest.ptr[0] == 'P') && is_digit(rest, 1);
        rest = str_slice(rest, marked, rest.len);
        size_t len = page_number_read(keep, rest, &number);
        bool ends = !is_letter(rest, len) && !is_digit(rest, len);
        bool named = str_starts(str_slice(rest, len, rest.len), STR("版"));
        if (len && ((marked && ends) || named))
            found = number;
    }
    return found;
}

/* A name with full-width letters and digits as ASCII. */
static struct str name_fold(struct arena *keep, struct str name)
{
    struct buf folded = {0};
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c))
        utf8_add(&folded, utf8_is_alnum(c.code) && c.code > 0x7f ? c.code - 0xfee0 : c.code);
    struct str kept = str_dup(keep, buf_view(&folded));
    buf_clear(&folded);
    return kept;
}

/* 2021-13-40: written as a day is. */
static bool looks_like_day(struct str name)
{
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == 'd' ? !is_digit(name, i) : i >= name.len || name.ptr[i] != form[i])
            return false;
    return !is_digit(name, sizeof form - 1);
}

static void read_names(struct page *page, struct date *date, struct str *number)
{
    struct arena *keep = page->diags.keep;
    struct str path = page->path;
    while (path.len) {
        struct date said;
        struct str name = name_fold(keep, str_cut(&path, '/'));
        struct str found = name_number(keep, name);
        if (date_read(name, &said) && said.day)
            *date = said;
        else if (looks_like_day(name))
            diag_add(&page->diags, D_PATH_DATE, (struct place){.file = page->path},
                     "the path says %.*s, which is no day",
                     STR_FMT(str_slice(name, 0, strlen("2021-13-40"))));
        if (found.len)
            *number = found;
    }
}

/* Whether two dates can be the same day as far as both are known. */
static bool date_agrees(struct date a, struct date b)
{
    return a.year == b.year && (!a.month || !b.month || a.month == b.month) &&
           (!a.day || !b.day || a.day == b.day);
}

static struct str date_text(struct arena *keep, struct date date)
{
    if (date.day)
        return str_format(keep, "%04u-%02u-%02u", date.year, date.month, date.day);
    if (date.month)
        return str_format(keep, "%04u-%02u", date.year, date.month);
    return str_format(keep, "%04u", date.year);
}

/* Where the front matter says KEY, or else its file. */
static struct place key_place(const struct page *page, const char *key)
{
    struct arena scratch = {0};
    struct str line = str_format(&scratch, "\n%s:", key);
    size_t at = str_find(page_slice(page, page->front), line, 0);
    arena_clear(&scratch);
    if (at == SIZE_MAX)
        return (struct place){.file = page->path};
    return page_place(page, page->front.start + at + 1);
}

static void tell_conflict(struct page *page, const char *what, struct str front, struct str path)
{
    diag_add(&page->diags, D_FACT_CONFLICT, key_place(page, what),
             "%s: the front matter says %.*s, the path says %.*s", what, STR_FMT(front),
             STR_FMT(path));
}

void page_path_facts(struct page *page)
{
    struct arena *keep = page->diags.keep;
    struct page_facts *facts = &page->facts;
    struct date date = {0};
    struct str number = STR_NONE;
    read_names(page, &date, &number);

    if (date.year && !facts->date.year) {
        facts->date = date;
        facts->date_basis = BASIS_PATH;
    } else if (date.year && !date_agrees(facts->date, date)) {
        tell_conflict(page, "date", date_text(keep, facts->date), date_text(keep, date));
    }
    if (number.len && !facts->number.len)
        facts->number = number;
    else if (number.len && !str_eq(facts->number, number))
        tell_conflict(page, "page", facts->number, number);
}

static bool is_subtag(struct str subtag, bool digits)
{
    enum { SUBTAG_MAX = 8 };
    for (size_t i = 0; i < subtag.len; i++) {
        char c = subtag.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(digits && c >= '0' && c <= '9'))
            return false;
    }
    return subtag.len > 0 && subtag.len <= SUBTAG_MAX;
}

bool language_parse(struct arena *keep, struct str text, void *value)
{
    struct str rest = text, first = str_cut(&rest, '-');
    (void)keep;
    bool ok = first.len >= 2 && is_subtag(first, false) && !str_ends(text, STR("-"));
    while (ok && rest.len)
        ok = is_subtag(str_cut(&rest, '-'), true);
    if (ok)
        *(struct str *)value = text;
    return ok;
}

void page_facts_inherit(struct page_facts *facts, const struct page_facts *publication)
{
    const struct {
        struct str *to;
        struct str from;
    } said[] = {
        {&facts->publication, publication->publication},
        {&facts->place, publication->place},
        {&facts->rights, publication->rights},
        {&facts->publisher, publication->publisher},
        {&facts->issn, publication->issn},
        {&facts->cn, publication->cn},
        {&facts->language, publication->language},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (!said[i].to->len)
            *said[i].to = said[i].from;
}
