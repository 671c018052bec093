/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/publish/manifest.h"

#define TEN_BYTES "aaaaaaaaaa"
#define HUNDRED_BYTES                                                                         \
    TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES TEN_BYTES \
        TEN_BYTES

static void test_paths(void **state)
{
    (void)state;
    static const char *const good[] = {
        "index.html", "stories/a-3fa91c.html", "assets/fonts/x_1.woff2", "a.b.c", HUNDRED_BYTES,
    };
    static const char *const bad[] = {
        "",     "/index.html", "a/",       "a//b",       "..",   "a/../b",
        "./a",  ".htaccess",   "a/.git/b", "Index.html", "a b",  "报.html",
        "a\\b", "c:a",         "a?b",      "a%20b",      "a\nb", HUNDRED_BYTES "a",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(manifest_path_ok(str_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(manifest_path_ok(str_of(bad[i])));
    assert_false(manifest_path_ok(STR("a\0b")));
}

static void test_written_sorted_and_read_back(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct buf out = {0};
    struct manifest manifest = {0};
    vec_push(&keep, &manifest, manifest_file(STR("stories/b.html"), STR("two")));
    vec_push(&keep, &manifest, manifest_file(STR("index.html"), STR("")));
    manifest_write(&out, &manifest);
    assert_str(buf_view(&out), "2d06800538d394c2 0 index.html\n"
                               "6c0560bdcb29998b 3 stories/b.html\n");
    struct manifest read = manifest_read(&keep, buf_view(&out));
    assert_int_equal(read.len, 2);
    assert_str(read.at[1].path, "stories/b.html");
    assert_int_equal(read.at[1].size, 3);
    assert_true(read.at[1].hash == str_hash(STR("two")));
    buf_clear(&out);
    arena_clear(&keep);
}

static void test_other_lines_are_passed_over(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct manifest read = manifest_read(&keep, STR("\n"
                                                    "my files\n"
                                                    "2d06800538d394c2 0 ../secret\n"
                                                    "2d06800538d394c2 x a.html\n"
                                                    "2d06800538d394c2  a.html\n"
                                                    "2d06800538d394c2 99999999999999999999 a\n"
                                                    "2D06800538D394C2 0 a.html\n"
                                                    "2d06800538d394c2 0 good.html\n"
                                                    "2d06800538d394c2 0"));
    assert_int_equal(read.len, 1);
    assert_str(read.at[0].path, "good.html");
    arena_clear(&keep);
}

static void test_index_knows_folders_and_the_manifest(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct manifest manifest = {0};
    struct manifest_index none = manifest_index(&keep, &manifest);
    assert_null(map_get(&none.files, STR(MANIFEST_PATH)));
    vec_push(&keep, &manifest, manifest_file(STR("a/b/c.html"), STR("")));
    struct manifest_index index = manifest_index(&keep, &manifest);
    assert_ptr_equal(map_get(&index.files, STR("a/b/c.html")), &manifest.at[0]);
    assert_non_null(map_get(&index.files, STR(MANIFEST_PATH)));
    assert_non_null(map_get(&index.dirs, STR("a")));
    assert_non_null(map_get(&index.dirs, STR("a/b")));
    assert_non_null(map_get(&index.dirs, STR("data")));
    assert_null(map_get(&index.dirs, STR("a/b/c.html")));
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_written_sorted_and_read_back),
        cmocka_unit_test(test_other_lines_are_passed_over),
        cmocka_unit_test(test_index_knows_folders_and_the_manifest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
