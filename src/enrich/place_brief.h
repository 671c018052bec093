/* SPDX-License-Identifier: MIT */
/* Whether a county's short name, 天镇 or 高阳, is meant where its characters stand in a text, and
   not somebody's or something else's name, or parts of other words. */
#ifndef ENRICH_PLACE_BRIEF_H
#define ENRICH_PLACE_BRIEF_H

#include "base/utf8.h"
#include "enrich/place_names.h"

/* Whether the NAME at AT of TEXT is no word of the language and no part of others: not 和平, but
   for 和平教育局, and 万安 not in 千万安全. */
bool place_brief_is_clear(struct arena *scratch, const struct gazetteer *gazetteer, struct str text,
                          const struct place_name *name, size_t at);

/* Whether what somebody does stands before AT: 农民. */
bool place_follows_calling(struct str text, size_t at);

/* 大英博物馆, 朝阳产业: whether the name at AT stands in what says nothing of the place. */
bool place_is_phrase(struct str text, const struct place_name *name, size_t at);

/* Whether it is somebody's or something else's, as a short name. */
bool place_brief_is_denied(struct str text, const struct place_name *name, size_t at);

/* Whether the beginning of a name at AT belongs to the word before it, and what is left is a word
   too: 当天 + 全县 holds 天全县. */
bool place_is_torn(struct str text, const struct place_name *name, size_t at);

/* Whether the name of a paper or agency stands before AT, and a dateline's place there:
   本报江城1月5日电. */
bool place_follows_paper(struct str text, size_t at);

/* Whether a dish is called after what ends at END, which is made anywhere: 沙县小吃. */
bool place_is_dish(struct str text, size_t end);

/* Whether a township stands at END that a county called NAME has: 公安县孟家溪镇. */
bool place_heads_township(const struct gazetteer *gazetteer, struct str text,
                          const struct place_name *name, size_t end);

/* Whether a name of a place that ends at END of TEXT begins the name of a firm, a street, a
   newspaper or a person's address, which may be anywhere: 泰和公司, 泰和路. */
bool place_is_firm(struct str text, size_t end);

/* Whether a landmark is called after what ends at END of TEXT, 灵山寺, 汾河桥上, wherever it is. */
bool place_is_landmark(struct str text, size_t end);

/* Whether a word begins at AT of TEXT by what stands before it: 海原1300名…, 在海原; not 环大金湖.
 */
bool place_begins_word(struct str text, size_t at);

/* Whether a surname stands before the short name at AT of TEXT: 李新荣. */
bool place_is_of_person(struct str text, size_t at);

#endif
