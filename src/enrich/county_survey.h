/* SPDX-License-Identifier: MIT */
/* What a page says of counties, between finding their names and filing its stories under them. For
   the files county*.c, region_filing.c and standings.c alone. */
#ifndef ENRICH_COUNTY_SURVEY_H
#define ENRICH_COUNTY_SURVEY_H

#include "base/map.h"
#include "enrich/grounds.h"
#include "enrich/place_notes.h"
#include "story/story.h"

/* A place's name in a block of a story. */
struct sighting {
    struct place_mention mention;
    const struct block *block;
    const struct county *county; /* of a county's or township's name: settled; or NULL */
    enum settled_by by;
    double weight; /* how much it says of what the story is about, by the part that it stands in */
    bool dateline; /* in the dateline */
    bool in_heading; /* a township without its level, which the text has in full */
    bool listed;     /* one of several names in a row: 岚县、临县和兴县 … */
    size_t end;      /* … which ends there in the block's text; or its own end */
};

struct sightings VEC_OF(struct sighting);

/* Where its name ends in the block's text. */
size_t sighting_end(const struct sighting *sighting);

/* 岚县气象台: whether it names an observatory; a forecast is of the place whose it is. */
bool sighting_is_observatory(const struct sighting *sighting);

/* 佳木斯市公安局: whether the full name of a prefecture begins that of a body that signs alone. */
bool sighting_signs_alone(const struct sighting *sighting);

/* Whether nothing but what joins a list stands between two names: 岚县、临县. */
bool sightings_joined(const struct sighting *before, const struct sighting *after);

/* What a story says of places. */
struct story_survey {
    struct story *story;
    struct sightings sightings;      /* counties and townships */
    struct sightings regions;        /* provinces and prefectures */
    struct map denied;               /* short names that are something else's in it */
    struct map called;               /* … that begin somebody's, with the character after them */
    const struct county *written_in; /* where its writer or who signs it works, or says that it was
                                        written, the last of them; or NULL */
    const struct county *beside;     /* the only one that it names by a short name, or that several
                                        townships without their level tell; or NULL */
};

/* What the whole page says of them. */
struct survey {
    struct arena *keep, *scratch;
    struct page *page;
    const struct gazetteer *gazetteer;
    struct str place;                         /* the page's, if it is the code of any */
    bool at_home;                             /* it is known where the page is from … */
    const struct county *home;                /* … that it is a county's; or NULL */
    const struct prefecture *home_prefecture; /* … a prefecture's, or of one; or NULL */
    const struct province *home_province;     /* … a province's, or of one; or NULL */
    bool home_is_whole;          /* the home is a prefecture without counties: 东莞 */
    const struct county *titled; /* that the newspaper may be called after: 瑞安日报; or NULL */
    const struct place_name *namesakes; /* of which it may be one's paper: 今日普陀; or NULL */
    struct place_notes page_notes, story_notes; /* of all stories; of the one at hand */
    struct map settled;                         /* name → struct settled, of all stories */
    struct map told;                            /* name → the sighting that was told of */
    bool told_homeless;
    struct grounds *grounds; /* where the choices are recorded, or NULL */
};

/* Takes where the page is from from its `place` and the places in the newspaper's name, or else
   from its masthead, which is what stands above the first headline of STORIES: the newspaper's name
   there (静 海 报), or who publishes it (中共静海县委机关报). */
void survey_home(struct survey *survey, const struct stories *stories);

/* Takes COUNTY for the page's home, or PREFECTURE where that is NULL. */
void survey_live(struct survey *survey, const struct county *county,
                 const struct prefecture *prefecture);

/* Lists what STORY says of places in FOUND, and notes it for the page. */
void survey_story(struct survey *survey, struct story_survey *found, struct story *story);

/* Takes townships that a story names without 镇 or 乡 for those of the county whose paper the page
   is of, of two characters or more, or of the page's prefecture, if one alone of its counties has
   such a one: of three, or of two if a heading names it and the text again; one that is named once
   in the text is not enough, but of three in a county's own paper. Beside one short name of a
   county (曲阳), those of that (羊平). On a page from nowhere: for those of three that one county
   alone of the land has, if a heading names it and the text again, and no other's are named; or
   those of a county of which it names three, and two more than of any other; or two more of one
   than of the others of the counties that bear the only name of a county in full. Not where the
   story names a county or township in full, or, outside a county's paper, a county in a heading. */
void survey_short_townships(struct survey *survey, struct story_survey *found);

/* Which of the counties that bear the name RIVALS, or have a township of it, the townships tell
   that the story names without 镇 or 乡: one that has two more of them than any other; NULL:
   none. */
const struct county *survey_told_by_townships(struct survey *survey,
                                              const struct story_survey *story,
                                              const struct place_name *rivals);

/* After all stories, FOUND: takes 瑞安日报 for a paper of 瑞安市; one with the name of a city's
   where the page names that county or its prefecture too. */
void survey_title(struct survey *survey, const struct story_survey *found, size_t len);

static inline bool names_region(const struct place_name *name)
{
    return name->level < PLACE_COUNTY;
}

/* The one county in the WIDE place that bears NAME; NULL: none, or several. */
const struct county *county_in(const struct place_name *name, const struct place_name *wide);

/* What a name means that needs nothing else to be settled: one that stands after its prefecture's,
   or that stands clear and is borne by one county alone; else NULL. */
const struct county *plain_county(const struct place_mention *mention);

/* Whether the page is from COUNTY's prefecture, by its `place` or the newspaper's name. */
bool is_of_home(const struct survey *survey, const struct county *county);

/* Whether the page is from another province than COUNTY's. */
bool survey_is_far(const struct survey *survey, const struct county *county);

/* Settles the names of a story that are plain, before those of any story that are not. */
void survey_settle_plain(struct survey *survey, struct story_survey *story);

/* Settles those that stand in pairs, in lists or in numbers and agree: a township and a county's
   short name, names beside one in full, 德兴、乐平两县, several of one prefecture. */
void survey_settle_together(struct survey *survey, struct story_survey *story);

/* Settles the others, by what the story and the page say of places. */
void survey_settle(struct survey *survey, struct story_survey *story);

/* Lists the names of a story that nothing settled in its `open`, and notes each once a page. */
void survey_leave_open(struct survey *survey, struct story_survey *story);

/* Notes once a page that a story speaks of 我县 and is filed under no place, where it is not known
   what the page is from. */
void survey_tell_homeless(struct survey *survey, const struct story *story);

#endif
