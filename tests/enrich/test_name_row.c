/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/buf.h"
#include "enrich/name_row.h"

static struct arena keep;
static const struct surnames *surnames;

static int setup(void **state)
{
    (void)state;
    surnames = surnames_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The names of a row whose words blanks part, with a comma between them. */
static struct str names_of(const char *row)
{
    struct str rest = str_of(row);
    struct strs words = {0};
    struct buf out = {0};
    while (rest.len)
        vec_push(&keep, &words, str_cut(&rest, ' '));
    struct strs names = row_names(&keep, surnames, &words);
    for (size_t i = 0; i < names.len; i++)
        buf_fmt(&out, "%s%.*s", i > 0 ? "," : "", STR_FMT(names.at[i]));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_blanks_part_names(void **state)
{
    (void)state;
    assert_str(names_of("王刚 李晓明"), "王刚,李晓明");
    assert_str(names_of("旦增尼玛 高原"), "旦增尼玛,高原");
    assert_str(names_of("欧阳文川 司马晓薇"), "欧阳文川,司马晓薇");
    assert_str(names_of("哈力木别克 古丽努尔"), "哈力木别克,古丽努尔");
    assert_str(names_of("索朗卓玛"), "索朗卓玛");
    assert_str(names_of(""), "");
}

static void test_names_set_wide(void **state)
{
    (void)state;
    assert_str(names_of("王 刚"), "王刚");
    assert_str(names_of("王 刚 李四海"), "王刚,李四海");
    assert_str(names_of("王 刚 李 明"), "王刚,李明");
    assert_str(names_of("王 小 刚 李 明"), "王小刚,李明");
    assert_str(names_of("欧阳 娜"), "欧阳娜");
    assert_str(names_of("旦增尼玛 高 原"), "旦增尼玛,高原");
    assert_str(names_of("念 梅"), "念梅");
}

static void test_names_without_blanks(void **state)
{
    (void)state;
    assert_str(names_of("王刚李小红"), "王刚,李小红");
    assert_str(names_of("李晓明王刚赵海燕"), "李晓明,王刚,赵海燕");
    assert_str(names_of("冯志明许福"), "冯志明,许福");
    assert_str(names_of("上官文华"), "上官文华");
    assert_str(names_of("扎西多吉"), "扎西多吉");
}

static void test_blanks_in_the_wrong_place(void **state)
{
    (void)state;
    assert_str(names_of("尹晓萍 王建李 平"), "尹晓萍,王建,李平");
    assert_str(names_of("赵彩 雅苏华瑞"), "赵彩雅,苏华瑞");
    assert_str(names_of("伍嘉仪 谭 力黄柏年"), "伍嘉仪,谭力,黄柏年");
}

static void test_other_words_stay(void **state)
{
    (void)state;
    assert_str(names_of("李晓明在县城"), "李晓明在县城");
    assert_str(names_of("王刚 秋天的故事"), "王刚,秋天的故事");
    assert_str(names_of("乡亲们都说好"), "乡亲们都说好");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blanks_part_names),
        cmocka_unit_test(test_names_set_wide),
        cmocka_unit_test(test_names_without_blanks),
        cmocka_unit_test(test_blanks_in_the_wrong_place),
        cmocka_unit_test(test_other_words_stay),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
