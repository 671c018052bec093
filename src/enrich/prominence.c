/* SPDX-License-Identifier: MIT */
#include "enrich/prominence.h"
#include "base/utf8.h"
#include "page/attribution.h"
#include "page/furniture.h"

static const double by_role[ROLE_COUNT] = {
    [ROLE_KICKER] = 2,    [ROLE_HEADLINE] = 4, [ROLE_SUBTITLE] = 2,
    [ROLE_PARAGRAPH] = 1, [ROLE_SUBHEAD] = 2,  [ROLE_CAPTION] = 1,
};

static bool is_first(const struct story *story, const struct block *block)
{
    for (const struct block *b = story->blocks.at; b < block; b++) {
        if (b->role == block->role)
            return false;
    }
    return true;
}

/* Whether there are several paragraphs, and each begins with a mark: △ 嘉会乡…… */
static bool are_marked(const struct blocks *blocks)
{
    size_t paragraphs = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        if (blocks->at[i].role != ROLE_PARAGRAPH)
            continue;
        if (!is_byline_mark(utf8_first(blocks->at[i].text).code))
            return false;
        paragraphs++;
    }
    return paragraphs > 1;
}

bool story_has_items(const struct story *story)
{
    return is_column_label(story->headline) || are_marked(&story->blocks);
}

double block_prominence(const struct story *story, const struct block *block)
{
    if (block->role == ROLE_PARAGRAPH && (is_first(story, block) || story_has_items(story)))
        return PROMINENCE_FIRST;
    return by_role[block->role];
}
