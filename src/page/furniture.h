/* SPDX-License-Identifier: MIT */
/* What a page says of itself: masthead, date, page number, editors, addresses (报头, 报眉, 责编).
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "base/str.h"

/* A line that is all furniture: 2023年10月28日 星期六, 责任编辑：甲 版式：乙, 3版 要闻. */
bool is_furniture(struct str line);

/* A line that is furniture beside other furniture: a paper's or a section's name, 要闻. */
bool may_be_furniture(struct str line);

/* A line that holds a date and nothing else: 2023年10月26日, 二〇二三年十月二十六日. */
bool is_date_line(struct str line);

#endif
