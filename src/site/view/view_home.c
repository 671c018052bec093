/* SPDX-License-Identifier: MIT */
#include "site/view/view_home.h"

#include "base/utf8.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/view/choice.h"
#include "site/view/field.h"
#include "site/view/glance.h"
#include "site/view/leaders.h"
#include "site/view/view_entry.h"
#include "site/view/view_timeline.h"

/* A name of so many characters or more is set smaller. */
enum { LONG_NAME = 9 };

/* So many of each are on the front page; the indexes have them all. */
enum {
    TRIO = 3,
    NEW_MAX = 6,
    GROUPS_MAX = 12,
    GROUP_COUNTIES_MAX = 12,
    TOPICS_MAX = 60,
    PEOPLE_MAX = 40,
};

/* A prefecture on the front page. */
struct home_group {
    const struct site *site;
    const struct prefecture_index *index;
};

struct home_groups VEC_OF(struct home_group);

struct home {
    const struct view *view;
    struct entries chosen; /* the lead, then the trio */
    struct home_groups groups;
};

static const struct site *site_of(const struct home *home)
{
    return home->view->site;
}

static const struct archive *archive_in(const struct home *home)
{
    return home->view->site->archive;
}

static const struct strings *words(const struct home *home)
{
    return home->view->site->strings;
}

/* The link to an index that has more than is shown, or nothing. */
static struct value more_link(struct arena *scratch, const struct home *home, const char *key,
                              size_t all, size_t shown)
{
    return all > shown ? value_string(strings_count(scratch, words(home), key, all)) : VALUE_NONE;
}

static struct value said(struct arena *scratch, struct sentence sentence)
{
    struct sentence *kept = ARENA_NEW(scratch, struct sentence);
    *kept = sentence;
    return sentence.len ? sentence_value(scratch, kept) : VALUE_NONE;
}

static struct value description(struct arena *scratch, const struct home *home)
{
    if (site_of(home)->config->description.len)
        return value_string(site_of(home)->config->description);
    struct sentence sentence = glance_extent(scratch, site_of(home));
    return value_string(sentence_text(scratch, words(home), &sentence));
}

static struct value subtitle(const struct home *home)
{
    struct str own = site_of(home)->config->subtitle;
    return value_string(own.len ? own : strings_get(words(home), "ear"));
}

/* Stories. */

static struct value lead(struct arena *scratch, const struct home *home)
{
    return home->chosen.len ? lead_value(scratch, site_of(home), home->chosen.at[0]) : VALUE_NONE;
}

static struct value trio(struct arena *scratch, const struct home *home)
{
    if (home->chosen.len < 2)
        return VALUE_NONE;
    return view_entries(scratch, site_of(home), home->chosen.at + 1, home->chosen.len - 1, NULL);
}

static bool is_chosen(const struct home *home, const struct entry *entry)
{
    for (size_t i = 0; i < home->chosen.len; i++) {
        if (home->chosen.at[i] == entry)
            return true;
    }
    return false;
}

/* The newest stories, but for those that stand on the page already. */
static struct value newest(struct arena *scratch, const struct home *home)
{
    const struct entries *all = &archive_in(home)->entries;
    struct entries *shown = ARENA_NEW(scratch, struct entries);
    for (size_t i = 0; i < all->len && shown->len < NEW_MAX; i++) {
        if (!is_chosen(home, all->at[i]))
            vec_push(scratch, shown, all->at[i]);
    }
    return shown->len ? view_entries(scratch, site_of(home), shown->at, shown->len, NULL)
                      : VALUE_NONE;
}

/* Counties by prefecture. */

static struct value group_name(const struct home_group *group)
{
    const struct prefecture *prefecture = group->index->prefecture;
    return value_string(prefecture->name.len ? prefecture->name : prefecture->province->name);
}

static struct value group_counties(struct arena *scratch, const struct home_group *group)
{
    struct leaders *leaders = ARENA_NEW(scratch, struct leaders);
    *leaders = leaders_first(leaders_of_prefecture(scratch, group->site->strings, group->index),
                             GROUP_COUNTIES_MAX);
    return leaders_value(scratch, leaders);
}

static struct value group_more(struct arena *scratch, const struct home_group *group)
{
    size_t len =
        group->index->counties.len + has_whole(&group->index->whole, &group->index->entries);
    if (len <= GROUP_COUNTIES_MAX)
        return VALUE_NONE;
    return value_string(
        strings_count(scratch, group->site->strings, "counties-more", len - GROUP_COUNTIES_MAX));
}

FIELD(get_group_name, home_group, group_name(view))
/* A prefecture's page; where a province has none between, the province's. */
static struct value group_href(struct arena *scratch, const struct home_group *group)
{
    const struct prefecture *prefecture = group->index->prefecture;
    return value_string(
        path_region(scratch, prefecture->name.len ? prefecture->code : prefecture->province->code));
}

FIELD(get_group_href, home_group, group_href(scratch, view))
FIELD(get_group_count, home_group, value_size(view->index->entries.len))
FIELD(get_group_counties, home_group, group_counties(scratch, view))
FIELD(get_group_more, home_group, group_more(scratch, view))

static const struct value_field home_group_fields[] = {
    {"name", "of the prefecture, or the province where it has none between", get_group_name},
    {"href", "its file below public/", get_group_href},
    {"count", "how many stories", get_group_count},
    {"counties", "its counties, most first, with counts", get_group_counties},
    {"more", "how many counties are not shown, in words; or nothing", get_group_more},
    {0},
};

const struct value_type home_group_type = {.name = "home group", .fields = home_group_fields};

/* The prefectures of all provinces, the one with most stories first. */
static struct home_groups groups_of(struct arena *scratch, const struct site *site)
{
    struct home_groups groups = {0};
    const struct province_indexes *provinces = &site->archive->provinces;
    for (size_t i = 0; i < provinces->len; i++) {
        const struct prefecture_indexes *list = &provinces->at[i]->prefectures;
        for (size_t k = 0; k < list->len; k++)
            vec_push(scratch, &groups, (struct home_group){site, list->at[k]});
    }
    for (size_t i = 1; i < groups.len; i++) {
        struct home_group group = groups.at[i];
        size_t at = i;
        for (; at > 0 && groups.at[at - 1].index->entries.len < group.index->entries.len; at--)
            groups.at[at] = groups.at[at - 1];
        groups.at[at] = group;
    }
    return groups;
}

static struct value counties(struct arena *scratch, const struct home *home)
{
    size_t len = home->groups.len < GROUPS_MAX ? home->groups.len : GROUPS_MAX;
    if (len == 0)
        return VALUE_NONE;
    return value_structs(scratch, &home_group_type, home->groups.at, len, sizeof *home->groups.at);
}

/* Topics and people. */

static struct value leaders_shown(struct arena *scratch, struct leaders leaders, size_t max)
{
    struct leaders *kept = ARENA_NEW(scratch, struct leaders);
    *kept = leaders_first(leaders, max);
    return kept->len ? leaders_value(scratch, kept) : VALUE_NONE;
}

FIELD(get_title, home, value_string(site_of(view)->config->title))
FIELD(get_description, home, description(scratch, view))
FIELD(get_long, home, value_bool(utf8_count(site_of(view)->config->title) >= LONG_NAME))
FIELD(get_subtitle, home, subtitle(view))
FIELD(get_strip, home, said(scratch, glance_strip(scratch, site_of(view))))
FIELD(get_glance, home, said(scratch, glance_extent(scratch, site_of(view))))
FIELD(get_glance_dates, home, said(scratch, glance_dates(scratch, site_of(view))))
FIELD(get_legend, home, said(scratch, glance_legend(scratch, site_of(view))))
FIELD(get_lead, home, lead(scratch, view))
FIELD(get_trio, home, trio(scratch, view))
FIELD(get_newest, home, newest(scratch, view))
FIELD(get_sources, home, sources_value(scratch, site_of(view)))
FIELD(get_sources_count, home, value_size(archive_in(view)->pages.len))
FIELD(get_sources_more, home,
      more_link(scratch, view, "sources-all", archive_in(view)->pages.len, SOURCES_MAX))
FIELD(get_timeline, home, view_timeline(scratch, site_of(view), &archive_in(view)->entries))
FIELD(get_counties, home, counties(scratch, view))
FIELD(get_counties_more, home,
      more_link(scratch, view, "counties-all", view->groups.len, GROUPS_MAX))
FIELD(get_topics, home,
      leaders_shown(scratch, leaders_all_topics(scratch, words(view), archive_in(view)),
                    TOPICS_MAX))
FIELD(get_people, home,
      leaders_shown(scratch, leaders_all_people(scratch, archive_in(view)), PEOPLE_MAX))
FIELD(get_people_more, home,
      more_link(scratch, view, "people-all", archive_in(view)->people.len, PEOPLE_MAX))

static const struct value_field home_fields[] = {
    {"title", "the site's", get_title},
    {"description", "the site's, or the glance as plain text", get_description},
    {"long", "whether the title is long, nine characters or more", get_long},
    {"subtitle", "the site's, or what the archive is", get_subtitle},
    {"strip", "the extent of the archive in short: a list of runs", get_strip},
    {"glance", "a sentence that says what there is: a list of runs", get_glance},
    {"glance_dates", "a sentence that says from when to when: a list of runs; or nothing",
     get_glance_dates},
    {"legend", "how to read the red: a list of runs", get_legend},
    {"lead", "a story that is worth reading; nothing where there is none", get_lead},
    {"trio", "up to three more of these; or nothing", get_trio},
    {"newest", "the newest stories besides; or nothing", get_newest},
    {"sources", "the newest source pages; or nothing", get_sources},
    {"sources_count", "how many source pages there are", get_sources_count},
    {"sources_more", "words for the link to all, where not all are shown; or nothing",
     get_sources_more},
    {"timeline", "of all stories; or nothing", get_timeline},
    {"counties", "prefectures with their counties, most first; or nothing", get_counties},
    {"counties_more", "words for the link to all, where not all are shown; or nothing",
     get_counties_more},
    {"topics", "with counts, most first; or nothing", get_topics},
    {"people", "those who sign most, with counts; or nothing", get_people},
    {"people_more", "words for the link to all, where not all are shown; or nothing",
     get_people_more},
    {0},
};

const struct value_type home_type = {.name = "home", .fields = home_fields};

struct value home_subject(struct arena *scratch, const struct view *view)
{
    struct home *home = ARENA_NEW(scratch, struct home);
    *home = (struct home){
        .view = view,
        .chosen = choice_make(scratch, view->site->archive, 1 + TRIO),
        .groups = groups_of(scratch, view->site),
    };
    return value_object(&home_type, home);
}
