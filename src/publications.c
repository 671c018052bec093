/* SPDX-License-Identifier: MIT */
#include "publications.h"

#include <stdlib.h>

#include "content.h"
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
    struct str yaml;
    struct publication publication = {
        .folder = str_slice(path, 0, path.len - strlen("publication.yaml"))};
    bool read = content_load(keep, settings->dir, path, &yaml, diags) &&
                publication_read(keep, path, yaml, &publication.facts, diags);
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
