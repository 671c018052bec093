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

/* A line of furniture that a notice may have as well: 电话：…, 地址：…. */
bool is_contact_line(struct str line);

/* Whether LINE may be a newspaper's name and nothing else: 东河报; at a sheet's top it is. */
bool is_paper_title(struct str line);

/* The name of a column that stands alone above its stories: 短波, 读 者 来 信. */
bool is_column_label(struct str line);

/* The title and a line of a list of the paper's contents: 导读, 果农用上新机器 ▶2版. */
bool is_contents_head(struct str line);
bool is_contents_entry(struct str line);

/* A line that holds a date and nothing else: 2023年10月26日, 二〇二三年十月二十六日. */
bool is_date_line(struct str line);

#endif
