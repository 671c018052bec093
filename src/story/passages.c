/* SPDX-License-Identifier: MIT */
#include "story/passages.h"

#include <math.h>

#include "page/attribution.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/furniture.h"
#include "story/cuts.h"
#include "story/manner.h"
#include "story/parts.h"
#include "story/row_headings.h"
#include "story/seams.h"

#define SPEAKER_MOST 5     /* characters of a speaker's name */
#define AROUND_PAIRS 400   /* of the words around a passage, more or less */
#define AROUND_PASSAGES 12 /* … and not from farther away */
#define PIECES_USUAL 16    /* of the blocks that are parted on a page */

/* ---- one passage */

/* 记者：, 何佩兰：, 问：: up to SPEAKER_MOST Han characters and a colon. */
static bool begins_with_speaker(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars <= SPEAKER_MOST; c = utf8_next(text, c)) {
        if (c.code == 0xff1a || c.code == ':')
            return chars > 0;
        if (!utf8_is_han(c.code) && !utf8_is_blank(c.code) && c.code != 0xb7)
            return false;
        chars += utf8_is_han(c.code);
    }
    return false;
}

/* A mark that items of a column of short news or of notices begin with; numbers in circles count as
   one. */
static bool is_item_mark(uint32_t code)
{
    return is_symbol(code) && !is_opening(code) && !is_closing(code) && !is_dash(code) &&
           !is_sentence_end(code) && !is_stop(code);
}

static struct passage passage_of(struct arena *scratch, const struct cohesion *cohesion, size_t at,
                                 const struct block *block)
{
    struct str text = block->text;
    struct han_run first = han_run_first(text);
    return (struct passage){
        .block = block,
        .at = at,
        .open = is_unfinished(block),
        .inside = quotes_unopened(text) > 0 || may_not_start(utf8_first(text).code),
        .signs = (sign_off_of(text) == SIGN_OFF_WRITER && !block->inside) || jumps_away(text),
        .report = starts_report(text) || jumps_in(text) || block->role == ROLE_DATELINE,
        .lead = starts_like_lead(text),
        .sequel = starts_like_sequel(text),
        .speaks = begins_with_speaker(text),
        .mark = is_item_mark(utf8_first(text).code) ? utf8_first(text).code : 0,
        .scene = opens_scene(text),
        .season = opens_season(text),
        .closing = sums_up(text),
        .outlook = looks_ahead(text),
        .wide_commas = str_has(text, STR("，")),
        .narrow_commas = str_has(text, STR(",")),
        .quotes_open = quotes_open(text),
        .quotes_unopened = quotes_unopened(text),
        .first_char = utf8_first(text).code,
        .last_char = utf8_last(text).code,
        .numbered = is_numbered(text),
        .short_clause = short_clause(text),
        .first_clause = first_clause(text),
        .last_clause = last_clause(text),
        .initial = first.len ? lexicon_initial(first.at[0]) : 0.0,
        .first = first,
        .last = han_run_last(text),
        .own = {pairs_of_block(scratch, cohesion, block), chars_of_block(scratch, cohesion, block),
                places_of(scratch, cohesion, text), 1},
    };
}

static void note_block(struct between *between, const struct block *block)
{
    switch (block->role) {
    case ROLE_KICKER:
    case ROLE_HEADLINE:
    case ROLE_SUBTITLE:
        between->headline = true;
        between->lean = fmax(between->lean, block->lean);
        between->chars += utf8_count(block->text);
        break;
    case ROLE_BYLINE:
        between->byline = true;
        break;
    case ROLE_CREDIT:
        between->sign_off |= !is_photo_credit(block->text) && !block->inside;
        between->photo |= is_photo_credit(block->text);
        break;
    case ROLE_NOTICE:
        between->jump_to |= jump_line(block->text) == JUMP_TO;
        between->jump_from |= jump_line(block->text) == JUMP_FROM;
        break;
    case ROLE_CAPTION:
        between->photo = true;
        break;
    default:
        between->residue = true;
        between->column |= is_column_label(block->text);
        break;
    }
}

bool passage_opens_list(const struct passage *before, const struct passage *after)
{
    bool colon = before->last_char == 0xff1a || before->last_char == ':';
    bool item = before->last_char == 0xff1b || before->last_char == ';';
    return (colon || item) && (after->mark || after->numbered || utf8_is_digit(after->first_char));
}

bool passage_may_begin(const struct passages *passages, size_t i)
{
    const struct passage *passage = &passages->at[i];
    const struct between *before = &passage->before;
    return i == 0 || before->headline || before->byline || before->sign_off || before->jump_to ||
           before->jump_from || before->residue || passage->report || passage->inside ||
           passage->doubtful || passage->block->gap >= GAP_WIDE || passages->at[i - 1].open ||
           passages->at[i - 1].signs;
}

/* ---- words around */

static const struct around *with(struct arena *scratch, const struct around *around,
                                 const struct around *own)
{
    struct around *wider = ARENA_NEW(scratch, struct around);
    *wider =
        (struct around){pairs_union(scratch, &around->words, &own->words),
                        pairs_union(scratch, &around->chars, &own->chars),
                        pairs_union(scratch, &around->places, &own->places), around->passages + 1};
    return wider;
}

/* The words of the last of LEN passages of a text and of those before it: what was around the one
   before it and its own; where that has grown too much, those of the last few anew. */
static const struct around *around_last(struct arena *scratch, const struct passages *passages,
                                        const size_t *text, size_t len, const struct around *before)
{
    const struct around *around = &passages->at[text[len - 1]].own;
    if (len > 1 && before->words.len < AROUND_PAIRS && before->passages < AROUND_PASSAGES)
        return with(scratch, before, around);
    for (size_t i = len - 1;
         i-- > 0 && around->words.len < AROUND_PAIRS / 2 && around->passages < AROUND_PASSAGES / 2;)
        around = with(scratch, around, &passages->at[text[i]].own);
    return around;
}

/* Room to look for shifts in any text of the page. */
struct shift_search {
    struct shift_room room;
    const struct pairs **chars; /* of the text's passages … */
    struct shift *shifts;       /* … and what is found between them */
};

static struct shift_search shift_search(struct arena *work, const struct passages *passages)
{
    return (struct shift_search){shift_room(work, passages->cohesion),
                                 ARENA_ARRAY(work, const struct pairs *, passages->len),
                                 ARENA_ARRAY(work, struct shift, passages->len)};
}

/* Finds where a text of LEN passages begins to speak of other things. */
static void find_shifts(struct shift_search *search, struct passages *passages, const size_t *text,
                        size_t len)
{
    for (size_t i = 0; i < len; i++)
        search->chars[i] = &passages->at[text[i]].own.chars;
    shifts_find(&search->room, search->chars, len, search->shifts);
    for (size_t i = 0; i < len; i++)
        passages->at[text[i]].shift = search->shifts[i];
}

/* Groups a text of LEN passages. */
static void group(struct arena *scratch, struct passages *passages, size_t *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        struct passage *at = &passages->at[text[i]];
        at->prior = i ? text[i - 1] : PASSAGE_NONE;
        at->opening = text[0];
        at->back =
            around_last(scratch, passages, text, i + 1, i ? passages->at[text[i - 1]].back : NULL);
    }
    for (size_t i = 0; i < len / 2; i++) {
        size_t other = text[i];
        text[i] = text[len - 1 - i];
        text[len - 1 - i] = other;
    }
    for (size_t i = 0; i < len; i++)
        passages->at[text[i]].forth =
            around_last(scratch, passages, text, i + 1, i ? passages->at[text[i - 1]].forth : NULL);
}

void passages_regroup(struct arena *scratch, struct passages *passages, const size_t *next)
{
    struct arena work = {0};
    bool *follows = ARENA_ARRAY(&work, bool, passages->len);
    size_t *text = ARENA_ARRAY(&work, size_t, passages->len);
    struct shift_search search = shift_search(&work, passages);
    for (size_t i = 0; i < passages->row; i++)
        if (next[i] != PASSAGE_NONE)
            follows[next[i]] = true;
    for (size_t i = 0; i < passages->row; i++) {
        if (follows[i])
            continue;
        size_t len = 0;
        for (size_t k = i; k != PASSAGE_NONE; k = next[k])
            text[len++] = k;
        find_shifts(&search, passages, text, len);
        group(scratch, passages, text, len);
    }
    arena_clear(&work);
}

/* Groups those that surely belong together: neighbours between which no text may begin. */
static void group_sure(struct arena *scratch, struct passages *passages)
{
    size_t *next = ARENA_ARRAY(scratch, size_t, passages->len);
    for (size_t i = 0; i < passages->len; i++) {
        bool sure = i + 1 < passages->row && passages->row <= PASSAGES_WHOLE &&
                    (passages->at[i + 1].parted || !passage_may_begin(passages, i + 1));
        next[i] = sure ? i + 1 : PASSAGE_NONE;
    }
    passages_regroup(scratch, passages, next);
    for (size_t i = passages->row; i < passages->len; i++) {
        passages->at[i].prior = PASSAGE_NONE;
        passages->at[i].opening = i;
        passages->at[i].back = passages->at[i].forth = &passages->at[i].own;
    }
}

/* ---- the row */

enum reading *readings_of(struct arena *scratch, const struct page *page)
{
    enum reading *readings = ARENA_ARRAY(scratch, enum reading, page->blocks.len);
    for (size_t i = 0; i < page->blocks.len; i++)
        readings[i] = part_of_role(page->blocks.at[i].role) == PART_TEXT ? READ_TEXT : READ_APART;
    return readings;
}

/* Passages of a page in the making. */
struct draft {
    struct arena *keep, *scratch;
    const struct source *source;
    const struct passage **whole; /* by block: it as a passage, where that is known */
    struct passages passages;
};

/* Lists what is known of blocks that were not parted. */
static const struct passage **known_whole(struct arena *scratch, const struct source *source)
{
    const struct passage **whole =
        ARENA_ARRAY(scratch, const struct passage *, source->page->blocks.len);
    for (size_t i = 0; source->known && i < source->known->len; i++) {
        const struct passage *passage = &source->known->at[i];
        if (passage->block == &source->page->blocks.at[passage->at])
            whole[passage->at] = passage;
    }
    return whole;
}

/* Block B, or a piece of it, as a passage. */
static struct passage read_passage(struct draft *draft, size_t b, const struct block *block)
{
    const struct passage *known = draft->whole[b];
    if (!known || known->block != block)
        return passage_of(draft->scratch, draft->source->cohesion, b, block);
    struct passage passage = *known;
    passage.before = (struct between){0};
    passage.open = is_unfinished(block);
    passage.parted = passage.picture = passage.doubtful = false;
    return passage;
}

static void add_text(struct draft *draft, size_t b, const struct block *block,
                     const struct between *before, bool parted)
{
    struct passage passage = read_passage(draft, b, block);
    passage.before = *before;
    passage.place = (double)draft->passages.len;
    passage.parted = parted;
    passage.open |= draft->source->readings[b] == READ_UNENDED;
    vec_push(draft->scratch, &draft->passages, passage);
}

/* Adds a block of running text, or its pieces. */
static void add_block(struct draft *draft, size_t b, const struct between *before)
{
    const struct source *source = draft->source;
    const struct block *block = &source->page->blocks.at[b];
    const double **cuts = &draft->passages.cuts[b];
    *cuts = source->known ? source->known->cuts[b] : NULL;
    if (!*cuts)
        *cuts = cuts_weigh(draft->scratch, source->page, source->cohesion, block);
    struct blocks pieces = cuts_part(draft->keep, source->page, block, *cuts, source->cut);
    if (!pieces.len)
        add_text(draft, b, block, before, false);
    for (size_t i = 0; i < pieces.len; i++) {
        static const struct between nothing = {0};
        add_text(draft, b, &pieces.at[i], i ? &nothing : before, i > 0);
    }
}

static void add_doubtful(struct draft *draft)
{
    const struct blocks *blocks = &draft->source->page->blocks;
    const enum reading *readings = draft->source->readings;
    struct passages *passages = &draft->passages;
    for (size_t b = 0, before = 0; b < blocks->len; b++) {
        if (readings[b] == READ_UNENDED || !may_be_text(&blocks->at[b]))
            continue;
        while (before < passages->row && passages->at[before].at < b)
            before++;
        struct passage passage = read_passage(draft, b, &blocks->at[b]);
        passage.open = passage.doubtful = true;
        passage.place = (double)before - (readings[b] == READ_TEXT ? 0.0 : 0.5);
        vec_push(draft->scratch, passages, passage);
    }
}

static void add_pictures(struct draft *draft)
{
    const struct blocks *blocks = &draft->source->page->blocks;
    struct passages *passages = &draft->passages;
    passages->row = passages->len;
    for (size_t b = 0, before = 0; b < blocks->len; b++) {
        if (draft->source->readings[b] || blocks->at[b].role != ROLE_CAPTION)
            continue;
        while (before < passages->row && passages->at[before].at < b)
            before++;
        struct passage picture = read_passage(draft, b, &blocks->at[b]);
        picture.picture = true;
        picture.place = (double)before - 0.5;
        vec_push(draft->scratch, passages, picture);
    }
}

static void add_texts(struct draft *draft)
{
    const struct blocks *blocks = &draft->source->page->blocks;
    struct between between = {0};
    for (size_t b = 0; b < blocks->len; b++) {
        if (!draft->source->readings[b]) {
            note_block(&between, &blocks->at[b]);
            continue;
        }
        add_block(draft, b, &between);
        between = (struct between){0};
    }
}

struct passages passages_of(struct arena *keep, struct arena *scratch, const struct source *source)
{
    size_t blocks = source->page->blocks.len;
    size_t most = 2 * blocks + PIECES_USUAL; /* texts, doubtful headings, pieces */
    struct draft draft = {.keep = keep,
                          .scratch = scratch,
                          .source = source,
                          .whole = known_whole(scratch, source),
                          .passages = {.at = ARENA_ROOM(scratch, struct passage, most),
                                       .cap = most,
                                       .cohesion = source->cohesion,
                                       .cuts = ARENA_ARRAY(scratch, const double *, blocks)}};
    struct passages *passages = &draft.passages;
    add_texts(&draft);
    add_pictures(&draft);
    headings_find(scratch, source, passages);
    passages->wanted = log(((double)passages->elsewhere + 0.5) / ((double)passages->row + 1.0));
    passages->expected = log((double)(passages->headings.len + 1) / (double)(passages->row + 1));
    add_doubtful(&draft);
    if (passages->row <= PASSAGES_TOGETHER)
        passages->seams = seams_of(scratch, passages, 0, passages->row);
    group_sure(scratch, passages);
    return *passages;
}

void passages_settle(struct passages *passages)
{
    while (passages->len > passages->row && passages->at[passages->len - 1].doubtful)
        passages->len--;
}
