/* SPDX-License-Identifier: MIT */
#include "page/strays.h"

#include "page/authors.h"
#include "page/chars.h"
#include "page/wordlist.h"

#define HEADLINE_LEAST 4 /* characters of a headline that runs down … */
#define TITLE_CHARS 3    /* … or, with nothing beside them, of a title */
#define HEADLINE_MOST 24
#define HAN_LEAST 3 /* of them */
#define SPECKS_MOST 3
#define APART 2 /* lines of a text beside it, from one of its characters to the next */

/* The only character of a line that is not blank, or 0. */
static uint32_t lone_char(const struct set_line *set)
{
    return set->line->chars == 1 && !set->line->doubled ? utf8_first(set->line->text).code : 0;
}

/* What can be a character of a headline: a number of a page is none. */
static bool may_run_down(uint32_t code)
{
    return utf8_is_han(code) || is_opening(code) || is_closing(code) || code == 0xff0c ||
           code == 0xff01 || code == 0xff1f || code == 0x3001 || code == 0xff1a;
}

/* A lone character that is no page number and ends no sentence. */
static bool is_stray(uint32_t code)
{
    bool mark = is_symbol(code) && !is_sentence_end(code) && !is_stop(code);
    return utf8_is_han(code) || mark || (code == '.' || code == ',');
}

/* Two or three marks that end no sentence: specks that were read as text. */
static bool is_specks(const struct set_line *set)
{
    if (set->line->chars < 2 || set->line->chars > SPECKS_MOST)
        return false;
    struct str text = set->line->text;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (!(is_symbol(c.code) || utf8_is_blank(c.code)) || is_sentence_end(c.code) ||
            is_closing(c.code) || is_opening(c.code) || is_dash(c.code) || c.code > 0xff00)
            return false;
    return true;
}

/* The line after the last character of the headline that begins at line I; *CHARS counts them,
 *HAN those that are Han. */
static size_t headline_end(const struct set_lines *lines, size_t i, size_t *chars, size_t *han)
{
    size_t end = i, apart = APART;
    *chars = *han = 0;
    for (size_t k = i; k < lines->len && k <= end + apart && *chars < HEADLINE_MOST; k++) {
        uint32_t code = lone_char(&lines->at[k]);
        if (k > end && lines->at[k].gap > 1)
            break;
        if (!code || !may_run_down(code))
            continue;
        if (++*chars == 2 && k == end)
            apart = 0;
        *han += utf8_is_han(code);
        end = k + 1;
    }
    return end;
}

/* Whether the three lines from I on are a title, and no numbers, parts or a name: 一二三, 上中下.
 */
static bool is_title(const struct set_lines *lines, size_t i)
{
    static const struct str rows[] = {WORD("一二三"), WORD("二三四"), WORD("三四五"),
                                      WORD("上中下"), WORD("甲乙丙"), WORD("左中右")};
    char bytes[TITLE_CHARS * 4];
    struct str title = {bytes, 0};
    for (size_t k = i; k < i + TITLE_CHARS; k++) {
        struct str text = lines->at[k].line->text;
        if ((k > i && lines->at[k].gap > 0) || title.len + text.len > sizeof bytes)
            return false;
        memcpy(bytes + title.len, text.ptr, text.len);
        title.len += text.len;
    }
    return !wordlist_find(rows, COUNT(rows), title) && !is_author_line(title);
}

/* Whether CHARS characters, HAN of them Han, on the lines from I to END are a headline. */
static bool is_headline(const struct set_lines *lines, size_t i, size_t end, size_t chars,
                        size_t han)
{
    if (chars == TITLE_CHARS)
        return han == chars && end - i == chars && is_title(lines, i);
    return chars >= HEADLINE_LEAST && han >= HAN_LEAST && han * 3 >= chars * 2;
}

void strays_find(struct set_lines *lines)
{
    uint32_t headlines = 0;
    for (size_t i = 0; i < lines->len; i++) {
        struct set_line *set = &lines->at[i];
        uint32_t code = lone_char(set);
        size_t chars, han;
        if (is_specks(set) && set->setting == SETTING_PLAIN && lines->len > 1)
            set->setting = SETTING_STRAY;
        if (!code || set->setting != SETTING_PLAIN)
            continue;
        size_t end = headline_end(lines, i, &chars, &han);
        bool headline = may_run_down(code) && is_headline(lines, i, end, chars, han);
        if (!headline && is_stray(code) && lines->len > 1)
            set->setting = SETTING_STRAY;
        if (!headline)
            continue;
        headlines++;
        for (; i < end; i++) {
            if (!may_run_down(lone_char(&lines->at[i])))
                continue;
            lines->at[i].setting = SETTING_DOWN;
            lines->at[i].headline = headlines;
        }
        i = end - 1;
    }
}
