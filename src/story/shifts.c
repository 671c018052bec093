/* SPDX-License-Identifier: MIT */
#include "story/shifts.h"

#include <math.h>

/* How firmly texts keep to the language's frequencies: characters of the language that a text is
   taken to hold before any of its own are seen. */
#define FIRMNESS 200.0

struct shift_room shift_room(struct arena *scratch, const struct cohesion *cohesion)
{
    return (struct shift_room){weights_room(scratch, cohesion).at,
                               weights_room(scratch, cohesion).at};
}

/* The two sides of a place in a text. */
struct sides {
    struct shift_room *room;
    double before, after; /* characters */
};

/* Moves the characters of a passage from what comes after to what goes before, one by one. Returns
   what the probability of both sides gains. */
static double move(struct sides *sides, const struct pairs *chars)
{
    double nats = 0.0;
    for (size_t i = 0; i < chars->len; i++) {
        const struct pair *pair = &chars->at[i];
        double share = FIRMNESS * cohesion_share(chars->page, pair->number);
        double *before = &sides->room->before[pair->number];
        double *after = &sides->room->after[pair->number];
        for (uint32_t n = 0; n < (uint32_t)pair->count; n++) {
            *after -= 1.0;
            sides->after -= 1.0;
            nats += log((share + *before) / (share + *after) * (FIRMNESS + sides->after) /
                        (FIRMNESS + sides->before));
            *before += 1.0;
            sides->before += 1.0;
        }
    }
    return nats;
}

static double count(struct shift_room *room, const struct pairs *const *chars, size_t len)
{
    double all = 0.0;
    for (size_t i = 0; i < len; i++) {
        for (size_t k = 0; k < chars[i]->len; k++)
            room->after[chars[i]->at[k].number] += (double)chars[i]->at[k].count;
        all += (double)chars[i]->count;
    }
    return all;
}

static void forget(struct shift_room *room, const struct pairs *const *chars, size_t len)
{
    for (size_t i = 0; i < len; i++)
        for (size_t k = 0; k < chars[i]->len; k++) {
            room->before[chars[i]->at[k].number] = 0.0;
            room->after[chars[i]->at[k].number] = 0.0;
        }
}

/* Sets by how much each shift is more than any other. */
static void compare(struct shift *shifts, size_t len)
{
    double best = 0.0, second = 0.0; /* no shift at all is one to compare with */
    for (size_t i = 1; i < len; i++) {
        second = fmax(second, fmin(best, shifts[i].nats));
        best = fmax(best, shifts[i].nats);
    }
    for (size_t i = 1; i < len; i++)
        shifts[i].lead = shifts[i].nats - (shifts[i].nats < best ? best : second);
}

void shifts_find(struct shift_room *room, const struct pairs *const *chars, size_t len,
                 struct shift *shifts)
{
    struct sides sides = {room, 0.0, count(room, chars, len)};
    double nats = 0.0;
    for (size_t i = 0; i < len; i++) {
        shifts[i] = (struct shift){0};
        if (i > 0) {
            nats += move(&sides, chars[i - 1]);
            shifts[i].nats = nats;
            shifts[i].shorter = fmin(sides.before, sides.after);
        }
    }
    forget(room, chars, len);
    compare(shifts, len);
}
