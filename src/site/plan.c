/* SPDX-License-Identifier: MIT */
#include "site/plan.h"

#include "archive/issues.h"
#include "site/editorial/editorial.h"
#include "site/initials.h"
#include "site/paths.h"
#include "site/sheet.h"

struct planning {
    struct arena *keep;
    const struct site *site;
    struct outputs outputs;
};

static void add_file(struct planning *plan, enum page_kind kind, struct str path,
                     const void *subject)
{
    vec_push(
        plan->keep, &plan->outputs,
        (struct output){.kind = kind, .path = path, .subject = subject, .sheet = 1, .sheets = 1});
}

/* A list of so many sheets, which PATH is the first of. */
static void add_sheets(struct planning *plan, enum page_kind kind, struct str path,
                       const void *subject, size_t sheets)
{
    for (size_t sheet = 1; sheet <= sheets; sheet++)
        vec_push(plan->keep, &plan->outputs,
                 (struct output){.kind = kind,
                                 .path = path_sheet(plan->keep, path, sheet),
                                 .subject = subject,
                                 .sheet = sheet,
                                 .sheets = sheets});
}

static void add_list(struct planning *plan, enum page_kind kind, struct str path,
                     const void *subject, size_t stories)
{
    add_sheets(plan, kind, path, subject, sheets_of(plan->site->config, stories));
}

static void plan_singles(struct planning *plan)
{
    static const struct {
        enum page_kind kind;
        const char *path;
    } singles[] = {
        {PAGE_HOME, "index.html"},          {PAGE_COUNTIES, "counties/index.html"},
        {PAGE_TOPICS, "topics/index.html"}, {PAGE_PEOPLE, "people/index.html"},
        {PAGE_DATES, "dates/index.html"},   {PAGE_SEARCH, "search.html"},
        {PAGE_NOT_FOUND, "404.html"},
    };
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        add_file(plan, singles[i].kind, str_of(singles[i].path), NULL);
}

static void plan_editorials(struct planning *plan)
{
    const struct editorials *editorials = plan->site->editorials;
    for (size_t i = 0; editorials && i < editorials->len; i++)
        add_file(plan, PAGE_EDITORIAL, editorials->at[i].path, &editorials->at[i]);
}

static void plan_pages(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    for (size_t i = 0; i < archive->pages.len; i++) {
        const struct archive_page *page = archive->pages.at[i];
        add_file(plan, PAGE_SOURCE, path_source(plan->keep, page), page);
        for (size_t k = 0; k < page->entries_len; k++)
            add_file(plan, PAGE_STORY, path_story(plan->keep, page->entries[k].story),
                     &page->entries[k]);
    }
}

/* A province's or prefecture's pages: of all its stories, and of those about all of it. */
static void plan_region(struct planning *plan, const struct province_index *province,
                        const struct prefecture_index *prefecture)
{
    struct str code = prefecture ? prefecture->prefecture->code : province->province->code;
    const struct entries *all = prefecture ? &prefecture->entries : &province->entries;
    const struct entries *whole = prefecture ? &prefecture->whole : &province->whole;
    struct region_page *pages = ARENA_ARRAY(plan->keep, struct region_page, 2);
    pages[0] = (struct region_page){prefecture, province, false};
    pages[1] = (struct region_page){prefecture, province, true};
    add_list(plan, PAGE_REGION, path_region(plan->keep, code), &pages[0], all->len);
    if (has_whole(whole, all))
        add_list(plan, PAGE_REGION, path_whole(plan->keep, code), &pages[1], whole->len);
}

static void plan_prefecture(struct planning *plan, const struct prefecture_index *prefecture)
{
    if (prefecture->prefecture->name.len)
        plan_region(plan, prefecture->parent, prefecture);
    for (size_t i = 0; i < prefecture->counties.len; i++) {
        const struct county_index *county = prefecture->counties.at[i];
        add_list(plan, PAGE_COUNTY, path_county(plan->keep, county->county), county,
                 county->entries.len);
    }
}

static void plan_counties(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    for (size_t i = 0; i < archive->provinces.len; i++) {
        const struct province_index *province = archive->provinces.at[i];
        plan_region(plan, province, NULL);
        for (size_t k = 0; k < province->prefectures.len; k++)
            plan_prefecture(plan, province->prefectures.at[k]);
    }
}

static void plan_topics(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    for (size_t i = 0; i < archive->topics.len; i++) {
        const struct topic_index *topic = archive->topics.at[i];
        add_list(plan, PAGE_TOPIC, path_topic(plan->keep, topic->topic), topic, topic->entries.len);
    }
}

/* Where they are many, their index leads to a page for each letter. */
static void plan_initials(struct planning *plan)
{
    const struct initials *initials = initials_of(plan->keep, plan->site->archive);
    for (size_t i = 0; i < INITIALS; i++) {
        const struct initial *initial = &initials->at[i];
        size_t sheets = (initial->people.len + NAMES_ON_PAGE - 1) / NAMES_ON_PAGE;
        add_sheets(plan, PAGE_PEOPLE, path_initial(plan->keep, initial->id), initial, sheets);
    }
}

static void plan_people(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    if (initials_split(archive))
        plan_initials(plan);
    for (size_t i = 0; i < archive->people.len; i++) {
        const struct person *person = archive->people.at[i];
        add_list(plan, PAGE_PERSON, path_person(plan->keep, person), person, person->entries.len);
    }
}

static void plan_year(struct planning *plan, const struct year_index *year)
{
    add_list(plan, PAGE_YEAR, path_year(plan->keep, year->year), year, year->year_only.len);
    for (size_t i = 0; i < 12; i++) {
        const struct month_index *month = &year->months[i];
        if (month->entries.len)
            add_list(plan, PAGE_MONTH, path_month(plan->keep, year->year, month->month), month,
                     month->entries.len);
    }
}

static void plan_dates(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    for (size_t i = 0; i < archive->years.len; i++)
        plan_year(plan, archive->years.at[i]);
    if (archive->undated.len)
        add_list(plan, PAGE_UNDATED, path_date(plan->keep, (struct date){0}, PRECISION_NONE), NULL,
                 archive->undated.len);
}

static void plan_issues(struct planning *plan)
{
    const struct archive *archive = plan->site->archive;
    size_t on_sheet = pages_on_sheet(plan->site->config);
    for (size_t first = 0; first < archive->issues.len;) {
        struct issues_page *pages = ARENA_NEW(plan->keep, struct issues_page);
        unsigned year = archive->issues.at[first]->date.year;
        struct turns turns = issues_of_year(archive, year);
        *pages = (struct issues_page){year, turns.first, turns.end};
        add_sheets(plan, PAGE_ISSUES, path_issues(plan->keep, year), pages,
                   (turns.end - turns.first + on_sheet - 1) / on_sheet);
        first = turns.end;
    }
}

struct outputs site_plan(struct arena *keep, const struct site *site)
{
    struct planning plan = {.keep = keep, .site = site};
    plan_singles(&plan);
    plan_editorials(&plan);
    plan_pages(&plan);
    plan_counties(&plan);
    plan_topics(&plan);
    plan_people(&plan);
    plan_dates(&plan);
    plan_issues(&plan);
    return plan.outputs;
}
