/* SPDX-License-Identifier: MIT */
#include "story/dump.h"

#include "base/utf8.h"
#include "page/dump.h"

static void dump_all(struct buf *out, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        buf_fmt(out, "  ");
        dump_block(out, &blocks->at[i]);
    }
}

void dump_fragments(struct buf *out, const struct fragments *fragments)
{
    for (size_t i = 0; i < fragments->len; i++) {
        buf_fmt(out, "fragment %zu\n", i + 1);
        dump_all(out, &fragments->at[i].blocks);
    }
}

void dump_stories(struct buf *out, const struct stories *stories)
{
    for (size_t i = 0; i < stories->len; i++) {
        const struct story *story = &stories->at[i];
        buf_fmt(out, "%s", story_kind_name(story->kind));
        if (story->kind != KIND_RESIDUE)
            buf_fmt(out, " %.2f%s%s %s", story->confidence, story->truncated_start ? " <" : "",
                    story->truncated_end ? " >" : "", story->headline_derived ? "~ " : "");
        if (story->kind != KIND_RESIDUE)
            utf8_add_safe(out, story->headline);
        buf_byte(out, '\n');
        dump_all(out, &story->blocks);
    }
}
