/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/editorial/editorial.h"
#include "site/made_site.h"

static struct made_site m;
static struct editorials editorials;

static int setup(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0});
    made_end(&m);
    editorials = (struct editorials){0};
    vec_push(&m.keep, &editorials,
             (struct editorial){.path = STR("about.html"),
                                .title = STR("关于文存"),
                                .nav = STR("关于"),
                                .html = STR("<p>&lt;甲&gt;</p>")});
    m.site.editorials = &editorials;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static struct value root(enum page_kind kind, struct str path, const void *subject)
{
    struct output *output = ARENA_NEW(&m.keep, struct output);
    *output = (struct output){kind, path, subject, 1, 1};
    return view_root(view_of(&m.keep, &m.site, output));
}

static void a_story_is_called_story_and_nothing_else(void **state)
{
    (void)state;
    struct value story = root(PAGE_STORY, STR("stories/a-000001.html"), m.added->entries);
    assert_str(text_at(&m.keep, story, "root"), "../");
    assert_str(text_at(&m.keep, story, "head_title"), "题｜县报文存");
    assert_str(text_at(&m.keep, story, "story/headline"), "题");
    assert_int_equal(value_at(&m.keep, story, "county").kind, VALUE_NOTHING);
    struct value none;
    assert_false(value_get(&m.keep, story, STR("stroy"), &none));
}

static void the_navigation_has_indexes_and_editorial_pages(void **state)
{
    (void)state;
    struct value about = root(PAGE_EDITORIAL, STR("about.html"), editorials.at);
    assert_str(text_at(&m.keep, about, "root"), "");
    assert_int_equal(value_at(&m.keep, about, "nav").list->len, 6);
    struct value link = item_at(&m.keep, about, "nav", 5);
    assert_str(text_at(&m.keep, link, "text"), "关于");
    assert_str(text_at(&m.keep, link, "href"), "about.html");
    assert_true(value_at(&m.keep, link, "here").truth);
    assert_false(value_at(&m.keep, item_at(&m.keep, about, "nav", 0), "here").truth);
}

static void an_index_is_marked_in_the_navigation(void **state)
{
    (void)state;
    struct value dates = root(PAGE_DATES, STR("dates/index.html"), NULL);
    assert_true(value_at(&m.keep, item_at(&m.keep, dates, "nav", 3), "here").truth);
    assert_false(value_at(&m.keep, item_at(&m.keep, dates, "nav", 4), "here").truth);
}

static void an_editorial_page_is_html(void **state)
{
    (void)state;
    struct value about = root(PAGE_EDITORIAL, STR("about.html"), editorials.at);
    assert_str(text_at(&m.keep, about, "title"), "关于文存");
    assert_int_equal(value_at(&m.keep, about, "editorial/html").kind, VALUE_HTML);
}

static void a_missing_page_shows_the_ways_in(void **state)
{
    (void)state;
    struct value missing = root(PAGE_NOT_FOUND, STR("404.html"), NULL);
    assert_int_equal(value_at(&m.keep, missing, "not_found/ways").list->len, 4);
    assert_int_equal(value_at(&m.keep, missing, "archive/stories").number, 1);
}

/* It is shown anywhere, on any host that has the site. */
static void a_missing_page_leads_from_the_top_of_the_host(void **state)
{
    (void)state;
    assert_str(text_at(&m.keep, root(PAGE_NOT_FOUND, STR("404.html"), NULL), "root"), "");
    m.config.base_url = STR("https://example.org/lanxian/");
    assert_str(text_at(&m.keep, root(PAGE_NOT_FOUND, STR("404.html"), NULL), "root"), "/lanxian/");
    assert_str(text_at(&m.keep, root(PAGE_HOME, STR("index.html"), NULL), "root"), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_story_is_called_story_and_nothing_else),
        TEST(the_navigation_has_indexes_and_editorial_pages),
        TEST(an_index_is_marked_in_the_navigation),
        TEST(an_editorial_page_is_html),
        TEST(a_missing_page_shows_the_ways_in),
        TEST(a_missing_page_leads_from_the_top_of_the_host),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
