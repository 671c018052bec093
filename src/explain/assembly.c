/* SPDX-License-Identifier: MIT */
#include "explain/assembly.h"

#include "story/parts.h"

enum { HEADING = 2, ITEM = 4, WHY = 6 };

/* Where a block begins on the page. */
static uint32_t start_of(const struct block *block)
{
    return block->spans.len ? block->spans.at[0].start : 0;
}

/* The text that a story begins with. False: it is made of other things. */
static bool first_spot(const struct teller *teller, const struct story *story, struct spot *spot)
{
    for (size_t i = 0; i < story->blocks.len; i++)
        if (spot_find(&teller->account->trail, start_of(&story->blocks.at[i]), spot))
            return true;
    return false;
}

/* ---- what is no text */

/* What was recorded of the satellite that begins with BLOCK; NULL: none does. */
static const struct trail_satellite *satellite_of(const struct teller *teller,
                                                  const struct block *block)
{
    const struct trail *trail = &teller->account->trail;
    for (size_t i = 0; i < trail->satellites.len; i++)
        if (trail->satellites.at[i].start == start_of(block))
            return &trail->satellites.at[i];
    return NULL;
}

static const char *why_words(const struct block *block, const struct trail_satellite *satellite)
{
    static const char *const words[] = {
        [HEAD_NEAR] = "stands right above the text, which has no other headline",
        [HEAD_ABOVE] = "stands right above the headline",
        [HEAD_BYLINE_BELOW] = "stands right above the text",
        [HEAD_BYLINE_AFTER] = "stands after the text, and above none",
        [HEAD_BYLINE_DEALT] = "lies in a heap of bylines, dealt out in the order of headlines",
    };
    if (satellite->why != HEAD_LEFT && satellite->why != HEAD_CHOSEN &&
        satellite->why != HEAD_KICKERED)
        return words[satellite->why];
    if (part_of_role(block->role) == PART_TAIL)
        return "stands beside the text";
    return "stands inside the text";
}

static void tell_head(const struct teller *teller, const struct story *story,
                      const struct block *block)
{
    const struct trail_satellite *satellite = satellite_of(teller, block);
    struct str lines = lines_of(teller->scratch, block);
    struct str text = quote(teller->scratch, block->text);
    struct spot spot;
    say(teller->speech, ITEM, "%s, %.*s %.*s", role_name(block->role), STR_FMT(lines),
        STR_FMT(text));
    if (!satellite)
        say(teller->speech, WHY, "stands with the %s above it",
            part_of_role(block->role) == PART_HEAD ? "heading" : "text");
    else if (satellite->why == HEAD_KICKERED)
        say(teller->speech, WHY,
            "stands right below its kicker, which was chosen for the text; the evidence that the "
            "two go together is %+.1f",
            satellite->nats);
    else if (satellite->why == HEAD_CHOSEN && first_spot(teller, story, &spot))
        tell_headline(teller, &spot);
    else
        say(teller->speech, WHY, "%s", why_words(block, satellite));
}

/* Whether a block of a story stands there for itself, not as a part of its text. */
static bool is_apart(const struct teller *teller, const struct block *block)
{
    enum part part = part_of_role(block->role);
    return part == PART_HEAD || part == PART_TAIL ||
           (block->role == ROLE_SUBHEAD && satellite_of(teller, block));
}

static void tell_heads(const struct teller *teller, const struct story *story)
{
    struct spot spot;
    say(teller->speech, HEADING, "Head");
    if (story->headline_derived) {
        struct str headline = quote(teller->scratch, story->headline);
        say(teller->speech, ITEM, "no headline was found; %.*s is made of its first words",
            STR_FMT(headline));
        if (first_spot(teller, story, &spot))
            tell_headline(teller, &spot);
    }
    for (size_t i = 0; i < story->blocks.len; i++)
        if (is_apart(teller, &story->blocks.at[i]))
            tell_head(teller, story, &story->blocks.at[i]);
}

/* ---- the text */

/* The paragraph that begins at *SPOT, which is moved to its last text: one that was looked at piece
   by piece, and clearly is one, is told of as one, unless all is to be told. */
static struct block paragraph_at(const struct teller *teller, struct spot *spot)
{
    struct block block = spot->part->texts.at[spot->text].block;
    while (!teller->speech->full && goes_on_clearly(spot)) {
        *spot = spot_of(spot->part, spot->part->next[spot->text]);
        const struct block *more = &spot->part->texts.at[spot->text].block;
        block.text =
            str_format(teller->scratch, "%.*s%.*s", STR_FMT(block.text), STR_FMT(more->text));
        block.last_line = more->last_line;
    }
    return block;
}

static void tell_text(const struct teller *teller, const struct story *story)
{
    struct spot spot;
    if (!first_spot(teller, story, &spot))
        return;
    say(teller->speech, HEADING, "Text");
    for (size_t n = 1; n <= spot.part->texts.len; n++) {
        struct block block = paragraph_at(teller, &spot);
        struct str lines = lines_of(teller->scratch, &block);
        struct str text = quote(teller->scratch, block.text);
        say(teller->speech, ITEM, "%zu. %.*s %.*s", n, STR_FMT(lines), STR_FMT(text));
        tell_next(teller, &spot);
        size_t next = spot.part->next[spot.text];
        if (next == TRAIL_NONE)
            return;
        spot = spot_of(spot.part, next);
    }
}

/* ---- what is in no story */

static const char *residue_words(enum role role)
{
    if (role == ROLE_FURNITURE)
        return "page furniture: a page heading, a date line, names of editors or the like";
    if (role == ROLE_PLACEHOLDER)
        return "stands where a picture was";
    if (part_of_role(role) == PART_HEAD)
        return "a heading for which no text was found";
    return "stands beside no text";
}

static void tell_residue(const struct teller *teller, const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        struct str lines = lines_of(teller->scratch, block);
        struct str text = quote(teller->scratch, block->text);
        say(teller->speech, ITEM, "%.*s %.*s", STR_FMT(lines), STR_FMT(text));
        say(teller->speech, WHY, "%s", residue_words(block->role));
        if (block->role == ROLE_HEADLINE || block->role == ROLE_KICKER)
            tell_idle_headline(teller, start_of(block));
    }
}

void tell_assembly(const struct teller *teller, const struct story *story)
{
    if (story->kind == KIND_RESIDUE) {
        tell_residue(teller, story);
        return;
    }
    tell_heads(teller, story);
    tell_text(teller, story);
}
