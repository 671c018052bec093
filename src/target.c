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

bool target_allowed(struct str dir, struct str out, struct diags *diags)
{
    struct arena scratch = {0};
    struct str real = real_target(&scratch, out);
    const char *why = NULL;
    if (lies_in(path_real(&scratch, dir), real))
        why = "is the site's own folder, or holds it";
    else if (lies_in(real, path_real(&scratch, path_join(&scratch, dir, STR("content")))))
        why = "is where the site's content lies";
    else if (lies_in(real, path_real(&scratch, path_join(&scratch, dir, STR("templates")))))
        why = "is where the site's templates lie";
    else if (lies_in(real, path_real(&scratch, path_join(&scratch, dir, STR(".xianbao")))))
        why = "is where builds keep what the next one goes on from";
    if (why)
        diag_add(diags, D_TARGET, (struct place){.file = out}, "it %s: choose another with -o",
                 why);
    arena_clear(&scratch);
    return !why;
}
