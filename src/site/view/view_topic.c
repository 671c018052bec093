/* SPDX-License-Identifier: MIT */
#include "site/view/view_topic.h"
#include "site/view/deck.h"
#include "site/view/listing.h"

enum { EVIDENCE_MAX = 5, COUNTIES_MAX = 30, TOPICS_MAX = 8, PEOPLE_MAX = 20 };

/* The words that most stories of a topic are counted to it for. */
static void deck_evidence(struct arena *scratch, struct sentence *deck,
                          const struct strings *strings, const struct topic_index *index)
{
    struct leaders words = leaders_first(leaders_evidence(scratch, index), EVIDENCE_MAX);
    if (words.len == 0)
        return;
    struct sentence marks = {0};
    for (size_t i = 0; i < words.len; i++) {
        if (i > 0)
            vec_push(scratch, &marks, run_text(strings_get(strings, "list-comma")));
        vec_push(scratch, &marks, (struct run){.text = words.at[i].name, .evidence = true});
    }
    sentence_say(scratch, deck, strings, "topic-evidence",
                 {"topic", run_text(topic_label(strings, index->topic))},
                 {"words", run_many(&marks)});
}

static struct sentence topic_deck(struct arena *scratch, const struct strings *strings,
                                  const struct topic_index *index, size_t counties)
{
    struct sentence deck = {0};
    deck_stories(scratch, &deck, strings, &index->entries);
    if (counties > 0)
        sentence_say(scratch, &deck, strings, "deck-places", {"n", run_number(scratch, counties)});
    deck_stop(scratch, &deck, strings);
    if (index->topic)
        deck_evidence(scratch, &deck, strings, index);
    else
        sentence_say_all(scratch, &deck, strings, "topic-other-deck", NULL);
    return deck;
}

static void topic_opens(struct arena *scratch, struct listing *listing)
{
    const struct topic_index *index = listing->view->output->subject;
    const struct site *site = listing->view->site;
    struct leaders counties = leaders_places(scratch, &index->entries);
    listing->deck = topic_deck(scratch, site->strings, index, counties.len);
    if (index->topic)
        counties =
            leaders_crossed(scratch, counties,
                            str_format(scratch, "topic=%.*s", STR_FMT(index->topic->id)), "county");
    listing_side(scratch, listing, strings_get(site->strings, "places-written"), counties,
                 COUNTIES_MAX, "counties");
    listing_side(scratch, listing, strings_get(site->strings, "topic-topics"),
                 leaders_topics(scratch, &index->entries, index->topic), TOPICS_MAX, "topics");
    listing_side(scratch, listing, strings_get(site->strings, "topic-people"),
                 leaders_people(scratch, site->archive, &index->entries, NULL), PEOPLE_MAX,
                 "people");
}

struct value topic_subject(struct arena *scratch, const struct view *view)
{
    const struct topic_index *index = view->output->subject;
    const struct strings *strings = view->site->strings;
    struct listing listing = {
        .view = view,
        .name = topic_label(strings, index->topic),
        .note = strings_get(strings, "topics"),
        .crumbs = crumbs_past_index(scratch, strings, "topics"),
        .entries = &index->entries,
        .drawn = true,
        .sides_say = strings_fill(scratch, strings, "topic-sides",
                                  {"topic", topic_label(strings, index->topic)}),
    };
    links_add(scratch, listing.crumbs, listing.name, STR_NONE);
    return listing_subject(scratch, listing, topic_opens);
}
