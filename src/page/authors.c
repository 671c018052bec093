/* SPDX-License-Identifier: MIT */
#include "page/authors.h"

#include "page/body_day.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/furniture.h"
#include "page/heading_words.h"
#include "page/name_words.h"
#include "page/notices.h"
#include "page/signers.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define LINE_CHARS 32
#define NAMES_MOST 4
#define FULL_NAME 3 /* letters of a name that may stand in the dictionary, beside what shows it */
#define ASIDE_CHARS 8
#define TITLE_LEAST 4 /* letters of what somebody is */

/* Cuts the next word; characters that stand alone make one word together: 雷 小 方. */
static struct str cut_word(struct str *rest, bool *lone)
{
    size_t end = 0;
    *lone = true;
    for (struct utf8 c = utf8_first(*rest); c.len; c = utf8_next(*rest, c)) {
        bool blank = utf8_is_blank(c.code);
        if (!blank && end > 0 && !utf8_is_blank(utf8_before(*rest, c.at).code))
            *lone = false;
        struct utf8 after = utf8_next(*rest, utf8_next(*rest, c));
        bool alone = !after.len || utf8_is_blank(after.code);
        if (blank && !(*lone && alone && utf8_solid(str_slice(*rest, 0, c.at)) < 3))
            break;
        end = c.at + c.len;
    }
    struct str word = utf8_trim(str_slice(*rest, 0, end));
    *rest = utf8_trim(str_slice(*rest, end, rest->len));
    return word;
}

/* LINE folded, without 等五人 at its end, or nothing if it is too long to name people alone. */
static struct str line_for_names(struct folded *room, struct str line)
{
    line = utf8_trim(without_others(text_fold(room, utf8_trim(line))));
    return utf8_count(line) <= LINE_CHARS ? line : STR_NONE;
}

static bool is_title(struct str word)
{
    return is_writers_title(word) || (utf8_count(word) >= TITLE_LEAST && ends_like_post(word));
}

/* 王刚（山阳）, 王刚（作者单位：县文联）: the name before a short bracket. */
static struct str before_aside(struct str line)
{
    static const struct str labels[] = {WORD("作者单位"), WORD("作者系"), WORD("作者为")};
    struct str inside, name = before_bracket(line, &inside);
    if (name.len && wordlist_start(labels, COUNT(labels), inside))
        return name;
    for (struct utf8 c = utf8_first(inside); c.len; c = utf8_next(inside, c))
        if (!utf8_is_han(c.code))
            return line;
    return name.len && utf8_count(inside) <= ASIDE_CHARS ? name : line;
}

static bool starts_with_title(struct str line)
{
    bool lone;
    struct str word = cut_word(&line, &lone);
    return line.len && is_title(word);
}

/* Whether WORD is two or three Han characters, blanks aside, that are no word: where names stand, a
   name, whatever its surname. SURE: it may fall into common words, as 党治国 does. */
static bool is_any_name(struct str word, bool sure)
{
    enum { NAME_CHARS = 3, HAN_BYTES = 4 };
    char solid[NAME_CHARS * HAN_BYTES];
    size_t chars = 0, len = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        if (utf8_is_blank(c.code))
            continue;
        if (!utf8_is_han(c.code) || ++chars > NAME_CHARS)
            return false;
        memcpy(solid + len, word.ptr + c.at, c.len);
        len += c.len;
    }
    struct str name = {solid, len};
    return chars > 1 && !(sure ? word_level(name) > 0 : is_common_words(name));
}

/* 读者：王刚: a colon after what somebody is parts the two as a blank does. */
static struct str after_title(struct str line, bool *titled)
{
    struct utf8 c = utf8_first(line);
    while (c.len && c.code != ':' && c.code != 0xff1a)
        c = utf8_next(line, c);
    struct str name = utf8_trim(str_slice(line, c.at + c.len, line.len));
    *titled = name.len && is_title(utf8_trim(str_slice(line, 0, c.at)));
    return *titled ? name : line;
}

/* Reads the line: how many names; *TITLED: what they are stands before them. 0: it says else. */
static size_t names_of(struct str line, bool *titled)
{
    struct folded room;
    line = after_title(before_aside(text_fold(&room, utf8_trim(line))), titled);
    size_t names = 0, words = 0;
    bool reader = false; /* 韩城读者 before the name */
    if (line.len > LINE_CHARS * 4 || utf8_count(line) > LINE_CHARS)
        return 0;
    while (line.len) {
        bool lone, first = !names && !*titled, word_too;
        struct str word = without_others(cut_word(&line, &lone)), place = word;
        if (first && (ends_like_place(place) || str_starts(line, STR("读者"))) &&
            starts_with_title(line))
            word = without_others(cut_word(&line, &lone)); /* 凤山镇 读者 王刚 */
        if (names > 0 && tells_more_signed(word))
            continue;
        if (first && line.len && is_title(word)) {
            *titled = true;
            reader = str_ends(word, STR("读者"));
        } else if (may_be_name(word, &word_too) && (!word_too || utf8_solid(word) == FULL_NAME))
            words += word_too, names++;
        else if (((lone || reader) && is_any_name(word, reader)) || is_dotted_name(word) ||
                 (*titled && is_transcribed_name(word)))
            names++;
        else
            return 0;
    }
    return names <= NAMES_MOST && (!words || names > 1 || reader) ? names : 0;
}

bool is_author_line(struct str line)
{
    bool titled;
    return names_of(line, &titled) > 0;
}

/* 紫金 读者 钟国强: whoever wrote a letter signs it, though 编后 stands below. */
static bool signs_letter(struct str line)
{
    return str_has(line, STR("读者")) && is_author_line(line);
}

bool is_titled_author(struct str line)
{
    bool titled;
    return names_of(line, &titled) > 0 && titled;
}

/* 凤山镇小学: a body and nothing else. */
static bool is_body(struct str word)
{
    struct people people = people_read(word);
    return people.bodies == 1 && !people.names;
}

static bool is_full_name(struct str word)
{
    bool word_too;
    return (may_be_name(word, &word_too) && (!word_too || utf8_solid(word) == FULL_NAME)) ||
           is_transcribed_name(word);
}

/* A place or class, and a name after it; or, if ANY, a body, and what may be a name. */
static bool is_of_place(struct str line, bool any)
{
    struct folded room;
    bool lone;
    line = line_for_names(&room, line);
    struct str place = cut_word(&line, &lone), name = cut_word(&line, &lone);
    if (any && line.len && ends_like_title(name)) /* 独山中学 教师 王刚 */
        name = cut_word(&line, &lone);
    return !line.len &&
           (ends_like_place(place) || (any && is_body(place)) || ends_like_class(place)) &&
           (is_full_name(name) || (any && is_any_name(name, false)));
}

bool is_author_of_place(struct str line)
{
    return is_of_place(line, false);
}

bool is_placed_author(struct str line)
{
    struct folded room;
    bool lone;
    line = line_for_names(&room, line);
    struct str first = cut_word(&line, &lone), second = cut_word(&line, &lone);
    if (!line.len && is_full_name(first) && is_body(second))
        return true;
    size_t names = is_full_name(second);
    while (line.len && names > 0 && names < NAMES_MOST)
        names = is_full_name(cut_word(&line, &lone)) ? names + 1 : 0;
    return !line.len && names > 0 &&
           (ends_like_place(first) || is_body(first) || ends_like_class(first));
}

/* 望江 王刚, set further in than the text below, or 望江 王 刚, set wide: whoever is of a place,
   its level left out. */
static bool is_placed_name(const struct block *block, const struct block *below)
{
    enum { FAR_IN = 4, PLACE_CHARS = 4 }; /* half widths more than the text; of a place */
    struct folded room;
    bool lone, word_too;
    struct str line = line_for_names(&room, block->text);
    struct str place = cut_word(&line, &lone), name = cut_word(&line, &lone);
    bool wide = is_spaced_word(name);
    return utf8_count(place) > 1 && utf8_count(place) <= PLACE_CHARS && !line.len &&
           !utf8_has_blank(place) && word_level(place) < EVERYDAY_LEVEL &&
           !is_column_label(place) &&
           (wide ||
            (block->indent >= below->indent + FAR_IN && may_be_name(name, &word_too) && !word_too));
}

/* Several names that may be set wide, or a body and who is of it: 王 刚 李 小红, 县广播站 王刚. Of
   what stands between a headline and its text. */
static bool lists_people(struct str line)
{
    struct folded room;
    line = line_for_names(&room, line);
    if (!str_has(line, STR(" ")))
        return false;
    struct people people = people_read(line);
    return !people.other && !people.labels && !people.titles && !people.numbers && !people.common &&
           people.names + people.bodies > 1 && people.names > 0 && people.bodies <= 1 &&
           people.names <= NAMES_MOST && people.likely >= people.names;
}

/* 折建平 under ——在开学典礼上的讲话: whoever wrote or spoke it, by whatever surname. */
static bool is_under_dash(const struct block *block, const struct block *above)
{
    struct folded room;
    return str_starts(utf8_trim(above->text), STR("——")) &&
           is_any_name(text_fold(&room, utf8_trim(block->text)), false);
}

/* 莒县统计局 under the title of what bodies publish: 国民经济和社会发展统计公报（摘要）. */
static bool is_publisher(const struct block *block, const struct block *above)
{
    static const struct str documents[] = {
        WORD("公报"),     WORD("公告"),     WORD("通告"), WORD("通知"), WORD("决定"),
        WORD("意见"),     WORD("办法"),     WORD("规定"), WORD("通报"), WORD("方案"),
        WORD("倡议书"),   WORD("公开信"),   WORD("细则"), WORD("条例"), WORD("数据"),
        WORD("运行情况"), WORD("发展情况"), WORD("指数"), WORD("公示"), WORD("启事"),
        WORD("报告"),     WORD("声明")};
    struct str inside, title = before_bracket(utf8_trim(above->text), &inside);
    return wordlist_end(documents, COUNT(documents), title) && is_body_name(block->text);
}

/* 县革委会通讯组: those whom a body has to write. */
static bool is_writing_body(struct str line)
{
    static const struct str ends[] = {WORD("通讯组"), WORD("报道组"), WORD("写作组"),
                                      WORD("编写组"), WORD("评论组"), WORD("编辑部"),
                                      WORD("记者站"), WORD("调查组"), WORD("课题组"),
                                      WORD("调研组"), WORD("评论部")};
    struct folded room;
    line = text_fold(&room, utf8_trim(line));
    return wordlist_end(ends, COUNT(ends), line) && is_body_name(line);
}

static bool stands_over_text(const struct blocks *blocks, size_t i)
{
    return i + 1 < blocks->len &&
           (blocks->at[i + 1].role == ROLE_PARAGRAPH || blocks->at[i + 1].role == ROLE_CAPTION);
}

/* 谷 雨 above the byline of a text: of two names the first is a title. */
static bool stands_over_byline(const struct blocks *blocks, size_t i)
{
    return i + 1 < blocks->len && blocks->at[i + 1].role == ROLE_BYLINE &&
           stands_over_text(blocks, i + 1);
}

/* What names that stand over no text are beneath a block: one more byline of a heap, the signature
   of a finished text, or else what they were. */
static enum role role_beneath(const struct block *above, const struct block *block)
{
    enum { FAR_IN = 4 }; /* half widths */
    if (above->role == ROLE_BYLINE)
        return ROLE_BYLINE;
    bool verse = above->setting == SETTING_ROW && block->indent >= above->indent + FAR_IN;
    bool finished = verse || ends_sentence(above->text);
    return above->role == ROLE_PARAGRAPH && finished ? ROLE_CREDIT : block->role;
}

/* Whether a line stands right below a text that ends. */
static bool is_below_text(const struct block *block)
{
    return block[-1].role == ROLE_PARAGRAPH && ends_sentence(block[-1].text) && block->gap == 0;
}

/* Whether a line is set at the right, close below a text that ends: as who wrote it signs. */
static bool is_set_right(const struct block *block, const struct block *above)
{
    enum { FAR_IN = 12 }; /* half widths more than a paragraph's indent */
    return is_below_text(block) && block->indent >= above->indent + FAR_IN;
}

/* 折兴旺 马文秀: names and nothing else, whatever their surnames. */
static bool are_any_names(struct str line)
{
    struct folded room;
    size_t names = 0;
    bool lone;
    line = line_for_names(&room, line);
    while (line.len && names <= NAMES_MOST) {
        struct str word = cut_word(&line, &lone);
        if (!is_any_name(word, false))
            return false;
        names++;
    }
    return names > 0 && names <= NAMES_MOST;
}

/* Whether a day in brackets stands there, and a text below it: （2006年11月8日） of a speech. */
static bool is_day_over_text(const struct blocks *blocks, size_t i)
{
    struct str text = utf8_trim(blocks->at[i].text);
    return is_opening(utf8_first(text).code) && is_date_line(text) && stands_over_text(blocks, i);
}

/* 王刚 1986年5月于石桥: who wrote a text, when and perhaps where. */
static bool is_writer_and_day(struct str line)
{
    struct folded room;
    bool lone, word_too;
    line = line_for_names(&room, line);
    struct str name = cut_word(&line, &lone);
    size_t at = str_find(line, STR("于"), 0);
    struct str day = at == SIZE_MAX ? line : str_slice(line, 0, at);
    if (str_ends(day, STR("写")) || str_ends(day, STR("作")))
        day.len -= STR("写").len;
    return may_be_name(name, &word_too) && !word_too && is_date_line(day);
}

/* 王刚 李明, 驾驶员 王刚, 石桥镇 王刚: whether a paragraph of one line signs the finished text
   above it. */
static bool signs_as_paragraph(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *above = block - 1;
    bool over = stands_over_text(blocks, i) && !answers_letter(block[1].text);
    return block->role == ROLE_PARAGRAPH && block->spans.len == 1 && !over &&
           above->role == ROLE_PARAGRAPH && ends_sentence(above->text) &&
           !ends_sentence(block->text) &&
           (is_author_line(block->text) || is_placed_author(block->text) ||
            is_body_and_day(block->text, block->gap == 0));
}

/* 王刚 in ——王刚. */
static struct str after_dashes(struct str line)
{
    line = utf8_trim(line);
    while (is_dash(utf8_first(line).code))
        line = str_slice(line, utf8_first(line).len, line.len);
    return line;
}

/* 律师 王刚: a name after what somebody is, whatever that is. */
static bool is_something_and_name(struct str line)
{
    enum { WHAT_CHARS = 10 };
    struct folded room;
    bool lone, word_too;
    line = line_for_names(&room, line);
    struct str what = cut_word(&line, &lone), name = cut_word(&line, &lone);
    return utf8_is_han(utf8_first(what).code) && utf8_count(what) <= WHAT_CHARS && !line.len &&
           may_be_name(name, &word_too) && !word_too;
}

/* （墨江县公安局 王 刚 镇沅县公安局李 明）: all of a line in brackets. */
static bool is_enclosed(struct str line)
{
    struct utf8 first = utf8_first(line), last = utf8_last(line);
    return opens_bracket(first.code) && closes_bracket(last.code) && !holds_full_stop(line) &&
           utf8_solid(line) > FULL_NAME + 1;
}

/* 高家湾, （高家湾）: whether a line ends as villages are called and persons hardly ever. */
static bool ends_as_place(struct str line)
{
    while (closes_bracket(utf8_last(line).code))
        line = utf8_trim(str_slice(line, 0, utf8_last(line).at));
    return holds_char(STR("村屯湾沟庄寨街乡镇县区市"), line, utf8_last(line));
}

/* A line of a poem, whose end is no sentence's. */
static bool is_verse(const struct block *block)
{
    return block->role == ROLE_PARAGRAPH && block->spans.len == 1 && !ends_sentence(block->text);
}

/* Whether a line is the last of a story that a gap follows, below its finished text, and names who
   signs, by whatever name. */
static bool signs_parted(const struct blocks *blocks, size_t i)
{
    const struct block *block = &blocks->at[i], *above = block - 1;
    struct str line = utf8_trim(block->text);
    bool dashed = is_author_line(after_dashes(line));
    struct folded room;
    bool open = block->role == ROLE_HEADLINE || block->role == ROLE_PARAGRAPH ||
                block->role == ROLE_FURNITURE || (block->role == ROLE_SUBTITLE && dashed);
    bool ends = block->ends || (i + 1 < blocks->len && block[1].opens);
    bool verse = i > 1 && is_verse(above - 1) && is_verse(above) && is_spaced_word(line) &&
                 is_author_line(line);
    return (verse ? ends : block->ends) && open && block->spans.len == 1 &&
           above->role == ROLE_PARAGRAPH && (verse || ends_sentence(above->text)) &&
           !ends_sentence(line) && !ends_as_place(line) &&
           (dashed || is_author_line(line) || is_placed_author(line) || is_writer_and_day(line) ||
            is_something_and_name(line) || is_any_name(text_fold(&room, line), true) ||
            (block->indent >= above->indent && is_spaced_word(line)) || is_enclosed(line));
}

/* Whether line I stands below a headline, or below the first poem's title under 诗二首. */
static bool stands_under_head(const struct blocks *blocks, size_t i)
{
    const struct block *above = &blocks->at[i - 1];
    bool poem = i > 1 && above->spans.len == 1 && above[-1].role == ROLE_HEADLINE &&
                is_of_several(above[-1].text);
    return above->role == ROLE_HEADLINE || above->role == ROLE_SUBTITLE ||
           above->role == ROLE_KICKER || poem;
}

bool names_author(const struct blocks *blocks, size_t i)
{
    if (i == 0 || i + 1 >= blocks->len || !stands_under_head(blocks, i))
        return false;
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    bool text = below->role == ROLE_PARAGRAPH || below->role == ROLE_CAPTION ||
                is_day_over_text(blocks, i + 1) || is_of_several(above->text);
    if (block->spans.len != 1)
        return false;
    if (block->role == ROLE_PARAGRAPH)
        return text && is_placed_name(block, below);
    return block->role == ROLE_HEADLINE &&
           ((text && (is_author_line(block->text) || lists_people(block->text) ||
                      is_wide_name(block->text) || is_under_dash(block, above) ||
                      is_writing_body(block->text) || is_placed_author(block->text) ||
                      is_placed_name(block, below) ||
                      (i + 2 < blocks->len && below->indent > below[1].indent &&
                       signs_several(above->text, block->text)))) ||
            is_publisher(block, above));
}

/* Whether a byline stands right below a finished text and right above a heading or a picture: it
   signs the text, for a story's byline stands below its heading. */
static bool stands_between_stories(const struct blocks *blocks, size_t i)
{
    if (i + 1 >= blocks->len)
        return false;
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    bool head = below->role == ROLE_HEADLINE || below->role == ROLE_KICKER ||
                below->role == ROLE_CAPTION ||
                (below->role == ROLE_FURNITURE && is_column_label(below->text));
    return block->role == ROLE_BYLINE && block->gap == 0 && above->role == ROLE_PARAGRAPH &&
           ends_sentence(above->text) && head;
}

/* 谁能给句准话？ set in as the paragraph above it, and a signature below: no heading. */
static bool ends_text(const struct blocks *blocks, size_t i)
{
    enum { SET_IN = 4 }; /* half widths */
    const struct block *block = &blocks->at[i], *above = block - 1, *below = block + 1;
    uint32_t last = utf8_last(block->text).code;
    return i > 0 && i + 1 < blocks->len && block->role == ROLE_HEADLINE && block->spans.len == 1 &&
           (last == U'？' || last == U'！') && block->gap == 0 && above->role == ROLE_PARAGRAPH &&
           ends_sentence(above->text) && block->indent >= SET_IN &&
           block->indent == above->indent && below->gap == 0 && below->indent > block->indent &&
           is_author_line(below->text);
}

void authors_settle(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++)
        if (ends_text(blocks, i))
            blocks->at[i].role = ROLE_PARAGRAPH;
    for (size_t i = 1; i + 1 < blocks->len; i++)
        if (names_author(blocks, i))
            blocks->at[i].role = ROLE_BYLINE;
    for (size_t i = 1; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        if (block->role == ROLE_HEADLINE && block->spans.len == 1 && !block->opens &&
            !stands_over_byline(blocks, i) &&
            (!stands_over_text(blocks, i) || is_set_right(block, block - 1) ||
             signs_letter(block->text) || (i + 1 < blocks->len && answers_letter(block[1].text))) &&
            (is_author_line(block->text) || is_placed_author(block->text) ||
             is_writer_and_day(block->text) || is_body_and_day(block->text, is_below_text(block)) ||
             (is_set_right(block, block - 1) &&
              (are_any_names(block->text) || is_of_place(block->text, true)))))
            block->role = role_beneath(block - 1, block);
        if (signs_as_paragraph(blocks, i) || signs_parted(blocks, i) ||
            stands_between_stories(blocks, i))
            block->role = ROLE_CREDIT;
    }
}
