/* SPDX-License-Identifier: MIT */
/* Where those who sign are, said before their names without the place's level. */
#ifndef ENRICH_SIGNER_PLACE_H
#define ENRICH_SIGNER_PLACE_H

#include "enrich/gazetteer.h"
#include "enrich/surnames.h"
#include "story/story.h"

/* 王刚 in 哈尔滨 王刚, 阜川 王 刚: LINE without where somebody is, if hardly any person is called
   like that place, or STORY has it as a place, 毛沟镇; else LINE. A part of it. */
struct str without_signer_place(struct arena *scratch, const struct surnames *surnames,
                                const struct gazetteer *gazetteer, const struct story *story,
                                struct str line);

/* The same of a bracket: 李树森 in （青州 李树森）. */
struct str without_bracketed_place(struct arena *scratch, const struct surnames *surnames,
                                   const struct gazetteer *gazetteer, const struct story *story,
                                   struct str text);

#endif
