/* SPDX-License-Identifier: MIT */
#include "explain/speech.h"

#include <stdarg.h>

#include "base/utf8.h"
#include "page/chars.h"

enum {
    WIDTH = 80, /* columns of a line */
    HANG =
        3, /* further lines of a paragraph: items stand at even columns, so none is taken for one */
    QUOTE_CHARS = 9, /* of each end of a text */
    SEAM_CHARS = 5,  /* of each side of a seam */
};

static void begin_line(struct buf *out, size_t indent)
{
    for (size_t i = 0; i < indent; i++)
        buf_byte(out, ' ');
}

/* Appends TEXT, which has no line ends, broken at spaces. */
static void add_wrapped(struct buf *out, struct str text, size_t indent)
{
    size_t used = indent;
    begin_line(out, indent);
    for (bool first = true; text.len; first = false) {
        struct str word = str_cut(&text, ' ');
        size_t width = text_width(word);
        if (!first && used + 1 + width > WIDTH) {
            buf_byte(out, '\n');
            begin_line(out, indent + HANG);
            used = indent + HANG;
        } else if (!first) {
            buf_byte(out, ' ');
            used++;
        }
        buf_str(out, word);
        used += width;
    }
    buf_byte(out, '\n');
}

/* Appends what is formatted like vprintf as it can be shown to a terminal. */
PRINTF_LIKE(2, 0) static void add_safe(struct buf *out, const char *fmt, va_list args)
{
    struct buf text = {0};
    buf_vfmt(&text, fmt, args);
    utf8_add_safe(out, buf_view(&text));
    buf_clear(&text);
}

void say(struct speech *speech, size_t indent, const char *fmt, ...)
{
    va_list args;
    struct buf safe = {0};
    va_start(args, fmt);
    add_safe(&safe, fmt, args);
    va_end(args);
    add_wrapped(speech->out, buf_view(&safe), indent);
    buf_clear(&safe);
}

void say_line(struct speech *speech, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    add_safe(speech->out, fmt, args);
    va_end(args);
    buf_byte(speech->out, '\n');
}

void say_nothing(struct speech *speech)
{
    buf_byte(speech->out, '\n');
}

/* The last CHARS characters of TEXT. */
static struct str tail_of(struct str text, size_t chars)
{
    size_t at = text.len;
    for (; chars && at; chars--)
        at = utf8_before(text, at).at;
    return str_slice(text, at, text.len);
}

struct str quote(struct arena *scratch, struct str text)
{
    if (utf8_count(text) <= 2 * QUOTE_CHARS + 2)
        return str_format(scratch, "「%.*s」", STR_FMT(text));
    struct str head = utf8_head(text, QUOTE_CHARS), tail = tail_of(text, QUOTE_CHARS);
    return str_format(scratch, "「%.*s…%.*s」", STR_FMT(head), STR_FMT(tail));
}

struct str quote_seam(struct arena *scratch, struct str before, struct str after)
{
    struct str end = tail_of(before, SEAM_CHARS), start = utf8_head(after, SEAM_CHARS);
    return str_format(scratch, "「%s%.*s|%.*s%s」", end.len < before.len ? "…" : "", STR_FMT(end),
                      STR_FMT(start), start.len < after.len ? "…" : "");
}

struct str lines_of(struct arena *scratch, const struct block *block)
{
    if (block->last_line <= block->first_line)
        return str_format(scratch, "line %u", block->first_line);
    return str_format(scratch, "lines %u-%u", block->first_line, block->last_line);
}

struct str count_of(struct arena *scratch, size_t count, const char *noun)
{
    return str_format(scratch, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}
