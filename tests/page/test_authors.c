/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/authors.h"
#include "page/heading_words.h"

static void test_author_lines(void **state)
{
    (void)state;
    assert_holds_for(is_author_line,
                     LINES("周远山", "禤远山", "周 远 山", "李青 周远", "王树声 李青", "欧阳青山",
                           "东河县医院主治医师　周远山", "东河村村民 李 青", "王 建 国", "李建华"),
                     LINES("修渠人", "党旗红", "东湖情", "公益心", "展新颜", "父 子 同 行",
                           "东河开镰", "周远山和他的水渠", "马上", "马上 李青",
                           "东河县医院主治医师", "李青、周远说", "马 铃 薯", "石 榴 花", "陕北行",
                           "第五小学", "忽见春", "新疆罗布", ""));
}

static void test_names_with_their_place(void **state)
{
    (void)state;
    assert_holds_for(is_author_line,
                     LINES("周远山（石桥）", "读者 周远山", "果农 周远山", "东河读者 么 瑞 兰",
                           "东河 读者 党治国", "东河读者 么瑞兰 等十一人", "周远山 等", "读者：周远山",
                           "读者 努尔古丽", "东河读者：努尔古丽", "迟玉梅", "拓建国",
                           "一名打工者 周远山", "心理咨询师 周远山"),
                     LINES("读者：说得好", "读者：", "来信：周远山", "叶子", "金 秋", "文 化",
                           "特 写", "农民强", "全民国", "秋天（组诗）", "周远山（1990年的）"));
}

static void test_titles(void **state)
{
    (void)state;
    assert_holds_for(is_titled_author, LINES("东河小学老师 周远山"),
                     LINES("周远山", "老师 周远山"));
}

static void push(struct arena *keep, struct blocks *blocks, enum role role, const char *text)
{
    struct block block = {.role = role, .text = str_of(text)};
    vec_push(keep, &block.spans, (struct span){0, 1});
    vec_push(keep, blocks, block);
}

struct drawn {
    enum role role;
    const char *text;
    uint32_t indent, gap;
};

/* The role that LINE has in the end between two blocks. */
static enum role role_between(struct drawn above, struct drawn line, struct drawn below)
{
    const struct drawn all[] = {above, line, below};
    struct arena keep = {0};
    struct blocks blocks = {0};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        push(&keep, &blocks, all[i].role, all[i].text);
        blocks.at[i].indent = all[i].indent;
        blocks.at[i].gap = all[i].gap;
    }
    authors_settle(&blocks);
    enum role role = blocks.at[1].role;
    arena_clear(&keep);
    return role;
}

static const struct drawn moon = {.role = ROLE_PARAGRAPH,
                                  .text = "月亮出来的时候，河滩上的石头都是白的。"};

/* The role of a line between a block with a role and a paragraph. */
static enum role settled(enum role above, const char *line)
{
    return role_between((struct drawn){.role = above, .text = "河滩上的月光"},
                        (struct drawn){.role = ROLE_HEADLINE, .text = line}, moon);
}

/* The role of NAME INDENT half widths in, GAP lines below a text and over another. */
static enum role settled_at_right(const char *name, uint32_t indent, uint32_t gap)
{
    return role_between(
        (struct drawn){.role = ROLE_PARAGRAPH, .text = "河滩上的月光，像水一样。", .indent = 4},
        (struct drawn){.role = ROLE_HEADLINE, .text = name, .indent = indent, .gap = gap}, moon);
}

/* The role of a byline between a text and a block with a role. */
static enum role settled_between(const char *text, enum role below)
{
    return role_between((struct drawn){.role = ROLE_PARAGRAPH, .text = text},
                        (struct drawn){.role = ROLE_BYLINE, .text = "□ 本报记者 周远山"},
                        (struct drawn){.role = below, .text = "河滩上的月光"});
}

static void test_a_byline_above_a_headline_is_of_the_text_above(void **state)
{
    (void)state;
    assert_int_equal(settled_between("月亮出来了。", ROLE_HEADLINE), ROLE_CREDIT);
    assert_int_equal(settled_between("月亮出来了。", ROLE_CAPTION), ROLE_CREDIT);
    assert_int_equal(settled_between("月亮出来了。", ROLE_PARAGRAPH), ROLE_BYLINE);
    assert_int_equal(settled_between("月亮出来的时候", ROLE_HEADLINE), ROLE_BYLINE);
}

static void test_a_name_at_the_right_signs_what_is_above(void **state)
{
    (void)state;
    assert_int_equal(settled_at_right("周 远 山", 30, 0), ROLE_CREDIT);
    assert_int_equal(settled_at_right("周 远 山", 30, 1), ROLE_HEADLINE);
    assert_int_equal(settled_at_right("周 远 山", 8, 0), ROLE_HEADLINE);
    assert_int_equal(settled_at_right("折兴旺 马文秀", 30, 0), ROLE_CREDIT);
    assert_int_equal(settled_at_right("折兴旺 马文秀", 8, 0), ROLE_HEADLINE);
    assert_int_equal(settled_at_right("秋天的故事", 30, 0), ROLE_HEADLINE);
}

static void test_an_author_stands_below_a_headline(void **state)
{
    (void)state;
    assert_int_equal(settled(ROLE_HEADLINE, "周远山"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_PARAGRAPH, "周远山"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "秋夜"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "周 远 李 小青"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "东河广播站 周远"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "东河中学八（3）班 周远山"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "东河广播站 水渠"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "水渠修到 东河广播站"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_PARAGRAPH, "东河广播站 周远"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "寸 待 富"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "寸待富"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "石 榴 花"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "白 雪"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "白雪"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "黄 昏"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "达兰扎·苏"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "新春·走基层"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "望江 周 远 山"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "汾河岸边 石　头"), ROLE_BYLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "望江 石头"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "春天 在 路上"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "散文 秋 思"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "随笔 秋 思"), ROLE_HEADLINE);
    assert_int_equal(settled(ROLE_HEADLINE, "农民 心 声"), ROLE_HEADLINE);
}

static void test_titles_of_several_poems(void **state)
{
    (void)state;
    assert_holds_for(
        is_of_several,
        LINES("河滩（外一首）", "诗二首", "寓言七则", "秋夜(组诗)", "月光（三章）", "诗（二则)"),
        LINES("河滩", "一首歌", "组诗", "第二首歌", "约法三章", "第二首", "首", ""));
}

/* The role of a line between a title, what it goes on with, and the text. */
static enum role settled_below(const char *subtitle, const char *line)
{
    return role_between((struct drawn){.role = ROLE_SUBTITLE, .text = subtitle},
                        (struct drawn){.role = ROLE_HEADLINE, .text = line},
                        (struct drawn){.role = ROLE_PARAGRAPH, .text = "老师们：同学们回来了。"});
}

static void test_a_body_stands_below_what_it_published(void **state)
{
    (void)state;
    assert_int_equal(settled_below("国民经济和社会发展统计公报（摘要）", "东河县统计局"),
                     ROLE_BYLINE);
    assert_int_equal(settled_below("经济运行主要数据", "国家统计局东河调查队"), ROLE_BYLINE);
    assert_int_equal(settled_below("全县粮食喜获丰收", "东河县统计局"), ROLE_HEADLINE);
    assert_int_equal(settled_below("全县粮食喜获丰收", "东河县革委会通讯组"), ROLE_BYLINE);
    assert_int_equal(settled_below("国民经济和社会发展统计公报", "粮食喜获丰收"), ROLE_HEADLINE);
}

static void test_who_speaks_stands_below_the_dash(void **state)
{
    (void)state;
    assert_int_equal(settled_below("——在开学典礼上的讲话", "折建平"), ROLE_BYLINE);
    assert_int_equal(settled_below("——在开学典礼上的讲话", "开幕式"), ROLE_HEADLINE);
    assert_int_equal(settled_below("在开学典礼上的讲话", "折闻溪"), ROLE_HEADLINE);
}

/* The role of a line between a block with a role and a headline. */
static enum role settled_above_a_headline(enum role above, const char *text, const char *line)
{
    return role_between((struct drawn){.role = above, .text = text},
                        (struct drawn){.role = ROLE_HEADLINE, .text = line},
                        (struct drawn){.role = ROLE_HEADLINE, .text = "东河乡开镰"});
}

static void test_an_author_signs_what_stands_above(void **state)
{
    (void)state;
    assert_int_equal(settled_above_a_headline(ROLE_BYLINE, "本报记者 李青", "周远山"), ROLE_BYLINE);
    assert_int_equal(settled_above_a_headline(ROLE_PARAGRAPH, "月亮出来了。", "周远山"),
                     ROLE_CREDIT);
    assert_int_equal(settled_above_a_headline(ROLE_PARAGRAPH, "月亮出来的", "周远山"),
                     ROLE_HEADLINE);
    assert_int_equal(settled_above_a_headline(ROLE_BYLINE, "本报记者 李青", "秋夜"), ROLE_HEADLINE);
    assert_int_equal(
        settled_above_a_headline(ROLE_PARAGRAPH, "月亮出来了。", "东河县石桥镇 周远山"),
        ROLE_CREDIT);
    assert_int_equal(
        settled_above_a_headline(ROLE_PARAGRAPH, "月亮出来了。", "石桥镇小学 周 远 山"),
        ROLE_CREDIT);
    assert_int_equal(settled_above_a_headline(ROLE_PARAGRAPH, "月亮出来了。", "石桥镇 开镰"),
                     ROLE_HEADLINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_author_lines),
        cmocka_unit_test(test_names_with_their_place),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_who_speaks_stands_below_the_dash),
        cmocka_unit_test(test_a_body_stands_below_what_it_published),
        cmocka_unit_test(test_a_name_at_the_right_signs_what_is_above),
        cmocka_unit_test(test_an_author_stands_below_a_headline),
        cmocka_unit_test(test_a_byline_above_a_headline_is_of_the_text_above),
        cmocka_unit_test(test_titles_of_several_poems),
        cmocka_unit_test(test_an_author_signs_what_stands_above),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
