/* SPDX-License-Identifier: MIT */
#include "page/reading.h"

#include "page/parting.h"

#include <stdio.h>

#define NEWS                    \
    "　　本报讯（记者 " \
    "王刚）9月9日，县里召开防汛工作会议，要求各乡镇做好防汛准备工作，确保度汛。\n"
#define ESSAY "　　村口的那棵老槐树，少说也有一百六十岁了，我小时候常坐在树下听爷爷讲过去的事情。\n"
#define OPEN "　　村口的那棵老槐树，少说也有一百六十岁了，我小时候常坐在树下听爷爷讲过去的\n"
#define PAGE "县里召开防汛会议\n" NEWS "\n槐树下的日子\n□ 李明\n" ESSAY "\n张村修通水泥路\n" NEWS
#define POEM "秋思\n王小刚\n床前明月光照我\n疑是地上霜一片\n\n"
#define STANZA "举头望见明月时\n低头思我故乡人\n\n"
#define OTHER "冬日石桥\n桥下流水静静过\n桥上行人慢慢走\n\n"

/* How many blocks of TEXT's page are so. */
static size_t count_blocks(const char *text, bool (*is)(const struct block *block))
{
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, text);
    size_t count = 0;
    for (size_t i = 0; i < blocks->len; i++)
        count += is(&blocks->at[i]);
    reading_clear(&reading);
    return count;
}

static bool opens(const struct block *block)
{
    return block->opens;
}

static bool is_inside(const struct block *block)
{
    return block->inside;
}

/* How many stories of TEXT's page gaps part. */
static size_t opened(const char *text)
{
    return count_blocks(text, opens);
}

static void test_gaps_between_headed_texts_part_them(void **state)
{
    (void)state;
    assert_int_equal(opened(PAGE), 3);
    assert_int_equal(opened(PAGE "\n图片新闻\n" ESSAY "　　王刚 摄\n"), 4);
}

static void test_other_gaps_part_nothing(void **state)
{
    (void)state;
    assert_int_equal(
        opened("县里召开防汛会议\n" NEWS "槐树下的日子\n" ESSAY "张村修通水泥路\n" NEWS), 0);
    assert_int_equal(opened(PAGE "\n" ESSAY), 0); /* one has no heading */
    assert_int_equal(opened("县里召开防汛会议\n" OPEN "\n槐树下的日子\n□ 李明\n" ESSAY
                            "\n张村修通水泥路\n" NEWS),
                     0); /* one breaks off */
    assert_int_equal(opened("县里召开防汛会议\n" NEWS "\n槐树下的日子\n□ 李明\n" ESSAY
                            "河上的桥\n□ 王小平\n" ESSAY "\n张村修通水泥路\n" NEWS),
                     0); /* one holds another */
}

static void test_a_picture_s_title_and_who_took_it_are_a_story(void **state)
{
    (void)state;
    assert_int_equal(opened(PAGE "\n石桥老街\n王小刚 摄\n"), 4);
}

static void test_a_shorter_line_above_even_ones_begins_another_poem(void **state)
{
    (void)state;
    assert_int_equal(opened(POEM STANZA PAGE), 4);
    assert_int_equal(opened(POEM STANZA OTHER PAGE), 5);
}

static enum role role_of_line(const char *text, uint32_t line)
{
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, text);
    enum role role = ROLE_COUNT;
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].first_line == line)
            role = blocks->at[i].role;
    reading_clear(&reading);
    return role;
}

static void test_the_last_line_before_a_gap_signs(void **state)
{
    (void)state;
    static const char *const names[] = {"□ 王小平", "　　　　石　头", "○李明", "本报记者 李 明"};
    char text[4096];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(text, sizeof text, "槐树下的日子\n" ESSAY "%s\n\n" PAGE, names[i]);
        assert_int_equal(role_of_line(text, 3), ROLE_CREDIT);
    }
    snprintf(text, sizeof text, PAGE "\n石头\n" ESSAY);
    assert_int_equal(role_of_line(text, 11), ROLE_HEADLINE);
}

static void test_what_is_set_wide_above_a_signed_text_is_its_title(void **state)
{
    (void)state;
    static const char title[] = "守 墓 人\n" ESSAY;
    char text[4096];
    snprintf(text, sizeof text, PAGE "\n%s文／李明\n", title);
    assert_int_equal(role_of_line(text, 11), ROLE_HEADLINE);
    snprintf(text, sizeof text, PAGE "\n槐树\n%s", title);
    assert_int_equal(role_of_line(text, 12), ROLE_BYLINE);
}

static void test_a_masthead_is_furniture_as_a_whole(void **state)
{
    (void)state;
    const char *page =
        "社长：秦大伟 副社长：胡若冰\n河湾信箱\n河湾晚报 2003年11月20日 星期四 第14版\n\n" PAGE;
    assert_int_equal(role_of_line(page, 1), ROLE_FURNITURE);
    assert_int_equal(role_of_line(page, 2), ROLE_FURNITURE);
    assert_int_equal(role_of_line(page, 5), ROLE_HEADLINE);
}

static void test_lines_below_a_title_and_a_name_are_verse(void **state)
{
    (void)state;
    const char *page =
        PAGE "\n摘苹果的母亲\n　　安 静\n　　霜降之前，母亲把梯子架进黄昏\n　　一只手扶着枝头\n\n"
             "　　她挑最红的，装进别人的箱子\n　　挑最大的，寄给远处的我\n\n县里的医院\n" NEWS;
    assert_int_equal(opened(page), 5);
    assert_int_equal(role_of_line(page, 12), ROLE_BYLINE);
    assert_int_equal(role_of_line(page, 16), ROLE_PARAGRAPH);
    assert_int_equal(role_of_line(page, 19), ROLE_HEADLINE);
}

static void test_an_author_may_stand_alone_above_a_stanza(void **state)
{
    (void)state;
    static const char poems[] = PAGE "\n霜降之后（二首）\n沙　洲\n\n其一\n菊花开到第七天\n院子里的"
                                     "人都回来了\n\n县里的医院\n" NEWS;
    assert_int_equal(role_of_line(poems, 11), ROLE_HEADLINE);
    assert_int_equal(role_of_line(poems, 12), ROLE_BYLINE);
    assert_int_equal(role_of_line(poems, 15), ROLE_PARAGRAPH);
    static const char no_poem[] = PAGE "\n霜降之后\n沙　洲\n\n县里的医院\n" NEWS;
    assert_int_equal(opened(no_poem), 4);
}

static void test_a_poem_s_title_under_that_of_several(void **state)
{
    (void)state;
    static const char poems[] = PAGE "\n诗二首\n　　访伊水源\n　　　　石桥县　王小刚\n　　石上生云"
                                     "石下泉，\n　　一瓢饮尽五更天。\n"
                                     "　　樵人指我来时路，\n　　只在青冈第几边。\n　　冬夜校对\n　"
                                     "　灯下改错字，\n　　墨香催早更。\n";
    assert_int_equal(role_of_line(poems, 12), ROLE_SUBTITLE);
    assert_int_equal(role_of_line(poems, 13), ROLE_BYLINE);
    assert_int_equal(role_of_line(poems, 14), ROLE_PARAGRAPH);
}

#define COLUMN                                                    \
    "槐树下的日子\n"                                        \
    "　　村口的那棵老槐树少说也有一百六十岁\n" \
    "了我小时候常坐在树下听爷爷讲过去的事情\n" \
    "说起当年渡口的船说起河滩上的石头和月亮\n"

static void test_a_column_s_name_heads_items_without_headings(void **state)
{
    (void)state;
    static const char items[] =
        PAGE "\n简讯\n　　●石桥乡组织二十六台收割机跨村作业，到10日已割大豆七成。（王刚）\n"
             "　　●河湾镇把秸秆还田作为秋整地的头一件事，已翻埋根茬九千亩。（李明）\n";
    assert_int_equal(role_of_line(items, 11), ROLE_HEADLINE);
    static const char headed[] = PAGE
        "\n简讯\n　　■石桥乡建成果品市场　石桥乡投资一百九十万元，建成一座果品交易市场。（王刚）\n"
        "　　■河湾镇翻埋根茬　河湾镇把秸秆还田作为秋整地的头一件事来抓，已翻埋九千亩。（李明）\n";
    assert_int_equal(role_of_line(headed, 11), ROLE_FURNITURE);
}

/* A bracket that signs may be cut by a line's end. */
static void test_a_cut_bracket_ends_a_story(void **state)
{
    (void)state;
    assert_int_equal(opened(COLUMN "那时候的夏天真的很长很长很长。（王小刚\n明）\n\n" PAGE), 4);
    assert_int_equal(opened(COLUMN "那时候的夏天真的很长很长很长呢（王小刚\n明）\n\n" PAGE), 0);
}

static void test_a_question_under_a_column_s_name_is_a_headline(void **state)
{
    (void)state;
    assert_int_equal(role_of_line(PAGE "\n百姓心声\n这样的种子叫我怎么种？\n" ESSAY, 12),
                     ROLE_HEADLINE);
    assert_int_equal(role_of_line(PAGE "\n百姓心声\n这样的种子叫我怎么种。\n" ESSAY, 12),
                     ROLE_PARAGRAPH);
}

static void test_what_a_story_with_one_headline_holds_is_inside(void **state)
{
    (void)state;
    assert_int_equal(count_blocks(PAGE, is_inside), 4); /* all but the last of 2, 3 and 2 */
    assert_int_equal(count_blocks("东河报 2021年8月3日 星期二 第3版\n\n" PAGE, is_inside), 4);
}

#define TAIL PAGE "　　河滩上的水渠修通了，两岸的稻田都浇上了水。"

static void test_a_report_s_last_words_are_no_caption(void **state)
{
    (void)state;
    assert_int_equal(role_of_line(TAIL "（记者 王刚 摄影报道）\n", 10), ROLE_PARAGRAPH);
    assert_int_equal(role_of_line(TAIL "王刚 摄影报道\n", 10), ROLE_CAPTION);
}

static void test_a_common_word_set_wide_is_no_writer(void **state)
{
    (void)state;
    static const char poem[] =
        PAGE "\n摘苹果的母亲\n　　阿 柳\n　　一只手扶着那枝头\n　　霜降前把梯子架起\n\n"
             "县里的医院\n" NEWS;
    assert_int_equal(role_of_line(poem, 12), ROLE_BYLINE);
    static const char word[] =
        PAGE "\n摘苹果的母亲\n　　黄 昏\n　　一只手扶着那枝头\n　　霜降前把梯子架起\n\n"
             "县里的医院\n" NEWS;
    assert_int_not_equal(role_of_line(word, 12), ROLE_BYLINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_shorter_line_above_even_ones_begins_another_poem),
        cmocka_unit_test(test_a_picture_s_title_and_who_took_it_are_a_story),
        cmocka_unit_test(test_gaps_between_headed_texts_part_them),
        cmocka_unit_test(test_other_gaps_part_nothing),
        cmocka_unit_test(test_the_last_line_before_a_gap_signs),
        cmocka_unit_test(test_what_is_set_wide_above_a_signed_text_is_its_title),
        cmocka_unit_test(test_a_masthead_is_furniture_as_a_whole),
        cmocka_unit_test(test_lines_below_a_title_and_a_name_are_verse),
        cmocka_unit_test(test_an_author_may_stand_alone_above_a_stanza),
        cmocka_unit_test(test_a_poem_s_title_under_that_of_several),
        cmocka_unit_test(test_a_column_s_name_heads_items_without_headings),
        cmocka_unit_test(test_a_question_under_a_column_s_name_is_a_headline),
        cmocka_unit_test(test_what_a_story_with_one_headline_holds_is_inside),
        cmocka_unit_test(test_a_report_s_last_words_are_no_caption),
        cmocka_unit_test(test_a_common_word_set_wide_is_no_writer),
        cmocka_unit_test(test_a_cut_bracket_ends_a_story),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
