/* SPDX-License-Identifier: MIT */
/* Lines that name an author and say no more than what he is: 王洋, 雷 小 方, 县医院主治医师 费青.
 */
#ifndef PAGE_AUTHORS_H
#define PAGE_AUTHORS_H

#include "page/page.h"

/* A line of names alone, or of what somebody is and his name. */
bool is_author_line(struct str line);

/* The same, where what he is stands before the name. */
bool is_titled_author(struct str line);

/* 凤山镇 王刚, 凤山镇小学 王 刚, 凤山中学八（3）班 王刚, 王 刚 凤山镇小学: a name beside where he
   is. */
bool is_placed_author(struct str line);

/* 凤山镇 王刚, 凤山镇小学五年级 王刚: the same, where that is a place or a class, and no other
   body. */
bool is_author_of_place(struct str line);

/* Whether line I stands between a headline and its text and names whoever wrote it, or published
   it. */
bool names_author(const struct blocks *blocks, size_t i);

/* Gives ROLE_BYLINE to such lines between a headline and its text. */
void authors_settle(struct blocks *blocks);

#endif
