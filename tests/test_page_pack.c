/* SPDX-License-Identifier: MIT */
/* What is kept of a page comes back as it was; and whatever is done to its bytes, what comes back
   can be shown. */
#include "testing.h"

#include "archive/page_pack.h"
#include "base/utf8.h"
#include "pipeline.h"
#include "site/plan.h"
#include "site/theme.h"
#include "site/view/view.h"

#include <stdlib.h>

#define TEXT                                                                                                                        \
    "---\npublication: 吕梁日报\ndate: 2020-01-05\npage: 1\n---\n春茶开采\n\n"                                              \
    "本报讯（记者 王洋 通讯员 李青）1月3日，岚县普明镇的茶农采完春茶炒夏茶，合作社又添了三" \
    "台炒茶机。城区也有人来学。\n（下转2版）\n\n水库清淤\n\n本报讯　全市的水库开始清淤，灌区" \
    "的水渠也要重修，去年的旱情还没有过去。\n\n余字\n"

struct packed_page {
    struct arena keep;
    struct reference reference;
    struct page_result result;
    struct buf bytes;
};

static struct packed_page *page_packed(void)
{
    struct packed_page *of = xcalloc(1, sizeof *of);
    struct arena scratch = {0};
    of->reference = reference_builtin(&of->keep);
    of->result =
        pipeline_page(&of->keep, &scratch, &of->reference, NULL, STR("content/a.txt"), STR(TEXT));
    archive_page_new(&of->keep, of->result.page, &of->result.stories, of->result.slug);
    page_pack(&of->bytes, &of->result, STR(TEXT));
    arena_clear(&scratch);
    return of;
}

static void packed_free(struct packed_page *of)
{
    buf_clear(&of->bytes);
    arena_clear(&of->keep);
    free(of);
}

static bool unpack_as(struct arena *keep, const struct packed_page *of, struct str bytes,
                      struct page_result *result)
{
    return page_unpack(keep, &of->reference, bytes, STR(TEXT), STR("content/a.txt"), result);
}

static void test_there_and_back(void **state)
{
    (void)state;
    struct packed_page *of = page_packed();
    struct arena keep = {0};
    struct page_result result;
    struct buf again = {0};
    assert_true(unpack_as(&keep, of, buf_view(&of->bytes), &result));
    page_pack(&again, &result, STR(TEXT));
    assert_true(str_eq(buf_view(&again), buf_view(&of->bytes)));
    assert_int_equal(result.stories.len, of->result.stories.len);
    for (size_t i = 0; i < of->bytes.len; i++)
        assert_false(unpack_as(&keep, of, str_slice(buf_view(&of->bytes), 0, i), &result));
    buf_clear(&again);
    arena_clear(&keep);
    packed_free(of);
}

static void test_dates_that_are_none(void **state)
{
    static const struct date none[] = {{2020, 0, 5}, {2020, 2, 30}, {2021, 2, 29}, {2020, 4, 31}};
    (void)state;
    struct packed_page *of = page_packed();
    const struct date good = of->result.page->facts.date;
    for (size_t i = 0; i <= sizeof none / sizeof *none; i++) {
        bool is_good = i == sizeof none / sizeof *none;
        struct arena keep = {0};
        struct page_result result;
        struct buf bytes = {0};
        of->result.page->facts.date = is_good ? good : none[i];
        page_pack(&bytes, &of->result, STR(TEXT));
        assert_int_equal(unpack_as(&keep, of, buf_view(&bytes), &result), is_good);
        buf_clear(&bytes);
        arena_clear(&keep);
    }
    packed_free(of);
}

/* Makes every field of every page of a site that has the page. */
static void show(struct packed_page *of, struct page_result *result)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct config config = config_default();
    static struct theme theme;
    static struct arena theme_keep;
    if (!theme.templates)
        assert_true(theme_load(&theme_keep, STR("/nowhere"), config.language, (struct place){0},
                               &theme, &(struct diags){.keep = &theme_keep}));
    struct archive *archive = archive_new(&keep, &of->reference, &diags);
    archive_add(archive, result->page, &result->stories, result->slug);
    archive_index(archive);
    const struct site site = {&config, theme.strings, &theme, archive, NULL, 1};
    struct outputs outputs = site_plan(&keep, &site);
    for (size_t i = 0; i < outputs.len; i++) {
        struct buf html = {0};
        size_t bad;
        template_render(theme.templates, str_of(page_kinds[outputs.at[i].kind].file),
                        view_root(view_of(&keep, &site, &outputs.at[i])), &html, &keep, &diags,
                        outputs.at[i].path);
        assert_true(utf8_valid(buf_view(&html), &bad));
        buf_clear(&html);
    }
    arena_clear(&keep);
}

static void test_whatever_comes_back_can_be_shown(void **state)
{
    (void)state;
    struct packed_page *of = page_packed();
    size_t shown = 0;
    srand(1);
    for (size_t round = 0; round < 2000; round++) {
        struct arena keep = {0};
        struct page_result result;
        char *bytes = arena_array(&keep, of->bytes.len, 1);
        memcpy(bytes, of->bytes.ptr, of->bytes.len);
        for (int changes = 1 + rand() % 2; changes > 0; changes--)
            bytes[(size_t)rand() % of->bytes.len] = (char)rand();
        if (unpack_as(&keep, of, (struct str){bytes, of->bytes.len}, &result)) {
            shown++;
            show(of, &result);
        }
        arena_clear(&keep);
    }
    assert_true(shown > 50);
    packed_free(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_dates_that_are_none),
        cmocka_unit_test(test_whatever_comes_back_can_be_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
