/* SPDX-License-Identifier: MIT */
#include "enrich/prominence.h"
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

bool story_has_items(const struct story *story)
{
    return is_column_label(story->headline);
}

double block_prominence(const struct story *story, const struct block *block)
{
    if (block->role == ROLE_PARAGRAPH && (is_first(story, block) || story_has_items(story)))
        return PROMINENCE_FIRST;
    return by_role[block->role];
}
