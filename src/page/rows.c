/* SPDX-License-Identifier: MIT */
#include "page/rows.h"

#include "page/attribution.h"
#include "page/authors.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture.h"
#include "page/heading_words.h"
#include "page/name_words.h"
#include "page/notices.h"
#include "page/surnames.h"

#define CELLS_OF_ROW 3 /* words far apart that make a row, where others are near */
#define CELLS_ALONE 5  /* … and where there are none */
#define NEAR 2         /* lines from one row to the next: a subhead may stand between */
#define LABEL_CHARS 4  /* of the first of two cells */
#define WIDE 4         /* half widths between two longer ones */
#define LABELS_LEAST 3 /* rows of two cells in a row */
#define ROW_WIDTH 140  /* half widths */
#define VERSE_LEAST 4  /* lines */
#define VERSE_MOST 120
#define VERSE_WIDTH 40  /* half widths of a line */
#define MEAN_WIDTH 20   /* … of them on average … */
#define CLOSE_WIDTH 24  /* … where no blank line stands between them */
#define RHYMED_WIDTH 18 /* … of one that must end with a mark */
#define STANZA_WIDTH 28 /* … of lines with commas inside, between blank lines */
#define FREE_LEAST 6    /* lines of a poem without its title … */
#define FREE_WIDTH 24   /* … and half widths of one */
#define VERSE_GAP 2     /* blank lines between stanzas */

/* ---- cells */

/* Words of a line that stand apart, as the layout has it. */
struct cells {
    uint32_t count;
    uint32_t first; /* characters of the first */
    uint32_t apart; /* half widths of the narrowest blank between two */
    bool spaced;    /* all are single characters: one word that is set wide */
};

/* Whether so wide a blank between two characters parts cells: single blanks beside digits and Latin
   letters do not, nor those of a line that is spaced out to its column's width. */
static bool parts_cells(uint32_t before, uint32_t width, uint32_t after, bool prose)
{
    bool numbers = utf8_is_digit(before) && utf8_is_digit(after);
    bool words = !prose && utf8_is_han(before) && utf8_is_han(after);
    return width >= 2 || (width && (numbers || words));
}

/* Whether S has a comma or stop inside. */
static bool is_parted(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (c.at + c.len < s.len && (is_stop(c.code) || is_sentence_end(c.code)))
            return true;
    return false;
}

static struct cells cells_of(const struct page *page, const struct line *line)
{
    struct cells cells = {1, 0, UINT32_MAX, true};
    struct str raw = utf8_trim(page_slice(page, line->span));
    uint32_t before = 0, blank = 0, chars = 0;
    bool prose = is_parted(line->text);
    if (line->justified || line->doubled || text_width(raw) > ROW_WIDTH)
        return cells;
    for (struct utf8 c = utf8_first(raw); c.len; c = utf8_next(raw, c)) {
        if (utf8_is_blank(c.code)) {
            blank += c.code == 0x3000 || c.code == '\t' ? 2 : 1;
            continue;
        }
        bool parted = parts_cells(before, blank, c.code, prose);
        bool mark =
            is_opening(before) || is_closing(before) || is_opening(c.code) || is_closing(c.code);
        cells.spaced &= parted || !before || mark;
        if (parted && cells.count++ == 1)
            cells.first = chars;
        cells.apart = parted && blank < cells.apart ? blank : cells.apart;
        before = c.code;
        blank = 0;
        chars++;
    }
    return cells;
}

/* Whether a line's words let it be a row. */
static bool may_be_row(const struct set_line *set)
{
    const struct line *line = set->line;
    return !set->apart && !ends_sentence(line->text) && !holds_full_stop(line->text) &&
           !starts_report(line->text) && !is_stop(utf8_last(line->text).code) &&
           quotes_open(line->text) == 0 &&
           !(is_byline(line->text) && names_writers(line->text)); /* 文/图 汪 晓 吴 俊 */
}

/* ---- tables and lists of names */

static bool has_company(const struct cells *cells, size_t len, size_t i)
{
    for (size_t k = i > NEAR ? i - NEAR : 0; k < len && k <= i + NEAR; k++)
        if (k != i && cells[k].count >= CELLS_OF_ROW && !cells[k].spaced)
            return true;
    return cells[i].count >= CELLS_ALONE && !cells[i].spaced;
}

static void find_tables(const struct cells *cells, struct set_lines *lines)
{
    size_t labels = 0;
    for (size_t i = 0; i < lines->len; i++) {
        if (cells[i].count >= CELLS_OF_ROW && !cells[i].spaced && has_company(cells, lines->len, i))
            lines->at[i].setting = SETTING_ROW;
        bool labelled =
            cells[i].count >= CELLS_OF_ROW ||
            (cells[i].count == 2 && (cells[i].first <= LABEL_CHARS || cells[i].apart >= WIDE));
        labelled = labelled && !cells[i].spaced;
        labels = labelled && (!labels || lines->at[i].gap <= 1) ? labels + 1 : labelled;
        for (size_t k = 0; labels >= LABELS_LEAST && k < LABELS_LEAST; k++)
            lines->at[i - k].setting = SETTING_ROW;
    }
}

/* ---- poems */

/* What the lines of a run have in common. */
struct metre {
    size_t lines, ended, parted, full; /* ended by a mark, with one inside, as wide as the widest */
    uint32_t widest;
    size_t width;   /* of all */
    size_t stanzas; /* begin below a blank line and one that ends no sentence */
    bool close;     /* no blank line stands between them, and more than they on the page */
    bool apart;     /* no sentence ends with the last, and a blank line stands below it */
};

static struct metre metre_of(const struct set_line *lines, size_t len)
{
    struct metre metre = {.lines = len, .close = true};
    for (size_t i = 0; i < len; i++) {
        struct str text = lines[i].line->text;
        uint32_t width = text_width(text);
        bool said = !is_elision(text);
        metre.ended += said && (ends_sentence(text) || is_stop(utf8_last(text).code));
        metre.parted += said && is_parted(text);
        metre.width += width;
        metre.widest = width > metre.widest ? width : metre.widest;
        metre.close &= i == 0 || lines[i].gap == 0;
        metre.stanzas += i > 0 && lines[i].gap > 0 && !ends_sentence(lines[i - 1].line->text);
    }
    for (size_t i = 0; i < len; i++)
        metre.full += text_width(lines[i].line->text) + 2 >= metre.widest;
    return metre;
}

/* In a column most lines are full and broken anywhere, and a few end with a mark; a poem's are
   ragged, or all alike, and end with their phrases, most of them with a mark or hardly any. */
static bool is_verse(const struct metre *metre, bool signed_above, bool told)
{
    if (metre->lines < VERSE_LEAST)
        return false;
    if (told && metre->full * 10 <= metre->lines * 8) /* （外一首） above an author: not a column */
        return true;
    if (metre->ended * 10 >= metre->lines * 9)
        return metre->widest <= RHYMED_WIDTH || signed_above;
    bool ragged = metre->full * 10 <= metre->lines * 6;
    bool few = metre->ended * 4 <= metre->lines &&
               (ragged ? metre->parted * 2 <= metre->lines : metre->parted == 0);
    bool most = metre->ended * 10 >= metre->lines * 6 && ragged;
    bool stanzas = metre->stanzas > 0 && ragged && metre->ended * 4 <= metre->lines &&
                   metre->widest <= STANZA_WIDTH;
    size_t mean = metre->close || stanzas ? CLOSE_WIDTH : MEAN_WIDTH;
    return signed_above && metre->width <= metre->lines * mean &&
           (few || most || stanzas || metre->apart);
}

/* What a line can be to a poem. */
enum fit { FIT_NONE, FIT_LINE, FIT_AUTHOR };

/* Whether a line can stand in a poem by its own words, or name its author. */
static enum fit fit_of(const struct set_line *set)
{
    enum { NOTICE_CHARS = 4 }; /* 启事, 停电公告 */
    struct str text = set->line->text;
    if (text_width(text) > VERSE_WIDTH || utf8_first(text).code == 0x3010 || /* 【民俗风情】 */
        (is_notice_title(text) &&
         (utf8_solid(text) <= NOTICE_CHARS || str_starts(text, STR("关于")))) ||
        is_photo_credit(text))
        return FIT_NONE;
    if (is_author_line(text) || is_wide_name(text) || is_byline(text) || is_rare_name(text))
        return FIT_AUTHOR;
    bool one = utf8_count(text) == 1 && utf8_is_han(utf8_first(text).code) &&
               set->setting != SETTING_DOWN; /* 井, the title of a second poem */
    bool fits = one || is_elision(text) ||
                (set->setting == SETTING_PLAIN && set->line->chars > 1 && !set->line->justified &&
                 !starts_report(text) && !set->apart);
    return fits ? FIT_LINE : FIT_NONE;
}

/* Whether line I can stand in a poem that begins at FROM. */
static bool goes_on(const struct set_lines *lines, const enum fit *fits, size_t i, size_t from)
{
    return fits[i] == FIT_LINE && (i == from || lines->at[i].gap <= VERSE_GAP);
}

/* Whether the first title of a column stands on line I: right below its name, ●山花副刊, which
   stands below a blank line. */
static bool begins_column(const struct set_lines *lines, size_t i)
{
    return i > 1 && lines->at[i].gap == 0 && lines->at[i - 1].gap > 0 &&
           is_column_label(lines->at[i - 1].line->text);
}

/* Whether an author's name stands on line I, right below a title, which ends with no full stop and
   may look like a name that is set wide: 惊 蛰; or below （外一首）. */
static bool is_signed(const struct set_lines *lines, const enum fit *fits, size_t i)
{
    struct str above = i > 0 ? lines->at[i - 1].line->text : STR_NONE;
    return i > 0 && fits[i] == FIT_AUTHOR && utf8_last(above).code != U'。' &&
           (fits[i - 1] == FIT_LINE || is_spaced_word(above) || tells_of_more(above) ||
            begins_column(lines, i - 1));
}

/* Whether an author's name stands on line I behind a mark, wherever its title is: ◎ 李朝义. */
static bool is_marked(const struct set_lines *lines, const enum fit *fits, size_t i)
{
    return fits[i] == FIT_AUTHOR && is_byline_mark(utf8_first(lines->at[i].line->text).code);
}

static bool is_free_line(struct str text)
{
    return text_width(text) <= FREE_WIDTH && !is_parted(text) && !ends_sentence(text) &&
           !is_stop(utf8_last(text).code);
}

/* The lines from FROM on whose every one ends with a mark. */
static size_t ended_run(const struct set_lines *lines, const enum fit *fits, size_t from)
{
    size_t end = from;
    while (end < lines->len && goes_on(lines, fits, end, from) &&
           text_width(lines->at[end].line->text) <= RHYMED_WIDTH &&
           (ends_sentence(lines->at[end].line->text) ||
            is_stop(utf8_last(lines->at[end].line->text).code)))
        end++;
    return end;
}

/* Whether prose begins on line I below verse that begins at FROM: set in, with a sentence's end
   inside, and the next is not set in. */
static bool begins_prose(const struct set_lines *lines, size_t i, size_t from)
{
    enum { FAR_IN = 4 }; /* half widths */
    const struct line *first = lines->at[from].line, *line = lines->at[i].line;
    return i > from && i + 1 < lines->len && line->indent >= first->indent + FAR_IN &&
           lines->at[i + 1].line->indent <= first->indent && holds_full_stop(line->text);
}

static bool ends_with_mark(struct str text)
{
    return ends_sentence(text) || is_stop(utf8_last(text).code);
}

/* The lines from FROM on that may be a poem's; the heads of prose right below it, which end with no
   mark, are not. */
static size_t open_run(const struct set_lines *lines, const enum fit *fits, size_t from)
{
    enum { HEADS_MOST = 3 };
    size_t end = from;
    while (end < lines->len && end < from + VERSE_MOST && goes_on(lines, fits, end, from) &&
           !begins_prose(lines, end, from))
        end++;
    if (end == lines->len || !begins_prose(lines, end, from))
        return end;
    size_t verse = end;
    while (verse > from && end - verse < HEADS_MOST &&
           !ends_with_mark(lines->at[verse - 1].line->text))
        verse--;
    return verse > from && ends_with_mark(lines->at[verse - 1].line->text) ? verse : end;
}

/* The short lines from FROM on, without any mark, below an author's name: a poem of which the title
   is elsewhere. At the page's end, or below several names, they are headlines. FROM: there is
   none. */
static size_t free_run(const struct set_lines *lines, const enum fit *fits, size_t from)
{
    size_t end = from;
    while (from > 0 && is_marked(lines, fits, from - 1) && end < lines->len &&
           goes_on(lines, fits, end, from) && is_free_line(lines->at[end].line->text))
        end++;
    bool heap = end == lines->len || (from > 1 && fits[from - 2] == FIT_AUTHOR);
    return end - from >= FREE_LEAST && !heap ? end : from;
}

/* Whether line I signs what stands above it, from FROM on: 作者 林未, ●林未, or a name that is set
   further in. */
static bool is_signed_below(const struct set_lines *lines, const enum fit *fits, size_t i,
                            size_t from)
{
    enum { FAR_IN = 4 }; /* half widths */
    if (i >= lines->len)
        return false;
    const struct line *line = lines->at[i].line;
    bool last = i + 1 == lines->len || lines->at[i + 1].gap > 0; /* else another poem's title */
    return last && lines->at[i].gap <= 1 &&
           ((fits[i] == FIT_AUTHOR && (line->indent >= lines->at[from].line->indent + FAR_IN ||
                                       is_marked(lines, fits, i))) ||
            (is_sign_off(line->text) && str_has(line->text, STR("作者"))) ||
            str_starts(line->text, STR("作者")));
}

/* The end of the verse below a title on line FROM - 1, which opens something, whose author signs
   below it; FROM: there is none. */
static size_t signed_run(const struct set_lines *lines, const enum fit *fits, size_t from)
{
    size_t end = from;
    bool titled = from > 0 &&
                  (fits[from - 1] == FIT_LINE ||
                   is_spaced_word(lines->at[from - 1].line->text)) && /* 秋 分 */
                  (from == 1 || lines->at[from - 1].gap > 0 || fits[from - 2] != FIT_LINE ||
                   is_column_label(lines->at[from - 2].line->text));
    while (titled && end < lines->len && end < from + VERSE_MOST &&
           goes_on(lines, fits, end, from) && !is_signed_below(lines, fits, end, from))
        end++;
    if (end < from + FREE_LEAST || !is_signed_below(lines, fits, end, from))
        return from;
    struct metre metre = metre_of(lines->at + from, end - from);
    metre.close = false;
    return is_verse(&metre, true, false) ? end : from;
}

/* Whether the lines before END, which end no sentence, stand right above a subtitle and its text:
   they are headlines. */
static bool is_heap(const struct set_lines *lines, size_t end)
{
    return end + 1 < lines->len && is_subtitle(lines->at[end].line->text) &&
           lines->at[end].gap == 0 && lines->at[end + 1].gap == 0;
}

/* Whether the last line before END and an author's name below it are the head of what follows a
   poem that has its own (of two names the first is a title); or that line, after a gap, and a
   text's long line, a report's first, who took a picture, or a notice's title. */
static bool is_next_head(const struct set_lines *lines, const enum fit *fits, size_t end)
{
    const struct set_line *last = &lines->at[end - 1], *below = &lines->at[end];
    return end < lines->len && below->gap <= last->gap &&
           ((fits[end] == FIT_AUTHOR && end + 1 < lines->len && fits[end + 1] != FIT_AUTHOR &&
             !is_spaced_word(below[1].line->text)) ||
            (last->gap > 0 &&
             (text_width(below->line->text) > VERSE_WIDTH || starts_report(below->line->text) ||
              is_photo_credit(below->line->text) || is_notice_title(below->line->text))));
}

/* The end of the poem that begins at I; I: none does. */
static size_t verse_end(const struct set_lines *lines, const enum fit *fits, size_t i)
{
    bool signed_above = (i > 1 && is_signed(lines, fits, i - 1)) ||
                        (i > 0 && is_of_several(lines->at[i - 1].line->text));
    bool begins = i == 0 || ends_sentence(lines->at[i - 1].line->text) ||
                  !is_parted(lines->at[i - 1].line->text);
    size_t end = signed_above ? open_run(lines, fits, i) : begins ? ended_run(lines, fits, i) : i;
    if (signed_above && end > i + 1 && is_next_head(lines, fits, end))
        end--;
    struct metre metre = metre_of(lines->at + i, end - i);
    metre.close &= end < lines->len;
    metre.apart = end > i && end < lines->len && lines->at[end].gap > 0 &&
                  !ends_sentence(lines->at[end - 1].line->text);
    bool told =
        signed_above && i > 1 &&
        (tells_of_more(lines->at[i - 2].line->text) || is_of_several(lines->at[i - 2].line->text));
    if (is_verse(&metre, signed_above, told))
        return metre.ended * 2 < metre.lines && is_heap(lines, end) ? i : end;
    end = free_run(lines, fits, i);
    if (end == i)
        end = signed_run(lines, fits, i);
    return is_heap(lines, end) ? i : end;
}

static void find_verse(struct arena *scratch, struct set_lines *lines)
{
    enum fit *fits = ARENA_ARRAY(scratch, enum fit, lines->len);
    for (size_t i = 0; i < lines->len; i++)
        fits[i] = fit_of(&lines->at[i]);
    for (size_t i = 1; i + 2 < lines->len; i++)
        if (fits[i + 1] == FIT_LINE &&
            lines->at[i + 1].line->indent > lines->at[i + 2].line->indent &&
            signs_several(lines->at[i - 1].line->text, lines->at[i].line->text))
            fits[i] = FIT_AUTHOR; /* above the first part's title, set in the middle */
    for (size_t i = 0, end; i < lines->len; i = end) {
        end = verse_end(lines, fits, i);
        for (size_t k = i; k < end; k++)
            lines->at[k].setting = SETTING_ROW;
        end += end == i;
    }
}

void rows_find(struct arena *scratch, const struct page *page, struct set_lines *lines)
{
    struct cells *cells = ARENA_ARRAY(scratch, struct cells, lines->len);
    for (size_t i = 0; i < lines->len; i++) {
        cells[i] = cells_of(page, lines->at[i].line);
        if (cells[i].count > 1 && !may_be_row(&lines->at[i]))
            cells[i].count = 1;
    }
    find_tables(cells, lines);
    find_verse(scratch, lines);
}
