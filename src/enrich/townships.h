/* SPDX-License-Identifier: MIT */
/* The names of townships, towns and streets (乡级地名), looked for in texts. */
#ifndef ENRICH_TOWNSHIPS_H
#define ENRICH_TOWNSHIPS_H

#include "base/arena.h"
#include "enrich/townships_table.h"
#include "enrich/words.h"

/* A name, and the counties that have a township of that name. */
struct township {
    struct str name;
    const uint16_t *counties; /* places among the counties of the gazetteer, in its order */
    size_t len;
    bool renamed; /* they have one of another level, 平泉镇 for 平泉乡, or had it */
};

/* Whether a name may begin at HEAD that is not a township's in full: what township_short_at() and
   commune_at() find. */
static inline bool township_part_may_begin(struct word_head head)
{
    return word_filter_has(townships_pairs, word_pair_hash(head, TOWNSHIPS_FILTER_BITS));
}

/* Names have three characters or more, but for 侯镇 and the like. */
static inline bool township_may_begin(struct word_head head)
{
    return word_filter_has(townships_heads, word_head_hash(head, TOWNSHIPS_FILTER_BITS)) ||
           ((head.second.code == U'镇' || head.second.code == U'乡') &&
            township_part_may_begin(head));
}

/* What township_at() does where a name may begin. */
bool township_found(struct str text, struct word_head head, struct township *township);

/* The longest name that begins at HEAD in TEXT, in TOWNSHIP: built in, it outlives everything.
   Returns whether there is one. */
static inline bool township_at(struct str text, struct word_head head, struct township *township)
{
    return township_may_begin(head) && township_found(text, head, township);
}

/* The NAME of a township without 镇, 乡 or 街道, and the peoples before that; NAME where it has
   none. */
struct str township_stem(struct str name);

/* The longest name that begins at HEAD without what says its level: 漫川关 for 漫川关镇, 沙溪 for
   沙溪镇 and 沙溪街道; no street's. The counties, in KEEP, are all that have such a township. Most
   names of two characters are villages and words too. */
bool township_short_at(struct arena *keep, struct str text, struct word_head head,
                       struct township *township);

/* What begins at HEAD and is called after peoples too, where the lists have it without them:
   八岔赫哲族乡 for 八岔乡. Its name is a part of TEXT. */
bool township_of_peoples_at(struct arena *keep, struct str text, struct word_head head,
                            struct township *township);

/* What begins at HEAD and was a people's commune (人民公社, 1958 to 1984), called as townships are
   today: 槐柏公社, 旧县人民公社. Its name is a part of TEXT. */
bool commune_at(struct arena *keep, struct str text, struct word_head head,
                struct township *commune);

#endif
