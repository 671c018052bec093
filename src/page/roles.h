/* SPDX-License-Identifier: MIT */
/* Blocks → blocks with roles. */
#ifndef PAGE_ROLES_H
#define PAGE_ROLES_H

#include "page/page.h"

/*
 * Gives each of PAGE's blocks its role, first from its own words, then from its neighbours; lines
 * of one headline become one block, and texts get their final form (tidy.h). Which headline has
 * which text is left to story/: here a headline is only told from a subhead.
 */
void roles_assign(struct arena *keep, struct page *page);

/* Whether a line's own words keep it apart from running text: a byline, furniture, a notice … */
bool stands_apart(struct str line);

/* Tidied lines, joined by \n, as the text of a block with ROLE (tidy.h). */
struct str role_tidy(struct arena *keep, enum role role, struct str lines);

#endif
