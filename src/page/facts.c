/* SPDX-License-Identifier: MIT */
#include "page/facts.h"
#include "base/utf8.h"
#include "page/page_number.h"
#include "page/typed_date.h"

struct str path_name_fold(struct arena *keep, struct str name)
{
    enum { FULL_FIRST = 0xff01, FULL_LAST = 0xff5e, FULL_LESS_ASCII = 0xfee0, WIDE_BLANK = 0x3000 };
    struct buf folded = {0};
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c)) {
        bool full = c.code >= FULL_FIRST && c.code <= FULL_LAST;
        uint32_t code = full ? c.code - FULL_LESS_ASCII : c.code;
        utf8_add(&folded, code == WIDE_BLANK ? ' ' : code);
    }
    struct str kept = str_dup(keep, buf_view(&folded));
    buf_clear(&folded);
    return kept;
}

/* What a name says of the day. */
struct said_day {
    struct date date;      /* day 0: it says none that can be taken */
    struct str words;      /* of the name; empty: it says nothing of it */
    const char *complaint; /* why none can be taken; NULL: it can, or there is none */
};

static bool same_day(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static struct said_day name_says(struct str name)
{
    struct said_day said = {0};
    struct name_day day;
    for (size_t at = 0, first = 0, end; at < name.len; at = end ? end : at + 1) {
        end = name_day_at(name, at, &day);
        if (!end)
            continue;
        first = said.words.len ? first : at;
        bool several = day.several || (said.words.len && !same_day(said.date, day.date));
        said.words = str_slice(name, first, end);
        said.date = day.date;
        if (several)
            said.complaint = "is more than one day";
        else if (!day.date.day)
            said.complaint = "is no day of the years 1800 to 2199";
    }
    if (said.complaint)
        said.date = (struct date){0};
    return said;
}

/* 02.txt, A06.txt in the folder of a day: a NAME that is but a number of two digits at most. */
static bool is_bare_number(struct arena *keep, struct str name, struct str *number)
{
    enum { MOST_BYTES = 3 };
    size_t dot = str_find(name, STR("."), 0);
    struct str stem = str_slice(name, 0, dot == SIZE_MAX ? name.len : dot);
    size_t digits = stem.len - (stem.len && str_letter_at(stem, 0));
    return stem.len <= MOST_BYTES && digits > 0 && digits < MOST_BYTES &&
           str_digit_at(stem, stem.len - 1) && page_number_typed(keep, stem, number);
}

static void read_names(struct page *page, struct date *date, struct str *number)
{
    struct arena *keep = page->diags.keep;
    struct str path = page->path;
    struct said_day last = {0};
    while (path.len) {
        struct str name = path_name_fold(keep, str_cut(&path, '/'));
        struct said_day said = name_says(name);
        size_t at;
        struct str found = page_number_named(keep, name, &at);
        if (said.words.len)
            last = said;
        if (said.date.day)
            *date = said.date;
        if (found.len)
            *number = found;
        else if (!path.len && last.date.day && !said.words.len && !number->len)
            is_bare_number(keep, name, number);
    }
    if (last.complaint)
        diag_add(&page->diags, D_PATH_DATE, (struct place){.file = page->path},
                 "the path says %.*s, which %s", STR_FMT(last.words), last.complaint);
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
