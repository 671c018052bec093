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
        utf8_add(&out, (uint32_t)(gram_pair(grams, i) >> 32));
        utf8_add(&out, (uint32_t)gram_pair(grams, i));
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
    struct buf out = {0}, room = {0};
    struct bits bits = {.out = &out};
    struct postings postings = gram_postings(grams, i, &room);
    assert_true(postings_pair(&postings) == gram_pair(grams, i));
    postings_write(&postings, docs, &bits);
    bits_end(&bits);
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    buf_clear(&room);
    return kept;
}

/* What postings_write() is to write, put together by hand. */
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
    size_t at = gram_pair(&grams, 0) >> 32 == U'甲' ? 0 : 1;
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

/* Documents that take more room than one chunk, in numbers of one byte to four. */
static void test_long_lists(void **state)
{
    (void)state;
    struct grams grams = grams_new(&keep, fold);
    struct buf room = {0};
    enum { DOCS = 3000 };
    for (uint32_t i = 0; i < DOCS; i++)
        grams_add(&grams, i * i, STR("甲"), i % 2);
    grams_sort(&grams);
    struct postings all = gram_postings(&grams, 0, &room), some;
    assert_int_equal(all.len, DOCS);
    struct buf packed = {0}, merged = {0};
    uint32_t *now = ARENA_ARRAY(&keep, uint32_t, (size_t)DOCS * DOCS);
    for (uint32_t i = 0; i < DOCS * DOCS; i++)
        now[i] = i;
    postings_pack(&packed, &all);
    struct str rest = buf_view(&packed);
    assert_true(postings_unpack(&rest, &some));
    assert_false(postings_unpack(&rest, &some));
    struct postings same = postings_merge(&some, now, (size_t)DOCS * DOCS, NULL, &merged);
    assert_int_equal(same.len, DOCS);
    assert_true(str_eq(same.docs, all.docs));
    buf_clear(&room);
    buf_clear(&packed);
    buf_clear(&merged);
}

/* The postings of 甲 in DOCS, with a headline where they are odd. */
static struct postings of_docs(const uint32_t *docs, size_t len, struct buf *room)
{
    struct grams grams = grams_new(&keep, fold);
    for (size_t i = 0; i < len; i++)
        grams_add(&grams, docs[i], STR("甲"), docs[i] % 2);
    grams_sort(&grams);
    return gram_postings(&grams, 0, room);
}

static void test_merged(void **state)
{
    (void)state;
    struct buf rooms[4] = {{0}};
    struct postings old = of_docs((uint32_t[]){0, 2, 5, 9}, 4, &rooms[0]);
    struct postings news = of_docs((uint32_t[]){1, 4}, 2, &rooms[1]);
    /* 2 is gone, 9 was never known, and the others moved on by 2 */
    const uint32_t now[] = {2, 3, POSTING_GONE, 5, 6, 7};
    struct postings merged = postings_merge(&old, now, 6, &news, &rooms[2]);
    struct postings expected = of_docs((uint32_t[]){1, 2, 4, 7}, 4, &rooms[3]);
    assert_int_equal(merged.len, 4);
    assert_true(str_eq(merged.docs, expected.docs));
    merged = postings_merge(&old, now, 0, NULL, &rooms[2]);
    assert_int_equal(merged.len, 0);
    for (size_t i = 0; i < 4; i++)
        buf_clear(&rooms[i]);
}

static void test_packed_badly(void **state)
{
    (void)state;
    struct postings found;
    static const char *const bad[] = {"",
                                      "\x80",
                                      "\x01\x01",
                                      "\x01\x01\x01\x05\x05",
                                      "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
                                      "\x80\xb0\x03\x01\x01\x01\x04", /* U+D800 */
                                      "\x01\xff\xff\x7f\x01\x01\x04"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct str rest = str_of(bad[i]);
        assert_false(postings_unpack(&rest, &found));
    }
    struct str good = STR("\xff\xaf\x03\x01\x01\x01\x04");
    assert_true(postings_unpack(&good, &found));
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
        assert_true(gram_pair(&grams, i - 1) < gram_pair(&grams, i));
    buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs_of_letters_and_ends),
        cmocka_unit_test(test_blanks_that_set_a_word_wide),
        cmocka_unit_test(test_folded_alike),
        cmocka_unit_test(test_where_they_are),
        cmocka_unit_test(test_long_lists),
        cmocka_unit_test(test_merged),
        cmocka_unit_test(test_packed_badly),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
