/* SPDX-License-Identifier: MIT */
#include "archive/ids.h"
#include "archive/index.h"
#include "enrich/pinyin.h"

#include <stdlib.h>

static char initial_of(struct str pinyin)
{
    char c = pinyin.len ? pinyin.ptr[0] : '#';
    if (c >= 'a' && c <= 'z')
        return (char)(c - 'a' + 'A');
    return c >= 'A' && c <= 'Z' ? c : '#';
}

static struct person *person_new(struct archive *archive, struct str name)
{
    struct person *person = ARENA_NEW(archive->keep, struct person);
    person->name = name;
    person->key = person_key(archive->keep, archive->reference, name);
    person->pinyin = pinyin_of(archive->keep, archive->reference->pinyin, name, true);
    person->initial = initial_of(person->pinyin);
    person->organisation = true;
    vec_push(archive->keep, &archive->people, person);
    return person;
}

static void add_byline(struct archive *archive, const struct entry *entry,
                       const struct byline *byline)
{
    void **slot = map_at(archive->keep, &archive->by_person, byline->name);
    if (!*slot)
        *slot = person_new(archive, byline->name);
    struct person *person = *slot;
    person->organisation = person->organisation && byline->role == BYLINE_ORGANISATION;
    struct entries *entries = &person->entries;
    if (entries->len == 0 || entries->at[entries->len - 1] != entry)
        vec_push(archive->keep, entries, entry);
}

/* By initial, those without one last; then by pinyin and name. */
static int person_order(const void *a, const void *b)
{
    const struct person *x = *(struct person *const *)a, *y = *(struct person *const *)b;
    if ((x->initial == '#') != (y->initial == '#'))
        return x->initial == '#' ? 1 : -1;
    if (x->initial != y->initial)
        return x->initial < y->initial ? -1 : 1;
    int order = str_cmp(x->pinyin, y->pinyin);
    return order ? order : str_cmp(x->name, y->name);
}

void index_people(struct archive *archive)
{
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct entry *entry = archive->entries.at[i];
        for (size_t k = 0; k < entry->story->bylines.len; k++)
            add_byline(archive, entry, &entry->story->bylines.at[k]);
    }
    struct people *people = &archive->people;
    if (people->len)
        qsort(people->at, people->len, sizeof *people->at, person_order);
}
