/* SPDX-License-Identifier: MIT */
#include "site/view/view_person.h"
#include "site/view/deck.h"
#include "site/view/listing.h"
#include "site/view/view_list.h"

enum { SIDE_MAX = 20 };

static struct sentence person_deck(struct arena *scratch, const struct strings *strings,
                                   const struct person *person, const struct leaders *counties)
{
    const struct entries *entries = &person->entries;
    struct sentence deck = {0};
    sentence_say(scratch, &deck, strings, "person-stories",
                 {"n", run_strong(scratch, entries->len)});
    if (counties->len == 1 && counties->at[0].count == entries->len)
        sentence_say(scratch, &deck, strings, "person-county",
                     {"county", run_text(counties->at[0].name)});
    else if (counties->len > 0)
        sentence_say(scratch, &deck, strings, "deck-counties",
                     {"n", run_number(scratch, counties->len)});
    deck_span(scratch, &deck, strings, entries);
    deck_stop(scratch, &deck, strings);
    return deck;
}

static void person_opens(struct arena *scratch, struct listing *listing,
                         const struct person *person)
{
    const struct site *site = listing->view->site;
    struct leaders counties = leaders_counties(scratch, &person->entries, NULL);
    listing->deck = person_deck(scratch, site->strings, person, &counties);
    listing_side(scratch, listing, strings_get(site->strings, "person-others"),
                 leaders_people(scratch, site->archive, &person->entries, person), SIDE_MAX);
    listing_side(scratch, listing, strings_get(site->strings, "person-topics"),
                 leaders_topics(scratch, &person->entries, NULL), SIDE_MAX);
    listing_side(scratch, listing, strings_get(site->strings, "person-counties"), counties,
                 SIDE_MAX);
}

struct value person_subject(struct arena *scratch, const struct view *view)
{
    const struct person *person = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing *listing = ARENA_NEW(scratch, struct listing);
    *listing = (struct listing){
        .view = view,
        .name = person->name,
        .note = strings_get(strings, person->organisation ? "organisation" : "people"),
        .crumbs = crumbs_new(scratch, strings),
        .entries = &person->entries,
        .sides_say = strings_fill(scratch, strings, "person-sides", {"person", person->name}),
    };
    links_add(scratch, listing->crumbs, strings_get(strings, "people"), STR("people/index.html"));
    links_add(scratch, listing->crumbs, person->name, STR_NONE);
    if (sheet_opens(view))
        person_opens(scratch, listing, person);
    else
        listing_brief(scratch, listing);
    return listing_value(listing);
}
