/* SPDX-License-Identifier: MIT */
/* A page with one story that has something in every field, and a residue that has nothing. */
#ifndef TESTS_ARCHIVE_SAMPLE_H
#define TESTS_ARCHIVE_SAMPLE_H

#include "enrich/gazetteer.h"
#include "enrich/topics.h"
#include "story/story.h"

struct sample {
    struct page page;
    struct province province;
    struct prefecture prefecture;
    struct county county;
    struct topic topic;
    struct story full, bare;
};

/* Fills SAMPLE; everything in it is static or lives in KEEP. */
static inline void sample_init(struct arena *keep, struct sample *sample)
{
    struct sample *s = sample;
    *s = (struct sample){0};
    s->page.path = STR("content/a.txt");
    s->page.facts = (struct page_facts){
        .publication = STR("县报"), .number = STR("3"), .rights = STR("版权归原报")};
    s->province = (struct province){.code = STR("140000"), .name = STR("山西省")};
    s->prefecture =
        (struct prefecture){.code = STR("141100"), .name = STR("吕梁市"), .province = &s->province};
    s->county =
        (struct county){.code = STR("141127"), .name = STR("岚县"), .prefecture = &s->prefecture};
    s->topic = (struct topic){.id = STR("agriculture"), .label = STR("农业")};

    struct story *full = &s->full;
    *full = (struct story){
        .page = &s->page,
        .kind = KIND_STORY,
        .id = STR("a-3fa91c"),
        .headline = STR("田里“忙”起来"),
        .kicker = STR("引题"),
        .subtitle = STR("——副题"),
        .dateline = STR("本报讯"),
        .truncated_end = true,
        .confidence = 0.934999,
        .date = {.value = {2023, 10, 17}, .precision = PRECISION_DAY, .basis = BASIS_TEXT},
    };
    vec_push(keep, &full->bylines,
             (struct byline){.name = STR("祁子荣"),
                             .role = BYLINE_AUTHOR,
                             .line = STR("□ 祁子荣"),
                             .span = {28, 41}});
    struct story_county county = {.county = &s->county};
    vec_push(keep, &county.evidence, (struct evidence){.text = STR("岚县"), .span = {60, 66}});
    vec_push(keep, &full->counties, county);
    struct story_region region = {.province = &s->province};
    vec_push(keep, &region.evidence,
             (struct evidence){.text = STR("山西"), .span = {66, 72}, .dateline = true});
    vec_push(keep, &full->regions, region);
    struct story_topic topic = {.topic = &s->topic, .score = 7.499999};
    vec_push(keep, &topic.evidence, (struct evidence){.text = STR("农业"), .span = {70, 76}});
    vec_push(keep, &topic.evidence, (struct evidence){.text = STR("土地"), .span = {80, 86}});
    vec_push(keep, &topic.evidence, (struct evidence){.text = STR("农业"), .span = {90, 96}});
    vec_push(keep, &full->topics, topic);
    struct block headline = {.role = ROLE_HEADLINE, .text = full->headline};
    vec_push(keep, &headline.spans, (struct span){0, 27});
    vec_push(keep, &full->blocks, headline);
    struct block paragraph = {.role = ROLE_PARAGRAPH, .text = STR("岚县的农业。\t\"引\"")};
    vec_push(keep, &paragraph.spans, (struct span){60, 70});
    vec_push(keep, &paragraph.spans, (struct span){72, 90});
    vec_push(keep, &full->blocks, paragraph);

    s->bare = (struct story){.page = &s->page, .kind = KIND_RESIDUE};
    struct block furniture = {.role = ROLE_FURNITURE, .text = STR("责任编辑")};
    vec_push(keep, &furniture.spans, (struct span){100, 112});
    vec_push(keep, &s->bare.blocks, furniture);
}

#endif
