/* SPDX-License-Identifier: MIT */
#include "site/feeds.h"

#include <libxml/xmlwriter.h>

#include "base/bidi.h"
#include "base/utf8.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/strings.h"
#include "site/view/view_entry.h"

#define ATOM "http://www.w3.org/2005/Atom"
#define SITEMAP "http://www.sitemaps.org/schemas/sitemap/0.9"

enum { SUMMARY_CHARS = 90, EPOCH = 1970 };

struct feeds {
    const struct site *site;
    feeds_put *put;
    void *context;
    struct arena scratch; /* reset after each file */
    xmlTextWriter *xml;
    xmlBuffer *bytes;
};

/* ---- XML */

/* S, with U+FFFD for what no XML document may hold; it turns no writing but its own. */
static const xmlChar *xml_text(struct feeds *feeds, struct str s)
{
    struct buf clean = {0};
    s = bidi_closed(&feeds->scratch, s);
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        bool control = c.code < 0x20 && c.code != '\t' && c.code != '\n' && c.code != '\r';
        utf8_add(&clean, control || c.code == 0xfffe || c.code == 0xffff ? 0xfffd : c.code);
    }
    const char *kept = str_c(&feeds->scratch, buf_view(&clean));
    buf_clear(&clean);
    return (const xmlChar *)kept;
}

static void begin(struct feeds *feeds, const char *element)
{
    xmlTextWriterStartElement(feeds->xml, (const xmlChar *)element);
}

static void end(struct feeds *feeds)
{
    xmlTextWriterEndElement(feeds->xml);
}

static void attribute(struct feeds *feeds, const char *name, struct str value)
{
    xmlTextWriterWriteAttribute(feeds->xml, (const xmlChar *)name, xml_text(feeds, value));
}

static void element(struct feeds *feeds, const char *name, struct str text)
{
    xmlTextWriterWriteElement(feeds->xml, (const xmlChar *)name, xml_text(feeds, text));
}

static void begin_document(struct feeds *feeds, const char *root, const char *space)
{
    feeds->bytes = xmlBufferCreate();
    feeds->xml = feeds->bytes ? xmlNewTextWriterMemory(feeds->bytes, 0) : NULL;
    if (!feeds->xml)
        die("out of memory");
    xmlTextWriterSetIndent(feeds->xml, 1);
    xmlTextWriterStartDocument(feeds->xml, NULL, "UTF-8", NULL);
    begin(feeds, root);
    attribute(feeds, "xmlns", str_of(space));
}

/* Hands the document over as PATH. */
static bool end_document(struct feeds *feeds, struct str path)
{
    xmlTextWriterEndDocument(feeds->xml);
    xmlFreeTextWriter(feeds->xml);
    struct str bytes = {(const char *)xmlBufferContent(feeds->bytes),
                        (size_t)xmlBufferLength(feeds->bytes)};
    bool good = feeds->put(feeds->context, path, bytes);
    xmlBufferFree(feeds->bytes);
    arena_reset(&feeds->scratch);
    return good;
}

/* ---- feeds */

static struct str address(struct feeds *feeds, struct str path)
{
    return path_url(&feeds->scratch, feeds->site->config->base_url, path);
}

/* RFC 3339: midnight of the first day that the date may be. */
static struct str timestamp(struct feeds *feeds, const struct story_date *date)
{
    bool known = date->precision != PRECISION_NONE;
    unsigned month = date->value.month ? date->value.month : 1;
    unsigned day = date->value.day ? date->value.day : 1;
    return str_format(&feeds->scratch, "%04u-%02u-%02uT00:00:00Z", known ? date->value.year : EPOCH,
                      known ? month : 1, known ? day : 1);
}

static void link_to(struct feeds *feeds, const char *rel, const char *type, struct str path)
{
    begin(feeds, "link");
    attribute(feeds, "rel", str_of(rel));
    attribute(feeds, "type", str_of(type));
    attribute(feeds, "href", address(feeds, path));
    end(feeds);
}

static void write_authors(struct feeds *feeds, const struct story *story)
{
    for (size_t i = 0; i < story->bylines.len; i++) {
        bool again = false;
        for (size_t k = 0; k < i; k++)
            again |= str_eq(story->bylines.at[k].name, story->bylines.at[i].name);
        if (again)
            continue;
        begin(feeds, story->bylines.at[i].role == BYLINE_EDITOR ? "contributor" : "author");
        element(feeds, "name", story->bylines.at[i].name);
        end(feeds);
    }
}

static void write_categories(struct feeds *feeds, const struct story *story)
{
    for (size_t i = 0; i < story->topics.len; i++) {
        begin(feeds, "category");
        attribute(feeds, "term", story->topics.at[i].topic->id);
        attribute(feeds, "label", story->topics.at[i].topic->label);
        end(feeds);
    }
}

static void write_entry(struct feeds *feeds, const struct entry *entry)
{
    const struct story *story = entry->story;
    struct str path = path_story(&feeds->scratch, story), title = story->headline;
    if (story->headline_derived)
        title = strings_fill(&feeds->scratch, feeds->site->strings, "bracketed", {"text", title});
    begin(feeds, "entry");
    element(feeds, "title", title);
    element(feeds, "id", address(feeds, path));
    link_to(feeds, "alternate", "text/html", path);
    element(feeds, "updated", timestamp(feeds, &story->date));
    write_authors(feeds, story);
    write_categories(feeds, story);
    element(feeds, "summary",
            entry_standfirst(&feeds->scratch, feeds->site->archive, entry, SUMMARY_CHARS));
    end(feeds);
}

/* The newest stories of a list whose page is PAGE. */
static bool write_feed(struct feeds *feeds, struct str title, struct str page, struct str path,
                       const struct entries *entries)
{
    const struct config *config = feeds->site->config;
    const struct story_date none = {0};
    begin_document(feeds, "feed", ATOM);
    attribute(feeds, "xml:lang", config->language);
    element(feeds, "title", title);
    element(feeds, "id", address(feeds, path));
    link_to(feeds, "self", "application/atom+xml", path);
    link_to(feeds, "alternate", "text/html", page);
    element(feeds, "updated",
            timestamp(feeds, entries->len ? &entries->at[0]->story->date : &none));
    begin(feeds, "author");
    element(feeds, "name", config->publisher.len ? config->publisher : config->title);
    end(feeds);
    for (size_t i = 0; i < entries->len && i < FEED_STORIES; i++)
        if (entries->at[i]->story->date.precision != PRECISION_NONE)
            write_entry(feeds, entries->at[i]);
    return end_document(feeds, path);
}

struct str feed_path(struct arena *keep, struct str path)
{
    struct str html = STR(".html");
    return str_format(keep, "%.*s.xml", STR_FMT(str_slice(path, 0, path.len - html.len)));
}

/* A feed of a county's or topic's stories: 岚县｜三晋县报文存. */
static bool write_part(struct feeds *feeds, struct arena *keep, struct str name, struct str page,
                       const struct entries *entries)
{
    struct str title = strings_fill(keep, feeds->site->strings, "title", {"title", name},
                                    {"site", feeds->site->config->title});
    return write_feed(feeds, title, page, feed_path(keep, page), entries);
}

static bool write_counties(struct feeds *feeds, struct arena *keep)
{
    const struct archive *archive = feeds->site->archive;
    bool good = true;
    for (size_t i = 0; i < archive->provinces.len; i++) {
        const struct prefecture_indexes *prefectures = &archive->provinces.at[i]->prefectures;
        for (size_t k = 0; k < prefectures->len; k++)
            for (size_t n = 0; good && n < prefectures->at[k]->counties.len; n++) {
                const struct county_index *index = prefectures->at[k]->counties.at[n];
                good = write_part(feeds, keep, index->county->name,
                                  path_county(keep, index->county), &index->entries);
            }
    }
    return good;
}

static bool write_topics(struct feeds *feeds, struct arena *keep)
{
    const struct archive *archive = feeds->site->archive;
    bool good = true;
    for (size_t i = 0; good && i < archive->topics.len; i++) {
        const struct topic_index *index = archive->topics.at[i];
        if (index->topic)
            good = write_part(feeds, keep, index->topic->label, path_topic(keep, index->topic),
                              &index->entries);
    }
    return good;
}

/* ---- the sitemap */

static bool is_listed(const struct output *output)
{
    return output->kind != PAGE_NOT_FOUND && output->kind != PAGE_GONE &&
           output->kind != PAGE_SEARCH;
}

/* The pages FROM on, as many as a sitemap may have; *NEXT is the first that is left. */
static bool write_urls(struct feeds *feeds, const struct outputs *outputs, size_t from,
                       struct str path, size_t *next)
{
    size_t urls = 0, i = from;
    begin_document(feeds, "urlset", SITEMAP);
    for (; i < outputs->len && urls < SITEMAP_URLS; i++) {
        if (!is_listed(&outputs->at[i]))
            continue;
        begin(feeds, "url");
        element(feeds, "loc", address(feeds, outputs->at[i].path));
        end(feeds);
        urls++;
    }
    *next = i;
    return end_document(feeds, path);
}

static bool write_index(struct feeds *feeds, size_t maps)
{
    begin_document(feeds, "sitemapindex", SITEMAP);
    for (size_t i = 1; i <= maps; i++) {
        begin(feeds, "sitemap");
        element(feeds, "loc", address(feeds, str_format(&feeds->scratch, "sitemap-%zu.xml", i)));
        end(feeds);
    }
    return end_document(feeds, STR("sitemap.xml"));
}

/* One sitemap, or an index of several where there are more pages than one may have. */
static bool write_sitemap(struct feeds *feeds, struct arena *keep, const struct outputs *outputs)
{
    if (outputs->len <= SITEMAP_URLS) {
        size_t next;
        return write_urls(feeds, outputs, 0, STR("sitemap.xml"), &next);
    }
    size_t maps = 0;
    for (size_t next = 0; next < outputs->len;) {
        struct str path = str_format(keep, "sitemap-%zu.xml", ++maps);
        if (!write_urls(feeds, outputs, next, path, &next))
            return false;
    }
    return write_index(feeds, maps);
}

static bool write_robots(struct feeds *feeds)
{
    struct str text = str_format(&feeds->scratch, "User-agent: *\nAllow: /\n\nSitemap: %.*s\n",
                                 STR_FMT(address(feeds, STR("sitemap.xml"))));
    return feeds->put(feeds->context, STR("robots.txt"), text);
}

bool feeds_write(const struct site *site, const struct outputs *outputs, feeds_put *put,
                 void *context)
{
    struct feeds feeds = {.site = site, .put = put, .context = context};
    struct arena keep = {0};
    if (!site->config->base_url.len)
        return true;
    bool good = write_feed(&feeds, site->config->title, STR("index.html"), STR("feed.xml"),
                           &site->archive->entries) &&
                write_counties(&feeds, &keep) && write_topics(&feeds, &keep) &&
                write_sitemap(&feeds, &keep, outputs) && write_robots(&feeds);
    arena_clear(&feeds.scratch);
    arena_clear(&keep);
    return good;
}
