/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/gazetteer.h"
#include "enrich/townships.h"
#include "enrich/townships_table.h"

static bool township_in(const char *text, size_t at, struct township *found)
{
    return township_at(str_of(text), word_head_at(str_of(text), at), found);
}

/* Every name of the table is found, itself or as the start of nothing longer, in counties that are.
 */
static void test_every_name_is_found(void **state)
{
    (void)state;
    struct arena keep = {0};
    const struct gazetteer *gazetteer = gazetteer_builtin(&keep);
    for (size_t i = 0; i < townships_len; i++) {
        struct str name = {(const char *)townships_text + townships_rows[i].text,
                           townships_rows[i].bytes};
        struct township found;
        assert_true(township_at(name, word_head_at(name, 0), &found));
        assert_true(str_eq(found.name, name));
        assert_true(found.len > 0);
        for (size_t k = 0; k < found.len; k++)
            assert_true(found.counties[k] < gazetteer->counties_len);
    }
    arena_clear(&keep);
}

static void test_other_names(void **state)
{
    (void)state;
    struct township found;
    assert_true(township_in("普明镇", 0, &found));
    assert_false(found.renamed);
    assert_true(township_in("平泉乡", 0, &found)); /* 平泉镇 today */
    assert_true(found.renamed);
    assert_true(township_in("河镇乡", 0, &found)); /* 河镇彝族苗族乡 */
    assert_false(found.renamed);
    assert_true(township_in("大蛇头乡", 0, &found)); /* until 2019 */
    assert_true(found.renamed);
    assert_int_equal(found.len, 1);
    assert_true(township_in("两河镇", 0, &found)); /* 当阳市两河镇, as the yearbook has it */
    assert_false(township_in("当阳市两河镇", 0, &found));
}

static void test_the_longest_at_a_place(void **state)
{
    (void)state;
    struct township found;
    assert_true(township_in("在普明镇", strlen("在"), &found));
    assert_str(found.name, "普明镇");
    assert_int_equal(found.len, 1);
    assert_true(township_in("东城街道", 0, &found));
    assert_str(found.name, "东城街道");
}

static void test_without_their_level(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct township found;
    assert_str(township_stem(STR("街津口赫哲族乡")), "街津口");
    assert_str(township_stem(STR("漫川关")), "漫川关");
    struct str text = STR("到漫川关和普明");
    assert_true(township_short_at(&keep, text, word_head_at(text, strlen("到")), &found));
    assert_str(found.name, "漫川关");
    assert_int_equal(found.len, 1);
    assert_false(township_short_at(&keep, text, word_head_at(text, 0), &found));
    assert_true(township_short_at(&keep, text, word_head_at(text, strlen("到漫川关和")), &found));
    assert_str(found.name, "普明");
    assert_true(found.len > 1);
    arena_clear(&keep);
}

static void test_townships_of_peoples(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct township found;
    struct str text = STR("到八岔赫哲族乡，八岔乡");
    assert_true(township_of_peoples_at(&keep, text, word_head_at(text, strlen("到")), &found));
    assert_str(found.name, "八岔赫哲族乡");
    assert_int_equal(found.len, 1);
    size_t plain = str_find(text, STR("八岔乡"), 0);
    assert_false(township_of_peoples_at(&keep, text, word_head_at(text, plain), &found));
    arena_clear(&keep);
}

static void test_communes(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct township found;
    struct str text = STR("普明公社、普明人民公社和人民公社");
    assert_true(commune_at(&keep, text, word_head_at(text, 0), &found));
    assert_str(found.name, "普明公社");
    assert_true(found.len > 1);
    assert_true(commune_at(&keep, text, word_head_at(text, strlen("普明公社、")), &found));
    assert_str(found.name, "普明人民公社");
    assert_false(
        commune_at(&keep, text, word_head_at(text, strlen("普明公社、普明人民公社和")), &found));
    text = STR("普明的公社");
    assert_false(commune_at(&keep, text, word_head_at(text, 0), &found));
    arena_clear(&keep);
}

static void test_what_is_too_short(void **state)
{
    static const char *const texts[] = {"", "普", "普明", "普A", "p", "，普明镇"};
    (void)state;
    struct township found;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(township_in(texts[i], 0, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_name_is_found),  cmocka_unit_test(test_the_longest_at_a_place),
        cmocka_unit_test(test_other_names),          cmocka_unit_test(test_without_their_level),
        cmocka_unit_test(test_townships_of_peoples), cmocka_unit_test(test_communes),
        cmocka_unit_test(test_what_is_too_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
