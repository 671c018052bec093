/* SPDX-License-Identifier: MIT */
#include "site/view/signings.h"

#include "site/paths.h"
#include "site/sheet.h"
#include "site/view/field.h"

static const char *const role_keys[BYLINE_ROLES] = {
    [BYLINE_REPORTER] = "as-reporter",
    [BYLINE_CORRESPONDENT] = "as-correspondent",
    [BYLINE_TEXT] = "as-text",
    [BYLINE_PHOTOGRAPHER] = "as-photographer",
    [BYLINE_AUTHOR] = "as-author",
    [BYLINE_EDITOR] = "as-editor",
    [BYLINE_ORGANISATION] = "as-organisation",
};

/* What is signed as one role in a year. */
struct signing {
    struct str label; /* the role; empty where the person has no other */
    struct str href;
    size_t count;
};

struct signings VEC_OF(struct signing);

struct signing_year {
    struct when when;
    struct signings signings;
};

struct signing_years VEC_OF(struct signing_year);

/* The years of a decade; those not known have one of their own. */
struct signing_decade {
    struct str label;
    size_t count;
    struct signing_years years;
};

struct signing_decades VEC_OF(struct signing_decade);

struct str role_label(const struct strings *strings, enum byline_role role)
{
    return strings_get(strings, role_keys[role]);
}

static size_t roles_len(const struct person *person)
{
    size_t len = 0;
    for (size_t i = 0; i < BYLINE_ROLES; i++)
        len += person->roles[i] > 0;
    return len;
}

bool has_roles(const struct person *person)
{
    return roles_len(person) > 1;
}

struct str signing_id(struct arena *scratch, unsigned year, enum byline_role role)
{
    const char *name = byline_role_name(role);
    return year ? str_format(scratch, "y%u-%s", year, name)
                : str_format(scratch, "undated-%s", name);
}

void signings_say(struct arena *keep, struct sentence *deck, const struct strings *strings,
                  const struct person *person)
{
    struct sentence *roles = ARENA_NEW(keep, struct sentence);
    for (size_t i = 0; i < BYLINE_ROLES; i++) {
        if (person->roles[i] == 0)
            continue;
        struct run label = run_text(role_label(strings, (enum byline_role)i));
        if (!has_roles(person)) {
            if (i != BYLINE_AUTHOR && i != BYLINE_ORGANISATION)
                sentence_say(keep, deck, strings, "person-role", {"role", label});
            return;
        }
        if (roles->len > 0)
            sentence_say_all(keep, roles, strings, "list-comma", NULL);
        sentence_say(keep, roles, strings, "person-role-count", {"role", label},
                     {"n", run_number(keep, person->roles[i])});
    }
    if (roles->len > 0)
        sentence_say(keep, deck, strings, "person-roles", {"roles", run_many(roles)});
}

static struct when year_of(const struct strings *strings, const struct entry *entry)
{
    return when_year(when_of(strings, &entry->story->date));
}

static struct str signing_href(struct arena *scratch, const struct view *view, size_t place,
                               struct str id)
{
    const struct person *person = view->output->subject;
    size_t sheet = place / (size_t)view->site->config->per_page + 1;
    struct str path = path_sheet(scratch, path_person(scratch, person), sheet);
    return str_format(scratch, "%.*s#%.*s", STR_FMT(path), STR_FMT(id));
}

/* Adds story PLACE of the person's list to the last year, or begins another. */
static void add_signing(struct arena *scratch, const struct view *view, struct signing_years *years,
                        size_t place)
{
    const struct person *person = view->output->subject;
    const struct strings *strings = view->site->strings;
    const struct entry *entry = person->by_role.at[place];
    enum byline_role role = person_role(person, entry);
    struct when when = year_of(strings, entry);
    bool same_year = years->len > 0 && when_same(&years->at[years->len - 1].when, &when);
    if (!same_year)
        vec_push(scratch, years, (struct signing_year){.when = when});
    struct signing_year *year = &years->at[years->len - 1];
    year->when.inferred = year->when.inferred && when.inferred;
    bool same_role = same_year && person_role(person, person->by_role.at[place - 1]) == role;
    if (!same_role)
        vec_push(scratch, &year->signings,
                 (struct signing){
                     has_roles(person) ? role_label(strings, role) : STR_NONE,
                     signing_href(scratch, view, place, signing_id(scratch, when.date.year, role)),
                     0,
                 });
    year->signings.at[year->signings.len - 1].count++;
}

static struct signing_years *years_of(struct arena *scratch, const struct view *view)
{
    const struct person *person = view->output->subject;
    struct signing_years *years = ARENA_NEW(scratch, struct signing_years);
    for (size_t i = 0; i < person->by_role.len; i++)
        add_signing(scratch, view, years, i);
    return years;
}

struct value signings_value(struct arena *scratch, const struct view *view)
{
    const struct signing_years *years = years_of(scratch, view);
    bool one = years->len == 0 || (years->len == 1 && years->at[0].signings.len == 1);
    return one || years->len > SIGNING_YEARS_MAX ? VALUE_NONE
                                                 : value_vec(scratch, &signing_year_type, years);
}

static struct str decade_label(struct arena *scratch, const struct strings *strings,
                               const struct when *when)
{
    if (when->precision == PRECISION_NONE)
        return when_text(scratch, when);
    return strings_fill(scratch, strings, "date-decade",
                        {"year", number_text(scratch, when->date.year / 10U * 10U)});
}

/* Adds YEAR, which is earlier than all before, to the last decade, or begins another. */
static void add_year(struct arena *scratch, struct signing_decades *decades,
                     const struct strings *strings, struct signing_year year)
{
    struct str label = decade_label(scratch, strings, &year.when);
    if (decades->len == 0 || !str_eq(decades->at[decades->len - 1].label, label))
        vec_push(scratch, decades, (struct signing_decade){.label = label});
    struct signing_decade *decade = &decades->at[decades->len - 1];
    for (size_t i = 0; i < year.signings.len; i++)
        decade->count += year.signings.at[i].count;
    vec_push(scratch, &decade->years, year);
}

struct value signing_decades_value(struct arena *scratch, const struct view *view)
{
    const struct signing_years *years = years_of(scratch, view);
    struct signing_decades *decades = ARENA_NEW(scratch, struct signing_decades);
    for (size_t i = 0; i < years->len; i++)
        add_year(scratch, decades, view->site->strings, years->at[i]);
    return years->len > SIGNING_YEARS_MAX ? value_vec(scratch, &signing_decade_type, decades)
                                          : VALUE_NONE;
}

FIELD(decade_get_label, signing_decade, value_string(view->label))
FIELD(decade_count, signing_decade, value_size(view->count))
FIELD(decade_years, signing_decade, value_vec(scratch, &signing_year_type, &view->years))

static const struct value_field decade_fields[] = {
    {"label", "the decade, or that the year is not known", decade_get_label},
    {"count", "how many stories are signed in it", decade_count},
    {"years", "its years, the latest first", decade_years},
    {0},
};

const struct value_type signing_decade_type = {.name = "signing_decade", .fields = decade_fields};

static struct value year_supplied(const struct signing_year *year)
{
    return value_bool(year->when.inferred || year->when.precision == PRECISION_NONE);
}

FIELD(year_label, signing_year, value_string(when_text(scratch, &view->when)))
FIELD(get_year_supplied, signing_year, year_supplied(view))
FIELD(year_signings, signing_year, value_vec(scratch, &signing_type, &view->signings))

static const struct value_field year_fields[] = {
    {"label", "the year, or that it is not known", year_label},
    {"supplied", "whether all its dates are inferred, or not known", get_year_supplied},
    {"signings", "what is signed in it, a part for each role", year_signings},
    {0},
};

const struct value_type signing_year_type = {.name = "signing_year", .fields = year_fields};

FIELD(signing_label, signing, value_text(view->label))
FIELD(signing_get_href, signing, value_string(view->href))
FIELD(signing_count, signing, value_size(view->count))

static const struct value_field signing_fields[] = {
    {"label", "the role; nothing where the person signs as one alone", signing_label},
    {"href", "where the list has these stories, below public/", signing_get_href},
    {"count", "how many there are", signing_count},
    {0},
};

const struct value_type signing_type = {.name = "signing", .fields = signing_fields};
