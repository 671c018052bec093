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

/* Whether TEXT ends with a day, as it stands before 电 or 专电, 综合电. */
static bool ends_day(struct str text)
{
    static const struct str kinds[] = {WORD("专"), WORD("專"), WORD("综合"), WORD("綜合")};
    const struct str *kind = wordlist_end(kinds, COUNT(kinds), text);
    return str_ends(kind ? str_slice(text, 0, text.len - kind->len) : text, STR("日"));
}

/* Whether 电 stands at AT of HEAD at the end of a dateline: 10月3日电, 十月三日电, 电（记者; or of
   据……电, from a SOURCE. */
static bool ends_dateline(struct str head, size_t at, bool source)
{
    const struct str *wire = wordlist_start(wires, COUNT(wires), str_slice(head, at, head.len));
    if (!wire)
        return false;
    struct utf8 after = utf8_at(head, at + wire->len);
    return source || ends_day(str_slice(head, 0, at)) || utf8_is_blank(after.code) ||
           opens_bracket(after.code);
}

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
        if (ends_dateline(head, c.at, source > 0))
            return str_slice(head, 0, agency->len);
    return STR_NONE;
}

/* Whether TEXT is a place's name, a day and 电: 北京10月3日电, 北京十月三日电. */
static bool is_dateline(struct str text)
{
    const struct str *wire = wordlist_end(wires, COUNT(wires), text);
    return wire && ends_day(str_slice(text, 0, text.len - wire->len));
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
