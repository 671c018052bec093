/* SPDX-License-Identifier: MIT */
#include "site/view/view_person.h"
#include "site/view/deck.h"
#include "site/view/listing.h"
#include "site/view/signings.h"

enum { SIDE_MAX = 20, MEMBERS_MAX = 100 };

/* How many stories there are: of a body also those of its people. */
static void say_stories(struct arena *scratch, struct sentence *deck, const struct strings *strings,
                        const struct person *person)
{
    struct run stories = run_strong(scratch, person->entries.len);
    const char *body =
        person->roles[BYLINE_ORGANISATION] > 0 ? "person-body-stories" : "person-members-stories";
    if (person->members.len > 0)
        sentence_say(scratch, deck, strings, body, {"n", stories},
                     {"people", run_number(scratch, person->members.len)});
    else
        sentence_say(scratch, deck, strings, "person-stories", {"n", stories});
    if (person->members.len == 0)
        signings_say(scratch, deck, strings, person);
}

static struct sentence person_deck(struct arena *scratch, const struct strings *strings,
                                   const struct person *person, const struct leaders *counties)
{
    const struct entries *entries = &person->entries;
    struct sentence deck = {0};
    say_stories(scratch, &deck, strings, person);
    if (counties->len == 1 && counties->at[0].count == entries->len)
        sentence_say(scratch, &deck, strings, "person-county",
                     {"county", run_text(counties->at[0].name)});
    else if (counties->len > 0)
        sentence_say(scratch, &deck, strings, "deck-places",
                     {"n", run_number(scratch, counties->len)});
    deck_span(scratch, &deck, strings, entries);
    deck_stop(scratch, &deck, strings);
    return deck;
}

/* That people who share the name are not told apart, and how else it is written. */
static struct str person_caution(struct arena *scratch, const struct strings *strings,
                                 const struct person *person)
{
    struct strs others = {0};
    for (size_t i = 0; i < person->names.len; i++) {
        if (!str_eq(person->names.at[i].text, person->name))
            vec_push(scratch, &others, person->names.at[i].text);
    }
    struct str names = strings_join(scratch, strings, "list-comma", &others);
    const char *key = person->organisation ? "body-namesakes" : "person-namesakes";
    struct str namesakes = person->entries.len > 1
                               ? strings_fill(scratch, strings, key, {"person", person->name})
                               : STR_NONE;
    struct str written =
        others.len ? strings_fill(scratch, strings, "person-written", {"names", names}) : STR_NONE;
    return str_format(scratch, "%.*s%.*s", STR_FMT(namesakes), STR_FMT(written));
}

static void person_opens(struct arena *scratch, struct listing *listing)
{
    const struct person *person = listing->view->output->subject;
    const struct site *site = listing->view->site;
    struct leaders counties = leaders_places(scratch, &person->entries);
    listing->deck = person_deck(scratch, site->strings, person, &counties);
    listing->caution = person_caution(scratch, site->strings, person);
    listing_side(scratch, listing, strings_get(site->strings, "person-bodies"),
                 leaders_bodies(scratch, site->archive, person), SIDE_MAX, "people");
    if (person->members.len > 0)
        listing_side(scratch, listing, strings_get(site->strings, "person-members"),
                     leaders_members(scratch, site->archive, person), MEMBERS_MAX, "people");
    else
        listing_side(scratch, listing, strings_get(site->strings, "person-others"),
                     leaders_people(scratch, site->archive, &person->entries, person), SIDE_MAX,
                     "people");
    listing_side(scratch, listing, strings_get(site->strings, "person-topics"),
                 leaders_topics(scratch, &person->entries, NULL), SIDE_MAX, "topics");
    listing_side(scratch, listing, strings_get(site->strings, "person-counties"), counties,
                 SIDE_MAX, "counties");
}

struct value person_subject(struct arena *scratch, const struct view *view)
{
    const struct person *person = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing listing = {
        .view = view,
        .name = person->name,
        .note = strings_get(strings, person->organisation ? "organisation" : "people"),
        .crumbs = crumbs_past_index(scratch, strings, "people"),
        .entries = &person->entries,
        .person = person,
        .years_say = strings_fill(scratch, strings, "person-years", {"person", person->name}),
        .sides_say = strings_fill(scratch, strings, "person-sides", {"person", person->name}),
    };
    links_add(scratch, listing.crumbs, listing.name, STR_NONE);
    return listing_subject(scratch, listing, person_opens);
}
