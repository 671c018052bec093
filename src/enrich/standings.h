/* SPDX-License-Identifier: MIT */
/* The places that a story speaks of, and how much in evidence each is. For the files county*.c and
   region_filing.c alone. */
#ifndef ENRICH_STANDINGS_H
#define ENRICH_STANDINGS_H

#include "enrich/county_survey.h"
#include "story/locate.h"

struct standing {
    const void *place; /* a county, prefecture or province of the gazetteer */
    struct evidences evidence;
    bool stated; /* by its name, or as the page's own; not only by support that outweighs others */
    bool named;  /* not only by its townships */
    bool scene;  /* not only one in lists of names */
    bool full;   /* by more than a short name */
    bool told;   /* in the text, and not only where somebody signs */
    bool plain;  /* somewhere without a word that says who comes from there or goes there */
    double weight; /* of all its evidence */
    double most;   /* of one piece of it */
    size_t order;  /* in which it was found, from 0 */
};

/* Of one story. */
struct standings {
    const struct story *story;
    struct standing *at;
    size_t len, cap;
    struct locator locator;
};

/* How many bytes of a block's text its dateline takes up: 本报岚县10月3日讯; 0: it has none;
   SIZE_MAX: it is one. */
size_t dateline_len(const struct block *block);

/* Adds the name of a SIGHTING to what shows PLACE, by WEIGHT. In the order of the text. */
void standings_add(struct survey *survey, struct standings *standings, const void *place,
                   const struct sighting *sighting, double weight);

/* Where TEXT speaks of what it is from, which is a LEVEL: 我县, 全市; not 全市首个, which is in one
   part of it. SIZE_MAX: nowhere. */
size_t own_at(struct str text, uint32_t level);
#define OWN_BYTES strlen("我县")

/* Whether STORY says 我县, 全县 or 本县. */
bool speaks_of_own_county(const struct story *story);

/* Adds where the story speaks of PLACE as its own, by the last character of its NAME: 我县, 全县,
   本市; not in 自我区分 and 全市场. Once for each block, STRESS times as much as a name there. */
void standings_add_own(struct survey *survey, struct standings *standings, const void *place,
                       struct str name, double stress);

/* The same for a PREFECTURE, which most stories before 2000 call an area (地区): 全地区, 行署. */
void standings_add_prefecture(struct survey *survey, struct standings *standings,
                              const struct prefecture *prefecture, double stress);

/* Whether STORY speaks of a city without its name: 市水务局, 市民. */
bool speaks_of_city(const struct story *story);

/* Where TEXT speaks of a county without its name: 县城, 县医院, but not 县级. SIZE_MAX: nowhere. */
size_t unnamed_county_at(struct str text);

/* Adds where a story speaks of a county without naming it, for COUNTY, whose paper it is: 县城,
   县医院. The county is inferred. */
void standings_add_county(struct survey *survey, struct standings *standings,
                          const struct county *county);

/* Adds the COUNTY whose paper a letter (编辑同志：) is written to, by WEIGHT. It is inferred. */
void standings_add_letter(struct survey *survey, struct standings *standings,
                          const struct county *county, double weight);

/* Adds the first village that a story names (饶家营村), not by the way, for the COUNTY whose paper
   it is, by WEIGHT. The county is inferred. */
void standings_add_village(struct survey *survey, struct standings *standings,
                           const struct county *county, double weight);

/* Whether a story whose people took a picture (摄, 文/图) names a village or neighbourhood. */
bool shows_village(const struct story *story);

/* Adds where a story says that the paper's own people wrote it, or took a picture HERE, for PLACE,
   whose paper it is, by WEIGHT: 本报讯, 记者, 摄. The place is inferred. */
void standings_add_report(struct survey *survey, struct standings *standings, const void *place,
                          bool here, double weight);

/* With most weight first, then in the order in which they were found. */
void standings_sort(struct standings *standings);

/* The prefectures and provinces that a story speaks of as such, and not only as where a county
   is. */
struct regions {
    struct standings prefectures, provinces;
};

/* Collects them. 我市 speaks for the page's own. */
void regions_collect(struct survey *survey, const struct story_survey *found,
                     struct regions *regions);

/* How much in evidence the prefecture or province of COUNTY is, if a heading or 全市 makes the
   story one about all of it; else 0. */
double regions_heading(const struct regions *regions, const struct county *county);

/* Files a story under the counties that it is about, the most in evidence first, and lists those
   that it only mentions. 我县 speaks for the page's own. Returns how much in evidence the first is;
   0: it is filed under none. */
double county_file(struct survey *survey, struct story_survey *found,
                   const struct regions *regions);

/* Files a story, which is filed under its counties, under the prefectures and provinces that it is
   about as a whole: those that it is about no county of, where none of its counties is as much in
   evidence, which is by MOST. */
void regions_file(struct survey *survey, struct story *story, const struct regions *regions,
                  double most);

#endif
