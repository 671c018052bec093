/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/fragments.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct fragments fragments_of(const char *text)
{
    return fragments_join(&keep, page_read(&keep, STR("x.txt"), str_of(text)), NULL);
}

/* The fragment that holds a block with WORDS, and that block. */
static const struct blocks *fragment_with(const struct fragments *fragments, const char *words)
{
    for (size_t f = 0; f < fragments->len; f++)
        for (size_t i = 0; i < fragments->at[f].blocks.len; i++)
            if (str_has(fragments->at[f].blocks.at[i].text, str_of(words)))
                return &fragments->at[f].blocks;
    fail_msg("no fragment has %s", words);
    return NULL;
}

static const struct block *block_with(const struct fragments *fragments, const char *words)
{
    const struct blocks *fragment = fragment_with(fragments, words);
    size_t i = 0;
    while (!str_has(fragment->at[i].text, str_of(words)))
        i++;
    return &fragment->at[i];
}

#define COLUMN                                                       \
    "    入冬以来，南河县供热公司对城区三十\n"      \
    "六公里的管网逐段检修，更换了老化的阀门，\n" \
    "让居民家里暖起来。供热站里，技术员守着"
#define PICTURE "\n\n图为供热站的仪表。甘雨 摄\n\n"
#define NEXT_COLUMN "每隔半小时记录一次温度和压力，确保管\n网平稳运行。\n"

static void test_a_credit_goes_with_the_caption_below(void **state)
{
    (void)state;
    struct fragments fragments =
        fragments_of("入冬以来，南河县供热公司更换了老化的阀门。\n\n甘 雨 摄\n"
                     "图为供热站的仪表\n");
    const struct blocks *picture = fragment_with(&fragments, "图为");
    assert_int_equal(picture->len, 2);
    assert_string_equal(role_name(picture->at[0].role), "caption");
    assert_string_equal(role_name(picture->at[1].role), "credit");
    assert_int_equal(fragment_with(&fragments, "入冬")->len, 1);
}

static void test_open_sentence_is_joined(void **state)
{
    (void)state;
    struct fragments fragments = fragments_of(COLUMN "仪" PICTURE "表，" NEXT_COLUMN);
    assert_int_equal(fragments.len, 2);
    const struct blocks *text = fragment_with(&fragments, "入冬以来");
    assert_int_equal(text->len, 1);
    assert_true(str_has(text->at[0].text, STR("技术员守着仪表，每隔半小时")));
    assert_true(str_ends(text->at[0].text, STR("确保管网平稳运行。")));
    assert_int_equal(text->at[0].spans.len, 5);
    assert_int_equal(text->at[0].first_line, 1);
    assert_int_equal(text->at[0].last_line, 8);
}

/* What comes after it is another paragraph, in whichever text. */
static void test_closed_sentence_is_not(void **state)
{
    (void)state;
    struct fragments fragments = fragments_of(COLUMN "。" PICTURE NEXT_COLUMN);
    const struct block *before = block_with(&fragments, "入冬以来");
    const struct block *after = block_with(&fragments, "每隔半小时");
    assert_ptr_not_equal(before, after);
    assert_true(str_ends(before->text, STR("技术员守着。")));
    assert_true(str_starts(after->text, STR("每隔半小时")));
}

static void test_jump_is_not(void **state)
{
    (void)state;
    struct fragments fragments = fragments_of(COLUMN "（下转2版）" PICTURE NEXT_COLUMN);
    assert_ptr_not_equal(fragment_with(&fragments, "入冬以来"),
                         fragment_with(&fragments, "每隔半小时"));
}

/* The page's own blocks stay as they are. */
static void test_page_is_not_touched(void **state)
{
    (void)state;
    struct page *page = page_read(&keep, STR("x.txt"), STR(COLUMN "仪" PICTURE "表，" NEXT_COLUMN));
    struct block before = page->blocks.at[0];
    size_t len = page->blocks.len;
    struct arena scratch = {0};
    assert_int_equal(fragments_join(&scratch, page, NULL).len, len - 1);
    arena_clear(&scratch);
    assert_int_equal(page->blocks.len, len);
    assert_true(str_eq(page->blocks.at[0].text, before.text));
    assert_int_equal(page->blocks.at[0].spans.len, before.spans.len);
    assert_true(str_ends(page->blocks.at[0].text, STR("技术员守着仪")));
}

static void test_what_hangs_together(void **state)
{
    (void)state;
    struct fragments fragments =
        fragments_of("供热公司抢修城区管网\n□ 方海\n\n"
                     "    本报讯（记者 甘雨）入冬以来，供热公司对管网逐段检修，换了老化的阀门。\n"
                     "    目前，全县供热面积已达三十万平方米，管网检修还在继续。\n\n"
                     "    本报讯（记者 车前）清晨，水库管护员李麦冬沿着堤坝查看闸门。\n"
                     "图为李麦冬在查看闸门。\n车前 摄\n");
    assert_int_equal(fragments.len, 4);
    assert_int_equal(fragment_with(&fragments, "抢修城区")->len, 2);
    assert_ptr_equal(fragment_with(&fragments, "抢修城区"), fragment_with(&fragments, "方海"));
    assert_ptr_equal(fragment_with(&fragments, "入冬以来"), fragment_with(&fragments, "目前"));
    assert_ptr_not_equal(fragment_with(&fragments, "目前"), fragment_with(&fragments, "清晨"));
    assert_ptr_equal(fragment_with(&fragments, "图为"), fragment_with(&fragments, "车前 摄"));
}

static void test_no_blocks(void **state)
{
    (void)state;
    assert_int_equal(fragments_of("").len, 0);
    assert_int_equal(fragments_of("\n　\n").len, 0);
}

#define PARTED                                                                                                                           \
    "县里召开防汛会议\n　　本报讯（记者 "                                                                                \
    "王刚）9月9日，县里召开防汛工作会议，要求各乡镇做好准备工作，"                                          \
    "确保度汛。\n\n张村修通水泥路\n　　本报讯（记者 李明）日前，张村修通了村里的第一条水泥路，" \
    "村民出行不再难。\n\n"

/* What stands between two gaps below one headline is one text, whoever signs inside. */
static void test_gaps_part_and_nothing_else(void **state)
{
    (void)state;
    struct fragments fragments = fragments_of(
        PARTED "孩子夏天拉肚子该不该禁食\n　　编辑同志：\n　　我家孩子两岁，入夏以来已经拉了三次"
               "肚子。老人说要饿一饿，这样对不对？\n　　　　　　　　读者　陈小红\n"
               "　　本报特约医生答：轻度腹泻可以照常进食，减少油腻和生冷，多喝口服补液盐。\n");
    assert_ptr_equal(fragment_with(&fragments, "入夏以来"), fragment_with(&fragments, "照常进食"));
    assert_ptr_not_equal(fragment_with(&fragments, "入夏以来"),
                         fragment_with(&fragments, "水泥路，"));
}

/* … but paragraphs stay as they are set. */
static void test_gaps_join_no_paragraphs(void **state)
{
    (void)state;
    struct fragments fragments = fragments_of(
        PARTED "停电预告\n　　因线路检修需要，下列地段将计划停电，请用户提前做好准备：\n"
               "　　5月20日6:30—15:00，钟管镇审塘村、蠡山村部分停电，检修提前结束将随时送电。\n");
    assert_ptr_equal(fragment_with(&fragments, "线路检修"), fragment_with(&fragments, "钟管镇"));
    assert_ptr_not_equal(block_with(&fragments, "线路检修"), block_with(&fragments, "钟管镇"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gaps_part_and_nothing_else),
        cmocka_unit_test(test_gaps_join_no_paragraphs),
        cmocka_unit_test(test_a_credit_goes_with_the_caption_below),
        cmocka_unit_test(test_open_sentence_is_joined),
        cmocka_unit_test(test_closed_sentence_is_not),
        cmocka_unit_test(test_jump_is_not),
        cmocka_unit_test(test_page_is_not_touched),
        cmocka_unit_test(test_what_hangs_together),
        cmocka_unit_test(test_no_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
