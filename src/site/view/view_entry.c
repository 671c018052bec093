/* SPDX-License-Identifier: MIT */
#include "site/view/view_entry.h"
#include "archive/whole.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "enrich/region.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/headline.h"
#include "site/view/newspaper.h"
#include "site/view/when.h"

/* So much of each is said in a list. */
enum { PLACES_MAX = 4, TOPICS_MAX = 2, SIGNERS_MAX = 6 };

struct str entry_standfirst(struct arena *keep, const struct archive *archive,
                            const struct entry *entry, size_t chars)
{
    return utf8_head(entry_first_words(archive, keep, entry), chars);
}

static void push_once(struct arena *keep, struct strs *strs, struct str s)
{
    for (size_t i = 0; i < strs->len; i++) {
        if (str_eq(strs->at[i], s))
            return;
    }
    vec_push(keep, strs, s);
}

struct strs entry_signers(struct arena *keep, const struct story *story)
{
    struct strs names = {0};
    for (size_t i = 0; i < story->bylines.len; i++) {
        if (story->bylines.at[i].role != BYLINE_EDITOR)
            push_once(keep, &names, story->bylines.at[i].name);
    }
    return names;
}

struct strs entry_places(struct arena *keep, const struct entry *entry, const void *except)
{
    struct strs places = {0};
    const struct story_counties *counties = &entry->story->counties;
    for (size_t i = 0; i < counties->len; i++) {
        if (counties->at[i].county != except)
            vec_push(keep, &places, counties->at[i].county->name);
    }
    const struct story_regions *regions = &entry->story->regions;
    for (size_t i = 0; i < regions->len; i++) {
        if (region_place(&regions->at[i]) != except)
            vec_push(keep, &places, region_name(&regions->at[i]));
    }
    return places;
}

/* At most MAX names with the message SEPARATOR between them, and 等 if there are more. */
static struct str names_join(struct arena *keep, const struct strings *strings, struct strs names,
                             const char *separator, size_t max)
{
    bool more = names.len > max;
    names.len = more ? max : names.len;
    struct str joined = strings_join(keep, strings, separator, &names);
    return more ? strings_fill(keep, strings, "names-more", {"names", joined}) : joined;
}

static struct str topics_text(struct arena *keep, const struct entry_view *view)
{
    struct strs labels = {0};
    const struct story_topics *topics = &view->entry->story->topics;
    for (size_t i = 0; i < topics->len && i < TOPICS_MAX; i++)
        vec_push(keep, &labels, topics->at[i].topic->label);
    return names_join(keep, view->site->strings, labels, "list-comma", TOPICS_MAX);
}

static struct str places_text(struct arena *keep, const struct entry_view *view)
{
    struct strs places = entry_places(keep, view->entry, view->place_said);
    return names_join(keep, view->site->strings, places, "list-comma", PLACES_MAX);
}

static struct str signers_text(struct arena *keep, const struct entry_view *view)
{
    struct strs names = entry_signers(keep, view->entry->story);
    return names_join(keep, view->site->strings, names, "name-space", SIGNERS_MAX);
}

/* That it jumps to or from the page of HALF, or, where that is not known, that it is CUT. */
static struct str turn_text(struct arena *keep, const struct entry_view *view, bool cut,
                            const struct entry *half, bool from)
{
    const struct strings *strings = view->site->strings;
    if (half)
        return strings_fill(keep, strings, from ? "turned-from" : "turned-to",
                            {"n", half->page->page->facts.number});
    return cut ? strings_get(strings, from ? "cut-start" : "cut-end") : STR_NONE;
}

static struct str cut_text(struct arena *keep, const struct entry_view *view)
{
    const struct entry *entry = view->entry;
    bool no_start = entry_lacks_start(entry), no_end = entry_lacks_end(entry);
    if (no_start && no_end)
        return strings_get(view->site->strings, "cut-both");
    struct strs said = {0};
    vec_push(keep, &said, turn_text(keep, view, no_start, entry->continued_from, true));
    vec_push(keep, &said, turn_text(keep, view, no_end, entry->continues, false));
    return strings_join(keep, view->site->strings, "list-comma", &said);
}

static struct value date_value(struct arena *scratch, const struct entry_view *view)
{
    struct when *when = ARENA_NEW(scratch, struct when);
    *when = when_of(view->site->strings, &view->entry->story->date);
    return when_value(when);
}

FIELD(entry_href, entry_view, value_string(path_story(scratch, view->entry->story)))
FIELD(entry_page_href, entry_view, value_string(path_source(scratch, view->entry->page)))
FIELD(entry_headline, entry_view, value_string(view->entry->story->headline))
FIELD(entry_set, entry_view, headline_set_value(scratch, view->entry->story->headline))
FIELD(entry_parts, entry_view, headline_parts_value(scratch, view->entry->story->headline))
FIELD(entry_derived, entry_view, value_bool(view->entry->story->headline_derived))
FIELD(entry_kicker, entry_view, value_text(view->entry->story->kicker))
FIELD(entry_standfirst_field, entry_view,
      value_text(entry_first_words(view->site->archive, scratch, view->entry)))
FIELD(entry_date, entry_view, date_value(scratch, view))
FIELD(entry_date_said, entry_view, value_bool(view->date_said))
FIELD(entry_places_field, entry_view, value_text(places_text(scratch, view)))
FIELD(entry_topics, entry_view, value_text(topics_text(scratch, view)))
FIELD(entry_people, entry_view, value_text(signers_text(scratch, view)))
FIELD(entry_photo, entry_view, value_bool(view->entry->story->kind == KIND_PHOTO))
FIELD(entry_cut, entry_view, value_text(cut_text(scratch, view)))
FIELD(entry_chars, entry_view, value_size(view->entry->chars))

/* In how many other places the same story stands, in words; empty: in none. */
static struct str printings_text(struct arena *scratch, const struct entry_view *view)
{
    const struct entries *printings = view->entry->printings;
    return printings
               ? strings_count(scratch, view->site->strings, "printings-too", printings->len - 1)
               : STR_NONE;
}

FIELD(entry_printings, entry_view, value_text(printings_text(scratch, view)))
FIELD(entry_newspaper, entry_view,
      value_text(newspaper_text(scratch, view->site, view->entry->page->page)))

static const struct value_field entry_fields[] = {
    {"href", "its file below public/", entry_href},
    {"page_href", "the file of its source page", entry_page_href},
    {"headline", "its headline, or the one that was made for it", entry_headline},
    {"set", "the headline's parts, each with text, words and spaced, for large type", entry_set},
    {"parts", "the headline's parts, each with text and spaced; nothing if it is one", entry_parts},
    {"derived", "whether the page has no headline for it", entry_derived},
    {"kicker", "its kicker, or nothing", entry_kicker},
    {"standfirst", "the first 200 characters of its text or caption", entry_standfirst_field},
    {"date", "its date, which may be not known", entry_date},
    {"date_said", "whether the heading above it says the date already", entry_date_said},
    {"places", "names of its counties; or nothing", entry_places_field},
    {"topics", "its two main topics, or nothing", entry_topics},
    {"people", "who signs, or nothing", entry_people},
    {"photo", "whether it is a picture's caption", entry_photo},
    {"cut", "that its start or end is missing or on another page, or nothing", entry_cut},
    {"chars", "how many characters it has", entry_chars},
    {"newspaper", "the newspaper that it is from, or nothing", entry_newspaper},
    {"printings", "in how many other places the same story stands, or nothing", entry_printings},
    {0},
};

const struct value_type entry_type = {.name = "item", .fields = entry_fields};

struct value view_entry(const struct entry_view *view)
{
    return value_object(&entry_type, view);
}

struct value entry_item(struct arena *scratch, const struct site *site, const struct entry *entry)
{
    struct entry_view *view = ARENA_NEW(scratch, struct entry_view);
    *view = (struct entry_view){.site = site, .entry = entry};
    return view_entry(view);
}

struct value view_entries(struct arena *scratch, const struct site *site,
                          const struct entry *const *at, size_t len, const struct when *heading)
{
    struct entry_view *views = ARENA_ARRAY(scratch, struct entry_view, len);
    for (size_t i = 0; i < len; i++)
        views[i] =
            (struct entry_view){.site = site,
                                .entry = at[i],
                                .date_said = heading && when_is_said(heading, &at[i]->story->date)};
    return value_structs(scratch, &entry_type, views, len, sizeof *views);
}
