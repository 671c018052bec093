/* SPDX-License-Identifier: MIT */
/*
 * What a page's path says of it.
 *
 * A day in the name of a folder or file says the date (typed_date.h tells how it is written): in
 * 石泉报2021-06-18/p03.txt, 20210618.txt. A name with more than one says none. pNN or NN版 in a
 * name, where no letter or digit of ASCII stands before it or (pNN) after it, says the number of
 * the page, without leading zeros: 2023-10-17-p03.txt, 2023-10-17/3版.txt, 二/A3版.txt. Of several
 * names the innermost counts, a file over its folder; of several page numbers in one the last.
 */
#ifndef PAGE_FACTS_H
#define PAGE_FACTS_H

#include "page/page.h"

/* Fills what PAGE's facts do not say yet from its path. Where both say it and differ, the facts
   stay and that is told. */
void page_path_facts(struct page *page);

/* Fills what FACTS do not say yet from those of the publication that the page is of. */
void page_facts_inherit(struct page_facts *facts, const struct page_facts *publication);

/* Takes TEXT for a language tag of BCP 47, as far as its form goes: letters, then subtags of
   letters and digits. For a YAML field: *VALUE is a struct str. False: it is none. */
bool language_parse(struct arena *keep, struct str text, void *value);

/* Reads the number of a page at the start of TEXT: one to three digits, perhaps after a letter. It
   is kept in KEEP without leading zeros, in capitals: "A3". Returns how many bytes that took; 0:
   nothing. */
size_t page_number_read(struct arena *keep, struct str text, struct str *number);

#endif
