/* SPDX-License-Identifier: MIT */
/*
 * Whom a letter speaks to (称呼): 编辑同志：. The line belongs to the text below it, wherever that
 * goes, and is a paragraph of its own.
 */
#ifndef PAGE_SALUTATION_H
#define PAGE_SALUTATION_H

#include "page/page.h"

bool is_salutation(struct str line);

/* Whether LINE greets, by his name, whoever SIGNATURE says signs: 王刚读者： below 石桥读者 王刚.
 */
bool addresses_signer(struct str line, struct str signature);

/* 县交通局答复：, which announces who answers a letter. The line belongs to the text below it too.
 */
bool announces_answer(struct str line);

/* Whether the first of LINES is such. */
bool starts_letter(struct str lines);

/* 此致, 此致敬礼, 特此通告, 王刚同志永垂不朽！: how a letter or notice closes, which heads nothing.
 */
bool is_letters_close(struct str line);

/* Makes 敬礼 a paragraph where 此致 stands above it; elsewhere it may head a story. */
void letters_close(struct blocks *blocks);

/* Joins such lines to the paragraphs below them. The texts live in KEEP. */
void salutations_join(struct arena *keep, struct blocks *blocks);

/* Parts BLOCK of PAGE again: it becomes the line, *REST what followed. Returns whether there was
   one. */
bool salutation_part(const struct page *page, struct block *block, struct block *rest);

#endif
