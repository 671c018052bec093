/* SPDX-License-Identifier: MIT */
#include "site/view/view_piece.h"

#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/strip.h"
#include "site/view/view_entry.h"

/* What the roles of a piece are called together; a credit is one more 署名. */
static const struct {
    unsigned roles;
    const char *key;
} role_keys[] = {
    {1u << ROLE_KICKER, "role-kicker"},
    {1u << ROLE_HEADLINE, "role-headline"},
    {1u << ROLE_SUBTITLE, "role-subtitle"},
    {1u << ROLE_BYLINE | 1u << ROLE_CREDIT, "role-byline"},
    {1u << ROLE_DATELINE, "role-dateline"},
    {1u << ROLE_PARAGRAPH, "role-paragraph"},
    {1u << ROLE_SUBHEAD, "role-subhead"},
    {1u << ROLE_CAPTION, "role-caption"},
    {1u << ROLE_NOTICE, "role-notice"},
    {1u << ROLE_PLACEHOLDER, "role-placeholder"},
    {1u << ROLE_FURNITURE, "role-furniture"},
};

static struct str roles_text(struct arena *scratch, const struct piece_view *view)
{
    const struct strings *strings = view->site->strings;
    struct strs names = {0};
    for (size_t i = 0; i < sizeof role_keys / sizeof *role_keys; i++) {
        if (view->piece->roles & role_keys[i].roles)
            vec_push(scratch, &names, strings_get(strings, role_keys[i].key));
    }
    return strings_join(scratch, strings, "list-comma", &names);
}

struct str entry_tint(struct arena *scratch, const struct entry *entry)
{
    return entry ? str_format(scratch, "tint-%zu", entry->place % TINTS + 1) : STR("residue");
}

/* 第 5–36 行. */
static struct str where_text(struct arena *keep, const struct strings *strings,
                             const struct piece *piece)
{
    struct str first = number_text(keep, piece->first_line);
    if (piece->first_line == piece->last_line)
        return strings_fill(keep, strings, "line", {"n", first});
    return strings_fill(keep, strings, "lines", {"first", first},
                        {"last", number_text(keep, piece->last_line)});
}

static struct piece_view view_of_piece(const struct site *site, const struct archive_page *page,
                                       const struct piece *piece)
{
    const struct piece *at = page->pieces.at;
    size_t i = piece->number - 1;
    return (struct piece_view){
        .site = site,
        .page = page,
        .piece = piece,
        .before = i > 0 ? &at[i - 1] : NULL,
        .after = i + 1 < page->pieces.len ? &at[i + 1] : NULL,
    };
}

struct piece_views pieces_of_story(struct arena *scratch, const struct site *site,
                                   const struct entry *entry)
{
    struct piece_views views = {0};
    for (const struct piece *piece = entry->first; piece; piece = piece->next)
        vec_push(scratch, &views, view_of_piece(site, entry->page, piece));
    return views;
}

struct piece_views pieces_of_page(struct arena *scratch, const struct site *site,
                                  const struct archive_page *page)
{
    struct piece_views views = {0};
    for (size_t i = 0; i < page->pieces.len; i++)
        vec_push(scratch, &views, view_of_piece(site, page, &page->pieces.at[i]));
    return views;
}

static struct value story_number(const struct piece *piece)
{
    return piece->entry ? value_size(piece->entry->place + 1) : VALUE_NONE;
}

static struct value story_of(struct arena *scratch, const struct piece_view *view)
{
    return view->piece->entry ? entry_item(scratch, view->site, view->piece->entry) : VALUE_NONE;
}

static struct value turn_text(struct arena *scratch, const struct piece_view *view)
{
    const struct entry *entry = view->piece->entry;
    if (!entry || entry->pieces_len < 2)
        return VALUE_NONE;
    return value_string(strings_fill(scratch, view->site->strings, "turn-of",
                                     {"n", number_text(scratch, view->piece->turn)},
                                     {"all", number_text(scratch, entry->pieces_len)}));
}

static struct value neighbour(struct arena *scratch, const struct piece_view *view,
                              const struct piece *piece)
{
    if (!piece)
        return VALUE_NONE;
    struct piece_view *other = ARENA_NEW(scratch, struct piece_view);
    *other = view_of_piece(view->site, view->page, piece);
    return value_object(&piece_type, other);
}

static struct str line_said(struct arena *scratch, const struct piece_view *view, const char *key,
                            uint32_t line)
{
    const struct strings *strings = view->site->strings;
    struct str said = strings_fill(scratch, strings, "line", {"n", number_text(scratch, line)});
    return strings_fill(scratch, strings, key, {"line", said});
}

static struct value continued_from(struct arena *scratch, const struct piece_view *view)
{
    const struct piece *before = view->piece->previous;
    return before ? value_string(line_said(scratch, view, "continued-from", before->last_line))
                  : VALUE_NONE;
}

static struct value continued_at(struct arena *scratch, const struct piece_view *view)
{
    const struct piece *next = view->piece->next;
    return next ? value_string(line_said(scratch, view, "continued-at", next->first_line))
                : VALUE_NONE;
}

FIELD(piece_number, piece_view, value_size(view->piece->number))
FIELD(piece_anchor, piece_view, value_string(str_format(scratch, "p%zu", view->piece->number)))
FIELD(piece_href, piece_view, value_string(path_piece(scratch, view->page, view->piece->number)))
FIELD(piece_front, piece_view, value_bool(view->piece->front))
FIELD(piece_story, piece_view, story_of(scratch, view))
FIELD(piece_story_number, piece_view, story_number(view->piece))
FIELD(piece_class, piece_view,
      value_string(view->piece->front ? STR("front") : entry_tint(scratch, view->piece->entry)))
FIELD(piece_left_over, piece_view, value_bool(!view->piece->entry && !view->piece->front))
FIELD(piece_turn, piece_view, value_size(view->piece->turn))
FIELD(piece_turn_text, piece_view, turn_text(scratch, view))
FIELD(piece_roles, piece_view, value_text(roles_text(scratch, view)))
FIELD(piece_where, piece_view, value_string(where_text(scratch, view->site->strings, view->piece)))
FIELD(piece_lines_list, piece_view, lines_value(scratch, view))
FIELD(piece_previous, piece_view, neighbour(scratch, view, view->piece->previous))
FIELD(piece_next, piece_view, neighbour(scratch, view, view->piece->next))
FIELD(piece_continued_from, piece_view, continued_from(scratch, view))
FIELD(piece_continued_at, piece_view, continued_at(scratch, view))

static const struct value_field piece_fields[] = {
    {"number", "its number on the page, from 1", piece_number},
    {"anchor", "its id on the source page: p1", piece_anchor},
    {"href", "its place on the source page, below public/", piece_href},
    {"story", "the story that it belongs to, an item; nothing for what is left over", piece_story},
    {"story_number", "that story's number on the page, from 1; or nothing", piece_story_number},
    {"class", "for its colours: tint-1 to tint-6, residue or front", piece_class},
    {"front", "whether it is the file's front matter", piece_front},
    {"left_over", "whether it belongs to nothing", piece_left_over},
    {"turn", "its place in the reading order of its story, from 1; 0 if left over", piece_turn},
    {"turn_text", "the same in words; nothing where the story has one piece", piece_turn_text},
    {"roles", "what it holds, in words: headline, text …; or nothing", piece_roles},
    {"where", "its lines in words", piece_where},
    {"lines", "its lines that are not blank, as they came", piece_lines_list},
    {"previous", "the piece that it continues, or nothing", piece_previous},
    {"next", "the piece that continues it, or nothing", piece_next},
    {"continued_from", "the last line of the piece before it, in words; or nothing",
     piece_continued_from},
    {"continued_at", "the first line of the piece after it, in words; or nothing",
     piece_continued_at},
    {0},
};

const struct value_type piece_type = {.name = "piece", .fields = piece_fields};

struct value pieces_value(struct arena *scratch, const struct piece_views *pieces)
{
    return value_vec(scratch, &piece_type, pieces);
}

struct value pieces_strip(struct arena *scratch, const struct piece_views *pieces)
{
    struct strip_bars *bars = ARENA_NEW(scratch, struct strip_bars);
    for (size_t i = 0; i < pieces->len; i++)
        strip_add(scratch, bars, pieces->at[i].page, pieces->at[i].piece);
    return strip_value(scratch, bars);
}
