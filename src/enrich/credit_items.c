/* SPDX-License-Identifier: MIT */
#include "enrich/credit_items.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "enrich/affiliation.h"
#include "enrich/name_row.h"
#include "enrich/person_name.h"
#include "page/attribution.h"
#include "page/chars.h"
#include "page/label_words.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/wordlist.h"

struct cutter {
    struct arena *keep;
    const struct surnames *surnames;
    struct items items;
    bool inside; /* a bracket that opened after other words */
};

static bool is_in(uint32_t code, const uint32_t *codes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (codes[i] == code)
            return true;
    }
    return false;
}

static enum separator separator_of(uint32_t code)
{
    static const uint32_t ties[] = {'/', 0xff0f, '\\', 0xff3c, ':', 0xff1a, '|', 0xff5c};
    static const uint32_t lists[] = {',', 0xff0c, 0x3001, ';',    0xff1b, '(',    0xff08,
                                     ')', 0xff09, 0x3010, 0x3011, 0x3002, 0x2014, '-'};
    if (utf8_is_blank(code))
        return SEPARATOR_BLANK;
    if (is_in(code, ties, COUNT(ties)))
        return SEPARATOR_TIE;
    if (is_byline_mark(code) || is_in(code, lists, COUNT(lists)))
        return SEPARATOR_LIST;
    return SEPARATOR_NONE;
}

static void push_item(struct cutter *cutter, struct str text, const struct label *label)
{
    struct utf8 first = utf8_first(text);
    if (is_name_dot(first.code)) /* 记者·甲 */
        text = str_slice(text, first.len, text.len);
    if (is_name_dot(utf8_last(text).code)) /* ·甲· */
        text = str_slice(text, 0, utf8_last(text).at);
    if (text.len > 0)
        vec_push(cutter->keep, &cutter->items,
                 (struct item){.text = text, .label = label, .inside = cutter->inside});
}

static bool is_single(const struct item *item)
{
    return !item->label && utf8_count(item->text) == 1 && utf8_is_han(utf8_first(item->text).code);
}

/* Labels of one character that end a word: 王刚摄, 王 刚摄, 王刚图 and 王 刚图 in 文/王刚图/乙. */
static void push_word(struct cutter *cutter, struct str word, enum separator after)
{
    struct utf8 last = utf8_last(word);
    struct str end = str_slice(word, last.at, word.len);
    const struct items *items = &cutter->items;
    bool half = items->len > 0 && is_single(&items->at[items->len - 1]);
    bool shot = str_eq(end, STR("摄")) || str_eq(end, STR("攝"));
    bool ends = shot || (after == SEPARATOR_TIE && short_label(end));
    if (utf8_count(word) < (half ? 2 : 3) || !ends) {
        push_item(cutter, word, NULL);
        return;
    }
    push_item(cutter, str_slice(word, 0, last.at), NULL);
    push_item(cutter, end, short_label(end));
}

/* Cuts a word at the labels in it: 记者王刚通讯员李小明. A body's name is left whole: 编辑部. */
static void cut_word(struct cutter *cutter, struct str word, enum separator after)
{
    bool tells = after == SEPARATOR_TIE || after == SEPARATOR_BLANK;
    const struct label *whole = tells ? unit_label(word) : NULL;
    if (!whole && after == SEPARATOR_TIE)
        whole = answer_label(word);
    if (whole) {
        push_item(cutter, word, whole);
        return;
    }
    if (is_organisation(word) && !label_at(word, 0)) {
        push_item(cutter, word, NULL);
        return;
    }
    size_t start = 0;
    for (size_t at = 0; at < word.len;) {
        const struct label *label = label_at(word, at);
        if (!label) {
            at += utf8_at(word, at).len;
            continue;
        }
        size_t end = at + strlen(label->word);
        push_item(cutter, str_slice(word, start, at), NULL);
        push_item(cutter, str_slice(word, at, end), label);
        start = at = end;
    }
    push_word(cutter, str_slice(word, start, word.len), after);
}

/* The word at AT, with the number of a class in its bracket: 高二（3）班. */
static struct str word_at(struct str text, size_t at)
{
    size_t end = at;
    for (struct utf8 c = utf8_at(text, at); c.len; c = utf8_at(text, end)) {
        size_t class = end > at ? class_bracket_len(text, end) : 0;
        if (!class && separator_of(c.code) != SEPARATOR_NONE)
            break;
        end += class ? class : c.len;
    }
    return str_slice(text, at, end);
}

/* The separators at AT of TEXT. Of several the strongest counts. */
struct gap {
    size_t end;
    enum separator separator;
    bool marked;
    bool opens, closes; /* the last bracket in it */
};

static struct gap gap_at(struct str text, size_t at)
{
    struct gap gap = {.end = at};
    for (struct utf8 c = utf8_at(text, at); c.len && separator_of(c.code) != SEPARATOR_NONE;
         c = utf8_next(text, c)) {
        bool opens = opens_bracket(c.code), closes = closes_bracket(c.code);
        gap.marked |= is_byline_mark(c.code);
        gap.opens = opens || (gap.opens && !closes);
        gap.closes = closes || (gap.closes && !opens);
        if (separator_of(c.code) > gap.separator)
            gap.separator = separator_of(c.code);
        gap.end = c.at + c.len;
    }
    return gap;
}

/* Cuts TEXT into items that know what stands before and after them. */
static void cut_text(struct cutter *cutter, struct str text, bool *marked)
{
    enum separator before = SEPARATOR_LIST;
    for (size_t at = 0; at < text.len;) {
        struct str word = word_at(text, at);
        struct gap gap = gap_at(text, at + word.len);
        size_t first = cutter->items.len;
        if (!tells_more_signed(word)) /* 王刚 等 */
            cut_word(cutter, without_others(word), gap.separator);
        if (cutter->items.len > first) {
            cutter->items.at[first].before = before;
            cutter->items.at[cutter->items.len - 1].after = gap.separator;
        }
        *marked |= gap.marked;
        cutter->inside = (gap.opens && cutter->items.len > 0) || (cutter->inside && !gap.closes);
        before = gap.separator;
        at = gap.end;
    }
}

/* How many characters stand alone right before item I. */
static size_t singles_before(const struct items *items, size_t i)
{
    size_t count = 0;
    while (count < i && is_single(&items->at[i - count - 1]))
        count++;
    return count;
}

static bool pictures_follow(const struct items *items, size_t i)
{
    while (++i < items->len)
        if (is_single(&items->at[i]) && short_label(items->at[i].text) &&
            !str_eq(items->at[i].text, STR("文")))
            return true;
    return false;
}

/* 佟国栋 文 关 欣 摄: between 文 after a whole name and the label at the end stand whole names set
   wide, where 佟国栋 文 强 摄 has but a half. */
static bool ends_whole_name(const struct items *items, size_t i)
{
    const struct item *before = i > 0 ? &items->at[i - 1] : NULL;
    size_t singles = 0;
    while (i + singles + 1 < items->len && is_single(&items->at[i + singles + 1]) &&
           !short_label(items->at[i + singles + 1].text))
        singles++;
    bool pictured = i + singles + 1 < items->len && short_label(items->at[i + singles + 1].text);
    return before && !before->label && !is_single(before) && pictured && singles > 0 &&
           singles % 2 == 0;
}

/* 记者 巴 图: 图 after one character that stands alone, which is no name without it. */
static bool is_second_half(const struct items *items, size_t i)
{
    return singles_before(items, i) == 1 && !short_label(items->at[i - 1].text);
}

/* 文 王 刚: all that follows is a name set wide, with a surname of its own. */
static bool is_before_wide_name(const struct items *items, size_t i)
{
    return items->len == i + 3 && is_single(&items->at[i + 1]) && is_single(&items->at[i + 2]) &&
           !short_label(items->at[i + 2].text) && has_usual_surname(items->at[i + 1].text);
}

/* 付 延 文: all there is are three characters that stand apart, which make a name. */
static bool is_last_third(const struct items *items, size_t i)
{
    return i == 2 && items->len == 3 && singles_before(items, i) == 2 &&
           has_usual_surname(items->at[0].text);
}

/* 文, 图, 摄 on their own: 文 alone may be half of a name, 文 强, 肖 文; after a whole one, with 摄
   to come, it is none: 张 昊 文 王 建 摄. */
static bool is_short_label(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    const struct item *next = i + 1 < items->len ? item + 1 : NULL;
    if (!is_single(item) || !short_label(item->text))
        return false;
    bool led = i > 0 && item[-1].label && item[-1].label->leads && next && is_single(next);
    if (led && !(i + 2 < items->len && is_single(next + 1))) /* 记者 图 雅 */
        return false;
    bool tied = item->before == SEPARATOR_TIE || item->after == SEPARATOR_TIE;
    size_t singles = singles_before(items, i);
    bool half = (next && is_single(next) && !short_label(next->text) &&
                 !(singles > 1 && pictures_follow(items, i))) ||
                singles == 1;
    if (i == 0 && str_eq(item->text, STR("文")) && pictures_follow(items, i) &&
        !short_label(items->at[items->len - 1].text))
        return true; /* 文 甲 图 乙 */
    if (str_eq(item->text, STR("文")) && ends_whole_name(items, i))
        return true;
    if (i == 0 && str_eq(item->text, STR("文")) && is_before_wide_name(items, i))
        return true;
    if (str_eq(item->text, STR("文")) && is_last_third(items, i))
        return false;
    if (!str_eq(item->text, STR("文")))
        return tied || !is_second_half(items, i);
    return tied || (!half && (i > 0 || next));
}

static bool is_task(const struct item *item, enum task task)
{
    return item->label && item->label->task == task && utf8_count(item->text) == 1;
}

/* Turns 文, 图 and 摄 into labels, and 文/图 into one. */
static void find_short_labels(struct cutter *cutter)
{
    struct items kept = {0};
    for (size_t i = 0; i < cutter->items.len; i++) {
        struct item item = cutter->items.at[i];
        if (is_short_label(&cutter->items, i))
            item.label = short_label(item.text);
        struct item *last = kept.len > 0 ? &kept.at[kept.len - 1] : NULL;
        bool both = last && ((is_task(last, TASK_TEXT) && is_task(&item, TASK_PICTURE)) ||
                             (is_task(last, TASK_PICTURE) && is_task(&item, TASK_TEXT)));
        if (both) {
            last->label = &both_label;
            last->after = item.after;
        } else {
            vec_push(cutter->keep, &kept, item);
        }
    }
    cutter->items = kept;
}

/* A word that a name may be or be part of: not 本报 before 记者, not 县文化馆, not 某村村民. */
static bool may_be_in_name(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    bool glued = item->after == SEPARATOR_NONE && i + 1 < items->len && items->at[i + 1].label &&
                 items->at[i + 1].label->leads;
    for (struct utf8 c = utf8_first(item->text); c.len; c = utf8_next(item->text, c)) {
        if (!utf8_is_han(c.code))
            return false;
    }
    bool qualifies = glued && (str_starts(item->text, STR("本")) ||
                               str_starts(item->text, STR("驻")) || ends_like_rank(item->text));
    return !item->label && !qualifies && !str_starts(item->text, STR("综合")) &&
           !is_organisation(item->text) && !is_division(item->text) && !ends_like_title(item->text);
}

/* The end of the names from I on that nothing but blanks parts. */
static size_t row_end(const struct items *items, size_t i)
{
    size_t end = i + 1;
    while (end < items->len && items->at[end - 1].after <= SEPARATOR_BLANK &&
           may_be_in_name(items, end))
        end++;
    return end;
}

/* Whether WORD is one of those, or a part of one. */
static bool holds_word(const struct strs *words, struct str word)
{
    for (size_t i = 0; i < words->len; i++) {
        if (str_has(words->at[i], word))
            return true;
    }
    return false;
}

/* Cuts rows of names as names are: 王 刚 李 小红 and 王刚李小红. */
static void mend_rows(struct cutter *cutter)
{
    struct items kept = {0}, *items = &cutter->items;
    for (size_t i = 0, end; i < items->len; i = end) {
        end = i + 1;
        if (!may_be_in_name(items, i)) {
            vec_push(cutter->keep, &kept, items->at[i]);
            continue;
        }
        end = row_end(items, i);
        struct strs words = {0};
        for (size_t k = i; k < end; k++)
            vec_push(cutter->keep, &words, items->at[k].text);
        struct strs names = row_names(cutter->keep, cutter->surnames, &words);
        for (size_t k = 0; k < names.len; k++)
            vec_push(cutter->keep, &kept,
                     (struct item){.text = names.at[k],
                                   .before = SEPARATOR_BLANK,
                                   .after = SEPARATOR_BLANK,
                                   .wide = !holds_word(&words, names.at[k]),
                                   .inside = items->at[i].inside});
        kept.at[kept.len - names.len].before = items->at[i].before;
        kept.at[kept.len - 1].after = items->at[end - 1].after;
    }
    cutter->items = kept;
}

/* Whether the blank C of TEXT stands beside a dot inside a name: 艾力 · 买买提. The bullet may be a
   mark, with a name after it. */
static bool is_beside_dot(struct str text, struct utf8 c)
{
    static const uint32_t bullet = 0x2022;
    uint32_t before = utf8_before(text, c.at).code, after = utf8_next(text, c).code;
    return utf8_is_blank(c.code) &&
           ((is_name_dot(before) && before != bullet) || (is_name_dot(after) && after != bullet));
}

/* TEXT with such labels whole again, and such names. */
static struct str mend_words(struct arena *keep, struct str text)
{
    struct buf buf = {0};
    if (!utf8_has_blank(text))
        return text;
    for (struct utf8 c = utf8_first(text); c.len;) {
        if (is_beside_dot(text, c)) {
            c = utf8_next(text, c);
            continue;
        }
        struct str word = str_slice(text, c.at, c.at + c.len);
        size_t parted = parted_label(text, c.at, &word);
        buf_str(&buf, word);
        c = utf8_at(text, c.at + (parted ? parted : c.len));
    }
    struct str mended = str_dup(keep, buf_view(&buf));
    buf_clear(&buf);
    return mended;
}

struct items credit_items(struct arena *keep, const struct surnames *surnames, struct str text,
                          bool *marked)
{
    struct cutter cutter = {.keep = keep, .surnames = surnames};
    struct folded room;
    struct str plain = credit_plain(&room, text);
    cut_text(&cutter, mend_words(keep, plain.ptr == text.ptr ? text : str_dup(keep, plain)),
             marked);
    find_short_labels(&cutter);
    mend_rows(&cutter);
    return cutter.items;
}
