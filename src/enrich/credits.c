/* SPDX-License-Identifier: MIT */
/*
 * The text is cut into items, words and labels. Words become names; labels give them roles, those
 * that come before names (记者) to the names that follow, those that come after (摄) to the ones
 * before.
 */
#include "enrich/credits.h"

#include "base/utf8.h"
#include "enrich/credit_items.h"
#include "page/name_words.h"
#include "page/wordlist.h"

static const enum byline_role roles[] = {
    [TASK_REPORTER] = BYLINE_REPORTER, [TASK_CORRESPONDENT] = BYLINE_CORRESPONDENT,
    [TASK_TEXT] = BYLINE_TEXT,         [TASK_PICTURE] = BYLINE_PHOTOGRAPHER,
    [TASK_BOTH] = BYLINE_AUTHOR,       [TASK_AUTHOR] = BYLINE_AUTHOR,
    [TASK_EDITOR] = BYLINE_EDITOR,     [TASK_SOURCE] = BYLINE_AUTHOR,
    [TASK_REPORTED] = BYLINE_AUTHOR,   [TASK_OTHER] = BYLINE_AUTHOR,
};

struct reader {
    struct arena *keep;
    const struct surnames *surnames;
    struct items items;
    struct credits credits;
    bool sure;
    const struct label *lead; /* gives the names that follow their role */
    size_t group;             /* the first signer that a label after names is about */
};

/* ---- who */

/* 本报, 会昌日报, 融媒体 before 记者. */
static bool is_qualifier(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    if (!next || !next->label || !next->label->leads || item->after >= SEPARATOR_LIST)
        return false;
    bool named = i > 0 && item[-1].label && item[-1].label->leads &&
                 is_person_name(reader->surnames, item->text, true); /* 记者甲通讯员乙 */
    bool glued = item->after == SEPARATOR_NONE && !named;
    return is_organisation(item->text) || str_starts(item->text, STR("本")) ||
           (glued && !is_person_name(reader->surnames, item->text, false));
}

/* 县广播站 before a name, 某乡读者 before one: where somebody belongs. */
static bool is_affiliation(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    return next && !next->label && item->after == SEPARATOR_BLANK &&
           (is_organisation(item->text) || ends_like_title(item->text)) &&
           !is_organisation(next->text) && is_person_name(reader->surnames, next->text, true);
}

/* 作者单位：…, 作者系…: about whom, and nobody signs. */
static bool tells_of_author(const struct items *items)
{
    static const struct str words[] = {WORD("单位"), WORD("系"),   WORD("为"),
                                       WORD("简介"), WORD("單位"), WORD("是")};
    return items->len > 1 && items->at[0].label && items->at[0].label->task == TASK_AUTHOR &&
           items->at[0].after == SEPARATOR_NONE &&
           wordlist_start(words, COUNT(words), items->at[1].text);
}

static void add_signer(struct reader *reader, struct str name, bool body)
{
    enum byline_role role = reader->lead ? roles[reader->lead->task] : BYLINE_AUTHOR;
    if (!reader->lead || reader->lead->task != TASK_OTHER)
        vec_push(reader->keep, &reader->credits,
                 (struct signer){name, body ? BYLINE_ORGANISATION : role});
}

/* 2023年10月26日, and words that stand where names may and say that there is none: 受访者. */
static bool is_nobody(struct str word)
{
    static const struct str words[] = {WORD("受访者"),   WORD("受訪者"),   WORD("采访对象"),
                                       WORD("受访单位"), WORD("受访企业"), WORD("本报"),
                                       WORD("资料"),     WORD("网络"),     WORD("作者"),
                                       WORD("新华社发"), WORD("中新社发")};
    return str_starts(word, STR("据")) || utf8_is_digit(utf8_first(word).code) ||
           wordlist_find(words, COUNT(words), word);
}

/* Whether 记者 or 通讯员 stands before what is read now. */
static bool follows_label(const struct reader *reader)
{
    return reader->lead && reader->lead->task <= TASK_CORRESPONDENT;
}

static void read_word(struct reader *reader, struct str word)
{
    bool sure = reader->sure || reader->credits.labelled;
    if (is_nobody(word))
        return;
    bool source = reader->lead && reader->lead->task == TASK_SOURCE;
    if (is_organisation(word) || (source && !is_person_name(reader->surnames, word, false)))
        add_signer(reader, word, true);
    else if (is_person_name(reader->surnames, word, sure) ||
             (follows_label(reader) && is_labelled_name(reader->surnames, word)))
        add_signer(reader, word, false);
    else
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
    reader.items = credit_items(keep, surnames, text, &reader.credits.labelled);
    for (size_t i = 0; i < reader.items.len; i++)
        reader.credits.labelled |= reader.items.at[i].label != NULL;
    if (tells_of_author(&reader.items))
        return (struct credits){.whole = true};
    for (size_t i = 0; i < reader.items.len; i++) {
        const struct item *item = &reader.items.at[i];
        if (item->label)
            read_label(&reader, item);
        else if (!is_qualifier(&reader, i) && !is_affiliation(&reader, i))
            read_word(&reader, item->text);
    }
    return reader.credits;
}
