/* SPDX-License-Identifier: MIT */
#include "archive/standfirst.h"

#include "archive/report_slug.h"
#include "base/buf.h"
#include "base/utf8.h"

static bool is_text(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION;
}

struct str story_paragraph(const struct story *story, const struct block *block)
{
    size_t slug = report_slug_len(block->text);
    struct str text = utf8_trim(str_slice(block->text, slug, block->text.len));
    for (size_t i = 0; i < story->bylines.len; i++) {
        struct str line = story->bylines.at[i].line;
        if (line.len && str_starts(text, line))
            text = utf8_trim(str_slice(text, line.len, text.len));
    }
    return text;
}

struct str story_standfirst(struct arena *keep, const struct story *story)
{
    struct buf text = {0};
    struct str only = STR_NONE;
    size_t chars = STANDFIRST_CHARS;
    for (size_t i = 0; i < story->blocks.len && chars > 0; i++) {
        const struct block *block = &story->blocks.at[i];
        if (!is_text(block->role))
            continue;
        struct str head = utf8_head(story_paragraph(story, block), chars);
        only = text.len ? STR_NONE : head;
        buf_str(&text, head);
        chars -= utf8_count(head);
    }
    struct str found = only.len ? only : str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return found;
}
