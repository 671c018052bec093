/* SPDX-License-Identifier: MIT */
/* The dates and numbers that furniture is made of, each a word of a line. */
#ifndef PAGE_FURNITURE_NUMBERS_H
#define PAGE_FURNITURE_NUMBERS_H

#include "base/str.h"

/* 2023年10月26日, 10月26日, 2023-10-26, 二〇二三年; not that there is such a day. */
bool is_date(struct str word);

/* 农历癸卯年九月十四, 癸卯年九月初四, 九月小. */
bool is_lunar_date(struct str word);

/* 3版, 第3版, A3, 03, ３, ③, 第1234期, 总第56号. */
bool is_issue_or_page(struct str word);

/* 0777-6428888, 8222××× */
bool is_phone(struct str word);

/* dhb×××@example.com */
bool is_mail(struct str word);

/* LINE, which is in BYTES, with 2023-10-25 for 2023/10/25 and 2023·10·25, whose marks part words
   elsewhere. */
struct str join_date_parts(char *bytes, struct str line);

#endif
