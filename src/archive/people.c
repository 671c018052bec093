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

static struct person *person_new(struct archive *archive, struct str form)
{
    struct person *person = ARENA_NEW(archive->keep, struct person);
    person->name = person->form = form;
    person->key = person_key(archive->keep, archive->reference, form);
    person->pinyin = pinyin_of(archive->keep, archive->reference->pinyin, form, true);
    person->initial = initial_of(person->pinyin);
    person->organisation = true;
    vec_push(archive->keep, &archive->people, person);
    return person;
}

static struct person *person_of(struct archive *archive, struct str form)
{
    void **slot = map_at(archive->keep, &archive->by_person, form);
    if (!*slot)
        *slot = person_new(archive, form);
    return *slot;
}

static void add_entry(struct archive *archive, struct person *person, const struct entry *entry)
{
    struct entries *entries = &person->entries;
    if (entries->len == 0 || entries->at[entries->len - 1] != entry)
        vec_push(archive->keep, entries, entry);
}

static void add_name(struct archive *archive, struct person *person, struct str text)
{
    struct names_written *names = &person->names;
    size_t i = 0;
    while (i < names->len && !str_eq(names->at[i].text, text))
        i++;
    if (i == names->len)
        vec_push(archive->keep, names, (struct name_written){.text = text});
    names->at[i].count++;
}

/* The same person may sign a story twice; the first time counts. */
static void add_byline(struct archive *archive, const struct entry *entry,
                       const struct byline *byline)
{
    struct person *person = person_of(archive, byline_form(byline));
    person->organisation = person->organisation && byline->role == BYLINE_ORGANISATION;
    if (person_byline(person, entry) == byline)
        person->roles[byline->role]++;
    add_name(archive, person, byline->name);
    add_entry(archive, person, entry);
}

static bool has_member(const struct person *body, const struct person *person)
{
    return body->members.len > 0 && body->members.at[body->members.len - 1] == person;
}

/* Makes PERSON one of the people of the bodies that it is said to belong to. */
static void add_membership(struct archive *archive, struct person *person)
{
    for (size_t i = 0; i < person->entries.len; i++) {
        const struct byline *byline = person_byline(person, person->entries.at[i]);
        struct person *body = byline && byline->organisation.len
                                  ? map_get(&archive->by_person, byline->organisation)
                                  : NULL;
        if (body && body != person && !has_member(body, person))
            vec_push(archive->keep, &body->members, person);
    }
}

static int written_more(const void *a, const void *b)
{
    const struct name_written *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return str_cmp(x->text, y->text);
}

/* The name that is written most often; of several the one that it is filed under. */
static void choose_name(struct person *person)
{
    struct names_written *names = &person->names;
    if (names->len > 1)
        qsort(names->at, names->len, sizeof *names->at, written_more);
    for (size_t i = 0; i < names->len; i++) {
        if (i == 0 ||
            (names->at[i].count == names->at[0].count && str_eq(names->at[i].text, person->form)))
            person->name = names->at[i].text;
    }
}

/* By year, undated last; then by role; then in the archive's order, which the places keep. */
struct signing {
    const struct entry *entry;
    unsigned year;
    enum byline_role role;
    size_t place;
};

static int signing_order(const void *a, const void *b)
{
    const struct signing *x = a, *y = b;
    if (x->year != y->year)
        return x->year < y->year ? 1 : -1;
    if (x->role != y->role)
        return x->role < y->role ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static void sort_by_role(struct archive *archive, struct arena *scratch, struct person *person)
{
    const struct entries *entries = &person->entries;
    struct signing *signings = ARENA_ARRAY(scratch, struct signing, entries->len);
    for (size_t i = 0; i < entries->len; i++) {
        const struct story_date *date = &entries->at[i]->story->date;
        signings[i] = (struct signing){
            .entry = entries->at[i],
            .year = date->precision == PRECISION_NONE ? 0 : date->value.year,
            .role = person_role(person, entries->at[i]),
            .place = i,
        };
    }
    qsort(signings, entries->len, sizeof *signings, signing_order);
    for (size_t i = 0; i < entries->len; i++)
        vec_push(archive->keep, &person->by_role, signings[i].entry);
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
    return order ? order : str_cmp(x->form, y->form);
}

const struct person *archive_person(const struct archive *archive, const struct byline *byline)
{
    return map_get(&archive->by_person, byline_form(byline));
}

const struct person *archive_body(const struct archive *archive, const struct byline *byline)
{
    return byline->organisation.len ? map_get(&archive->by_person, byline->organisation) : NULL;
}

const struct byline *person_byline(const struct person *person, const struct entry *entry)
{
    const struct bylines *bylines = &entry->story->bylines;
    for (size_t i = 0; i < bylines->len; i++) {
        if (str_eq(byline_form(&bylines->at[i]), person->form))
            return &bylines->at[i];
    }
    return NULL;
}

enum byline_role person_role(const struct person *person, const struct entry *entry)
{
    const struct byline *byline = person_byline(person, entry);
    return byline ? byline->role : BYLINE_ORGANISATION;
}

static void add_bylines(struct archive *archive, const struct entry *entry)
{
    const struct bylines *bylines = &entry->story->bylines;
    for (size_t i = 0; i < bylines->len; i++) {
        add_byline(archive, entry, &bylines->at[i]);
        if (bylines->at[i].organisation.len)
            add_entry(archive, person_of(archive, bylines->at[i].organisation), entry);
    }
}

void index_people(struct archive *archive)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < archive->entries.len; i++)
        add_bylines(archive, archive->entries.at[i]);
    struct people *people = &archive->people;
    if (people->len)
        qsort(people->at, people->len, sizeof *people->at, person_order);
    for (size_t i = 0; i < people->len; i++) {
        choose_name(people->at[i]);
        add_membership(archive, people->at[i]);
        sort_by_role(archive, &scratch, people->at[i]);
        arena_reset(&scratch);
    }
    arena_clear(&scratch);
}
