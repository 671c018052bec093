/* SPDX-License-Identifier: MIT */
#include "enrich/essay.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/authors.h"
#include "page/cues.h"
#include "page/salutation.h"
#include "page/signers.h"

static bool names_writer(struct str line)
{
    struct utf8 mark = utf8_first(line);
    if (is_byline_mark(mark.code))
        line = utf8_trim(str_slice(line, mark.len, line.len));
    struct people people = people_read(line);
    return people.labels == 0 && people.bodies == 0 && (people.names > 0 || is_author_line(line));
}

/* Whether names above the text sign it, and no reporter's. */
static bool is_signed(const struct story *story)
{
    bool signs = false;
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (story->blocks.at[i].role != ROLE_BYLINE)
            continue;
        if (!names_writer(story->blocks.at[i].text))
            return false;
        signs = true;
    }
    return signs;
}

bool story_is_essay(const struct story *story)
{
    if (!is_signed(story)) /* as most are not */
        return false;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role == ROLE_DATELINE || is_salutation(block->text) ||
            (block->role == ROLE_PARAGRAPH && starts_report(block->text)))
            return false;
    }
    return true;
}
