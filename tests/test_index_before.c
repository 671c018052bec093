/* SPDX-License-Identifier: MIT */
/* The search index out of one that was kept: the same as from nothing, and nothing that harms where
   what was kept is none. */
#include "testing.h"

#include "search/index.h"
#include "site/archive_of.h"

static const struct told stories[] = {
    {.page = "content/a.txt",
     .headline = "春茶开采",
     .body = "岚县的茶农采茶。",
     .date = {2023, 10, 5}},
    {.headline = "水库清淤", .body = "全市的水库开始清淤。", .date = {2023, 10, 4}},
    {.page = "content/b.txt", .headline = "秋收", .body = "采茶人忙秋收。", .date = {2022, 1, 1}},
};

enum { STORIES = sizeof stories / sizeof *stories };

static struct told_site site;

/* What was stored and put of one index, and what is to be read for it. */
struct run {
    struct buf stored, files;
    struct str old;
    bool breaks; /* reading fails where OLD ends */
};

static bool put(void *context, struct str path, struct str bytes)
{
    struct run *run = context;
    buf_str(&run->files, path);
    buf_str(&run->files, bytes);
    return true;
}

static bool keep_none(void *context, struct str path, uint64_t stamp)
{
    (void)context, (void)path;
    assert_true(stamp != 0);
    return false;
}

static void store(void *context, struct str bytes)
{
    buf_str(&((struct run *)context)->stored, bytes);
}

/* A few bytes at a time. */
static int more(void *context, struct buf *out)
{
    enum { STEP = 5 };
    struct run *run = context;
    buf_str(out, str_slice(run->old, 0, STEP));
    int left = run->old.len > 0;
    run->old = str_slice(run->old, STEP, run->old.len);
    return left ? left : run->breaks ? -1 : 0;
}

/* Makes the index out of that of OLD_LEN stories, of which RUN has the pairs. */
static bool make(struct run *run, const uint64_t *old_docs, size_t old_len, bool *damaged)
{
    static const uint64_t docs[STORIES] = {1, 2, 3};
    const struct search_known known = {.docs = docs,
                                       .old_docs = old_docs,
                                       .old_len = old_len,
                                       .more = old_docs ? more : NULL,
                                       .keep = keep_none,
                                       .store = store};
    *damaged = false;
    return search_pairs(site.archive, &known, put, run, damaged);
}

static void run_clear(struct run *run)
{
    buf_clear(&run->stored);
    buf_clear(&run->files);
}

static struct run nothing; /* what is made from nothing */

static int setup(void **state)
{
    (void)state;
    bool damaged;
    archive_of(&site, stories, STORIES);
    return make(&nothing, NULL, 0, &damaged) ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    run_clear(&nothing);
    told_clear(&site);
    return 0;
}

static void test_the_same_as_from_nothing(void **state)
{
    (void)state;
    /* as they were; two in another order, so that nothing can be used; one new; one gone before */
    static const uint64_t orders[][STORIES] = {{1, 2, 3}, {2, 1, 3}, {1, 9, 3}, {9, 2, 3}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        struct run run = {.old = buf_view(&nothing.stored)};
        bool damaged;
        assert_true(make(&run, orders[i], STORIES, &damaged));
        assert_false(damaged);
        if (i < 2) { /* what story 9 had is that of the one in its place here */
            assert_true(str_eq(buf_view(&run.files), buf_view(&nothing.files)));
            assert_true(str_eq(buf_view(&run.stored), buf_view(&nothing.stored)));
        }
        run_clear(&run);
    }
}

static void test_what_is_cut_or_cannot_be_read(void **state)
{
    (void)state;
    static const uint64_t same[STORIES] = {1, 2, 3};
    size_t whole = 0;
    for (size_t len = 0; len < nothing.stored.len; len++) {
        struct run run = {.old = str_slice(buf_view(&nothing.stored), 0, len)};
        bool damaged;
        make(&run, same, STORIES, &damaged);
        whole +=
            !damaged; /* between two pairs: then some are missing, which the hash of a file tells */
        run_clear(&run);
        run = (struct run){.old = str_slice(buf_view(&nothing.stored), 0, len), .breaks = true};
        assert_false(make(&run, same, STORIES, &damaged));
        assert_true(damaged);
        run_clear(&run);
    }
    assert_true(whole > 5 && whole < nothing.stored.len / 2);
}

static void test_what_is_changed(void **state)
{
    (void)state;
    static const uint64_t same[STORIES] = {1, 2, 3}, other[STORIES] = {1, 9, 3};
    size_t told = 0;
    for (size_t i = 0; i < nothing.stored.len; i++) {
        struct run run = {.old = buf_view(&nothing.stored)};
        unsigned bit = i % 8;
        bool damaged;
        nothing.stored.ptr[i] = (char)(nothing.stored.ptr[i] ^ 1 << bit);
        make(&run, i % 2 ? same : other, STORIES, &damaged);
        nothing.stored.ptr[i] = (char)(nothing.stored.ptr[i] ^ 1 << bit);
        assert_true(run.files.len < 10 * nothing.files.len);
        told += damaged;
        run_clear(&run);
    }
    assert_true(told > nothing.stored.len / 8);
}

static void test_the_highest_pair(void **state)
{
    (void)state;
    static const uint64_t other[STORIES] = {1, 9, 3};
    struct buf old = {0};
    buf_str(&old, buf_view(&nothing.stored));
    buf_str(&old, STR("\xff\xff\xff\xff\x0f\xff\xff\xff\xff\x0f\x01\x01\x04"));
    for (size_t gone = 0; gone < 2; gone++) {
        struct run run = {.old = buf_view(&old)};
        bool damaged;
        make(&run, gone ? other : (const uint64_t[STORIES]){1, 2, 3}, STORIES, &damaged);
        run_clear(&run);
    }
    buf_clear(&old);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_as_from_nothing),
        cmocka_unit_test(test_what_is_cut_or_cannot_be_read),
        cmocka_unit_test(test_what_is_changed),
        cmocka_unit_test(test_the_highest_pair),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
