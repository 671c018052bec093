/* SPDX-License-Identifier: MIT */
#include "enrich/essay.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/authors.h"
#include "page/cues.h"
#include "page/salutation.h"
#include "page/signers.h"
#include "page/wordlist.h"

/* 县委书记 王刚: who writes by his office writes no essay. */
static bool has_office(struct str line)
{
    static const struct str offices[] = {WORD("书记"), WORD("县长"), WORD("市长"), WORD("区长"),
                                         WORD("局长"), WORD("主任"), WORD("委员"), WORD("部长"),
                                         WORD("代表"), WORD("院长"), WORD("镇长"), WORD("乡长")};
    return wordlist_held(offices, COUNT(offices), line) > 0;
}

static bool names_writer(struct str line)
{
    struct utf8 mark = utf8_first(line);
    if (is_byline_mark(mark.code))
        line = utf8_trim(str_slice(line, mark.len, line.len));
    struct people people = people_read(line);
    bool written =
        people.labels == 0 || str_starts(line, STR("文")) || str_starts(line, STR("作者"));
    return written && people.labels == people.text_labels && people.bodies == 0 &&
           (people.names > 0 || is_author_line(line)) && !has_office(line);
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

bool story_is_poem(const struct story *story)
{
    enum { VERSE_CHARS = 20, VERSES_LEAST = 4 };
    size_t lines = 0, verses = 0;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (block->role != ROLE_PARAGRAPH)
            continue;
        lines++;
        verses += utf8_count(block->text) <= VERSE_CHARS;
    }
    return verses >= VERSES_LEAST && 4 * verses >= 3 * lines;
}
