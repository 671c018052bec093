/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include "lines_that.h"
#include "page/heading_words.h"
#include "page/headings.h"

/* A block of one line. */
static struct block block_of(struct arena *keep, enum role role, const char *text)
{
    struct block block = {.role = role, .text = str_of(text), .gap = 1};
    vec_push(keep, &block.spans, (struct span){0, 1});
    return block;
}

static bool is_like_heading(const char *text)
{
    struct arena keep = {0};
    struct block block = block_of(&keep, ROLE_PARAGRAPH, text);
    bool like = looks_like_heading(&block);
    arena_clear(&keep);
    return like;
}

static void test_who_speaks_before_a_colon(void **state)
{
    (void)state;
    assert_holds_for(names_speaker,
                     LINES("法官：借款要写欠条", "王小刚说：心里踏实", "警方提醒：勿点链接"),
                     LINES("中学教师职称：三年一评", "长篇小说：大河", "民办教师：坚守山村",
                           "法官进村", "李家沟村党支部书记王小刚说：好", "：好", ""));
}

static void test_forms_of_headings(void **state)
{
    (void)state;
    assert_true(is_like_heading("东河县排查水库隐患"));
    assert_true(is_like_heading("排查隐患 守护平安"));
    assert_true(is_like_heading("水库安全吗？"));
    assert_true(is_like_heading("“水退得下，渠就修得成！”"));
    assert_true(is_like_heading("修一渠，活一方"));
    assert_true(is_like_heading("修一渠，活一方，富一村"));
}

static void test_forms_of_texts(void **state)
{
    (void)state;
    assert_false(is_like_heading("东河县排查水库隐患。"));
    assert_false(is_like_heading("东河县排查水库隐患，"));
    assert_false(is_like_heading("排查水库。守护平安"));
    assert_false(is_like_heading("东河县唱响“平安"));
    assert_false(is_like_heading("”东河县"));
    assert_false(is_like_heading("本报讯 东河县排查水库隐患"));
    assert_false(is_like_heading("县里修了渠，又派技术人员下乡，村民都说好"));
    assert_false(is_like_heading("这座桥是怎么修起来的？"));
    assert_false(is_like_heading("可是，水退了以后呢？"));
    assert_false(is_like_heading("桥"));
    assert_false(
        is_like_heading("东河县排查水库隐患东河县排查水库隐患东河县排查水库隐患东河县排查水库隐患"
                        "东河县排查水库隐患东河县排查水库隐患东河县排查水库隐患"));
}

static void test_a_middle_of_a_paragraph_is_no_heading(void **state)
{
    struct arena keep = {0};
    struct block block = block_of(&keep, ROLE_PARAGRAPH, "东河县排查水库隐患");
    (void)state;
    assert_true(looks_like_heading(&block));
    block.continues = true;
    assert_false(looks_like_heading(&block));
    arena_clear(&keep);
}

#define TEXT "县水务局组织技术人员对水库逐一进行检查。"

/* A block's role before and after. */
struct decided {
    enum role before;
    const char *text;
    enum role after;
};

static void assert_decided(const struct decided *cases, size_t len)
{
    struct page page = {0};
    struct arena keep = {0};
    for (size_t i = 0; i < len; i++)
        vec_push(&keep, &page.blocks, block_of(&keep, cases[i].before, cases[i].text));
    headings_decide(&keep, &page);
    assert_int_equal(page.blocks.len, len);
    for (size_t i = 0; i < len; i++)
        if (page.blocks.at[i].role != cases[i].after)
            fail_msg("%s is %s", cases[i].text, role_name(page.blocks.at[i].role));
    arena_clear(&keep);
}

#define DECIDED(cases) assert_decided(cases, sizeof(cases) / sizeof *(cases))

static void test_headline_before_a_byline(void **state)
{
    static const struct decided cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_BYLINE, "□ 周远山", ROLE_BYLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_headline_before_a_letter(void **state)
{
    static const struct decided letter[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "水库该修了", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, "编辑同志：\n" TEXT, ROLE_PARAGRAPH},
    };
    static const struct decided other[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "水库该修了", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(letter);
    DECIDED(other);
}

static void test_headline_before_a_report(void **state)
{
    static const struct decided cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, "本报讯（记者 周远山）" TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_subheads_come_in_sets(void **state)
{
    static const struct decided cases[] = {
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_BYLINE, "□ 周远山", ROLE_BYLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "守住堤坝的人", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "守住水渠的人", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_numbered_headings_are_subheads(void **state)
{
    static const struct decided cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "一、把安全责任落到每一座水库", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县检查水库完成全年任务", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, "本报讯 " TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_a_bare_heading_is_a_subhead(void **state)
{
    static const struct decided cases[] = {
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_BYLINE, "□ 周远山", ROLE_BYLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_CAPTION, "堤坝上的灯。", ROLE_CAPTION},
        {ROLE_CREDIT, "李青 摄", ROLE_CREDIT},
        {ROLE_HEADLINE, "夜里的巡堤人", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

/* Texts ask on the way; above a report a question is what it is about. */
static void test_a_question_inside_a_text_is_no_headline(void **state)
{
    static const struct decided inside[] = {
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_CAPTION, "堤坝上的灯。", ROLE_CAPTION},
        {ROLE_HEADLINE, "水库的隐患都排查了，河堤怎么办？", ROLE_SUBHEAD},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    static const struct decided above[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "水库的隐患都排查了，河堤怎么办？", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, "本报讯 " TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(inside);
    DECIDED(above);
}

static void test_a_heading_after_a_story_s_end_is_a_headline(void **state)
{
    static const struct decided cases[] = {
        {ROLE_HEADLINE, "东河县排查水库隐患", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT "（周远山）", ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "夜里的巡堤人", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, "本报讯 " TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "水渠修到家门口", ROLE_HEADLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_kicker_above_a_headline(void **state)
{
    static const struct decided cases[] = {
        {ROLE_HEADLINE, "汛期来临之前", ROLE_KICKER},
        {ROLE_HEADLINE, "东河县排查全部水库隐患", ROLE_HEADLINE},
        {ROLE_BYLINE, "□ 周远山", ROLE_BYLINE},
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
    };
    (void)state;
    DECIDED(cases);
}

static void test_a_heap_of_headlines_has_no_kicker(void **state)
{
    static const struct decided cases[] = {
        {ROLE_PARAGRAPH, TEXT, ROLE_PARAGRAPH},
        {ROLE_HEADLINE, "东河县排查全部水库隐患", ROLE_HEADLINE},
        {ROLE_HEADLINE, "万亩小麦颗粒归仓", ROLE_HEADLINE},
    };
    (void)state;
    DECIDED(cases);
}

static void test_lines_of_one_headline_become_one_block(void **state)
{
    struct page page = {0};
    struct arena keep = {0};
    (void)state;
    vec_push(&keep, &page.blocks, block_of(&keep, ROLE_HEADLINE, "东河县排查全部"));
    vec_push(&keep, &page.blocks, block_of(&keep, ROLE_HEADLINE, "水库隐患"));
    vec_push(&keep, &page.blocks, block_of(&keep, ROLE_PARAGRAPH, TEXT));
    page.blocks.at[1].gap = 0;
    headings_decide(&keep, &page);
    assert_int_equal(page.blocks.len, 2);
    assert_str(page.blocks.at[0].text, "东河县排查全部\n水库隐患");
    assert_int_equal(page.blocks.at[0].spans.len, 2);
    assert_int_equal(page.blocks.at[0].role, ROLE_HEADLINE);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_speaks_before_a_colon),
        cmocka_unit_test(test_forms_of_headings),
        cmocka_unit_test(test_forms_of_texts),
        cmocka_unit_test(test_a_middle_of_a_paragraph_is_no_heading),
        cmocka_unit_test(test_headline_before_a_byline),
        cmocka_unit_test(test_headline_before_a_letter),
        cmocka_unit_test(test_headline_before_a_report),
        cmocka_unit_test(test_subheads_come_in_sets),
        cmocka_unit_test(test_numbered_headings_are_subheads),
        cmocka_unit_test(test_a_bare_heading_is_a_subhead),
        cmocka_unit_test(test_a_question_inside_a_text_is_no_headline),
        cmocka_unit_test(test_a_heading_after_a_story_s_end_is_a_headline),
        cmocka_unit_test(test_kicker_above_a_headline),
        cmocka_unit_test(test_a_heap_of_headlines_has_no_kicker),
        cmocka_unit_test(test_lines_of_one_headline_become_one_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
