/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"

#define SURE_OF_PHOTO 4.0

/* The number of a caption: ①, 图②; 0: it has none. */
static uint32_t caption_number(struct str text)
{
    static const struct str labels[] = {WORD("图片"), WORD("图"), WORD("圖")};
    const struct str *label = wordlist_start(labels, COUNT(labels), text);
    uint32_t code = utf8_at(text, label ? label->len : 0).code;
    return is_circled(code) ? code - 0x2460 + 1 : 0;
}

/* Where a caption says that its picture is: 上图 and 左图 are 1, 中图 2, 下图 and 右图 3; 0:
 * nowhere.
 */
static size_t caption_place(struct str text)
{
    static const struct str places[] = {WORD("上图"), WORD("中图"), WORD("下图"),
                                        WORD("左图"), WORD("中图"), WORD("右图")};
    const struct str *place = wordlist_start(places, COUNT(places), text);
    return place ? (size_t)(place - places) % (COUNT(places) / 2) + 1 : 0;
}

/* Whether unit U is the caption after the one before it, their credits aside: they are one set
   (组图). */
static bool goes_on_set(const struct units *units, size_t u)
{
    const struct unit *unit = &units->at[u], *before = u > 0 ? unit - 1 : unit;
    while (before > units->at && before->block->role == ROLE_CREDIT)
        before--;
    struct str last = before->block->text, text = unit->block->text;
    uint32_t number = caption_number(text), above = caption_number(last);
    size_t place = caption_place(last);
    /* below ② what is said of all */
    bool of_all = above > 1 && !number && before + 1 == unit && unit->block->role == ROLE_CAPTION &&
                  !starts_report(text) && unit->block->first_line == before->block->last_line + 1;
    return before->block->role == ROLE_CAPTION && ((number > 1 && above == number - 1) || of_all ||
                                                   (place > 0 && caption_place(text) > place));
}

struct bodies bodies_find(struct arena *scratch, struct units *units)
{
    struct bodies bodies = {0};
    for (size_t u = 0; u < units->len; u++) {
        struct unit *unit = &units->at[u];
        bool caption = unit->block->role == ROLE_CAPTION;
        bool of_story = caption && unit->block->inside && bodies.len > 0; /* parting.h */
        if ((unit->opens || caption) && !of_story && !goes_on_set(units, u))
            vec_push(scratch, &bodies,
                     (struct body){.first = u,
                                   .photo = unit->photo,
                                   .head = unit->head,
                                   .sure = unit->photo ? SURE_OF_PHOTO : unit->sure});
        unit->body = bodies.len - 1;
        bodies.at[bodies.len - 1].last = u;
    }
    return bodies;
}
