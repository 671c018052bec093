/* SPDX-License-Identifier: MIT */
/*
 * The text is cut into words at blanks and marks, and these at the labels that they hold, so that
 * it becomes a row of items: words and labels. Words become names; labels give them roles, those
 * that come before names (记者) to the names that follow, those that come after (摄) to the ones
 * before.
 */
#include "enrich/credits.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/wordlist.h"

/* What a label says of names. */
enum task {
    TASK_REPORTER,
    TASK_CORRESPONDENT,
    TASK_TEXT,
    TASK_PICTURE,
    TASK_BOTH, /* text and pictures */
    TASK_AUTHOR,
    TASK_EDITOR,
    TASK_SOURCE,   /* whose text or picture it is */
    TASK_REPORTED, /* changes nothing: 报道 */
    TASK_OTHER,    /* no part in the story: 校对 */
};

static const enum byline_role roles[] = {
    [TASK_REPORTER] = BYLINE_REPORTER, [TASK_CORRESPONDENT] = BYLINE_CORRESPONDENT,
    [TASK_TEXT] = BYLINE_TEXT,         [TASK_PICTURE] = BYLINE_PHOTOGRAPHER,
    [TASK_BOTH] = BYLINE_AUTHOR,       [TASK_AUTHOR] = BYLINE_AUTHOR,
    [TASK_EDITOR] = BYLINE_EDITOR,     [TASK_SOURCE] = BYLINE_AUTHOR,
    [TASK_REPORTED] = BYLINE_AUTHOR,   [TASK_OTHER] = BYLINE_AUTHOR,
};

struct label {
    const char *word;
    enum task task;
    bool leads; /* stands before names alone; others stand after them too */
};

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

/* What stands before 记者 and 通讯员 and begins like a name. */
static const struct str qualifiers[] = {WORD("高级"), WORD("全媒"),   WORD("融媒"),
                                        WORD("文字"), WORD("全媒体"), WORD("融媒体")};

/* What stands between two words. */
enum separator { SEPARATOR_NONE, SEPARATOR_BLANK, SEPARATOR_LIST, SEPARATOR_TIE };

/* A word, or a label. */
struct item {
    struct str text;
    const struct label *label; /* NULL: a word */
    enum separator before, after;
};

struct items VEC_OF(struct item);

struct reader {
    struct arena *keep;
    const struct surnames *surnames;
    struct items items;
    struct credits credits;
    bool sure;
    const struct label *lead; /* gives the names that follow their role */
    size_t group;             /* the first signer that a label after names is about */
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

/* ---- items */

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

static void push_item(struct reader *reader, struct str text, const struct label *label)
{
    if (text.len > 0)
        vec_push(reader->keep, &reader->items, (struct item){.text = text, .label = label});
}

/* Labels of one character that end a word: 于宏摄, and 甲图 in 文/甲图/乙. */
static void push_word(struct reader *reader, struct str word, enum separator after)
{
    struct utf8 last = utf8_last(word);
    struct str end = str_slice(word, last.at, word.len);
    bool ends = str_eq(end, STR("摄")) || (after == SEPARATOR_TIE && short_label(end));
    if (utf8_count(word) < 3 || !ends) {
        push_item(reader, word, NULL);
        return;
    }
    push_item(reader, str_slice(word, 0, last.at), NULL);
    push_item(reader, end, short_label(end));
}

/* Cuts a word at the labels in it: 记者王洋通讯员雷小方. A body's name is left whole: 编辑部. */
static void cut_word(struct reader *reader, struct str word, enum separator after)
{
    if (is_organisation(word) && !label_at(word, 0)) {
        push_item(reader, word, NULL);
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
        push_item(reader, str_slice(word, start, at), NULL);
        push_item(reader, str_slice(word, at, end), label);
        start = at = end;
    }
    push_word(reader, str_slice(word, start, word.len), after);
}

/* Cuts TEXT into items that know what stands before and after them. Of several separators the
   strongest counts. */
static void cut_text(struct reader *reader, struct str text)
{
    enum separator before = SEPARATOR_LIST;
    for (size_t at = 0; at < text.len;) {
        size_t end = at, next;
        enum separator after = SEPARATOR_NONE;
        struct utf8 c = utf8_at(text, at);
        for (; c.len && separator_of(c.code) == SEPARATOR_NONE; c = utf8_next(text, c))
            end = c.at + c.len;
        for (; c.len && separator_of(c.code) != SEPARATOR_NONE; c = utf8_next(text, c)) {
            reader->credits.labelled |= is_byline_mark(c.code);
            if (separator_of(c.code) > after)
                after = separator_of(c.code);
        }
        next = c.len ? c.at : text.len;
        size_t first = reader->items.len;
        cut_word(reader, str_slice(text, at, end), after);
        if (reader->items.len > first) {
            reader->items.at[first].before = before;
            reader->items.at[reader->items.len - 1].after = after;
        }
        before = after;
        at = next;
    }
}

/* ---- short labels and halves of names */

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
static void find_short_labels(struct reader *reader)
{
    struct items kept = {0};
    for (size_t i = 0; i < reader->items.len; i++) {
        struct item item = reader->items.at[i];
        if (is_short_label(&reader->items, i))
            item.label = short_label(item.text);
        struct item *last = kept.len > 0 ? &kept.at[kept.len - 1] : NULL;
        bool both = last && ((is_task(last, TASK_TEXT) && is_task(&item, TASK_PICTURE)) ||
                             (is_task(last, TASK_PICTURE) && is_task(&item, TASK_TEXT)));
        if (both) {
            last->label = &both_label;
            last->after = item.after;
        } else {
            vec_push(reader->keep, &kept, item);
        }
    }
    reader->items = kept;
}

static bool is_surname(const struct reader *reader, struct str word)
{
    const struct surname *surname = surname_of(reader->surnames, word);
    return surname && str_eq(surname->text, word);
}

/* How many items from I on are parts of one name that is set wide: 王 刚, 王 小 明, 欧阳 修, 王
   小明. 1: it stands alone. */
static size_t parts_of_name(const struct reader *reader, size_t i)
{
    const struct items *items = &reader->items;
    size_t singles = 0;
    while (i + singles < items->len && is_single(&items->at[i + singles]) &&
           (singles == 0 || items->at[i + singles - 1].after == SEPARATOR_BLANK))
        singles++;
    if (singles == 3)
        return 3;
    if (singles > 1)
        return 2;
    if (i + 1 == items->len || items->at[i].label || items->at[i + 1].label ||
        items->at[i].after != SEPARATOR_BLANK || !is_surname(reader, items->at[i].text))
        return 1;
    bool fits =
        singles == 1 ? utf8_count(items->at[i + 1].text) == 2 : is_single(&items->at[i + 1]);
    return fits ? 2 : 1;
}

static void join_names(struct reader *reader)
{
    struct items kept = {0};
    for (size_t i = 0; i < reader->items.len;) {
        size_t parts = parts_of_name(reader, i);
        struct item item = reader->items.at[i];
        for (size_t k = 1; k < parts; k++)
            item.text = str_format(reader->keep, "%.*s%.*s", STR_FMT(item.text),
                                   STR_FMT(reader->items.at[i + k].text));
        item.after = reader->items.at[i + parts - 1].after;
        vec_push(reader->keep, &kept, item);
        i += parts;
    }
    reader->items = kept;
}

/* ---- who */

/* 本报, 大同日报, 融媒体 before 记者. */
static bool is_qualifier(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    if (!next || !next->label || !next->label->leads || item->after >= SEPARATOR_LIST)
        return false;
    return wordlist_find(qualifiers, COUNT(qualifiers), item->text) ||
           is_organisation(item->text) || str_starts(item->text, STR("本")) ||
           !is_person_name(reader->surnames, item->text, false);
}

static void add_signer(struct reader *reader, struct str name, bool body)
{
    enum byline_role role = reader->lead ? roles[reader->lead->task] : BYLINE_AUTHOR;
    if (!reader->lead || reader->lead->task != TASK_OTHER)
        vec_push(reader->keep, &reader->credits,
                 (struct signer){name, body ? BYLINE_ORGANISATION : role});
}

static bool is_number(struct str word)
{
    return utf8_is_digit(utf8_first(word).code);
}

static void read_word(struct reader *reader, struct str word)
{
    bool sure = reader->sure || reader->credits.labelled;
    struct strs names = {0};
    if (utf8_count(word) > 3)
        names = names_split(reader->keep, reader->surnames, word);
    bool source = reader->lead && reader->lead->task == TASK_SOURCE;
    if (is_organisation(word) || (source && !is_person_name(reader->surnames, word, false)))
        add_signer(reader, word, true);
    else if (names.len > 1)
        for (size_t i = 0; i < names.len; i++)
            add_signer(reader, names.at[i], false);
    else if (is_person_name(reader->surnames, word, sure))
        add_signer(reader, word, false);
    else if (!is_number(word))
        reader->credits.whole = false;
}

/* ---- as what */

/* What a label after names makes of a signer: who is said to report does so with pictures too. */
static enum byline_role role_after(enum byline_role role, enum task task)
{
    if (role == BYLINE_ORGANISATION || task == TASK_REPORTED)
        return role;
    if (task == TASK_PICTURE)
        return BYLINE_PHOTOGRAPHER;
    return role == BYLINE_AUTHOR ? roles[task] : role;
}

static void read_label(struct reader *reader, const struct item *item)
{
    struct credits *credits = &reader->credits;
    bool after_names = !item->label->leads && item->after != SEPARATOR_TIE &&
                       (item->before == SEPARATOR_TIE || credits->len > reader->group);
    if (!after_names) {
        reader->lead = item->label;
        return;
    }
    for (size_t i = reader->group; i < credits->len; i++)
        credits->at[i].role = role_after(credits->at[i].role, item->label->task);
    reader->group = credits->len;
    reader->lead = NULL;
}

struct credits credits_read(struct arena *keep, const struct surnames *surnames, struct str text,
                            bool sure)
{
    struct reader reader = {
        .keep = keep, .surnames = surnames, .sure = sure, .credits.whole = true};
    cut_text(&reader, text);
    find_short_labels(&reader);
    join_names(&reader);
    for (size_t i = 0; i < reader.items.len; i++)
        reader.credits.labelled |= reader.items.at[i].label != NULL;
    for (size_t i = 0; i < reader.items.len; i++) {
        const struct item *item = &reader.items.at[i];
        if (item->label)
            read_label(&reader, item);
        else if (!is_qualifier(&reader, i))
            read_word(&reader, item->text);
    }
    return reader.credits;
}
