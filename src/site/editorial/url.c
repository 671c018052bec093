/* SPDX-License-Identifier: MIT */
#include "site/editorial/url.h"
#include "template/html.h"

static bool is_dropped(char c)
{
    return (unsigned char)c <= 0x20;
}

static struct str trim(struct str s)
{
    while (s.len && is_dropped(s.ptr[0]))
        s = str_slice(s, 1, s.len);
    while (s.len && is_dropped(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

/* The first of any of SET in S, or its length. */
static size_t find_any(struct str s, const char *set)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] && strchr(set, s.ptr[i]))
            return i;
    }
    return s.len;
}

static enum url_kind kind_of(struct str text)
{
    static const struct {
        const char *scheme;
        enum url_kind kind;
    } schemes[] = {{"http", URL_WEB}, {"https", URL_WEB}, {"mailto", URL_MAIL}};
    size_t end = find_any(text, ":/\\?#");
    if (end < text.len && text.ptr[end] == ':') {
        for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
            if (html_name_eq(str_slice(text, 0, end), str_of(schemes[i].scheme)))
                return schemes[i].kind;
        }
        return URL_OTHER;
    }
    if (text.len == 0 || text.ptr[0] == '#')
        return URL_HERE;
    return text.ptr[0] == '/' || text.ptr[0] == '\\' ? URL_ROOTED : URL_RELATIVE;
}

struct url url_parse(struct str text)
{
    text = trim(text);
    struct url url = {.kind = kind_of(text)};
    size_t hash = find_any(text, "#");
    url.fragment = str_slice(text, hash + 1, text.len);
    text = str_slice(text, 0, hash);
    if (url.kind == URL_RELATIVE)
        url.path = str_slice(text, 0, find_any(text, "?"));
    return url;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that a "%XX" at I stands for; negative: there is none. */
static int escape_at(struct str s, size_t i)
{
    if (s.ptr[i] != '%' || s.len - i < 3)
        return -1;
    int high = hex_value(s.ptr[i + 1]), low = hex_value(s.ptr[i + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

struct str url_decode(struct arena *keep, struct str s)
{
    char *out = arena_alloc(keep, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        int byte = escape_at(s, i);
        out[len++] = byte < 0 ? s.ptr[i] : (char)byte;
        i += byte < 0 ? 0 : 2;
    }
    return (struct str){out, len};
}
