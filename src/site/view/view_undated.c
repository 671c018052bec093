/* SPDX-License-Identifier: MIT */
#include "site/view/view_undated.h"
#include "site/view/deck.h"
#include "site/view/listing.h"

enum { SIDE_MAX = 20 };

static void undated_opens(struct arena *scratch, struct listing *listing)
{
    const struct strings *strings = listing->view->site->strings;
    const struct entries *entries = listing->entries;
    deck_stories(scratch, &listing->deck, strings, entries);
    deck_pages(scratch, &listing->deck, strings, entries);
    deck_stop(scratch, &listing->deck, strings);
    sentence_say_all(scratch, &listing->deck, strings, "undated-deck", NULL);
    listing_side(scratch, listing, strings_get(strings, "counties-written"),
                 leaders_places(scratch, entries), SIDE_MAX, "counties");
    listing_side(scratch, listing, strings_get(strings, "topics-written"),
                 leaders_topics(scratch, entries, NULL), SIDE_MAX, "topics");
}

struct value undated_subject(struct arena *scratch, const struct view *view)
{
    const struct strings *strings = view->site->strings;
    struct listing listing = {
        .view = view,
        .name = strings_get(strings, "date-unknown"),
        .crumbs = crumbs_past_index(scratch, strings, "dates"),
        .entries = &view->site->archive->undated,
        .sides_say = strings_get(strings, "undated-sides"),
    };
    links_add(scratch, listing.crumbs, listing.name, STR_NONE);
    return listing_subject(scratch, listing, undated_opens);
}
