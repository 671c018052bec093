/* SPDX-License-Identifier: MIT */
/* The words that a report begins with, 消息头: 本报讯 记者王刚昨日从…获悉. */
#ifndef ENRICH_REPORT_HEAD_H
#define ENRICH_REPORT_HEAD_H

#include "base/str.h"

/* Whether HEAD is all of what says whose report it is: 本报讯, 新华社某地10月3日电. */
bool ends_dispatch(struct str head);

/* The end of 本报讯 in HEAD, in bytes, as all offsets here; 0 where there is none. */
size_t dispatch_end(struct str head);

/* The end of the first 报道 from START on, in each of its forms; SIZE_MAX: there is none. */
size_t report_end(struct str head, size_t start);

/* Where from START on those stand who report, 记者王刚, in HEAD of Simplified characters; SIZE_MAX
   where their label does not. */
size_t reporters_start(struct str head, size_t start);

/* The next place after AT, in the same clause, where names may end and a sentence go on: at 昨日,
   从, 获悉, a day (10月3日); SIZE_MAX: there is none. */
size_t clause_next(struct str head, size_t at);

#endif
