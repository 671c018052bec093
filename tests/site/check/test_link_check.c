/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/check/link_check.h"
#include "site/publish/publish.h"
#include "temp.h"

struct fixture {
    struct arena keep;
    struct str dir;
    struct diags diags;
    struct link_tally tally;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    f->dir = temp_dir(&f->keep);
    f->diags.keep = &f->keep;
    temp_write(&f->keep, f->dir, "index.html", "<p id=one><p id=\"二\">");
    temp_write(&f->keep, f->dir, "assets/site.css", "a { color: red }");
    temp_write(&f->keep, f->dir, "stories/b.html", "<p id=b>");
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    bool removed = dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return !removed;
}

static struct editorial about = {.file = {"content/关于.md", sizeof "content/关于.md" - 1},
                                 .path = {"guan-yu.html", sizeof "guan-yu.html" - 1}};
static const struct editorials editorials = {&about, 1, 1};

static void check(struct fixture *f)
{
    f->diags.len = 0;
    assert_true(
        link_check(f->dir, STR("https://example.org/a/"), &editorials, &f->diags, &f->tally));
}

/* Checks the site with a file NAME that holds TEXT; it must have the fault FINDING, or none where
   that is NULL. */
static void assert_file(struct fixture *f, const char *name, const char *text, const char *finding)
{
    temp_write(&f->keep, f->dir, name, text);
    check(f);
    if (!finding && f->diags.len)
        fail_msg("%s: %.*s", text, STR_FMT(f->diags.at[0].what));
    if (!finding)
        return;
    if (f->diags.len != 1)
        fail_msg("%s: %zu findings", text, f->diags.len);
    assert_str(f->diags.at[0].what, finding);
    assert_str(f->diags.at[0].place.file, temp_path(&f->keep, f->dir, name));
    assert_int_equal(f->diags.at[0].id, D_LINK);
}

static void test_good_links(void **state)
{
    static const char *const good[] = {
        "<a href=\"../index.html\">",
        "<a href=b.html>",
        "<a href=\"./b.html#b\">",
        "<a href=\"../index.html#one\">",
        "<a href=\"../index.html#二\">",
        "<a href=\"../index.html#%E4%BA%8C\">",
        "<a href=\"#\">",
        "<a href=\"#top\">",
        "<a href=\"\">",
        "<a id=x href=\"#x\">",
        "<a href=\"?q=1\">",
        "<a href=\"b.html?q=1#b\">",
        "<link rel=stylesheet href=\"../assets/site.css\">",
        "<a href=\"https://example.org/\">",
        "<a href=\"mailto:a@example.org\">",
        "<link rel=canonical href=\"https://example.org/stories/a.html\">",
        "<a href=\"../stories/../index.html\">",
        "<a href=\"../data.csv#row=1\">",
    };
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "data.csv", "");
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_file(f, "stories/a.html", good[i], NULL);
    assert_int_equal(f->tally.files, 5);
    assert_int_equal(f->tally.links, 1);
}

static void test_bad_links(void **state)
{
    static const struct {
        const char *html, *finding;
    } bad[] = {
        {"<a href=c.html>", "link to stories/c.html: there is no such file"},
        {"<a href=B.html>", "link to stories/B.html: there is no such file"},
        {"<a href=\"c.html#x\">", "link to stories/c.html: there is no such file"},
        {"<img src=\"../x.png\">", "link to x.png: there is no such file"},
        {"<img srcset=\"../x.png 2x\">", "link to x.png: there is no such file"},
        {"<form action=\"../search.html\">", "link to search.html: there is no such file"},
        {"<a href=\"../stories/\">", "link to stories: it is a folder; name the file in it"},
        {"<a href=\"../stories\">", "link to stories: it is a folder; name the file in it"},
        {"<a href=\"..\">", "link to : it is a folder; name the file in it"},
        {"<a href=\"../\">", "link to : it is a folder; name the file in it"},
        {"<a href=\".\">", "link to stories: it is a folder; name the file in it"},
        {"<a href=\"../../index.html\">", "link to ../../index.html: it leads out of the site"},
        {"<a href=\"%2e%2e/../index.html\">",
         "link to %2e%2e/../index.html: it leads out of the site"},
        {"<a href=\"/index.html\">",
         "link to /index.html: it starts from the root of the host; make it relative"},
        {"<a href=\"//example.org/\">",
         "link to //example.org/: it starts from the root of the host; make it relative"},
        {"<img src=\"https://example.org/a.png\">",
         "link to https://example.org/a.png: it is loaded from elsewhere; no request may leave the "
         "site"},
        {"<link rel=stylesheet href=\"https://example.org/a.css\">",
         "link to https://example.org/a.css: it is loaded from elsewhere; no request may leave the "
         "site"},
        {"<a href=\"javascript:x\">",
         "link to javascript:x: only http, https and mailto may lead out of the site"},
        {"<img src=\"data:image/png,x\">",
         "link to data:image/png,x: only http, https and mailto may lead out of the site"},
        {"<a href=\"b.html#c\">", "link to stories/b.html#c: nothing in that page has this id"},
        {"<a href=\"#c\">", "link to stories/a.html#c: nothing in that page has this id"},
        {"<p id=a><p id=a>", "the id a stands twice in this page"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_file(f, "stories/a.html", bad[i].html, bad[i].finding);
}

static void test_style_sheets(void **state)
{
    struct fixture *f = *state;
    assert_file(f, "assets/site.css", "a { src: url(../index.html) }", NULL);
    assert_file(f, "assets/site.css", "a { src: url(a.png) }",
                "link to assets/a.png: there is no such file");
    assert_file(f, "assets/site.css", "\n@import 'https://example.org/a.css';",
                "link to https://example.org/a.css: it is loaded from elsewhere; no request may "
                "leave the site");
    assert_int_equal(f->diags.at[0].place.line, 2);
}

static void test_names(void **state)
{
    struct fixture *f = *state;
    assert_file(f, "Upper.txt", "",
                "its name has more than a-z, 0-9, '-', '_' and '.', or than 100 bytes");
}

static void test_a_fault_in_many_places_is_told_once(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "stories/a.html",
               "\n<a href=\"../x.html\"><a href=\"../x.html\">");
    temp_write(&f->keep, f->dir, "a.html", "\n<a href=\"x.html#y\">\n<a href=\"y.html\">");
    check(f);
    assert_int_equal(f->diags.len, 2);
    assert_str(f->diags.at[0].what, "link to x.html: there is no such file (and 2 more)");
    assert_str(f->diags.at[0].place.file, temp_path(&f->keep, f->dir, "a.html"));
    assert_int_equal(f->diags.at[0].place.line, 2);
    assert_str(f->diags.at[1].what, "link to y.html: there is no such file");
}

static void test_an_id_may_stand_in_two_pages(void **state)
{
    assert_file(*state, "stories/a.html", "<p id=b><p id=one>", NULL);
}

static void test_a_published_site(void **state)
{
    struct fixture *f = *state;
    struct str above = f->dir;
    f->dir = path_join(&f->keep, above, STR("public"));
    temp_write(&f->keep, f->dir, "Mine/Foreign.html", "<a href=\"/broken\">");
    struct stage *stage = publish_begin(f->dir, &f->diags);
    assert_non_null(stage);
    publish_put(stage, STR("index.html"),
                STR("<a href=\"Mine/Foreign.html\">x</a><a href=\"b.html\">b</a>"));
    publish_put(stage, STR("b.html"), STR("<a href=\"index.html\">x</a>"));
    assert_true(publish_commit(stage, &(struct tree){0}));
    check(f);
    assert_int_equal(f->diags.len, 0);
    assert_int_equal(f->tally.files, 3);

    temp_write(&f->keep, f->dir, "index.html", "changed");
    assert_int_equal(remove(temp_path(&f->keep, f->dir, "b.html")), 0);
    check(f);
    assert_int_equal(f->diags.len, 2);
    assert_int_equal(f->diags.at[0].id, D_SITE_CHANGED);
    assert_str(f->diags.at[0].what, "the build wrote it, but it is gone");
    assert_str(f->diags.at[1].what, "it is not as the build wrote it");
    f->dir = above;
}

/* A page that a reader cannot come to is told, unless it is to be so. */
static void test_orphans(void **state)
{
    struct fixture *f = *state;
    struct str above = f->dir;
    f->dir = path_join(&f->keep, above, STR("public"));
    temp_write(&f->keep, f->dir, "foreign.html", "");
    struct stage *stage = publish_begin(f->dir, &f->diags);
    assert_non_null(stage);
    publish_put(stage, STR("index.html"), STR("<a href=a.html#x>a</a>"));
    publish_put(stage, STR("404.html"), STR("<a href=index.html>x</a>"));
    publish_put(stage, STR("a.html"), STR("<p id=x>"));
    publish_put(stage, STR("b.html"),
                STR("<a href=b.html>itself</a><link rel=canonical "
                    "href=https://example.org/a/b.html><img src=c.html>"));
    publish_put(stage, STR("c.html"), STR("<a href=foreign.html>x</a>"));
    publish_put(stage, STR("d.html"), STR("<meta name=robots content=noindex>"));
    publish_put(stage, STR("e.txt"), STR("no page"));
    assert_true(publish_commit(stage, &(struct tree){0}));
    check(f);
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_ORPHAN);
    assert_str(f->diags.at[0].what, "no other page leads to it (and 1 more)");
    assert_str(f->diags.at[0].place.file, temp_path(&f->keep, f->dir, "b.html"));
    f->dir = above;
}

/* Where the site will stand, its addresses are its own, and must be there. */
static void test_absolute_addresses_of_the_site(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "a.css", "");
    assert_file(f, "x.html", "<link rel=stylesheet href=https://example.org/a/a.css>", NULL);
    assert_file(f, "x.html", "<a href=https://example.org/a/>x</a>", NULL);
    assert_file(f, "x.html", "<link rel=stylesheet href=https://example.org/a/b.css>",
                "link to b.css: there is no such file");
}

/* A host shows 404.html anywhere: its links begin with the path of the address. */
static void test_the_page_for_what_is_not_there(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "a.css", "");
    assert_file(f, "404.html", "<link rel=stylesheet href=/a/a.css><a href=/a/>x</a>", NULL);
    assert_file(f, "404.html", "<a href=/a/b.css>x</a>", "link to b.css: there is no such file");
    assert_file(f, "404.html", "<a href=/b/>x</a>",
                "link to /b/: it is none of the site's; give check the --base-url of the build");
    assert_file(f, "404.html", "", NULL);
    assert_file(f, "x.html", "<a href=/a/index.html>x</a>",
                "link to /a/index.html: it starts from the root of the host; make it relative");
}

/* The file that is to be mended is named, and where its pictures lie; of other pages nothing. */
static void test_faults_of_editorial_pages(void **state)
{
    struct fixture *f = *state;
    assert_file(f, "guan-yu.html", "<a href=x.html>x</a>",
                "link to x.html: there is no such file (the page is made of content/关于.md)");
    assert_file(f, "guan-yu.html", "<a href=x.html>x</a><a href=x.html>x</a>",
                "link to x.html: there is no such file (and 1 more) (the page is made of "
                "content/关于.md)");
    assert_file(f, "guan-yu.html", "<img src=x.jpg>",
                "link to x.jpg: there is no such file (the page is made of content/关于.md; its "
                "pictures lie in templates/assets/, ![](assets/NAME))");
    assert_file(f, "guan-yu.html", "<img src=assets/site.css>", NULL);
    assert_file(f, "x.html", "<img src=x.jpg>", "link to x.jpg: there is no such file");
}

static void test_no_folder(void **state)
{
    struct fixture *f = *state;
    struct str none = path_join(&f->keep, f->dir, STR("none"));
    assert_false(link_check(none, STR_NONE, &editorials, &f->diags, &f->tally));
    assert_int_equal(f->diags.len, 1);
    assert_int_equal(f->diags.at[0].id, D_FILE_UNREADABLE);
}

int main(void)
{
#define CHECK_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        CHECK_TEST(test_good_links),
        CHECK_TEST(test_bad_links),
        CHECK_TEST(test_style_sheets),
        CHECK_TEST(test_names),
        CHECK_TEST(test_faults_of_editorial_pages),
        CHECK_TEST(test_a_fault_in_many_places_is_told_once),
        CHECK_TEST(test_an_id_may_stand_in_two_pages),
        CHECK_TEST(test_a_published_site),
        CHECK_TEST(test_orphans),
        CHECK_TEST(test_absolute_addresses_of_the_site),
        CHECK_TEST(test_the_page_for_what_is_not_there),
        CHECK_TEST(test_no_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
