/* SPDX-License-Identifier: MIT */
/* Letters that stand twice are one letter in bold only where a headline stands: elsewhere the
   newspaper said them twice. Lines are tidied before their role is known, so that is undone here.
 */
#ifndef PAGE_DOUBLED_H
#define PAGE_DOUBLED_H

#include "page/page.h"

/* Whether ROLE is one whose doubled letters are made single. */
static inline bool role_is_singled(enum role role)
{
    return role == ROLE_KICKER || role == ROLE_HEADLINE || role == ROLE_SUBTITLE;
}

/* Whether any line of PAGE was taken for doubled. */
bool page_has_doubled(const struct page *page);

/* Gives BLOCK, whose role is settled and is no headline's, the letters back that its lines lost for
   standing twice; does nothing to other blocks. The text lives in KEEP. */
void doubled_restore(struct arena *keep, const struct page *page, struct block *block);

#endif
