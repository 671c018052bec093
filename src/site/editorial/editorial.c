/* SPDX-License-Identifier: MIT */
#include "site/editorial/editorial.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "page/decode.h"
#include "page/front_matter.h"
#include "site/editorial/markdown.h"

#include <stdlib.h>

enum { DESCRIPTION_CHARS = 90, ORDER_MAX = 1000000 };

/* Pages at the top of the site that it makes itself. */
static const char *const own_pages[] = {"index.html", "search.html", "404.html"};

/* What front matter says. */
struct front {
    struct str title, nav, description;
    struct str encoding; /* page_decode() has read it */
    int order;
};

static const struct yaml_field fields[] = {
    {.key = "title", YAML_STRING, offsetof(struct front, title)},
    {.key = "nav", YAML_STRING, offsetof(struct front, nav)},
    {.key = "description", YAML_STRING, offsetof(struct front, description)},
    {.key = "encoding", YAML_STRING, offsetof(struct front, encoding)},
    {.key = "order", YAML_INT, offsetof(struct front, order), .min = -ORDER_MAX, .max = ORDER_MAX},
    {0},
};

static const struct yaml_field schema = {.type = YAML_RECORD, .fields = fields};

/* Text as HTML can hold it. */
static struct str clean(struct arena *keep, struct str text)
{
    struct buf out = {0};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (utf8_is_forbidden(c.code))
            utf8_add(&out, 0xfffd);
        else
            buf_add(&out, text.ptr + c.at, c.len);
    }
    struct str kept = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static uint32_t count_lines(struct str text)
{
    uint32_t lines = 0;
    for (size_t at = 0; (at = str_find(text, STR("\n"), at)) != SIZE_MAX; at++)
        lines++;
    return lines;
}

/* Reads what TEXT begins with into *FRONT and returns what stands after it. */
static struct str read_front(struct arena *keep, struct str file, struct str text,
                             struct front *front, struct diags *diags)
{
    struct span span = front_matter_find(text);
    struct yaml_source source = {file, front_matter_inside(text, span), 1, D_FRONT_MATTER, diags};
    if (span.end == 0)
        return text;
    struct diags faults = {.keep = diags->keep};
    source.diags = &faults;
    const struct yaml_node *root = yaml_parse(keep, &source);
    if (!root || root->kind != YAML_MAP) {
        struct place place = faults.len ? faults.at[0].place : (struct place){file, 1, 1};
        diag_add(diags, D_FRONT_MATTER_NOT_YAML, place,
                 "cannot be read as front matter: not a map of keys and values");
        return text;
    }
    source.diags = diags;
    yaml_fill(keep, &source, root, &schema, front);
    return str_slice(text, span.end, text.len);
}

/* The name of the file without its end. */
static struct str stem_of(struct str path)
{
    struct str name = path_base(path);
    return str_slice(name, 0, name.len - (str_ends(name, STR(".md")) ? 3 : 0));
}

/* TEXT, or OTHER where there is none. */
static struct str or_else(struct str text, struct str other)
{
    return text.len ? text : other;
}

void editorials_add(struct arena *keep, struct editorials *editorials,
                    const struct reference *reference, bool raw_html, struct str path,
                    struct str bytes, struct diags *diags)
{
    struct page page = {.path = path, .diags = *diags};
    page_decode(keep, &page, bytes);
    *diags = page.diags;
    if (!*page.encoding)
        return;
    struct str text = clean(keep, page.text);
    struct front front = {0};
    struct str body = read_front(keep, path, text, &front, diags);
    struct markdown markdown = {
        .text = body,
        .file = path,
        .line = count_lines(str_slice(text, 0, text.len - body.len)),
        .title = front.title,
        .raw_html = raw_html,
        .reference = reference,
        .diags = diags,
    };
    struct markdown_html html = markdown_read(keep, &markdown);
    struct editorial editorial = {
        .file = path,
        .path = markdown_page(keep, reference, path_base(path)),
        .title = or_else(front.title, or_else(html.title, stem_of(path))),
        .description = or_else(front.description, utf8_head(html.lead, DESCRIPTION_CHARS)),
        .order = front.order,
        .html = html.html,
    };
    editorial.nav = or_else(front.nav, editorial.title);
    vec_push(keep, editorials, editorial);
}

static int by_order(const void *left, const void *right)
{
    const struct editorial *a = left, *b = right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    int names = str_cmp(a->path, b->path);
    return names ? names : str_cmp(a->file, b->file);
}

static bool check_own(const struct editorial *page, struct diags *diags)
{
    for (size_t i = 0; i < sizeof own_pages / sizeof *own_pages; i++) {
        if (!str_eq(page->path, str_of(own_pages[i])))
            continue;
        diag_add(diags, D_CONFIG, (struct place){.file = page->file},
                 "its page would be %s, which the site makes itself; give it another name",
                 own_pages[i]);
        return false;
    }
    return true;
}

/* NAMED: the pages before this one, by their paths. */
static bool check_twice(struct arena *scratch, struct map *named, struct editorial *page,
                        struct diags *diags)
{
    void **slot = map_at(scratch, named, page->path);
    const struct editorial *other = *slot;
    if (other)
        diag_add(diags, D_CONFIG, (struct place){.file = page->file},
                 "its page would be %.*s, as that of %.*s; give it another name",
                 STR_FMT(page->path), STR_FMT(other->file));
    else
        *slot = page;
    return !other;
}

bool editorials_sort(struct editorials *editorials, struct diags *diags)
{
    struct arena scratch = {0};
    struct map named = {0};
    bool ok = true;
    if (editorials->len)
        qsort(editorials->at, editorials->len, sizeof *editorials->at, by_order);
    for (size_t i = 0; i < editorials->len; i++) {
        ok = check_own(&editorials->at[i], diags) && ok;
        ok = check_twice(&scratch, &named, &editorials->at[i], diags) && ok;
    }
    arena_clear(&scratch);
    return ok;
}
