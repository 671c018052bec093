/* SPDX-License-Identifier: MIT */
#include "site/initials.h"

enum { LETTERS = 26, LETTER_NONE = LETTERS, LETTER_ORGANISATION };

static size_t letter_of(const struct person *person)
{
    if (person->organisation)
        return LETTER_ORGANISATION;
    return person->initial == '#' ? LETTER_NONE : (size_t)(person->initial - 'A');
}

const struct initials *initials_of(struct arena *keep, const struct archive *archive)
{
    struct initials *initials = ARENA_NEW(keep, struct initials);
    *initials = (struct initials){.at = {[LETTER_NONE] = {.label = STR("#"), .id = STR("none")},
                                         [LETTER_ORGANISATION] = {.id = STR("org")}}};
    for (size_t i = 0; i < LETTERS; i++) {
        initials->at[i].label = str_format(keep, "%c", (char)('A' + i));
        initials->at[i].id = str_format(keep, "%c", (char)('a' + i));
    }
    for (size_t i = 0; i < INITIALS; i++)
        initials->at[i].all = initials;
    for (size_t i = 0; i < archive->people.len; i++) {
        struct person *person = archive->people.at[i];
        vec_push(keep, &initials->at[letter_of(person)].people, person);
        initials->organisations += person->organisation;
    }
    initials->persons = archive->people.len - initials->organisations;
    return initials;
}

bool initials_split(const struct archive *archive)
{
    return archive->people.len > NAMES_ON_PAGE;
}
