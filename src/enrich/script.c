/* SPDX-License-Identifier: MIT */
#include "enrich/script.h"

#include "page/variants.h"

void script_simplify(struct script *script, struct page *page, struct stories *stories)
{
    *script = (struct script){.text = page->text, .publication = page->facts.publication};
    if (!page->traditional)
        return;
    page->text = text_simplified(&script->scratch, page->text);
    page->facts.publication = text_simplified(&script->scratch, page->facts.publication);
    for (size_t i = 0; i < stories->len; i++) {
        struct blocks *blocks = &stories->at[i].blocks;
        for (size_t k = 0; k < blocks->len; k++) {
            vec_push(&script->scratch, &script->blocks, blocks->at[k].text);
            blocks->at[k].text = text_simplified(&script->scratch, blocks->at[k].text);
        }
    }
}

/* Words as they stand where they were found. */
static void restore_words(struct arena *keep, const struct page *page, struct evidence *words)
{
    struct spans spans = {.at = &words->span, .len = words->span.end > words->span.start};
    struct block block = {.text = words->text, .spans = spans};
    variants_restore(keep, page, &block);
    words->text = block.text;
}

static void restore_evidence(struct arena *keep, const struct page *page,
                             const struct evidences *evidence)
{
    for (size_t i = 0; i < evidence->len; i++)
        restore_words(keep, page, &evidence->at[i]);
}

static void restore_story(struct arena *keep, const struct page *page, struct story *story)
{
    for (size_t i = 0; i < story->counties.len; i++)
        restore_evidence(keep, page, &story->counties.at[i].evidence);
    for (size_t i = 0; i < story->passing.len; i++)
        restore_evidence(keep, page, &story->passing.at[i].evidence);
    for (size_t i = 0; i < story->regions.len; i++)
        restore_evidence(keep, page, &story->regions.at[i].evidence);
    for (size_t i = 0; i < story->topics.len; i++)
        restore_evidence(keep, page, &story->topics.at[i].evidence);
    for (size_t i = 0; i < story->open.len; i++)
        restore_words(keep, page, &story->open.at[i].evidence);
    restore_evidence(keep, page, &story->date.evidence);
}

void script_restore(struct arena *keep, struct script *script, struct page *page,
                    struct stories *stories)
{
    size_t next = 0;
    page->text = script->text;
    page->facts.publication = script->publication;
    for (size_t i = 0; i < stories->len && page->traditional; i++) {
        struct blocks *blocks = &stories->at[i].blocks;
        for (size_t k = 0; k < blocks->len; k++)
            blocks->at[k].text = script->blocks.at[next++];
        restore_story(keep, page, &stories->at[i]);
    }
    arena_clear(&script->scratch);
}
