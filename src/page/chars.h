/* SPDX-License-Identifier: MIT */
/* What single characters mean to a typesetter, and what the marks of a text say of its sentences.
 */
#ifndef PAGE_CHARS_H
#define PAGE_CHARS_H

#include "base/utf8.h"

/* Han characters and what is set as wide as they are: a blank beside one parts no words. */
bool is_wide(uint32_t code);

/* Punctuation, signs and ornaments, and what stands for a character that could not be read: no
   letter of any script and no digit. */
bool is_symbol(uint32_t code);

/* — and the characters that stand for it in texts out of PDFs. */
bool is_dash(uint32_t code);

/* 。！？… and their narrow forms. */
bool is_sentence_end(uint32_t code);

/* ，、； and their narrow forms. */
bool is_stop(uint32_t code);

/* “ ‘ 「 『 （ 《 【 and their like. */
bool is_opening(uint32_t code);
bool is_closing(uint32_t code);

/* （ and ）, and their narrow forms. */
bool opens_bracket(uint32_t code);
bool closes_bracket(uint32_t code);

/* Where the bracket opens that closes at the end of TEXT, those inside it passed over; SIZE_MAX:
   none does. */
size_t bracket_start(struct str text);

/* · and its like, inside names: 阿依古丽·买买提. */
bool is_name_dot(uint32_t code);

/* ① to ⑳, as items of a list or pictures of a set are numbered. */
bool is_circled(uint32_t code);

/* Characters that no line may start or end with (避头尾, GB/T 15834, 5.1). */
bool may_not_start(uint32_t code);
bool may_not_end(uint32_t code);

/* Whether S ends a sentence: 。！？…, and closing marks after it. */
bool ends_sentence(struct str s);

/* Whether the last character of S is a question mark. */
bool is_question(struct str s);

/* Whether S has a full stop (。) other than at its end. */
bool holds_full_stop(struct str s);

/* ……: words that are left out, and nothing else. */
bool is_elision(struct str s);

/* Opening marks of S less closing ones. */
int quotes_open(struct str s);

/* How many marks S closes that it did not open. */
int quotes_unopened(struct str s);

/* Width of S in half widths: 2 for each wide character, 1 for every other. */
uint32_t text_width(struct str s);

/* 石 头: two or three Han characters with a blank among them. */
bool is_spaced_word(struct str line);

/* Whether a bracket opens LINE and one closes it: （王刚）. */
bool is_bracketed(struct str line);

/* ↑ ▲ ► and their like, which point to a picture or open an item. */
bool is_pointer(uint32_t code);

#endif
