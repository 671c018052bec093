/* SPDX-License-Identifier: MIT */
#include "publications.h"

#include <errno.h>
#include <stdlib.h>

#include "base/file.h"
#include "page/facts.h"
#include "page/front_matter.h"

const struct page_facts *publication_of(const struct publications *publications, struct str path)
{
    for (size_t i = publications->len; i-- > 0;)
        if (str_starts(path, publications->at[i].folder))
            return &publications->at[i].facts;
    return NULL;
}

static bool read_one(struct arena *keep, const struct settings *settings, struct str path,
                     struct publications *publications, struct diags *diags)
{
    struct buf bytes = {0};
    struct publication publication = {
        .folder = str_slice(path, 0, path.len - STR("publication.yaml").len)};
    bool read = file_read(path_join(keep, settings->dir, path), &bytes);
    if (!read)
        diag_add(diags, D_CONFIG, (struct place){path, 0, 0}, "cannot be read: %s",
                 strerror(errno));
    read = read &&
           publication_read(keep, path, str_dup(keep, buf_view(&bytes)), &publication.facts, diags);
    buf_clear(&bytes);
    const struct page_facts *wider = publication_of(publications, publication.folder);
    if (wider)
        page_facts_inherit(&publication.facts, wider);
    vec_push(keep, publications, publication);
    return read;
}

/* A wider folder's path is shorter. */
static int by_depth(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    return x->len != y->len ? (x->len < y->len ? -1 : 1) : str_cmp(*x, *y);
}

bool publications_read(struct arena *keep, const struct settings *settings,
                       const struct strs *paths, struct publications *publications,
                       struct diags *diags)
{
    struct strs sorted = {0};
    bool read = true;
    for (size_t i = 0; i < paths->len; i++)
        vec_push(keep, &sorted, paths->at[i]);
    if (sorted.len)
        qsort(sorted.at, sorted.len, sizeof *sorted.at, by_depth);
    for (size_t i = 0; i < sorted.len; i++)
        read = read_one(keep, settings, sorted.at[i], publications, diags) && read;
    return read;
}
