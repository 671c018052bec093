/* SPDX-License-Identifier: MIT */
#include "story/parts.h"

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/notices.h"

#define TEXT_LEAST 8 /* characters of a heading that may be none */

enum part part_of_role(enum role role)
{
    static const enum part parts[ROLE_COUNT] = {
        [ROLE_KICKER] = PART_HEAD,         [ROLE_HEADLINE] = PART_HEAD,
        [ROLE_SUBTITLE] = PART_HEAD,       [ROLE_BYLINE] = PART_HEAD,
        [ROLE_DATELINE] = PART_TEXT,       [ROLE_PARAGRAPH] = PART_TEXT,
        [ROLE_SUBHEAD] = PART_TEXT,        [ROLE_CAPTION] = PART_PHOTO,
        [ROLE_CREDIT] = PART_TAIL,         [ROLE_NOTICE] = PART_TAIL,
        [ROLE_PLACEHOLDER] = PART_RESIDUE, [ROLE_FURNITURE] = PART_RESIDUE,
    };
    return parts[role];
}

enum part part_of(const struct blocks *fragment)
{
    return part_of_role(fragment->at[0].role);
}

uint32_t fragment_start(const struct blocks *fragment)
{
    uint32_t start = UINT32_MAX;
    for (size_t i = 0; i < fragment->len; i++)
        for (size_t k = 0; k < fragment->at[i].spans.len; k++)
            if (fragment->at[i].spans.at[k].start < start)
                start = fragment->at[i].spans.at[k].start;
    return start;
}

bool is_unfinished(const struct block *block)
{
    return block->setting != SETTING_ROW && block->role != ROLE_SUBHEAD &&
           block->role != ROLE_DATELINE && !ends_sentence(block->text) &&
           !jumps_away(block->text) && !is_forecast(block->text) &&
           sign_off_of(block->text) == SIGN_OFF_NONE;
}

bool may_be_text(const struct block *block)
{
    bool heading =
        block->role == ROLE_KICKER || block->role == ROLE_HEADLINE || block->role == ROLE_SUBHEAD;
    return heading && !ends_sentence(block->text) &&
           str_find(block->text, STR(" "), 0) == SIZE_MAX && utf8_count(block->text) >= TEXT_LEAST;
}
