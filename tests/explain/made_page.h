/* SPDX-License-Identifier: MIT */
/* A page of two stories, below its date line. */
#ifndef TESTS_EXPLAIN_MADE_PAGE_H
#define TESTS_EXPLAIN_MADE_PAGE_H

#define TEA "茶农采完春茶炒夏茶"
#define FERRY "渡口的船工撑船过河"

#define MADE_PAGE                                                                                                                    \
    "2023年10月24日 星期二\n\n" TEA "\n"                                                                                             \
    "本报讯（记者 王小川）茶山上的茶农采完春茶，茶厂的炒茶锅烧了一天一夜，茶香从岚县飘到\n" \
    "茶山上，炒茶的师傅说，明年茶厂还要买一台炒茶机。\n"                                                     \
    "茶农说，2019年春茶的茶叶炒得好，夏茶的茶叶也要炒得好，茶厂收茶叶论斤也论香。\n\n\n\n"       \
    "" FERRY "\n"                                                                                                                    \
    "渡口的船工撑船过河，船上坐着赶集的乡亲，河水涨了，船工把船靠在渡口避浪。\n"

#endif
