/* SPDX-License-Identifier: MIT */
/*
 * What a page's path says of it.
 *
 * A folder or file name that begins with YYYY-MM-DD says the date, if there is such a day; pNN or
 * NN版 in a name, where no letter or digit of ASCII stands before it or (pNN) after it, says the
 * number of the page, without leading zeros: 2023-10-17-p03.txt, 2023-10-17/3版.txt, 二/A3版.txt.
 * Of several the innermost counts: a file over its folder, what stands later in a name over what
 * stands before it.
 */
#ifndef PAGE_FACTS_H
#define PAGE_FACTS_H

#include "page/page.h"

/* Fills what PAGE's facts do not say yet from its path. Where both say it and differ, the facts
   stay and that is told. */
void page_path_facts(struct page *page);

/* Fills what FACTS do not say yet from those of the publication that the page is of. */
void page_facts_inherit(struct page_facts *facts, const struct page_facts *publication);

/* Reads YYYY-MM-DD, YYYY-MM or YYYY at the start of TEXT, as much as there is of it in the
   calendar. Returns how many bytes that took; 0: nothing. */
size_t date_read(struct str text, struct date *date);

/* Whether all of TEXT is a date as people type it: 2023-10-17, 2023-5-3, 2023/5/3, 2023.5.3,
   2023年5月3日; a month and a year alone, or a year. Else *DATE stays. */
bool date_typed(struct str text, struct date *date);

/* Takes TEXT for a language tag of BCP 47, as far as its form goes: letters, then subtags of
   letters and digits. For a YAML field: *VALUE is a struct str. False: it is none. */
bool language_parse(struct arena *keep, struct str text, void *value);

/* Reads the number of a page at the start of TEXT: one to three digits, perhaps after a letter. It
   is kept in KEEP without leading zeros, in capitals: "A3". Returns how many bytes that took; 0:
   nothing. */
size_t page_number_read(struct arena *keep, struct str text, struct str *number);

#endif
