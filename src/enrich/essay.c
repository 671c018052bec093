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
    return people.labels == people.text_labels && people.bodies == 0 &&
           (people.names > 0 || is_author_line(line));
}

/* The first line above the text that signs it, where none is a reporter's. */
static const struct block *signed_by(const struct story *story)
{
    const struct block *first = NULL;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role != ROLE_BYLINE)
            continue;
        if (!names_writer(block->text))
            return NULL;
        first = first ? first : block;
    }
    return first;
}

const struct block *essay_byline(const struct story *story)
{
    const struct block *by = signed_by(story);
    for (size_t i = 0; by && i < story->blocks.len; i++) { /* most have none */
        const struct block *block = &story->blocks.at[i];
        if (block->role == ROLE_DATELINE || is_salutation(block->text) ||
            (block->role == ROLE_PARAGRAPH && starts_report(block->text)))
            return NULL;
    }
    return by;
}
