/* SPDX-License-Identifier: MIT */
/*
 * What a page's path says of it.
 *
 * A day in the name of a folder or file says the date, unless there are several (typed_date.h tells
 * how it is written), and p03, 3版, 第三版 the number of the page (page_number.h):
 * 石泉报2021-06-18/p03.txt, 20210618/头版.txt. Of several names the innermost counts, a file over
 * its folder.
 */
#ifndef PAGE_FACTS_H
#define PAGE_FACTS_H

#include "page/page.h"

/* NAME, of a folder or file, in KEEP, with the full-width letters, digits, marks and blanks that
   ASCII has as these. */
struct str path_name_fold(struct arena *keep, struct str name);

/* Fills what PAGE's facts do not say yet from its path. Where both say it and differ, the facts
   stay and that is told. */
void page_path_facts(struct page *page);

/* Fills what FACTS do not say yet from those of the publication that the page is of. */
void page_facts_inherit(struct page_facts *facts, const struct page_facts *publication);

/* Takes TEXT for a language tag of BCP 47, as far as its form goes: letters, then subtags of
   letters and digits. For a YAML field: *VALUE is a struct str. False: it is none. */
bool language_parse(struct arena *keep, struct str text, void *value);

#endif
