/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "archive/doubts.h"
#include "site/view/field.h"
#include "site/view/note.h"
#include "site/view/sentence.h"

static const char *const precision_keys[] = {
    [PRECISION_NONE] = "precision-day",
    [PRECISION_YEAR] = "precision-year",
    [PRECISION_MONTH] = "precision-month",
    [PRECISION_DAY] = "precision-day",
};

/* So many of the words that a date follows from are said. */
enum { WORDS_MAX = 2 };

/* “10月17日”“2023年”; or that it is some words. */
static struct str date_words(struct arena *scratch, const struct strings *strings,
                             const struct evidences *evidence)
{
    struct buf words = {0};
    for (size_t i = 0; i < evidence->len && i < WORDS_MAX; i++)
        buf_str(&words, strings_fill(scratch, strings, "quoted", {"text", evidence->at[i].text}));
    struct str said =
        words.len ? str_dup(scratch, buf_view(&words)) : strings_get(strings, "note-words");
    buf_clear(&words);
    return said;
}

static void say_date(struct arena *scratch, struct notes *notes, const struct story_view *view)
{
    const struct story_date *date = &view->entry->story->date;
    const struct strings *strings = view->site->strings;
    if (date->precision == PRECISION_NONE) {
        sentence_say(scratch, note_add(scratch, notes), strings, "note-undated", {0});
        return;
    }
    if (!story_date_inferred(date))
        return;
    struct when when = when_of(strings, date);
    struct str words = date_words(scratch, strings, &date->evidence);
    struct str precision = strings_get(strings, precision_keys[date->precision]);
    sentence_say(scratch, note_add(scratch, notes), strings,
                 date->basis == BASIS_PAGE ? "note-date-page" : "note-date-text",
                 {"date", run_when(scratch, &when)}, {"words", run_text(words)},
                 {"precision", run_text(precision)});
}

/* The words with which the story leaves for another page; empty: it breaks off without any. */
static struct str jump_words(const struct story *story)
{
    const struct blocks *blocks = &story->blocks;
    bool jumps = blocks->len && blocks->at[blocks->len - 1].role == ROLE_NOTICE;
    return jumps ? blocks->at[blocks->len - 1].text : STR_NONE;
}

/* What is missing; the other half of a jump is not, the text leads to it. */
static void say_cuts(struct arena *scratch, struct notes *notes, const struct story_view *view)
{
    const struct story *story = view->entry->story;
    const struct strings *strings = view->site->strings;
    struct str words = jump_words(story);
    if (entry_lacks_start(view->entry))
        sentence_say(scratch, note_add(scratch, notes), strings, "note-start", {0});
    if (entry_lacks_end(view->entry))
        sentence_say(scratch, note_add(scratch, notes), strings,
                     words.len ? "note-jump" : "note-end", {"words", run_text(words)});
}

static void say_doubt(struct arena *scratch, struct notes *notes, const struct story_view *view)
{
    const struct strings *strings = view->site->strings;
    struct run page = run_linked(run_text(strings_get(strings, "note-doubtful-page")),
                                 story_on_page(scratch, view));
    page.on_page = true;
    if (story_is_doubtful(view->entry->story))
        sentence_say(scratch, note_add(scratch, notes), strings, "note-doubtful", {"page", page});
}

struct value story_notes(struct arena *scratch, const struct story_view *view)
{
    struct notes *notes = ARENA_NEW(scratch, struct notes);
    if (view->entry->story->headline_derived)
        sentence_say(scratch, note_add(scratch, notes), view->site->strings, "note-derived", {0});
    say_date(scratch, notes, view);
    say_cuts(scratch, notes, view);
    say_doubt(scratch, notes, view);
    return notes->len ? notes_value(scratch, notes) : VALUE_NONE;
}
