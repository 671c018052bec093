/* SPDX-License-Identifier: MIT */
/* An archive of more names than one page has: 1056 that begin with W, and one with L. */
#ifndef TESTS_SITE_MANY_PEOPLE_H
#define TESTS_SITE_MANY_PEOPLE_H

#include "site/archive_of.h"

enum { MANY_STORIES = 132, MANY_A_STORY = 8, MANY = MANY_STORIES * MANY_A_STORY };

/* Clear T with told_clear(). */
static inline void many_people(struct told_site *t)
{
    static char names[MANY][8];
    static struct told told[MANY_STORIES + 1];
    for (size_t i = 0; i < MANY; i++) {
        struct buf name = {0};
        buf_str(&name, STR("王"));
        utf8_add(&name, 0x4e00 + (uint32_t)i);
        memcpy(names[i], name.ptr, name.len);
        buf_clear(&name);
        told[i / MANY_A_STORY].people[i % MANY_A_STORY] = names[i];
        told[i / MANY_A_STORY].body = "一";
    }
    told[MANY_STORIES] = (struct told){.body = "二", .people = {"李明"}};
    archive_of(t, told, MANY_STORIES + 1);
}

#endif
