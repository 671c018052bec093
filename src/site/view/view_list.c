/* SPDX-License-Identifier: MIT */
#include "site/view/view_list.h"
#include "base/vec.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/pager.h"
#include "site/view/signings.h"
#include "site/view/view_entry.h"
#include "site/view/when.h"

struct list {
    const struct view *view;
    const struct entries *entries;
    enum list_groups by;
    size_t from, to; /* what the sheet shows of them */
};

/* Stories of one month, or day, that stand together. */
struct list_group {
    const struct list *list;
    struct when when;
    enum byline_role role; /* of LIST_BY_ROLE */
    size_t start, end;     /* of all the stories in it, on whatever sheet */
    size_t from, to;       /* of those on this sheet */
    struct entry_view *views;
};

struct list_groups_vec VEC_OF(struct list_group);

static struct when group_when(const struct list *list, size_t i)
{
    struct when when = when_of(list->view->site->strings, &list->entries->at[i]->story->date);
    return list->by == LIST_BY_MONTH  ? when_month(when)
           : list->by == LIST_BY_ROLE ? when_year(when)
                                      : when;
}

static enum byline_role group_role(const struct list *list, size_t i)
{
    if (list->by != LIST_BY_ROLE)
        return BYLINE_AUTHOR;
    return person_role(list->view->output->subject, list->entries->at[i]);
}

static bool is_in_group(const struct list *list, const struct list_group *group, size_t i)
{
    struct when when = group_when(list, i);
    return when_same(&when, &group->when) && group_role(list, i) == group->role;
}

/* How many of the MOST stories beside story I are in its group: those after it, or before it. A
   list is in order, so that they follow each other; it has as many sheets as it is long, and none
   looks at all of it. */
static size_t count_beside(const struct list *list, const struct list_group *group, size_t i,
                           bool after, size_t most)
{
    size_t in = 0, step = 1;
    while (in + step <= most && is_in_group(list, group, after ? i + in + step : i - in - step)) {
        in += step;
        step *= 2;
    }
    for (; step > 0; step /= 2)
        if (in + step <= most && is_in_group(list, group, after ? i + in + step : i - in - step))
            in += step;
    return in;
}

/* The group of story I: as far as its neighbours have the same date. */
static struct list_group group_around(const struct list *list, size_t i)
{
    struct list_group group = {.list = list, .when = group_when(list, i)};
    group.role = group_role(list, i);
    group.start = i - count_beside(list, &group, i, false, i);
    group.end = i + 1 + count_beside(list, &group, i, true, list->entries->len - 1 - i);
    group.from = group.start > list->from ? group.start : list->from;
    group.to = group.end < list->to ? group.end : list->to;
    for (size_t k = group.from; k < group.to && group.when.inferred; k++)
        group.when.inferred = story_date_inferred(&list->entries->at[k]->story->date);
    return group;
}

/* The place that a page is about; NULL: none. */
static const void *place_said(const struct output *output)
{
    if (output->kind == PAGE_COUNTY)
        return ((const struct county_index *)output->subject)->county;
    if (output->kind != PAGE_REGION)
        return NULL;
    const struct region_page *page = output->subject;
    return page->prefecture ? (const void *)page->prefecture->prefecture : page->province->province;
}

static void group_fill(struct arena *scratch, struct list_group *group)
{
    group->views = ARENA_ARRAY(scratch, struct entry_view, group->to - group->from);
    for (size_t i = group->from; i < group->to; i++) {
        const struct entry *entry = group->list->entries->at[i];
        group->views[i - group->from] =
            (struct entry_view){.site = group->list->view->site,
                                .entry = entry,
                                .date_said = when_is_said(&group->when, &entry->story->date),
                                .place_said = place_said(group->list->view->output)};
    }
}

static struct value list_groups_value(struct arena *scratch, const struct list *list)
{
    struct list_groups_vec *groups = ARENA_NEW(scratch, struct list_groups_vec);
    for (size_t i = list->from; i < list->to;) {
        struct list_group group = group_around(list, i);
        group_fill(scratch, &group);
        i = group.to;
        vec_push(scratch, groups, group);
    }
    return value_vec(scratch, &list_group_type, groups);
}

static const struct strings *group_strings(const struct list_group *group)
{
    return group->list->view->site->strings;
}

static struct str group_heading(struct arena *scratch, const struct list_group *group)
{
    if (group->list->by != LIST_BY_DAY)
        return when_text(scratch, &group->when);
    if (group->when.precision != PRECISION_DAY)
        return strings_get(group_strings(group), "month-only");
    return strings_fill(scratch, group_strings(group), "day",
                        {"day", str_format(scratch, "%u", group->when.date.day)});
}

/* Whether the heading is the archive's inference: that only the month is known is no inference. */
static bool group_supplied(const struct list_group *group)
{
    if (group->list->by == LIST_BY_DAY && group->when.precision != PRECISION_DAY)
        return false;
    return group->when.inferred || group->when.precision == PRECISION_NONE;
}

/* As what the person of the page signs the stories; nothing where all are signed so. */
static struct str group_role_label(const struct list_group *group)
{
    if (group->list->by != LIST_BY_ROLE || !has_roles(group->list->view->output->subject))
        return STR_NONE;
    return role_label(group_strings(group), group->role);
}

static struct str group_id(struct arena *scratch, const struct list_group *group)
{
    if (group->list->by == LIST_BY_ROLE)
        return signing_id(scratch, group->when.date.year, group->role);
    if (group->list->by == LIST_BY_MONTH)
        return STR_NONE;
    if (group->when.precision != PRECISION_DAY)
        return STR("month-only");
    return str_format(scratch, "d%u", group->when.date.day);
}

static struct str group_count(struct arena *scratch, const struct list_group *group)
{
    bool year_only = group->list->by == LIST_BY_MONTH && group->when.precision == PRECISION_YEAR;
    const char *key = group->from > group->start ? "stories-count-continued"
                      : year_only                ? "stories-count-year-only"
                                                 : "stories-count";
    return strings_count(scratch, group_strings(group), key, group->end - group->start);
}

static struct value group_entries(struct arena *scratch, const struct list_group *group)
{
    return value_structs(scratch, &entry_type, group->views, group->to - group->from,
                         sizeof *group->views);
}

FIELD(get_heading, list_group, value_string(group_heading(scratch, view)))
FIELD(get_role, list_group, value_text(group_role_label(view)))
FIELD(get_supplied, list_group, value_bool(group_supplied(view)))
FIELD(get_id, list_group, value_text(group_id(scratch, view)))
FIELD(get_count, list_group, value_string(group_count(scratch, view)))
FIELD(get_entries, list_group, group_entries(scratch, view))

static const struct value_field group_fields[] = {
    {"heading", "the month, day or year, or that it is not known", get_heading},
    {"role", "as what a person signs them, where he signs as several; else nothing", get_role},
    {"supplied", "whether the heading is the archive's: all inferred, or not known", get_supplied},
    {"id", "anchor of a day, or of a person's year; nothing for months", get_id},
    {"count", "how many stories it has in all, and whether it goes on from the sheet before",
     get_count},
    {"entries", "its stories on this sheet", get_entries},
    {0},
};

const struct value_type list_group_type = {.name = "group", .fields = group_fields};

bool sheet_opens(const struct view *view)
{
    return view->output->sheet <= 1;
}

struct str sheet_title(struct arena *scratch, const struct view *view, struct str title)
{
    if (sheet_opens(view))
        return title;
    return strings_fill(scratch, view->site->strings, "sheet-title", {"title", title},
                        {"n", number_text(scratch, view->output->sheet)});
}

FIELD(list_len, list, value_size(view->entries->len))
FIELD(list_groups, list, list_groups_value(scratch, view))
FIELD(list_opens, list, value_bool(sheet_opens(view->view)))
FIELD(list_pager, list, pager_value(view->view))

static const struct value_field list_fields[] = {
    {"len", "how many stories it has, on all sheets", list_len},
    {"groups", "the stories of this sheet by time", list_groups},
    {"opens", "whether this is the first sheet", list_opens},
    {"pager", "the way to the other sheets; nothing where there are none", list_pager},
    {0},
};

const struct value_type list_type = {.name = "list", .fields = list_fields};

struct value view_list(struct arena *scratch, const struct view *view,
                       const struct entries *entries, enum list_groups by)
{
    struct list *list = ARENA_NEW(scratch, struct list);
    size_t per_page = (size_t)view->site->config->per_page;
    size_t from = (view->output->sheet - 1) * per_page;
    size_t to = from + per_page < entries->len ? from + per_page : entries->len;
    *list = (struct list){view, entries, by, from, to};
    return value_object(&list_type, list);
}
