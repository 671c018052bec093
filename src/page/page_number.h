/* SPDX-License-Identifier: MIT */
/*
 * The number of a newspaper page as people type it: 3, 03, A3, 三, 十二, or 头版, which is 1. It is
 * kept in KEEP in digits of ASCII without leading zeros, after a capital where it has a letter:
 * "A3".
 */
#ifndef PAGE_PAGE_NUMBER_H
#define PAGE_PAGE_NUMBER_H

#include "base/str.h"

/* Whether all of TEXT is one, with or without 第, p, or 版. Else *NUMBER stays. */
bool page_number_typed(struct arena *keep, struct str text, struct str *number);

/*
 * The number that the NAME of a folder or file says, the last if it says several, and in *AT where
 * it begins; empty: none, and *AT is the name's length.
 *
 * It is written p03 or 03版, where no letter or digit of ASCII stands before it or (p03) after it,
 * or 三版 in numerals up to 九十九, where none stands before it. 一版 and 头版 end words that are
 * no pages, 统一版, 镜头版; after Han characters other than 第 and 报 they are none. Nor is 三版 in
 * 周三版 or 第三版画展.
 */
struct str page_number_named(struct arena *keep, struct str name, size_t *at);

#endif
