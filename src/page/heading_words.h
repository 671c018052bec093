/* SPDX-License-Identifier: MIT */
/* What the words of headings say of them. */
#ifndef PAGE_HEADING_WORDS_H
#define PAGE_HEADING_WORDS_H

#include "base/str.h"

/* Whether a phrase cannot end where TEXT does: 将, 着, 的; and cannot begin where it does. */
bool ends_open(struct str text);
bool starts_open(struct str text);

/* What the second line of a headline likes to say of its first: 助力乡村振兴. */
bool starts_deed(struct str text);

/* Whether a place stands in the first characters: whose deed it is, is said. */
bool starts_place(struct str text);

/* 我县, 全市, 河湾县……: whether a heading says near its start whose deed it tells. */
bool names_doer(struct str text);

/* 召开, 启动, 工作: whether it tells a deed of the kind that takes two lines. */
bool tells_deed(struct str text);

/* 岛上人物, 记者走基层, 看乡村①: a short line that names a column (栏目) or a series. */
bool names_column(struct str text);

/* A report's kind, as subtitles name it: 东河乡防汛工作纪实. */
bool names_genre(struct str text);

/* 汛期来临之前, 三夏时节: when something is done, which only a kicker says. */
bool sets_scene(struct str text);

/* 王刚在东河乡调研时强调 ends in what the headline below it says; 强调早安排早动手, below a
   headline, tells what was said there. */
bool ends_saying(struct str text);
bool starts_saying(struct str text);

/* 专家：……, 警方提醒：……: a few words say who says what follows. */
bool names_speaker(struct str text);

/* 王刚主持并讲话, 李小红出席: who was there, which stands below what it was. */
bool ends_attending(struct str text);

/* 发扬自力更生精神: words that stand above what they lead to. */
bool is_slogan(struct str text);

/* 第四章, （上）: a part of a whole that the heading above names. */
bool names_part(struct str text);

/* 沂山秋（外一首）, 诗二首: a title of several poems, whose own titles or numbers follow. */
bool is_of_several(struct str title);

/* Whether LINE between the title ABOVE, 诗二首, and that of the first of them may be the author's
   name, whatever it is: 巴图苏和. */
bool signs_several(struct str above, struct str line);

/* ■石桥乡建成集市 石桥县投资…: whether a text begins with a heading of its own. */
bool begins_with_heading(struct str text);

#endif
