/* SPDX-License-Identifier: MIT */
#include "base/diag.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
    enum diag_level level;
    const char *name, *recovery;
} kinds[DIAG_ID_COUNT] = {
#define DIAG(id, level, name, recovery) [id] = {level, name, recovery},
#include "base/diag_list.h"
#undef DIAG
};

static const char *const level_names[] = {"note", "warning", "error", "error"};

void diag_add(struct diags *diags, enum diag_id id, struct place place, const char *fmt, ...)
{
    va_list args;
    char small[512];
    va_start(args, fmt);
    int len = vsnprintf(small, sizeof small, fmt, args);
    va_end(args);
    if (len < 0)
        die("cannot format a message");
    char *text = small;
    if ((size_t)len >= sizeof small) {
        text = arena_alloc(diags->keep, (size_t)len + 1);
        va_start(args, fmt);
        vsnprintf(text, (size_t)len + 1, fmt, args);
        va_end(args);
    }
    struct str what = str_dup(diags->keep, (struct str){text, (size_t)len});
    vec_push(diags->keep, diags, (struct diag){id, place, what});
}

enum diag_level diag_level(enum diag_id id)
{
    return kinds[id].level;
}

const char *diag_name(enum diag_id id)
{
    return kinds[id].name;
}

enum diag_level diags_worst(const struct diags *diags)
{
    enum diag_level worst = DIAG_NOTE;
    for (size_t i = 0; i < diags->len; i++) {
        if (kinds[diags->at[i].id].level > worst)
            worst = kinds[diags->at[i].id].level;
    }
    return worst;
}

static bool is_unsafe(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200e && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static void add_safe(struct buf *out, struct str s)
{
    size_t bad;
    while (s.len) {
        bool valid = utf8_valid(s, &bad);
        struct str good = str_slice(s, 0, valid ? s.len : bad);
        for (struct utf8 c = utf8_first(good); c.len; c = utf8_next(good, c)) {
            if (is_unsafe(c.code))
                buf_fmt(out, "\\u%04x", (unsigned)c.code);
            else
                buf_add(out, good.ptr + c.at, c.len);
        }
        if (valid)
            return;
        buf_fmt(out, "\\x%02x", (unsigned)(unsigned char)s.ptr[bad]);
        s = str_slice(s, bad + 1, s.len);
    }
}

void diag_print(struct buf *out, const struct diag *diag)
{
    if (diag->place.file.len) {
        add_safe(out, diag->place.file);
        if (diag->place.line)
            buf_fmt(out, ":%u", diag->place.line);
        if (diag->place.line && diag->place.column)
            buf_fmt(out, ":%u", diag->place.column);
        buf_str(out, STR(": "));
    }
    buf_fmt(out, "%s: ", level_names[kinds[diag->id].level]);
    add_safe(out, diag->what);
    buf_fmt(out, "; %s\n", kinds[diag->id].recovery);
}
