/* SPDX-License-Identifier: MIT */
/* What a story's region is called. */
#ifndef ENRICH_REGION_H
#define ENRICH_REGION_H

#include "enrich/gazetteer.h"
#include "story/story.h"

/* 大同市, 山西省. */
static inline struct str region_name(const struct story_region *region)
{
    return region->prefecture ? region->prefecture->name : region->province->name;
}

/* "140200", "140000". */
static inline struct str region_code(const struct story_region *region)
{
    return region->prefecture ? region->prefecture->code : region->province->code;
}

/* The prefecture or province itself. */
static inline const void *region_place(const struct story_region *region)
{
    return region->prefecture ? (const void *)region->prefecture : region->province;
}

#endif
