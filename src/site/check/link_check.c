/* SPDX-License-Identifier: MIT */
#include "site/check/link_check.h"
#include "base/file.h"
#include "base/map.h"
#include "site/check/refs.h"
#include "site/config.h"
#include "site/editorial/url.h"
#include "site/publish/manifest.h"

#include <errno.h>
#include <stdlib.h>

/* A fault that may occur in many places: it is told once. */
struct fault {
    enum diag_id id;
    struct str what;
    struct place place; /* the first */
    bool loaded;        /* it is a link to what a browser loads, such as a picture */
    size_t more;        /* further ones */
};

/* A link as it stands in a file. */
struct standing {
    struct place place;
    struct str page, text; /* the file, below DIR; the address */
    struct str from;       /* what the address is seen from */
    bool loaded;           /* as above */
};

/* A link into a page, which may not have been read yet. */
struct into {
    struct place place;
    struct str target, fragment;
};

struct check {
    struct arena keep, scratch;
    struct str dir, base_url;
    struct map files, folders; /* by path below DIR; all values are the check itself */
    struct map reached;        /* the same of pages that another leads to, or need not */
    struct map anchors;        /* "path#id" */
    struct manifest manifest;
    struct manifest_index own; /* of the manifest; empty where there is none */
    struct intos VEC_OF(struct into) intos;
    struct fault_list VEC_OF(struct fault *) faults;
    struct map fault_of; /* what → struct fault */
    struct map made_of;  /* a page's path with DIR → struct editorial */
    struct link_tally tally;
};

static void add(struct check *check, struct fault new)
{
    void **slot = map_at(&check->keep, &check->fault_of, new.what);
    struct fault *fault = *slot;
    if (fault) {
        fault->more++;
        return;
    }
    *slot = fault = ARENA_NEW(&check->keep, struct fault);
    *fault = new;
    vec_push(&check->keep, &check->faults, fault);
}

static void add_fault(struct check *check, enum diag_id id, struct place place, struct str what)
{
    add(check, (struct fault){.id = id, .what = what, .place = place});
}

static void link_fault(struct check *check, const struct standing *link, struct str url,
                       const char *why)
{
    struct str what = str_format(&check->keep, "link to %.*s: %s", STR_FMT(url), why);
    add(check, (struct fault){D_LINK, what, link->place, link->loaded, 0});
}

/* The file that PATH names, seen from the file FROM: "" for the top of the site. False: it leads
   out of the site. */
static bool resolve(struct arena *keep, struct str from, struct str path, struct str *target)
{
    struct strs parts = {0};
    struct str folder = str_slice(from, 0, from.len - path_base(from).len);
    struct str all = str_format(keep, "%.*s%.*s", STR_FMT(folder), STR_FMT(path));
    while (all.len) {
        struct str part = str_cut(&all, '/');
        if (str_eq(part, STR("..")) && parts.len-- == 0)
            return false;
        if (part.len && !str_eq(part, STR(".")) && !str_eq(part, STR("..")))
            vec_push(keep, &parts, part);
    }
    *target = STR_NONE;
    for (size_t i = 0; i < parts.len; i++)
        *target = path_join(keep, *target, parts.at[i]);
    return true;
}

static bool ends_in_folder(struct str path)
{
    struct str name = path_base(path);
    return name.len == 0 || str_eq(name, STR(".")) || str_eq(name, STR(".."));
}

static bool is_html(struct str path)
{
    return str_ends(path, STR(".html"));
}

/* Fragments that every page has (HTML Standard, section 7.4.6.3). */
static bool is_top(struct str fragment)
{
    return fragment.len == 0 || str_eq(fragment, STR("top"));
}

/* Notes that a page leads to TARGET. */
static void note_reached(struct check *check, const struct standing *link, struct str target)
{
    bool leads = !link->loaded && is_html(target) && !str_eq(target, link->page);
    if (leads && !map_get(&check->reached, target))
        *map_at(&check->keep, &check->reached, target) = check;
}

static void check_inside(struct check *check, const struct standing *link, const struct url *url)
{
    struct str target = link->from, path = url_decode(&check->keep, url->path);
    if (path.len && !resolve(&check->keep, link->from, path, &target)) {
        link_fault(check, link, link->text, "it leads out of the site");
    } else if (path.len && (ends_in_folder(path) || map_get(&check->folders, target))) {
        link_fault(check, link, target, "it is a folder; name the file in it");
    } else if (!map_get(&check->files, target)) {
        link_fault(check, link, target, "there is no such file");
    } else {
        note_reached(check, link, target);
        if (is_top(url->fragment) || !is_html(target))
            return;
        struct str fragment = url_decode(&check->keep, url->fragment);
        vec_push(&check->keep, &check->intos, (struct into){link->place, target, fragment});
    }
}

/* How much of a link of the file FROM is the site's own address, or in 404.html, which a host shows
   anywhere, the path of that. */
static size_t address_len(const struct check *check, struct str from, struct str text)
{
    struct str address = check->base_url;
    if (str_eq(from, STR("404.html")) && str_starts(text, STR("/")))
        address = base_url_path(address);
    return str_starts(text, address) ? address.len : 0;
}

static void check_link(struct check *check, struct str from, const struct ref *ref)
{
    struct standing link = {
        .place = {.file = path_join(&check->keep, check->dir, from), .line = ref->line},
        .page = from,
        .from = from,
        .text = str_dup(&check->keep, ref->url),
        .loaded = !ref->may_leave,
    };
    struct str own = link.text;
    size_t address = address_len(check, from, own);
    if (address) {
        link.from = STR("index.html"); /* of the top folder, as the address is */
        own = str_slice(own, address, own.len);
        own = own.len ? own : link.from;
    }
    struct url url = url_parse(own);
    switch (url.kind) {
    case URL_HERE:
    case URL_RELATIVE:
        check_inside(check, &link, &url);
        break;
    case URL_ROOTED:
        link_fault(check, &link, link.text,
                   str_eq(from, STR("404.html"))
                       ? "it is none of the site's; give check the --base-url of the build"
                       : "it starts from the root of the host; make it relative");
        break;
    case URL_WEB:
    case URL_MAIL:
        if (!ref->may_leave)
            link_fault(check, &link, link.text,
                       "it is loaded from elsewhere; no request may leave the site");
        break;
    case URL_OTHER:
        link_fault(check, &link, link.text, "only http, https and mailto may lead out of the site");
        break;
    }
    check->tally.links++;
}

static void check_anchor(struct check *check, struct str path, const struct anchor *anchor)
{
    struct str key = str_format(&check->keep, "%.*s#%.*s", STR_FMT(path), STR_FMT(anchor->id));
    void **slot = map_at(&check->keep, &check->anchors, key);
    struct place place = {.file = path_join(&check->keep, check->dir, path), .line = anchor->line};
    if (*slot)
        add_fault(
            check, D_LINK, place,
            str_format(&check->keep, "the id %.*s stands twice in this page", STR_FMT(anchor->id)));
    *slot = check;
}

static void check_refs(struct check *check, struct str path, const struct refs *refs)
{
    for (size_t i = 0; i < refs->anchors.len; i++)
        check_anchor(check, path, &refs->anchors.at[i]);
    for (size_t i = 0; i < refs->links.len; i++)
        check_link(check, path, &refs->links.at[i]);
}

static void check_unchanged(struct check *check, struct str path, struct str bytes)
{
    const struct manifest_file *own = map_get(&check->own.files, path);
    if (!own || str_eq(path, STR(MANIFEST_PATH)))
        return;
    struct manifest_file now = manifest_file(path, bytes);
    struct place place = {.file = path_join(&check->keep, check->dir, path)};
    if (now.size != own->size || now.hash != own->hash)
        add_fault(check, D_SITE_CHANGED, place, STR("it is not as the build wrote it"));
}

static void check_file(struct check *check, struct str path)
{
    struct str name = path_join(&check->keep, check->dir, path);
    struct refs refs = {0};
    struct buf bytes = {0};
    if (!manifest_path_ok(path))
        add_fault(check, D_LINK, (struct place){.file = name},
                  STR("its name has more than a-z, 0-9, '-', '_' and '.', or than 100 bytes"));
    if (!file_read(name, &bytes))
        add_fault(check, D_FILE_UNREADABLE, (struct place){.file = name}, str_of(strerror(errno)));
    check_unchanged(check, path, buf_view(&bytes));
    if (is_html(path))
        refs_of_html(&check->scratch, &refs, buf_view(&bytes));
    else if (str_ends(path, STR(".css")))
        refs_of_css(&check->scratch, &refs, buf_view(&bytes));
    check_refs(check, path, &refs);
    if (refs.unlisted)
        *map_at(&check->keep, &check->reached, path) = check;
    check->tally.files++;
    buf_clear(&bytes);
    arena_reset(&check->scratch);
}

static void index_files(struct check *check, const struct found_list *found)
{
    for (size_t i = 0; i < found->len; i++) {
        struct str path = found->at[i].path;
        if (found->at[i].regular)
            *map_at(&check->keep, &check->files, path) = check;
        for (size_t j = 0; j < path.len; j++) {
            if (path.ptr[j] == '/')
                *map_at(&check->keep, &check->folders, str_slice(path, 0, j)) = check;
        }
    }
    *map_at(&check->keep, &check->folders, STR("")) = check;
}

static void read_manifest(struct check *check)
{
    struct buf text = {0};
    if (file_read(path_join(&check->keep, check->dir, STR(MANIFEST_PATH)), &text)) {
        check->manifest = manifest_read(&check->keep, str_dup(&check->keep, buf_view(&text)));
        check->own = manifest_index(&check->keep, &check->manifest);
    }
    buf_clear(&text);
}

static void check_missing(struct check *check)
{
    for (size_t i = 0; i < check->manifest.len; i++) {
        struct str path = check->manifest.at[i].path;
        struct place place = {.file = path_join(&check->keep, check->dir, path)};
        if (!map_get(&check->files, path))
            add_fault(check, D_SITE_CHANGED, place, STR("the build wrote it, but it is gone"));
    }
}

static void check_fragments(struct check *check)
{
    for (size_t i = 0; i < check->intos.len; i++) {
        const struct into *into = &check->intos.at[i];
        struct str key =
            str_format(&check->keep, "%.*s#%.*s", STR_FMT(into->target), STR_FMT(into->fragment));
        if (!map_get(&check->anchors, key))
            link_fault(check, &(struct standing){.place = into->place}, key,
                       "nothing in that page has this id");
    }
}

/* Only what the build wrote is known to be pages of the site. */
static void check_reached(struct check *check)
{
    for (size_t i = 0; i < check->manifest.len; i++) {
        struct str path = check->manifest.at[i].path;
        struct place place = {.file = path_join(&check->keep, check->dir, path)};
        bool page = is_html(path) && map_get(&check->files, path);
        bool begins = str_eq(path, STR("index.html")) || str_eq(path, STR("404.html"));
        if (page && !begins && !map_get(&check->reached, path))
            add_fault(check, D_ORPHAN, place, STR("no other page leads to it"));
    }
}

static int by_place(const void *left, const void *right)
{
    const struct fault *a = *(struct fault *const *)left, *b = *(struct fault *const *)right;
    int files = str_cmp(a->place.file, b->place.file);
    if (files)
        return files;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    return str_cmp(a->what, b->what);
}

/* Of what file the page is made that has FAULT, for whoever is to mend it; empty: of a template. */
static struct str made_of(struct check *check, const struct fault *fault)
{
    const struct editorial *editorial = map_get(&check->made_of, fault->place.file);
    if (!editorial || fault->id != D_LINK)
        return STR_NONE;
    return str_format(&check->keep, " (the page is made of %.*s%s)", STR_FMT(editorial->file),
                      fault->loaded ? "; its pictures lie in templates/assets/, ![](assets/NAME)"
                                    : "");
}

static void tell(struct check *check, struct diags *diags)
{
    if (check->faults.len)
        qsort(check->faults.at, check->faults.len, sizeof *check->faults.at, by_place);
    for (size_t i = 0; i < check->faults.len; i++) {
        const struct fault *fault = check->faults.at[i];
        struct place place = fault->place;
        struct str source = made_of(check, fault);
        place.file = str_dup(diags->keep, place.file);
        if (fault->more)
            diag_add(diags, fault->id, place, "%.*s (and %zu more)%.*s", STR_FMT(fault->what),
                     fault->more, STR_FMT(source));
        else
            diag_add(diags, fault->id, place, "%.*s%.*s", STR_FMT(fault->what), STR_FMT(source));
    }
}

bool link_check(struct str dir, struct str base_url, const struct editorials *editorials,
                struct diags *diags, struct link_tally *tally)
{
    struct check check = {.dir = dir, .base_url = base_url};
    struct found_list found = {0};
    bool ok = dir_walk(&check.keep, dir, &found);
    if (!ok)
        diag_add(diags, D_FILE_UNREADABLE, (struct place){.file = dir}, "%s", strerror(errno));
    for (size_t i = 0; i < editorials->len; i++)
        *map_at(&check.keep, &check.made_of, path_join(&check.keep, dir, editorials->at[i].path)) =
            &editorials->at[i];
    index_files(&check, &found);
    read_manifest(&check);
    for (size_t i = 0; i < found.len; i++) {
        struct str path = found.at[i].path;
        if (found.at[i].error)
            add_fault(&check, D_FILE_UNREADABLE,
                      (struct place){.file = path_join(&check.keep, check.dir, path)},
                      str_dup(&check.keep, str_of(strerror(found.at[i].error))));
        if (!found.at[i].regular || (check.manifest.len && !map_get(&check.own.files, path)))
            continue;
        if (found.at[i].leaves)
            add_fault(&check, D_FILE_SKIPPED,
                      (struct place){.file = path_join(&check.keep, check.dir, path)},
                      STR("it is a symbolic link out of the site: take it away"));
        else
            check_file(&check, path);
    }
    check_missing(&check);
    check_fragments(&check);
    check_reached(&check);
    tell(&check, diags);
    *tally = check.tally;
    arena_clear(&check.scratch);
    arena_clear(&check.keep);
    return ok;
}
