/* SPDX-License-Identifier: MIT */
/*
 * Bytes → text.
 *
 * The encoding is, in this order: what a byte order mark says (UTF-8, UTF-16, GB18030); what
 * `encoding:` in front matter says; UTF-8 where the bytes are valid; UTF-16 by its zero bytes;
 * GB18030 or Big5, whichever reads as Chinese, or UTF-8 where it is merely damaged (encoding.h).
 *
 * What becomes of what. "Told" is once a page, with how many there are and where the first is:
 *
 *   byte order mark            cut off
 *   what cannot be decoded     U+FFFD for each byte (in GB18030 and Big5 for each pair, in UTF-16
 *                              for each unit, lone surrogates too); the first five are told with
 *                              their byte offsets in the file, and how many more there are
 *   controls (C0 with NUL,     kept and told; blocks show them as U+FFFD
 *   DEL, C1), noncharacters    (utf8_is_forbidden())
 *   private use, unassigned    kept and told
 *   form feed, CR              kept
 *   reads well as nothing      the best encoding is taken, and that is told
 *   `encoding:` that makes     the encoding is guessed; page_front_matter() tells
 *   no text of the bytes
 *   no bytes, or only blanks   told; no stories
 *   not a text                 an error that says what it looks like; no text, no lines. By its
 *                              first bytes, or since more than one character in ten is a
 *                              control or three in ten cannot be decoded
 *   over PAGE_MAX_BYTES        an error; no text, no lines
 */
#ifndef PAGE_DECODE_H
#define PAGE_DECODE_H

#include "page/page.h"

/* Fills PAGE's text, in KEEP, its encoding ("" where the file is not text), and its diags; its path
   and diags.keep must be set. BYTES are the whole file and need not outlive the call. */
void page_decode(struct arena *keep, struct page *page, struct str bytes);

/* Tells that the file PATH is left out: it could not be read, as ERROR, an errno, says; EFBIG: it
   has more than PAGE_MAX_BYTES. Where the machine is at fault nothing is to be written, for the
   file's stories would be missing. */
void page_tell_unread(struct diags *diags, struct str path, int error);

#endif
