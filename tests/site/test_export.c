/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/export.h"

#include <jansson.h>

static const struct told stories[] = {
    {.page = "content/b.txt",
     .headline = "=1+1",
     .body = "他说：\"来\",走了。",
     .date = {2023, 10, 0},
     .basis = BASIS_TEXT,
     .counties = {"141127", "141124"},
     .topics = {"agriculture", "land"},
     .people = {"祁子荣", "杜丽君"},
     .cut_end = true},
    {.headline = "二", .body = "第二篇。", .derived = true},
    {.page = "content/a.txt", .headline = "三", .body = "第三篇。", .kind = KIND_PHOTO},
    {.headline = "", .body = "责任编辑", .kind = KIND_RESIDUE},
};

static int setup(void **state)
{
    struct told_site *t = calloc(1, sizeof *t);
    if (!t)
        return -1;
    archive_of(t, stories, sizeof stories / sizeof *stories);
    *state = t;
    return 0;
}

static int teardown(void **state)
{
    told_clear(*state);
    free(*state);
    return 0;
}

/* All of an export, as a site has it. */
static void write_all(struct buf *out, const struct export_kind *kind,
                      const struct archive *archive)
{
    kind->head(out);
    for (size_t i = 0; i < archive->pages.len; i++)
        for (size_t k = 0; k < archive->pages.at[i]->entries_len; k++)
            kind->entry(out, &archive->pages.at[i]->entries[k]);
}

static void test_a_line_of_json_for_each_story_in_the_order_of_pages(void **state)
{
    struct told_site *t = *state;
    struct buf out = {0};
    write_all(&out, &export_ndjson, t->archive);
    static const char *const headlines[] = {"三", "=1+1", "二"};
    struct str rest = buf_view(&out);
    for (size_t i = 0; i < 3; i++) {
        struct str line = str_cut(&rest, '\n');
        json_t *json = json_loadb(line.ptr, line.len, 0, NULL);
        assert_non_null(json);
        const char *id = json_string_value(json_object_get(json, "id"));
        assert_string_equal(json_string_value(json_object_get(json, "url")),
                            str_format(&t->keep, "stories/%s.html", id).ptr);
        assert_string_equal(json_string_value(json_object_get(json, "headline")), headlines[i]);
        json_decref(json);
    }
    assert_int_equal(rest.len, 0);
    buf_clear(&out);
}

/* Row NUMBER of the table, without its line end; no cell of these stories has a line end. */
static struct str row(struct told_site *t, struct buf *out, size_t number)
{
    write_all(out, &export_csv, t->archive);
    struct str rest = buf_view(out);
    while (number--)
        str_cut(&rest, '\n');
    struct str found = str_cut(&rest, '\n');
    assert_true(str_ends(found, STR("\r")));
    return str_slice(found, 0, found.len - 1);
}

static void test_the_first_row_names_the_columns(void **state)
{
    struct buf out = {0};
    assert_str(
        row(*state, &out, 0),
        "\ufeffid,kind,headline,headline_derived,kicker,subtitle,bylines,"
        "date,date_precision,date_basis,publication,page,counties,county_codes,regions,"
        "region_codes,topics,"
        "source,url,chars,truncated_start,truncated_end,continues,continued_from,first_printing,"
        "rights,text");
    buf_clear(&out);
}

static void test_a_row(void **state)
{
    struct told_site *t = *state;
    struct buf out = {0};
    struct str id = t->archive->pages.at[1]->entries[0].story->id;
    assert_str(row(t, &out, 2),
               str_format(&t->keep,
                          "%s,story,'=1+1,false,,,祁子荣;杜丽君,2023-10,month,text,,,"
                          "岚县;临县,141127;141124,,,agriculture;land,content/b.txt,"
                          "stories/%s.html,10,false,true,,,,,\"他说：\"\"来\"\",走了。\"",
                          id.ptr, id.ptr)
                   .ptr);
    buf_clear(&out);
}

static void test_what_is_not_known_is_empty(void **state)
{
    struct told_site *t = *state;
    struct buf out = {0};
    struct str id = t->archive->pages.at[1]->entries[1].story->id;
    assert_str(row(t, &out, 3),
               str_format(&t->keep,
                          "%s,story,二,true,,,,,none,none,,,,,,,,content/b.txt,stories/%s.html,"
                          "4,false,false,,,,,第二篇。",
                          id.ptr, id.ptr)
                   .ptr);
    buf_clear(&out);
}

static void test_cells_do_not_compute(void **state)
{
    struct told_site *t = *state;
    static const struct {
        const char *cell, *written;
    } cases[] = {
        {"=1", ",'=1,"},
        {"+1", ",'+1,"},
        {"-1", ",'-1,"},
        {"@a", ",'@a,"},
        {"＝1", ",'＝1,"},
        {"\t=1", ",'\t=1,"},
        {"\r=1", ",\"'\r=1\","},
        {"1=1", ",1=1,"},
        {"\u200b=1", ",'\u200b=1,"},
        {"　=1", ",'　=1,"},
        {"\u202e @a", ",'\u202e @a,"},
        {" \t1", ",' \t1,"},
        {" 1", ", 1,"},
        {"—1", ",—1,"},
        {"'=1", ",'=1,"},
        {"a-b", ",a-b,"},
        {"", ",,"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        t->archive->pages.at[0]->stories.at[0].kicker = str_of(cases[i].cell);
        write_all(&out, &export_csv, t->archive);
        struct str expected = str_format(&t->keep, ",三,false%s,", cases[i].written);
        assert_true(str_has(buf_view(&out), expected));
        buf_clear(&out);
    }
}

static void test_nothing_in_nothing_out(void **state)
{
    struct told_site *t = *state;
    struct buf out = {0};
    struct archive *empty = archive_new(&t->keep, &t->reference, &t->diags);
    archive_index(empty);
    write_all(&out, &export_ndjson, empty);
    assert_int_equal(out.len, 0);
    write_all(&out, &export_csv, empty);
    assert_true(str_ends(buf_view(&out), STR(",text\r\n")));
    buf_clear(&out);
}

int main(void)
{
#define EXPORT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        EXPORT_TEST(test_a_line_of_json_for_each_story_in_the_order_of_pages),
        EXPORT_TEST(test_the_first_row_names_the_columns),
        EXPORT_TEST(test_a_row),
        EXPORT_TEST(test_what_is_not_known_is_empty),
        EXPORT_TEST(test_cells_do_not_compute),
        EXPORT_TEST(test_nothing_in_nothing_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
