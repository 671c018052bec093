/* SPDX-License-Identifier: MIT */
/* A page read up to one of its stages, out of a text of the test's own. */
#ifndef TESTS_PAGE_READING_H
#define TESTS_PAGE_READING_H

#include "testing.h"

#include "page/blocks.h"
#include "page/lines.h"
#include "page/roles.h"

struct reading {
    struct arena keep;
    struct page page;
};

static inline void read_lines(struct reading *reading, const char *text)
{
    *reading = (struct reading){.page.text = str_of(text)};
    lines_find(&reading->keep, &reading->page);
}

static inline struct blocks *read_blocks(struct reading *reading, const char *text)
{
    read_lines(reading, text);
    blocks_find(&reading->keep, &reading->page);
    return &reading->page.blocks;
}

static inline struct blocks *read_roles(struct reading *reading, const char *text)
{
    read_blocks(reading, text);
    roles_assign(&reading->keep, &reading->page);
    return &reading->page.blocks;
}

static inline void reading_clear(struct reading *reading)
{
    arena_clear(&reading->keep);
}

/* A column 14 characters wide, as PDFs have it: a blank line after each line, no indents. */
#define WRAPPED                                      \
    "昨天上午，东河县水务局组\n\n"       \
    "织技术人员对全县四十六座水库\n\n" \
    "逐一进行检查，发现问题当场登\n\n" \
    "记造册，要求限期整改到位。\n\n"    \
    "目前，巡查人员已经沿着河\n\n"       \
    "道走完了三个乡镇，清理淤泥一\n\n" \
    "千多立方米，修补堤坝破损处二\n\n" \
    "十多个，两岸群众都说今年汛期\n\n" \
    "心里踏实多了。\n\n"                      \
    "检查组还走访了住在河边的\n\n"       \
    "老人，向他们发放避险明白卡，\n\n" \
    "讲清转移路线和联系电话。\n"

#endif
