/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/derive.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static void assert_headline(const char *text, const char *headline)
{
    assert_str(headline_from(&keep, str_of(text)), headline);
}

static void test_cut_at_a_stop(void **state)
{
    (void)state;
    assert_headline("全县春播面积已过半。预计月底完成。", "全县春播面积已过半");
    assert_headline("县剧团送戏下乡，深受群众欢迎。", "县剧团送戏下乡，深受群众欢迎");
    assert_headline("入冬以来，县供热公司对城区三十六公里的管网逐段检修，更换了老化的阀门。",
                    "入冬以来，县供热公司对城区三十六公里的管网逐段检修");
}

static void test_not_cut_where_no_phrase_ends(void **state)
{
    (void)state;
    assert_headline("好！好！村民们连声称赞新修的水渠。", "好！好！村民们连声称赞新修的水渠");
    assert_headline("县剧团排演的“送戏下乡，送暖到家”活动二月起在全县所有的村子陆续开演。",
                    "县剧团排演的“送戏下乡，送暖到家”活动二月起在全县所有的村子…");
    assert_headline("春播面积过半", "春播面积过半");
    assert_headline("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
                    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十");
    assert_headline("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
                    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…");
}

static void test_picture_labels_are_skipped(void **state)
{
    (void)state;
    assert_headline("▲图为民警检修路灯，居民叫好。", "民警检修路灯，居民叫好");
    assert_headline("图片说明：县剧团新戏首演，受到观众欢迎。", "县剧团新戏首演，受到观众欢迎");
    assert_headline("图①：养殖场里，工人正把刚出壳的鸭苗装箱。",
                    "养殖场里，工人正把刚出壳的鸭苗装箱");
    assert_headline("图为5月12日，护士在县医院前宣誓。", "5月12日，护士在县医院前宣誓");
    assert_headline("图书馆里坐满了人，书声琅琅。", "图书馆里坐满了人，书声琅琅");
}

static void test_report_marks_are_skipped(void **state)
{
    (void)state;
    assert_headline("本报讯（记者 甘雨）全县春播面积已过半。", "全县春播面积已过半");
    assert_headline("本报讯 (通讯员 甘雨 车前) 全县春播面积已过半。", "全县春播面积已过半");
    assert_headline("本报讯 全县春播面积已过半。", "全县春播面积已过半");
    assert_headline("新华社昆明3月2日电（记者 甘雨）全省春播面积已过半。", "全省春播面积已过半");
    assert_headline("（上接1版）全县春播面积已过半。", "全县春播面积已过半");
    assert_headline("记者讯问了春播的进度和面积。", "记者讯问了春播的进度和面积");
    assert_headline("本报讯（记者 甘雨）", "本报讯（记者 甘雨）");
}

static struct story derived(enum story_kind kind, const struct block *blocks, size_t len)
{
    struct story story = {.kind = kind};
    for (size_t i = 0; i < len; i++)
        vec_push(&keep, &story.blocks, blocks[i]);
    story_derive(&keep, &story);
    return story;
}

#define DERIVED(kind, ...)                               \
    derived((kind), (const struct block[]){__VA_ARGS__}, \
            sizeof((const struct block[]){__VA_ARGS__}) / sizeof(struct block))
#define PARAGRAPH(words)                           \
    {                                              \
        .role = ROLE_PARAGRAPH, .text = STR(words) \
    }
#define NOTICE(words)                           \
    {                                           \
        .role = ROLE_NOTICE, .text = STR(words) \
    }

static void test_parts_of_the_head(void **state)
{
    (void)state;
    struct story story =
        DERIVED(KIND_STORY, {.role = ROLE_KICKER, .text = STR("不误农时")},
                {.role = ROLE_HEADLINE, .text = STR("春播过半")},
                {.role = ROLE_HEADLINE, .text = STR("夏粮在望")},
                {.role = ROLE_SUBTITLE, .text = STR("——南河县见闻")},
                {.role = ROLE_DATELINE, .text = STR("本报讯")}, PARAGRAPH("全县春播面积已过半。"));
    assert_str(story.kicker, "不误农时");
    assert_str(story.headline, "春播过半 夏粮在望");
    assert_str(story.subtitle, "——南河县见闻");
    assert_str(story.dateline, "本报讯");
    assert_false(story.headline_derived);
}

/* An item's mark is none of its headline; ○ may be a zero. */
static void test_marks_before_headlines(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"●南河建成集市", "南河建成集市"},
                                           {"○南河建成集市", "南河建成集市"},
                                           {"○八年大雪纪事", "○八年大雪纪事"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct story story =
            DERIVED(KIND_STORY, {.role = ROLE_HEADLINE, .text = str_of(cases[i][0])},
                    PARAGRAPH("全县春播面积已过半。"));
        assert_str(story.headline, cases[i][1]);
    }
}

static void test_headline_of_its_own_or_derived(void **state)
{
    (void)state;
    struct story story = DERIVED(KIND_STORY, {.role = ROLE_BYLINE, .text = STR("□ 甘雨")},
                                 PARAGRAPH("全县春播面积已过半。"));
    assert_str(story.headline, "全县春播面积已过半");
    assert_true(story.headline_derived);
    struct story letter =
        DERIVED(KIND_STORY, PARAGRAPH("编辑同志："), PARAGRAPH("全县春播面积已过半。"));
    assert_str(letter.headline, "全县春播面积已过半");
    struct story photo =
        DERIVED(KIND_PHOTO, {.role = ROLE_CAPTION, .text = STR("图为村民在插秧。")});
    assert_str(photo.headline, "村民在插秧");
    assert_true(photo.headline_derived);
    struct story notice = DERIVED(KIND_STORY, NOTICE("（下转2版）"));
    assert_str(notice.headline, "（下转2版）");
    struct story residue =
        DERIVED(KIND_RESIDUE, {.role = ROLE_FURNITURE, .text = STR("责任编辑：甘雨")});
    assert_str(residue.headline, "");
    assert_false(residue.headline_derived);
}

static void test_whole(void **state)
{
    (void)state;
    struct story story =
        DERIVED(KIND_STORY, PARAGRAPH("全县春播面积已过半。"), PARAGRAPH("预计月底完成。"));
    assert_false(story.truncated_start);
    assert_false(story.truncated_end);
    struct story no_text = DERIVED(KIND_STORY, {.role = ROLE_HEADLINE, .text = STR("春播过半")});
    assert_false(no_text.truncated_start);
    assert_false(no_text.truncated_end);
}

static void test_truncated_start(void **state)
{
    (void)state;
    struct story from = DERIVED(KIND_STORY, NOTICE("（上接1版）"), PARAGRAPH("全县已过半。"));
    assert_true(from.truncated_start);
    assert_false(from.truncated_end);
    assert_true(DERIVED(KIND_STORY, PARAGRAPH("（上接1版）全县已过半。")).truncated_start);
    assert_true(DERIVED(KIND_STORY, PARAGRAPH("，全县已过半。")).truncated_start);
    assert_true(
        DERIVED(KIND_STORY, {.role = ROLE_PARAGRAPH, .text = STR("已过半。"), .continues = true})
            .truncated_start);
    assert_false(DERIVED(KIND_STORY, PARAGRAPH("全县已过半。"),
                         {.role = ROLE_PARAGRAPH, .text = STR("已过半。"), .continues = true})
                     .truncated_start);
    assert_false(DERIVED(KIND_STORY, PARAGRAPH("“快了！”他说。")).truncated_start);
}

static void test_truncated_end(void **state)
{
    (void)state;
    struct story to = DERIVED(KIND_STORY, PARAGRAPH("全县已过半。"), NOTICE("（下转4版）"));
    assert_true(to.truncated_end);
    assert_false(to.truncated_start);
    assert_true(DERIVED(KIND_STORY, PARAGRAPH("全县已过半（下转4版）")).truncated_end);
    assert_true(DERIVED(KIND_STORY, PARAGRAPH("全县已过半，预计")).truncated_end);
    assert_false(
        DERIVED(KIND_STORY, PARAGRAPH("全县已过半，预计"), PARAGRAPH("完成。")).truncated_end);
    assert_false(DERIVED(KIND_STORY, PARAGRAPH("他说：“快了。”")).truncated_end);
    assert_false(DERIVED(KIND_STORY, PARAGRAPH("全县已过半，预计"),
                         {.role = ROLE_CREDIT, .text = STR("（甘雨）")})
                     .truncated_end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_at_a_stop),
        cmocka_unit_test(test_not_cut_where_no_phrase_ends),
        cmocka_unit_test(test_picture_labels_are_skipped),
        cmocka_unit_test(test_report_marks_are_skipped),
        cmocka_unit_test(test_parts_of_the_head),
        cmocka_unit_test(test_marks_before_headlines),
        cmocka_unit_test(test_headline_of_its_own_or_derived),
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_truncated_start),
        cmocka_unit_test(test_truncated_end),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
