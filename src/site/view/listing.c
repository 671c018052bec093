/* SPDX-License-Identifier: MIT */
#include "site/view/listing.h"
#include "site/paths.h"
#include "site/view/deck.h"
#include "site/view/field.h"
#include "site/view/signings.h"
#include "site/view/view_list.h"
#include "site/view/view_timeline.h"

void listing_side(struct arena *scratch, struct listing *listing, struct str title,
                  struct leaders leaders, size_t max, const char *index)
{
    const struct strings *strings = listing->view->site->strings;
    struct side side = {.title = title, .leaders = leaders_first(leaders, max)};
    if (leaders.len > max) {
        side.more = strings_fill(scratch, strings, "side-more",
                                 {"n", number_text(scratch, leaders.len - max)},
                                 {"index", strings_get(strings, index)});
        side.href = path_index(scratch, index);
    }
    if (leaders.len > 0)
        vec_push(scratch, &listing->sides, side);
}

void listing_opens_place(struct arena *scratch, struct listing *listing, struct str name,
                         size_t counties)
{
    enum { TOPICS_MAX = 30, PEOPLE_MAX = 20 };
    const struct site *site = listing->view->site;
    const struct entries *entries = listing->entries;
    deck_stories(scratch, &listing->deck, site->strings, entries);
    deck_pages(scratch, &listing->deck, site->strings, entries);
    if (counties > 0)
        sentence_say(scratch, &listing->deck, site->strings, "deck-counties",
                     {"n", run_number(scratch, counties)});
    deck_span(scratch, &listing->deck, site->strings, entries);
    deck_stop(scratch, &listing->deck, site->strings);
    struct leaders topics = leaders_topics(scratch, entries, NULL);
    if (listing->crossing.len)
        topics = leaders_crossed(scratch, topics, listing->crossing, "topic");
    listing_side(scratch, listing, strings_get(site->strings, "topics-written"), topics, TOPICS_MAX,
                 "topics");
    listing_side(scratch, listing,
                 strings_fill(scratch, site->strings, "county-people", {"county", name}),
                 leaders_people(scratch, site->archive, entries, NULL), PEOPLE_MAX, "people");
}

static struct value timeline_value(struct arena *scratch, const struct listing *listing)
{
    if (!listing->drawn || !sheet_opens(listing->view))
        return VALUE_NONE;
    return view_timeline(scratch, listing->view->site, listing->entries);
}

static struct value parts_value(struct arena *scratch, const struct listing *listing)
{
    return listing->parts.len ? leaders_value(scratch, &listing->parts) : VALUE_NONE;
}

static struct value sides_value(struct arena *scratch, const struct listing *listing)
{
    return listing->sides.len ? value_vec(scratch, &side_type, &listing->sides) : VALUE_NONE;
}

static struct value stories_value(struct arena *scratch, const struct listing *listing)
{
    if (listing->person)
        return view_list(scratch, listing->view, &listing->person->by_role, LIST_BY_ROLE);
    return view_list(scratch, listing->view, listing->entries, LIST_BY_MONTH);
}

static struct value years_value(struct arena *scratch, const struct listing *listing)
{
    bool opens = listing->person && sheet_opens(listing->view);
    return opens ? signings_value(scratch, listing->view) : VALUE_NONE;
}

static struct value decades_value(struct arena *scratch, const struct listing *listing)
{
    bool opens = listing->person && sheet_opens(listing->view);
    return opens ? signing_decades_value(scratch, listing->view) : VALUE_NONE;
}

FIELD(get_title, listing, value_string(sheet_title(scratch, view->view, view->name)))
FIELD(get_description, listing,
      value_string(sentence_text(scratch, view->view->site->strings, &view->deck)))
FIELD(get_crumbs, listing, links_value(scratch, view->crumbs))
FIELD(get_name, listing, value_string(view->name))
FIELD(get_note, listing, value_text(view->note))
FIELD(get_deck, listing, sentence_value(scratch, &view->deck))
FIELD(get_parts_say, listing, value_text(view->parts_say))
FIELD(get_parts, listing, parts_value(scratch, view))
FIELD(get_timeline, listing, timeline_value(scratch, view))
FIELD(get_list, listing, stories_value(scratch, view))
FIELD(get_caution, listing, value_text(view->caution))
FIELD(get_years, listing, years_value(scratch, view))
FIELD(get_decades, listing, decades_value(scratch, view))
FIELD(get_years_say, listing, value_text(view->years_say))
FIELD(get_sides_say, listing, value_string(view->sides_say))
FIELD(get_sides, listing, sides_value(scratch, view))

static const struct value_field listing_fields[] = {
    {"title", "of the page, with the number of the sheet from the second on", get_title},
    {"description", "the deck as plain text", get_description},
    {"crumbs", "the way from the front page", get_crumbs},
    {"name", "of the county, region, topic or person", get_name},
    {"note", "what it is, in small print; or nothing", get_note},
    {"deck", "a sentence about its stories: a list of runs", get_deck},
    {"parts_say", "what the parts are, for those who do not see it; or nothing", get_parts_say},
    {"parts", "of a province or prefecture, its prefectures or counties; else nothing", get_parts},
    {"timeline", "when they date from; nothing on later sheets, for people, and without dates",
     get_timeline},
    {"caution", "what the list cannot tell, or nothing", get_caution},
    {"years_say", "what the years are, for those who do not see it; or nothing", get_years_say},
    {"years",
     "of a person, the years with what is signed in each; nothing on later sheets, and where they "
     "stand by decades",
     get_years},
    {"decades", "of a person of many years, the decades with their years; else nothing",
     get_decades},
    {"list", "its stories on this sheet", get_list},
    {"sides_say", "what the sides hold, for those who do not see it", get_sides_say},
    {"sides", "lists of what is near; nothing on later sheets", get_sides},
    {0},
};

const struct value_type listing_type = {.name = "listing", .fields = listing_fields};

FIELD(side_title, side, value_string(view->title))
FIELD(side_leaders, side, leaders_value(scratch, &view->leaders))

FIELD(side_more, side, value_text(view->more))
FIELD(side_href, side, value_text(view->href))

static const struct value_field side_fields[] = {
    {"title", "what the names are to the page", side_title},
    {"leaders", "names with their counts, most first", side_leaders},
    {"more", "how many names are not shown, and where they are, in words; or nothing", side_more},
    {"href", "the index that has them all, below public/; or nothing", side_href},
    {0},
};

const struct value_type side_type = {.name = "side", .fields = side_fields};

struct value listing_subject(struct arena *scratch, struct listing listing,
                             void (*opens)(struct arena *scratch, struct listing *listing))
{
    struct listing *subject = ARENA_NEW(scratch, struct listing);
    *subject = listing;
    if (sheet_opens(listing.view)) {
        opens(scratch, subject);
    } else {
        deck_total(scratch, &subject->deck, listing.view->site->strings, listing.entries->len);
        deck_stop(scratch, &subject->deck, listing.view->site->strings);
    }
    return value_object(&listing_type, subject);
}
