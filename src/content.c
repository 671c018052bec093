/* SPDX-License-Identifier: MIT */
#include "content.h"
#include "base/near.h"
#include "base/utf8.h"

#include <errno.h>

static bool ends_in(struct str path, const char *ending)
{
    size_t len = strlen(ending);
    if (path.len < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = path.ptr[path.len - len + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != ending[i])
            return false;
    }
    return true;
}

/* A file of configuration that is written otherwise: site.yml, Publication.yaml. */
static struct str meant(struct arena *keep, struct str path, bool top)
{
    struct near near = near_to(path_base(path));
    near_try(&near, STR("publication.yaml"));
    if (top) {
        near_try(&near, STR("site.yaml"));
        near_try(&near, STR("topics.yaml"));
    }
    return near_hint(keep, &near);
}

static void take_file(struct arena *keep, const struct found *found, struct content *content,
                      struct diags *diags)
{
    struct str path = path_join(keep, STR("content"), found->path);
    bool top = !str_has(found->path, STR("/"));
    size_t bad;
    if (found->error)
        diag_add(diags, D_FILE_UNREADABLE, (struct place){path, 0, 0}, "cannot be read: %s",
                 strerror(found->error));
    else if (!found->regular)
        diag_add(diags, D_FILE_SKIPPED, (struct place){path, 0, 0}, "%s",
                 found->link ? "a symbolic link to what is no file" : "not a file");
    else if (!utf8_valid(path, &bad))
        diag_add(diags, D_FILE_SKIPPED, (struct place){path, 0, 0}, "its name is not UTF-8");
    else if (ends_in(path, ".txt"))
        vec_push(keep, &content->pages, path);
    else if (ends_in(path, ".md"))
        vec_push(keep, &content->editorials, path);
    else if (top && str_eq(found->path, STR("site.yaml")))
        content->config = true;
    else if (top && str_eq(found->path, STR("topics.yaml")))
        content->topics = true;
    else if (str_ends(path, STR("/publication.yaml")))
        vec_push(keep, &content->publications, path);
    else
        diag_add(diags, D_FILE_SKIPPED, (struct place){path, 0, 0},
                 "neither a page (.txt) nor an editorial page (.md)%.*s",
                 STR_FMT(meant(keep, path, top)));
}

bool content_list(struct arena *keep, struct str dir, struct content *content, struct diags *diags)
{
    struct found_list found = {0};
    struct str folder = path_join(keep, dir, STR("content"));
    if (!dir_walk(keep, folder, &found)) {
        diag_add(diags, D_NO_CONTENT, (struct place){folder, 0, 0}, "cannot be read: %s",
                 strerror(errno));
        return false;
    }
    for (size_t i = 0; i < found.len; i++)
        take_file(keep, &found.at[i], content, diags);
    if (content->pages.len == 0)
        diag_add(diags, D_NO_PAGES, (struct place){folder, 0, 0}, "holds no page (.txt)");
    return true;
}

bool content_load(struct arena *keep, struct str dir, struct str path, struct str *text,
                  struct diags *diags)
{
    struct buf bytes = {0};
    bool read = file_read(path_join(keep, dir, path), &bytes);
    if (read)
        *text = str_dup(keep, buf_view(&bytes));
    else
        diag_add(diags, D_CONFIG, (struct place){path, 0, 0}, "cannot be read: %s",
                 strerror(errno));
    buf_clear(&bytes);
    return read;
}
