/* SPDX-License-Identifier: MIT */
#include "lines_that.h"
#include "reading.h"

#include "page/salutation.h"

#define TEXT "县水务局组织技术人员对水库逐一进行检查，发现问题当场登记。"

static void test_lines(void **state)
{
    (void)state;
    assert_holds_for(is_salutation,
                     LINES("编辑同志：", "  尊敬的读者朋友：", "乡亲们：", "编辑部：",
                           "老师们、同学们：", "河湾晚报：", "编辑你好：", "周远山读者："),
                     LINES("编辑同志", "县长说：", "我写信给编辑同志。王老师：", "编辑同志：您好",
                           "各位领导：同学们：", "县长王刚来看望老人们：", "告诉来访的同志们：",
                           "责任编辑：", "本版编辑：", ""));
}

static void test_greets_whoever_signed(void **state)
{
    (void)state;
    assert_true(addresses_signer(STR("周远山读者："), STR("石桥镇读者 周远山")));
    assert_false(addresses_signer(STR("编辑同志："), STR("石桥镇读者 周远山")));
    assert_false(addresses_signer(STR("李青读者："), STR("石桥镇读者 周远山")));
}

static void test_starts_of_letters(void **state)
{
    (void)state;
    assert_holds_for(starts_letter, LINES("编辑同志：", "编辑同志：\n  " TEXT),
                     LINES(TEXT, "编辑同志：" TEXT, TEXT "\n编辑同志：", ""));
}

static void test_closes(void **state)
{
    (void)state;
    assert_holds_for(
        is_letters_close,
        LINES("此致", "此 致！", "此致　敬礼", "此致敬禮", "特此通告", "周远山同志永垂不朽！"),
        LINES("永垂不朽的人", "此致信各位", "敬礼", "敬礼的少年", "特此鸣谢读者", "", "！"));
}

/* Its close heads nothing, and what the editors say to it parts it from who signs. */
static void test_how_a_letter_ends(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, "水库该修了\n\n" TEXT "\n\n此致\n敬礼\n\n"
                                                 "读者 周远山\n\n编后：" TEXT "\n");
    const enum role roles[] = {ROLE_HEADLINE,  ROLE_PARAGRAPH, ROLE_PARAGRAPH,
                               ROLE_PARAGRAPH, ROLE_CREDIT,    ROLE_PARAGRAPH};
    assert_int_equal(blocks->len, sizeof roles / sizeof *roles);
    for (size_t i = 0; i < blocks->len; i++)
        assert_int_equal(blocks->at[i].role, roles[i]);
    reading_clear(&reading);
}

/* The line that a letter begins with, joined to what is below it and parted again. */
static void test_a_letter(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, "水库该修了\n\n编辑同志：\n\n" TEXT "\n");
    assert_int_equal(blocks->len, 2);
    struct block first = blocks->at[1], rest;
    assert_true(salutation_part(&reading.page, &first, &rest));
    assert_str(first.text, "编辑同志：");
    assert_str(rest.text, TEXT);
    assert_int_equal(first.spans.len, 1);
    assert_str(page_slice(&reading.page, first.spans.at[0]), "编辑同志：");
    assert_int_equal(rest.spans.len, 1);
    assert_str(page_slice(&reading.page, rest.spans.at[0]), TEXT);
    reading_clear(&reading);
}

/* Two of them, on a page in Traditional characters. */
static void test_a_letter_to_many(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks =
        read_roles(&reading, "水庫該修了\n\n各位領導：\n\n鄉親們：\n\n" TEXT "\n");
    assert_int_equal(blocks->len, 2);
    struct block first = blocks->at[1], second, rest;
    assert_true(salutation_part(&reading.page, &first, &second));
    assert_true(salutation_part(&reading.page, &second, &rest));
    assert_false(salutation_part(&reading.page, &rest, &first));
    assert_str(second.text, "鄉親們：");
    assert_str(rest.text, TEXT);
    reading_clear(&reading);
}

/* 早上好！ heads nothing below 同学们：; elsewhere it may. */
static void test_a_speech(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks =
        read_roles(&reading, "水库该修了\n\n老师们、同学们：\n\n早上好！\n\n" TEXT "\n");
    assert_int_equal(blocks->len, 3);
    assert_str(blocks->at[1].text, "老师们、同学们：早上好！");
    assert_int_equal(blocks->at[1].role, ROLE_PARAGRAPH);
    reading_clear(&reading);
    blocks = read_roles(&reading, "早上好！\n\n" TEXT "\n");
    assert_int_equal(blocks->at[0].role, ROLE_HEADLINE);
    reading_clear(&reading);
}

static void test_other_texts(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, "编辑同志：" TEXT "\n\n" TEXT "\n");
    assert_int_equal(blocks->len, 2);
    struct block first = blocks->at[0], rest;
    assert_false(salutation_part(&reading.page, &first, &rest));
    assert_str(first.text, "编辑同志：" TEXT);
    reading_clear(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_greets_whoever_signed),
        cmocka_unit_test(test_starts_of_letters),
        cmocka_unit_test(test_closes),
        cmocka_unit_test(test_how_a_letter_ends),
        cmocka_unit_test(test_a_letter),
        cmocka_unit_test(test_a_letter_to_many),
        cmocka_unit_test(test_a_speech),
        cmocka_unit_test(test_other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
