/* SPDX-License-Identifier: MIT */
#include "site/view/view_people.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"

enum { LETTERS = 26 };

/* Those whose names begin with one letter; those without a letter; or the organisations. */
struct letter {
    struct str label; /* "A" … "Z", "#", 机构 */
    struct str id;    /* anchor */
    struct leaders people;
};

struct people_view {
    const struct view *view;
    struct letter letters[LETTERS + 2];
    size_t persons, organisations;
};

enum { LETTER_NONE = LETTERS, LETTER_ORGANISATION };

static size_t letter_of(const struct person *person)
{
    if (person->organisation)
        return LETTER_ORGANISATION;
    return person->initial == '#' ? LETTER_NONE : (size_t)(person->initial - 'A');
}

static void letters_name(struct arena *scratch, struct people_view *view)
{
    for (size_t i = 0; i < LETTERS; i++) {
        struct str letter = str_format(scratch, "%c", (char)('A' + i));
        view->letters[i].label = view->letters[i].id = letter;
    }
    view->letters[LETTER_NONE] = (struct letter){.label = STR("#"), .id = STR("none")};
    view->letters[LETTER_ORGANISATION] = (struct letter){
        .label = strings_get(view->view->site->strings, "organisation"), .id = STR("org")};
}

static void letters_fill(struct arena *scratch, struct people_view *view)
{
    const struct people *people = &view->view->site->archive->people;
    for (size_t i = 0; i < people->len; i++) {
        const struct person *person = people->at[i];
        struct leader leader = {person->name, path_person(scratch, person), person->entries.len};
        vec_push(scratch, &view->letters[letter_of(person)].people, leader);
        view->organisations += person->organisation;
    }
    view->persons = people->len - view->organisations;
}

FIELD(letter_label, letter, value_string(view->label))
FIELD(letter_id, letter, value_string(view->id))
FIELD(letter_people, letter, leaders_value(scratch, &view->people))
FIELD(letter_empty, letter, value_bool(view->people.len == 0))

static const struct value_field letter_fields[] = {
    {"label", "A to Z; # for names without a letter; or that it is organisations", letter_label},
    {"id", "anchor", letter_id},
    {"people", "names in the order of pinyin, with counts", letter_people},
    {"empty", "whether it has no names", letter_empty},
    {0},
};

const struct value_type letter_type = {.name = "letter", .fields = letter_fields};

static struct value deck(struct arena *scratch, const struct people_view *view)
{
    const struct strings *strings = view->view->site->strings;
    if (view->persons + view->organisations == 0)
        return value_string(strings_get(strings, "people-deck-none"));
    const char *key = view->organisations ? "people-deck" : "people-deck-persons";
    return value_string(strings_fill(
        scratch, strings, key, {"n", number_text(scratch, view->persons + view->organisations)},
        {"persons", number_text(scratch, view->persons)},
        {"organisations", number_text(scratch, view->organisations)}));
}

/* The letters that have names, and the empty ones of the alphabet too if ALL, so that the row of
   letters is the same on every site. */
static struct value letters(struct arena *scratch, const struct people_view *view, bool all)
{
    struct {
        struct letter *at;
        size_t len, cap;
    } shown = {0};
    for (size_t i = 0; i < LETTERS + 2; i++) {
        if (view->letters[i].people.len > 0 || (all && i < LETTERS))
            vec_push(scratch, &shown, view->letters[i]);
    }
    return value_vec(scratch, &letter_type, &shown);
}

static struct value initials(struct arena *scratch, const struct people_view *view)
{
    bool none = view->persons + view->organisations == 0;
    return none ? VALUE_NONE : letters(scratch, view, true);
}

FIELD(get_title, people_view, value_string(strings_get(view->view->site->strings, "people")))
FIELD(get_deck, people_view, deck(scratch, view))
FIELD(get_crumbs, people_view, crumbs_to_index(scratch, view->view->site->strings, "people"))
FIELD(get_initials, people_view, initials(scratch, view))
FIELD(get_letters, people_view, letters(scratch, view, false))

static const struct value_field people_fields[] = {
    {"title", "that it is the people", get_title},
    {"description", "the deck", get_deck},
    {"crumbs", "the way from the front page", get_crumbs},
    {"deck", "how many sign, and how they are sorted", get_deck},
    {"initials", "all letters, also those without names; nothing where nobody signs", get_initials},
    {"letters", "the letters that have names", get_letters},
    {0},
};

const struct value_type people_type = {.name = "people", .fields = people_fields};

struct value people_subject(struct arena *scratch, const struct view *view)
{
    struct people_view *made = ARENA_NEW(scratch, struct people_view);
    made->view = view;
    letters_name(scratch, made);
    letters_fill(scratch, made);
    return value_object(&people_type, made);
}
