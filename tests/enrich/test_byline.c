/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/byline.h"
#include "enrich/gazetteer.h"
#include "enrich/story_of.h"

static struct arena keep;
static const struct surnames *surnames;
static const struct gazetteer *gazetteer;

static int setup(void **state)
{
    (void)state;
    surnames = surnames_builtin(&keep);
    gazetteer = gazetteer_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The names of a scene's first story with their roles: "王刚 reporter, 李明 author". */
static struct str names_of(struct scene scene)
{
    struct story *story = &scene.stories.at[0];
    struct buf out = {0};
    story_find_bylines(&keep, &keep, story, surnames, gazetteer);
    for (size_t i = 0; i < story->bylines.len; i++) {
        const struct byline *byline = &story->bylines.at[i];
        buf_fmt(&out, "%s%.*s %s", i > 0 ? ", " : "", STR_FMT(byline->name),
                byline_role_name(byline->role));
        assert_true(str_eq(page_slice(scene.page, byline->span), byline->line));
    }
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_each_item_is_signed(void **state)
{
    (void)state;
    assert_str(
        names_of(SCENE(&keep, {ROLE_HEADLINE, "简讯三则"}, {ROLE_PARAGRAPH, "△石桥开镰。（王刚）"},
                       {ROLE_PARAGRAPH, "△河湾插秧。（李小红）"})),
        "王刚 author, 李小红 author");
    assert_str(
        names_of(SCENE(&keep, {ROLE_HEADLINE, "石桥开镰"}, {ROLE_PARAGRAPH, "石桥开镰。（王刚）"},
                       {ROLE_PARAGRAPH, "△河湾插秧。（李小红）"})),
        "李小红 author");
}

/* Names without anything between them, where a heading was read, are a heading. */
static void test_names_glued_in_a_heading(void **state)
{
    (void)state;
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "天晴"}, {ROLE_HEADLINE, "王刚李小红"},
                              {ROLE_PARAGRAPH, "天晴了。"})),
               "");
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "天晴"}, {ROLE_HEADLINE, "王刚、李小红"},
                              {ROLE_PARAGRAPH, "天晴了。"})),
               "王刚 author, 李小红 author");
}

static void test_bodies_above_what_they_announce(void **state)
{
    (void)state;
    static const struct {
        const char *kicker, *headline, *names;
    } cases[] = {
        {"石泉县公安局 石泉县交通局", "关于整顿交通秩序的通告",
         "石泉县公安局 organisation, 石泉县交通局 organisation"},
        {"石泉县公安局 石泉县交通局", "路上的车少了", ""},
        {"石泉县公安局抓早抓小", "关于整顿交通秩序的通告", ""},
        {"石泉县公安局", "遗失声明", ""},
        {"文化馆", "停课的通知", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene =
            SCENE(&keep, {ROLE_KICKER, cases[i].kicker}, {ROLE_HEADLINE, cases[i].headline},
                  {ROLE_PARAGRAPH, "今日起不准停车。"});
        scene.stories.at[0].headline = str_of(cases[i].headline);
        assert_str(names_of(scene), cases[i].names);
    }
}

static void test_lines_that_sign(void **state)
{
    (void)state;
    assert_str(
        names_of(SCENE(&keep, {ROLE_BYLINE, "□ 本报记者 王刚"}, {ROLE_PARAGRAPH, "天晴了。"})),
        "王刚 reporter");
    assert_str(
        names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"}, {ROLE_CREDIT, "（王刚 李晓明）"})),
        "王刚 author, 李晓明 author");
    assert_str(names_of(SCENE(&keep, {ROLE_CAPTION, "天晴了。"}, {ROLE_CREDIT, "王刚 摄"})),
               "王刚 photographer");
    assert_str(
        names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"}, {ROLE_CREDIT, "责任编辑：王刚"})),
        "王刚 editor");
    assert_str(names_of(SCENE(&keep, {ROLE_DATELINE, "本报讯（记者 王刚）"})), "王刚 reporter");
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "王刚 李晓明"}, {ROLE_SUBHEAD, "记者 王刚"})),
               "");
}

static void test_agencies_where_nobody_signs(void **state)
{
    (void)state;
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "据新华社北京10月3日电 天晴了。"})),
               "新华社 organisation");
    assert_str(
        names_of(SCENE(&keep, {ROLE_PARAGRAPH, "据新华社北京10月3日电（记者 王刚）天晴了。"})),
        "王刚 reporter");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。（新华社发）"})),
               "新华社 organisation");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"},
                              {ROLE_CAPTION, "天晴了。（新华社发）"})),
               "");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"},
                              {ROLE_PARAGRAPH, "据新华社北京10月3日电 天晴了。"})),
               "");
}

static void test_heads_of_reports(void **state)
{
    (void)state;
    static const struct {
        const char *text, *names;
    } cases[] = {
        {"本报讯（记者 王刚 通讯员 李晓明）近日，天晴了。", "王刚 reporter, 李晓明 correspondent"},
        {"本报讯 (通讯员 王刚)近日,天晴了。", "王刚 correspondent"},
        {"新华社北京10月3日电（记者王刚、李晓明）近日，天晴了。", "王刚 reporter, 李晓明 reporter"},
        {"会昌讯（全媒体记者王刚）近日，天晴了。", "王刚 reporter"},
        {"本报记者 王刚 报道 近日，天晴了。", "王刚 reporter"},
        {"本报讯 记者王刚、李晓明报道：近日，天晴了。", "王刚 reporter, 李晓明 reporter"},
        {"本报讯记者王刚报道：近日，天晴了。", "王刚 reporter"},
        {"本报通讯员 王刚 报道 天晴了。", "王刚 correspondent"},
        {"本报讯（王刚）近日，天晴了。", "王刚 author"},
        {"本报讯（县融媒体中心 王刚）近日，天晴了。", "王刚 author"},
        {"本报讯 记者王刚昨日从县水利局获悉，天晴了。", "王刚 reporter"},
        {"本报讯 本报记者李晓明在石桥村看到，天晴了。", "李晓明 reporter"},
        {"本报讯 记者从县水利局获悉，天晴了。", ""},
        {"本报讯 记者于昨日从县水利局获悉，天晴了。", ""},
        {"本报讯 记者谷雪峰 通讯员李晓明近日从县水利局获悉，天晴了。",
         "谷雪峰 reporter, 李晓明 correspondent"},
        {"本报讯 记者于海昨日从县水利局获悉，天晴了。", "于海 reporter"},
        {"本报讯 记者王刚通讯员李晓明10月底从县里获悉，天晴了。",
         "王刚 reporter, 李晓明 correspondent"},
        {"本报讯 记者5月3日从县里获悉，天晴了。", ""},
        {"本报讯 记者连日来在县城走访，天晴了。", ""},
        {"市气象台供稿　12月5日，天晴了。", "市气象台 organisation"},
        {"市气象台供稿说明，天晴了。", ""},
        {"天晴了，由市气象台供稿，她说。", ""},
        {"他常给县广播站供稿　天晴了。", ""},
        {"感谢县文化馆供稿　天晴了。", ""},
        {"本报讯 记者王刚2023年10月3日从县里获悉，天晴了。", "王刚 reporter"},
        {"本报讯 记者连续3天在县城走访，天晴了。", ""},
        {"本报讯 记者查阅2012年的县志，天晴了。", ""},
        {"本报讯 记者从县12345热线获悉，天晴了。", ""},
        {"本报讯 记者王刚10月3日从县里获悉，天晴了。", "王刚 reporter"},
        {"本报讯 记者王刚李晓明昨日从县里获悉，天晴了。", "王刚 reporter, 李晓明 reporter"},
        {"本报讯 记者曾多次在县城走访，天晴了。", ""},
        {"本报讯 记者向交警了解，天晴了。", ""},
        {"本报讯 记者和同事在县城走访，天晴了。", ""},
        {"本报讯 记者白天在县城走访，天晴了。", ""},
        {"本报讯 记者应约前往县城，天晴了。", ""},
        {"记者王刚昨日从县水利局获悉，天晴了。", ""},
        {"记者站在石桥村口，天晴了。", ""},
        {"本报讯 王刚昨日从县水利局获悉，天晴了。", ""},
        {"本報訊（記者 劉德培）近日，天晴了。", "劉德培 reporter"},
        {"【本報訊】記者劉德培報導：天晴了。", "劉德培 reporter"},
        {"本报讯（以下简称快讯）近日，天晴了。", ""},
        {"记者近日在石桥村见到王刚，据报道，天晴了。", ""},
        {"近日，笔者（王刚）看到天晴了。", ""},
        {"天晴了。村民（记者 王刚）说。", ""},
        {"近日，记者获悉，天晴了，报道。", ""},
        {"本报讯（记者手记）近日，天晴了。", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str names = names_of(SCENE(&keep, {ROLE_PARAGRAPH, cases[i].text}));
        assert_string_equal(str_c(&keep, names), cases[i].names);
    }
}

static void test_tails_of_reports(void **state)
{
    (void)state;
    static const struct {
        const char *text, *names;
    } cases[] = {
        {"天晴了。（王刚 李晓明）", "王刚 author, 李晓明 author"},
        {"天晴了。 (王刚)", "王刚 author"},
        {"天晴了。（县医院 王刚 解答）", "王刚 author"},
        {"“天晴了。”（文/王刚 图/李晓明）", "王刚 text, 李晓明 photographer"},
        {"天晴了。 记者 王刚 摄", "王刚 photographer"},
        {"天晴了。王刚 李晓明 摄影报道", "王刚 photographer, 李晓明 photographer"},
        {"天晴了。会昌县融媒体中心 供图", "会昌县融媒体中心 organisation"},
        {"天晴时的村庄 王刚 摄", "王刚 photographer"},
        {"天晴了。王刚 摄影 李晓明 文", "王刚 photographer, 李晓明 text"},
        {"天晴了。（县广播站 王刚）", "王刚 author"},
        {"天晴了。（高二（3）班 王刚 指导教师 李明）", "王刚 author"},
        {"天晴了。(五(2)班 王刚)", "王刚 author"},
        {"天晴了。（王刚（县水利局） 李晓明）", "王刚 author, 李晓明 author"},
        {"天晴了。（岚县 王刚）", "王刚 author"},
        {"天晴了。（县水利局干部 王刚）", "王刚 author"},
        {"天晴了。（王刚 原载《石桥日报》）", "王刚 author"},
        {"天晴了。（原载《石桥日报》）", ""},
        {"天晴了。（如高二（3）班）", ""},
        {"天晴了。（高二（3）班得奖）", ""},
        {"天晴了。（高二3）班 王刚）", ""},
        {"天晴了。（岚县 临县）", ""},
        {"天晴了。（完）", ""},
        {"天晴了。（共三年）", ""},
        {"天晴了。（未完待续）", ""},
        {"天晴了。受访者供图", ""},
        {"天晴了。（全文完）", ""},
        {"天晴了。（记者手记）", ""},
        {"天晴了。（下转4版）", ""},
        {"天晴了。（左二）", ""},
        {"县里来了新的局长（王刚）", ""},
        {"这一瞬被人拍摄", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str names = names_of(SCENE(&keep, {ROLE_PARAGRAPH, cases[i].text}));
        assert_string_equal(str_c(&keep, names), cases[i].names);
    }
}

/* The place of the story before a name is none; another may be somebody, if he can be called so. */
static void test_a_place_does_not_sign(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_PARAGRAPH, "高平天晴了。"}, {ROLE_CREDIT, "（高平 王刚）"});
    struct story_county county = {.county = gazetteer_county(gazetteer, STR("140581"))};
    assert_str(names_of(scene), "高平 author, 王刚 author");
    scene.stories.at[0].bylines.len = 0;
    vec_push(&keep, &scene.stories.at[0].counties, county);
    assert_str(names_of(scene), "王刚 author");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"}, {ROLE_BYLINE, "沂水 王 刚"})),
               "王刚 author");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。"}, {ROLE_CREDIT, "（会宁）"})),
               "会宁 author");
}

static void test_names_alone_sign_only_the_last_paragraph(void **state)
{
    (void)state;
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。（王刚）"},
                              {ROLE_PARAGRAPH, "天又阴了。"})),
               "");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。（记者 王刚）"},
                              {ROLE_PARAGRAPH, "天又阴了。"})),
               "王刚 reporter");
    assert_str(
        names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天晴了。（王刚）"}, {ROLE_NOTICE, "（下转4版）"})),
        "王刚 author");
}

static void test_names_on_a_line_of_their_own(void **state)
{
    (void)state;
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "河的儿女"}, {ROLE_SUBHEAD, "薛 艾 叶"},
                              {ROLE_PARAGRAPH, "天晴了。"})),
               "薛艾叶 author");
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "天晴了"}, {ROLE_PARAGRAPH, "天晴了。"},
                              {ROLE_SUBHEAD, "县民政局"})),
               "县民政局 organisation");
    /* a heading over what tells of somebody, and one inside the text */
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "先进人物"}, {ROLE_SUBHEAD, "薛艾叶"},
                              {ROLE_PARAGRAPH, "薛艾叶是石桥村人。"})),
               "");
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "天晴了"}, {ROLE_PARAGRAPH, "天晴了。"},
                              {ROLE_SUBHEAD, "薛艾叶"}, {ROLE_PARAGRAPH, "天又阴了。"})),
               "");
    assert_str(names_of(SCENE(&keep, {ROLE_HEADLINE, "天晴了"}, {ROLE_SUBHEAD, "秋天"},
                              {ROLE_PARAGRAPH, "天晴了。"})),
               "");
}

static void test_a_name_is_given_once(void **state)
{
    (void)state;
    assert_str(names_of(SCENE(&keep, {ROLE_BYLINE, "□ 本报记者 王 刚"},
                              {ROLE_PARAGRAPH, "本报讯（记者 王刚）天晴了。"},
                              {ROLE_CREDIT, "王刚 李晓明 摄"})),
               "王刚 reporter, 李晓明 photographer");
}

static void test_a_bracket_may_open_the_text(void **state)
{
    (void)state;
    assert_str(
        names_of(SCENE(&keep, {ROLE_HEADLINE, "秋收"}, {ROLE_PARAGRAPH, "（王刚）天晴了。"})),
        "王刚 author");
    assert_str(
        names_of(SCENE(&keep, {ROLE_PARAGRAPH, "天阴。"}, {ROLE_PARAGRAPH, "（王刚）天晴了。"})),
        "");
    assert_str(names_of(SCENE(&keep, {ROLE_PARAGRAPH, "（一）天晴了。"})), "");
}

/* Each item of a column (简讯) may be signed. */
static void test_items_are_signed_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct scene scene =
            SCENE(&keep, {ROLE_HEADLINE, i ? "简讯" : "秋收"}, {ROLE_PARAGRAPH, "天晴了。（王刚）"},
                  {ROLE_PARAGRAPH, "收割机来了。（李明）"});
        scene.stories.at[0].headline = scene.stories.at[0].blocks.at[0].text;
        assert_str(names_of(scene), i ? "王刚 author, 李明 author" : "李明 author");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_item_is_signed),
        cmocka_unit_test(test_names_glued_in_a_heading),
        cmocka_unit_test(test_bodies_above_what_they_announce),
        cmocka_unit_test(test_lines_that_sign),
        cmocka_unit_test(test_agencies_where_nobody_signs),
        cmocka_unit_test(test_heads_of_reports),
        cmocka_unit_test(test_tails_of_reports),
        cmocka_unit_test(test_items_are_signed_one_by_one),
        cmocka_unit_test(test_a_bracket_may_open_the_text),
        cmocka_unit_test(test_a_place_does_not_sign),
        cmocka_unit_test(test_names_alone_sign_only_the_last_paragraph),
        cmocka_unit_test(test_names_on_a_line_of_their_own),
        cmocka_unit_test(test_a_name_is_given_once),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
