/* SPDX-License-Identifier: MIT */
/* Where those who sign belong (所属), as words beside their names say. */
#ifndef ENRICH_AFFILIATION_H
#define ENRICH_AFFILIATION_H

#include "base/str.h"

/*
 * The body that WORD names, as it stands before 记者 or before or after a name: 岚县融媒体中心首席
 * → 岚县融媒体中心, 县医院主治医师 → 县医院; 本报 for the newspaper itself, however it goes on.
 * Empty where it names none: 融媒体, 石桥镇.
 */
struct str affiliation_of(struct str word);

/* The body in what says of an author where he works, less 单位, 系 and the like before it. */
struct str affiliation_told(struct str words);

/* The body that sends a report, in what stands before its bracket: 新华社北京10月3日电 → 新华社,
   本报讯 → 本报. Empty where it is not said. */
struct str affiliation_of_dispatch(struct str head);

/* Whether WORD ends as names of divisions do: 石桥镇, 岚县. Somebody lives there, and is not
   employed. */
bool is_division(struct str word);

/* Whether BODY is the newspaper's name for itself. */
bool is_own_paper(struct str body);

/* Whether WORD is what a newspaper says of a reporter beside his name: 首席, 全媒体. */
bool is_rank(struct str word);

/* The same at the end of a word. */
bool ends_like_rank(struct str word);

#endif
