/* SPDX-License-Identifier: MIT */
#include "site/view_story.h"

#include "site/field.h"
#include "site/note.h"
#include "site/sentence.h"

static const char *const precision_keys[] = {
    [PRECISION_NONE] = "precision-day",
    [PRECISION_YEAR] = "precision-year",
    [PRECISION_MONTH] = "precision-month",
    [PRECISION_DAY] = "precision-day",
};

static const char *date_key(const struct story_date *date)
{
    if (date->precision == PRECISION_NONE)
        return "note-undated";
    if (date->basis == BASIS_PAGE)
        return "note-date-page";
    return date->evidence.len ? "note-date-text" : "note-date-text-silent";
}

static void say_date(struct arena *scratch, struct notes *notes, const struct story_view *view)
{
    const struct story_date *date = &view->entry->story->date;
    if (date->precision != PRECISION_NONE && !story_date_inferred(date))
        return;
    const struct strings *strings = view->site->strings;
    struct when when = when_of(strings, date);
    struct str words = date->evidence.len ? date->evidence.at[0].text : STR_NONE;
    struct str precision = strings_get(strings, precision_keys[date->precision]);
    sentence_say(scratch, note_add(scratch, notes), strings, date_key(date),
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

static void say_cuts(struct arena *scratch, struct notes *notes, const struct story_view *view)
{
    const struct story *story = view->entry->story;
    const struct strings *strings = view->site->strings;
    struct str words = jump_words(story);
    if (story->truncated_start)
        sentence_say(scratch, note_add(scratch, notes), strings, "note-start", {0});
    if (story->truncated_end)
        sentence_say(scratch, note_add(scratch, notes), strings,
                     words.len ? "note-jump" : "note-end", {"words", run_text(words)});
}

struct value story_notes(struct arena *scratch, const struct story_view *view)
{
    struct notes *notes = ARENA_NEW(scratch, struct notes);
    if (view->entry->story->headline_derived)
        sentence_say(scratch, note_add(scratch, notes), view->site->strings, "note-derived", {0});
    say_date(scratch, notes, view);
    say_cuts(scratch, notes, view);
    return notes->len ? notes_value(scratch, notes) : VALUE_NONE;
}
