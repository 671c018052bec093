/* SPDX-License-Identifier: MIT */
/* Two stories that tests of story/ lay out on pages. */
#ifndef TESTS_STORY_MADE_TEXTS_H
#define TESTS_STORY_MADE_TEXTS_H

#define HEATING_HEAD "供热公司抢修城区管网\n"
#define HEATING                                                                                                           \
    "    本报讯（记者 甘雨）入冬以来，供热公司对城区管网逐段检修，换了老化的阀门。\n" \
    "    目前，全县供热面积已达三十万平方米，管网检修还在继续。\n"
#define RESERVOIR_HEAD "水库管护员守堤三十年\n"
#define RESERVOIR                                                                                                      \
    "    本报讯（记者 车前）清晨，水库管护员李麦冬沿着堤坝查看闸门，走了三十年。\n" \
    "    水库建成以来，没有出过一次险情。\n"

/* Blank lines that say something. */
#define GAP "\n\n\n"

#endif
