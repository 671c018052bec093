/* SPDX-License-Identifier: MIT */
#include "archive/json_out.h"
#include "base/utf8.h"

#include <math.h>

/* Enough digits for every number rounded to hundredths, few enough to print it as it was rounded.
 */
enum { NUMBER_DIGITS = 12 };

static void separate(struct json_out *json)
{
    if (json->follows)
        buf_byte(json->to, ',');
    json->follows = true;
}

void json_begin(struct json_out *json, char bracket)
{
    separate(json);
    buf_byte(json->to, bracket);
    json->follows = false;
}

void json_end(struct json_out *json, char bracket)
{
    buf_byte(json->to, bracket);
    json->follows = true;
}

void json_key(struct json_out *json, const char *key)
{
    json_word(json, key);
    buf_byte(json->to, ':');
    json->follows = false;
}

/* What stands for C in a string; NULL: itself, or \u and its number. */
static const char *short_escape(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

/* Bytes that a character may begin with which needs an escape; there are others that do not. */
static bool may_need_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f || c == 0xc2 || c == 0xd8 ||
           (c >= 0xe1 && c <= 0xe3) || c >= 0xef;
}

void json_escape(struct buf *to, uint32_t code)
{
    if (code > 0xffff) {
        buf_fmt(to, "\\u%04X", (unsigned)(0xd800 + ((code - 0x10000) >> 10)));
        code = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
    buf_fmt(to, "\\u%04X", (unsigned)code);
}

/* Whoever shows the JSON on a terminal shows nothing there that acts on it: that is escaped too. */
void json_text(struct json_out *json, struct str text)
{
    struct buf *to = json->to;
    size_t plain = 0; /* where what needs no escape begins */
    separate(json);
    buf_byte(to, '"');
    for (size_t i = 0, len = 1; i < text.len; i += len) {
        len = 1;
        if (!may_need_escape((unsigned char)text.ptr[i]))
            continue;
        struct utf8 c = utf8_at(text, i);
        const char *escape = c.code < 0x80 ? short_escape((char)c.code) : NULL;
        len = c.len;
        if (!escape && !utf8_is_unsafe(c.code))
            continue;
        buf_str(to, str_slice(text, plain, i));
        if (escape)
            buf_str(to, str_of(escape));
        else
            json_escape(to, c.code);
        plain = i + len;
    }
    buf_str(to, str_slice(text, plain, text.len));
    buf_byte(to, '"');
}

void json_text_or_null(struct json_out *json, struct str text)
{
    if (text.len)
        json_text(json, text);
    else
        json_word(json, NULL);
}

static void put_plain(struct json_out *json, struct str text)
{
    separate(json);
    buf_str(json->to, text);
}

void json_word(struct json_out *json, const char *word)
{
    if (!word) {
        put_plain(json, STR("null"));
        return;
    }
    put_plain(json, STR("\""));
    buf_str(json->to, str_of(word));
    buf_byte(json->to, '"');
}

void json_bool(struct json_out *json, bool truth)
{
    put_plain(json, truth ? STR("true") : STR("false"));
}

void json_count(struct json_out *json, size_t number)
{
    char digits[3 * sizeof number], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    put_plain(json, (struct str){at, (size_t)(digits + sizeof digits - at)});
}

void json_hundredths(struct json_out *json, double number)
{
    if (!isfinite(number)) {
        json_word(json, NULL);
        return;
    }
    separate(json);
    size_t before = json->to->len;
    buf_fmt(json->to, "%.*g", NUMBER_DIGITS, round(number * 100) / 100);
    struct str printed = str_slice(buf_view(json->to), before, json->to->len);
    if (!str_has(printed, STR(".")) && !str_has(printed, STR("e")))
        buf_str(json->to, STR(".0"));
}
