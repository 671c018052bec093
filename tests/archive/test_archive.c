/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/archive.h"
#include "archive/ids.h"

static struct arena keep;
static struct reference reference;
static struct diags diags;

static int setup(void **state)
{
    (void)state;
    reference = reference_builtin(&keep);
    diags = (struct diags){.keep = &keep};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* What a test says of a story; texts may be NULL. */
struct made {
    struct date date;
    const char *counties[3];
    const char *region; /* code of a prefecture or province that it is about as a whole */
    const char *topic, *name;
    enum byline_role role;
    const char *filed, *body; /* of the byline */
};

static enum precision precision_of(struct date date)
{
    return date.day     ? PRECISION_DAY
           : date.month ? PRECISION_MONTH
           : date.year  ? PRECISION_YEAR
                        : PRECISION_NONE;
}

static struct story story_of(const struct made *made)
{
    struct story story = {.kind = KIND_STORY, .headline = STR("题")};
    story.date = (struct story_date){
        .value = made->date, .precision = precision_of(made->date), .basis = BASIS_TEXT};
    for (size_t i = 0; i < 3 && made->counties[i]; i++) {
        const struct county *county =
            gazetteer_county(reference.gazetteer, str_of(made->counties[i]));
        assert_non_null(county);
        vec_push(&keep, &story.counties, (struct story_county){.county = county});
    }
    if (made->region) {
        struct str code = str_of(made->region);
        struct story_region region = {.prefecture =
                                          gazetteer_prefecture(reference.gazetteer, code)};
        region.province = region.prefecture ? region.prefecture->province
                                            : gazetteer_province(reference.gazetteer, code);
        vec_push(&keep, &story.regions, region);
    }
    if (made->topic) {
        const struct topic *topic = topics_find(reference.topics, str_of(made->topic));
        assert_non_null(topic);
        vec_push(&keep, &story.topics, (struct story_topic){.topic = topic});
    }
    if (made->name)
        vec_push(&keep, &story.bylines,
                 (struct byline){.name = str_of(made->name),
                                 .role = made->role,
                                 .filed = made->filed ? str_of(made->filed) : STR_NONE,
                                 .organisation = made->body ? str_of(made->body) : STR_NONE});
    return story;
}

static void add_page(struct archive *archive, const char *path, const struct made *made, size_t len)
{
    struct page *page = ARENA_NEW(&keep, struct page);
    page->path = str_of(path);
    page->diags.keep = &keep;
    struct stories stories = {0};
    for (size_t i = 0; i < len; i++)
        vec_push(&keep, &stories, story_of(&made[i]));
    struct str slug = page_slug(&keep, &reference, page->path);
    ids_give(&keep, slug, page, &stories);
    archive_add(archive, page, &stories, slug);
}

static void test_newest_first_undated_last(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made later[] = {{.date = {0}}, {.date = {2023, 10, 0}}, {.date = {2023, 10, 3}}};
    const struct made earlier[] = {{.date = {2023, 0, 0}}, {.date = {2023, 10, 3}}};
    add_page(archive, "content/b.txt", later, 3);
    add_page(archive, "content/a.txt", earlier, 2);
    archive_index(archive);
    static const struct {
        const char *path;
        size_t place;
    } wanted[] = {{"content/b.txt", 2}, /* that page is of October, the other of 2023 */
                  {"content/a.txt", 1},
                  {"content/b.txt", 1},
                  {"content/a.txt", 0},
                  {"content/b.txt", 0}};
    assert_int_equal(archive->entries.len, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_str(archive->entries.at[i]->page->page->path, wanted[i].path);
        assert_int_equal(archive->entries.at[i]->place, wanted[i].place);
    }
    assert_int_equal(archive->undated.len, 1);
    assert_int_equal(archive->years.len, 1);
    assert_int_equal(archive->years.at[0]->len, 4);
    assert_int_equal(archive->years.at[0]->year_only.len, 1);
    assert_int_equal(archive->years.at[0]->months[9].entries.len, 3);
    assert_int_equal(archive->years.at[0]->months[9].inferred, 3);
}

static void test_a_story_about_a_whole_prefecture(void **state)
{
    (void)state;
    const struct made made[] = {{.region = "140200"},
                                {.counties = {"140215"}},
                                {.region = "140000"},
                                {.counties = {"141127"}, .region = "140200"}};
    struct archive *archive = archive_new(&keep, &reference, &diags);
    add_page(archive, "content/a.txt", made, 4);
    archive_index(archive);
    const struct province_index *province = archive->provinces.at[0];
    assert_int_equal(archive->provinces.len, 1);
    assert_int_equal(province->entries.len, 4);
    assert_int_equal(province->whole.len, 1);
    const struct prefecture_index *prefecture = province->prefectures.at[0];
    assert_str(prefecture->prefecture->code, "140200");
    assert_int_equal(prefecture->entries.len, 3);
    assert_int_equal(prefecture->whole.len, 2);
    assert_int_equal(prefecture->counties.len, 1);
    assert_int_equal(archive->counties_len, 2);
}

static void test_two_counties_of_a_prefecture_count_once_there(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {{.counties = {"141127", "141124"}}, {.counties = {"141124"}}};
    add_page(archive, "content/a.txt", made, 2);
    archive_index(archive);
    assert_int_equal(archive->provinces.len, 1);
    const struct prefecture_index *prefecture = archive->provinces.at[0]->prefectures.at[0];
    assert_int_equal(prefecture->entries.len, 2);
    assert_int_equal(prefecture->counties.len, 2);
    assert_str(prefecture->counties.at[0]->county->code, "141124");
    assert_int_equal(archive->counties_len, 2);
}

static void test_topics_most_first_and_those_without_last(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {{.topic = NULL},    {.topic = NULL},   {.topic = NULL},
                                {.topic = "water"}, {.topic = "land"}, {.topic = "water"}};
    add_page(archive, "content/a.txt", made, 6);
    archive_index(archive);
    assert_int_equal(archive->topics.len, 3);
    assert_str(archive->topics.at[0]->topic->id, "water");
    assert_str(archive->topics.at[1]->topic->id, "land");
    assert_null(archive->topics.at[2]->topic);
    assert_int_equal(archive->topics.at[2]->entries.len, 3);
}

static void test_one_person_however_written(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {
        {.name = "王刚", .role = BYLINE_PHOTOGRAPHER, .date = {2021, 3, 0}},
        {.name = "王剛", .filed = "王刚", .role = BYLINE_REPORTER, .date = {2023, 3, 0}},
        {.name = "王剛", .filed = "王刚", .role = BYLINE_PHOTOGRAPHER, .date = {2023, 5, 0}},
        {.name = "王钢", .role = BYLINE_REPORTER},
    };
    add_page(archive, "content/a.txt", made, 4);
    archive_index(archive);
    assert_int_equal(archive->people.len, 2);
    const struct person *person = archive->people.at[0];
    assert_str(person->form, "王刚");
    assert_str(person->name, "王剛"); /* twice */
    assert_int_equal(person->names.len, 2);
    assert_int_equal(person->roles[BYLINE_PHOTOGRAPHER], 2);
    assert_int_equal(person->roles[BYLINE_REPORTER], 1);
    assert_int_equal(person->by_role.len, 3);
    assert_int_equal(person->by_role.at[0]->place, 1); /* of 2023, reporters first */
    assert_int_equal(person->by_role.at[1]->place, 2);
    assert_int_equal(person->by_role.at[2]->place, 0);
    assert_int_equal(person->entries.at[0]->place, 2);
    assert_ptr_equal(archive_person(archive, &person->entries.at[0]->story->bylines.at[0]), person);
}

static void test_bodies_have_people(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {
        {.name = "王刚", .body = "岚县融媒体中心"},
        {.name = "李明", .body = "岚县融媒体中心"},
        {.name = "王刚", .body = "岚县融媒体中心"},
        {.name = "岚县融媒体中心", .role = BYLINE_ORGANISATION},
        {.name = "赵海燕"},
    };
    add_page(archive, "content/a.txt", made, 5);
    archive_index(archive);
    assert_int_equal(archive->people.len, 4);
    const struct person *body = map_get(&archive->by_person, STR("岚县融媒体中心"));
    assert_true(body->organisation);
    assert_int_equal(body->entries.len, 4);
    assert_int_equal(body->roles[BYLINE_ORGANISATION], 1);
    assert_int_equal(body->members.len, 2);
    assert_str(body->members.at[0]->name, "李明");
    assert_str(body->members.at[1]->name, "王刚");
}

static void test_people_by_pinyin(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {{.name = "张晶"},
                                {.name = "尹瑞萍"},
                                {.name = "岚县民政局", .role = BYLINE_ORGANISATION},
                                {.name = "尹瑞萍"}};
    add_page(archive, "content/a.txt", made, 4);
    archive_index(archive);
    assert_int_equal(archive->people.len, 3);
    assert_str(archive->people.at[0]->name, "岚县民政局");
    assert_true(archive->people.at[0]->organisation);
    assert_str(archive->people.at[1]->name, "尹瑞萍");
    assert_int_equal(archive->people.at[1]->initial, 'Y');
    assert_int_equal(archive->people.at[1]->entries.len, 2);
    assert_false(archive->people.at[1]->organisation);
    assert_int_equal(archive->people.at[2]->initial, 'Z');
}

static void test_pages_with_one_slug_are_told_apart(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {{.topic = NULL}};
    add_page(archive, "content/a_b.txt", made, 1);
    add_page(archive, "content/a-b.txt", made, 1);
    size_t before = diags.len;
    archive_index(archive);
    assert_str(archive->pages.at[0]->slug, "a-b");
    assert_true(str_starts(archive->pages.at[1]->slug, STR("a-b-")));
    assert_true(str_starts(archive->pages.at[1]->stories.at[0].id, archive->pages.at[1]->slug));
    assert_int_equal(diags.len, before + 1);
    assert_true(str_has(diags.at[before].what, STR("content/a-b.txt")));
}

static void test_stories_of_two_pages_with_one_id_are_told_apart(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made made[] = {{.topic = NULL}};
    add_page(archive, "content/b.txt", made, 1);
    add_page(archive, "content/a.txt", made, 1);
    archive->pages.at[0]->stories.at[0].id = STR("same");
    archive->pages.at[1]->stories.at[0].id = STR("same");
    size_t before = diags.len;
    archive_index(archive);
    assert_str(archive->pages.at[0]->stories.at[0].id, "same");
    assert_str(archive->pages.at[1]->stories.at[0].id, "same-2");
    assert_int_equal(diags.len, before + 1);
    assert_int_equal(diags.at[before].id, D_ID_TWICE);
    assert_str(diags.at[before].place.file, "content/b.txt");
    assert_true(str_has(diags.at[before].what, STR("content/a.txt")));
}

static void test_page_is_dated_as_far_as_its_stories_agree(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    const struct made same_month[] = {
        {.date = {2023, 10, 3}}, {.topic = NULL}, {.date = {2023, 10, 0}}};
    const struct made same_year[] = {{.date = {2023, 10, 3}}, {.date = {2023, 9, 3}}};
    const struct made apart[] = {{.date = {2023, 10, 3}}, {.date = {2022, 10, 3}}};
    add_page(archive, "content/a.txt", same_month, 3);
    add_page(archive, "content/b.txt", same_year, 2);
    add_page(archive, "content/c.txt", apart, 2);
    archive_index(archive);
    assert_int_equal(archive->pages.at[0]->precision, PRECISION_MONTH);
    assert_int_equal(archive->pages.at[0]->date.month, 10);
    assert_int_equal(archive->pages.at[1]->precision, PRECISION_YEAR);
    assert_int_equal(archive->pages.at[2]->precision, PRECISION_NONE);
}

static void test_empty_archive(void **state)
{
    (void)state;
    struct archive *archive = archive_new(&keep, &reference, &diags);
    archive_index(archive);
    assert_int_equal(archive->entries.len, 0);
    assert_int_equal(archive->provinces.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_newest_first_undated_last),
        cmocka_unit_test(test_a_story_about_a_whole_prefecture),
        cmocka_unit_test(test_two_counties_of_a_prefecture_count_once_there),
        cmocka_unit_test(test_topics_most_first_and_those_without_last),
        cmocka_unit_test(test_people_by_pinyin),
        cmocka_unit_test(test_one_person_however_written),
        cmocka_unit_test(test_bodies_have_people),
        cmocka_unit_test(test_pages_with_one_slug_are_told_apart),
        cmocka_unit_test(test_stories_of_two_pages_with_one_id_are_told_apart),
        cmocka_unit_test(test_page_is_dated_as_far_as_its_stories_agree),
        cmocka_unit_test(test_empty_archive),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
