/* SPDX-License-Identifier: MIT */
#include "site/stamp.h"

#include "archive/issues.h"
#include "search/index.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/sum.h"
#include "site/theme.h"
#include "site/view/view.h"
#include "site/view/view_issues.h"
#include "site/view/view_story.h"

struct stamping {
    struct arena scratch;
    const struct site *site;
    uint64_t *item; /* of each entry, by entry_number(): what a list shows of it */
    uint64_t *full; /* the same, and who signs it */
    uint64_t kinds[PAGE_KIND_COUNT];
};

static void add_item(struct sum *sum, const struct stamping *stamping, const struct entry *entry)
{
    sum_add(sum, entry != NULL);
    if (entry)
        sum_add_stamp(sum, stamping->item[entry_number(entry)]);
}

/* Of each of a list what STAMPS has of it, as `item` or `full`. */
static void add_entries(struct sum *sum, const uint64_t *stamps, const struct entries *entries)
{
    sum_add(sum, entries->len);
    for (size_t i = 0; i < entries->len; i++)
        sum_add_stamp(sum, stamps[entry_number(entries->at[i])]);
}

static void add_items(struct sum *sum, const struct stamping *stamping,
                      const struct entries *entries)
{
    add_entries(sum, stamping->item, entries);
}

/* With who signs the stories, as what stands beside the list says. */
static void add_list(struct sum *sum, const struct stamping *stamping,
                     const struct entries *entries)
{
    add_entries(sum, stamping->full, entries);
}

static void add_person(struct sum *sum, const struct person *person)
{
    sum_add(sum, person != NULL);
    if (!person)
        return;
    sum_add_str(sum, person->key);
    sum_add_str(sum, person->name);
    sum_add_str(sum, person->form);
    sum_add_str(sum, person->pinyin);
    sum_add(sum, (uint64_t)person->initial);
    sum_add(sum, person->organisation);
}

static void add_half(struct sum *sum, const struct entry *half)
{
    sum_add(sum, half != NULL);
    if (half)
        sum_add_str(sum, half->page->page->facts.number);
}

static uint64_t item_stamp(const struct entry *entry)
{
    struct sum sum = {0};
    sum_add_stamp(&sum, entry->page->page->made_of);
    sum_add(&sum, entry->place);
    sum_add_str(&sum, entry->story->id);
    sum_add_str(&sum, entry->page->slug);
    add_half(&sum, entry->continues);
    add_half(&sum, entry->continued_from);
    sum_add(&sum, entry->printings ? entry->printings->len : 0);
    return sum_stamp(&sum);
}

static uint64_t full_stamp(const struct stamping *stamping, const struct entry *entry)
{
    const struct archive *archive = stamping->site->archive;
    const struct bylines *bylines = &entry->story->bylines;
    struct sum sum = {0};
    add_item(&sum, stamping, entry);
    for (size_t i = 0; i < bylines->len; i++) {
        add_person(&sum, archive_person(archive, &bylines->at[i]));
        add_person(&sum, archive_body(archive, &bylines->at[i]));
    }
    return sum_stamp(&sum);
}

static void stamp_entries(struct stamping *stamping)
{
    const struct archive *archive = stamping->site->archive;
    size_t len = archive->entries.len;
    stamping->item = ARENA_ARRAY(&stamping->scratch, uint64_t, len);
    stamping->full = ARENA_ARRAY(&stamping->scratch, uint64_t, len);
    for (size_t i = 0; i < len; i++) {
        const struct entry *entry = archive->entries.at[i];
        stamping->item[entry_number(entry)] = item_stamp(entry);
        stamping->full[entry_number(entry)] = full_stamp(stamping, entry);
    }
}

/* How much there is of everything, which every template may say. */
static void add_counts(struct sum *sum, const struct archive *archive)
{
    const size_t counts[] = {
        archive->entries.len,   archive->photos_len,      archive->pages.len,
        archive->provinces.len, archive->prefectures_len, archive->counties_len,
        archive->topics.len,    archive->people.len,      archive->years.len,
        archive->undated.len,
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        sum_add(sum, counts[i]);
}

static void stamp_kinds(struct stamping *stamping)
{
    const struct site *site = stamping->site;
    const struct template_set *templates = site->theme->templates;
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        struct sum sum = {0};
        sum_add_stamp(&sum, site->made_with);
        sum_add(&sum, kind);
        sum_add(&sum, template_hash(templates, str_of(page_kinds[kind].file)));
        if (template_set_names(templates, STR("archive")))
            add_counts(&sum, site->archive);
        stamping->kinds[kind] = sum_stamp(&sum);
    }
}

/* ---- of each kind */

static void add_story(struct sum *sum, const struct stamping *stamping, const struct output *output)
{
    const struct entry *entry = output->subject;
    sum_add_stamp(sum, stamping->full[entry_number(entry)]);
    add_item(sum, stamping, entry->place > 0 ? entry - 1 : NULL);
    add_item(sum, stamping, entry->place + 1 < entry->page->entries_len ? entry + 1 : NULL);
    add_item(sum, stamping, entry->continues);
    add_item(sum, stamping, entry->continued_from);
    struct arena scratch = {0};
    struct entries printings = story_printings(&scratch, entry);
    add_items(sum, stamping, &printings);
    add_items(sum, stamping, &entry->related);
    arena_clear(&scratch);
}

static void add_page(struct sum *sum, const struct archive_page *page)
{
    sum_add_stamp(sum, page->page->made_of);
    sum_add_str(sum, page->slug);
}

/* With its neighbours, which may be of the same issue, and where its day and its issue are listed.
 */
static void add_source(struct sum *sum, const struct stamping *stamping,
                       const struct output *output)
{
    const struct archive *archive = stamping->site->archive;
    const struct archive_page *page = output->subject;
    struct arena scratch = {0};
    add_page(sum, page);
    for (size_t i = 0; i < page->entries_len; i++)
        add_item(sum, stamping, &page->entries[i]);
    sum_add(sum, page->turn > 0);
    if (page->turn > 0)
        add_page(sum, archive->issues.at[page->turn - 1]);
    if (page->turn + 1 < archive->issues.len)
        add_page(sum, archive->issues.at[page->turn + 1]);
    sum_add_str(sum, path_listed(&scratch, archive, page->date, page->precision));
    sum_add_str(sum, issues_href(&scratch, stamping->site, page));
    arena_clear(&scratch);
}

static void add_counties(struct sum *sum, const struct prefecture_index *prefecture)
{
    sum_add_str(sum, prefecture->prefecture->code);
    sum_add(sum, prefecture->entries.len);
    sum_add(sum, prefecture->counties.len);
    for (size_t i = 0; i < prefecture->counties.len; i++) {
        sum_add_str(sum, prefecture->counties.at[i]->county->code);
        sum_add(sum, prefecture->counties.at[i]->entries.len);
    }
}

static void add_region(struct sum *sum, const struct stamping *stamping,
                       const struct output *output)
{
    const struct region_page *page = output->subject;
    const struct prefecture_index *prefecture = page->prefecture;
    const struct province_index *province = page->province;
    sum_add(sum, page->whole);
    add_list(sum, stamping, prefecture ? &prefecture->entries : &province->entries);
    add_list(sum, stamping, prefecture ? &prefecture->whole : &province->whole);
    if (prefecture)
        add_counties(sum, prefecture);
    for (size_t i = 0; !prefecture && i < province->prefectures.len; i++)
        add_counties(sum, province->prefectures.at[i]);
}

static void add_county(struct sum *sum, const struct stamping *stamping,
                       const struct output *output)
{
    const struct county_index *county = output->subject;
    add_list(sum, stamping, &county->entries);
    add_counties(sum, county->parent);
}

static void add_topic(struct sum *sum, const struct stamping *stamping, const struct output *output)
{
    add_list(sum, stamping, &((const struct topic_index *)output->subject)->entries);
}

static void add_signer(struct sum *sum, const struct stamping *stamping,
                       const struct output *output)
{
    const struct person *person = output->subject;
    add_person(sum, person);
    for (size_t i = 0; i < person->names.len; i++)
        sum_add_str(sum, person->names.at[i].text);
    add_list(sum, stamping, &person->entries);
    add_items(sum, stamping, &person->by_role);
    for (size_t i = 0; i < BYLINE_ROLES; i++)
        sum_add(sum, person->roles[i]);
    for (size_t i = 0; i < person->members.len; i++)
        add_person(sum, person->members.at[i]);
}

/* Newspaper pages whose lists are by year: which of them, and where they begin there. */
static void add_turns(struct sum *sum, const struct archive *archive, unsigned year, unsigned month)
{
    struct turns all = issues_of_year(archive, year), turns = issues_of_month(archive, year, month);
    sum_add(sum, turns.first - all.first);
    sum_add(sum, turns.end - turns.first);
}

/* With all months that have stories, of which two are its neighbours. */
static void add_month(struct sum *sum, const struct stamping *stamping, const struct output *output)
{
    const struct year_indexes *years = &stamping->site->archive->years;
    const struct month_index *month = output->subject;
    sum_add(sum, month->inferred);
    add_list(sum, stamping, &month->entries);
    add_turns(sum, stamping->site->archive, month->year->year, month->month);
    for (size_t i = 0; i < years->len; i++) {
        sum_add(sum, years->at[i]->year);
        for (size_t k = 0; k < 12; k++)
            sum_add(sum, years->at[i]->months[k].entries.len > 0);
    }
}

static void add_issues(struct sum *sum, const struct stamping *stamping,
                       const struct output *output)
{
    const struct issues_page *pages = output->subject;
    for (size_t i = pages->first; i < pages->end; i++)
        add_page(sum, stamping->site->archive->issues.at[i]);
}

static void add_undated(struct sum *sum, const struct stamping *stamping,
                        const struct output *output)
{
    (void)output;
    add_list(sum, stamping, &stamping->site->archive->undated);
}

/* ---- later sheets of long lists */

/* The list that a page goes over; NULL: it has none, or says more than that on each sheet. */
static const struct entries *list_of(const struct archive *archive, const struct output *output)
{
    const struct region_page *region = output->subject;
    switch (output->kind) {
    case PAGE_COUNTY:
        return &((const struct county_index *)output->subject)->entries;
    case PAGE_TOPIC:
        return &((const struct topic_index *)output->subject)->entries;
    case PAGE_UNDATED:
        return &archive->undated;
    case PAGE_REGION:
        if (region->whole)
            return region->prefecture ? &region->prefecture->whole : &region->province->whole;
        return region->prefecture ? &region->prefecture->entries : &region->province->entries;
    default:
        return NULL;
    }
}

/* What every sheet of a list says of all of it: how many stories of which time. */
static void add_shape(struct sum *sum, const struct entries *list)
{
    sum_add(sum, list->len);
    for (size_t i = 0; i < list->len; i++) {
        const struct story *story = list->at[i]->story;
        const struct date *day = &story->date.value;
        sum_add(sum, (uint64_t)day->year << 32 | (uint64_t)day->month << 24 |
                         (uint64_t)day->day << 16 | (uint64_t)story->date.precision << 8 |
                         (uint64_t)story_date_inferred(&story->date) << 4 | (uint64_t)story->kind);
    }
}

static void add_sheet(struct sum *sum, const struct stamping *stamping, const struct output *output,
                      const struct entries *list)
{
    size_t per_page = (size_t)stamping->site->config->per_page;
    size_t from = (output->sheet - 1) * per_page;
    for (size_t i = from; i < from + per_page && i < list->len; i++)
        add_item(sum, stamping, list->at[i]);
}

/* ---- all */

/* Those that are not here say something of everything there is, and are few. */
static void (*const adds[PAGE_KIND_COUNT])(struct sum *sum, const struct stamping *stamping,
                                           const struct output *output) = {
    [PAGE_STORY] = add_story,     [PAGE_SOURCE] = add_source, [PAGE_REGION] = add_region,
    [PAGE_COUNTY] = add_county,   [PAGE_TOPIC] = add_topic,   [PAGE_PERSON] = add_signer,
    [PAGE_UNDATED] = add_undated, [PAGE_MONTH] = add_month,   [PAGE_ISSUES] = add_issues,
};

/* Of a list that goes over several sheets. */
static bool shares_subject(const struct outputs *outputs, size_t i)
{
    return i > 0 && outputs->at[i].sheet > 1 && outputs->at[i].kind == outputs->at[i - 1].kind &&
           outputs->at[i].subject == outputs->at[i - 1].subject;
}

/* What is the same for all sheets of a subject: of all of it, and of its shape. */
struct shared {
    uint64_t all, shape;
};

static struct shared shared_of(const struct stamping *stamping, const struct output *output)
{
    const struct entries *list = list_of(stamping->site->archive, output);
    struct sum all = {0}, shape = {0};
    adds[output->kind](&all, stamping, output);
    if (list && output->sheets > 1)
        add_shape(&shape, list);
    return (struct shared){sum_stamp(&all), sum_stamp(&shape)};
}

const struct archive_page *stamp_source(const struct output *output)
{
    return output->kind == PAGE_STORY    ? ((const struct entry *)output->subject)->page
           : output->kind == PAGE_SOURCE ? output->subject
                                         : NULL;
}

struct str stamp_reason(struct arena *keep, const struct stamp *now, const struct stamp *before,
                        struct str source)
{
    if (!now || !now->hash)
        return STR("it is made anew each time, and is other than it was");
    if (!before)
        return STR("it is new, or nothing is known of the one that stood there");
    if (before->with != now->with)
        return STR("its template, or what all pages share, changed");
    if (before->own != now->own)
        return str_format(keep, "%.*s, or what is said of its publication, changed",
                          STR_FMT(source));
    return now->own ? STR("what it shows of stories of other pages changed")
                    : STR("stories that it lists changed");
}

static uint64_t stamp(const struct stamping *stamping, const struct output *output,
                      const struct shared *shared)
{
    const struct entries *list = list_of(stamping->site->archive, output);
    struct sum sum = {0};
    sum_add_stamp(&sum, stamping->kinds[output->kind]);
    sum_add_str(&sum, output->path);
    sum_add(&sum, output->sheets);
    if (list && output->sheet > 1) {
        sum_add_stamp(&sum, shared->shape);
        add_sheet(&sum, stamping, output, list);
    } else {
        sum_add_stamp(&sum, shared->all);
    }
    return sum_stamp(&sum);
}

/* Of the stories in it, in their order. */
static uint64_t texts_stamp(const struct stamping *stamping, size_t file)
{
    const struct entries *entries = &stamping->site->archive->entries;
    struct sum sum = {0};
    sum_add(&sum, file);
    for (size_t i = file * SEARCH_TEXTS; i < entries->len && i < (file + 1) * SEARCH_TEXTS; i++)
        add_item(&sum, stamping, entries->at[i]);
    return sum_stamp(&sum);
}

struct stamps stamps_make(struct arena *keep, const struct site *site,
                          const struct outputs *outputs)
{
    struct stamping stamping = {.site = site};
    struct shared shared = {0};
    struct stamps stamps = {0};
    stamp_entries(&stamping);
    stamp_kinds(&stamping);
    for (size_t i = 0; i < outputs->len; i++) {
        const struct output *output = &outputs->at[i];
        bool stamped = adds[output->kind] != NULL;
        if (stamped && !shares_subject(outputs, i))
            shared = shared_of(&stamping, output);
        const struct archive_page *source = stamp_source(output);
        vec_push(keep, &stamps,
                 (struct stamp){.path = output->path,
                                .hash = stamped ? stamp(&stamping, output, &shared) : 0,
                                .with = stamping.kinds[output->kind],
                                .own = source ? source->page->made_of : 0});
    }
    for (size_t i = 0; i < search_texts_len(site->archive); i++)
        vec_push(
            keep, &stamps,
            (struct stamp){.path = search_texts_path(keep, i), .hash = texts_stamp(&stamping, i)});
    arena_clear(&stamping.scratch);
    return stamps;
}
