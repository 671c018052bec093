/* SPDX-License-Identifier: MIT */
#include "story/bodies.h"

#include "page/chars.h"
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

/* Whether unit U is the caption after that which the unit before it ends: they are one set (组图).
 */
static bool goes_on_set(const struct units *units, size_t u)
{
    const struct unit *unit = &units->at[u], *before = u > 0 ? unit - 1 : unit;
    uint32_t number = caption_number(unit->block->text);
    return number > 1 && before->block->role == ROLE_CAPTION &&
           caption_number(before->block->text) == number - 1;
}

struct bodies bodies_find(struct arena *scratch, struct units *units)
{
    struct bodies bodies = {0};
    for (size_t u = 0; u < units->len; u++) {
        struct unit *unit = &units->at[u];
        if ((unit->opens || unit->block->role == ROLE_CAPTION) && !goes_on_set(units, u))
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
