/* SPDX-License-Identifier: MIT */
#include "archive/doubts.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

/* So much of a headline is enough to know a story by. */
enum { HEADLINE_CHARS = 24 };

/* Equals keep the order of paths and of places on the page. */
static int most_doubtful_first(const void *a, const void *b)
{
    const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
    double left = x->story->confidence, right = y->story->confidence;
    if (left < right || left > right)
        return left < right ? -1 : 1;
    int order = str_cmp(x->page->page->path, y->page->page->path);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static struct entries doubts_find(struct arena *scratch, const struct archive *archive)
{
    struct entries doubts = {0};
    for (size_t i = 0; i < archive->entries.len; i++) {
        if (archive->entries.at[i]->story->confidence < CONFIDENCE_SURE)
            vec_push(scratch, &doubts, archive->entries.at[i]);
    }
    if (doubts.len)
        qsort(doubts.at, doubts.len, sizeof *doubts.at, most_doubtful_first);
    return doubts;
}

/* Where it begins to be read; its file, if that is all there is. */
static struct place entry_place(const struct entry *entry)
{
    const struct story_counts *counts = entry->story->counts;
    return (struct place){entry->page->page->path, counts->line, counts->column};
}

/* Nothing below .9 is said to have .90. */
static void tell(const struct entry *entry, struct diags *diags)
{
    const struct story *story = entry->story;
    struct str head = utf8_head(story->headline, HEADLINE_CHARS);
    diag_add(diags, D_STORY_DOUBTFUL, entry_place(entry),
             "the story %s '%.*s%s' may be put together wrong (confidence %.2f)",
             story->headline_derived ? "that begins" : "headed", STR_FMT(head),
             head.len < story->headline.len ? "…" : "",
             fmin(story->confidence, CONFIDENCE_SURE - .01));
}

size_t doubts_tell(const struct archive *archive, bool all, struct diags *diags)
{
    struct arena scratch = {0};
    struct entries doubts = doubts_find(&scratch, archive);
    size_t len = doubts.len, most = all || len < DOUBTS_MAX ? len : DOUBTS_MAX;
    for (size_t i = 0; i < most; i++)
        tell(doubts.at[i], diags);
    if (len > most)
        diag_add(diags, D_STORIES_DOUBTFUL, (struct place){0},
                 "%zu more %s a confidence below %.1f", len - most,
                 len - most == 1 ? "story has" : "stories have", CONFIDENCE_SURE);
    arena_clear(&scratch);
    return len;
}

void undated_tell(const struct archive *archive, struct diags *diags)
{
    size_t len = archive->undated.len;
    if (len == 0)
        return;
    struct place first = entry_place(archive->undated.at[0]);
    if (len == 1)
        diag_add(diags, D_UNDATED, first, "nothing dates this story");
    else
        diag_add(diags, D_UNDATED, first, "nothing dates this story and %zu more", len - 1);
}

void unnamed_tell(const struct archive *archive, struct diags *diags)
{
    size_t len = 0;
    struct place first = {0};
    for (size_t i = 0; i < archive->pages.len; i++) {
        const struct page *page = archive->pages.at[i]->page;
        if (page->facts.publication.len)
            continue;
        first = len == 0 ? (struct place){page->path, 1, 1} : first;
        len++;
    }
    if (len == 1)
        diag_add(diags, D_PAPER_UNKNOWN, first, "nothing says what newspaper this page is of");
    else if (len > 1)
        diag_add(diags, D_PAPER_UNKNOWN, first,
                 "nothing says what newspaper this page and %zu more are of", len - 1);
}
