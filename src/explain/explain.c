/* SPDX-License-Identifier: MIT */
#include "explain/explain.h"

#include <math.h>

#include "archive/doubts.h"
#include "explain/assembly.h"
#include "explain/filed.h"
#include "story/confidence.h"

#define PROBABLE 0.6       /* confidence of what is more likely right than not, by far */
#define CLOSE 2.0          /* nats: a choice that is better by less is none to rely on */
#define DOUBT_LEAST (-0.3) /* nats: what lowers the confidence by less goes without saying */

static const char *kind_words(enum story_kind kind)
{
    static const char *const words[] = {[KIND_STORY] = "story",
                                        [KIND_PHOTO] = "picture with its caption",
                                        [KIND_RESIDUE] = "in no story"};
    return words[kind];
}

static const char *sure_words(double confidence)
{
    return confidence >= CONFIDENCE_SURE ? "surely right"
           : confidence >= PROBABLE      ? "probably right"
                                         : "doubtful";
}

/* What lowers the confidence. */
static void tell_doubts(const struct teller *teller, const struct story *story)
{
    struct confidence_reasons reasons = confidence_reasons(teller->scratch, teller->stories, story);
    struct str said = STR_NONE;
    for (size_t i = 0; i < reasons.len; i++) {
        const struct confidence_reason *reason = &reasons.at[i];
        if (reason->nats <= DOUBT_LEAST && reason->doubt && !teller->speech->full)
            said = str_format(teller->scratch, "%.*s%s%s", STR_FMT(said), said.len ? "; " : "",
                              reason->words);
        if (teller->speech->full && fabs(reason->nats) > 0.0)
            say(teller->speech, 4, "%+.2f %s", reason->nats, reason->words);
    }
    if (story->margin < CLOSE && story->kind == KIND_STORY)
        said = str_format(teller->scratch, "%.*s%sits closest choice was better by only %.1f",
                          STR_FMT(said), said.len ? "; " : "", story->margin);
    if (said.len)
        say(teller->speech, 4, "less sure, for %.*s", STR_FMT(said));
}

static void tell_title(const struct teller *teller, const struct story *story)
{
    struct str path = teller->page->path;
    if (story->headline.len)
        say(teller->speech, 0, "%s%.*s%s", story->headline_derived ? "〔" : "",
            STR_FMT(story->headline), story->headline_derived ? "〕" : "");
    say_line(teller->speech, "%.*s, %s on %.*s", STR_FMT(story->id), kind_words(story->kind),
             STR_FMT(path));
    say_nothing(teller->speech);
}

static void tell(const struct teller *teller, const struct story *story)
{
    tell_title(teller, story);
    if (story->kind == KIND_RESIDUE) {
        tell_assembly(teller, story);
        say_nothing(teller->speech);
        return;
    }
    double shown = story->confidence >= CONFIDENCE_SURE
                       ? story->confidence
                       : fmin(story->confidence, CONFIDENCE_SURE - .01);
    say(teller->speech, 0, "Put together: %s, confidence %.2f", sure_words(story->confidence),
        shown);
    tell_doubts(teller, story);
    tell_assembly(teller, story);
    say_nothing(teller->speech);
    say(teller->speech, 0, "Filed");
    tell_counties(teller, story);
    tell_topics(teller, story);
    tell_date(teller, story);
    tell_bylines(teller, story);
    say_nothing(teller->speech);
}

/* Narrows a list of the grounds to STORY, which comes after the one that it was narrowed to. */
#define NARROW(list, all, story)                                                           \
    do {                                                                                   \
        size_t from = (list)->at ? (size_t)((list)->at - (all)->at) + (list)->len : 0, to; \
        while (from < (all)->len && (all)->at[from].story < (story))                       \
            from++;                                                                        \
        for (to = from; to < (all)->len && (all)->at[to].story == (story);)                \
            to++;                                                                          \
        (list)->at = (all)->len ? (all)->at + from : NULL;                                 \
        (list)->len = to - from;                                                           \
    } while (0)

static void narrow(struct grounds *grounds, const struct grounds *all, const struct story *story)
{
    NARROW(&grounds->names, &all->names, story);
    NARROW(&grounds->places, &all->places, story);
    NARROW(&grounds->passing, &all->passing, story);
    NARROW(&grounds->topics, &all->topics, story);
}

/* Tells of one story, or of all where STORY is NULL. */
static void explain(struct buf *out, const struct explained *of, const struct story *story)
{
    struct arena scratch = {0}, words = {0};
    struct speech speech = {.out = out, .scratch = &words, .full = of->full};
    struct teller teller = {.speech = &speech,
                            .scratch = &words,
                            .page = of->page,
                            .stories = of->stories,
                            .account = of->account,
                            .cohesion = cohesion_of(&scratch, of->page)};
    size_t told = 0;
    for (size_t i = 0; i < of->stories->len; i++) {
        const struct story *at = &of->stories->at[i];
        if (story ? at != story : at->kind == KIND_RESIDUE && !of->full)
            continue;
        narrow(&teller.grounds, &of->account->grounds, at);
        tell(&teller, at);
        told++;
        arena_reset(&words);
    }
    if (!told)
        say_line(&speech, "There is no story on %.*s.", STR_FMT(of->page->path));
    else
        say(&speech, 0,
            "Scores: above 0 is likelier than not, +3 about twenty to one. \"3.8 worse\": the "
            "choices for the whole page, taken together, would score 3.8 less.");
    arena_clear(&words);
    arena_clear(&scratch);
}

void explain_story(struct buf *out, const struct explained *of, const struct story *story)
{
    explain(out, of, story);
}

void explain_page(struct buf *out, const struct explained *of)
{
    explain(out, of, NULL);
}
