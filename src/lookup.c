/* SPDX-License-Identifier: MIT */
#include "lookup.h"

#include "archive/ids.h"
#include "base/near.h"
#include "page/front_matter.h"
#include "page_cache.h"
#include "pages.h"

/* ---- the site */

bool lookup_open(struct arena *keep, const struct settings *settings, struct lookup *lookup,
                 struct diags *diags)
{
    struct diags found = {.keep = keep};
    *lookup = (struct lookup){.settings = settings};
    lookup->is_site = dir_exists(path_join(keep, settings->dir, STR("content")));
    if (!lookup->is_site) {
        lookup->inputs.reference = reference_builtin(keep);
        return true;
    }
    if (inputs_read_facts(keep, settings, &lookup->inputs, &found))
        return true; /* what else was found a check tells */
    for (size_t i = 0; i < found.len; i++)
        vec_push(keep, diags, found.at[i]);
    return false;
}

/* Whether a file's front matter may hold an id, in whatever encoding; rather yes than no. */
static bool may_give_id(struct str bytes)
{
    struct buf head = {0};
    for (size_t i = 0; i < bytes.len && head.len < FRONT_MATTER_MAX_BYTES; i++)
        if (bytes.ptr[i])
            buf_byte(&head, bytes.ptr[i]);
    size_t dashes = str_find(buf_view(&head), STR("---"), 0);
    bool may = dashes <= strlen("\xef\xbb\xbf") && str_has(buf_view(&head), STR("id"));
    buf_clear(&head);
    return may;
}

static void find_given_ids(struct arena *keep, struct lookup *lookup)
{
    const struct strs *pages = &lookup->inputs.content.pages;
    struct buf bytes = {0};
    if (lookup->may_give_ids)
        return;
    lookup->may_give_ids = ARENA_ARRAY(keep, bool, pages->len);
    for (size_t i = 0; i < pages->len; i++) {
        buf_reset(&bytes);
        lookup->may_give_ids[i] =
            file_read_most(path_join(keep, lookup->settings->dir, pages->at[i]), PAGE_MAX_BYTES,
                           &bytes) &&
            may_give_id(buf_view(&bytes));
    }
    buf_clear(&bytes);
}

/* ---- ids */

/* Whether an id may be of a page with a slug: SLUG-XXXXXX, SLUG-HASH-XXXXXX, or the slug itself. */
static bool is_of_slug(struct str id, struct str slug)
{
    return str_starts(id, slug) && (id.len == slug.len || id.ptr[slug.len] == '-');
}

/* Whether it may be meant for one: its slug is near. */
static bool is_near_slug(struct str id, struct str slug)
{
    size_t most = slug.len < id.len ? slug.len + 3 : id.len;
    for (size_t len = slug.len > 3 ? slug.len - 3 : 1; len <= most && len <= id.len; len++)
        if ((len == id.len || id.ptr[len] == '-') &&
            near_distance(str_slice(id, 0, len), slug) <= 3)
            return true;
    return false;
}

/* An archive of the pages whose slug IS of the ID, and of all that may give ids: these have the ids
   that they have among all pages. */
static struct archive *archive_of(struct arena *keep, struct lookup *lookup, struct str id,
                                  bool (*is)(struct str id, struct str slug))
{
    const struct strs *pages = &lookup->inputs.content.pages;
    struct diags *told = ARENA_NEW(keep, struct diags); /* a build tells of them */
    struct strs wanted = {0};
    told->keep = keep;
    find_given_ids(keep, lookup);
    for (size_t i = 0; i < pages->len; i++)
        if (lookup->may_give_ids[i] ||
            is(id, page_slug(keep, &lookup->inputs.reference, pages->at[i])))
            vec_push(keep, &wanted, pages->at[i]);
    struct archive *archive = archive_new(keep, &lookup->inputs.reference, told);
    struct page_cache *cache =
        page_cache_open(lookup->settings->dir, &lookup->inputs.reference, PAGE_CACHE_READ);
    pages_read(keep, lookup->settings, &wanted, &lookup->inputs.publications, cache, archive, told);
    archive_index(archive);
    archive->source = NULL;
    page_cache_close(cache, &wanted);
    return archive;
}

static void take_page(struct arena *keep, const struct archive_page *page, struct looked_up *found)
{
    found->path = page->page->path;
    found->in_site = true;
    found->story = LOOKUP_ALL;
    for (size_t i = 0; i < page->stories.len; i++)
        vec_push(keep, &found->ids, page->stories.at[i].id);
}

/* The story, or else the page, of an id. */
static bool take_id(struct arena *keep, const struct archive *archive, struct str id,
                    struct looked_up *found)
{
    const struct entry *entry = map_get(&archive->by_id, id);
    for (size_t p = 0; p < archive->pages.len; p++) {
        const struct archive_page *page = archive->pages.at[p];
        for (size_t i = 0; i < page->stories.len; i++) {
            const struct story *story = &page->stories.at[i];
            if (entry ? story != entry->story : !str_eq(story->id, id))
                continue;
            take_page(keep, page, found);
            found->story = i;
            return true;
        }
    }
    for (size_t p = 0; p < archive->pages.len; p++)
        if (str_eq(archive->pages.at[p]->slug, id)) {
            take_page(keep, archive->pages.at[p], found);
            return true;
        }
    return false;
}

/* stories/ID.html or pages/SLUG.html, perhaps with an address before it and a place after it: what
   stands in a browser's address bar. */
static struct str id_of_address(struct str name)
{
    size_t place = str_find(name, STR("#"), 0), slash;
    name = place == SIZE_MAX ? name : str_slice(name, 0, place);
    if (!str_ends(name, STR(".html")))
        return STR_NONE;
    for (slash = name.len; slash > 0 && name.ptr[slash - 1] != '/';)
        slash--;
    return str_slice(name, slash, name.len - strlen(".html"));
}

static void tell_unknown(struct arena *keep, struct lookup *lookup, struct str id,
                         struct diags *diags)
{
    struct near near = near_to(id);
    struct str content = path_join(keep, lookup->settings->dir, STR("content"));
    if (!lookup->is_site) {
        diag_add(diags, D_ID_UNKNOWN, (struct place){content, 0, 0},
                 "there is no such folder to look for '%.*s' in (-C names the site's)",
                 STR_FMT(id));
        return;
    }
    const struct archive *archive = archive_of(keep, lookup, id, is_near_slug);
    for (size_t i = 0; i < archive->entries.len; i++)
        near_try(&near, archive->entries.at[i]->story->id);
    for (size_t p = 0; p < archive->pages.len; p++)
        near_try(&near, archive->pages.at[p]->slug);
    struct str hint = near_hint(keep, &near);
    diag_add(diags, D_ID_UNKNOWN, (struct place){content, 0, 0},
             "no story or page has the id '%.*s'%.*s", STR_FMT(id), STR_FMT(hint));
}

static bool find_id(struct arena *keep, struct lookup *lookup, struct str id,
                    struct looked_up *found, struct diags *diags)
{
    if (lookup->is_site && take_id(keep, archive_of(keep, lookup, id, is_of_slug), id, found))
        return true;
    tell_unknown(keep, lookup, id, diags);
    return false;
}

/* ---- files */

/* The site's page that a file is; empty: it is of another place. */
static struct str page_of_file(struct arena *keep, const struct lookup *lookup, struct str file)
{
    const struct strs *pages = &lookup->inputs.content.pages;
    struct str home = path_real(keep, lookup->settings->dir), real = path_real(keep, file);
    bool inside = home.len && str_starts(real, home) && real.len > home.len &&
                  (real.ptr[home.len] == '/' || home.ptr[home.len - 1] == '/');
    struct str below = inside ? str_slice(real, home.len, real.len) : STR_NONE;
    while (below.len && below.ptr[0] == '/')
        below = str_slice(below, 1, below.len);
    for (size_t i = 0; i < pages->len; i++)
        if (str_eq(pages->at[i], below) || (!real.len && str_eq(pages->at[i], file)))
            return pages->at[i];
    return STR_NONE;
}

static void find_page(struct arena *keep, struct lookup *lookup, struct str path,
                      struct looked_up *found)
{
    struct str slug = page_slug(keep, &lookup->inputs.reference, path);
    const struct archive *archive = archive_of(keep, lookup, slug, is_of_slug);
    *found = (struct looked_up){.path = path, .in_site = true, .story = LOOKUP_ALL};
    for (size_t p = 0; p < archive->pages.len; p++)
        if (str_eq(archive->pages.at[p]->page->path, path))
            take_page(keep, archive->pages.at[p], found);
}

bool lookup_find(struct arena *keep, struct lookup *lookup, struct str name,
                 struct looked_up *found, struct diags *diags)
{
    struct str address = id_of_address(name), path = page_of_file(keep, lookup, name);
    if (address.len)
        return find_id(keep, lookup, address, found, diags);
    bool is_file = str_eq(name, STR("-")) || file_exists(name) || str_has(name, STR("/")) ||
                   str_ends(name, STR(".txt"));
    if (path.len)
        find_page(keep, lookup, path, found);
    else if (is_file)
        *found = (struct looked_up){.path = name, .story = LOOKUP_ALL};
    else
        return find_id(keep, lookup, name, found, diags);
    return true;
}
