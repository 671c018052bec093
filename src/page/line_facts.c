/* SPDX-License-Identifier: MIT */
#include "page/line_facts.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/notices.h"
#include "page/roles.h"

#define INDENT_LEAST 2   /* half widths: less is noise */
#define BRACKET_CHARS 24 /* of one that a line's end may cut */

/* Width in characters. A blank beside a wide character is thin: it only parts digits from Han. */
static float set_width(struct str text)
{
    uint32_t width = 0, before = 0;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        bool thin = c.code == ' ' && (is_wide(before) || is_wide(utf8_next(text, c).code));
        width += thin ? 0 : is_wide(c.code) ? 2 : 1;
        before = c.code;
    }
    return (float)width / 2.0f;
}

static bool is_phrase(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (is_stop(c.code) || is_sentence_end(c.code))
            return false;
    return quotes_open(s) == 0;
}

static bool has_parted_han(struct str s)
{
    uint32_t before = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        if (c.code == ' ' && utf8_is_han(before) && utf8_is_han(utf8_next(s, c).code))
            return true;
        before = c.code;
    }
    return false;
}

/* Whether the text breaks off or lists something: a colon or semicolon at its end. */
static bool is_listing(struct str s)
{
    uint32_t last = utf8_last(s).code;
    return last == 0xff1a || last == ':' || last == 0xff1b || last == ';';
}

/* 2.丙丁, ②丙丁, 时间：…; 2.5 is a number, and 二是 goes on with a paragraph. */
static bool starts_item(struct str s)
{
    struct utf8 c = utf8_first(s);
    if (str_has(utf8_head(s, 3), STR("是")))
        return false;
    while (utf8_is_digit(c.code))
        c = utf8_next(s, c);
    bool decimal = c.at > 0 && utf8_is_digit(utf8_next(s, c).code);
    return (is_numbered(s) && !decimal) || is_form_line(s);
}

/* Whether a bracket that opens near the end of S is not closed in it: （记者 王. */
static bool leaves_bracket_open(struct str s)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_last(s); c.len && chars <= BRACKET_CHARS;
         c = utf8_before(s, c.at), chars++) {
        if (c.code == 0xff09 || c.code == ')')
            return false;
        if (c.code == 0xff08 || c.code == '(')
            return true;
    }
    return false;
}

/* Whether a line that ends a sentence stands right above a picture's credit, after another that
   ends one: it is likelier a caption than more of that text. */
static bool is_captionlike(struct str text, const struct line *before, const struct line *after)
{
    return before && after && ends_sentence(before->text) && ends_sentence(text) &&
           (is_photo_credit(after->text) || is_placeholder(after->text));
}

/* Words and marks that paragraphs like to begin with, and lines inside them seldom do. */
static bool opens_paragraph(struct str text)
{
    return starts_like_sequel(text) || starts_like_lead(text) || is_opening(utf8_first(text).code);
}

struct line_facts line_facts_of(const struct set_line *set, const struct line *before,
                                const struct line *after, const struct pair_counts *pairs)
{
    const struct line *line = set->line;
    uint32_t gap = set->gap;
    struct str text = line->text;
    uint32_t first = utf8_first(text).code;
    uint32_t last = before ? utf8_last(before->text).code : 0;
    bool seam = utf8_is_han(last) && utf8_is_han(first);
    return (struct line_facts){
        .width = set_width(text),
        .gap = (uint8_t)(gap < FACTS_GAPS - 1 ? gap : FACTS_GAPS - 1),
        .lists = is_listing(text),
        .item = before && starts_item(text) &&
                (is_listing(before->text) || ends_sentence(before->text)),
        .caption = is_captionlike(text, before, after),
        .ends = (after && jump_line(after->text) == JUMP_TO) || ends_sentence(text) ||
                jumps_away(text) || sign_off_of(text) || ends_like_credit(text),
        .jumps = jumps_away(text),
        .bad_start = may_not_start(first),
        .bad_end = may_not_end(utf8_last(text).code),
        .justified = line->justified,
        .indented = line->indent >= INDENT_LEAST,
        .opens = before && ends_sentence(before->text) && opens_paragraph(text),
        .begins = starts_report(text) || starts_caption(text),
        .row = set->setting == SETTING_ROW,
        .apart =
            line->doubled || (stands_apart(text) && !(before && leaves_bracket_open(before->text))),
        .phrase = is_phrase(text),
        .parted = !line->justified && !starts_report(text) && has_parted_han(text),
        .seam = seam,
        .known = seam && pairs_groups(pairs, pair_of(last, first)),
    };
}
