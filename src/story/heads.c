/* SPDX-License-Identifier: MIT */
#include "story/heads.h"

#include <math.h>

#include "base/search.h"
#include "base/utf8.h"
#include "page/attribution.h"
#include "page/headlines.h"
#include "story/cohesion.h"

#define HEAD_BLOCKS 8       /* of a head … */
#define BODY_BLOCKS 8       /* … and of a body that are held against each other */
#define OPENING_CHARS 60    /* of a text, where its dateline stands */
#define KICKER_COVERED 0.15 /* of a kicker by its body */
#define KICKER_SURE 1.1     /* nats: a wrong headline is worse than a kicker for one */

/* ---- headlines */

static uint32_t satellite_start(const void *satellites, size_t i)
{
    return fragment_start(((const struct satellite *)satellites)[i].fragment);
}

/* The satellite that begins with a block which starts at START; the satellites are in the page's
 * order. */
static size_t satellite_at(const struct satellites *satellites, uint32_t start)
{
    return first_not_below(satellites->at, 0, satellites->len, start, satellite_start);
}

static void take_chosen(const struct page *page, const struct units *units,
                        const struct bodies *bodies, struct heads *heads)
{
    for (size_t b = 0; b < bodies->len; b++) {
        if (bodies->at[b].head == HEAD_NONE)
            continue;
        const struct block *head = &page->blocks.at[bodies->at[b].head];
        size_t s = satellite_at(&units->satellites, head->spans.at[0].start);
        if (s >= units->satellites.len)
            continue;
        heads->body[s] = b;
        heads->why[s] = HEAD_CHOSEN;
    }
}

/* The body that begins right below a head, or BODY_NONE. */
static size_t body_below(const struct units *units, const struct bodies *bodies,
                         const struct satellite *head)
{
    if (head->after == UNIT_NONE || !head->at_start)
        return BODY_NONE;
    size_t body = units->at[head->after].body;
    return bodies->at[body].first == head->after ? body : BODY_NONE;
}

static void take_near(const struct units *units, const struct bodies *bodies, struct heads *heads)
{
    for (size_t s = units->satellites.len; s-- > 0;) {
        const struct satellite *head = &units->satellites.at[s];
        if (!head->headline || heads->body[s] != BODY_NONE)
            continue;
        bool last = s + 1 == units->satellites.len || !units->satellites.at[s + 1].headline ||
                    units->satellites.at[s + 1].after != head->after;
        size_t below = body_below(units, bodies, head);
        if (!last || below == BODY_NONE || bodies->at[below].head != HEAD_NONE)
            continue;
        heads->body[s] = below;
        heads->why[s] = HEAD_NEAR;
    }
}

/* ---- kickers and subtitles */

/* What a page's texts speak of, which is looked at when it is first asked for. */
struct vocabulary {
    const struct page *page;
    const struct cohesion *cohesion;
};

static struct pairs with_block(struct arena *scratch, const struct vocabulary *vocabulary,
                               const struct pairs *words, const struct block *block)
{
    struct pairs more = pairs_of(scratch, vocabulary->cohesion, block->text);
    return pairs_union(scratch, words, &more);
}

/* How much of a headline the texts of a body cover. */
static double covered(struct arena *scratch, struct vocabulary *vocabulary,
                      const struct units *units, const struct body *body,
                      const struct blocks *headline)
{
    struct pairs words = {0}, all = {0};
    if (!vocabulary->cohesion)
        vocabulary->cohesion = cohesion_of(scratch, vocabulary->page);
    for (size_t i = 0; i < headline->len && i < HEAD_BLOCKS; i++)
        if (headline->at[i].role != ROLE_BYLINE)
            words = with_block(scratch, vocabulary, &words, &headline->at[i]);
    for (size_t u = body->first; u <= body->last && u < body->first + BODY_BLOCKS; u++)
        all = with_block(scratch, vocabulary, &all, units->at[u].block);
    return pairs_covered(&words, &all);
}

static struct str text_of(const struct satellite *head)
{
    return head->fragment->at[0].text;
}

/* Whether satellites S - 1 and S are two headings right above one another. */
static bool is_pair(const struct units *units, size_t s)
{
    const struct satellite *above = &units->satellites.at[s - 1], *below = &units->satellites.at[s];
    return above->headline && below->headline && !above->byline && above->after == below->after;
}

static bool has_subtitle(const struct satellite *head)
{
    for (size_t i = 1; i < head->fragment->len; i++)
        if (head->fragment->at[i].role == ROLE_SUBTITLE)
            return true;
    return false;
}

/* Puts two headings together, both over the body of one: the lower is a subtitle, if it has none
   itself, or the upper a kicker, as it is where it was ranked as one on the page. */
static void join_pair(const struct units *units, size_t s, size_t body, struct heads *heads)
{
    const struct satellite *above = &units->satellites.at[s - 1], *below = &units->satellites.at[s];
    heads->body[s - 1] = heads->body[s] = body;
    if (above->fragment->at[0].role != ROLE_KICKER && !has_subtitle(below) &&
        headlines_lesser(text_of(above), text_of(below)) > 0.0)
        heads->rank[s] = HEAD_SUBTITLE;
    else
        heads->rank[s - 1] = HEAD_KICKER;
}

/* A heading without a body, right above a headline: it was ranked with it on the page, or the text
   below both speaks of it. */
static void find_upper(struct arena *scratch, struct vocabulary *vocabulary,
                       const struct units *units, const struct bodies *bodies, struct heads *heads)
{
    for (size_t s = units->satellites.len; s-- > 1;) {
        const struct satellite *head = &units->satellites.at[s];
        const struct satellite *above = &units->satellites.at[s - 1];
        size_t body = heads->body[s];
        if (!is_pair(units, s) || body == BODY_NONE || heads->body[s - 1] != BODY_NONE ||
            heads->rank[s] != HEAD_FIRST)
            continue;
        if (above->fragment->at[0].role == ROLE_KICKER || body_below(units, bodies, head) == body ||
            covered(scratch, vocabulary, units, &bodies->at[body], above->fragment) >=
                KICKER_COVERED) {
            join_pair(units, s, body, heads);
            heads->why[s - 1] = HEAD_ABOVE;
        }
    }
}

static double log_letters(struct str text)
{
    return log((double)utf8_solid(text) + 1.0);
}

/* Evidence, in nats, that satellite S, a heading without a body, is the headline of which the one
   above, which was chosen with a body, is the kicker. The weights were fitted once, by logistic
   regression, to 399 such pairs of composed and hand-laid pages; that of headlines_lesser to what
   it told then, before its own were fitted again. */
static double lower_evidence(struct arena *scratch, struct vocabulary *vocabulary,
                             const struct units *units, const struct body *body, size_t s)
{
    const struct blocks *above = units->satellites.at[s - 1].fragment;
    const struct blocks *below = units->satellites.at[s].fragment;
    struct str upper = above->at[0].text, lower = below->at[0].text;
    double evidence = -1.9 + 1.2 * log_letters(upper) - 0.9 * log_letters(lower);
    evidence -= 0.5 * headlines_lesser(upper, lower);
    evidence += 3.5 * covered(scratch, vocabulary, units, body, below);
    evidence += above->at[0].role == ROLE_KICKER ? 1.0 : 0.0;
    evidence += s + 1 == units->satellites.len || !is_pair(units, s + 1) ? 1.1 : 0.0;
    evidence -= above->len > 1 ? 2.4 : 0.0;
    evidence -= below->len > 1U + units->satellites.at[s].byline ? 0.9 : 0.0;
    evidence -= 1.2 * (below->at[0].gap < 2 ? below->at[0].gap : 2);
    evidence -= str_has(upper, STR("，")) ? 1.7 : 0.0;
    return evidence + (str_has(lower, STR("，")) ? 0.4 : 0.0);
}

/* A heading without a body, right below one that was chosen with a body and may be its kicker: the
   two go together, whichever is the lesser. */
static void find_lower(struct arena *scratch, struct vocabulary *vocabulary,
                       const struct units *units, const struct bodies *bodies, struct heads *heads)
{
    for (size_t s = 1; s < units->satellites.len; s++) {
        size_t body = heads->body[s - 1];
        if (!is_pair(units, s) || body == BODY_NONE || heads->body[s] != BODY_NONE ||
            heads->rank[s - 1] != HEAD_FIRST)
            continue;
        heads->nats[s] = lower_evidence(scratch, vocabulary, units, &bodies->at[body], s);
        if (heads->nats[s] <= KICKER_SURE)
            continue;
        heads->why[s] = HEAD_KICKERED;
        join_pair(units, s++, body, heads);
    }
}

/* ---- bylines */

static bool is_byline_alone(const struct satellite *head)
{
    return head->part == PART_HEAD && !head->headline;
}

/* The end of the bylines that lie in a heap from satellite S on. */
static size_t bylines_end(const struct satellites *satellites, size_t s)
{
    size_t end = s;
    while (end < satellites->len && is_byline_alone(&satellites->at[end]) &&
           satellites->at[end].before == satellites->at[s].before)
        end++;
    return end;
}

/* The text whose pictures end with BODY, if all stand in the page's order; BODY where none does. */
static size_t text_of_pictures(const struct units *units, const struct bodies *bodies, size_t body)
{
    size_t text = body;
    while (text > 0 && bodies->at[text].photo &&
           units->at[bodies->at[text - 1].last].block->spans.at[0].start <
               units->at[bodies->at[text].first].block->spans.at[0].start)
        text--;
    return bodies->at[text].photo ? body : text;
}

/* A byline alone goes with the text that it stands before, else with the one after which it stands,
   and that one's pictures. */
static void place_byline(const struct units *units, const struct bodies *bodies, size_t s,
                         struct heads *heads)
{
    const struct satellite *byline = &units->satellites.at[s];
    size_t below = body_below(units, bodies, byline);
    if (below == BODY_NONE && byline->before == UNIT_NONE)
        return;
    heads->why[s] = below != BODY_NONE ? HEAD_BYLINE_BELOW : HEAD_BYLINE_AFTER;
    heads->body[s] = below != BODY_NONE
                         ? below
                         : text_of_pictures(units, bodies, units->at[byline->before].body);
}

/* Whether a text tells itself who wrote it. */
static bool signs_itself(const struct units *units, const struct body *body)
{
    struct str first = units->at[body->first].block->text;
    struct str opening = utf8_head(first, OPENING_CHARS);
    return sign_off_of(units->at[body->last].block->text) != SIGN_OFF_NONE ||
           attribution_find(opening, 0).start < opening.len;
}

/* Which bodies want a byline: stories that have none and do not sign themselves. */
static bool *want_bylines(struct arena *scratch, const struct units *units,
                          const struct bodies *bodies, const struct heads *heads)
{
    bool *want = ARENA_ARRAY(scratch, bool, bodies->len);
    for (size_t b = 0; b < bodies->len; b++)
        want[b] = !bodies->at[b].photo && !signs_itself(units, &bodies->at[b]);
    for (size_t s = 0; s < units->satellites.len; s++) {
        const struct satellite *satellite = &units->satellites.at[s];
        if (satellite->byline && heads->body[s] != BODY_NONE)
            want[heads->body[s]] = false;
        if (satellite->part == PART_TAIL && satellite->before != UNIT_NONE &&
            satellite->fragment->at[0].role == ROLE_CREDIT)
            want[units->at[satellite->before].body] = false;
    }
    return want;
}

/* Deals bylines that lie in heaps, above no text, out to the stories that want one, in the order of
   their headlines. */
static void deal_bylines(struct arena *scratch, const struct units *units,
                         const struct bodies *bodies, struct heads *heads)
{
    const struct satellites *satellites = &units->satellites;
    bool *want = want_bylines(scratch, units, bodies, heads);
    size_t next = 0; /* of the headlines */
    for (size_t s = 0, end; s < satellites->len; s = end) {
        end = bylines_end(satellites, s);
        bool heap = end - s > 1 && heads->body[s] == BODY_NONE;
        for (size_t byline = s; heap && byline < end && next < satellites->len; next++) {
            size_t body = heads->body[next];
            if (!satellites->at[next].headline || body == BODY_NONE || !want[body])
                continue;
            want[body] = false;
            heads->why[byline] = HEAD_BYLINE_DEALT;
            heads->body[byline++] = body;
        }
        end += end == s;
    }
}

static void assign_bylines(struct arena *scratch, const struct units *units,
                           const struct bodies *bodies, struct heads *heads)
{
    const struct satellites *satellites = &units->satellites;
    for (size_t s = 0, end; s < satellites->len; s = end) {
        end = bylines_end(satellites, s);
        size_t below = end > s ? body_below(units, bodies, &satellites->at[s]) : BODY_NONE;
        if (end - s == 1)
            place_byline(units, bodies, s, heads);
        for (size_t byline = s; below != BODY_NONE && byline < end; byline++) {
            heads->why[byline] = HEAD_BYLINE_BELOW;
            heads->body[byline] = below;
        }
        end += end == s;
    }
    deal_bylines(scratch, units, bodies, heads);
}

struct heads heads_assign(struct arena *scratch, const struct page *page, const struct units *units,
                          const struct bodies *bodies)
{
    const struct satellites *satellites = &units->satellites;
    struct vocabulary vocabulary = {.page = page};
    struct heads heads = {.body = ARENA_ARRAY(scratch, size_t, satellites->len),
                          .rank = ARENA_ARRAY(scratch, enum rank_of_head, satellites->len),
                          .why = ARENA_ARRAY(scratch, enum head_why, satellites->len),
                          .nats = ARENA_ARRAY(scratch, double, satellites->len)};
    for (size_t s = 0; s < satellites->len; s++)
        heads.body[s] = BODY_NONE;
    take_chosen(page, units, bodies, &heads);
    take_near(units, bodies, &heads);
    find_upper(scratch, &vocabulary, units, bodies, &heads);
    find_lower(scratch, &vocabulary, units, bodies, &heads);
    assign_bylines(scratch, units, bodies, &heads);
    return heads;
}
