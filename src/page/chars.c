/* SPDX-License-Identifier: MIT */
#include "page/chars.h"

bool is_wide(uint32_t code)
{
    return code >= 0x2010 && code != 0xfffd;
}

bool is_symbol(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00, 0x2f},     {0x3a, 0x40},     {0x5b, 0x60},     {0x7b, 0xbf},     {0x2010, 0x2bff},
        {0x3001, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x303f}, {0x30fb, 0x30fb}, {0xfe30, 0xfe6f},
        {0xff01, 0xff0f}, {0xff1a, 0xff20}, {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xfff9, 0xffff},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

bool is_dash(uint32_t code)
{
    return code == 0x2014 || code == 0x2015 || code == 0x2500;
}

/* Han characters and what stands behind them in Unicode: no set here holds one. */
static bool is_in_no_set(uint32_t code)
{
    return code >= 0x3400 && code < 0xff00;
}

/* Whether CODE is among the characters of SET, which ends in 0. */
static bool is_among(uint32_t code, const uint32_t *set)
{
    if (is_in_no_set(code))
        return false;
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

bool opens_bracket(uint32_t code)
{
    return code == '(' || code == 0xff08;
}

bool closes_bracket(uint32_t code)
{
    return code == ')' || code == 0xff09;
}

bool is_name_dot(uint32_t code)
{
    return is_among(code, U"·•‧∙⋅・･");
}

bool is_circled(uint32_t code)
{
    return code >= 0x2460 && code <= 0x2473;
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

bool is_question(struct str s)
{
    uint32_t last = utf8_last(s).code;
    return last == 0xff1f || last == '?';
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

int quotes_unopened(struct str s)
{
    int depth = 0, low = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        depth += is_opening(c.code) - is_closing(c.code);
        if (depth < low)
            low = depth;
    }
    return -low;
}

uint32_t text_width(struct str s)
{
    uint32_t width = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        width += is_wide(c.code) ? 2 : 1;
    return width;
}

size_t bracket_start(struct str text)
{
    size_t depth = 0;
    for (struct utf8 c = utf8_last(text); c.len; c = utf8_before(text, c.at)) {
        depth += closes_bracket(c.code);
        if (depth == 0)
            return SIZE_MAX;
        depth -= opens_bracket(c.code);
        if (depth == 0)
            return c.at;
    }
    return SIZE_MAX;
}

bool is_elision(struct str s)
{
    enum { ELLIPSIS = 0x2026 };
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        if (c.code != ELLIPSIS)
            return false;
    return s.len > 0;
}

bool is_spaced_word(struct str line)
{
    enum { MOST = 3 };
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c))
        if (!utf8_is_han(c.code) && !utf8_is_blank(c.code))
            return false;
    return utf8_has_blank(line) && utf8_solid(line) > 1 && utf8_solid(line) <= MOST;
}

bool is_bracketed(struct str line)
{
    return opens_bracket(utf8_first(line).code) && closes_bracket(utf8_last(line).code);
}

bool is_pointer(uint32_t code)
{
    return (code >= 0x2190 && code <= 0x2193) || (code >= 0x25b2 && code <= 0x25c0);
}
