/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/link.h"

/* What a role is called before the names; those of no stated role stand alone. */
static const char *const role_keys[] = {
    [BYLINE_REPORTER] = "by-reporter",
    [BYLINE_CORRESPONDENT] = "by-correspondent",
    [BYLINE_TEXT] = "by-text",
    [BYLINE_PHOTOGRAPHER] = "by-photographer",
    [BYLINE_AUTHOR] = NULL,
    [BYLINE_EDITOR] = "by-editor",
    [BYLINE_ORGANISATION] = NULL,
};

/* Names that follow each other and have one role. */
struct byline_group {
    enum byline_role role;
    struct str label; /* empty: none */
    struct links people;
};

struct byline_groups VEC_OF(struct byline_group);

static bool is_repeated(const struct bylines *bylines, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (bylines->at[k].role == bylines->at[i].role &&
            str_eq(bylines->at[k].name, bylines->at[i].name))
            return true;
    }
    return false;
}

static struct byline_group *group_for(struct arena *scratch, struct byline_groups *groups,
                                      const struct site *site, enum byline_role role)
{
    if (groups->len == 0 || groups->at[groups->len - 1].role != role) {
        const char *key = role_keys[role];
        struct str label = key ? strings_get(site->strings, key) : STR_NONE;
        vec_push(scratch, groups, (struct byline_group){.role = role, .label = label});
    }
    return &groups->at[groups->len - 1];
}

static struct str person_href(struct arena *scratch, const struct site *site,
                              const struct byline *byline)
{
    const struct person *person = archive_person(site->archive, byline);
    return person ? path_person(scratch, person) : STR_NONE;
}

FIELD(group_label, byline_group, value_text(view->label))
FIELD(group_people, byline_group, links_value(scratch, &view->people))

static const struct value_field group_fields[] = {
    {"label", "what they did, such as 记者; nothing where nobody says", group_label},
    {"people", "links to those who sign", group_people},
    {0},
};

const struct value_type byline_group_type = {.name = "byline", .fields = group_fields};

struct value bylines_value(struct arena *scratch, const struct site *site,
                           const struct story *story)
{
    struct byline_groups *groups = ARENA_NEW(scratch, struct byline_groups);
    for (size_t i = 0; i < story->bylines.len; i++) {
        const struct byline *byline = &story->bylines.at[i];
        if (is_repeated(&story->bylines, i))
            continue;
        struct byline_group *group = group_for(scratch, groups, site, byline->role);
        links_add(scratch, &group->people, byline->name, person_href(scratch, site, byline));
    }
    return groups->len ? value_vec(scratch, &byline_group_type, groups) : VALUE_NONE;
}
