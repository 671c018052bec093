/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/corrections.h"
#include "page/front_matter.h"

static struct arena keep;
static struct reference reference;

static int setup(void **state)
{
    (void)state;
    reference =
        (struct reference){.gazetteer = gazetteer_builtin(&keep), .topics = topics_builtin(&keep)};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const struct county *county(const char *code)
{
    return gazetteer_county(reference.gazetteer, str_of(code));
}

/* A page of two stories, of 岚县 and of agriculture, the second naming 临县 in passing, with
   front matter that has CORRECTIONS. */
struct made {
    struct page page;
    struct stories stories;
};

static struct made *made_of(const char *corrections)
{
    struct made *made = ARENA_NEW(&keep, struct made);
    made->page = (struct page){
        .path = STR("content/p03.txt"),
        .text = str_format(&keep, "---\nstories:\n%s---\n正文\n", corrections),
    };
    made->page.diags.keep = &keep;
    for (size_t i = 0; i < 2; i++) {
        struct story story = {.kind = KIND_STORY, .id = i ? STR("p03-bbbbbb") : STR("p03-aaaaaa")};
        struct story_county lan = {.county = county("141127"), .inferred = true};
        struct story_county lin = {.county = county("141124")};
        struct story_topic topic = {.topic = topics_find(reference.topics, STR("agriculture")),
                                    .score = 9};
        struct story_open_name open = {.evidence = {.text = STR("城区")}};
        vec_push(&keep, &lan.evidence, (struct evidence){.text = STR("全县"), .span = {90, 96}});
        vec_push(&keep, &lin.evidence, (struct evidence){.text = STR("临县"), .span = {96, 102}});
        vec_push(&keep, &story.counties, lan);
        vec_push(&keep, &story.passing, lin);
        vec_push(&keep, &story.topics, topic);
        vec_push(&keep, &story.open, open);
        vec_push(&keep, &made->stories, story);
    }
    page_front_matter(&keep, &made->page);
    return made;
}

static struct made *corrected(const char *corrections)
{
    struct made *made = made_of(corrections);
    corrections_apply(&keep, &reference, STR("p03"), &made->page, &made->stories);
    return made;
}

static void assert_untouched(const struct story *story)
{
    assert_int_equal(story->counties.len, 1);
    assert_int_equal(story->passing.len, 1);
    assert_int_equal(story->topics.len, 1);
    assert_int_equal(story->open.len, 1);
    assert_int_equal(story->date.precision, PRECISION_NONE);
    assert_false(story->places_given || story->topics_given);
}

static void test_what_is_said_replaces_what_was_found(void **state)
{
    (void)state;
    struct made *made = corrected("  - id: p03-aaaaaa\n"
                                  "    places: [\"141124\", 141127, 141100, 141124]\n"
                                  "    topics: [law, agriculture, law]\n"
                                  "    date: 2023-10\n");
    struct story *story = &made->stories.at[0];
    assert_int_equal(made->page.diags.len, 0);
    assert_int_equal(story->counties.len, 2);
    assert_ptr_equal(story->counties.at[0].county, county("141124"));
    assert_ptr_equal(story->counties.at[1].county, county("141127"));
    assert_false(story->counties.at[1].inferred);
    assert_int_equal(story->counties.at[1].evidence.len, 1);
    assert_int_equal(story->passing.len, 0);
    assert_int_equal(story->open.len, 0);
    assert_int_equal(story->regions.len, 1);
    assert_str(story->regions.at[0].prefecture->code, "141100");
    assert_int_equal(story->topics.len, 2);
    assert_str(story->topics.at[0].topic->id, "law");
    assert_str(story->topics.at[1].topic->id, "agriculture");
    assert_int_equal(story->topics.at[1].score, 9);
    assert_int_equal(story->date.precision, PRECISION_MONTH);
    assert_int_equal(story->date.basis, BASIS_FRONT_MATTER);
    assert_true(story->places_given && story->topics_given);
    assert_untouched(&made->stories.at[1]);
}

static void test_none_is_said_too(void **state)
{
    (void)state;
    struct made *made = corrected("  - {id: p03-bbbbbb, places: [none], topics: [none]}\n");
    struct story *story = &made->stories.at[1];
    assert_int_equal(made->page.diags.len, 0);
    assert_int_equal(story->counties.len, 0);
    assert_int_equal(story->topics.len, 0);
    assert_int_equal(story->passing.len, 1); /* not what was but inferred */
    assert_ptr_equal(story->passing.at[0].county, county("141124"));
    assert_true(story->places_given && story->topics_given);
    assert_untouched(&made->stories.at[0]);
}

static void test_a_story_is_known_by_the_end_of_its_id(void **state)
{
    (void)state;
    struct made *made = corrected("  - {id: older-name-bbbbbb, topics: [law]}\n");
    assert_int_equal(made->page.diags.len, 0);
    assert_str(made->stories.at[1].topics.at[0].topic->id, "law");
    assert_untouched(&made->stories.at[0]);
}

static void assert_told(const struct made *made, enum diag_id id, uint32_t line)
{
    assert_int_equal(made->page.diags.len, 1);
    assert_int_equal(made->page.diags.at[0].id, id);
    assert_int_equal(made->page.diags.at[0].place.line, line);
}

static void test_what_cannot_be_used_is_told_and_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *corrections;
        enum diag_id id;
        uint32_t line;
    } cases[] =
        {
            {"  - {id: p03-cccccc, topics: [law]}\n", D_CORRECTION_UNUSED, 3},
            {"  - {id: \"\", topics: [law]}\n", D_CORRECTION_UNUSED, 3},
            {"  - {topics: [law]}\n", D_FRONT_MATTER, 3},
            {"  - id: p03-aaaaaa\n    places: [999999]\n", D_FRONT_MATTER, 4},
            {"  - id: p03-aaaaaa\n    topics: [lore]\n", D_FRONT_MATTER, 4},
            {"  - {id: p03-aaaaaa, places: []}\n", D_CORRECTION_IDLE, 3},
        },
      beside[] = {
          {"  - {id: p03-aaaaaa, topics: [law]}\n  - {id: aaaaaa, topics: [none]}\n",
           D_CORRECTION_UNUSED, 4},
          {"  - {id: p03-aaaaaa, topics: [law]}\n  - {id: x-aaaaaa, topics: [none]}\n",
           D_CORRECTION_IDLE, 4},
          {"  - id: p03-aaaaaa\n  - {id: p03-aaaaaa, topics: [law]}\n", D_CORRECTION_IDLE, 3},
      };
    struct made *made;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        made = corrected(cases[i].corrections);
        assert_told(made, cases[i].id, cases[i].line);
        assert_untouched(&made->stories.at[0]);
    }
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        made = corrected(beside[i].corrections);
        assert_told(made, beside[i].id, beside[i].line);
        assert_str(made->stories.at[0].topics.at[0].topic->id, "law");
    }
    made = corrected("  - id: p03-aaaaaa\n  - {id: p03-bbbbbb, date: never}\n");
    assert_int_equal(made->page.diags.len, 2);
}

static void test_entries_of_one_story_add_up(void **state)
{
    (void)state;
    struct made *made =
        corrected("  - {id: p03-aaaaaa, topics: [law]}\n  - {id: p03-aaaaaa, date: 2023}\n");
    assert_int_equal(made->page.diags.len, 0);
    assert_str(made->stories.at[0].topics.at[0].topic->id, "law");
    assert_int_equal(made->stories.at[0].date.value.year, 2023);
}

static void test_a_bad_value_leaves_the_other_stories_theirs(void **state)
{
    (void)state;
    struct made *made = corrected("  - {id: p03-aaaaaa, date: yesterday}\n"
                                  "  - {id: p03-bbbbbb, topics: [law]}\n");
    assert_told(made, D_FRONT_MATTER, 3);
    assert_untouched(&made->stories.at[0]);
    assert_str(made->stories.at[1].topics.at[0].topic->id, "law");
}

/* Findings on lines 5, of the first story, and 8, of the second. */
static struct made *found_open(const char *corrections)
{
    static const enum diag_id ids[] = {D_COUNTY_OPEN, D_DATE_CONFLICT};
    struct made *made = made_of(corrections);
    for (uint32_t i = 0; i < 2; i++) {
        struct block block = {.first_line = 5 + 3 * i, .last_line = 6 + 3 * i};
        vec_push(&keep, &made->stories.at[i].blocks, block);
        for (size_t k = 0; k < 2; k++)
            diag_add(&made->page.diags, ids[k], (struct place){.line = block.first_line}, "open");
    }
    corrections_apply(&keep, &reference, STR("p03"), &made->page, &made->stories);
    return made;
}

static void test_what_was_open_is_open_no_more(void **state)
{
    (void)state;
    struct made *made = found_open("  - {id: p03-bbbbbb, places: [141124]}\n");
    assert_int_equal(made->page.diags.len, 3);
    assert_int_equal(made->page.diags.at[2].id, D_DATE_CONFLICT);
    made = found_open("  - {id: p03-aaaaaa, date: 2023}\n");
    assert_int_equal(made->page.diags.len, 3);
    assert_int_equal(made->page.diags.at[0].id, D_COUNTY_OPEN);
    made = found_open("  - {id: p03-aaaaaa, topics: [law]}\n");
    assert_int_equal(made->page.diags.len, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_said_replaces_what_was_found),
        cmocka_unit_test(test_none_is_said_too),
        cmocka_unit_test(test_a_story_is_known_by_the_end_of_its_id),
        cmocka_unit_test(test_what_cannot_be_used_is_told_and_changes_nothing),
        cmocka_unit_test(test_a_bad_value_leaves_the_other_stories_theirs),
        cmocka_unit_test(test_entries_of_one_story_add_up),
        cmocka_unit_test(test_what_was_open_is_open_no_more),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
