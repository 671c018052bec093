/* SPDX-License-Identifier: MIT */
#include "site/view/view_people.h"
#include "site/initials.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/leaders.h"
#include "site/view/link.h"
#include "site/view/pager.h"
#include "site/view/view_list.h"

/* Those who sign whose names begin with one letter; those without a letter; or the bodies. */
struct letter {
    const struct people_view *of;
    const struct initial *initial;
};

struct letters VEC_OF(struct letter);

/* The index; or, of a large one, the page of one letter. */
struct people_view {
    const struct view *view;
    const struct initials *initials;
    const struct initial *only; /* NULL: the index itself */
    bool split;                 /* each letter has a page */
};

static struct str label_of(const struct people_view *view, const struct initial *initial)
{
    return initial->label.len ? initial->label
                              : strings_get(view->view->site->strings, "organisation");
}

/* Where the names are: under an anchor of the index, or on a page of their own. */
static struct value letter_href(struct arena *scratch, const struct letter *letter)
{
    struct str id = letter->initial->id;
    if (letter->initial->people.len == 0 || letter->initial == letter->of->only)
        return VALUE_NONE;
    return value_string(letter->of->split
                            ? path_initial(scratch, id)
                            : str_format(scratch, "people/index.html#%.*s", STR_FMT(id)));
}

/* The names of a letter that are on this sheet. */
static struct value letter_names(struct arena *scratch, const struct letter *letter)
{
    struct leaders *leaders = ARENA_NEW(scratch, struct leaders);
    const struct people *people = &letter->initial->people;
    size_t from = (letter->of->view->output->sheet - 1) * NAMES_ON_PAGE;
    for (size_t i = from; i < people->len && i < from + NAMES_ON_PAGE; i++) {
        const struct person *person = people->at[i];
        vec_push(scratch, leaders,
                 (struct leader){person->name, path_person(scratch, person), person->entries.len});
    }
    return leaders_value(scratch, leaders);
}

FIELD(letter_label, letter, value_string(label_of(view->of, view->initial)))
FIELD(letter_id, letter, value_string(view->initial->id))
FIELD(get_letter_href, letter, letter_href(scratch, view))
FIELD(letter_here, letter, value_bool(view->initial == view->of->only))
FIELD(letter_people, letter, letter_names(scratch, view))
FIELD(letter_count, letter, value_size(view->initial->people.len))
FIELD(letter_empty, letter, value_bool(view->initial->people.len == 0))

static const struct value_field letter_fields[] = {
    {"label", "A to Z; # for names without a letter; or that it is organisations", letter_label},
    {"id", "anchor", letter_id},
    {"href", "where its names are, below public/; nothing where it has none or the page is of it",
     get_letter_href},
    {"here", "whether the page is of it alone", letter_here},
    {"people", "its names on this sheet in the order of pinyin, with counts", letter_people},
    {"count", "how many names it has", letter_count},
    {"empty", "whether it has no names", letter_empty},
    {0},
};

const struct value_type letter_type = {.name = "letter", .fields = letter_fields};

static bool is_nobody(const struct people_view *view)
{
    return view->view->site->archive->people.len == 0;
}

static struct str deck(struct arena *scratch, const struct people_view *view)
{
    const struct strings *strings = view->view->site->strings;
    const struct initials *initials = view->initials;
    if (is_nobody(view))
        return strings_get(strings, "people-deck-none");
    if (view->only)
        return strings_fill(scratch, strings, "people-letter-deck",
                            {"letter", label_of(view, view->only)},
                            {"n", number_text(scratch, view->only->people.len)});
    const char *key = initials->organisations ? "people-deck" : "people-deck-persons";
    return strings_fill(scratch, strings, key,
                        {"n", number_text(scratch, initials->persons + initials->organisations)},
                        {"persons", number_text(scratch, initials->persons)},
                        {"organisations", number_text(scratch, initials->organisations)});
}

static struct str title(struct arena *scratch, const struct people_view *view)
{
    const struct strings *strings = view->view->site->strings;
    return view->only ? strings_fill(scratch, strings, "people-letter",
                                     {"letter", label_of(view, view->only)})
                      : strings_get(strings, "people");
}

static struct value crumbs(struct arena *scratch, const struct people_view *view)
{
    const struct strings *strings = view->view->site->strings;
    if (!view->only)
        return crumbs_to_index(scratch, strings, "people");
    struct links *crumbs = crumbs_past_index(scratch, strings, "people");
    links_add(scratch, crumbs, label_of(view, view->only), STR_NONE);
    return links_value(scratch, crumbs);
}

/* The letters that have names, and the empty ones of the alphabet too if ALL, so that the row of
   letters is the same on every site. */
static struct value letters(struct arena *scratch, const struct people_view *view, bool all)
{
    struct letters *shown = ARENA_NEW(scratch, struct letters);
    for (size_t i = 0; i < INITIALS; i++) {
        const struct initial *initial = &view->initials->at[i];
        bool lettered = initial->id.len == 1;
        if (initial->people.len > 0 || (all && lettered))
            vec_push(scratch, shown, ((struct letter){view, initial}));
    }
    return value_vec(scratch, &letter_type, shown);
}

static struct value letters_here(struct arena *scratch, const struct people_view *view)
{
    struct letters *shown = ARENA_NEW(scratch, struct letters);
    if (!view->split)
        return letters(scratch, view, false);
    if (view->only)
        vec_push(scratch, shown, ((struct letter){view, view->only}));
    return value_vec(scratch, &letter_type, shown);
}

static bool leads_to_pages(const struct people_view *view)
{
    return view->split && !view->only;
}

FIELD(get_heading, people_view, value_string(title(scratch, view)))
FIELD(get_title, people_view, value_string(sheet_title(scratch, view->view, title(scratch, view))))
FIELD(get_deck, people_view, value_string(deck(scratch, view)))
FIELD(get_crumbs, people_view, crumbs(scratch, view))
FIELD(get_initials, people_view,
      is_nobody(view) || leads_to_pages(view) ? VALUE_NONE : letters(scratch, view, true))
FIELD(get_parts, people_view, leads_to_pages(view) ? letters(scratch, view, false) : VALUE_NONE)
FIELD(get_letters, people_view, letters_here(scratch, view))
FIELD(get_pager, people_view, pager_value(view->view))

static const struct value_field people_fields[] = {
    {"title", "of the page, with the number of the sheet from the second on", get_title},
    {"description", "the deck", get_deck},
    {"crumbs", "the way from the front page", get_crumbs},
    {"heading", "that it is the people, and of which letter", get_heading},
    {"deck", "how many sign, and how they are sorted", get_deck},
    {"initials", "all letters, also those without names; nothing where nobody signs, or for parts",
     get_initials},
    {"parts", "of an index too large for one page, the letters with pages; else nothing",
     get_parts},
    {"letters", "the letters whose names the page has", get_letters},
    {"pager", "the way to the other sheets of a letter; nothing where there are none", get_pager},
    {0},
};

const struct value_type people_type = {.name = "people", .fields = people_fields};

struct value people_subject(struct arena *scratch, const struct view *view)
{
    struct people_view *made = ARENA_NEW(scratch, struct people_view);
    const struct initial *only = view->output->subject;
    *made = (struct people_view){
        .view = view,
        .initials = only ? only->all : initials_of(scratch, view->site->archive),
        .only = only,
        .split = initials_split(view->site->archive),
    };
    return value_object(&people_type, made);
}
