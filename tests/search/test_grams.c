/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "search/grams.h"

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

/* All pairs in their order, with nothing between: "农业业 ". */
static struct str pairs(const struct grams *grams)
{
    struct buf out = {0};
    for (size_t i = 0; i < grams->len; i++) {
        utf8_add(&out, gram_first(grams, i));
        utf8_add(&out, gram_second(grams, i));
    }
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_pairs_of_letters_and_ends(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    grams_add(&grams, 0, STR("一二，三\n一二"), false);
    grams_sort(&grams);
    assert_str(pairs(&grams), "一二三 二 ");
}

static void test_blanks_that_set_a_word_wide(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    grams_add(&grams, 0, STR("刘\xe3\x80\x80静 "), false);
    grams_add(&grams, 0, STR("一 a 二"), false);
    grams_sort(&grams);
    assert_str(pairs(&grams), "a 一 二 刘静静 ");
}

static void test_folded_alike(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    grams_add(&grams, 0, STR("ＡＢ"), false);
    grams_add(&grams, 1, STR("ab"), true);
    grams_sort(&grams);
    assert_str(pairs(&grams), "abb ");
}

static struct str written(const struct grams *grams, size_t i, uint32_t docs)
{
    struct buf out = {0};
    struct bits bits = {.out = &out};
    gram_write(grams, i, docs, &bits);
    bits_end(&bits);
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

/* What gram_write() is to write, put together by hand. */
struct posting {
    uint32_t docs[8];
    size_t len;
};

static void put_rising(struct bits *bits, const struct posting *posting, uint32_t range)
{
    unsigned shift = rice_shift((uint32_t)posting->len, range);
    uint32_t before = 0;
    for (size_t i = 0; i < posting->len; i++) {
        bits_rice(bits, posting->docs[i] - before, shift);
        before = posting->docs[i] + 1;
    }
}

static void test_where_they_are(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    grams_add(&grams, 3, STR("甲乙"), true);
    grams_add(&grams, 3, STR("甲乙"), false);
    grams_add(&grams, 7, STR("甲乙，甲乙，甲乙"), false);
    grams_add(&grams, 900, STR("甲乙"), false);
    grams_sort(&grams);
    struct buf out = {0};
    struct bits bits = {.out = &out};
    const struct posting all = {{3, 7, 900}, 3}, headline = {{0}, 1}, dense = {{1}, 1};
    size_t at = gram_first(&grams, 0) == U'甲' ? 0 : 1;
    bits_gamma(&bits, 3);
    put_rising(&bits, &all, 1000);
    bits_gamma(&bits, 2);
    put_rising(&bits, &headline, 3);
    bits_gamma(&bits, 2);
    put_rising(&bits, &dense, 3);
    bits_end(&bits);
    assert_str(written(&grams, at, 1000), str_c(&keep, buf_view(&out)));
    buf_clear(&out);
}

static void test_many(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    enum { LETTERS = 3000 };
    struct buf text = {0};
    for (uint32_t i = 0; i < LETTERS; i++)
        utf8_add(&text, 0x4e00 + i * 7 % LETTERS);
    grams_add(&grams, 0, buf_view(&text), false);
    grams_add(&grams, 1, buf_view(&text), false);
    grams_sort(&grams);
    assert_true(grams.len > LETTERS / 2);
    for (size_t i = 1; i < grams.len; i++)
        assert_true(gram_first(&grams, i - 1) < gram_first(&grams, i) ||
                    (gram_first(&grams, i - 1) == gram_first(&grams, i) &&
                     gram_second(&grams, i - 1) < gram_second(&grams, i)));
    buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs_of_letters_and_ends),
        cmocka_unit_test(test_blanks_that_set_a_word_wide),
        cmocka_unit_test(test_folded_alike),
        cmocka_unit_test(test_where_they_are),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
