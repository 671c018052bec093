/* SPDX-License-Identifier: MIT */
#include "enrich/credit_items.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "enrich/person_name.h"
#include "page/attribution.h"
#include "page/wordlist.h"

/* Where one begins another, the longer comes first. */
static const struct label labels[] = {
    {"摄影记者", TASK_PICTURE, true},
    {"记者", TASK_REPORTER, true},
    {"实习生", TASK_REPORTER, true},
    {"评论员", TASK_REPORTER, true},
    {"通讯员", TASK_CORRESPONDENT, true},
    {"特约撰稿人", TASK_CORRESPONDENT, true},
    {"特约撰稿", TASK_CORRESPONDENT, true},
    {"作者", TASK_AUTHOR, true},
    {"供稿单位", TASK_SOURCE, true},
    {"图片来源", TASK_SOURCE, true},
    {"文稿来源", TASK_SOURCE, true},
    {"来源", TASK_SOURCE, true},
    {"责任编辑", TASK_EDITOR, true},
    {"本版编辑", TASK_EDITOR, true},
    {"美术编辑", TASK_OTHER, true},
    {"版式编辑", TASK_OTHER, true},
    {"编辑", TASK_EDITOR, true},
    {"责编", TASK_EDITOR, true},
    {"责任校对", TASK_OTHER, true},
    {"校对", TASK_OTHER, true},
    {"版式", TASK_OTHER, true},
    {"美编", TASK_OTHER, true},
    {"审核", TASK_OTHER, true},
    {"摄影报道", TASK_PICTURE, false},
    {"图片报道", TASK_PICTURE, false},
    {"图文报道", TASK_BOTH, false},
    {"综合报道", TASK_REPORTED, false},
    {"采访报道", TASK_REPORTED, false},
    {"联合报道", TASK_REPORTED, false},
    {"报道", TASK_REPORTED, false},
    {"文并摄", TASK_BOTH, false},
    {"文并图", TASK_BOTH, false},
    {"图文", TASK_BOTH, false},
    {"文图", TASK_BOTH, false},
    {"摄影", TASK_PICTURE, false},
    {"拍摄", TASK_PICTURE, false},
    {"供图", TASK_PICTURE, false},
    {"图片", TASK_PICTURE, false},
    {"撰文", TASK_TEXT, false},
    {"文字", TASK_TEXT, false},
    {"采写", TASK_TEXT, false},
    {"供稿", TASK_SOURCE, false},
    {"撰稿", TASK_SOURCE, false},
    {"整理", TASK_SOURCE, false},
    {"提供", TASK_SOURCE, false},
};

/* Labels of one character, which are parts of names too. */
static const struct label short_labels[] = {
    {"文", TASK_TEXT, false},
    {"图", TASK_PICTURE, false},
    {"摄", TASK_PICTURE, false},
};

/* 文/图, 图/文, 文、图. */
static const struct label both_label = {"文图", TASK_BOTH, false};

struct cutter {
    struct arena *keep;
    const struct surnames *surnames;
    struct items items;
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
    static const uint32_t ties[] = {'/', 0xff0f, ':', 0xff1a, '|', 0xff5c};
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

static const struct label *label_at(struct str word, size_t at)
{
    for (size_t i = 0; i < COUNT(labels); i++) {
        if (str_starts(str_slice(word, at, word.len), str_of(labels[i].word)))
            return &labels[i];
    }
    return NULL;
}

static const struct label *short_label(struct str word)
{
    for (size_t i = 0; i < COUNT(short_labels); i++) {
        if (str_eq(word, str_of(short_labels[i].word)))
            return &short_labels[i];
    }
    return NULL;
}

static void push_item(struct cutter *cutter, struct str text, const struct label *label)
{
    if (text.len > 0)
        vec_push(cutter->keep, &cutter->items, (struct item){.text = text, .label = label});
}

/* Labels of one character that end a word: 王刚摄, and 甲图 in 文/甲图/乙. */
static void push_word(struct cutter *cutter, struct str word, enum separator after)
{
    struct utf8 last = utf8_last(word);
    struct str end = str_slice(word, last.at, word.len);
    bool ends = str_eq(end, STR("摄")) || (after == SEPARATOR_TIE && short_label(end));
    if (utf8_count(word) < 3 || !ends) {
        push_item(cutter, word, NULL);
        return;
    }
    push_item(cutter, str_slice(word, 0, last.at), NULL);
    push_item(cutter, end, short_label(end));
}

/* Cuts a word at the labels in it: 记者王刚通讯员李小明. A body's name is left whole: 编辑部. */
static void cut_word(struct cutter *cutter, struct str word, enum separator after)
{
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

/* Cuts TEXT into items that know what stands before and after them. Of several separators the
   strongest counts. */
static void cut_text(struct cutter *cutter, struct str text, bool *marked)
{
    enum separator before = SEPARATOR_LIST;
    for (size_t at = 0; at < text.len;) {
        size_t end = at, next;
        enum separator after = SEPARATOR_NONE;
        struct utf8 c = utf8_at(text, at);
        for (; c.len && separator_of(c.code) == SEPARATOR_NONE; c = utf8_next(text, c))
            end = c.at + c.len;
        for (; c.len && separator_of(c.code) != SEPARATOR_NONE; c = utf8_next(text, c)) {
            *marked |= is_byline_mark(c.code);
            if (separator_of(c.code) > after)
                after = separator_of(c.code);
        }
        next = c.len ? c.at : text.len;
        size_t first = cutter->items.len;
        cut_word(cutter, str_slice(text, at, end), after);
        if (cutter->items.len > first) {
            cutter->items.at[first].before = before;
            cutter->items.at[cutter->items.len - 1].after = after;
        }
        before = after;
        at = next;
    }
}

static bool is_single(const struct item *item)
{
    return !item->label && utf8_count(item->text) == 1 && utf8_is_han(utf8_first(item->text).code);
}

/* 文, 图, 摄 on their own: 文 alone may be half of a name, 文 强. */
static bool is_short_label(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    const struct item *next = i + 1 < items->len ? item + 1 : NULL;
    if (!is_single(item) || !short_label(item->text))
        return false;
    bool tied = item->before == SEPARATOR_TIE || item->after == SEPARATOR_TIE;
    bool half = next && is_single(next) && !short_label(next->text);
    return tied || !str_eq(item->text, STR("文")) || (!half && (i > 0 || next));
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

static bool is_surname(const struct cutter *cutter, struct str word)
{
    const struct surname *surname = surname_of(cutter->surnames, word);
    return surname && str_eq(surname->text, word);
}

/* How many items from I on are parts of one name that is set wide: 王 刚, 王 小 明, 欧阳 修, 王
   小明. 1: it stands alone. */
static size_t parts_of_name(const struct cutter *cutter, size_t i)
{
    const struct items *items = &cutter->items;
    size_t singles = 0;
    while (i + singles < items->len && is_single(&items->at[i + singles]) &&
           (singles == 0 || items->at[i + singles - 1].after == SEPARATOR_BLANK))
        singles++;
    if (singles == 3)
        return 3;
    if (singles > 1)
        return 2;
    if (i + 1 == items->len || items->at[i].label || items->at[i + 1].label ||
        items->at[i].after != SEPARATOR_BLANK || !is_surname(cutter, items->at[i].text))
        return 1;
    bool fits =
        singles == 1 ? utf8_count(items->at[i + 1].text) == 2 : is_single(&items->at[i + 1]);
    return fits ? 2 : 1;
}

static void join_names(struct cutter *cutter)
{
    struct items kept = {0};
    for (size_t i = 0; i < cutter->items.len;) {
        size_t parts = parts_of_name(cutter, i);
        struct item item = cutter->items.at[i];
        for (size_t k = 1; k < parts; k++)
            item.text = str_format(cutter->keep, "%.*s%.*s", STR_FMT(item.text),
                                   STR_FMT(cutter->items.at[i + k].text));
        item.after = cutter->items.at[i + parts - 1].after;
        vec_push(cutter->keep, &kept, item);
        i += parts;
    }
    cutter->items = kept;
}

/* The end of the words from I on that blanks alone part. */
static size_t row_end(const struct items *items, size_t i)
{
    size_t end = i + 1;
    while (end < items->len && !items->at[end].label && items->at[end - 1].after == SEPARATOR_BLANK)
        end++;
    return end;
}

static struct str row_text(struct cutter *cutter, size_t from, size_t to, bool *broken)
{
    struct buf buf = {0};
    for (size_t i = from; i < to; i++) {
        buf_str(&buf, cutter->items.at[i].text);
        *broken |= is_single(&cutter->items.at[i]);
    }
    struct str text = str_dup(cutter->keep, buf_view(&buf));
    buf_clear(&buf);
    return text;
}

/* Cuts rows of names anew where blanks have been lost: 甲乙 丙丁戊 己. */
static void mend_rows(struct cutter *cutter)
{
    struct items kept = {0};
    for (size_t i = 0, end; i < cutter->items.len; i = end) {
        bool broken = false;
        end = cutter->items.at[i].label ? i + 1 : row_end(&cutter->items, i);
        struct str text = row_text(cutter, i, end, &broken);
        struct strs names = {0};
        if (broken && !cutter->items.at[i].label)
            names = names_split(cutter->keep, cutter->surnames, text);
        for (size_t k = 0; k < names.len; k++)
            vec_push(cutter->keep, &kept,
                     (struct item){names.at[k], NULL, SEPARATOR_BLANK, SEPARATOR_BLANK});
        for (size_t k = i; k < end && names.len == 0; k++)
            vec_push(cutter->keep, &kept, cutter->items.at[k]);
    }
    cutter->items = kept;
}

struct items credit_items(struct arena *keep, const struct surnames *surnames, struct str text,
                          bool *marked)
{
    struct cutter cutter = {.keep = keep, .surnames = surnames};
    cut_text(&cutter, text, marked);
    find_short_labels(&cutter);
    join_names(&cutter);
    mend_rows(&cutter);
    return cutter.items;
}
