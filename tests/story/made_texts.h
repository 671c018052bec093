/* SPDX-License-Identifier: MIT */
/* Stories that tests of story/ lay out on pages. */
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

/* Two texts that have no matter in common, without a mark at their starts and ends. */
#define TEA_A "    茶山上的茶农采完春茶，茶厂的炒茶锅烧了一天一夜，茶香从茶厂飘到茶山上。\n"
#define TEA_B "    茶农说，春茶的茶叶炒得好，夏茶的茶叶也要炒得好，茶厂收茶叶论斤也论香。\n"
#define FERRY_A "    渡口的船工撑船过河，船上坐着赶集的乡亲，河水涨了，船工把船靠在渡口避浪。\n"
#define FERRY_B "    河上架了桥，渡口的船少了，船工把船拖上岸，乡亲过河走桥，再也不坐船了。\n"

/* Blank lines that say something. */
#define GAP "\n\n\n"

#endif
