/* SPDX-License-Identifier: MIT */
#include "site/editorial/markdown.h"
#include "archive/ids.h"
#include "base/bidi.h"
#include "base/map.h"
#include "base/utf8.h"
#include "site/editorial/url.h"
#include "template/html.h"

#include <cmark.h>
#include <stdlib.h>

enum { TOP_LEVEL = 2, LOWEST_LEVEL = 6, ID_MAX_BYTES = 48 };

struct nodes VEC_OF(cmark_node *);

/* All nodes of TYPE, in the order of the text: a list, so that they can be changed. */
static struct nodes find_nodes(struct arena *keep, cmark_node *root, cmark_node_type type)
{
    struct nodes found = {0};
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == type)
            vec_push(keep, &found, node);
    }
    cmark_iter_free(iter);
    return found;
}

/* The words of a node and all below it. */
static struct str words_of(struct arena *keep, cmark_node *root)
{
    struct buf words = {0};
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buf_str(&words, str_of(cmark_node_get_literal(node)));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buf_byte(&words, ' ');
    }
    cmark_iter_free(iter);
    struct str kept = str_dup(keep, utf8_trim(buf_view(&words)));
    buf_clear(&words);
    return kept;
}

static struct place place_of(const struct markdown *markdown, cmark_node *node)
{
    uint32_t line = (uint32_t)cmark_node_get_start_line(node);
    return (struct place){.file = markdown->file, .line = markdown->line + line};
}

/* Puts a new node of TYPE in the place of NODE, with its children, and frees NODE. */
static cmark_node *replace_node(cmark_node *node, cmark_node_type type)
{
    cmark_node *other = cmark_node_new(type);
    if (!cmark_node_replace(node, other))
        die("cannot put a %s into HTML", cmark_node_get_type_string(other));
    for (cmark_node *child; (child = cmark_node_first_child(node));)
        cmark_node_append_child(other, child);
    cmark_node_free(node);
    return other;
}

static bool is_wide(uint32_t code)
{
    return utf8_is_han(code) || (code >= 0x3000 && code <= 0x303f) ||
           (code >= 0xff00 && code <= 0xffef) || (code >= 0x2014 && code <= 0x2026);
}

/* Whether the character at the LAST or first edge of a node is wide. */
static bool edge_is_wide(cmark_node *node, bool last)
{
    for (cmark_node *inner = node; inner;) {
        node = inner;
        inner = last ? cmark_node_last_child(node) : cmark_node_first_child(node);
    }
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_TEXT && type != CMARK_NODE_CODE)
        return false;
    struct str words = utf8_trim(str_of(cmark_node_get_literal(node)));
    return is_wide(last ? utf8_last(words).code : utf8_first(words).code);
}

/* Browsers show a line break as a blank, which has no place between Han characters. */
static void join_lines(struct arena *keep, cmark_node *root)
{
    struct nodes breaks = find_nodes(keep, root, CMARK_NODE_SOFTBREAK);
    for (size_t i = 0; i < breaks.len; i++) {
        cmark_node *before = cmark_node_previous(breaks.at[i]);
        cmark_node *after = cmark_node_next(breaks.at[i]);
        if (before && after && edge_is_wide(before, true) && edge_is_wide(after, false)) {
            cmark_node_unlink(breaks.at[i]);
            cmark_node_free(breaks.at[i]);
        }
    }
}

static void show_html_as(struct arena *keep, cmark_node *root, cmark_node_type html,
                         cmark_node_type shown, const struct markdown *markdown, size_t *count)
{
    struct nodes found = find_nodes(keep, root, html);
    for (size_t i = 0; i < found.len; i++) {
        const char *literal = str_c(keep, str_of(cmark_node_get_literal(found.at[i])));
        if ((*count)++ == 0)
            diag_add(markdown->diags, D_RAW_HTML, place_of(markdown, found.at[i]),
                     "raw HTML in Markdown");
        cmark_node_set_literal(replace_node(found.at[i], shown), literal);
    }
}

/* Only the first is told. */
static void show_html(struct arena *keep, cmark_node *root, const struct markdown *markdown)
{
    size_t count = 0;
    show_html_as(keep, root, CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK, markdown, &count);
    show_html_as(keep, root, CMARK_NODE_HTML_INLINE, CMARK_NODE_TEXT, markdown, &count);
}

struct str markdown_page(struct arena *keep, const struct reference *reference, struct str path)
{
    struct str stem = str_slice(path, 0, path.len - STR(".md").len);
    struct str slug = page_slug(keep, reference, stem);
    return str_format(keep, "%.*s.html", STR_FMT(slug));
}

/* The address of the page that a file NAME.md beside this one becomes; others as they are. */
static struct str page_url(struct arena *keep, const struct reference *reference, struct str text)
{
    struct url url = url_parse(text);
    struct str path = url_decode(keep, url.path);
    if (str_starts(path, STR("./")))
        path = str_slice(path, 2, path.len);
    if (!str_ends(path, STR(".md")) || str_has(path, STR("/")))
        return text;
    struct str rest = str_slice(text, (size_t)(url.path.ptr - text.ptr) + url.path.len, text.len);
    struct str page = markdown_page(keep, reference, path);
    return str_format(keep, "%.*s%.*s", STR_FMT(page), STR_FMT(rest));
}

static void mend_link(struct arena *keep, cmark_node *node, const struct markdown *markdown)
{
    struct str text = str_of(cmark_node_get_url(node));
    switch (url_parse(text).kind) {
    case URL_HERE:
    case URL_WEB:
    case URL_MAIL:
        break;
    case URL_RELATIVE:
        text = page_url(keep, markdown->reference, text);
        cmark_node_set_url(node, str_c(keep, text));
        break;
    case URL_ROOTED:
    case URL_OTHER:
        diag_add(markdown->diags, D_UNSAFE_URL, place_of(markdown, node),
                 "link to %.*s: only relative, http, https and mailto links are published",
                 STR_FMT(text));
        cmark_node_set_url(node, "#");
        break;
    }
}

/* Closes what nodes of TYPE hold, which GET and SET read and write (base/bidi.h). */
static void close_nodes(struct arena *keep, cmark_node *root, cmark_node_type type,
                        const char *(*get)(cmark_node *), int (*set)(cmark_node *, const char *))
{
    struct nodes nodes = find_nodes(keep, root, type);
    for (size_t i = 0; i < nodes.len; i++) {
        struct str text = str_of(get(nodes.at[i])), closed = bidi_closed(keep, text);
        if (closed.ptr != text.ptr)
            set(nodes.at[i], str_c(keep, closed));
    }
}

/* A text turns the writing of nothing but itself. */
static void close_texts(struct arena *keep, cmark_node *root)
{
    static const cmark_node_type texts[] = {CMARK_NODE_TEXT, CMARK_NODE_CODE,
                                            CMARK_NODE_CODE_BLOCK};
    static const cmark_node_type titled[] = {CMARK_NODE_LINK, CMARK_NODE_IMAGE};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        close_nodes(keep, root, texts[i], cmark_node_get_literal, cmark_node_set_literal);
    for (size_t i = 0; i < sizeof titled / sizeof *titled; i++)
        close_nodes(keep, root, titled[i], cmark_node_get_title, cmark_node_set_title);
}

static bool is_in_link(cmark_node *node)
{
    while (node && cmark_node_get_type(node) != CMARK_NODE_LINK)
        node = cmark_node_parent(node);
    return node != NULL;
}

/* A picture from elsewhere becomes a link around what stands in for it, unless it is in one. */
static void mend_image(struct arena *keep, cmark_node *node, const struct markdown *markdown)
{
    const char *url = str_c(keep, str_of(cmark_node_get_url(node)));
    if (url_parse(str_of(url)).kind == URL_RELATIVE)
        return;
    diag_add(markdown->diags, D_REMOTE_IMAGE, place_of(markdown, node),
             "picture from %s: only relative ones are published", url);
    if (is_in_link(node))
        replace_node(node, CMARK_NODE_CUSTOM_INLINE);
    else
        cmark_node_set_url(replace_node(node, CMARK_NODE_LINK), url);
}

static void mend_links(struct arena *keep, cmark_node *root, const struct markdown *markdown)
{
    struct nodes images = find_nodes(keep, root, CMARK_NODE_IMAGE);
    for (size_t i = 0; i < images.len; i++)
        mend_image(keep, images.at[i], markdown);
    struct nodes links = find_nodes(keep, root, CMARK_NODE_LINK);
    for (size_t i = 0; i < links.len; i++)
        mend_link(keep, links.at[i], markdown);
}

static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
            c != '-' && c != '_')
            return false;
    }
    return id.len > 0;
}

/* Cuts "{#id}" and the blanks before it off the end of a heading's WORDS; empty: it has none. */
static struct str cut_id(struct str *words)
{
    struct str text = str_trim_ascii(*words);
    size_t open = str_find(text, STR("{#"), 0);
    if (open == SIZE_MAX || !str_ends(text, STR("}")))
        return STR_NONE;
    struct str id = str_slice(text, open + 2, text.len - 1);
    if (!is_id(id))
        return STR_NONE;
    *words = utf8_trim(str_slice(text, 0, open));
    return id;
}

static struct str take_id(struct arena *keep, cmark_node *heading)
{
    cmark_node *last = cmark_node_last_child(heading);
    if (!last || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return STR_NONE;
    struct str words = str_dup(keep, str_of(cmark_node_get_literal(last)));
    struct str id = cut_id(&words);
    if (id.len)
        cmark_node_set_literal(last, str_c(keep, words));
    return id;
}

/* Notes that ID is used; returns the number that the last of its like has, or NULL: it was not. */
static unsigned *use_id(struct arena *keep, struct map *used, struct str id)
{
    void **slot = map_at(keep, used, id);
    unsigned *last = *slot;
    if (last)
        return last;
    *slot = last = ARENA_NEW(keep, unsigned);
    *last = 1;
    return NULL;
}

/* ID, or with a number after it if it was USED. */
static struct str unique_id(struct arena *keep, struct map *used, struct str id)
{
    struct str unique = id;
    unsigned *number = use_id(keep, used, id);
    for (bool taken = number; taken; taken = use_id(keep, used, unique))
        unique = str_format(keep, "%.*s-%u", STR_FMT(id), ++*number);
    return unique;
}

static struct str id_of_words(struct arena *keep, const struct reference *reference,
                              struct str words)
{
    struct str slug = text_slug(keep, reference, words);
    struct str id = str_slice(slug, 0, ID_MAX_BYTES);
    while (id.len && id.ptr[id.len - 1] == '-')
        id.len--;
    return id.len ? id : STR("section");
}

static int top_level(const struct nodes *headings)
{
    int top = LOWEST_LEVEL;
    for (size_t i = 0; i < headings->len; i++) {
        int level = cmark_node_get_heading_level(headings->at[i]);
        top = level < top ? level : top;
    }
    return top;
}

/* cmark writes headings without ids: they become nodes that bring their tags along. */
static void name_headings(struct arena *keep, cmark_node *root, const struct reference *reference)
{
    struct map used = {0};
    use_id(keep, &used, STR("main")); /* the page's own */
    struct nodes headings = find_nodes(keep, root, CMARK_NODE_HEADING);
    int down = TOP_LEVEL - top_level(&headings);
    for (size_t i = 0; i < headings.len; i++) {
        int level = cmark_node_get_heading_level(headings.at[i]) + down;
        level = level > LOWEST_LEVEL ? LOWEST_LEVEL : level;
        struct str id = take_id(keep, headings.at[i]);
        if (!id.len)
            id = id_of_words(keep, reference, words_of(keep, headings.at[i]));
        id = unique_id(keep, &used, id);
        cmark_node *custom = replace_node(headings.at[i], CMARK_NODE_CUSTOM_BLOCK);
        cmark_node_set_on_enter(custom,
                                str_format(keep, "<h%d id=\"%.*s\">", level, STR_FMT(id)).ptr);
        cmark_node_set_on_exit(custom, str_format(keep, "</h%d>", level).ptr);
    }
}

/* The words of the first heading. It leaves the text if it stands first and says the title. */
static struct str take_title(struct arena *keep, cmark_node *root, struct str title)
{
    struct nodes headings = find_nodes(keep, root, CMARK_NODE_HEADING);
    if (!headings.len)
        return STR_NONE;
    cmark_node *heading = headings.at[0];
    struct str words = words_of(keep, heading);
    cut_id(&words);
    if (cmark_node_first_child(root) == heading && (!title.len || str_eq(title, words))) {
        cmark_node_unlink(heading);
        cmark_node_free(heading);
    }
    return words;
}

static struct str lead_of(struct arena *keep, cmark_node *root)
{
    cmark_node *node = cmark_node_first_child(root);
    while (node && cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        node = cmark_node_next(node);
    return node ? words_of(keep, node) : STR_NONE;
}

static struct str html_of(struct arena *keep, cmark_node *root, bool raw_html)
{
    struct buf clean = {0};
    char *html = cmark_render_html(root, raw_html ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT);
    html_markup(&clean, str_of(html)); /* text may have control characters, and &#7; is one */
    struct str kept = str_dup(keep, buf_view(&clean));
    buf_clear(&clean);
    free(html);
    return kept;
}

struct markdown_html markdown_read(struct arena *keep, const struct markdown *markdown)
{
    struct markdown_html result = {0};
    struct str text = markdown->text;
    cmark_node *root =
        cmark_parse_document(text.len ? text.ptr : "", text.len, CMARK_OPT_VALIDATE_UTF8);
    cmark_consolidate_text_nodes(root);
    result.title = take_title(keep, root, markdown->title);
    if (!markdown->raw_html)
        show_html(keep, root, markdown);
    join_lines(keep, root);
    mend_links(keep, root, markdown);
    close_texts(keep, root);
    result.lead = lead_of(keep, root);
    name_headings(keep, root, markdown->reference);
    result.html = html_of(keep, root, markdown->raw_html);
    cmark_node_free(root);
    return result;
}
