/* SPDX-License-Identifier: MIT */
/* The gazetteer (地名录): divisions of province, prefecture and county level, by GB/T 2260 code. */
#ifndef ENRICH_GAZETTEER_H
#define ENRICH_GAZETTEER_H

#include "base/vec.h"
#include "enrich/words.h"
#include "page/page.h"

struct province {
    struct str code;   /* "14" padded to six digits: "140000" */
    struct str name;   /* 山西省 */
    struct str pinyin; /* "shan xi sheng", syllables parted by spaces, no tones */
};

struct prefecture {
    struct str code; /* "141100" */
    struct str name; /* 吕梁市; empty for what a province administers directly */
    struct str pinyin;
    const struct province *province;
};

struct county {
    struct str code; /* "141127" */
    struct str name; /* 岚县 */
    struct str pinyin;
    const struct prefecture *prefecture;
    struct str city; /* the city that it was last, where it is a district today: 武进市; or empty */
    uint16_t city_from, city_until; /* … and in which years, 1995 to 2001 */
};

/* In the order of codes. */
struct gazetteer {
    struct province *provinces;
    size_t provinces_len;
    struct prefecture *prefectures;
    size_t prefectures_len;
    struct county *counties;
    size_t counties_len;
    const struct words *names; /* all names: see place_names.h */
};

/* The built-in gazetteer, in KEEP. */
const struct gazetteer *gazetteer_builtin(struct arena *keep);

/* What COUNTY was called on DATE, as far as its level tells: 武进市 in 1996; today's name where the
   year is not known. */
struct str county_name_on(const struct county *county, struct date date);

/* The county, prefecture or province with a code; NULL: there is none. */
const struct county *gazetteer_county(const struct gazetteer *gazetteer, struct str code);
const struct prefecture *gazetteer_prefecture(const struct gazetteer *gazetteer, struct str code);
const struct province *gazetteer_province(const struct gazetteer *gazetteer, struct str code);

/* A name that a county bore before, and the last year for which that is known, 1994. */
struct former_name {
    struct str text, year;
};

struct former_names VEC_OF(struct former_name);

/* What COUNTY, or a part of what it is now, was called before, in KEEP. */
struct former_names county_former_names(struct arena *keep, const struct county *county);

#endif
