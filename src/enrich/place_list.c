/* SPDX-License-Identifier: MIT */
#include "enrich/place_list.h"

#include "base/utf8.h"
#include "page/wordlist.h"

static const struct str joints[] = {WORD("、"), WORD("和"), WORD("与"), WORD("及")};

/* Whether REST begins with what ends a list of counties (三县), or, after a JOINT, one of places,
   or, after 、, of parts of them; not 改造和新建部分道路. JOINT may be NULL. */
static bool ends_list(struct str rest, const struct str *joint)
{
    static const struct str ends[] = {WORD("两县"), WORD("二县"), WORD("三县"), WORD("四县"),
                                      WORD("五县"), WORD("等县"), WORD("县城"), WORD("两地")};
    static const struct str of_places[] = {WORD("三地"), WORD("四地"), WORD("五地"),  WORD("两市"),
                                           WORD("三市"), WORD("两区"), WORD("三区"),  WORD("县市"),
                                           WORD("警方"), WORD("等地"), WORD("两县市")};
    static const struct str of_parts[] = {WORD("部分"), WORD("局部"), WORD("境内"), WORD("一带")};
    return wordlist_start(ends, COUNT(ends), rest) ||
           (joint && wordlist_start(of_places, COUNT(of_places), rest)) ||
           (joint && str_eq(*joint, joints[0]) && wordlist_start(of_parts, COUNT(of_parts), rest));
}

/* Whether the name that begins at AT of TEXT after a JOINT, of two characters or three, is followed
   by another or by what ends their list; *END: where it ends. */
static bool is_item(struct str text, size_t at, const struct str *joint, size_t *end)
{
    enum { LEAST = 2, MOST = 3 };
    struct utf8 c = utf8_at(text, at);
    for (size_t chars = 1; chars <= MOST && utf8_is_han(c.code); chars++, c = utf8_next(text, c)) {
        *end = c.at + c.len;
        struct str rest = str_slice(text, *end, text.len);
        if (chars >= LEAST &&
            (wordlist_start(joints, COUNT(joints), rest) || ends_list(rest, joint)))
            return true;
    }
    return false;
}

/* 吉安县: whether TEXT begins with two characters or three, a county's level the last of them. */
static bool is_full_item(struct str text)
{
    enum { LEAST = 2, MOST = 3 };
    struct utf8 c = utf8_first(text);
    for (size_t chars = 1; chars <= MOST && utf8_is_han(c.code); chars++, c = utf8_next(text, c))
        if (chars >= LEAST && c.code == U'县')
            return true;
    return false;
}

bool place_joins_own(struct str rest)
{
    static const struct str own[] = {WORD("我县"), WORD("我市"), WORD("我区"), WORD("我旗")};
    const struct str *joint = wordlist_start(joints, COUNT(joints), rest);
    return joint && wordlist_start(own, COUNT(own), str_slice(rest, joint->len, rest.len));
}

bool place_is_listed(struct str text, size_t at, size_t end)
{
    enum { ITEMS_MOST = 6 };
    const struct str *last = wordlist_end(joints, COUNT(joints), str_slice(text, 0, at));
    for (size_t item = 0; item < ITEMS_MOST; item++) {
        struct str rest = str_slice(text, end, text.len);
        if (ends_list(rest, last) || place_joins_own(rest))
            return true;
        const struct str *joint = wordlist_start(joints, COUNT(joints), rest);
        if (joint && is_full_item(str_slice(rest, joint->len, rest.len)))
            return true;
        if (!joint || !is_item(text, end + joint->len, joint, &end))
            return false;
        last = joint;
    }
    return false;
}

static bool parts_items(uint32_t code)
{
    switch (code) {
    case U'，':
    case U'、':
    case U'；':
    case U'。':
    case ',':
    case ';':
        return true;
    default:
        return false;
    }
}

/* Whether C is of an amount: 46, 0.5. */
static bool is_of_amount(struct utf8 c)
{
    return utf8_is_digit(c.code) || c.code == '.';
}

size_t place_amount_end(struct str text, size_t at)
{
    static const struct str units[] = {WORD("毫米"), WORD("公斤"), WORD("千克"), WORD("公里"),
                                       WORD("万亩"), WORD("万元"), WORD("亿元"), WORD("万人"),
                                       WORD("吨"),   WORD("亩"),   WORD("元"),   WORD("人"),
                                       WORD("个"),   WORD("户"),   WORD("例"),   WORD("度"),
                                       WORD("℃"),    WORD("%"),    WORD("％"),   WORD("名")};
    struct utf8 c = utf8_at(text, at);
    while (is_of_amount(c))
        c = utf8_next(text, c);
    const struct str *unit = wordlist_start(units, COUNT(units), str_slice(text, c.at, text.len));
    return c.at > at && unit ? c.at + unit->len : c.at;
}

/* Where the name at AT of TEXT ends, of two characters or three, with a colon if one follows; AT:
   there is none. */
static size_t tabled_name_end(struct str text, size_t at)
{
    enum { LEAST = 2, MOST = 3 };
    size_t chars = 0;
    struct utf8 c = utf8_at(text, at);
    for (; chars < MOST && utf8_is_han(c.code); chars++)
        c = utf8_next(text, c);
    bool colon = c.code == U'：' || c.code == ':';
    return chars < LEAST ? at : c.at + (colon ? c.len : 0);
}

/* Where the name and amount at AT of TEXT end, with the mark behind: 商南71，; AT: they do not
   stand there. */
static size_t item_end(struct str text, size_t at)
{
    size_t name = tabled_name_end(text, at), end = place_amount_end(text, name);
    struct utf8 mark = utf8_at(text, end);
    return name == at || end == name || (mark.len && !parts_items(mark.code)) ? at : end + mark.len;
}

/* Where the name and amount begin that end at AT of TEXT; AT: none do. */
static size_t item_start(struct str text, size_t at)
{
    enum { ITEM_CHARS = 12 };
    struct utf8 c = utf8_before(text, at);
    for (size_t chars = 0; chars < ITEM_CHARS && c.len; chars++, c = utf8_before(text, c.at))
        if (item_end(text, c.at) == at)
            return c.at;
    return at;
}

bool place_is_tabled(struct str text, size_t at)
{
    enum { SEVERAL = 3 };
    size_t items = 0;
    for (size_t from = at, to; items < SEVERAL; items++, from = to)
        if ((to = item_end(text, from)) == from)
            break;
    for (size_t to = at, from; items > 0 && items < SEVERAL; items++, to = from)
        if ((from = item_start(text, to)) == to)
            break;
    return items >= SEVERAL;
}
