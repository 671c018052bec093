/* SPDX-License-Identifier: MIT */
/* The built-in templates over archives of every kind: each page of each renders, and holds what it
   is about. */
#include "testing.h"

#include "site/archive_of.h"
#include "site/plan.h"
#include "site/theme.h"

/* Renders all pages of T, and gives the one at PATH. */
static struct str render_all(struct told_site *t, const char *path)
{
    struct theme theme;
    struct str wanted = STR_NONE;
    assert_true(theme_load(&t->keep, STR("no such folder"), STR("zh-Hans"), (struct place){0},
                           &theme, &t->diags));
    t->site.theme = &theme;
    struct outputs outputs = site_plan(&t->keep, &t->site);
    for (size_t i = 0; i < outputs.len; i++) {
        struct buf html = {0};
        const struct output *output = &outputs.at[i];
        const struct view *view = view_of(&t->keep, &t->site, output);
        bool good = template_render(theme.templates, str_of(page_kinds[output->kind].file),
                                    view_root(view), &html, &t->keep, &t->diags, output->path);
        if (!good)
            print_error("%.*s\n", STR_FMT(t->diags.at[0].what));
        assert_true(good);
        if (str_eq(output->path, str_of(path)))
            wanted = str_dup(&t->keep, buf_view(&html));
        buf_clear(&html);
    }
    assert_true(wanted.len > 0);
    return wanted;
}

static void assert_has(struct str html, const char *needle)
{
    if (!str_has(html, str_of(needle)))
        print_error("missing: %s\n", needle);
    assert_true(str_has(html, str_of(needle)));
}

static void an_empty_archive_makes_a_site(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct str home = render_all(&t, "index.html");
    assert_has(home, "还没有收入报道。");
    assert_false(str_has(home, STR("class=\"lead\"")));
    assert_false(str_has(home, STR("class=\"band\"")));
    told_clear(&t);
}

static void undated_stories_make_a_site(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.headline = "甲", .body = "一"}, 1);
    struct str undated = render_all(&t, "dates/undated.html");
    assert_has(undated, "<h2><span class=\"supplied\">日期不详</span>");
    told_clear(&t);
}

static void markup_in_names_stays_text(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t,
               &(struct told){.page = "a.txt",
                              .headline = "<b>甲</b> 乙",
                              .body = "<script>alert(1)</script>",
                              .date = {2023, 1, 2},
                              .basis = BASIS_PATH,
                              .counties = {"141127"},
                              .topics = {"land"},
                              .people = {"<i>马林"},
                              .word = "\"<u>"},
               1);
    const char *const paths[] = {"index.html",         "counties/141127.html", "topics/land.html",
                                 "people/index.html",  "dates/2023-01.html",   "dates/2023.html",
                                 "counties/index.html"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct str html = render_all(&t, paths[i]);
        assert_false(str_has(html, STR("<script>alert")));
        assert_false(str_has(html, STR("<b>甲")));
        assert_false(str_has(html, STR("<i>马林")));
        assert_false(str_has(html, STR("<u>")));
    }
    told_clear(&t);
}

static void a_list_goes_over_several_files(void **state)
{
    (void)state;
    struct told_site t;
    struct told told[21];
    for (size_t i = 0; i < 21; i++)
        told[i] = (struct told){.headline = "甲",
                                .body = "一",
                                .date = {2023, 1, 0},
                                .basis = BASIS_TEXT,
                                .counties = {"141127"}};
    archive_of(&t, told, 21);
    t.config.per_page = 10;
    struct str second = render_all(&t, "counties/141127-2.html");
    assert_has(second, "第 2 页，共 3 页");
    assert_has(second, "<a href=\"../counties/141127.html\" rel=\"prev\">上一页</a>");
    assert_has(second, "<a href=\"../counties/141127-3.html\" rel=\"next\">下一页</a>");
    assert_has(second, "21 篇，接上页");
    assert_false(str_has(second, STR("<svg")));
    struct str first = render_all(&t, "counties/141127.html");
    assert_has(first, "<svg viewBox=\"0 0 288 100\"");
    assert_has(first, "<rect class=\"bar inferred\" x=\"4.5\" y=\"18\" width=\"15\" height=\"64\"");
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_archive_makes_a_site),
        cmocka_unit_test(undated_stories_make_a_site),
        cmocka_unit_test(markup_in_names_stays_text),
        cmocka_unit_test(a_list_goes_over_several_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
