/* SPDX-License-Identifier: MIT */
#include "site/view/view_site.h"

#include "base/utf8.h"
#include "site/config.h"
#include "site/view/field.h"
#include "site/view/sentence.h"

/* From so many characters on, a name is set smaller at the head of the front page. */
enum { LONG_TITLE = 9 };

FIELD(get_title, site, value_string(view->config->title))
FIELD(get_title_long, site, value_bool(utf8_count(view->config->title) >= LONG_TITLE))
FIELD(get_subtitle, site, value_text(view->config->subtitle))
FIELD(get_description, site, value_text(view->config->description))
FIELD(get_publisher, site, value_text(view->config->publisher))
FIELD(get_contact, site, value_text(view->config->contact))
FIELD(get_language, site, value_string(view->config->language))
FIELD(get_rights, site, value_text(view->config->rights))
FIELD(get_data_license, site, value_text(view->config->data_license))
FIELD(get_base_url, site, value_text(view->config->base_url))

static const struct value_field site_fields[] = {
    {"title", "the site's name", get_title},
    {"title_long", "whether the name has nine characters or more", get_title_long},
    {"subtitle", "a few words beside the name, or nothing", get_subtitle},
    {"description", "a sentence about the site, or nothing", get_description},
    {"publisher", "who keeps the archive, or nothing", get_publisher},
    {"contact", "where errors are reported: a URL, or nothing", get_contact},
    {"language", "of the site's own words, for lang", get_language},
    {"rights", "a line about rights, or nothing", get_rights},
    {"data_license", "a line about the use of the data, or nothing", get_data_license},
    {"base_url", "where the site will stand, or nothing", get_base_url},
    {0},
};

const struct value_type site_type = {.name = "site", .fields = site_fields};

struct value site_value(const struct site *site)
{
    return value_object(&site_type, site);
}

FIELD(get_stories, site, value_size(view->archive->entries.len))
FIELD(get_photos, site, value_size(view->archive->photos_len))
FIELD(get_pages, site, value_size(view->archive->pages.len))
FIELD(get_provinces, site, value_size(view->archive->provinces.len))
FIELD(get_prefectures, site, value_size(view->archive->prefectures_len))
FIELD(get_counties, site, value_size(view->archive->counties_len))
FIELD(get_topics, site, value_size(view->archive->topics.len))
FIELD(get_people, site, value_size(view->archive->people.len))
FIELD(get_years, site, value_size(view->archive->years.len))
FIELD(get_undated, site, value_size(view->archive->undated.len))

static const struct value_field archive_fields[] = {
    {"stories", "how many stories there are", get_stories},
    {"photos", "how many of them are captions of pictures", get_photos},
    {"pages", "how many source pages", get_pages},
    {"provinces", "how many provinces", get_provinces},
    {"prefectures", "how many prefectures", get_prefectures},
    {"counties", "how many counties", get_counties},
    {"topics", "how many topics", get_topics},
    {"people", "how many people and bodies sign", get_people},
    {"years", "how many years the stories are from", get_years},
    {"undated", "how many stories have no date", get_undated},
    {0},
};

const struct value_type archive_type = {.name = "archive", .fields = archive_fields};

struct value archive_value(const struct site *site)
{
    return value_object(&archive_type, site);
}

struct value signs_value(struct arena *scratch, const struct site *site)
{
    const struct strings *strings = site->strings;
    struct sentence *said = ARENA_NEW(scratch, struct sentence);
    struct run brackets = {.text = strings_get(strings, "colophon-brackets"), .supplied = true};
    struct run links = {.text = strings_get(strings, "colophon-links"), .on_page = true};
    sentence_say(scratch, said, strings, "colophon", {"brackets", brackets}, {"links", links});
    return sentence_value(scratch, said);
}
