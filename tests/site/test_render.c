/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/made_site.h"
#include "site/publish/publish.h"
#include "site/render.h"
#include "site/theme.h"
#include "temp.h"

struct fixture {
    struct made_site m;
    struct str own, out; /* folders: the site's templates, and public/ */
    struct theme theme;
    struct outputs outputs;
};

static int setup(void **state)
{
    struct fixture *f = xcalloc(1, sizeof *f);
    MADE_BEGIN(&f->m, {"谱好“<安居>”曲", 1, ROLE_HEADLINE, 0},
               {"正文 <script>alert(1)</script> &amp; 完。", 1, ROLE_PARAGRAPH, 0},
               {"余字", 0, ROLE_FURNITURE, 0});
    made_end(&f->m);
    struct arena *keep = &f->m.keep;
    f->own = temp_dir(keep);
    f->out = path_join(keep, temp_dir(keep), STR("public"));
    const struct archive_page *page = f->m.added;
    vec_push(keep, &f->outputs, (struct output){PAGE_NOT_FOUND, STR("404.html"), NULL, 1, 1});
    vec_push(keep, &f->outputs, (struct output){PAGE_SOURCE, STR("pages/a.html"), page, 1, 1});
    vec_push(keep, &f->outputs,
             (struct output){PAGE_STORY, STR("stories/a-000001.html"), page->entries, 1, 1});
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    dir_remove(f->own);
    dir_remove(str_slice(f->out, 0, f->out.len - STR("/public").len));
    made_clear(&f->m);
    free(f);
    return 0;
}

static bool publish(struct fixture *f, size_t threads)
{
    struct diags *diags = &f->m.diags;
    assert_true(
        theme_load(&f->m.keep, f->own, STR("zh-Hans"), (struct place){0}, &f->theme, diags));
    f->m.site.theme = &f->theme;
    const struct render_options options = {.threads = threads};
    struct stage *stage = publish_begin(f->out, diags);
    assert_non_null(stage);
    struct published published;
    struct arena keep = {0};
    bool done = site_publish(&keep, &f->m.site, &f->outputs, &options, stage, &published, diags);
    arena_clear(&keep);
    return done;
}

static struct str published(struct fixture *f, const char *path)
{
    struct buf bytes = {0};
    if (!file_read(path_join(&f->m.keep, f->out, str_of(path)), &bytes))
        return STR_NONE;
    struct str kept = str_dup(&f->m.keep, buf_view(&bytes));
    buf_clear(&bytes);
    return kept;
}

static void outputs_and_assets_are_published(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, 1));
    assert_int_equal(f->m.diags.len, 0);
    assert_true(str_has(published(f, "404.html"), STR("没有这一页")));
    assert_true(str_starts(published(f, "stories/a-000001.html"), STR("<!DOCTYPE html>")));
    assert_true(published(f, "assets/site.css").len > 0);
}

static void links_lead_up_from_folders(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, 1));
    assert_true(str_has(published(f, "404.html"), STR("href=\"assets/site.css\"")));
    struct str story = published(f, "stories/a-000001.html");
    assert_true(str_has(story, STR("href=\"../assets/site.css\"")));
    assert_true(str_has(story, STR("href=\"../pages/a.html#p1\"")));
    assert_true(str_has(published(f, "pages/a.html"), STR("href=\"../stories/a-000001.html\"")));
}

static void text_of_a_page_is_never_markup(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, 1));
    const char *const pages[] = {"stories/a-000001.html", "pages/a.html"};
    for (size_t i = 0; i < 2; i++) {
        struct str html = published(f, pages[i]);
        assert_false(str_has(html, STR("<script>alert")));
        assert_true(str_has(html, STR("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; 完。")));
        assert_true(str_has(html, STR("谱好“&lt;安居&gt;”曲")));
    }
}

static void the_number_of_threads_does_not_show(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"404.html", "pages/a.html", "stories/a-000001.html"};
    struct str first[3];
    assert_true(publish(f, 1));
    for (size_t i = 0; i < 3; i++)
        first[i] = published(f, paths[i]);
    assert_true(publish(f, 4));
    for (size_t i = 0; i < 3; i++)
        assert_true(str_eq(first[i], published(f, paths[i])));
}

static void a_mistake_in_a_template_publishes_nothing(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->m.keep, f->own, "story.html", "<p tal:content=\"story/headlin\">x</p>");
    assert_false(publish(f, 2));
    assert_int_equal(published(f, "404.html").len, 0);
    assert_false(dir_exists(f->out));
    assert_int_equal(f->m.diags.len, 1);
    assert_int_equal(f->m.diags.at[0].id, D_TEMPLATE);
    assert_true(str_has(f->m.diags.at[0].what, STR("stories/a-000001.html")));
}

static void of_several_mistakes_the_first_outputs_is_told(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->m.keep, f->own, "story.html", "<p tal:content=\"story/x\">x</p>");
    temp_write(&f->m.keep, f->own, "page.html", "<p tal:content=\"page/y\">x</p>");
    assert_false(publish(f, 4));
    assert_int_equal(f->m.diags.len, 1);
    assert_str(f->m.diags.at[0].place.file, "templates/page.html");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(outputs_and_assets_are_published),
        TEST(links_lead_up_from_folders),
        TEST(text_of_a_page_is_never_markup),
        TEST(the_number_of_threads_does_not_show),
        TEST(a_mistake_in_a_template_publishes_nothing),
        TEST(of_several_mistakes_the_first_outputs_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
