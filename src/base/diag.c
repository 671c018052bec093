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

void diag_print(struct buf *out, const struct diag *diag)
{
    if (diag->place.file.len) {
        utf8_add_safe(out, diag->place.file);
        if (diag->place.line)
            buf_fmt(out, ":%u", diag->place.line);
        if (diag->place.line && diag->place.column)
            buf_fmt(out, ":%u", diag->place.column);
        buf_str(out, STR(": "));
    }
    buf_fmt(out, "%s: ", level_names[kinds[diag->id].level]);
    utf8_add_safe(out, diag->what);
    buf_fmt(out, "; %s\n", kinds[diag->id].recovery);
}
