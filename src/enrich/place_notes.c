/* SPDX-License-Identifier: MIT */
#include "enrich/place_notes.h"

static const double province_share = 0.25;

struct place_notes place_notes_new(struct arena *keep, const struct gazetteer *gazetteer)
{
    return (struct place_notes){
        .gazetteer = gazetteer,
        .counties = arena_alloc(keep, gazetteer->counties_len),
        .prefectures = arena_alloc(keep, gazetteer->prefectures_len),
        .provinces = arena_alloc(keep, gazetteer->provinces_len),
    };
}

void place_notes_reset(struct place_notes *notes)
{
    memset(notes->counties, 0, notes->gazetteer->counties_len);
    memset(notes->prefectures, 0, notes->gazetteer->prefectures_len);
    memset(notes->provinces, 0, notes->gazetteer->provinces_len);
}

static unsigned char *of_prefecture(const struct place_notes *notes,
                                    const struct prefecture *prefecture)
{
    return &notes->prefectures[prefecture - notes->gazetteer->prefectures];
}

static unsigned char *of_province(const struct place_notes *notes, const struct province *province)
{
    return &notes->provinces[province - notes->gazetteer->provinces];
}

static void note_prefecture(struct place_notes *notes, const struct prefecture *prefecture,
                            enum place_note note)
{
    *of_prefecture(notes, prefecture) |= (unsigned char)note;
    *of_province(notes, prefecture->province) |= (unsigned char)note;
}

void place_notes_add(struct place_notes *notes, const struct place_name *name, enum place_note note)
{
    if (name->level == PLACE_PROVINCE)
        *of_province(notes, name->province) |= (unsigned char)note;
    else if (name->level == PLACE_PREFECTURE)
        note_prefecture(notes, name->prefecture, note);
}

static unsigned char *of_county(const struct place_notes *notes, const struct county *county)
{
    return &notes->counties[county - notes->gazetteer->counties];
}

void place_notes_add_county(struct place_notes *notes, const struct county *county,
                            enum place_note note)
{
    *of_county(notes, county) |= (unsigned char)note;
    note_prefecture(notes, county->prefecture, note);
}

bool place_notes_county(const struct place_notes *notes, const struct county *county,
                        enum place_note note)
{
    return *of_county(notes, county) & note;
}

bool place_notes_prefecture(const struct place_notes *notes, const struct prefecture *prefecture,
                            enum place_note note)
{
    return *of_prefecture(notes, prefecture) & note;
}

/* 北京市: what a prefecture is elsewhere. */
static bool is_municipality(const struct province *province)
{
    return str_ends(province->name, STR("市"));
}

double place_notes_share(const struct place_notes *notes, const struct county *county,
                         enum place_note note)
{
    const struct province *province = county->prefecture->province;
    if (*of_prefecture(notes, county->prefecture) & note)
        return 1;
    double share = is_municipality(province) ? 1 : province_share;
    return *of_province(notes, province) & note ? share : 0;
}
