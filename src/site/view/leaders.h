/* SPDX-License-Identifier: MIT */
/*
 * Leaders: lists of names with how many stories each has, as in a printed contents. And crossings:
 * what a set of stories has in common, counted and with most first.
 */
#ifndef SITE_VIEW_LEADERS_H
#define SITE_VIEW_LEADERS_H

#include "archive/archive.h"
#include "site/strings.h"

struct leader {
    struct str name;
    struct str href; /* below public/ */
    size_t count;
};

struct leaders VEC_OF(struct leader);

/* The topics or people of ENTRIES, most first, and those that are equal in the order in which they
   first occur. EXCEPT is left out; it may be NULL. */
struct leaders leaders_topics(struct arena *keep, const struct entries *entries,
                              const struct topic *except);
struct leaders leaders_people(struct arena *keep, const struct archive *archive,
                              const struct entries *entries, const struct person *except);

/* The bodies that PERSON signs for, and the people who sign for BODY. */
struct leaders leaders_bodies(struct arena *keep, const struct archive *archive,
                              const struct person *person);
struct leaders leaders_members(struct arena *keep, const struct archive *archive,
                               const struct person *body);

/* The counties of ENTRIES that lie in PREFECTURE, or in PROVINCE where that is NULL, likewise. */
struct leaders leaders_counties(struct arena *keep, const struct entries *entries,
                                const struct prefecture *prefecture,
                                const struct province *province);

/* Their counties, and the prefectures and provinces that they are about as a whole. */
struct leaders leaders_places(struct arena *keep, const struct entries *entries);

/* The words that count the stories of INDEX to its topic, by how many stories they are in; without
   href. */
struct leaders leaders_evidence(struct arena *keep, const struct topic_index *index);

/* All topics or people of an archive, or counties of a prefecture, most first; of a prefecture,
   after these, all of it. */
struct leaders leaders_all_topics(struct arena *keep, const struct strings *strings,
                                  const struct archive *archive);
struct leaders leaders_of_prefecture(struct arena *keep, const struct strings *strings,
                                     const struct prefecture_index *prefecture);
struct leaders leaders_all_people(struct arena *keep, const struct archive *archive);

/* A topic with all its stories. */
struct leader leader_of_topic(struct arena *keep, const struct strings *strings,
                              const struct topic_index *index);

/* The stories about all of a prefecture or province: 全市, 全省. */
struct leader leader_of_whole(struct arena *keep, const struct strings *strings, struct str name,
                              struct str code, const struct entries *whole);

/* What a prefecture or province is, at the end of its name: 市, 州, 区, 省. */
struct str region_level(struct str name);

/* The topic's label, or 其他. */
struct str topic_label(const struct strings *strings, const struct topic *topic);

/* LEADERS that lead to the stories that have them and WITH too:
   search.html?county=141127&topic=law, where WITH is "county=141127" and FACET "topic". Prefectures
   and provinces stay as they are, for the search does not narrow by them. */
struct leaders leaders_crossed(struct arena *keep, struct leaders leaders, struct str with,
                               const char *facet);

/* The first MAX of a list. */
struct leaders leaders_first(struct leaders leaders, size_t max);

/* A list of objects with the fields name, href and count. *LEADERS is borrowed. */
struct value leaders_value(struct arena *scratch, const struct leaders *leaders);

extern const struct value_type leader_type;

#endif
