/* SPDX-License-Identifier: MIT */
/* The names of provinces, prefectures, counties and townships, and where they stand in a text. */
#ifndef ENRICH_PLACE_NAMES_H
#define ENRICH_PLACE_NAMES_H

#include "base/vec.h"
#include "enrich/gazetteer.h"

enum place_level { PLACE_PROVINCE, PLACE_PREFECTURE, PLACE_COUNTY, PLACE_TOWNSHIP };

struct county_refs VEC_OF(const struct county *);

/* A name, and what bears it. All but townships also go by short names, without 省, 市 or 县. */
struct place_name {
    struct str text;
    enum place_level level;
    const struct province *province;     /* PLACE_PROVINCE */
    const struct prefecture *prefecture; /* PLACE_PREFECTURE */
    struct county_refs counties; /* PLACE_COUNTY: all that bear it; PLACE_TOWNSHIP: all that have a
                                    township of that name; in the order of codes */
    const struct place_name *before; /* the city of that name that a district was: 周口市, of
                                        川汇区; or NULL */
    uint16_t before_until;           /* its last year */
    bool brief;  /* a county's short name: 天镇, 威宁; told only where it is no other word */
    bool wordy;  /* it is a word of the language too, 和平, 资源; a township's begins with one:
                    振兴乡 */
    bool thing;  /* a county's short name that is a thing's too, 樟树, 石狮 */
    bool common; /* 城区, 郊区: a common noun too */
    bool gone;   /* a district's that is no more; counties had parts that were called so too */
    bool usual;  /* every county has, or had, one of its own: 城关镇, a commune */
};

/* A place's name in a text. */
struct place_mention {
    const struct place_name *name;
    size_t at; /* byte offset */
    bool clear; /* false: the characters may belong to other words: 响应县委, or be some: 和平 */
    bool official; /* an office follows: 城区人民政府 */
    bool denied; /* a county's short name that is something else's here: a person's, a river's, part
                    of a longer word, while the name may be meant in another place; or what a part
                    of a county is called, 朝阳区 in 肇东市朝阳区 */
    bool called; /* denied, since what somebody does stands before it: 农民马龙祥 */
    const struct place_name *within; /* the wider place that stands right before it: 江西省会昌县,
                                        会昌县文武坝镇; or NULL */
};

struct place_mentions VEC_OF(struct place_mention);

/* The index of GAZETTEER's names down to counties, in KEEP; the values are struct place_name. */
const struct words *place_names_index(struct arena *keep, const struct gazetteer *gazetteer);

/* The names in TEXT, townships' too; of names that overlap the one that begins first, and of these
   the longest. */
struct place_mentions place_mentions(struct arena *keep, const struct gazetteer *gazetteer,
                                     struct str text);

/* What of a township's name without its level counts: that of the township alone; that of what lies
   in it and is called after it too, 厦铺河; that alone, though it is a word that few use, 永宁, for
   what has other evidence; that, or such a word, before an office which each township has,
   文家店派出所, or what it is, 白衣古镇. */
enum short_use { SHORT_ALONE, SHORT_AND_AFTER, SHORT_RARE_WORD, SHORT_OFFICE };

/* The names of townships that stand in TEXT without 镇 or 乡: 漫川关. Of LEAST characters or more,
   but for 竹镇 for 竹镇镇. */
struct place_mentions place_short_townships(struct arena *keep, const struct gazetteer *gazetteer,
                                            struct str text, size_t least, enum short_use use);

/* Whether COUNTY has a township of NAME. */
bool place_holds_township(const struct place_name *name, const struct county *county);

/* Whether COUNTY lies in the province or prefecture that PLACE names, or bears its name. */
bool place_holds(const struct place_name *place, const struct county *county);

#endif
