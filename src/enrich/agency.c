/* SPDX-License-Identifier: MIT */
#include "enrich/agency.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/wordlist.h"

static const struct str agencies[] = {WORD("新华社"), WORD("新華社"), WORD("中新社"),
                                      WORD("中国新闻社"), WORD("中國新聞社")};

/* Bytes of 据 that TEXT begins with. */
static size_t source_len(struct str text)
{
    static const struct str sources[] = {WORD("据"), WORD("據")};
    const struct str *source = wordlist_start(sources, COUNT(sources), text);
    return source ? source->len : 0;
}

bool is_agency(struct str word)
{
    return wordlist_find(agencies, COUNT(agencies), word);
}

static const struct str wires[] = {WORD("电"), WORD("電")};

struct str agency_of_head(struct str text)
{
    enum { HEAD_CHARS = 24 };
    struct str head = utf8_head(utf8_trim(text), HEAD_CHARS);
    size_t source = source_len(head);
    head = str_slice(head, source, head.len);
    const struct str *agency = wordlist_start(agencies, COUNT(agencies), head);
    if (!agency)
        return STR_NONE;
    for (struct utf8 c = utf8_at(head, agency->len);
         c.len && !is_stop(c.code) && !is_sentence_end(c.code); c = utf8_next(head, c))
        if (wordlist_start(wires, COUNT(wires), str_slice(head, c.at, head.len)))
            return str_slice(head, 0, agency->len);
    return STR_NONE;
}

/* Whether TEXT is a place's name, a day and 电: 北京10月3日电. */
static bool is_dateline(struct str text)
{
    struct utf8 c = utf8_first(text);
    while (utf8_is_han(c.code))
        c = utf8_next(text, c);
    return utf8_is_digit(c.code) && wordlist_end(wires, COUNT(wires), text);
}

struct str agency_of_tail(struct str text)
{
    static const struct str ends[] = {WORD(""),     WORD("电"), WORD("電"),
                                      WORD("发"),   WORD("發"), WORD("专电"),
                                      WORD("供稿"), WORD("稿"), WORD("供图")};
    text = utf8_trim(text);
    struct utf8 last = utf8_last(text);
    size_t start = 0, end = text.len;
    if (closes_bracket(last.code)) {
        end = last.at;
        struct utf8 c = utf8_before(text, end);
        while (c.len && !opens_bracket(c.code))
            c = utf8_before(text, c.at);
        start = c.at + c.len;
    }
    struct str signature = utf8_trim(str_slice(text, start, end));
    signature = str_slice(signature, source_len(signature), signature.len);
    const struct str *agency = wordlist_start(agencies, COUNT(agencies), signature);
    if (!agency)
        return STR_NONE;
    struct str rest = str_slice(signature, agency->len, signature.len);
    bool signs = wordlist_find(ends, COUNT(ends), rest) || is_dateline(rest);
    return signs ? str_slice(signature, 0, agency->len) : STR_NONE;
}
