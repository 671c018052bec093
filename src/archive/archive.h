/* SPDX-License-Identifier: MIT */
/*
 * The archive (文存): all pages and their stories, in order, and the indexes that readers come by.
 *
 * archive_add() takes pages in any order; archive_index() sorts and counts once, after the last.
 * Orders never depend on the order of adding, the locale or the machine.
 */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "archive/pieces.h"
#include "base/map.h"
#include "enrich/reference.h"
#include "story/story.h"

struct archive_page;
struct entry;
struct page_source;
struct spool;
struct word_pool;

struct entries {
    const struct entry **at;
    size_t len, cap;
};

/* A story in the archive. Residue has no entry. Its text may not be at hand (whole.h); what lists
   show of it is. */
struct entry {
    const struct story *story;
    const struct archive_page *page;
    size_t place;              /* among the page's stories, from 0 */
    size_t chars;              /* of its text that are not blank */
    const struct piece *first; /* of its pieces in reading order; it leads on to the next */
    size_t pieces_len;
    /* The other half, where the story jumps to another page (jumps.h); NULL: none is known. */
    const struct entry *continues, *continued_from;
    /* All printings of the story (printings.h), it too, and the earliest of them, the same for
       each; NULL: it is the only one. */
    const struct entries *printings;
    const struct entry *first_printing;
    struct entries related; /* stories to read after it (related.h), most related first */
};

/* Whether its beginning or end is missing from the archive too. */
static inline bool entry_lacks_start(const struct entry *entry)
{
    return entry->story->truncated_start && !entry->continued_from;
}

static inline bool entry_lacks_end(const struct entry *entry)
{
    return entry->story->truncated_end && !entry->continues;
}

struct archive_page {
    struct page *page;
    struct stories stories; /* residue too */
    bool light;             /* without texts, lines and pieces (whole.h) */
    struct str slug;        /* lower-case ASCII, part of every id and of pages/SLUG.html */
    struct entry *entries;  /* one for each story that is not residue, in the page's order */
    size_t entries_len;
    struct pieces pieces;
    size_t place;          /* among the archive's pages, after archive_index() … */
    size_t entries_before; /* … how many entries those before it have … */
    size_t turn;           /* … and its place among the same in the order of issues */
    size_t chars;          /* of the page that are not blank, front matter aside */
    size_t residue_chars;  /* of these, in residue */
    struct date date;      /* the page's own, or the one that its stories agree on */
    enum precision precision;
    enum basis basis;
};

/* A number of ENTRY, from 0, below the number of the archive's entries. */
static inline size_t entry_number(const struct entry *entry)
{
    return entry->page->entries_before + entry->place;
}

/* A county, prefecture or province with its stories. A story about two counties of one prefecture
   counts once there. */
struct county_index {
    const struct county *county;
    const struct prefecture_index *parent;
    struct entries entries;
};

struct county_indexes VEC_OF(struct county_index *);

struct prefecture_index {
    const struct prefecture *prefecture;
    const struct province_index *parent;
    struct county_indexes counties; /* with most stories first */
    struct entries entries;
    struct entries whole; /* of these, those about all of it */
};

struct prefecture_indexes VEC_OF(struct prefecture_index *);

struct province_index {
    const struct province *province;
    struct prefecture_indexes prefectures; /* with most stories first */
    size_t counties_len;                   /* in all its prefectures */
    struct entries entries;
    struct entries whole; /* of these, those about all of it */
};

struct province_indexes VEC_OF(struct province_index *);

/* Whether WHOLE, the stories about all of a prefecture or province, are some of ALL that it has,
   and not simply all: then they are worth a list of their own. */
static inline bool has_whole(const struct entries *whole, const struct entries *all)
{
    return whole->len > 0 && whole->len < all->len;
}

struct topic_index {
    const struct topic *topic; /* NULL: 其他, the stories without a topic */
    struct entries entries;
};

struct topic_indexes VEC_OF(struct topic_index *);

struct people {
    struct person **at;
    size_t len, cap;
};

enum { BYLINE_ROLES = BYLINE_ORGANISATION + 1 };

/* A name as it is written, and in how many stories. */
struct name_written {
    struct str text;
    size_t count;
};

struct names_written VEC_OF(struct name_written);

/* A person or body that signs: all bylines of one form (byline_form()). People who share a name are
   not told apart. */
struct person {
    struct str name;            /* as it is written most often */
    struct str form;            /* that it is filed under */
    struct names_written names; /* all ways in which it is written, most often first */
    struct str key;             /* ASCII and stable: of people/KEY.html */
    struct str pinyin;          /* "yin rui ping"; empty where the name has no Han character */
    char initial;               /* 'A'–'Z', or '#' */
    bool organisation;          /* signs as BYLINE_ORGANISATION and never otherwise */
    struct entries entries;     /* of a body also those that others sign as its people */
    struct entries by_role;     /* the same, newest year first, in a year by role */
    size_t roles[BYLINE_ROLES]; /* how many stories it signs as what */
    struct people members;      /* of a body: who signs as its people, in the order of the index */
};

struct year_index;

/* The stories of one day. */
struct day_index {
    size_t first, count; /* in the month's entries */
    size_t inferred;     /* of these, with an inferred date */
};

struct month_index {
    const struct year_index *year;
    uint8_t month;             /* 1 to 12 */
    struct entries entries;    /* those known to the day first, the newest before */
    struct day_index days[32]; /* 0: those known to the month alone */
    size_t inferred;           /* of all, with an inferred date */
};

struct year_index {
    uint16_t year;
    struct month_index months[12]; /* entries.len 0 where there are none */
    struct entries year_only;      /* dated to the year alone */
    size_t len;                    /* stories in all */
};

struct year_indexes VEC_OF(struct year_index *);
struct archive_pages VEC_OF(struct archive_page *);

struct archive {
    struct arena *keep;
    const struct reference *reference;
    struct diags *diags;        /* findings about the archive as a whole */
    size_t threads;             /* that archive_index() may work on; 1 */
    struct page_source *source; /* of the pages that are light (whole.h); NULL: none is */
    struct word_pool *words;    /* of its stories' topics (topic_words.h) */
    struct spool *spool;        /* for what light pages do not hold (spool.h); NULL: they hold it */

    struct archive_pages pages;  /* after archive_index(): in the order of their paths */
    struct archive_pages issues; /* the same, newest first, undated last; of a day newspaper after
                                    newspaper, and each by its pages' numbers (issues.h) */

    /* By archive_index(); every list of stories is newest first, undated last, then in the order of
       issues and of places on the page. */
    struct entries entries;
    struct province_indexes provinces; /* with most stories first */
    struct topic_indexes topics; /* with most stories first, 其他 last; only those that have some */
    struct people people;        /* in the order of pinyin, then of name */
    struct year_indexes years;   /* newest first */
    struct entries undated;
    size_t counties_len, prefectures_len, photos_len;

    struct map by_id;       /* story id → struct entry */
    struct map by_division; /* code → struct county_index, prefecture_index, province_index */
    struct map by_topic;    /* topic id → struct topic_index */
    struct map by_person;   /* form of a name → struct person */
};

/* An empty archive in KEEP. */
struct archive *archive_new(struct arena *keep, const struct reference *reference,
                            struct diags *diags);

/* A page with its stories, ids and all, as an archive has it, in KEEP; they are counted. PAGE, the
   stories and what they point at must live as long as the archive. */
struct archive_page *archive_page_new(struct arena *keep, struct page *page,
                                      const struct stories *stories, struct str slug);

/* Adds a page. */
void archive_put(struct archive *archive, struct archive_page *page);

/* The same of a page that is made for it. */
void archive_add(struct archive *archive, struct page *page, const struct stories *stories,
                 struct str slug);

/* Takes down the words of the topics of a page that is whole (topic_words.h), as archive_put()
 * does. */
void archive_take_words(struct archive *archive, struct archive_page *page);

/* The place of ENTRY in a list of the archive, which has it. */
size_t entries_find(const struct entries *entries, const struct entry *entry);

/* Who signs as BYLINE says; NULL where the archive does not have its story. */
const struct person *archive_person(const struct archive *archive, const struct byline *byline);

/* The body that a byline of ARCHIVE names as its signer's; NULL where it names none. */
const struct person *archive_body(const struct archive *archive, const struct byline *byline);

/* PERSON's byline of ENTRY's story; NULL where only people of that body sign. */
const struct byline *person_byline(const struct person *person, const struct entry *entry);

/* As what PERSON signs ENTRY's story. */
enum byline_role person_role(const struct person *person, const struct entry *entry);

/* How many topics its stories have, 其他 aside. */
size_t archive_topics_named(const struct archive *archive);

/* Sorts and counts. Call once, after the last archive_add(). Pages that would have one slug are
   told apart by a hash, their stories' ids with them; the archive's diags name both. */
void archive_index(struct archive *archive);

#endif
