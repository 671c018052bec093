/* SPDX-License-Identifier: MIT */
#include "target.h"

#include "base/file.h"
#include "site/publish/manifest.h"

#include <dirent.h>

/* Why nothing may be written to the real path REAL; NULL: it may. */
static const char *why_not(struct arena *scratch, struct str dir, struct str real)
{
    static const struct {
        const char *name, *why;
    } folders[] = {
        {"content", "is where the site's content lies, or holds it"},
        {"templates", "is where the site's templates lie, or holds them"},
        {".xianbao", "is where builds keep what the next one goes on from"},
    };
    if (path_lies_in(path_real(scratch, dir), real))
        return "is the site's own folder, or holds it";
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct str name = str_of(folders[i].name);
        struct str folder = path_real_new(scratch, path_join(scratch, dir, name));
        if (path_lies_in(real, folder) || path_lies_in(folder, real)) /* it may be a link */
            return folders[i].why;
    }
    return NULL;
}

bool target_allowed(struct str dir, struct str out, struct diags *diags)
{
    struct arena scratch = {0};
    const char *why = why_not(&scratch, dir, path_real_new(&scratch, out));
    if (why)
        diag_add(diags, D_TARGET, (struct place){.file = out}, "it %s: choose another with -o",
                 why);
    arena_clear(&scratch);
    return !why;
}

bool target_allowed_for_bag(struct str dir, struct str out, struct str bag, struct diags *diags)
{
    struct arena scratch = {0};
    struct str real = path_real_new(&scratch, bag), site = path_real_new(&scratch, out);
    const char *why = why_not(&scratch, dir, real);
    if (!why && (path_lies_in(real, site) || path_lies_in(site, real)))
        why = "is where the site is built, or holds that";
    if (why)
        diag_add(diags, D_BAG, (struct place){.file = bag}, "it %s: choose another folder", why);
    arena_clear(&scratch);
    return !why;
}

/* What stands beside a site from the start, where one is published. */
static bool is_usual(struct str name)
{
    static const char *const usual[] = {
        ".",        "..",        ".git",       ".gitattributes", ".gitignore",
        ".gitkeep", ".htaccess", ".DS_Store",  ".nojekyll",      ".well-known",
        "CNAME",    "_headers",  "_redirects",
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (str_eq(name, str_of(usual[i])))
            return true;
    return false;
}

/* The first name in a folder, by its bytes, that is none of these; empty: there is none. */
static struct str first_unusual(struct arena *keep, struct str folder)
{
    struct str first = STR_NONE;
    DIR *dir = opendir(str_c(keep, folder));
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct str name = str_of(entry->d_name);
        if (!is_usual(name) && (!first.len || str_cmp(name, first) < 0))
            first = str_dup(keep, name);
    }
    if (dir)
        closedir(dir);
    return first;
}

/* The beginning of the list of files tells. */
static bool is_site(struct arena *scratch, struct str folder)
{
    enum { BEGINNING = 4096 };
    struct buf list = {0};
    bool is = file_read(path_join(scratch, folder, STR(MANIFEST_PATH)), &list) &&
              manifest_read(scratch, str_slice(buf_view(&list), 0, BEGINNING)).len > 0;
    buf_clear(&list);
    return is;
}

bool target_is_free(struct str out, struct diags *diags)
{
    struct arena scratch = {0};
    struct str other =
        is_site(&scratch, out) ? STR_NONE : first_unusual(&scratch, out.len ? out : STR("."));
    bool free = !other.len;
    if (!free)
        diag_add(diags, D_TARGET, (struct place){.file = out},
                 "it holds '%.*s', which is no part of a site: choose another with -o, or let the "
                 "site stand beside that with --shared",
                 STR_FMT(other));
    arena_clear(&scratch);
    return free;
}
