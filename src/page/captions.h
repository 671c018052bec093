/* SPDX-License-Identifier: MIT */
/* Captions of pictures (图片说明), told by the credit that follows or ends them, by their numbers
   and by marks that point to the picture. */
#ifndef PAGE_CAPTIONS_H
#define PAGE_CAPTIONS_H

#include "page/page.h"

/* Gives paragraphs that are captions that role, and joins their lines; and back, to items of news
   that only begin with such a mark. Bylines and credits have theirs already. */
void captions_settle(struct arena *keep, struct blocks *blocks);

/* Whether block I is the credit of the picture whose caption stands below it, no farther than what
   is above, and has no other: 王刚 摄, 图为……. */
bool credits_below(const struct blocks *blocks, size_t i);

#endif
