/* SPDX-License-Identifier: MIT */
#include "site/view/view_page.h"

#include "archive/issues.h"
#include "base/file.h"
#include "base/utf8.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/newspaper.h"
#include "site/view/note.h"
#include "site/view/view_entry.h"
#include "site/view/view_issues.h"
#include "site/view/view_piece.h"
#include "site/view/view_story.h"
#include "template/html.h"

/* So many headlines describe a page. */
enum { HEADLINES_MAX = 6 };

/* A source page. */
struct page_view {
    const struct site *site;
    const struct archive_page *page;
};

/* A story of the page, or what is left over, with where it stands. */
struct place_view {
    const struct page_view *on;
    const struct entry *entry; /* NULL: what is left over */
    struct piece_views pieces;
};

struct place_views VEC_OF(struct place_view);

static struct str message(const struct page_view *view, const char *key)
{
    return strings_get(view->site->strings, key);
}

static struct str counted(struct arena *scratch, const struct page_view *view, const char *key,
                          size_t count)
{
    return strings_fill(scratch, view->site->strings, key,
                        {"n", str_format(scratch, "%zu", count)});
}

static struct value date_value(struct arena *scratch, const struct page_view *view)
{
    struct when *when = ARENA_NEW(scratch, struct when);
    *when = when_of_page(view->site, view->page);
    return when_value(when);
}

/* The page before PAGE of its issue, or the NEXT; NULL: there is none. */
static const struct archive_page *beside(const struct page_view *view, bool next)
{
    const struct archive_pages *issues = &view->site->archive->issues;
    size_t turn = view->page->turn;
    if (next ? turn + 1 == issues->len : turn == 0)
        return NULL;
    const struct archive_page *page = issues->at[next ? turn + 1 : turn - 1];
    return is_same_issue(view->page, page) ? page : NULL;
}

static bool has_number_of(const struct page_view *view, bool next)
{
    const struct archive_page *page = beside(view, next);
    return page && str_eq(page->page->facts.number, view->page->page->facts.number);
}

/* What tells the page from others: the file that it comes from, where newspaper, date and number do
   not; else empty. */
static struct str file_told(const struct page_view *view)
{
    bool told = view->page->page->facts.number.len > 0 && !has_number_of(view, false) &&
                !has_number_of(view, true);
    return told ? STR_NONE : path_base(view->page->page->path);
}

static struct str called(struct arena *scratch, const struct page_view *view)
{
    return newspaper_page(scratch, view->site, view->page->page);
}

/* 洛川报 2014年9月26日 第1版, as far as it is known. */
static struct str title(struct arena *scratch, const struct page_view *view)
{
    const struct strings *strings = view->site->strings;
    struct when when = when_of_page(view->site, view->page);
    struct str paper = view->page->page->facts.publication, file = file_told(view);
    struct str issue = when_marked(scratch, &when), page = called(scratch, view);
    if (paper.len)
        issue = strings_fill(scratch, strings, "page-issue", {"paper", paper}, {"date", issue});
    if (file.len)
        page = strings_fill(scratch, strings, "page-filed", {"page", page}, {"file", file});
    return strings_fill(scratch, strings, "page-heading", {"issue", issue}, {"page", page});
}

static struct str description(struct arena *scratch, const struct page_view *view)
{
    struct strs headlines = {0};
    for (size_t i = 0; i < view->page->entries_len && i < HEADLINES_MAX; i++)
        vec_push(scratch, &headlines, view->page->entries[i].story->headline);
    return strings_join(scratch, view->site->strings, "place-stop", &headlines);
}

static struct value crumbs_value(struct arena *scratch, const struct page_view *view)
{
    struct when when = when_of_page(view->site, view->page);
    struct links *way = crumbs_new(scratch, view->site->strings);
    links_add(scratch, way, message(view, "dates"), STR("dates/index.html"));
    links_add(scratch, way, when_marked(scratch, &when), when_path(scratch, &when));
    links_add(scratch, way, called(scratch, view), STR_NONE);
    return links_value(scratch, way);
}

static size_t last_line(const struct page *page)
{
    return page->lines.len ? page->lines.at[page->lines.len - 1].number
                           : page_line_number(page, page->front.end);
}

/* The newspaper, or which of its name and number the page does not say. */
static struct value newspaper_value(struct arena *scratch, const struct page_view *view)
{
    struct str known = newspaper_text(scratch, view->site, view->page->page);
    return value_string(known.len ? known : message(view, "page-nothing-said"));
}

/* Which of its newspaper and number the page does not say. */
static struct str not_said(const struct page_view *view)
{
    const struct page_facts *facts = &view->page->page->facts;
    if (facts->publication.len && facts->number.len)
        return STR_NONE;
    return message(view, facts->publication.len ? "page-number-not-said"
                         : facts->number.len    ? "page-paper-not-said"
                                                : "page-nothing-said");
}

static bool has_doubled(const struct page *page)
{
    for (size_t i = 0; i < page->lines.len; i++) {
        if (page->lines.at[i].doubled)
            return true;
    }
    return false;
}

/* Whether some characters of the page are written as U+FFFD. */
static bool has_forbidden(const struct page *page)
{
    struct str text = str_slice(page->text, page->front.end, page->text.len);
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (utf8_is_forbidden(c.code))
            return true;
    }
    return false;
}

static struct value notes(struct arena *scratch, const struct page_view *view)
{
    const struct archive_page *page = view->page;
    const struct {
        bool applies;
        const char *key;
    } says[] = {
        {page->pieces.len == 0, "page-empty"},
        {page->pieces.len > 0, "page-note"},
        {page->entries_len > 1 && page->entries_len <= TINTS, "page-note-tints"},
        {page->entries_len > TINTS, "page-note-tints-round"},
        {page->residue_chars > 0, "page-note-left-over"},
        {has_doubled(page->page), "page-note-doubled"},
        {has_forbidden(page->page), "page-note-controls"},
    };
    struct notes *notes = ARENA_NEW(scratch, struct notes);
    struct sentence *said = note_add(scratch, notes);
    for (size_t i = 0; i < sizeof says / sizeof *says; i++) {
        if (says[i].applies)
            sentence_say(scratch, said, view->site->strings, says[i].key, {0});
    }
    return notes_value(scratch, notes);
}

static struct value pieces(struct arena *scratch, const struct page_view *view)
{
    struct piece_views *views = ARENA_NEW(scratch, struct piece_views);
    *views = pieces_of_page(scratch, view->site, view->page);
    return pieces_value(scratch, views);
}

static struct value stories(struct arena *scratch, const struct page_view *view)
{
    struct place_views *places = ARENA_NEW(scratch, struct place_views);
    for (size_t i = 0; i < view->page->entries_len; i++) {
        const struct entry *entry = &view->page->entries[i];
        struct piece_views views = pieces_of_story(scratch, view->site, entry);
        vec_push(scratch, places, (struct place_view){view, entry, views});
    }
    return value_vec(scratch, &place_type, places);
}

static struct value left_over(struct arena *scratch, const struct page_view *view)
{
    struct place_view *place = ARENA_NEW(scratch, struct place_view);
    struct piece_views all = pieces_of_page(scratch, view->site, view->page);
    place->on = view;
    for (size_t i = 0; i < all.len; i++) {
        if (!all.at[i].piece->entry && !all.at[i].piece->front)
            vec_push(scratch, &place->pieces, all.at[i]);
    }
    return place->pieces.len ? value_object(&place_type, place) : VALUE_NONE;
}

static struct str place_text(struct arena *scratch, const struct place_view *place)
{
    return counted(scratch, place->on, place->entry ? "pieces-len" : "left-over-count",
                   place->pieces.len);
}

FIELD(place_story, place_view,
      view->entry ? entry_item(scratch, view->on->site, view->entry) : VALUE_NONE)
FIELD(place_number, place_view, view->entry ? value_size(view->entry->place + 1) : VALUE_NONE)
FIELD(place_class, place_view, value_string(entry_tint(scratch, view->entry)))
FIELD(place_count_text, place_view, value_string(place_text(scratch, view)))
FIELD(place_pieces, place_view, pieces_value(scratch, &view->pieces))
FIELD(place_strip, place_view, pieces_strip(scratch, &view->pieces))

static const struct value_field place_fields[] = {
    {"story", "the story, an item; nothing for what is left over", place_story},
    {"number", "its number on the page, from 1; or nothing", place_number},
    {"class", "for its colours: tint-1 to tint-6, or residue", place_class},
    {"count_text", "how many pieces it has, in words", place_count_text},
    {"pieces", "where it stands, in reading order", place_pieces},
    {"strip", "the same as bars on a strip that is the page", place_strip},
    {0},
};

const struct value_type place_type = {.name = "place", .fields = place_fields};

FIELD(get_slug, page_view, value_string(view->page->slug))
FIELD(get_href, page_view, value_string(path_source(scratch, view->page)))
FIELD(get_title, page_view, value_string(title(scratch, view)))
FIELD(get_description, page_view, value_text(description(scratch, view)))
FIELD(get_crumbs, page_view, crumbs_value(scratch, view))
FIELD(get_file, page_view, value_string(path_base(view->page->page->path)))
FIELD(get_source, page_view, value_string(view->page->page->path))
FIELD(get_date, page_view, date_value(scratch, view))
FIELD(get_paper, page_view, value_text(view->page->page->facts.publication))
FIELD(get_called, page_view, value_string(called(scratch, view)))
FIELD(get_file_told, page_view, value_text(file_told(view)))
FIELD(get_name, page_view, value_text(view->page->page->facts.name))
FIELD(get_not_said, page_view, value_text(not_said(view)))
FIELD(get_lines_text, page_view,
      value_string(counted(scratch, view, "lines-count", last_line(view->page->page))))
FIELD(get_chars_text, page_view,
      value_string(counted(scratch, view, "chars-count", view->page->chars)))
FIELD(get_stories_text, page_view,
      value_string(counted(scratch, view, "page-stories", view->page->entries_len)))
FIELD(get_left_over_text, page_view,
      value_string(counted(scratch, view, "page-left-over", view->page->residue_chars)))
FIELD(get_list_text, page_view,
      value_string(counted(scratch, view, "page-list-count", view->page->entries_len)))

/* 第 3 版, or the page's file. */
static struct str page_called(struct arena *scratch, const struct page_view *view,
                              const struct archive_page *page)
{
    struct str number = page->page->facts.number;
    return number.len ? strings_fill(scratch, view->site->strings, "page-number", {"n", number})
                      : path_base(page->page->path);
}

static struct value neighbour(struct arena *scratch, const struct page_view *view, bool next)
{
    const struct archive_page *page = beside(view, next);
    if (!page)
        return VALUE_NONE;
    struct link *link = ARENA_NEW(scratch, struct link);
    *link =
        (struct link){.text = page_called(scratch, view, page), .href = path_source(scratch, page)};
    return value_object(&link_type, link);
}

FIELD(get_previous, page_view, neighbour(scratch, view, false))
FIELD(get_next, page_view, neighbour(scratch, view, true))
FIELD(get_issue_href, page_view, value_string(issues_href(scratch, view->site, view->page)))
FIELD(get_newspaper, page_view, newspaper_value(scratch, view))
FIELD(get_notes, page_view, notes(scratch, view))
FIELD(get_pieces, page_view, pieces(scratch, view))
FIELD(get_stories, page_view, stories(scratch, view))
FIELD(get_left_over, page_view, left_over(scratch, view))

static const struct value_field fields[] = {
    {"slug", "a short name for it, part of its stories' ids", get_slug},
    {"href", "its file below public/", get_href},
    {"title", "its newspaper, date and number, as far as they are known", get_title},
    {"description", "headlines of its first stories; or nothing", get_description},
    {"crumbs", "the way to it by date", get_crumbs},
    {"file", "the name of the text file it comes from", get_file},
    {"source", "the path of that file, with content/", get_source},
    {"paper", "the newspaper, or nothing", get_paper},
    {"date", "its date, which may be not known", get_date},
    {"called", "its number in words, or that it is a page", get_called},
    {"file_told", "the file, where these do not tell it from other pages; or nothing",
     get_file_told},
    {"name", "the page's name (版名), or nothing", get_name},
    {"not_said", "which of newspaper and number the page does not say; or nothing", get_not_said},
    {"lines_text", "how many lines the file has, in words", get_lines_text},
    {"chars_text", "how many characters it has, in words", get_chars_text},
    {"stories_text", "how many stories it was split into, in words", get_stories_text},
    {"left_over_text", "how many characters were left over, in words", get_left_over_text},
    {"list_text", "how many stories it has, in words, as a heading", get_list_text},
    {"newspaper", "the newspaper, number and name, or that the page does not say them",
     get_newspaper},
    {"previous", "the page before it of the same issue, a link, or nothing", get_previous},
    {"next", "the page after it of the same issue, a link, or nothing", get_next},
    {"issue_href", "where the pages of its issue are listed", get_issue_href},
    {"notes", "how it is to be read, a list of notes", get_notes},
    {"pieces", "its text in pieces, in its own order", get_pieces},
    {"stories", "its stories, each with where it stands", get_stories},
    {"left_over", "what belongs to no story, and where it stands; or nothing", get_left_over},
    {0},
};

const struct value_type page_type = {.name = "page", .fields = fields};

struct value page_subject(struct arena *scratch, const struct view *view)
{
    struct page_view *page = ARENA_NEW(scratch, struct page_view);
    *page = (struct page_view){view->site, view->output->subject};
    return value_object(&page_type, page);
}
