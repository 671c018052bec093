/* SPDX-License-Identifier: MIT */
#include "target.h"

#include "base/file.h"

/* Whether PATH is FOLDER or lies below it; both are real paths. */
static bool lies_in(struct str path, struct str folder)
{
    return folder.len && str_starts(path, folder) &&
           (path.len == folder.len || path.ptr[folder.len] == '/' || folder.len == 1);
}

/* The real path of a folder that need not exist, if the one above it does. */
static struct str real_target(struct arena *scratch, struct str out)
{
    while (out.len > 1 && out.ptr[out.len - 1] == '/')
        out.len--;
    struct str real = path_real(scratch, out);
    if (real.len)
        return real;
    struct str name = path_base(out);
    struct str above = path_real(scratch, str_slice(out, 0, out.len - name.len));
    return above.len ? path_join(scratch, above, name) : STR_NONE;
}

/* Why nothing may be written to the real path REAL; NULL: it may. */
static const char *why_not(struct arena *scratch, struct str dir, struct str real)
{
    if (lies_in(path_real(scratch, dir), real))
        return "is the site's own folder, or holds it";
    if (lies_in(real, path_real(scratch, path_join(scratch, dir, STR("content")))))
        return "is where the site's content lies";
    if (lies_in(real, path_real(scratch, path_join(scratch, dir, STR("templates")))))
        return "is where the site's templates lie";
    if (lies_in(real, path_real(scratch, path_join(scratch, dir, STR(".xianbao")))))
        return "is where builds keep what the next one goes on from";
    return NULL;
}

bool target_allowed(struct str dir, struct str out, struct diags *diags)
{
    struct arena scratch = {0};
    const char *why = why_not(&scratch, dir, real_target(&scratch, out));
    if (why)
        diag_add(diags, D_TARGET, (struct place){.file = out}, "it %s: choose another with -o",
                 why);
    arena_clear(&scratch);
    return !why;
}

bool target_allowed_for_bag(struct str dir, struct str out, struct str bag, struct diags *diags)
{
    struct arena scratch = {0};
    struct str real = real_target(&scratch, bag), site = real_target(&scratch, out);
    const char *why = why_not(&scratch, dir, real);
    if (!why && (lies_in(real, site) || lies_in(site, real)))
        why = "is where the site is built, or holds that";
    if (why)
        diag_add(diags, D_BAG, (struct place){.file = bag}, "it %s: choose another folder", why);
    arena_clear(&scratch);
    return !why;
}
