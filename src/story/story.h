/* SPDX-License-Identifier: MIT */
/*
 * A story (一篇): the waist of the program. story/ and enrich/ fill it, everything after only
 * reads.
 *
 * Strings are UTF-8, borrowed from the page or kept in its arena; an empty string means "none".
 * Spans are byte offsets into the whole page's text, in reading order.
 */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include "page/page.h"

struct county;
struct prefecture;
struct province;
struct topic;

enum story_kind {
    KIND_STORY,
    KIND_PHOTO,   /* a picture story: caption and credit */
    KIND_RESIDUE, /* page furniture, placeholders, front matter, what fits nowhere */
};

/* Words on the page that show something. */
struct evidence {
    struct str text;  /* as it reads */
    struct span span; /* where it stands; start == end: not at one place */
    bool dateline;    /* of a place: in the dateline (电头), which says where a story is from */
};

struct evidences VEC_OF(struct evidence);

enum byline_role {
    BYLINE_REPORTER,      /* 记者 */
    BYLINE_CORRESPONDENT, /* 通讯员 */
    BYLINE_TEXT,          /* 文 */
    BYLINE_PHOTOGRAPHER,  /* 图, 摄 */
    BYLINE_AUTHOR,        /* no role is said */
    BYLINE_EDITOR,        /* 编辑 */
    BYLINE_ORGANISATION,  /* 供稿, 供图, a body that signs */
};

struct byline {
    struct str name; /* without spaces between Han characters */
    enum byline_role role;
    struct str line;  /* the words it was read from, as they stand: □ 祁子荣 杜丽君 */
    struct span span; /* of those words */
    struct str organisation; /* of a person, where the page says it; in its form for filing */
    struct str filed; /* the form that it is filed under (enrich/name_form.h), if it has one */
};

/* The name as archives file it, however it is written. */
static inline struct str byline_form(const struct byline *byline)
{
    return byline->filed.len ? byline->filed : byline->name;
}

struct bylines VEC_OF(struct byline);

enum precision { PRECISION_NONE, PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY };

struct story_date {
    struct date value;
    enum precision precision; /* PRECISION_NONE: the date is not known */
    enum basis basis;         /* inferred where it is BASIS_TEXT or BASIS_PAGE */
    struct evidences evidence;
};

/* Whether a date is the archive's inference and not the newspaper's or the archivist's word. */
static inline bool story_date_inferred(const struct story_date *date)
{
    return date->basis == BASIS_TEXT || date->basis == BASIS_PAGE;
}

struct story_county {
    const struct county *county; /* enrich/gazetteer.h */
    bool inferred; /* several bear the names, and what else the page says of places was weighed */
    struct evidences evidence;
};

struct story_counties VEC_OF(struct story_county);

/* A name that several counties bear, or have a township of, and nothing settles which. */
struct story_open_name {
    struct evidence evidence;
    struct {
        const struct county **at;
        size_t len, cap;
    } counties; /* that it may mean */
};

struct story_open_names VEC_OF(struct story_open_name);

/* A prefecture, or a province, that a story speaks of as a whole (全市, 全省). */
struct story_region {
    const struct prefecture *prefecture; /* NULL: the province itself */
    const struct province *province;
    struct evidences evidence;
};

struct story_regions VEC_OF(struct story_region);

/* Words, each of which is one and the same string in all stories. */
struct topic_words {
    const struct str **at;
    size_t len;
};

struct story_topic {
    const struct topic *topic; /* enrich/topics.h */
    double score; /* sum of the weights of its words; the first topic has the highest */
    struct evidences evidence;
    struct topic_words words; /* the same, by the archive (archive/topic_words.h); none before */
};

struct story_topics VEC_OF(struct story_topic);

/* What the archive counts and takes down of a story, which is kept with it (archive/page_pack.h):
   all that is asked of its text where the text is not at hand. */
struct story_counts {
    uint32_t chars;         /* of its text, blanks aside */
    uint32_t chars_spanned; /* of the page, that its spans hold; blanks and front matter aside */
    uint32_t paragraphs;
    uint32_t line, column; /* where it begins to be read; 0: no words of it are at one place */
    uint32_t runs;         /* of letters in its paragraphs … */
    struct str sketch;     /* … and a sketch of them (archive/printings.h); empty: too few */
    struct str standfirst; /* its first words (archive/standfirst.h); without ptr: they are … */
    uint64_t spooled;      /* … in the archive's spool, from here on */
    struct str to, from;   /* the pages that it jumps to and from (archive/jumps.h); or empty */
};

struct story {
    const struct page *page;
    enum story_kind kind;
    struct str id; /* given by archive/ids.h; empty before */

    struct str headline;   /* parts joined by one space; empty only for residue */
    bool headline_derived; /* the page has none: made from the first sentence */
    struct str kicker, subtitle, dateline;
    struct blocks blocks; /* every role, in reading order */

    bool truncated_start; /* begins in mid-sentence or continues from another page */
    bool truncated_end;   /* stops in mid-sentence or jumps to another page */
    double margin;        /* of the choices that made it, in nats: how much worse any other is */
    double
        confidence; /* 0 to 1: how sure the reconstruction is; above .9: practically always right */

    struct bylines bylines;
    struct story_date date;
    /* Front matter may set date, places and topics right, once the story has its id. */
    struct story_counties counties;  /* that it is about or set in, most in evidence first … */
    struct story_counties passing;   /* … and that it only mentions (提及), likewise */
    struct story_open_names open;    /* each name once, where it first stands */
    struct story_regions regions;    /* that it is about and names no county of, likewise */
    struct story_topics topics;      /* the main one first */
    bool places_given, topics_given; /* the archivist says them (archive/corrections.h) */
    struct story_counts *counts;     /* by archive_page_new(); NULL before */
};

/* A page's stories and residue, in the page's order of first character. */
struct stories {
    struct story *at;
    size_t len, cap;
};

/* "story", "photo", "residue". */
const char *story_kind_name(enum story_kind kind);

/* "reporter", "correspondent" … */
const char *byline_role_name(enum byline_role role);

/* "none", "year", "month", "day". */
const char *precision_name(enum precision precision);

/* "2023-10-17", "2023-10", "2023", or "" in KEEP, as far as PRECISION goes. */
struct str date_iso(struct arena *keep, struct date date, enum precision precision);

#endif
