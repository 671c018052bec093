/* SPDX-License-Identifier: MIT */
/* Notices and small advertisements (公告, 启事): their titles, their lines, who signs them. */
#ifndef PAGE_NOTICES_H
#define PAGE_NOTICES_H

#include "page/page.h"

/* 招 聘 启 事, 停水通知, 关于……的公告. */
bool is_notice_title(struct str line);

/* 今天白天到夜间 晴间多云 偏北风二三级: a line of a weather forecast. */
bool is_forecast(struct str line);

/* A line of a form: 联系人：王女士, 坐落：河湾镇人民路. */
bool is_form_line(struct str line);

/* Whether TEXT is what the editors or others say to a letter, or announces it: （编后：…）,
   县交通局答复：. */
bool answers_letter(struct str text);

/* A bracket that says that a text goes on another day: （未完待续）. */
bool is_to_be_continued(struct str line);

/* 嵩国土告字〔2004〕6号: the number of a body's document (发文字号), which stands under its title.
 */
bool is_document_number(struct str line);

/* （外一首）, under a poem's title: there are more than that one. */
bool tells_of_more(struct str line);

/* Gives signatures, dates and remarks in brackets under a text their roles, and telephone lines
   inside a notice back to its text. */
void notices_settle(struct blocks *blocks);

#endif
