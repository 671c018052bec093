/* SPDX-License-Identifier: MIT */
/* Essays (散文): texts that somebody signs as a writer, and not as a reporter. */
#ifndef ENRICH_ESSAY_H
#define ENRICH_ESSAY_H

#include "story/story.h"

/* Whether STORY has names above its text that no label calls reporters, and neither begins as
   reports do nor speaks to readers as letters do. */
bool story_is_essay(const struct story *story);

#endif
