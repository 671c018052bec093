/* SPDX-License-Identifier: MIT */
#include "page/chars.h"

bool is_wide(uint32_t code)
{
    return code >= 0x2010 && code != 0xfffd;
}

bool is_dash(uint32_t code)
{
    return code == 0x2014 || code == 0x2015 || code == 0x2500;
}

/* Whether CODE is among the characters of SET, which ends in 0. */
static bool is_among(uint32_t code, const uint32_t *set)
{
    while (*set && *set != code)
        set++;
    return *set != 0;
}

bool is_sentence_end(uint32_t code)
{
    return is_among(code, U"。！？!?…");
}

bool is_stop(uint32_t code)
{
    return is_among(code, U"，、；,;");
}

bool is_opening(uint32_t code)
{
    return is_among(code, U"“‘「『（(《〈【〔［[");
}

bool is_closing(uint32_t code)
{
    return is_among(code, U"”’」』）)》〉】〕］]");
}

bool may_not_start(uint32_t code)
{
    return is_closing(code) || is_among(code, U"，、。；：？！,;:?!%℃·…");
}

bool may_not_end(uint32_t code)
{
    return is_opening(code);
}

bool ends_sentence(struct str s)
{
    struct utf8 c = utf8_last(s);
    while (c.len && is_closing(c.code))
        c = utf8_before(s, c.at);
    return c.len && is_sentence_end(c.code);
}

bool holds_full_stop(struct str s)
{
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (c.code == 0x3002 && c.at + c.len < s.len)
            return true;
    return false;
}

int quotes_open(struct str s)
{
    int open = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        open += is_opening(c.code) - is_closing(c.code);
    return open;
}

uint32_t text_width(struct str s)
{
    uint32_t width = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        width += is_wide(c.code) ? 2 : 1;
    return width;
}
