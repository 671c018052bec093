/* SPDX-License-Identifier: MIT */
#include "page/line_facts.h"

#include <math.h>

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/bigrams.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/lexicon.h"
#include "page/notices.h"
#include "page/signers.h"

#define BRACKET_CHARS 24 /* of one that a line's end may cut */
#define HEAD_LEAST 4     /* characters of a heading … */
#define HEAD_MOST 34
#define SHORTER 0.75f         /* … that a full line is not, by so many characters at least */
#define CREDIT_WITHIN 6       /* lines from a caption's first to its credit */
#define GAIN_MOST 12.0        /* nats, of the words at a line's end … */
#define SEAM_MOST 6.0         /* … and of all that a seam says */
#define SEAM_OF_BRACKET 12.0f /* nats, of one that begins in one line and ends in the next */

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
        if (closes_bracket(c.code))
            return false;
        if (opens_bracket(c.code))
            return true;
    }
    return false;
}

/* Whether TEXT closes a bracket that the line BEFORE leaves open: （记者 甲 | 通讯员 乙）. */
static bool closes_bracket_of(struct str before, struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars <= BRACKET_CHARS;
         c = utf8_next(text, c), chars++) {
        if (opens_bracket(c.code))
            return false;
        if (closes_bracket(c.code))
            return leaves_bracket_open(before);
    }
    return false;
}

/* Whether the line BEFORE ends inside a telephone number, which TEXT ends: 0379-66 | 312277. */
static bool ends_phone_of(struct str before, struct str text)
{
    enum { SUBSCRIBER_LEAST = 7, SUBSCRIBER_MOST = 8 }; /* digits */
    size_t head = 0, tail = 0;
    struct utf8 c = utf8_last(before);
    for (; utf8_is_digit(c.code); c = utf8_before(before, c.at))
        head++;
    bool area = c.code == '-' && utf8_is_digit(utf8_before(before, c.at).code);
    for (c = utf8_first(text); utf8_is_digit(c.code); c = utf8_next(text, c))
        tail++;
    return area && head > 0 && head < SUBSCRIBER_LEAST && tail > 0 &&
           head + tail >= SUBSCRIBER_LEAST && head + tail <= SUBSCRIBER_MOST;
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

/* Whether the first character of AFTER could have stood at the end of TEXT, had there been room:
   all is wide, so that no number was kept whole and no width is in doubt. */
static bool leaves_room(struct str text, struct str after)
{
    struct utf8 first = utf8_first(after), second = utf8_next(after, first);
    if (!utf8_is_han(first.code) || may_not_start(second.code) || utf8_is_blank(second.code))
        return false;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (!is_wide(c.code))
            return false;
    return true;
}

/* Whether the line's own words let it be a heading. */
static bool may_head(const struct line *line)
{
    uint32_t last = utf8_last(line->text).code;
    return line->chars >= HEAD_LEAST && line->chars <= HEAD_MOST && line->indent < INDENT_LEAST &&
           !ends_sentence(line->text) && !holds_full_stop(line->text) && !is_stop(last) &&
           quotes_open(line->text) == 0;
}

/* Whether a flush line stands right above one that opens a text: that is indented, begins a report
   or is a subtitle. A full line after an open one is the last that a column's end left of its text.
 */
static bool stands_above_text(const struct line *line, const struct line *before,
                              const struct set_line *after)
{
    if (!after || after->gap > 1 || !may_head(line) ||
        (after->line->indent < INDENT_LEAST && !starts_report(after->line->text) &&
         !is_subtitle(after->line->text)))
        return false;
    return !before || ends_sentence(before->text) ||
           set_width(line->text) <= set_width(before->text) - SHORTER;
}

/* 8月20日，: a date as captions begin. */
static bool starts_date(struct str text)
{
    struct str rest = utf8_head(text, 8);
    return utf8_is_digit(utf8_first(text).code) && str_has(rest, STR("月")) &&
           str_find(rest, STR("日"), 0) != SIZE_MAX;
}

/* Whether a date or a circled number begins a text that a picture's credit soon follows, no other
   text between. */
static bool begins_picture(const struct set_line *lines, size_t len, size_t i)
{
    struct str text = lines[i].line->text;
    if (!starts_date(text) && !is_circled(utf8_first(text).code))
        return false;
    for (size_t k = i + 1; k < len && k <= i + CREDIT_WITHIN; k++) {
        const struct line *line = lines[k].line;
        if (is_photo_credit(line->text))
            return true;
        if (line->indent != lines[i].line->indent)
            return false;
    }
    return false;
}

/* Evidence, in nats, that a sentence runs from BEFORE on to TEXT, where both have Han characters at
   the seam: the words that the line's end has cut, how the two characters like to follow each
   other, and whether they do on this page. Fitted, by logistic regression, to 19,000 such pairs of
   lines. */
static float seam_evidence(struct str before, struct str text, const struct pair_counts *pairs)
{
    uint32_t last = utf8_last(before).code, first = utf8_first(text).code;
    if (!utf8_is_han(last) || !utf8_is_han(first))
        return 0.0f;
    struct han_run left = han_run_last(before), right = han_run_first(text);
    double gain = fmax(-GAIN_MOST, fmin(GAIN_MOST, lexicon_gain(&left, &right)));
    double evidence = 0.6 * gain + (gain > 0.0 ? 0.66 : 0.0);
    evidence += 0.71 * bigram_association(last, first);
    evidence += 2.9 * log(1.0 + (double)pairs_groups(pairs, pair_of(last, first)));
    return (float)fmax(-SEAM_MOST, fmin(SEAM_MOST, evidence));
}

/* “我懒得做饭。| 这下好了，有人谝。”: whether a quotation that TEXT opens goes on after its
   sentence in the line below, to its end. */
static bool quotation_goes_on(struct str text, const struct set_line *next)
{
    return quotes_open(text) > 0 && next && next->gap == 0 && next->line->indent < INDENT_LEAST &&
           !is_opening(utf8_first(next->line->text).code) && quotes_unopened(next->line->text) > 0;
}

struct line_facts line_facts_of(const struct set_line *lines, size_t len, size_t i,
                                const struct pair_counts *pairs)
{
    const struct set_line *set = &lines[i], *next = i + 1 < len ? &lines[i + 1] : NULL;
    const struct line *line = set->line, *before = i ? lines[i - 1].line : NULL;
    const struct line *after = next ? next->line : NULL;
    uint32_t gap = set->gap;
    struct str text = line->text;
    uint32_t first = utf8_first(text).code;
    bool caption = starts_caption(text), report = starts_report(text), away = jumps_away(text);
    bool subtitle = before && is_subtitle(text);
    bool bracket =
        before && (closes_bracket_of(before->text, text) || ends_phone_of(before->text, text));
    return (struct line_facts){
        .width = set_width(text),
        .gap = (uint8_t)(gap < FACTS_GAPS - 1 ? gap : FACTS_GAPS - 1),
        .lists = is_listing(text),
        .item = before && starts_item(text) &&
                (is_listing(before->text) || ends_sentence(before->text)),
        .caption = is_captionlike(text, before, after),
        .ends = (after && jump_line(after->text) == JUMP_TO) ||
                (ends_sentence(text) && !quotation_goes_on(text, next)) || away ||
                sign_off_of(text) || ends_like_credit(text),
        .jumps = away,
        .bad_start = may_not_start(first),
        .bad_end = may_not_end(utf8_last(text).code),
        .justified = line->justified,
        .indented = line->indent >= INDENT_LEAST && !bracket, /* the blank before a name */
        .opens = before && ends_sentence(before->text) && opens_paragraph(text),
        .begins = report || caption || begins_picture(lines, len, i),
        .picture = caption,
        .heads = !report && stands_above_text(line, before, next),
        .room = after && leaves_room(text, after->text),
        .dash = subtitle,
        .row = set->setting == SETTING_ROW,
        .apart = line->doubled || (set->apart && !subtitle &&
                                   !(before && (leaves_bracket_open(before->text) ||
                                                goes_on_in_credit(before->text, text)))),
        .phrase = is_phrase(text),
        .parted = !line->justified && !report && has_parted_han(text),
        .seam = bracket  ? SEAM_OF_BRACKET
                : before ? seam_evidence(before->text, text, pairs)
                         : 0.0f,
    };
}
