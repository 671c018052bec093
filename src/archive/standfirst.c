/* SPDX-License-Identifier: MIT */
#include "archive/standfirst.h"

#include "archive/report_slug.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "page/chars.h"

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

#define BLANK STR("　")

/* Whether S is a sentence, or a part of one that is set off by a mark, and not a line of verse, a
   row of a table, a caption. */
static bool ends_in_mark(struct str s)
{
    return may_not_start(utf8_last(s).code);
}

struct str story_standfirst(struct arena *keep, const struct story *story)
{
    struct buf text = {0};
    struct str only = STR_NONE;
    size_t chars = STANDFIRST_CHARS;
    for (size_t i = 0; i < story->blocks.len && chars > 0; i++) {
        const struct block *block = &story->blocks.at[i];
        struct str all = is_text(block->role) ? story_paragraph(story, block) : STR_NONE;
        if (!all.len)
            continue;
        if (text.len && chars > 1 && !ends_in_mark(buf_view(&text))) {
            buf_str(&text, BLANK);
            chars--;
        }
        struct str head = utf8_head(all, chars);
        only = text.len ? STR_NONE : head;
        buf_str(&text, head);
        chars -= utf8_count(head);
    }
    struct str found = only.len ? only : str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return found;
}
