/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "page/headlines.h"

#define TEXT "河水退去以后，乡亲们在河滩上种下了第一茬油菜。"

/* Two headings and a text, their lines joined and ranked. */
struct group {
    struct arena keep;
    struct blocks blocks;
};

static void push(struct group *group, enum role role, const char *text, uint32_t gap)
{
    struct block block = {.role = role, .text = str_of(text), .gap = gap};
    vec_push(&group->keep, &block.spans, (struct span){0, 1});
    vec_push(&group->keep, &group->blocks, block);
}

/* As of a page of which no line is known. */
static void rank(struct group *group)
{
    struct page page = {.blocks = group->blocks};
    headlines_rank(&page);
}

/* With GAP blank lines between the blocks, but none between the headings. */
static void group_init(struct group *group, enum role role, const char *first, const char *second,
                       uint32_t gap)
{
    *group = (struct group){0};
    push(group, role, first, gap);
    push(group, ROLE_HEADLINE, second, 0);
    push(group, ROLE_PARAGRAPH, TEXT, gap);
    push(group, ROLE_PARAGRAPH, TEXT, gap);
    headlines_join(&group->keep, &group->blocks);
    rank(group);
}

static void assert_joined(enum role role, const char *first, const char *second, bool joined)
{
    struct group group;
    group_init(&group, role, first, second, 0);
    if ((group.blocks.len == 3) != joined)
        fail_msg("%s | %s", first, second);
    if (joined)
        assert_int_equal(group.blocks.at[0].role, ROLE_HEADLINE);
    arena_clear(&group.keep);
}

static void test_lines_of_one_headline(void **state)
{
    (void)state;
    assert_joined(ROLE_HEADLINE, "一捧油菜籽", "富了半条河", true);
    assert_joined(ROLE_HEADLINE, "东河两岸八百户人家将", "用上集中供应的清洁水", true);
    assert_joined(ROLE_HEADLINE, "渡口来了", "新 船 工", true);
    assert_joined(ROLE_HEADLINE, "关于进一步加强东河流域", "农田水利设施管护的意见", true);
    assert_joined(ROLE_PARAGRAPH, "河水退了，", "油菜种上了", true);
    assert_joined(ROLE_PARAGRAPH, "今年种油菜，", "先过“退水”这一关", true);
}

/* Two lines that stand close where blocks stand apart. */
static void test_gaps_tell_headlines_apart(void **state)
{
    (void)state;
    struct group close, apart;
    group_init(&close, ROLE_HEADLINE, "东河开展“三个一批”行动", "助推水利设施提档升级", 1);
    group_init(&apart, ROLE_HEADLINE, "东河开展“三个一批”行动", "助推水利设施提档升级", 0);
    assert_int_equal(close.blocks.len, 3);
    assert_int_equal(apart.blocks.len, 4);
    arena_clear(&close.keep);
    arena_clear(&apart.keep);
}

static void test_two_phrases_are_two_headings(void **state)
{
    (void)state;
    assert_joined(ROLE_HEADLINE, "东河村试种油菜有新招", "一把种子撒到河滩边", false);
    assert_joined(ROLE_HEADLINE, "东河村", "油菜开到河滩上", false);
    assert_joined(ROLE_HEADLINE, "水退  地平  种落", "河滩长出新油菜", false);
    assert_joined(ROLE_PARAGRAPH, "河水退了，乡亲们在两岸的河滩上种下了第一茬油菜，", "油菜种上了",
                  false);
}

/* Names of documents go on from line to line; whole ones do not, whatever stands above them. */
static void test_names_of_documents(void **state)
{
    (void)state;
    assert_joined(ROLE_HEADLINE, "2023年度东河县油菜种植", "先进集体和先进个人名单", true);
    assert_joined(ROLE_HEADLINE, "关于东河大桥至西河段", "施工期间交通管制的通告", true);
    assert_joined(ROLE_HEADLINE, "零下十度乡亲们下了河", "关于东河大桥封闭的通告", false);
    assert_joined(ROLE_HEADLINE, "计划停水公告", "一把种子撒到河滩边", false);
    assert_joined(ROLE_HEADLINE, "东河县国土资源局", "国有建设用地使用权挂牌出让公告", false);
    assert_joined(ROLE_HEADLINE, "2023年度东河县全面推进", "乡村振兴示范带头人名单", true);
    assert_joined(ROLE_HEADLINE, "今年我县粮食生产再传喜报", "推动农业现代化", true);
}

/* Lines that stand close, where blocks stand apart. */
static void assert_close(const char *first, const char *second, size_t blocks)
{
    struct group group;
    group_init(&group, ROLE_HEADLINE, first, second, 1);
    if (group.blocks.len != blocks)
        fail_msg("%s | %s", first, second);
    arena_clear(&group.keep);
}

/* What was said is below who said it, or what was said there below the headline. */
static void test_sayings(void **state)
{
    (void)state;
    assert_close("李国栋在东河乡调研时强调", "抢抓农时压实责任", 4);
    assert_close("李国栋在东河乡调研春耕", "抢抓农时压实责任", 3);
    assert_close("全县春耕生产现场会召开", "强调抢抓农时压实责任", 4);
    assert_close("全县春耕生产现场会召开", "部署抢抓农时压实责任", 3);
}

static void assert_bylines(const char *first, const char *second, size_t blocks)
{
    struct group group = {0};
    push(&group, ROLE_BYLINE, first, 0);
    push(&group, ROLE_BYLINE, second, 0);
    headlines_join(&group.keep, &group.blocks);
    assert_int_equal(group.blocks.len, blocks);
    arena_clear(&group.keep);
}

static void test_bylines_of_two_stories(void **state)
{
    (void)state;
    assert_bylines("□ 本报记者 周远山", "通讯员 柳叶青", 1);
    assert_bylines("文/周远山", "图/柳叶青", 1);
    assert_bylines("□ 本报记者 周远山", "□ 本报记者 柳叶青", 2);
    assert_bylines("本报记者 周远山", "融媒体记者 柳叶青", 2);
    assert_bylines("通讯员 周远山", "通讯员 柳叶青", 2);
}

static enum role crowned(const char *text, enum role below)
{
    struct group group = {0};
    push(&group, ROLE_PARAGRAPH, text, 1);
    push(&group, below, "——写在东河渡口", 0);
    vec_push(&group.keep, &group.blocks.at[0].spans, (struct span){1, 2});
    headlines_crown(&group.blocks);
    enum role role = group.blocks.at[0].role;
    arena_clear(&group.keep);
    return role;
}

static void test_lines_above_a_subtitle_are_a_headline(void **state)
{
    (void)state;
    assert_int_equal(crowned("渡船停了以后，\n怎么过河？渡口五问", ROLE_SUBTITLE), ROLE_HEADLINE);
    assert_int_equal(crowned("渡船停了以后，\n乡亲们绕道走。", ROLE_SUBTITLE), ROLE_PARAGRAPH);
    assert_int_equal(crowned("渡船停了以后，\n怎么过河？渡口五问", ROLE_PARAGRAPH), ROLE_PARAGRAPH);
}

static void assert_ranked(const char *first, const char *second, enum role a, enum role b)
{
    struct group group;
    group_init(&group, ROLE_HEADLINE, first, second, 0);
    assert_int_equal(group.blocks.len, 4);
    assert_int_equal(group.blocks.at[0].role, a);
    assert_int_equal(group.blocks.at[1].role, b);
    arena_clear(&group.keep);
}

static void test_kickers_and_subtitles(void **state)
{
    (void)state;
    assert_ranked("东河村试种油菜有新招", "一把种子撒到河滩边", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("岸上人物", "最后一个摆渡人和他的三条木船", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("河滩开出金花海", "我县召开油菜生产现场会部署秋冬种工作", ROLE_HEADLINE,
                  ROLE_SUBTITLE);
    assert_ranked("早规划 早部署 早动手", "我县春耕备耕工作有序推进", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("早市开到渡口边", "我县春耕备耕工作有序推进", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("渡口修好了", "东河乡：五百户人家出行不再绕道", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("东河时评", "堵烟火，更要给秸秆找出路", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("渡口的两小时", "东河乡摆渡人夜班一瞥", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("河滩往事", "第三章 夜走东河", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("一把种子撒到河滩边", "第五届春节油菜花会开幕", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("汛期来临之前", "42条木船上岸修补", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("李国栋在东河乡调研油菜生产时强调", "抢抓农时保面积", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("李小红强调", "确保今年35万亩油菜颗粒归仓", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("李小红种田", "确保今年35万亩油菜颗粒归仓", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("全县油菜生产现场会召开", "强调抢抓农时保面积", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("渡船停运三天 乡亲告到法院", "法官：先修船 再收费", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("渡船停运三天 乡亲告到法院", "东河：先修船 再收费", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("东河乡推行积分制度", "垃圾分得好 超市换得来", ROLE_KICKER, ROLE_HEADLINE);
    assert_ranked("东河乡推行积分制度", "垃圾分好了 去超市换日用品", ROLE_HEADLINE, ROLE_SUBTITLE);
    assert_ranked("东河县油菜种植面积再创新高", "西河县修复水毁农田工程启动", ROLE_HEADLINE,
                  ROLE_HEADLINE);
}

/* Two headings over a text that begins with LEAD. */
static enum role first_over(const char *lead, const char *first, const char *second)
{
    struct group group = {0};
    push(&group, ROLE_HEADLINE, first, 0);
    push(&group, ROLE_HEADLINE, second, 0);
    push(&group, ROLE_PARAGRAPH, lead, 0);
    rank(&group);
    enum role role = group.blocks.at[0].role;
    arena_clear(&group.keep);
    return role;
}

static void test_a_text_begins_with_what_its_headline_says(void **state)
{
    (void)state;
    const char *first = "渡口换上新木船", *second = "五百户人家赶集不绕道";
    assert_int_equal(
        first_over("东河渡口换上了一条新木船。五百户人家赶集不再绕道。", first, second),
        ROLE_HEADLINE);
    assert_int_equal(
        first_over("五百户人家赶集不再绕道了。东河渡口换上了一条新木船。", first, second),
        ROLE_KICKER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_of_one_headline),
        cmocka_unit_test(test_gaps_tell_headlines_apart),
        cmocka_unit_test(test_two_phrases_are_two_headings),
        cmocka_unit_test(test_names_of_documents),
        cmocka_unit_test(test_sayings),
        cmocka_unit_test(test_bylines_of_two_stories),
        cmocka_unit_test(test_lines_above_a_subtitle_are_a_headline),
        cmocka_unit_test(test_kickers_and_subtitles),
        cmocka_unit_test(test_a_text_begins_with_what_its_headline_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
