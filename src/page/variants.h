/* SPDX-License-Identifier: MIT */
/* Traditional forms of the characters that cue words are made of: papers of Taiwan, Hong Kong and
   of the years before 1956 say 本報記者, 責任編輯, 下轉第二版. */
#ifndef PAGE_VARIANTS_H
#define PAGE_VARIANTS_H

#include "base/str.h"

/* Room for the longest line that cues are looked for in. */
#define FOLDED_MAX 512

struct folded {
    char bytes[FOLDED_MAX];
};

/* S with the Simplified forms of those characters, byte for byte as long: in *ROOM, or S itself
   where it has none or does not fit. */
struct str text_fold(struct folded *room, struct str s);

#endif
