/* SPDX-License-Identifier: MIT */
#include "enrich/place_list.h"

#include "base/utf8.h"
#include "page/wordlist.h"

static const struct str joints[] = {WORD("、"), WORD("和"), WORD("与"), WORD("及")};

/* Whether REST begins with what ends a list of counties (三县), or where it is a LIST of places. */
static bool ends_list(struct str rest, bool list)
{
    static const struct str ends[] = {WORD("两县"), WORD("二县"), WORD("三县"), WORD("四县"),
                                      WORD("五县"), WORD("等县"), WORD("县城"), WORD("两地")};
    static const struct str of_list[] = {
        WORD("三地"), WORD("四地"), WORD("五地"), WORD("两市"), WORD("三市"),   WORD("两区"),
        WORD("三区"), WORD("三县"), WORD("等县"), WORD("县市"), WORD("两县市"), WORD("警方"),
        WORD("等地"), WORD("部分"), WORD("局部"), WORD("境内"), WORD("一带")};
    return wordlist_start(ends, COUNT(ends), rest) ||
           (list && wordlist_start(of_list, COUNT(of_list), rest));
}

/* Whether the name that begins at AT of TEXT, of two characters or three, is followed by another or
   by what ends their list; *END: where it ends. */
static bool is_item(struct str text, size_t at, size_t *end)
{
    enum { LEAST = 2, MOST = 3 };
    struct utf8 c = utf8_at(text, at);
    for (size_t chars = 1; chars <= MOST && utf8_is_han(c.code); chars++, c = utf8_next(text, c)) {
        *end = c.at + c.len;
        struct str rest = str_slice(text, *end, text.len);
        if (chars >= LEAST &&
            (wordlist_start(joints, COUNT(joints), rest) || ends_list(rest, true)))
            return true;
    }
    return false;
}

/* Whether TEXT begins with two characters or three of which a county's level is the last: 吉安县.
 */
static bool is_full_item(struct str text)
{
    enum { LEAST = 2, MOST = 3 };
    struct utf8 c = utf8_first(text);
    for (size_t chars = 1; chars <= MOST && utf8_is_han(c.code); chars++, c = utf8_next(text, c))
        if (chars >= LEAST && c.code == U'县')
            return true;
    return false;
}

bool place_is_listed(struct str text, size_t at, size_t end)
{
    enum { ITEMS_MOST = 6 };
    bool list = wordlist_end(joints, COUNT(joints), str_slice(text, 0, at));
    for (size_t item = 0; item < ITEMS_MOST; item++) {
        struct str rest = str_slice(text, end, text.len);
        if (ends_list(rest, list))
            return true;
        const struct str *joint = wordlist_start(joints, COUNT(joints), rest);
        if (joint && is_full_item(str_slice(rest, joint->len, rest.len)))
            return true;
        if (!joint || !is_item(text, end + joint->len, &end))
            return false;
        list = true;
    }
    return false;
}

static bool parts_items(uint32_t code)
{
    return code == U'，' || code == U'、' || code == U'；' || code == U'。';
}

/* Whether C is of an amount: 46, 0.5. */
static bool is_of_amount(struct utf8 c)
{
    return utf8_is_digit(c.code) || c.code == '.';
}

/* How many items that have an amount stand from AT on, the first without its name: 52，商南71，
   山阳63; MOST at most. */
static size_t amounts_after(struct str text, size_t at, size_t most)
{
    enum { NAME_CHARS = 3 };
    size_t items = 0;
    for (struct utf8 c = utf8_at(text, at); items < most && is_of_amount(c); items++) {
        while (is_of_amount(c))
            c = utf8_next(text, c);
        if (!parts_items(c.code))
            return items;
        c = utf8_next(text, c);
        for (size_t chars = 0; chars < NAME_CHARS && utf8_is_han(c.code); chars++)
            c = utf8_next(text, c);
    }
    return items;
}

/* How many of them end right before AT: 商州46，洛南38，. */
static size_t amounts_before(struct str text, size_t at, size_t most)
{
    enum { NAME_CHARS = 3 };
    size_t items = 0;
    for (struct utf8 c = utf8_before(text, at); items < most && parts_items(c.code); items++) {
        c = utf8_before(text, c.at);
        if (!is_of_amount(c))
            return items;
        while (is_of_amount(c))
            c = utf8_before(text, c.at);
        for (size_t chars = 0; chars < NAME_CHARS && utf8_is_han(c.code); chars++)
            c = utf8_before(text, c.at);
    }
    return items;
}

bool place_is_tabled(struct str text, size_t at, size_t end)
{
    enum { SEVERAL = 3 };
    size_t own = amounts_after(text, end, SEVERAL);
    return own > 0 && own + amounts_before(text, at, SEVERAL) >= SEVERAL;
}
