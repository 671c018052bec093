/* SPDX-License-Identifier: MIT */
/* Small archives for tests: a story in a line. */
#ifndef TESTS_SITE_ARCHIVE_OF_H
#define TESTS_SITE_ARCHIVE_OF_H

#include "archive/archive.h"
#include "archive/ids.h"
#include "base/vec.h"
#include "site/config.h"
#include "site/paths.h"
#include "site/view/view.h"
#include "site/words.h"

/* A story and the little that a test wants to say of it; what is left out is "none". */
struct told {
    const char *page; /* path; the same page as before where it is NULL */
    const char *headline;
    const char *body;
    struct date date; /* month or day 0: not known so precisely */
    enum basis basis;
    const char *counties[4]; /* codes of GB/T 2260 */
    const char *region;      /* code of a prefecture or province that it is about as a whole */
    const char *topics[4];   /* ids: agriculture, culture, land */
    const char *people[8];
    enum byline_role role;
    const char *filed, *at; /* of all of them; NULL: none */
    enum story_kind kind;
    bool derived, cut_end;
    const char *word; /* that the story is counted to its topics for */
};

struct told_site {
    struct arena keep;
    struct reference reference;
    struct topic topics[3];
    struct topics all_topics;
    struct diags diags;
    struct archive *archive;
    struct config config;
    struct site site;
};

static inline const struct topic *told_topic(struct told_site *t, const char *id)
{
    for (size_t i = 0; i < 3; i++) {
        if (str_eq(t->topics[i].id, str_of(id)))
            return &t->topics[i];
    }
    die("no topic %s in the test", id);
}

static inline struct story_region told_region(const struct told_site *t, struct str code)
{
    const struct gazetteer *gazetteer = t->reference.gazetteer;
    const struct prefecture *prefecture = gazetteer_prefecture(gazetteer, code);
    const struct province *province =
        prefecture ? prefecture->province : gazetteer_province(gazetteer, code);
    return (struct story_region){.prefecture = prefecture, .province = province};
}

static inline struct story told_story(struct told_site *t, struct page *page,
                                      const struct told *told)
{
    struct story story = {
        .page = page,
        .kind = told->kind,
        .headline = str_of(told->headline ? told->headline : "无题"),
        .headline_derived = told->derived,
        .truncated_end = told->cut_end,
        .confidence = 0.9,
        .date = {.value = told->date, .basis = told->basis},
    };
    story.date.precision = told->date.day     ? PRECISION_DAY
                           : told->date.month ? PRECISION_MONTH
                           : told->date.year  ? PRECISION_YEAR
                                              : PRECISION_NONE;
    struct block body = {.role = told->kind == KIND_PHOTO ? ROLE_CAPTION : ROLE_PARAGRAPH,
                         .text = str_of(told->body)};
    vec_push(&t->keep, &story.blocks, body);
    for (size_t i = 0; i < 4 && told->counties[i]; i++)
        vec_push(&t->keep, &story.counties,
                 (struct story_county){.county = gazetteer_county(t->reference.gazetteer,
                                                                  str_of(told->counties[i]))});
    if (told->region)
        vec_push(&t->keep, &story.regions, told_region(t, str_of(told->region)));
    for (size_t i = 0; i < 4 && told->topics[i]; i++) {
        struct story_topic topic = {.topic = told_topic(t, told->topics[i]), .score = 1};
        if (told->word)
            vec_push(&t->keep, &topic.evidence, (struct evidence){.text = str_of(told->word)});
        vec_push(&t->keep, &story.topics, topic);
    }
    for (size_t i = 0; i < 8 && told->people[i]; i++)
        vec_push(&t->keep, &story.bylines,
                 (struct byline){.name = str_of(told->people[i]),
                                 .role = told->role,
                                 .filed = told->filed ? str_of(told->filed) : STR_NONE,
                                 .organisation = told->at ? str_of(told->at) : STR_NONE});
    return story;
}

/* Fills T with an archive of LEN stories; clear it with told_clear(). */
static inline void archive_of(struct told_site *t, const struct told *at, size_t len)
{
    *t = (struct told_site){
        .topics =
            {{.id = STR("agriculture"), .label = STR("农业"), .group = STR("生产"), .order = 0},
             {.id = STR("culture"), .label = STR("文化"), .order = 1},
             {.id = STR("land"), .label = STR("土地"), .group = STR("生产"), .order = 2}},
    };
    t->reference.gazetteer = gazetteer_builtin(&t->keep);
    t->all_topics = (struct topics){.at = t->topics, .len = 3};
    t->reference.topics = &t->all_topics;
    t->reference.pinyin = pinyin_builtin(&t->keep);
    t->diags.keep = &t->keep;
    t->archive = archive_new(&t->keep, &t->reference, &t->diags);
    for (size_t i = 0; i < len;) {
        struct page *page = ARENA_NEW(&t->keep, struct page);
        page->path = str_of(at[i].page ? at[i].page : "content/a.txt");
        page->diags.keep = &t->keep;
        struct stories stories = {0};
        do
            vec_push(&t->keep, &stories, told_story(t, page, &at[i]));
        while (++i < len && !at[i].page);
        struct str slug = page_slug(&t->keep, &t->reference, page->path);
        ids_give(&t->keep, slug, page, &stories);
        archive_add(t->archive, page, &stories, slug);
    }
    archive_index(t->archive);
    t->config = config_default();
    t->site =
        (struct site){.config = &t->config, .strings = words(&t->keep), .archive = t->archive};
}

/* The subject of a page of KIND: its value. */
static inline struct value subject_of(struct told_site *t, enum page_kind kind, const void *subject,
                                      size_t sheet, size_t sheets)
{
    struct output *output = ARENA_NEW(&t->keep, struct output);
    *output = (struct output){.kind = kind,
                              .path = path_sheet(&t->keep, STR("x/y.html"), sheet),
                              .subject = subject,
                              .sheet = sheet,
                              .sheets = sheets};
    return view_of(&t->keep, &t->site, output)->subject;
}

static inline void told_clear(struct told_site *t)
{
    arena_clear(&t->keep);
}

/* The value at a path of fields, "entry/date/text"; fails the test where there is no such field. */
static inline struct value value_at(struct arena *scratch, struct value value, const char *path)
{
    struct str rest = str_of(path);
    while (rest.len) {
        struct str name = str_cut(&rest, '/');
        assert_int_equal(value.kind, VALUE_OBJECT);
        assert_true(value_get(scratch, value, name, &value));
    }
    return value;
}

/* The I-th item of the list at a path. */
static inline struct value item_at(struct arena *scratch, struct value value, const char *path,
                                   size_t i)
{
    struct value list = value_at(scratch, value, path);
    assert_int_equal(list.kind, VALUE_LIST);
    assert_true(i < list.list->len);
    return list.list->item(scratch, list.list, i);
}

static inline struct str text_at(struct arena *scratch, struct value value, const char *path)
{
    struct value found = value_at(scratch, value, path);
    assert_int_equal(found.kind, VALUE_STRING);
    return found.text;
}

/* How many items the list at a path has; 0 where there is nothing. */
static inline size_t len_at(struct arena *scratch, struct value value, const char *path)
{
    struct value found = value_at(scratch, value, path);
    return found.kind == VALUE_LIST ? found.list->len : 0;
}

/* The words of a list of runs. */
static inline struct str runs_at(struct arena *scratch, struct value value, const char *path)
{
    struct value runs = value_at(scratch, value, path);
    assert_int_equal(runs.kind, VALUE_LIST);
    struct buf text = {0};
    for (size_t i = 0; i < runs.list->len; i++) {
        struct value run = runs.list->item(scratch, runs.list, i);
        buf_str(&text, text_at(scratch, run, "text"));
    }
    struct str kept = str_dup(scratch, buf_view(&text));
    buf_clear(&text);
    return kept;
}

#endif
