/* SPDX-License-Identifier: MIT */
#include "enrich/report_head.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/wordlist.h"

bool ends_dispatch(struct str head)
{
    static const struct str ends[] = {WORD("讯"), WORD("电"), WORD("訊"), WORD("電")};
    head = utf8_trim(head);
    return wordlist_end(ends, COUNT(ends), head) && !str_has(head, STR("，"));
}

size_t dispatch_end(struct str head)
{
    static const struct str dispatches[] = {WORD("讯"), WORD("訊")};
    static const struct str others[] = {WORD("讯员"), WORD("訊員")};
    for (size_t i = 0; i < COUNT(dispatches); i++) {
        size_t at = str_find(head, dispatches[i], 0);
        while (at != SIZE_MAX && str_starts(str_slice(head, at, head.len), others[i]))
            at = str_find(head, dispatches[i], at + dispatches[i].len);
        if (at != SIZE_MAX)
            return at + dispatches[i].len;
    }
    return 0;
}

size_t report_end(struct str head, size_t start)
{
    static const struct str reports[] = {WORD("报道"), WORD("报导"), WORD("報導"), WORD("報道")};
    for (size_t i = 0, at; i < COUNT(reports); i++)
        if ((at = str_find(head, reports[i], start)) != SIZE_MAX)
            return at + reports[i].len;
    return SIZE_MAX;
}

/* 2023年10月3日, 10月3日, 3日: whether a day or month stands at AT of TEXT. */
static bool begins_day(struct str text, size_t at)
{
    struct utf8 c = utf8_at(text, at);
    bool number = utf8_is_digit(c.code);
    while (utf8_is_digit(c.code))
        c = utf8_next(text, c);
    return number && (c.code == U'年' || c.code == U'月' || c.code == U'日');
}

size_t reporters_start(struct str head, size_t start)
{
    static const struct str labels[] = {WORD("本报记者"), WORD("记者")};
    size_t at = (size_t)(utf8_trim(str_slice(head, start, head.len)).ptr - head.ptr);
    const struct str *label = wordlist_start(labels, COUNT(labels), str_slice(head, at, head.len));
    return label ? at + label->len : SIZE_MAX;
}

size_t clause_next(struct str head, size_t at)
{
    static const struct str words[] = {WORD("昨"),   WORD("今"),   WORD("日前"), WORD("近"),
                                       WORD("从"),   WORD("在"),   WORD("于"),   WORD("随"),
                                       WORD("获悉"), WORD("了解"), WORD("来到"), WORD("走进"),
                                       WORD("赴"),   WORD("前往")};
    struct utf8 c = utf8_next(head, utf8_at(head, at));
    for (; c.len && !is_stop(c.code); c = utf8_next(head, c))
        if (begins_day(head, c.at) ||
            wordlist_start(words, COUNT(words), str_slice(head, c.at, head.len)))
            return c.at;
    return SIZE_MAX;
}
