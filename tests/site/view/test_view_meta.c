/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <jansson.h>

#include "site/made_site.h"
#include "site/view/view_story.h"

static struct made_site m;

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static struct value story(void)
{
    static struct output output;
    output = (struct output){.kind = PAGE_STORY, .subject = &m.added->entries[0]};
    const struct view view = {.site = &m.site, .output = &output};
    return story_subject(&m.keep, &view);
}

static void add_byline(const char *name, enum byline_role role)
{
    struct evidence words = made_evidence(&m, "王洋");
    vec_push(&m.keep, &m.stories.at[0].bylines,
             (struct byline){
                 .name = str_of(name), .role = role, .line = words.text, .span = words.span});
}

/* All contents of the elements whose name or property is WHAT, parted by '|'. */
static struct str said(const char *what)
{
    struct value metas = value_at(&m.keep, story(), "metas");
    struct buf out = {0};
    for (size_t i = 0; i < metas.list->len; i++) {
        struct value meta = item_at(&m.keep, story(), "metas", i);
        struct value name = value_at(&m.keep, meta, "name");
        if (name.kind == VALUE_NOTHING)
            name = value_at(&m.keep, meta, "property");
        if (str_eq(name.text, str_of(what)))
            buf_fmt(&out, "%s%.*s", out.len ? "|" : "", STR_FMT(text_at(&m.keep, meta, "content")));
    }
    struct str kept = str_dup(&m.keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

/* The JSON of the script; the caller owns it. */
static json_t *article(void)
{
    struct value html = value_at(&m.keep, story(), "json_ld");
    assert_int_equal(html.kind, VALUE_HTML);
    struct str start = STR("<script type=\"application/ld+json\">"), end = STR("</script>");
    assert_true(str_starts(html.text, start) && str_ends(html.text, end));
    struct str json = str_slice(html.text, start.len, html.text.len - end.len);
    assert_false(str_has(json, STR("<")));
    json_t *object = json_loadb(json.ptr, json.len, 0, NULL);
    assert_non_null(object);
    return object;
}

static void what_a_story_is(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"谱好</script>曲", 1, ROLE_HEADLINE, 0}, {"□ 王洋", 1, ROLE_BYLINE, 0},
               {"行走在现场。", 1, ROLE_PARAGRAPH, 0});
    add_byline("王洋", BYLINE_REPORTER);
    add_byline("王洋", BYLINE_PHOTOGRAPHER);
    add_byline("李明", BYLINE_EDITOR);
    m.stories.at[0].date = (struct story_date){
        .value = {2023, 10, 17}, .precision = PRECISION_DAY, .basis = BASIS_FRONT_MATTER};
    made_end(&m);
    assert_str(said("DC.title"), "谱好</script>曲");
    assert_str(said("DC.creator"), "王洋");
    assert_str(said("DC.contributor"), "李明");
    assert_str(said("DC.date"), "2023-10-17");
    assert_str(said("DC.type"), "newspaperArticle");
    assert_str(said("og:type"), "article");
    assert_str(said("og:url"), "");
    json_t *object = article();
    assert_string_equal(json_string_value(json_object_get(object, "headline")), "谱好</script>曲");
    assert_string_equal(json_string_value(json_object_get(object, "datePublished")), "2023-10-17");
    assert_int_equal(json_array_size(json_object_get(object, "author")), 1);
    assert_int_equal(json_array_size(json_object_get(object, "editor")), 1);
    assert_null(json_object_get(object, "contentLocation"));
    json_decref(object);
}

static void what_is_inferred_is_not_stated(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0});
    m.stories.at[0].date = (struct story_date){
        .value = {2023, 10, 0}, .precision = PRECISION_MONTH, .basis = BASIS_TEXT};
    made_end(&m);
    assert_str(said("DC.date"), "2023-10?");
    assert_str(said("article:published_time"), "");
    json_t *object = article();
    assert_null(json_object_get(object, "datePublished"));
    assert_string_equal(json_string_value(json_object_get(object, "temporal")), "2023-10?");
    json_decref(object);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_a_story_is),
        TEST(what_is_inferred_is_not_stated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
