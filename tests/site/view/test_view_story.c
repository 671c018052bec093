/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/made_site.h"
#include "site/view/view_story.h"

static struct made_site m;

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static struct value story(size_t i)
{
    struct output *output = ARENA_NEW(&m.keep, struct output);
    *output = (struct output){.kind = PAGE_STORY, .subject = &m.added->entries[i]};
    const struct view view = {.site = &m.site, .output = output};
    return story_subject(&m.keep, &view);
}

static void add_byline(struct story *to, const char *name, enum byline_role role, const char *line)
{
    struct evidence words = made_evidence(&m, line);
    vec_push(&m.keep, &to->bylines,
             (struct byline){
                 .name = str_of(name), .role = role, .line = words.text, .span = words.span});
}

static void a_plain_story(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"谱好安居曲", 1, ROLE_HEADLINE, 0}, {"——我市纪实", 1, ROLE_SUBTITLE, 0},
               {"□ 王洋", 1, ROLE_BYLINE, 0}, {"行走在现场。", 1, ROLE_PARAGRAPH, 0});
    add_byline(&m.stories.at[0], "王洋", BYLINE_REPORTER, "□ 王洋");
    made_end(&m);
    struct value s = story(0);
    assert_str(text_at(&m.keep, s, "title"), "谱好安居曲");
    assert_str(text_at(&m.keep, s, "subtitle"), "——我市纪实");
    assert_str(text_at(&m.keep, s, "href"), "stories/a-000001.html");
    assert_str(text_at(&m.keep, s, "on_page"), "pages/a.html#p1");
    assert_str(text_at(&m.keep, s, "chars_text"), "20 字");
    assert_str(text_at(&m.keep, s, "description"), "行走在现场。");
    assert_int_equal(value_at(&m.keep, s, "kicker").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, s, "newspaper").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, s, "previous").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, s, "body").list->len, 1);
    assert_str(text_at(&m.keep, item_at(&m.keep, s, "body", 0), "text"), "行走在现场。");
}

static void names_are_grouped_by_role_and_lead_to_people(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0},
               {"霍玉润 文 张旭峰 摄", 1, ROLE_CREDIT, 0});
    struct story *s = &m.stories.at[0];
    add_byline(s, "祁子荣", BYLINE_AUTHOR, "霍玉润");
    add_byline(s, "杜丽君", BYLINE_AUTHOR, "霍玉润");
    add_byline(s, "张旭峰", BYLINE_PHOTOGRAPHER, "张旭峰");
    add_byline(s, "张旭峰", BYLINE_PHOTOGRAPHER, "张旭峰");
    made_end(&m);
    assert_int_equal(value_at(&m.keep, story(0), "bylines").list->len, 2);
    struct value authors = item_at(&m.keep, story(0), "bylines", 0);
    struct value photographers = item_at(&m.keep, story(0), "bylines", 1);
    assert_int_equal(value_at(&m.keep, authors, "label").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, authors, "people").list->len, 2);
    assert_str(text_at(&m.keep, photographers, "label"), "摄影");
    assert_int_equal(value_at(&m.keep, photographers, "people").list->len, 1);
    struct value person = item_at(&m.keep, photographers, "people", 0);
    assert_str(text_at(&m.keep, person, "text"), "张旭峰");
    assert_true(str_starts(text_at(&m.keep, person, "href"), STR("people/zhang-xu-feng")) ||
                str_starts(text_at(&m.keep, person, "href"), STR("people/zhangxufeng")));
}

static void a_byline_that_nobody_understood_stays_in_the_text(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"□ 本报综合", 1, ROLE_BYLINE, 0},
               {"文", 1, ROLE_PARAGRAPH, 0});
    made_end(&m);
    assert_int_equal(value_at(&m.keep, story(0), "body").list->len, 2);
    struct value line = item_at(&m.keep, story(0), "body", 0);
    assert_true(value_at(&m.keep, line, "is/byline").truth);
    assert_false(value_at(&m.keep, line, "is/paragraph").truth);
    assert_str(text_at(&m.keep, line, "text"), "□ 本报综合");
}

static void a_report_opens_with_its_slug_once(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0},
               {"本报讯（记者 王涛）今年以来", 1, ROLE_PARAGRAPH, 0},
               {"本报讯是开头", 1, ROLE_PARAGRAPH, 0});
    made_end(&m);
    struct value first = item_at(&m.keep, story(0), "body", 0);
    struct value second = item_at(&m.keep, story(0), "body", 1);
    assert_str(text_at(&m.keep, first, "slug"), "本报讯");
    assert_str(text_at(&m.keep, first, "text"), "（记者 王涛）今年以来");
    assert_int_equal(value_at(&m.keep, second, "slug").kind, VALUE_NOTHING);
    assert_str(text_at(&m.keep, second, "text"), "本报讯是开头");
}

static void a_caption_says_that_a_picture_is_missing(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"图为现场。", 1, ROLE_CAPTION, 0},
               {"资料图片", 1, ROLE_PLACEHOLDER, 0}, {"图为会场。", 1, ROLE_CAPTION, 0});
    made_end(&m);
    assert_true(value_at(&m.keep, item_at(&m.keep, story(0), "body", 0), "picture").truth);
    assert_false(value_at(&m.keep, item_at(&m.keep, story(0), "body", 1), "picture").truth);
    assert_false(value_at(&m.keep, item_at(&m.keep, story(0), "body", 2), "picture").truth);
}

static void what_is_doubtful_is_noted(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"12月21日开班。", 1, ROLE_PARAGRAPH, 0}, {"（下转4版）", 1, ROLE_NOTICE, 0});
    struct story *s = &m.stories.at[0];
    s->headline = STR("12月21日开班");
    s->headline_derived = true;
    s->truncated_start = s->truncated_end = true;
    s->date = (struct story_date){
        .value = {2022, 12, 0}, .precision = PRECISION_MONTH, .basis = BASIS_TEXT};
    vec_push(&m.keep, &s->date.evidence, made_evidence(&m, "12月21日"));
    made_end(&m);
    const char *const want[] = {
        "版面上找不到本篇的标题，题目取自首句。",
        "版面未注日期，2022年12月 据版面上“12月21日”推定，只推到月。",
        "文从半截开始，前面的部分不在本版面。",
        "文到“（下转4版）”为止，转去的部分不在本版面。",
    };
    assert_int_equal(value_at(&m.keep, story(0), "notes").list->len, 4);
    for (size_t i = 0; i < 4; i++)
        assert_str(said_at(&m.keep, item_at(&m.keep, story(0), "notes", i), "said"), want[i]);
    assert_str(text_at(&m.keep, story(0), "title"), "〔12月21日开班〕");
}

/* A page whose first story goes on in the second, and a third that has nothing to do with them. */
static void two_halves(void)
{
    MADE_BEGIN(&m, {"甲题", 1, ROLE_HEADLINE, 0}, {"前半，", 1, ROLE_PARAGRAPH, 0},
               {"（下转4版）", 1, ROLE_NOTICE, 0}, {"（上接4版）", 2, ROLE_NOTICE, 0},
               {"后半。", 2, ROLE_PARAGRAPH, 0}, {"丙题", 3, ROLE_HEADLINE, 0});
    m.page->facts.number = STR("4");
    m.stories.at[0].truncated_end = m.stories.at[1].truncated_start = true;
    m.stories.at[0].date = m.stories.at[1].date = (struct story_date){
        .value = {2022, 12, 21}, .precision = PRECISION_DAY, .basis = BASIS_PATH};
    made_end(&m);
}

static void halves_lead_to_each_other(void **state)
{
    (void)state;
    two_halves();
    m.added->entries[0].continues = &m.added->entries[1];
    m.added->entries[1].continued_from = &m.added->entries[0];
    assert_str(text_at(&m.keep, story(0), "continues_text"), "下接第 4 版的后半篇");
    assert_str(text_at(&m.keep, story(0), "continues/href"), "stories/a-000002.html");
    assert_str(text_at(&m.keep, story(1), "continued_from_text"), "上接第 4 版的前半篇");
    assert_str(text_at(&m.keep, story(1), "continued_from/headline"), "甲题");
    for (size_t i = 0; i < 2; i++) {
        assert_false(value_at(&m.keep, story(i), "cut_start").truth);
        assert_false(value_at(&m.keep, story(i), "cut_end").truth);
        assert_int_equal(value_at(&m.keep, story(i), "notes").kind, VALUE_NOTHING);
    }
    assert_int_equal(value_at(&m.keep, story(0), "continued_from").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, story(1), "continues").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, story(2), "continues").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, story(2), "continues_text").kind, VALUE_NOTHING);
}

static void a_half_without_the_other_is_cut(void **state)
{
    (void)state;
    two_halves();
    assert_true(value_at(&m.keep, story(0), "cut_end").truth);
    assert_true(value_at(&m.keep, story(1), "cut_start").truth);
    assert_int_equal(value_at(&m.keep, story(0), "continues").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, story(1), "continued_from_text").kind, VALUE_NOTHING);
    assert_str(said_at(&m.keep, item_at(&m.keep, story(0), "notes", 0), "said"),
               "文到“（下转4版）”为止，转去的部分不在本版面。");
}

static void a_doubtful_story_says_so_and_leads_to_its_page(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"别的", 0, ROLE_FURNITURE, 0}, {"题", 1, ROLE_HEADLINE, 0});
    m.stories.at[0].confidence = .59;
    made_end(&m);
    assert_int_equal(value_at(&m.keep, story(0), "notes").list->len, 2);
    struct value note = item_at(&m.keep, story(0), "notes", 1);
    assert_str(said_at(&m.keep, note, "said"), "本篇由版面文字自动拼合，可能有误，请对照原版面。");
    struct value link = item_at(&m.keep, note, "said", 1);
    assert_str(text_at(&m.keep, link, "text"), "原版面");
    assert_str(text_at(&m.keep, link, "href"), "pages/a.html#p2");
    assert_true(value_at(&m.keep, link, "on_page").truth);
}

static void a_story_that_is_sure_enough_says_nothing(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0});
    m.stories.at[0].confidence = .6;
    m.stories.at[0].date = (struct story_date){
        .value = {2022, 12, 21}, .precision = PRECISION_DAY, .basis = BASIS_PATH};
    made_end(&m);
    assert_int_equal(value_at(&m.keep, story(0), "notes").kind, VALUE_NOTHING);
}

static void a_date_may_follow_from_words_of_another_story(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0},
               {"另题", 2, ROLE_HEADLINE, 0},
               {"　　5月20日开班，2022年的事。", 2, ROLE_PARAGRAPH, 0});
    struct story_date *date = &m.stories.at[0].date;
    *date = (struct story_date){
        .value = {2022, 5, 0}, .precision = PRECISION_MONTH, .basis = BASIS_PAGE};
    vec_push(&m.keep, &date->evidence, made_evidence(&m, "5月20日"));
    vec_push(&m.keep, &date->evidence, made_evidence(&m, "2022年"));
    made_end(&m);
    struct value note = item_at(&m.keep, story(0), "notes", 0);
    assert_str(said_at(&m.keep, note, "said"),
               "版面未注日期，2022年5月 据同版他文“5月20日”“2022年”推定，只推到月。");
    struct value finding = item_at(&m.keep, story(0), "evidence", 0);
    struct value quote = item_at(&m.keep, finding, "quotes", 1);
    assert_int_equal(value_at(&m.keep, quote, "before").kind, VALUE_NOTHING);
    assert_str(text_at(&m.keep, quote, "hit"), "2022年");
    assert_str(text_at(&m.keep, quote, "after"), "的事");
    assert_str(text_at(&m.keep, quote, "href"), "pages/a.html#L4");
}

static void a_stated_date_needs_no_note(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0});
    m.stories.at[0].date = (struct story_date){
        .value = {2022, 12, 21}, .precision = PRECISION_DAY, .basis = BASIS_PATH};
    made_end(&m);
    assert_int_equal(value_at(&m.keep, story(0), "notes").kind, VALUE_NOTHING);
    assert_false(value_at(&m.keep, story(0), "date/supplied").truth);
}

static void an_unknown_date_is_said_to_be_unknown(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0});
    made_end(&m);
    struct value note = item_at(&m.keep, story(0), "notes", 0);
    assert_str(said_at(&m.keep, note, "said"), "版面未注日期，文中也无从推定。");
    assert_str(text_at(&m.keep, story(0), "date/text"), "日期不详");
}

static void add_county(struct story *to, const char *code, const char *words)
{
    struct story_county county = {.county = gazetteer_county(m.reference.gazetteer, str_of(code))};
    if (words)
        vec_push(&m.keep, &county.evidence, made_evidence(&m, words));
    vec_push(&m.keep, &to->counties, county);
}

static void places_are_grouped_by_prefecture(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"临县、石楼县、河津市。", 1, ROLE_PARAGRAPH, 0});
    add_county(&m.stories.at[0], "141124", "临县");
    add_county(&m.stories.at[0], "140882", "河津市");
    add_county(&m.stories.at[0], "141126", "石楼县");
    made_end(&m);
    assert_str(said_at(&m.keep, story(0), "places"),
               "临县、石楼县，吕梁市，山西省；河津市，运城市，山西省");
    assert_str(text_at(&m.keep, item_at(&m.keep, story(0), "crumbs", 1), "href"),
               "counties/140000.html");
    assert_str(text_at(&m.keep, item_at(&m.keep, story(0), "crumbs", 3), "text"), "临县");
}

static void topics_are_told_as_iptc_media_topics(void **state)
{
    (void)state;
    const struct topic coded = {
        .id = STR("agriculture"), .label = STR("农业"), .iptc = STR("20000210")};
    const struct topic own = {.id = STR("relocation"), .label = STR("易地搬迁")};
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"稻谷熟了。", 1, ROLE_PARAGRAPH, 0});
    struct story *to = &m.stories.at[0];
    vec_push(&m.keep, &to->topics, (struct story_topic){.topic = &coded});
    vec_push(&m.keep, &to->topics, (struct story_topic){.topic = &own});
    made_end(&m);
    assert_int_equal(len_at(&m.keep, story(0), "subjects"), 1);
    assert_str(item_at(&m.keep, story(0), "subjects", 0).text,
               "http://cv.iptc.org/newscodes/mediatopic/20000210");
}

static void evidence_is_quoted_with_its_line(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"", -1, 0, 0},
               {"今年，66岁的李润英是临县大禹乡人，现居", 1, ROLE_PARAGRAPH, 0});
    add_county(&m.stories.at[0], "141124", "临县");
    add_county(&m.stories.at[0], "141126", NULL);
    made_end(&m);
    struct value finding = item_at(&m.keep, story(0), "evidence", 0);
    assert_str(said_at(&m.keep, finding, "said"), "临县：文中写明。");
    struct value quote = item_at(&m.keep, finding, "quotes", 0);
    assert_str(text_at(&m.keep, quote, "before"), "66岁的李润英是");
    assert_str(text_at(&m.keep, quote, "hit"), "临县");
    assert_str(text_at(&m.keep, quote, "after"), "大禹乡人");
    assert_str(text_at(&m.keep, quote, "href"), "pages/a.html#L3");
    struct value home = item_at(&m.keep, story(0), "evidence", 1);
    assert_str(said_at(&m.keep, home, "said"), "石楼县：据版面所属地方。");
    assert_int_equal(value_at(&m.keep, home, "quotes").list->len, 0);
}

static void a_county_is_told_by_what_the_story_calls_it(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"", -1, 0, 0},
               {"宜城县的渠修好了，全县的田都浇上了水；岚县的也修好了", 1, ROLE_PARAGRAPH, 0});
    add_county(&m.stories.at[0], "420684", "宜城县");
    add_county(&m.stories.at[0], "141127", "岚县");
    add_county(&m.stories.at[0], "141124", "全县");
    made_end(&m);
    static const char *said[] = {"宜城市（原文作“宜城县”）：文中写明。", "岚县：文中写明。",
                                 "临县：文中写明。"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        assert_str(said_at(&m.keep, item_at(&m.keep, story(0), "evidence", i), "said"), said[i]);
}

static void a_story_in_pieces_says_where_they_are(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"甲的正文。", 1, ROLE_PARAGRAPH, 1}, {"乙的正文。", 2, ROLE_PARAGRAPH, 1},
               {"甲题", 1, ROLE_HEADLINE, 0}, {"乙题", 2, ROLE_HEADLINE, 0});
    made_end(&m);
    assert_str(text_at(&m.keep, story(1), "pieces_text"), "在版面上散为 2 处，按读的次序：");
    struct value piece = item_at(&m.keep, story(1), "pieces", 0);
    assert_str(text_at(&m.keep, piece, "roles"), "标题");
    assert_str(text_at(&m.keep, piece, "where"), "第 4 行");
    assert_str(text_at(&m.keep, piece, "href"), "pages/a.html#p4");
    struct value bar = item_at(&m.keep, story(1), "strip", 0);
    assert_str(text_at(&m.keep, bar, "x"), "257.1");
    assert_str(text_at(&m.keep, bar, "width"), "41.8");
    assert_str(text_at(&m.keep, value_at(&m.keep, story(1), "previous"), "headline"), "甲题");
    assert_int_equal(value_at(&m.keep, story(1), "next").kind, VALUE_NOTHING);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_plain_story),
        TEST(names_are_grouped_by_role_and_lead_to_people),
        TEST(a_byline_that_nobody_understood_stays_in_the_text),
        TEST(a_report_opens_with_its_slug_once),
        TEST(a_caption_says_that_a_picture_is_missing),
        TEST(what_is_doubtful_is_noted),
        TEST(halves_lead_to_each_other),
        TEST(a_half_without_the_other_is_cut),
        TEST(a_doubtful_story_says_so_and_leads_to_its_page),
        TEST(a_story_that_is_sure_enough_says_nothing),
        TEST(a_date_may_follow_from_words_of_another_story),
        TEST(a_stated_date_needs_no_note),
        TEST(an_unknown_date_is_said_to_be_unknown),
        TEST(places_are_grouped_by_prefecture),
        TEST(topics_are_told_as_iptc_media_topics),
        TEST(evidence_is_quoted_with_its_line),
        TEST(a_county_is_told_by_what_the_story_calls_it),
        TEST(a_story_in_pieces_says_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
