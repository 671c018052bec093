/* SPDX-License-Identifier: MIT */
/* What a line's words say of its place in a story: its start, its end, its continuation elsewhere.
 */
#ifndef PAGE_CUES_H
#define PAGE_CUES_H

#include "base/str.h"

/* （下转4版）, 下转第A3版, （上接1版）: a jump notice (转版说明). */
enum jump { JUMP_NONE, JUMP_TO, JUMP_FROM };

/* What TEXT is as a whole, what it ends with, what it begins with. Behind 下转2版 a story's title
   may stand on the line, behind 上接1版 only one in 《》 or quotation marks: what else stands there
   is the text that goes on. */
enum jump jump_line(struct str text);
bool jumps_away(struct str text); /* ends with JUMP_TO */
bool jumps_in(struct str text);   /* begins with JUMP_FROM */

/* 资料图片, （图片由县文化馆提供）: where a picture stood. */
bool is_placeholder(struct str line);

/* 本报讯, 新华社太原10月25日电: the start of a report (消息头). */
bool starts_report(struct str text);

/* A report's start that stands on a line of its own (电头). */
bool is_dateline(struct str line);

/* 近日, 10月17日, 今年以来: words that reports like to begin with; no proof. */
bool starts_like_lead(struct str text);

/* 同时, 据了解, 该县, 他: words that go on with a story and do not begin one; no proof. */
bool starts_like_sequel(struct str text);

/* ——我市易地搬迁后续扶持工作纪实 */
bool is_subtitle(struct str line);

/* 一、 （二） 3. before a heading inside a story. */
bool is_numbered(struct str line);

/* 晨牧（摄影） 王洋: a line that says what a picture is, and whose. */
bool names_artwork(struct str line);

/* 图为, 上图, 左图：, ▲: the start of a caption. */
bool starts_caption(struct str text);

#endif
