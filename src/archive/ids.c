/* SPDX-License-Identifier: MIT */
#include "archive/ids.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "enrich/pinyin.h"

enum { SLUG_MAX = 72, SLUG_HASH_DIGITS = 8, ID_HASH_CHARS = 32, ID_MAX = 80 };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_slug_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Letters and digits of TEXT with one '-' for each run of anything else; none at the ends.
 *LOSSY: something other than ASCII was left out. */
static struct str slugify(struct arena *keep, struct str text, bool *lossy)
{
    char *out = arena_alloc(keep, text.len + 1);
    size_t len = 0;
    bool dash = false;
    *lossy = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = lower(text.ptr[i]);
        if ((unsigned char)c >= 0x80)
            *lossy = true;
        if (!is_slug_byte(c)) {
            dash = len > 0;
            continue;
        }
        if (dash)
            out[len++] = '-';
        dash = false;
        out[len++] = c;
    }
    return (struct str){out, len};
}

/* What stands after the last folder named content, or after the last '/'. */
static struct str path_below_content(struct str path)
{
    size_t from = SIZE_MAX;
    for (size_t at = 0; (at = str_find(path, STR("content/"), at)) != SIZE_MAX; at++) {
        if (at == 0 || path.ptr[at - 1] == '/')
            from = at + STR("content/").len;
    }
    return from == SIZE_MAX ? path_base(path) : str_slice(path, from, path.len);
}

static struct str without_txt(struct str path)
{
    struct str end = str_slice(path, path.len < 4 ? path.len : path.len - 4, path.len);
    bool txt = end.len == 4 && end.ptr[0] == '.' && lower(end.ptr[1]) == 't' &&
               lower(end.ptr[2]) == 'x' && lower(end.ptr[3]) == 't';
    return txt ? str_slice(path, 0, path.len - 4) : path;
}

/* TEXT with pinyin for its Han characters. */
static struct str read_out(struct arena *keep, const struct reference *reference, struct str text,
                           bool is_name)
{
    struct str pinyin = pinyin_of(keep, reference->pinyin, text, is_name);
    return pinyin.len ? pinyin : text;
}

struct str text_slug(struct arena *keep, const struct reference *reference, struct str text)
{
    bool lossy;
    return slugify(keep, read_out(keep, reference, text, false), &lossy);
}

struct str page_slug(struct arena *keep, const struct reference *reference, struct str path)
{
    path = path_below_content(path);
    struct str stem = without_txt(path);
    bool lossy;
    struct str slug = slugify(keep, read_out(keep, reference, stem, false), &lossy);
    if (slug.len && slug.len <= SLUG_MAX && !lossy && !path_is_device(slug))
        return slug;
    slug = str_slice(slug, 0, SLUG_MAX - SLUG_HASH_DIGITS - 1);
    return str_format(keep, "%.*s%s%08x", STR_FMT(slug), slug.len ? "-" : "p",
                      (unsigned)(str_hash(path) & 0xffffffff));
}

static bool is_body(enum role role)
{
    return role == ROLE_PARAGRAPH || role == ROLE_CAPTION || role == ROLE_SUBHEAD;
}

/* Appends characters of S that are not blank until *LEFT have been. */
static void add_solid(struct buf *out, struct str s, size_t *left)
{
    for (struct utf8 c = utf8_first(s); c.len && *left; c = utf8_next(s, c)) {
        if (utf8_is_blank(c.code))
            continue;
        buf_add(out, s.ptr + c.at, c.len);
        --*left;
    }
}

struct str story_id(struct arena *keep, struct str slug, const struct story *story)
{
    struct buf start = {0};
    size_t left = ID_HASH_CHARS;
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (is_body(story->blocks.at[i].role))
            add_solid(&start, story->blocks.at[i].text, &left);
    }
    for (size_t i = 0; start.len == 0 && i < story->blocks.len; i++)
        add_solid(&start, story->blocks.at[i].text, &left);
    unsigned hash = (unsigned)(str_hash(buf_view(&start)) & 0xffffff);
    buf_clear(&start);
    return str_format(keep, "%.*s-%06x", STR_FMT(slug), hash);
}

/* An id that an archivist wrote can be a file's name, on any system. */
static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        if (!is_slug_byte(id.ptr[i]) && (id.ptr[i] != '-' || i == 0))
            return false;
    }
    return id.len > 0 && id.len <= ID_MAX && !path_is_device(id);
}

static uint32_t story_line(const struct story *story)
{
    return story->blocks.len ? story->blocks.at[0].first_line : 0;
}

/* The front matter's id, once; empty when there is none or it cannot be used. */
static struct str given_id(struct page *page)
{
    struct str id = page->facts.id;
    if (id.len && !is_id(id)) {
        diag_add(&page->diags, D_ID_BAD, (struct place){page->path, 1, 0},
                 "id '%.*s' is not made of a-z, 0-9 and '-' alone, or is a device's on Windows",
                 STR_FMT(id));
        return STR_NONE;
    }
    return id;
}

/* Who has an id, and how many others wanted it. */
struct holder {
    const struct story *story;
    unsigned others;
};

static struct holder *holder_of(struct arena *keep, struct map *taken, struct str id)
{
    void **slot = map_at(keep, taken, id);
    if (!*slot)
        *slot = ARENA_NEW(keep, struct holder);
    return *slot;
}

/* Gives STORY the id WANTED, or with a number after it where another of the page has it. */
static void give(struct arena *keep, struct map *taken, struct page *page, struct story *story,
                 struct str wanted)
{
    struct holder *first = holder_of(keep, taken, wanted), *own = first;
    story->id = wanted;
    while (own->story) {
        story->id = str_format(keep, "%.*s-%u", STR_FMT(wanted), ++first->others + 1);
        own = holder_of(keep, taken, story->id);
    }
    own->story = story;
    if (own != first && story->kind != KIND_RESIDUE)
        diag_add(&page->diags, D_ID_TWICE, (struct place){page->path, story_line(story), 0},
                 "the stories of lines %u and %u both have the id %.*s", story_line(first->story),
                 story_line(story), STR_FMT(wanted));
}

void ids_give(struct arena *keep, struct str slug, struct page *page, struct stories *stories)
{
    struct map taken = {0};
    struct str given = given_id(page);
    for (size_t i = 0; i < stories->len; i++) {
        struct story *story = &stories->at[i];
        if (story->kind == KIND_RESIDUE)
            continue;
        give(keep, &taken, page, story, given.len ? given : story_id(keep, slug, story));
        given = STR_NONE;
    }
    for (size_t i = 0; i < stories->len; i++) { /* last, so that no story gives way to residue */
        struct story *story = &stories->at[i];
        if (story->kind == KIND_RESIDUE)
            give(keep, &taken, page, story, story_id(keep, slug, story));
    }
}

struct str person_key(struct arena *keep, const struct reference *reference, struct str name)
{
    bool lossy;
    struct str slug = slugify(keep, read_out(keep, reference, name, true), &lossy);
    slug = str_slice(slug, 0, SLUG_MAX);
    return str_format(keep, "%.*s%s%06x", STR_FMT(slug), slug.len ? "-" : "p",
                      (unsigned)(str_hash(name) & 0xffffff));
}
