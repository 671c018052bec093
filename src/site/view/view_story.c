/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "enrich/region.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/headline.h"
#include "site/view/link.h"
#include "site/view/newspaper.h"
#include "site/view/sentence.h"
#include "site/view/view_entry.h"
#include "site/view/view_piece.h"

/* What search engines show of a page. */
enum { DESCRIPTION_CHARS = 90 };

static struct str message(const struct story_view *view, const char *key)
{
    return strings_get(view->site->strings, key);
}

static const struct story *story_in(const struct story_view *view)
{
    return view->entry->story;
}

static const struct page *page_in(const struct story_view *view)
{
    return view->entry->page->page;
}

/* A supplied headline keeps its brackets where nothing else marks it. */
static struct str title(struct arena *scratch, const struct story_view *view)
{
    const struct story *story = story_in(view);
    if (!story->headline_derived)
        return story->headline;
    return strings_fill(scratch, view->site->strings, "bracketed", {"text", story->headline});
}

static struct value date_value(struct arena *scratch, const struct story_view *view)
{
    struct when *when = ARENA_NEW(scratch, struct when);
    *when = when_of(view->site->strings, &story_in(view)->date);
    return when_value(when);
}

/* By way of its place; or, where none is known, of its date. */
static struct value crumbs_value(struct arena *scratch, const struct story_view *view)
{
    const struct story *story = story_in(view);
    struct links *way = crumbs_new(scratch, view->site->strings);
    if (story->counties.len) {
        const struct county *county = story->counties.at[0].county;
        crumbs_add_places(scratch, way, county->prefecture);
        links_add(scratch, way, county->name, path_county(scratch, county));
    } else if (story->regions.len) {
        const struct story_region *region = &story->regions.at[0];
        if (region->prefecture)
            crumbs_add_places(scratch, way, region->prefecture);
        else
            links_add(scratch, way, region->province->name,
                      path_region(scratch, region->province->code));
    } else {
        struct when when = when_of(view->site->strings, &story->date);
        links_add(scratch, way, message(view, "dates"), STR("dates/index.html"));
        links_add(scratch, way, when_marked(scratch, &when),
                  path_date(scratch, when.date, when.precision));
    }
    return links_value(scratch, way);
}

static struct value counties_value(struct arena *scratch, const struct story_view *view)
{
    const struct story_counties *counties = &story_in(view)->counties;
    struct links *links = ARENA_NEW(scratch, struct links);
    for (size_t i = 0; i < counties->len; i++)
        links_add(scratch, links, counties->at[i].county->name,
                  path_county(scratch, counties->at[i].county));
    const struct story_regions *regions = &story_in(view)->regions;
    for (size_t i = 0; i < regions->len; i++)
        links_add(scratch, links, region_name(&regions->at[i]),
                  path_region(scratch, region_code(&regions->at[i])));
    return links_value(scratch, links);
}

/* Concepts of the IPTC Media Topics, before their codes. */
#define MEDIA_TOPICS "http://cv.iptc.org/newscodes/mediatopic/"

/* Its topics as such concepts. */
static struct value subjects_value(struct arena *scratch, const struct story_view *view)
{
    const struct story_topics *topics = &story_in(view)->topics;
    struct strs *subjects = ARENA_NEW(scratch, struct strs);
    for (size_t i = 0; i < topics->len; i++) {
        struct str code = topics->at[i].topic->iptc;
        if (code.len)
            vec_push(scratch, subjects, str_format(scratch, MEDIA_TOPICS "%.*s", STR_FMT(code)));
    }
    return value_strs(scratch, subjects);
}

static struct value topics_value(struct arena *scratch, const struct story_view *view)
{
    const struct story_topics *topics = &story_in(view)->topics;
    struct links *links = ARENA_NEW(scratch, struct links);
    for (size_t i = 0; i < topics->len; i++)
        links_add(scratch, links, topics->at[i].topic->label,
                  path_topic(scratch, topics->at[i].topic));
    return links_value(scratch, links);
}

static struct value chars_text(struct arena *scratch, const struct story_view *view)
{
    return value_string(strings_fill(scratch, view->site->strings, "chars-count",
                                     {"n", str_format(scratch, "%zu", view->entry->chars)}));
}

static struct value pieces_list(struct arena *scratch, const struct story_view *view)
{
    struct piece_views *pieces = ARENA_NEW(scratch, struct piece_views);
    *pieces = pieces_of_story(scratch, view->site, view->entry);
    return pieces_value(scratch, pieces);
}

static struct value strip(struct arena *scratch, const struct story_view *view)
{
    struct piece_views pieces = pieces_of_story(scratch, view->site, view->entry);
    return pieces_strip(scratch, &pieces);
}

static struct value pieces_text(struct arena *scratch, const struct story_view *view)
{
    size_t len = view->entry->pieces_len;
    if (len < 2)
        return value_string(message(view, "one-piece"));
    return value_string(strings_fill(scratch, view->site->strings, "pieces-count",
                                     {"n", str_format(scratch, "%zu", len)}));
}

struct str story_on_page(struct arena *scratch, const struct story_view *view)
{
    const struct entry *entry = view->entry;
    return entry->first ? path_piece(scratch, entry->page, entry->first->number)
                        : path_source(scratch, entry->page);
}

static struct value neighbour(struct arena *scratch, const struct story_view *view, bool next)
{
    const struct entry *entry = view->entry;
    bool there = next ? entry->place + 1 < entry->page->entries_len : entry->place > 0;
    return there ? entry_item(scratch, view->site, next ? entry + 1 : entry - 1) : VALUE_NONE;
}

static struct value related(struct arena *scratch, const struct story_view *view)
{
    const struct entries *found = &view->entry->related;
    return found->len ? view_entries(scratch, view->site, found->at, found->len, NULL) : VALUE_NONE;
}

enum { PRINTINGS_MOST = 12 };

struct entries story_printings(struct arena *keep, const struct entry *entry)
{
    const struct entries *all = entry->printings;
    struct entries others = {0};
    size_t at = all ? entries_find(all, entry) : 0;
    for (size_t by = 1; all && by < all->len && others.len < PRINTINGS_MOST; by++) {
        if (by <= at)
            vec_push(keep, &others, all->at[at - by]);
        if (at + by < all->len && others.len < PRINTINGS_MOST)
            vec_push(keep, &others, all->at[at + by]);
    }
    return others;
}

static struct value printings(struct arena *scratch, const struct story_view *view)
{
    struct entries others = story_printings(scratch, view->entry);
    return others.len ? view_entries(scratch, view->site, others.at, others.len, NULL) : VALUE_NONE;
}

/* How many there are in all, in words, if not all are named. */
static struct value printings_text(struct arena *scratch, const struct story_view *view)
{
    size_t len = view->entry->printings ? view->entry->printings->len - 1 : 0;
    return len > PRINTINGS_MOST
               ? value_string(strings_count(scratch, view->site->strings, "printings-most", len))
               : VALUE_NONE;
}

static struct value half(struct arena *scratch, const struct story_view *view,
                         const struct entry *other)
{
    return other ? entry_item(scratch, view->site, other) : VALUE_NONE;
}

static struct value half_text(struct arena *scratch, const struct story_view *view,
                              const struct entry *other, const char *key)
{
    if (!other)
        return VALUE_NONE;
    struct str number = other->page->page->facts.number;
    return value_string(strings_fill(scratch, view->site->strings, key, {"n", number}));
}

FIELD(get_id, story_view, value_string(story_in(view)->id))
FIELD(get_href, story_view, value_string(path_story(scratch, story_in(view))))
FIELD(get_title, story_view, value_string(title(scratch, view)))
FIELD(get_description, story_view,
      value_text(entry_standfirst(scratch, view->site->archive, view->entry, DESCRIPTION_CHARS)))
FIELD(get_crumbs, story_view, crumbs_value(scratch, view))
FIELD(get_headline, story_view, value_string(story_in(view)->headline))
FIELD(get_set, story_view, headline_set_value(scratch, story_in(view)->headline))
FIELD(get_parts, story_view, headline_parts_value(scratch, story_in(view)->headline))
FIELD(get_derived, story_view, value_bool(story_in(view)->headline_derived))
FIELD(get_kicker, story_view, value_text(story_in(view)->kicker))
FIELD(get_subtitle, story_view, value_text(story_in(view)->subtitle))
FIELD(get_photo, story_view, value_bool(story_in(view)->kind == KIND_PHOTO))
FIELD(get_bylines, story_view, bylines_value(scratch, view->site, story_in(view)))
FIELD(get_date, story_view, date_value(scratch, view))
FIELD(get_subjects, story_view, subjects_value(scratch, view))
FIELD(get_metas, story_view, story_metas(scratch, view, title(scratch, view)))
FIELD(get_json_ld, story_view, story_json_ld(scratch, view, title(scratch, view)))
FIELD(get_counties, story_view, counties_value(scratch, view))
FIELD(get_topics, story_view, topics_value(scratch, view))
FIELD(get_places, story_view, places_value(scratch, view->site->strings, story_in(view)))
FIELD(get_newspaper, story_view, value_text(newspaper_text(scratch, view->site, page_in(view))))
FIELD(get_publisher, story_view, value_text(page_in(view)->facts.publisher))
FIELD(get_paper_href, story_view, value_text(newspaper_href(scratch, page_in(view))))
FIELD(get_serial, story_view, value_text(newspaper_serial(scratch, page_in(view))))
FIELD(get_language, story_view, value_text(story_in(view)->page->facts.language))
FIELD(get_rights, story_view, value_text(newspaper_rights(view->site, page_in(view))))
FIELD(get_chars, story_view, value_size(view->entry->chars))
FIELD(get_chars_text, story_view, chars_text(scratch, view))
FIELD(get_notes, story_view, story_notes(scratch, view))
FIELD(get_body, story_view, body_value(scratch, story_in(view)))
FIELD(get_cut_start, story_view, value_bool(entry_lacks_start(view->entry)))
FIELD(get_cut_end, story_view, value_bool(entry_lacks_end(view->entry)))
FIELD(get_continued_from, story_view, half(scratch, view, view->entry->continued_from))
FIELD(get_continued_from_text, story_view,
      half_text(scratch, view, view->entry->continued_from, "half-before"))
FIELD(get_continues, story_view, half(scratch, view, view->entry->continues))
FIELD(get_continues_text, story_view,
      half_text(scratch, view, view->entry->continues, "half-after"))
FIELD(get_pieces, story_view, pieces_list(scratch, view))
FIELD(get_pieces_text, story_view, pieces_text(scratch, view))
FIELD(get_strip, story_view, strip(scratch, view))
FIELD(get_page_href, story_view, value_string(path_source(scratch, view->entry->page)))
FIELD(get_on_page, story_view, value_string(story_on_page(scratch, view)))
FIELD(get_evidence, story_view, story_evidence(scratch, view))
FIELD(get_citations, story_view, story_citations(scratch, view))
FIELD(get_previous, story_view, neighbour(scratch, view, false))
FIELD(get_next, story_view, neighbour(scratch, view, true))
FIELD(get_printings, story_view, printings(scratch, view))
FIELD(get_printings_text, story_view, printings_text(scratch, view))
FIELD(get_related, story_view, related(scratch, view))

static const struct value_field fields[] = {
    {"id", "its id, which stays", get_id},
    {"href", "its file below public/", get_href},
    {"title", "its headline, in brackets where it was made for it", get_title},
    {"description", "the first 90 characters of its text", get_description},
    {"crumbs", "the way to it by place, or by date where it has no place", get_crumbs},
    {"headline", "its headline, or the one that was made for it", get_headline},
    {"set", "the headline's parts, each with text, words and spaced, for large type", get_set},
    {"parts", "the headline's parts, each with text and spaced; nothing if it is one", get_parts},
    {"derived", "whether the page has no headline for it", get_derived},
    {"kicker", "its kicker, or nothing", get_kicker},
    {"subtitle", "its subtitle, or nothing", get_subtitle},
    {"photo", "whether it is a picture's caption", get_photo},
    {"bylines", "who signs, in groups of one role; nothing if nobody does", get_bylines},
    {"date", "its date, which may be not known", get_date},
    {"subjects", "its topics as IPTC Media Topics, a list of URIs", get_subjects},
    {"metas", "what it is, for machines: Dublin Core and OpenGraph, a list of meta", get_metas},
    {"json_ld", "the same as a script with schema.org's NewsArticle, HTML", get_json_ld},
    {"counties", "links to its counties, and to what it is about as a whole", get_counties},
    {"topics", "links to its topics, the main one first", get_topics},
    {"places",
     "its counties, prefectures and provinces, and names left open, a list of runs; or nothing",
     get_places},
    {"newspaper", "the newspaper, number and name of its page, as far as known; or nothing",
     get_newspaper},
    {"paper_href", "where the newspaper's stories are listed, or nothing", get_paper_href},
    {"publisher", "who publishes the newspaper, or nothing", get_publisher},
    {"serial", "the newspaper's numbers, CN and ISSN, or nothing", get_serial},
    {"language", "of its text where it is not the site's, a BCP 47 tag; or nothing", get_language},
    {"rights", "whose it is, or nothing", get_rights},
    {"chars", "how many characters it has", get_chars},
    {"chars_text", "the same in words", get_chars_text},
    {"notes", "what the archive has to say of it, a list of notes; or nothing", get_notes},
    {"body", "its text, a list of blocks", get_body},
    {"cut_start", "whether its beginning is missing", get_cut_start},
    {"cut_end", "whether its end is missing", get_cut_end},
    {"continued_from", "the story on another page that it continues, an item; or nothing",
     get_continued_from},
    {"continued_from_text", "the same in words, with the number of that page; or nothing",
     get_continued_from_text},
    {"continues", "the story on another page that continues it, an item; or nothing",
     get_continues},
    {"continues_text", "the same in words, with the number of that page; or nothing",
     get_continues_text},
    {"pieces", "where it stands on its page, in reading order", get_pieces},
    {"pieces_text", "how many these are, in words", get_pieces_text},
    {"strip", "the same as bars on a strip that is the page", get_strip},
    {"page_href", "the file of its source page", get_page_href},
    {"on_page", "where on that page it begins", get_on_page},
    {"evidence", "what its counties, topics and date were found by; or nothing", get_evidence},
    {"citations", "how it is cited, in several formats", get_citations},
    {"previous", "the story before it on its page, an item; or nothing", get_previous},
    {"next", "the story after it on its page, an item; or nothing", get_next},
    {"printings",
     "where the same story stands elsewhere in the archive, a list of entries; or nothing",
     get_printings},
    {"printings_text", "how many these are in all, in words, if not all are named; or nothing",
     get_printings_text},
    {"related", "stories of the same counties, topics and words near it in time, a list of entries",
     get_related},
    {0},
};

const struct value_type story_type = {.name = "story", .fields = fields};

struct value story_subject(struct arena *scratch, const struct view *view)
{
    struct story_view *story = ARENA_NEW(scratch, struct story_view);
    *story = (struct story_view){view->site, view->output->subject};
    return value_object(&story_type, story);
}
