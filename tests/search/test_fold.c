/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "search/fold.h"

static struct arena keep;
static const struct fold *fold;

static int setup(void **state)
{
    (void)state;
    fold = fold_new(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct str folded(const char *text)
{
    struct buf out = {0};
    struct str all = str_of(text);
    for (struct utf8 c = utf8_first(all); c.len; c = utf8_next(all, c))
        utf8_add(&out, fold_code(fold, c.code));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_what_is_alike(void **state)
{
    (void)state;
    assert_str(folded("ＧＤＰ　增长８％"), "gdp 增长8%");
    assert_str(folded("GDP Ä"), "gdp ä");
    assert_str(folded("農業漢語"), "农业汉语");
    assert_str(folded("「高地」『高地』“高地”'高地'"), "\"高地\"\"高地\"\"高地\"\"高地\"");
    assert_str(folded("，。（）"), ",。()");
    assert_str(folded("𠮷é…"), "𠮷é…");
}

static void test_what_is_folded_stays(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < FOLD_CODES; code++)
        assert_int_equal(fold->to[fold->to[code]], fold->to[code]);
}

static void test_separators(void **state)
{
    (void)state;
    static const char *const letters = "a9农々〇ä";
    static const char *const others = " ,。\"·…—\n%■→";
    struct str text = str_of(letters);
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        assert_false(fold_separates(fold, c.code));
    text = str_of(others);
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        assert_true(fold_separates(fold, c.code));
    assert_false(fold_separates(fold, 0x20bb7)); /* 𠮷 */
}

static void test_as_a_script(void **state)
{
    (void)state;
    struct buf out = {0};
    fold_write(&out, fold);
    assert_true(utf8_valid(buf_view(&out), &(size_t){0}));
    assert_true(str_starts(buf_view(&out), STR("\"\\'AB")) ||
                str_starts(buf_view(&out), STR("\"'AB")));
    assert_false(str_has(buf_view(&out), STR("\n")));
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_alike),
        cmocka_unit_test(test_what_is_folded_stays),
        cmocka_unit_test(test_separators),
        cmocka_unit_test(test_as_a_script),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
