/* SPDX-License-Identifier: MIT */
/*
 * Bytes → text.
 *
 * The encoding is, in this order: what a byte order mark says (UTF-8, UTF-16, GB18030); what
 * `encoding:` in front matter says; UTF-8 where the bytes are valid; UTF-16 by its zero bytes;
 * GB18030 or Big5, whichever reads as Chinese, or UTF-8 where it is merely damaged (see
 * encoding.h).
 *
 * What becomes of what, each told once a page with the place of the first unless said otherwise:
 *
 *   a byte order mark                  cut off, not told
 *   bytes that cannot be decoded,      U+FFFD for each byte (in UTF-16 for each unit, in GB18030
 * and lone surrogates in UTF-16        Big5 for each pair), each told with its byte offset in the
 *                                      file: the first five, and how many more
 *   NUL, other controls, C1, DEL,      kept, told; blocks show them as U+FFFD (utf8_is_forbidden())
 *     noncharacters
 *   private use, unassigned            kept, told
 *   form feeds, carriage returns       kept, not told
 *   no encoding reads well             the best is taken, told
 *   nothing, or nothing but blanks     told; no stories
 *   a file that is not text, by its    an error that says what it looks like; no text and no lines
 *     first bytes or because more than
 *     one character in ten is a control
 *     or three in ten cannot be decoded
 *   more than PAGE_MAX_BYTES           an error; no text and no lines
 */
#ifndef PAGE_DECODE_H
#define PAGE_DECODE_H

#include "page/page.h"

/* Fills PAGE's text, in KEEP, its encoding ("" where the file is not text), and its diags; its path
   and diags.keep must be set. BYTES are the whole file and need not outlive the call. */
void page_decode(struct arena *keep, struct page *page, struct str bytes);

/* Line and column of the byte offset AT of PAGE's text. */
struct place page_place(const struct page *page, size_t at);

#endif
