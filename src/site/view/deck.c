/* SPDX-License-Identifier: MIT */
#include "site/view/deck.h"
#include "base/map.h"

size_t pages_of(struct arena *scratch, const struct entries *entries)
{
    struct map seen = {0};
    for (size_t i = 0; i < entries->len; i++) {
        const struct archive_page *page = entries->at[i]->page;
        *map_at(scratch, &seen, page->slug) = entries->at[i]->page->page;
    }
    return seen.len;
}

static size_t photos_of(const struct entries *entries)
{
    size_t photos = 0;
    for (size_t i = 0; i < entries->len; i++)
        photos += entries->at[i]->story->kind == KIND_PHOTO;
    return photos;
}

void deck_total(struct arena *keep, struct sentence *deck, const struct strings *strings,
                size_t stories)
{
    sentence_say(keep, deck, strings, "deck-stories", {"n", run_strong(keep, stories)});
}

void deck_stories(struct arena *keep, struct sentence *deck, const struct strings *strings,
                  const struct entries *entries)
{
    deck_total(keep, deck, strings, entries->len);
    size_t photos = photos_of(entries);
    if (photos > 0)
        sentence_say(keep, deck, strings, "deck-photos", {"n", run_number(keep, photos)});
}

void deck_pages(struct arena *keep, struct sentence *deck, const struct strings *strings,
                const struct entries *entries)
{
    sentence_say(keep, deck, strings, "deck-pages",
                 {"n", run_number(keep, pages_of(keep, entries))});
}

void deck_span(struct arena *keep, struct sentence *deck, const struct strings *strings,
               const struct entries *entries)
{
    struct when_span span = when_span(strings, entries);
    if (when_same(&span.first, &span.last))
        sentence_say(keep, deck, strings,
                     span.last.precision == PRECISION_NONE ? "deck-undated" : "deck-when",
                     {"date", run_when(keep, &span.last)});
    else
        sentence_say(keep, deck, strings, "deck-span", {"first", run_when(keep, &span.first)},
                     {"last", run_when(keep, &span.last)});
}

void deck_stop(struct arena *keep, struct sentence *deck, const struct strings *strings)
{
    sentence_say_all(keep, deck, strings, "stop", NULL);
}
