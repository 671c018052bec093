/* SPDX-License-Identifier: MIT */
#include "enrich/standings.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "page/cues.h"
#include "page/name_words.h"
#include "page/wordlist.h"

bool is_in_dateline(const struct block *block, size_t at)
{
    static const struct str ends[] = {WORD("讯"), WORD("电"), WORD("消息")};
    if (block->role == ROLE_DATELINE)
        return true;
    if (block->role != ROLE_PARAGRAPH || !starts_report(block->text))
        return false;
    struct str before = str_slice(block->text, 0, at);
    for (size_t i = 0; i < COUNT(ends); i++)
        if (str_has(before, ends[i]))
            return false;
    return true;
}

/* A dateline says where a story comes from; a credit, who sent it, but a short name there is rather
   somebody's own. */
double sighting_weight(const struct story *story, const struct sighting *sighting)
{
    static const double of_dateline = 3, of_credit = 0.5;
    if (is_in_dateline(sighting->block, sighting->mention.at))
        return of_dateline;
    switch (sighting->block->role) {
    case ROLE_BYLINE:
    case ROLE_CREDIT:
        return sighting->mention.name->brief ? 0 : of_credit;
    default:
        return block_prominence(story, sighting->block);
    }
}

static struct standing *standing_of(struct arena *keep, struct standings *standings,
                                    const void *place)
{
    for (size_t i = 0; i < standings->len; i++) {
        if (standings->at[i].place == place)
            return &standings->at[i];
    }
    size_t order = standings->len;
    vec_push(keep, standings, (struct standing){.place = place, .order = order});
    return &standings->at[standings->len - 1];
}

void standings_add(struct survey *survey, struct standings *standings, const void *place,
                   const struct block *block, size_t at, size_t len, double weight)
{
    struct standing *standing = standing_of(survey->scratch, standings, place);
    struct locator *locator = &standings->locator;
    if (locator->block != block)
        *locator = locator_of(survey->page, block);
    standing->weight += weight;
    standing->most = weight > standing->most ? weight : standing->most;
    vec_push(survey->keep, &standing->evidence,
             (struct evidence){.text = str_slice(block->text, at, at + len),
                               .span = locator_find(locator, at, at + len),
                               .dateline = is_in_dateline(block, at)});
    if (survey->grounds)
        vec_push(&survey->grounds->keep, &survey->grounds->places,
                 (struct ground_place){standings->story, place, block, standing->evidence.len - 1,
                                       weight});
}

void standings_rewind(struct standings *standings)
{
    standings->locator = (struct locator){0};
}

#define OWN_BYTES strlen("我县")

/* Where TEXT speaks of what it is from, which is a LEVEL: 县, 市. SIZE_MAX: nowhere. */
static size_t own_at(struct str text, uint32_t level)
{
    static const struct str owns[] = {WORD("我"), WORD("全"), WORD("本")};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (wordlist_find(owns, COUNT(owns), str_slice(text, c.at, c.at + c.len)) &&
            utf8_next(text, c).code == level && !splits_word(text, c.at) &&
            !splits_word(text, c.at + OWN_BYTES))
            return c.at;
    return SIZE_MAX;
}

void standings_add_own(struct survey *survey, struct standings *standings, const void *place,
                       struct str name, double stress)
{
    const struct story *story = standings->story;
    standings_rewind(standings);
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        double weight = block_prominence(story, block);
        size_t at = weight > 0 ? own_at(block->text, utf8_last(name).code) : SIZE_MAX;
        if (at != SIZE_MAX)
            standings_add(survey, standings, place, block, at, OWN_BYTES, weight * stress);
    }
}

static int by_weight(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

void standings_sort(struct standings *standings)
{
    if (standings->len > 0)
        qsort(standings->at, standings->len, sizeof *standings->at, by_weight);
}
