/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "base/utf8.h"
#include "enrich/region.h"
#include "page/wordlist.h"
#include "site/paths.h"
#include "site/view/evidence.h"
#include "site/view/field.h"
#include "site/view/sentence.h"

/* So much is shown of what there is. */
enum {
    PLACE_QUOTES_MAX = 3,
    TOPIC_QUOTES_MAX = 1,
    DATE_QUOTES_MAX = 2,
    TOPIC_WORDS_MAX = 8,
    OPEN_PLACES_MAX = 3
};

struct quote_view {
    const struct story_view *on;
    struct quote quote;
};

struct quote_views VEC_OF(struct quote_view);

/* One county, topic or date, and what shows it. */
struct finding {
    struct sentence said;
    struct quote_views quotes;
};

struct findings VEC_OF(struct finding);

static struct quote_views quotes_of(struct arena *scratch, const struct story_view *view,
                                    const struct evidences *evidence, size_t max)
{
    struct quote_views quotes = {0};
    for (size_t i = 0; i < evidence->len && quotes.len < max; i++) {
        struct quote quote = evidence_quote(view->entry->story, &evidence->at[i]);
        if (quote.line)
            vec_push(scratch, &quotes, (struct quote_view){view, quote});
    }
    return quotes;
}

static struct finding *finding_add(struct arena *scratch, struct findings *findings,
                                   struct quote_views quotes)
{
    vec_push(scratch, findings, (struct finding){.quotes = quotes});
    return &findings->at[findings->len - 1];
}

static bool is_head(enum role role)
{
    return role == ROLE_KICKER || role == ROLE_HEADLINE || role == ROLE_SUBTITLE;
}

/* Whether the headline, the dateline, the text, or several say it. */
static const char *where_said(const struct story *story, const struct evidences *evidence)
{
    bool head = false, dateline = false, body = false;
    for (size_t i = 0; i < evidence->len; i++) {
        bool in_head = is_head(evidence_role(story, &evidence->at[i]));
        head |= in_head;
        dateline |= evidence->at[i].dateline;
        body |= !in_head && !evidence->at[i].dateline;
    }
    return !evidence->len     ? "evidence-home"
           : head && body     ? "evidence-both"
           : head             ? "evidence-headline"
           : dateline && body ? "evidence-dateline-body"
           : dateline         ? "evidence-dateline"
                              : "evidence-body";
}

static struct run run_name(struct str name)
{
    return (struct run){.text = name, .strong = true};
}

/* A county, region or topic by its NAME, found in the manner of KEY. */
static void find_named(struct arena *scratch, struct findings *findings,
                       const struct story_view *view, struct run name,
                       const struct evidences *evidence, const char *key)
{
    const struct strings *strings = view->site->strings;
    struct str how = strings_get(strings, key);
    struct quote_views quotes = quotes_of(scratch, view, evidence, PLACE_QUOTES_MAX);
    bool more = evidence->len > quotes.len && !str_eq(str_of(key), STR("evidence-given"));
    sentence_say(scratch, &finding_add(scratch, findings, quotes)->said, strings,
                 more ? "evidence-places" : "evidence-place", {"name", name},
                 {"how", run_text(how)}, {"n", run_number(scratch, evidence->len)});
}

/* What the story calls COUNTY, if that is another full name, 宜城县 of 宜城市, and never its own;
   else empty. */
static struct str name_then(const struct county *county, const struct evidences *evidence)
{
    static const struct str levels[] = {WORD("县"), WORD("市"), WORD("区"), WORD("旗")};
    static const struct str own[] = {WORD("我县"), WORD("我市"), WORD("我区"), WORD("我旗"),
                                     WORD("全县"), WORD("全市"), WORD("全区"), WORD("全旗"),
                                     WORD("本县"), WORD("本市"), WORD("本区"), WORD("本旗")};
    struct str then = STR_NONE;
    for (size_t i = 0; i < evidence->len; i++) {
        struct str text = evidence->at[i].text;
        if (str_eq(text, county->name))
            return STR_NONE;
        bool full = utf8_count(text) > 1 && wordlist_end(levels, COUNT(levels), text) &&
                    !wordlist_find(own, COUNT(own), text);
        then = full && !then.len ? text : then;
    }
    return then;
}

static void find_county(struct arena *scratch, struct findings *findings,
                        const struct story_view *view, const struct story_county *county,
                        bool passing)
{
    struct run name = run_name(county->county->name);
    struct str then = name_then(county->county, &county->evidence);
    struct sentence both = {0};
    name.supplied = county->inferred;
    if (then.len) {
        sentence_say(scratch, &both, view->site->strings, "evidence-then", {"name", name},
                     {"then", run_text(then)});
        name = run_many(&both);
    }
    const struct story *story = view->entry->story;
    const char *key = passing               ? "evidence-passing"
                      : story->places_given ? "evidence-given"
                      : county->inferred    ? "evidence-weighed"
                                            : where_said(story, &county->evidence);
    find_named(scratch, findings, view, name, &county->evidence, key);
}

/* The first counties that a name may mean, each as 吉林省长春市. */
static struct str open_places(struct arena *scratch, const struct strings *strings,
                              const struct story_open_name *open)
{
    struct strs places = {0};
    for (size_t i = 0; i < open->counties.len && i < OPEN_PLACES_MAX; i++) {
        const struct county *county = open->counties.at[i];
        struct str own = str_eq(county->name, open->evidence.text) ? STR_NONE : county->name;
        vec_push(scratch, &places,
                 str_format(scratch, "%.*s%.*s%.*s", STR_FMT(county->prefecture->province->name),
                            STR_FMT(county->prefecture->name), STR_FMT(own)));
    }
    return strings_join(scratch, strings, "list-comma", &places);
}

static void find_open(struct arena *scratch, struct findings *findings,
                      const struct story_view *view, const struct story_open_name *open)
{
    const struct strings *strings = view->site->strings;
    struct evidences evidence = {0};
    vec_push(scratch, &evidence, open->evidence);
    struct quote_views quotes = quotes_of(scratch, view, &evidence, PLACE_QUOTES_MAX);
    bool more = open->counties.len > OPEN_PLACES_MAX;
    sentence_say(scratch, &finding_add(scratch, findings, quotes)->said, strings,
                 more ? "evidence-open-more" : "evidence-open",
                 {"name", run_name(open->evidence.text)},
                 {"places", run_text(open_places(scratch, strings, open))},
                 {"n", run_number(scratch, open->counties.len)});
}

static bool is_new(const struct evidences *evidence, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (str_eq(evidence->at[k].text, evidence->at[i].text))
            return false;
    }
    return true;
}

static struct sentence words_of(struct arena *scratch, const struct strings *strings,
                                const struct evidences *evidence)
{
    struct sentence words = {0};
    size_t len = 0;
    for (size_t i = 0; i < evidence->len && len < TOPIC_WORDS_MAX; i++) {
        if (!is_new(evidence, i))
            continue;
        if (len++)
            vec_push(scratch, &words, run_text(strings_get(strings, "list-comma")));
        vec_push(scratch, &words, (struct run){.text = evidence->at[i].text, .evidence = true});
    }
    return words;
}

/* That the archivist files the story nowhere; KEY names what. */
static void find_none(struct arena *scratch, struct findings *findings,
                      const struct story_view *view, const char *key)
{
    static const struct evidences no_words = {0};
    struct run name = run_text(strings_get(view->site->strings, key));
    find_named(scratch, findings, view, name, &no_words, "evidence-given");
}

static void find_topic(struct arena *scratch, struct findings *findings,
                       const struct story_view *view, const struct story_topic *topic)
{
    const struct strings *strings = view->site->strings;
    struct run name = run_name(topic->topic->label);
    if (view->entry->story->topics_given) {
        find_named(scratch, findings, view, name, &topic->evidence, "evidence-given");
        return;
    }
    struct sentence words = words_of(scratch, strings, &topic->evidence);
    struct quote_views quotes = quotes_of(scratch, view, &topic->evidence, TOPIC_QUOTES_MAX);
    sentence_say(scratch, &finding_add(scratch, findings, quotes)->said, strings, "evidence-topic",
                 {"name", name}, {"words", run_many(&words)});
}

static const char *const basis_keys[] = {
    [BASIS_FRONT_MATTER] = "evidence-date-front-matter",
    [BASIS_PATH] = "evidence-date-path",
    [BASIS_MASTHEAD] = "evidence-date-masthead",
    [BASIS_DATELINE] = "evidence-date-dateline",
    [BASIS_TEXT] = "evidence-date-text",
    [BASIS_PAGE] = "evidence-date-page",
};

static void find_date(struct arena *scratch, struct findings *findings,
                      const struct story_view *view)
{
    const struct story_date *date = &view->entry->story->date;
    if (date->precision == PRECISION_NONE || date->basis == BASIS_NONE)
        return;
    const struct strings *strings = view->site->strings;
    struct when when = when_of(strings, date);
    struct str how = strings_get(strings, basis_keys[date->basis]);
    struct quote_views quotes = quotes_of(scratch, view, &date->evidence, DATE_QUOTES_MAX);
    struct run name = run_name(when_text(scratch, &when));
    name.supplied = when.inferred;
    sentence_say(scratch, &finding_add(scratch, findings, quotes)->said, strings, "evidence-date",
                 {"name", name}, {"how", run_text(how)});
}

FIELD(quote_before, quote_view, value_text(view->quote.before))
FIELD(quote_hit, quote_view, value_text(view->quote.hit))
FIELD(quote_after, quote_view, value_text(view->quote.after))
FIELD(quote_cut_before, quote_view, value_bool(view->quote.cut_before))
FIELD(quote_cut_after, quote_view, value_bool(view->quote.cut_after))
FIELD(quote_line, quote_view, value_int(view->quote.line))
FIELD(quote_where, quote_view,
      value_string(strings_fill(scratch, view->on->site->strings, "line",
                                {"n", str_format(scratch, "%u", view->quote.line)})))
FIELD(quote_href, quote_view,
      value_string(path_line(scratch, view->on->entry->page, view->quote.line)))

static const struct value_field quote_fields[] = {
    {"before", "the words before the evidence, or nothing", quote_before},
    {"hit", "the evidence", quote_hit},
    {"after", "the words after it, or nothing", quote_after},
    {"cut_before", "whether the sentence begins before", quote_cut_before},
    {"cut_after", "whether the sentence goes on", quote_cut_after},
    {"line", "the number of its line in the file", quote_line},
    {"where", "the same in words", quote_where},
    {"href", "that line on the source page", quote_href},
    {0},
};

const struct value_type quote_type = {.name = "quote", .fields = quote_fields};

FIELD(finding_said, finding, sentence_value(scratch, &view->said))
FIELD(finding_quotes, finding, value_vec(scratch, &quote_type, &view->quotes))

static const struct value_field finding_fields[] = {
    {"said", "what was found and how, a list of runs", finding_said},
    {"quotes", "where the page says so, a list of quotes; may be empty", finding_quotes},
    {0},
};

const struct value_type finding_type = {.name = "finding", .fields = finding_fields};

struct value story_evidence(struct arena *scratch, const struct story_view *view)
{
    const struct story *story = view->entry->story;
    struct findings *findings = ARENA_NEW(scratch, struct findings);
    if (story->places_given && !story->counties.len && !story->regions.len)
        find_none(scratch, findings, view, "evidence-no-place");
    for (size_t i = 0; i < story->counties.len; i++)
        find_county(scratch, findings, view, &story->counties.at[i], false);
    for (size_t i = 0; i < story->regions.len; i++)
        find_named(scratch, findings, view, run_name(region_name(&story->regions.at[i])),
                   &story->regions.at[i].evidence,
                   story->places_given ? "evidence-given"
                                       : where_said(story, &story->regions.at[i].evidence));
    for (size_t i = 0; i < story->open.len; i++)
        find_open(scratch, findings, view, &story->open.at[i]);
    for (size_t i = 0; i < story->passing.len; i++)
        find_county(scratch, findings, view, &story->passing.at[i], true);
    if (story->topics_given && !story->topics.len)
        find_none(scratch, findings, view, "evidence-no-topic");
    for (size_t i = 0; i < story->topics.len; i++)
        find_topic(scratch, findings, view, &story->topics.at[i]);
    find_date(scratch, findings, view);
    return findings->len ? value_vec(scratch, &finding_type, findings) : VALUE_NONE;
}
