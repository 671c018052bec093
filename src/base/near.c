/* SPDX-License-Identifier: MIT */
#include "base/near.h"

enum { LONGEST = 64, MOST_SLIPS = 3 };

static int fold(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 'a';
    return c == '_' ? '-' : c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t near_distance(struct str a, struct str b)
{
    if (a.len > LONGEST || b.len > LONGEST)
        return SIZE_MAX;
    size_t rows[3][LONGEST + 1]; /* of the table of distances: this one and the two before it */
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            int x = fold(a.ptr[i - 1]), y = fold(b.ptr[j - 1]);
            row[j] = least(above[j - 1] + (x != y), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == fold(b.ptr[j - 2]) && y == fold(a.ptr[i - 2]))
                row[j] = least(row[j], above2[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

void near_try(struct near *near, struct str candidate)
{
    size_t distance = near_distance(near->word, candidate);
    if (distance > MOST_SLIPS || distance > candidate.len / 3)
        return;
    if (near->best.len && near->distance <= distance)
        return;
    near->best = candidate;
    near->distance = distance;
}

struct str near_hint(struct arena *keep, const struct near *near)
{
    if (near->best.len == 0)
        return STR("");
    return str_format(keep, " (did you mean '%.*s'?)", STR_FMT(near->best));
}
