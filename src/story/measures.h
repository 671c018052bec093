/* SPDX-License-Identifier: MIT */
/* What is measured of a link: one function a row of evidence.inc. */
#ifndef STORY_MEASURES_H
#define STORY_MEASURES_H

#include "story/evidence.h"

#define MEASURE(name, after_open, after_closed, after_head) \
    double measure_##name(const struct link *link);
#include "story/evidence.inc"
#undef MEASURE

#endif
