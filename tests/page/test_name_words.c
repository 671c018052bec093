/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/name_words.h"
#include "page/surnames.h"

static void test_common_words(void **state)
{
    (void)state;
    assert_holds_for(is_common_words, LINES("通报", "粮食丰收", "共三年", "丰收"),
                     LINES("扎西多吉", "旦增尼玛", "代永昌", "晨牧", "秋天的故事", "abc", ""));
    assert_int_equal(word_level(STR("晨牧")), 0);
    assert_true(word_level(STR("时间")) > word_level(STR("高峰")));
}

static void test_usual_surnames(void **state)
{
    (void)state;
    assert_holds_for(has_usual_surname, LINES("王刚", "關振東", "李"), LINES("丰收", "的", ""));
}

static void test_names_in_a_row(void **state)
{
    (void)state;
    assert_holds_for(is_name_run, LINES("王刚李小红", "李小红王刚张立新", "张建国王小明"),
                     LINES("王刚", "李小红", "从县教育局获悉", "王 刚李小红", ""));
}

static void test_transcribed_names(void **state)
{
    (void)state;
    assert_holds_for(
        is_transcribed_name,
        LINES("哈力木别克", "阿拉腾其木格", "努尔兰别克", "哈力木別克", "额尔敦毕力格", "努尔古丽"),
        LINES("春华秋实", "乌拉盖旗", "哈萨克斯坦", "布拉格苏木", "金花开满江", "哈力木",
              "周远山李青", "哈力木别克到了", "哈力木 别克", ""));
}

static void test_posts(void **state)
{
    (void)state;
    assert_holds_for(ends_like_post, LINES("护林员", "县文化馆馆长"),
                     LINES("员", "社员", "护林", ""));
}

static void test_deeds(void **state)
{
    (void)state;
    assert_holds_for(tells_of_doing, LINES("本报召开座谈会", "县水利局成立防汛队"),
                     LINES("县水利局", "东河县防汛指挥部", ""));
}

static void test_titles(void **state)
{
    (void)state;
    assert_holds_for(ends_like_title, LINES("石桥乡读者", "县医院主治医师", "石桥镇党委书记"),
                     LINES("在石桥村的村民", "书记员室", "王刚", ""));
    assert_holds_for(begins_clause, LINES("从县教育局", "在石桥"), LINES("从江县", "县教育局", ""));
}

static void test_classes(void **state)
{
    (void)state;
    assert_holds_for(ends_like_class, LINES("五年级", "高二（3）班", "县一中二班"),
                     LINES("班长", "王刚", ""));
    static const struct {
        const char *text;
        size_t len; /* of a bracket after 高二 */
    } cases[] = {{"高二（3）班", 7}, {"高二(12)班 王刚", 4}, {"高二（三）班", 9}, {"高二（）班", 0},
                 {"高二（3）组", 0}, {"高二（3", 0},         {"高二（甲）班", 0}, {"高二", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(class_bracket_len(str_of(cases[i].text), STR("高二").len), cases[i].len);
}

static void test_brackets_at_the_end(void **state)
{
    (void)state;
    struct str inside;
    assert_str(before_bracket(STR("周远山 （石桥）"), &inside), "周远山");
    assert_str(inside, "石桥");
    assert_str(before_bracket(STR("周远山(石桥)"), &inside), "周远山");
    assert_str(before_bracket(STR("周远山（石桥）说"), &inside), "周远山（石桥）说");
    assert_str(inside, "");
    assert_str(before_bracket(STR("周远山）"), &inside), "周远山）");
    assert_str(before_bracket(STR(""), &inside), "");
}

static void test_prints(void **state)
{
    (void)state;
    assert_holds_for(names_print,
                     LINES("《石桥日报》", "原载《石桥日报》", "原载石桥日报", "摘自《秋天》"),
                     LINES("石桥日报", "《秋天》", "王刚", "《石桥日报》记者", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_common_words),
        cmocka_unit_test(test_usual_surnames),
        cmocka_unit_test(test_names_in_a_row),
        cmocka_unit_test(test_transcribed_names),
        cmocka_unit_test(test_posts),
        cmocka_unit_test(test_deeds),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_brackets_at_the_end),
        cmocka_unit_test(test_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
