/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/made.h"
#include "archive/related.h"
#include "archive/with_archive.h"
#include "page/wordlist.h"

/* Words are one string wherever they were found. */
static const struct str plough = WORD("犁地"), harvest = WORD("收割"), seed = WORD("种子");
static const struct topic farming = {.id = WORD("agriculture"), .label = WORD("农业")};
static const struct topic law = {.id = WORD("law"), .label = WORD("法治")};
static struct county here, there;
static struct prefecture prefecture;
static struct province province;

static int setup_places(void **state)
{
    province = (struct province){.code = STR("140000"), .name = STR("山西省")};
    prefecture =
        (struct prefecture){.code = STR("141100"), .name = STR("吕梁市"), .province = &province};
    here = (struct county){.code = STR("141127"), .name = STR("岚县"), .prefecture = &prefecture};
    there = (struct county){.code = STR("141123"), .name = STR("兴县"), .prefecture = &prefecture};
    return setup(state);
}

enum { STORIES = 8 };

static struct page *page;
static struct stories stories;

/* A page of LEN stories without county or topic. */
static void begin(size_t len)
{
    struct made_line lines[STORIES];
    for (size_t i = 0; i < len; i++)
        lines[i] =
            (struct made_line){str_format(&keep, "题%zu", i + 1).ptr, (int)i + 1, ROLE_HEADLINE, 0};
    page = made_text(&keep, "a.txt", lines, len);
    stories = made_stories(&keep, page, lines, len);
    for (size_t i = 0; i < len; i++)
        stories.at[i].id = str_format(&keep, "a-%zu", i);
}

static void in_county(size_t story, const struct county *county)
{
    vec_push(&keep, &stories.at[story].counties, (struct story_county){.county = county});
}

static void on_topic(size_t story, const struct topic *topic, const struct str *word)
{
    struct story_topic found = {.topic = topic};
    vec_push(&keep, &found.evidence, (struct evidence){.text = *word});
    vec_push(&keep, &found.evidence, (struct evidence){.text = seed});
    vec_push(&keep, &stories.at[story].topics, found);
}

/* The headlines of what is related to the story at PLACE, parted by blanks. */
static struct str related_to(size_t place)
{
    archive_add(archive, page, &stories, STR("a"));
    archive_index(archive);
    const struct entries *found = &archive->pages.at[0]->entries[place].related;
    struct buf out = {0};
    for (size_t i = 0; i < found->len; i++)
        buf_fmt(&out, "%s%.*s", i ? " " : "", STR_FMT(found->at[i]->story->headline));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void county_topic_and_words_make_a_relative(void **state)
{
    (void)state;
    begin(4);
    in_county(0, &here);
    on_topic(0, &farming, &plough);
    in_county(1, &there);
    on_topic(1, &farming, &plough); /* of another county */
    in_county(2, &here);
    on_topic(2, &farming, &harvest); /* one word alone */
    in_county(3, &here);
    on_topic(3, &farming, &plough);
    assert_str(related_to(0), "题4");
}

static void what_shares_little_is_none(void **state)
{
    (void)state;
    begin(3);
    in_county(0, &here);
    on_topic(0, &farming, &plough);
    in_county(1, &here);
    on_topic(1, &law, &harvest);
    assert_str(related_to(0), "");
}

static void there_are_a_few_at_most(void **state)
{
    (void)state;
    begin(STORIES);
    for (size_t i = 0; i < STORIES; i++) {
        in_county(i, &here);
        on_topic(i, &farming, &plough);
    }
    assert_str(related_to(3), "题5 题3 题6 题2"); /* the nearest */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup_places, teardown)
    const struct CMUnitTest tests[] = {
        TEST(county_topic_and_words_make_a_relative),
        TEST(what_shares_little_is_none),
        TEST(there_are_a_few_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
