/* SPDX-License-Identifier: MIT */
/*
 * Front matter: what the archivist wrote about a page at its head, as YAML between two lines `---`.
 *
 *   publication  name of the newspaper
 *   date         2023-10-17, 2023-10 or 2023
 *   page         number of the page: 3, or A3
 *   page_name    版名
 *   encoding     of the file, where it is not found out right
 *   rights       a line about them
 *   place        GB/T 2260 code of the home county or prefecture, six digits
 *   id           a corrected story's own id: lower-case ASCII letters, digits and '-'
 */
#ifndef PAGE_FRONT_MATTER_H
#define PAGE_FRONT_MATTER_H

#include "page/page.h"

/* Front matter ends within this many bytes, or it is none. */
#define FRONT_MATTER_MAX_BYTES ((size_t)64 << 10)

/* What stands between, and with, the two lines `---` that TEXT begins with; empty: it does not
   begin so. TEXT may be in any encoding that has ASCII as it is. Whether it is YAML is not looked
   at. */
struct span front_matter_find(struct str text);

/* What stands between the two lines of FRONT, which front_matter_find() found in TEXT. */
struct str front_matter_inside(struct str text, struct span front);

/* The value of `encoding:` in such front matter; empty: there is none. */
struct str front_matter_encoding(struct str text);

/*
 * Fills PAGE's front and facts from its text. Text that merely begins with dashes is no front
 * matter: what is between must be a YAML map. If it is not, but holds one of the keys above, that
 * is told. Unknown keys and values that cannot be used are told with line and column and have no
 * effect.
 */
void page_front_matter(struct arena *keep, struct page *page);

/*
 * Fills FACTS from the publication.yaml of a folder, PATH: title, place, rights,
 * publisher, issn, cn. False: it has a fault, and DIAGS say where.
 */
bool publication_read(struct arena *keep, struct str path, struct str yaml,
                      struct page_facts *facts, struct diags *diags);

#endif
