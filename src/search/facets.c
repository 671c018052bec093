/* SPDX-License-Identifier: MIT */
#include "search/facets.h"

#include "search/bits.h"
#include "search/script.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2155, YEAR_BITS = 8, MONTH_BITS = 4, DAY_BITS = 5 };

/* The places of counties, topics, people or newspapers in the lists that are written. */
struct places {
    struct map by_key; /* to a place plus 1, as a pointer's difference from NULL */
    uint32_t len;
    unsigned bits;
};

struct writing {
    struct buf *out;
    struct arena *scratch;
    const struct archive *archive;
    struct places counties, topics, people, papers;
};

static void place_add(struct arena *keep, struct places *places, struct str key)
{
    uint32_t *place = ARENA_NEW(keep, uint32_t);
    *place = places->len++;
    *map_at(keep, &places->by_key, key) = place;
    while (places->len > 1 && (places->len - 1) >> places->bits)
        places->bits++;
}

static void put_place(struct bits *bits, const struct places *places, struct str key)
{
    const uint32_t *place = map_get(&places->by_key, key);
    enum { HALF = 12 };
    if (places->bits > HALF)
        bits_put(bits, *place >> HALF, places->bits - HALF);
    bits_put(bits, *place, places->bits > HALF ? HALF : places->bits);
}

/* ---- the lists */

static void comma(struct buf *out, uint32_t before)
{
    if (before > 0)
        buf_byte(out, ',');
}

static void write_county(struct writing *writing, const struct county *county)
{
    struct buf *out = writing->out;
    comma(out, writing->counties.len);
    buf_byte(out, '[');
    script_string(out, county->code);
    buf_byte(out, ',');
    script_string(out, county->name);
    buf_byte(out, ',');
    script_string(out, county->prefecture->name.len ? county->prefecture->name
                                                    : county->prefecture->province->name);
    buf_byte(out, ']');
    place_add(writing->scratch, &writing->counties, county->code);
}

static void write_counties(struct writing *writing)
{
    const struct archive *archive = writing->archive;
    for (size_t i = 0; i < archive->provinces.len; i++) {
        const struct prefecture_indexes *prefectures = &archive->provinces.at[i]->prefectures;
        for (size_t k = 0; k < prefectures->len; k++)
            for (size_t n = 0; n < prefectures->at[k]->counties.len; n++)
                write_county(writing, prefectures->at[k]->counties.at[n]->county);
    }
}

static void write_topics(struct writing *writing)
{
    for (size_t i = 0; i < writing->archive->topics.len; i++) {
        const struct topic *topic = writing->archive->topics.at[i]->topic;
        if (!topic)
            continue;
        comma(writing->out, writing->topics.len);
        buf_byte(writing->out, '[');
        script_string(writing->out, topic->id);
        buf_byte(writing->out, ',');
        script_string(writing->out, topic->label);
        buf_byte(writing->out, ']');
        place_add(writing->scratch, &writing->topics, topic->id);
    }
}

static void write_people(struct writing *writing)
{
    for (size_t i = 0; i < writing->archive->people.len; i++) {
        const struct person *person = writing->archive->people.at[i];
        comma(writing->out, writing->people.len);
        script_string(writing->out, person->name);
        place_add(writing->scratch, &writing->people, person->form);
    }
}

static struct str paper_of(const struct entry *entry)
{
    return entry->page->page->facts.publication;
}

static void write_papers(struct writing *writing)
{
    for (size_t i = 0; i < writing->archive->entries.len; i++) {
        struct str paper = paper_of(writing->archive->entries.at[i]);
        if (!paper.len || map_get(&writing->papers.by_key, paper))
            continue;
        comma(writing->out, writing->papers.len);
        script_string(writing->out, paper);
        place_add(writing->scratch, &writing->papers, paper);
    }
}

/* ---- what each story has */

static void put_date(struct bits *bits, const struct story_date *date)
{
    uint32_t year = date->value.year;
    bool known = date->precision != PRECISION_NONE && year >= FIRST_YEAR && year <= LAST_YEAR;
    bool month = known && date->precision != PRECISION_YEAR;
    bool day = month && date->precision == PRECISION_DAY;
    bits_put(bits, (uint32_t)known + month + day, 2);
    bits_put(bits, story_date_inferred(date), 1);
    if (known)
        bits_put(bits, year - FIRST_YEAR, YEAR_BITS);
    if (month)
        bits_put(bits, date->value.month, MONTH_BITS);
    if (day)
        bits_put(bits, date->value.day, DAY_BITS);
}

static void put_counties(struct writing *writing, struct bits *bits, const struct story *story)
{
    bits_gamma(bits, (uint32_t)story->counties.len + 1);
    for (size_t i = 0; i < story->counties.len; i++)
        put_place(bits, &writing->counties, story->counties.at[i].county->code);
}

static void put_topics(struct writing *writing, struct bits *bits, const struct story *story)
{
    bits_gamma(bits, (uint32_t)story->topics.len + 1);
    for (size_t i = 0; i < story->topics.len; i++)
        put_place(bits, &writing->topics, story->topics.at[i].topic->id);
}

struct signers VEC_OF(const struct person *);

static void put_people(struct writing *writing, struct bits *bits, const struct story *story)
{
    struct signers people = {0};
    for (size_t i = 0; i < story->bylines.len; i++) {
        const struct person *person = archive_person(writing->archive, &story->bylines.at[i]);
        bool twice = !person;
        for (size_t k = 0; k < people.len; k++)
            twice |= people.at[k] == person;
        if (!twice)
            vec_push(writing->scratch, &people, person);
    }
    bits_gamma(bits, (uint32_t)people.len + 1);
    for (size_t i = 0; i < people.len; i++)
        put_place(bits, &writing->people, people.at[i]->form);
}

static void put_paper(struct writing *writing, struct bits *bits, struct str paper)
{
    bits_gamma(bits, paper.len ? 2 : 1);
    if (paper.len)
        put_place(bits, &writing->papers, paper);
}

void facets_write(struct buf *out, struct arena *scratch, const struct archive *archive)
{
    struct writing writing = {.out = out, .scratch = scratch, .archive = archive};
    struct buf coded = {0};
    struct bits bits = {.out = &coded};
    buf_byte(out, '[');
    write_counties(&writing);
    buf_fmt(out, "],[");
    write_topics(&writing);
    buf_fmt(out, "],[");
    write_people(&writing);
    buf_fmt(out, "],[");
    write_papers(&writing);
    buf_fmt(out, "],");
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct story *story = archive->entries.at[i]->story;
        put_date(&bits, &story->date);
        put_counties(&writing, &bits, story);
        put_topics(&writing, &bits, story);
        put_people(&writing, &bits, story);
        put_paper(&writing, &bits, paper_of(archive->entries.at[i]));
    }
    bits_end(&bits);
    script_string(out, buf_view(&coded));
    buf_clear(&coded);
}
