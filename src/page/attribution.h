/* SPDX-License-Identifier: MIT */
/*
 * Who signs (署名): lines and ends of lines that name reporters, photographers, bodies.
 *
 * These predicates only tell a signature from other text; names and their roles are read from it by
 * enrich/byline.
 */
#ifndef PAGE_ATTRIBUTION_H
#define PAGE_ATTRIBUTION_H

#include "page/page.h"

/* □ ■ ◎ and their like, before a byline. */
bool is_byline_mark(uint32_t code);

/* A line that says who wrote: □ 祁子荣, 本报记者 苑捷, 记者 甲 通讯员 乙, 文/甲 图/乙. */
bool is_byline(struct str line);

/* Bytes of 写于, 改定于 and their like, with which a writer says where or when, at the start of
   TEXT or at its end; 0: none stands there. */
size_t written_start(struct str text);
size_t written_end(struct str text);

/* A report's head that stands alone: 本报讯（记者 王刚）, 本报岚县讯 记者 王刚. */
bool is_signed_dateline(struct str line);

/* The second of these. */
bool is_led_by_dateline(struct str line);

/* One that names those who planned and drew too, but nobody who sees to a page: 策划：甲
   文字：乙. */
bool is_team_line(struct str line);

/* One that begins with where its text comes from: 稿件来源：县残联. */
bool names_source(struct str line);

/* A line that says so after the text: (尹瑞萍 王俊平), (孝义市阳泉曲镇), 来源：新华社. */
bool is_sign_off(struct str line);

/* A line of people that calls one a reporter, correspondent or writer, brackets aside. */
bool names_writers(struct str line);

/* A line that says whose a picture is: 孙涛 王宁 摄, 本报记者 于宏摄, 县文化馆 供图. */
bool is_photo_credit(struct str line);

/* The bracket or the end of TEXT, at or after FROM, that holds names which sign; past the end of
   TEXT where there is none. */
struct span attribution_find(struct str text, size_t from);

/* Whether names and nothing else stand after a blank at AT, where TEXT's last sentence or a bracket
   ends: 。 黄其达. */
bool is_plain_tail(struct str text, size_t at);

/* Whether TEXT's last words, after its last sentence, and the line NEXT are one picture's credit
   that a line's end cut: ……。 王 | 刚 摄. */
bool goes_on_in_credit(struct str text, struct str next);

/* What a text's last words sign. */
enum sign_off { SIGN_OFF_NONE, SIGN_OFF_WRITER, SIGN_OFF_PHOTO };

/* What TEXT ends with: nothing, 。(甲 乙), 。甲 摄, or 。 黄其达. */
enum sign_off sign_off_of(struct str text);

#endif
