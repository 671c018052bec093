/* SPDX-License-Identifier: MIT */
#include "publications.h"

#include <stdlib.h>

#include "base/yaml.h"
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

/* Whether somewhere has the code PLACE; what is said of many pages must hold. */
static bool check_place(struct arena *keep, const struct gazetteer *gazetteer, struct str path,
                        struct str yaml, struct str place, struct diags *diags)
{
    if (place.len == 0 || gazetteer_county(gazetteer, place) ||
        gazetteer_prefecture(gazetteer, place) || gazetteer_province(gazetteer, place))
        return true;
    struct yaml_source source = {path, yaml, 0, D_CONFIG, diags};
    const struct yaml_node *said = yaml_get(yaml_parse(keep, &source), STR("place"));
    diag_add(diags, D_CONFIG, said->place,
             "place: no county, prefecture or province has the code %.*s", STR_FMT(place));
    return false;
}

static bool read_one(struct arena *keep, const struct settings *settings, struct str path,
                     const struct gazetteer *gazetteer, struct publications *publications,
                     struct diags *diags)
{
    struct str yaml;
    struct publication publication = {
        .folder = str_slice(path, 0, path.len - strlen("publication.yaml"))};
    bool read = content_load(keep, settings->dir, path, &yaml, diags) &&
                publication_read(keep, path, yaml, &publication.facts, diags) &&
                check_place(keep, gazetteer, path, yaml, publication.facts.place, diags);
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
                       const struct strs *paths, const struct gazetteer *gazetteer,
                       struct publications *publications, struct diags *diags)
{
    struct strs sorted = {0};
    bool read = true;
    for (size_t i = 0; i < paths->len; i++)
        vec_push(keep, &sorted, paths->at[i]);
    if (sorted.len)
        qsort(sorted.at, sorted.len, sizeof *sorted.at, by_depth);
    for (size_t i = 0; i < sorted.len; i++)
        read = read_one(keep, settings, sorted.at[i], gazetteer, publications, diags) && read;
    return read;
}
