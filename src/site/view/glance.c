/* SPDX-License-Identifier: MIT */
#include "site/view/glance.h"

#include "site/paths.h"
#include "site/view/view_counties.h"

struct sentence glance_strip(struct arena *keep, const struct site *site)
{
    const struct archive *archive = site->archive;
    struct sentence strip = {0};
    struct str extent = counties_extent(keep, site);
    if (extent.len)
        vec_push(keep, &strip, run_text(extent));
    vec_push(keep, &strip,
             run_text(strings_count(keep, site->strings, "stories-count", archive->entries.len)));
    vec_push(keep, &strip,
             run_text(strings_count(keep, site->strings, "pages-count", archive->pages.len)));
    struct when_span span = when_span(site->strings, &archive->entries);
    if (span.last.precision != PRECISION_NONE) {
        struct run run = run_text(when_span_text(keep, &span));
        run.supplied = when_span_supplied(&span);
        vec_push(keep, &strip, run);
    }
    return strip;
}

/* A figure that leads to its index; not said where it is 0. */
static void say_linked(struct arena *keep, struct sentence *glance, const struct site *site,
                       const char *key, size_t n, const char *href)
{
    if (n > 0)
        sentence_say(keep, glance, site->strings, key,
                     {"n", run_linked(run_strong(keep, n), str_of(href))});
}

struct sentence glance_extent(struct arena *keep, const struct site *site)
{
    const struct archive *archive = site->archive;
    struct sentence glance = {0};
    if (archive->entries.len == 0) {
        sentence_say_all(keep, &glance, site->strings, "none-yet", NULL);
        return glance;
    }
    sentence_say(keep, &glance, site->strings, "glance-stories",
                 {"n", run_strong(keep, archive->entries.len)});
    if (archive->photos_len > 0)
        sentence_say(keep, &glance, site->strings, "deck-photos",
                     {"n", run_number(keep, archive->photos_len)});
    say_linked(keep, &glance, site, "glance-pages", archive->pages.len, "dates/index.html#pages");
    say_linked(keep, &glance, site, "glance-counties", archive->counties_len,
               "counties/index.html");
    say_linked(keep, &glance, site, "glance-people", archive->people.len, "people/index.html");
    say_linked(keep, &glance, site, "glance-topics", archive_topics_named(archive),
               "topics/index.html");
    sentence_say_all(keep, &glance, site->strings, "stop", NULL);
    return glance;
}

static struct run linked_when(struct arena *keep, const struct when *when)
{
    return run_linked(run_when(keep, when), path_date(keep, when->date, when->precision));
}

static void say_span(struct arena *keep, struct sentence *dates, const struct site *site,
                     const struct when_span *span)
{
    if (when_same(&span->first, &span->last))
        sentence_say(keep, dates, site->strings, "glance-when",
                     {"date", linked_when(keep, &span->last)});
    else
        sentence_say(keep, dates, site->strings, "glance-span",
                     {"first", linked_when(keep, &span->first)},
                     {"last", linked_when(keep, &span->last)});
}

struct sentence glance_dates(struct arena *keep, const struct site *site)
{
    struct when_span span = when_span(site->strings, &site->archive->entries);
    struct sentence dates = {0};
    if (site->archive->entries.len == 0)
        return dates;
    if (span.last.precision == PRECISION_NONE) {
        sentence_say_all(keep, &dates, site->strings, "glance-all-undated", NULL);
    } else {
        say_span(keep, &dates, site, &span);
        struct run undated =
            run_text(strings_count(keep, site->strings, "glance-undated", span.undated));
        undated.href = path_date(keep, (struct date){0}, PRECISION_NONE);
        if (span.undated > 0)
            sentence_say(keep, &dates, site->strings, "glance-besides", {"undated", undated});
    }
    sentence_say_all(keep, &dates, site->strings, "stop", NULL);
    return dates;
}

struct sentence glance_legend(struct arena *keep, const struct site *site)
{
    struct run brackets = run_text(strings_get(site->strings, "colophon-brackets"));
    brackets.supplied = true;
    struct sentence legend = {0};
    sentence_say(keep, &legend, site->strings, "legend", {"brackets", brackets});
    return legend;
}
