/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/record.h"
#include "archive/sample.h"

#include <jansson.h>
#include <math.h>

struct fixture {
    struct arena keep;
    struct sample sample;
    struct buf out;
    json_t *json;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    sample_init(&f->keep, &f->sample);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    json_decref(f->json);
    buf_clear(&f->out);
    arena_clear(&f->keep);
    free(f);
    return 0;
}

/* The record of STORY, parsed back; it must be one line. */
static json_t *parsed(struct fixture *f, const struct story *story)
{
    record_json(&f->out, story);
    assert_int_equal(str_find(buf_view(&f->out), STR("\n"), 0), f->out.len - 1);
    f->json = json_loadb(f->out.ptr, f->out.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    assert_non_null(f->json);
    return f->json;
}

static const char *text(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void test_whole_record(void **state)
{
    struct fixture *f = *state;
    record_json(&f->out, &f->sample.full);
    assert_str(buf_view(&f->out),
               "{\"source\":\"content/a.txt\",\"id\":\"a-3fa91c\",\"kind\":\"story\","
               "\"headline\":\"田里“忙”起来\",\"headline_derived\":false,"
               "\"kicker\":\"引题\",\"subtitle\":\"——副题\","
               "\"bylines\":[{\"name\":\"祁子荣\",\"role\":\"author\",\"organisation\":null,"
               "\"line\":\"□ 祁子荣\"}],"
               "\"dateline\":\"本报讯\","
               "\"date\":{\"value\":\"2023-10-17\",\"precision\":\"day\",\"basis\":\"text\"},"
               "\"truncated\":{\"start\":false,\"end\":true},"
               "\"counties\":[{\"code\":\"141127\",\"name\":\"岚县\",\"prefecture\":\"吕梁市\","
               "\"province\":\"山西省\",\"evidence\":[{\"text\":\"岚县\",\"span\":[60,66],"
               "\"kind\":\"subject\"}]}],"
               "\"passing\":[],\"open\":[],"
               "\"regions\":[{\"code\":\"140000\",\"name\":\"山西省\",\"province\":\"山西省\","
               "\"evidence\":[{\"text\":\"山西\",\"span\":[66,72],"
               "\"kind\":\"dateline\"}]}],"
               "\"topics\":[{\"id\":\"agriculture\",\"score\":7.5,"
               "\"evidence\":[\"农业\",\"土地\"]}],"
               "\"confidence\":0.93,"
               "\"blocks\":[{\"role\":\"headline\",\"text\":\"田里“忙”起来\","
               "\"spans\":[[0,27]]},"
               "{\"role\":\"paragraph\",\"text\":\"岚县的农业。\\t\\\"引\\\"\","
               "\"spans\":[[60,70],[72,90]]}]}\n");
}

static void test_what_was_weighed_and_what_is_open(void **state)
{
    struct fixture *f = *state;
    const struct county *one = f->sample.full.counties.at[0].county, *both[] = {one, one};
    struct story_open_name open = {.evidence = {.text = STR("城关镇"), .span = {3, 12}}};
    open.counties.at = both;
    open.counties.len = 2;
    f->sample.full.counties.at[0].inferred = true;
    f->sample.full.open.at = &open;
    f->sample.full.open.len = 1;
    json_t *json = parsed(f, &f->sample.full);
    assert_true(json_is_true(
        json_object_get(json_array_get(json_object_get(json, "counties"), 0), "inferred")));
    json_t *name = json_array_get(json_object_get(json, "open"), 0);
    assert_string_equal(text(name, "text"), "城关镇");
    assert_int_equal(json_array_size(json_object_get(name, "codes")), 2);
}

static void test_unknown_is_null(void **state)
{
    struct fixture *f = *state;
    f->sample.page.facts = (struct page_facts){0};
    json_t *json = parsed(f, &f->sample.bare);
    static const char *const nulls[] = {"id", "headline", "kicker", "subtitle", "dateline"};
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        assert_true(json_is_null(json_object_get(json, nulls[i])));
    static const char *const empty[] = {"bylines", "counties", "passing",
                                        "open",    "regions",  "topics"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        assert_true(json_is_array(json_object_get(json, empty[i])));
        assert_int_equal(json_array_size(json_object_get(json, empty[i])), 0);
    }
    json_t *date = json_object_get(json, "date");
    assert_true(json_is_null(json_object_get(date, "value")));
    assert_string_equal(text(date, "precision"), "none");
    assert_string_equal(text(date, "basis"), "none");
    assert_string_equal(text(json, "kind"), "residue");
    assert_null(json_object_get(json, "url"));
}

static void test_date_goes_as_far_as_its_precision(void **state)
{
    struct fixture *f = *state;
    f->sample.full.date.precision = PRECISION_MONTH;
    json_t *date = json_object_get(parsed(f, &f->sample.full), "date");
    assert_string_equal(text(date, "value"), "2023-10");
    assert_string_equal(text(date, "precision"), "month");
}

static void test_county_without_prefecture(void **state)
{
    struct fixture *f = *state;
    f->sample.prefecture.name = STR_NONE;
    json_t *counties = json_object_get(parsed(f, &f->sample.full), "counties");
    json_t *county = json_array_get(counties, 0);
    assert_true(json_is_null(json_object_get(county, "prefecture")));
    assert_string_equal(text(county, "province"), "山西省");
}

static void test_url_stands_after_the_id(void **state)
{
    struct fixture *f = *state;
    const struct entry entry = {.story = &f->sample.full};
    record_json_published(&f->out, &entry, STR("stories/a-3fa91c.html"));
    assert_true(str_has(buf_view(&f->out),
                        STR("\"id\":\"a-3fa91c\",\"url\":\"stories/a-3fa91c.html\",\"kind\"")));
}

static void test_halves_of_a_published_story_are_named(void **state)
{
    struct fixture *f = *state;
    const struct story other = {.id = STR("b-000001")};
    const struct entry half = {.story = &other};
    const struct entry entry = {.story = &f->sample.full, .continues = &half};
    record_json_published(&f->out, &entry, STR("stories/a-3fa91c.html"));
    assert_true(str_has(buf_view(&f->out),
                        STR("\"publication\":\"县报\",\"page\":\"3\","
                            "\"language\":null,\"rights\":\"版权归原报\","
                            "\"continues\":\"b-000001\","
                            "\"continued_from\":null,\"first_printing\":null,\"blocks\"")));
    f->out.len = 0;
    assert_null(json_object_get(parsed(f, &f->sample.full), "continues"));
}

static void test_odd_characters_survive(void **state)
{
    struct fixture *f = *state;
    f->sample.full.headline = STR("a\0b\x1b\u2028</script>𠮷");
    json_t *headline = json_object_get(parsed(f, &f->sample.full), "headline");
    struct str read = {json_string_value(headline), json_string_length(headline)};
    assert_true(str_eq(read, f->sample.full.headline));
}

static void test_a_path_that_is_not_utf8_is_mended(void **state)
{
    struct fixture *f = *state;
    f->sample.page.path = STR("content/\xb1\xa8.txt");
    assert_string_equal(text(parsed(f, &f->sample.full), "source"), "content/\ufffd\ufffd.txt");
}

static void test_numbers_that_are_none(void **state)
{
    struct fixture *f = *state;
    f->sample.full.confidence = (double)NAN;
    f->sample.full.topics.at[0].score = 12345.678;
    json_t *json = parsed(f, &f->sample.full);
    assert_true(json_is_null(json_object_get(json, "confidence")));
    assert_true(str_has(buf_view(&f->out), STR("\"score\":12345.68,")));
}

int main(void)
{
#define RECORD_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        RECORD_TEST(test_whole_record),
        RECORD_TEST(test_what_was_weighed_and_what_is_open),
        RECORD_TEST(test_unknown_is_null),
        RECORD_TEST(test_date_goes_as_far_as_its_precision),
        RECORD_TEST(test_county_without_prefecture),
        RECORD_TEST(test_url_stands_after_the_id),
        RECORD_TEST(test_halves_of_a_published_story_are_named),
        RECORD_TEST(test_odd_characters_survive),
        RECORD_TEST(test_a_path_that_is_not_utf8_is_mended),
        RECORD_TEST(test_numbers_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
