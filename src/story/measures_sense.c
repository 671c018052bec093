/* SPDX-License-Identifier: MIT */
/* What the texts on both sides of a seam speak of. */
#include <math.h>

#include "base/utf8.h"
#include "page/wordlist.h"
#include "story/measures.h"

double measure_common(const struct link *link)
{
    return link->common;
}

double measure_log_common(const struct link *link)
{
    return log(link->common + 0.01);
}

double measure_chars(const struct link *link)
{
    return link->head ? 0.0 : pairs_common(&link->end->back.chars, &link->start->forth.chars);
}

/* No headline stands here: how many starts of the page are like that, as a logarithm. */
double measure_wanted(const struct link *link)
{
    if (link->head || link->start->before.headline)
        return 0.0;
    return log(((double)link->passages->elsewhere + 0.5) / ((double)link->passages->row + 1.0));
}

double measure_wanted_common(const struct link *link)
{
    return measure_wanted(link) * link->common;
}

double measure_lead_common(const struct link *link)
{
    return link->start->lead ? log(link->common + 0.01) + 3.0 : 0.0;
}

/* How far the two differ in the form of their commas: full or half width. */
double measure_commas_differ(const struct link *link)
{
    struct str a = link->end->block->text, b = link->start->block->text;
    bool wide_a = str_has(a, STR("，")), wide_b = str_has(b, STR("，"));
    bool narrow_a = str_has(a, STR(",")), narrow_b = str_has(b, STR(","));
    return (wide_a && !narrow_a && narrow_b && !wide_b) ||
           (narrow_a && !wide_a && wide_b && !narrow_b);
}

/* Places that both name. */
double measure_places_shared(const struct link *link)
{
    return fmin(3.0, pairs_shared(&link->end->back.places, &link->start->forth.places));
}

/* Both name places, and none is the same. */
double measure_places_apart(const struct link *link)
{
    const struct pairs *a = &link->end->back.places, *b = &link->start->forth.places;
    return pairs_shared(a, b) > 0.0 ? 0.0 : log(1.0 + fmin((double)a->len, (double)b->len));
}

/* The start's first clause names a place or a time of day. */
double measure_scene(const struct link *link)
{
    static const struct str times[] = {WORD("凌晨"), WORD("清晨"), WORD("早上"), WORD("早晨"),
                                       WORD("上午"), WORD("中午"), WORD("下午"), WORD("傍晚"),
                                       WORD("入夜"), WORD("夜里"), WORD("晚上"), WORD("深夜")};
    struct str clause = utf8_head(link->start->block->text, 14);
    struct arena work = {0};
    bool place = places_of(&work, clause).len > 0;
    arena_clear(&work);
    return place || wordlist_held(times, COUNT(times), clause) > 0;
}

/* The start's first clause names a season, as the first sentences of reports and essays like to. */
double measure_season(const struct link *link)
{
    static const struct str seasons[] = {
        WORD("初春"), WORD("早春"), WORD("阳春"), WORD("仲春"), WORD("暮春"), WORD("春日"),
        WORD("春天"), WORD("初夏"), WORD("仲夏"), WORD("盛夏"), WORD("夏日"), WORD("夏天"),
        WORD("初秋"), WORD("金秋"), WORD("深秋"), WORD("秋日"), WORD("秋天"), WORD("初冬"),
        WORD("隆冬"), WORD("寒冬"), WORD("严冬"), WORD("冬日"), WORD("冬天"), WORD("时节")};
    return wordlist_held(seasons, COUNT(seasons), utf8_head(link->start->block->text, 14)) > 0;
}

/* The end's last words sum up or set aims, as the last sentences of reports like to. */
double measure_closing(const struct link *link)
{
    static const struct str words[] = {WORD("新篇章"),   WORD("谱写"), WORD("迈进"),
                                       WORD("奠定"),     WORD("贡献"), WORD("力争"),
                                       WORD("目标"),     WORD("保障"), WORD("保驾护航"),
                                       WORD("添砖加瓦"), WORD("助力"), WORD("成为")};
    struct str text = link->end->block->text;
    size_t chars = utf8_count(text);
    struct str last = str_slice(text, utf8_head(text, chars > 30 ? chars - 30 : 0).len, text.len);
    return !link->head && wordlist_held(words, COUNT(words), last) > 0;
}

/* The end looks ahead, as the last paragraphs of reports like to. */
double measure_outlook(const struct link *link)
{
    static const struct str starts[] = {WORD("下一步"), WORD("“下一步"), WORD("接下来"),
                                        WORD("今后"),   WORD("未来"),    WORD("目前"),
                                        WORD("截至"),   WORD("如今")};
    return wordlist_start(starts, COUNT(starts), link->end->block->text) != NULL;
}

/* … of the two passages alone. */
double measure_near_common(const struct link *link)
{
    return link->head ? 0.0 : log(pairs_common(&link->end->words, &link->start->words) + 0.01);
}

double measure_best_of_end(const struct link *link)
{
    return link->best_of_end > 0.0 ? link->common / link->best_of_end : 0.0;
}

double measure_best_of_start(const struct link *link)
{
    return link->best_of_start > 0.0 ? link->common / link->best_of_start : 0.0;
}

double measure_apart(const struct link *link)
{
    return link->apart;
}

double measure_depth(const struct link *link)
{
    return link->depth;
}

double measure_brief(const struct link *link)
{
    return link->brief;
}

double measure_expect(const struct link *link)
{
    return log((double)(link->passages->headings.len + 1) / (double)(link->passages->row + 1));
}
