/* SPDX-License-Identifier: MIT */
/*
 * JSON (RFC 8259) in one line, written as it is made: a record has some hundred values, and trees
 * of them, which libraries want first, were a quarter of what a build cost.
 */
#ifndef ARCHIVE_JSON_OUT_H
#define ARCHIVE_JSON_OUT_H

#include "base/buf.h"

struct json_out {
    struct buf *to;
    bool follows; /* something stands before, in the same array or object */
};

/* An array '[' or object '{', and its end. */
void json_begin(struct json_out *json, char bracket);
void json_end(struct json_out *json, char bracket);

/* The key of the value that is put next. KEY needs no escape. */
void json_key(struct json_out *json, const char *key);

/* Valid UTF-8. */
void json_text(struct json_out *json, struct str text);
void json_text_or_null(struct json_out *json, struct str text);

/* WORD needs no escape; NULL: null. */
void json_word(struct json_out *json, const char *word);

void json_bool(struct json_out *json, bool truth);
void json_count(struct json_out *json, size_t number);

/* Rounded to hundredths, with a fraction always; null where it is not finite. */
void json_hundredths(struct json_out *json, double number);

/* Appends \u and the number of CODE, or of the two surrogates that stand for it. */
void json_escape(struct buf *to, uint32_t code);

#endif
