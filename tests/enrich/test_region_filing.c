/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/county.h"
#include "enrich/region.h"
#include "enrich/story_of.h"
#include "enrich/with_gazetteer.h"

/* The codes of the first story's regions, parted by spaces. */
static struct str regions_of(struct scene scene)
{
    struct buf out = {0};
    stories_find_counties(&keep, &keep, scene.page, &scene.stories, gazetteer, NULL);
    const struct story_regions *regions = &scene.stories.at[0].regions;
    for (size_t i = 0; i < regions->len; i++)
        buf_fmt(&out, "%s%.*s", i > 0 ? " " : "", STR_FMT(region_code(&regions->at[i])));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static struct str regions_in(const char *publication, struct scene scene)
{
    scene.page->facts.publication = str_of(publication);
    return regions_of(scene);
}

/* 襄樊市 until 2010, 渡口市 until 1987; a ferry is none, nor is the river that 松花江地区 was
   called after, nor the village of 龙溪地区. */
static void former_names_of_prefectures(void **state)
{
    (void)state;
    static const struct {
        const char *headline, *codes;
    } cases[] = {
        {"襄樊市通了新车", "420600"}, {"襄樊通了新车", "420600"}, {"哲里木盟的草场", "150500"},
        {"渡口市通了新车", "510400"}, {"渡口通了新车", ""},       {"松花江地区通了新车", "230100"},
        {"松花江边通了新车", ""},     {"龙溪的老人", ""},         {"浑江的水", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, cases[i].headline},
                                    {ROLE_PARAGRAPH, "车流如织。"})),
                   cases[i].codes);
    assert_str(regions_in("昭乌达报", SCENE(&keep, {ROLE_PARAGRAPH, "全盟的羊羔过了春。"},
                                            {ROLE_PARAGRAPH, "盟委来了人。"})),
               "150400");
    assert_str(regions_in("合江日报", SCENE(&keep, {ROLE_HEADLINE, "全区秋收过半"},
                                            {ROLE_PARAGRAPH, "行署要求各县抓紧脱粒。"})),
               "230800");
}

static void what_a_city_s_own_paper_reports_is_about_all_of_it(void **state)
{
    (void)state;
    assert_str(regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH,
                                                    "本报讯（记者 王刚）市水务局说，水快通了。"})),
               "621100");
    assert_str(regions_in("定西日报",
                          SCENE(&keep, {ROLE_PARAGRAPH, "本报讯（记者 王刚）专家说，水快通了。"})),
               "");
    assert_str(regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH,
                                                    "本报讯（记者 王刚）昨天，市民排起了长队。"})),
               "621100");
    assert_str(
        regions_in("定西日报",
                   SCENE(&keep, {ROLE_PARAGRAPH,
                                 "本报讯（记者 王刚）昨天，纽约市民和他的市区排起了长队。"})),
        "");
    assert_str(regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH,
                                                    "本报讯（记者 王刚）雄安的市水务局来了人。"})),
               "");
    assert_str(regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH, "今天多云转雷阵雨。"},
                                            {ROLE_CREDIT, "（市气象台）"})),
               "621100");
    assert_str(
        regions_in("哈尔滨日报",
                   SCENE(&keep, {ROLE_PARAGRAPH, "本报讯（记者 王刚）市民都来看灯，黑龙江省文旅"
                                                 "厅的领导到场。"})),
        "230100");
    assert_str(regions_in("无锡日报",
                          SCENE(&keep, {ROLE_PARAGRAPH, "民盟召开座谈会，盟委号召全盟同志学习。"})),
               "");
    struct scene picture =
        SCENE(&keep, {ROLE_CAPTION, "市民在广场上跳舞。"}, {ROLE_CREDIT, "王刚 摄"});
    picture.stories.at[0].kind = KIND_PHOTO;
    assert_str(regions_in("无锡日报", picture), "320200");
    assert_str(regions_in("泉州晚报", SCENE(&keep, {ROLE_HEADLINE, "洛阳桥上读石头"},
                                            {ROLE_PARAGRAPH, "洛阳桥头的石头，读了半天。"})),
               "");
    assert_str(regions_in("泉州晚报", SCENE(&keep, {ROLE_HEADLINE, "洛阳桥梁厂开工"},
                                            {ROLE_PARAGRAPH, "洛阳的工人开了工。"})),
               "410300");
    assert_str(regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH, "市水务局说，水快通了。"})),
               "");
    assert_str(
        regions_in("定西日报", SCENE(&keep, {ROLE_PARAGRAPH,
                                             "本报讯（记者 王刚）市水务局说，临洮县快通水了。"})),
        "");
}

static void a_headline_or_first_paragraph_makes_it_about_a_prefecture(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "吕梁市干部培训班开班"},
                                {ROLE_PARAGRAPH, "培训为期三天。"})),
               "141100");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "在临沂市，车流如织。"},
                                {ROLE_PARAGRAPH, "他说好。"})),
               "371300");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "车流如织。"},
                                {ROLE_PARAGRAPH, "他去过临沂市。"})),
               "");
}

/* 温州, where somebody of 婺源 once worked, is not what the story is about. */
static void where_somebody_came_from_is_not_it(void **state)
{
    (void)state;
    assert_str(regions_in("婺源报", SCENE(&keep, {ROLE_PARAGRAPH, "四年前，他还在温州的鞋厂里。"},
                                          {ROLE_PARAGRAPH, "今年，他在大鄣山乡种香菇。"})),
               "");
    assert_str(regions_in("婺源报", SCENE(&keep, {ROLE_HEADLINE, "温州市的茶商多起来"},
                                          {ROLE_PARAGRAPH, "大鄣山乡的茶园绿了。"})),
               "330300");
}

/* 东莞 has no counties: what its paper's people report is about all of it. */
static void what_is_reported_where_there_are_no_counties(void **state)
{
    (void)state;
    assert_str(regions_in("东莞日报",
                          SCENE(&keep, {ROLE_PARAGRAPH, "本报讯（记者 叶嘉俊）麻涌镇龙舟下水。"})),
               "441900");
    assert_str(regions_in("东莞日报", SCENE(&keep, {ROLE_PARAGRAPH, "麻涌镇龙舟下水。"})), "");
    assert_str(
        regions_in("吕梁日报", SCENE(&keep, {ROLE_PARAGRAPH, "本报讯（记者 叶嘉俊）龙舟下水。"})),
        "");
}

/* 北京朝阳 is no 朝阳市, and a brewery or a broadcaster no city. */
static void what_only_bears_its_name_is_not_the_prefecture(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "北京朝阳试点垃圾分类"},
                                {ROLE_PARAGRAPH, "北京朝阳近日试点。"})),
               "110000");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "辽宁朝阳试点垃圾分类"},
                                {ROLE_PARAGRAPH, "辽宁朝阳近日试点。"})),
               "211300");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "青岛啤酒夏季促销"},
                                {ROLE_PARAGRAPH, "湖南卫视一档节目说到它。"})),
               "");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "青岛夏季促销"},
                                {ROLE_PARAGRAPH, "青岛各商场促销。"})),
               "370200");
}

static void where_they_met_is_not_what_it_is_about(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "全国粮食会议在北京召开"},
                                {ROLE_PARAGRAPH, "会议说到收购。"})),
               "");
    assert_str(regions_in("吕梁日报", SCENE(&keep, {ROLE_HEADLINE, "全市造林现场会在离石召开"},
                                            {ROLE_PARAGRAPH, "全市要造林四十万亩。"})),
               "141100");
    assert_str(regions_in("菏泽日报", SCENE(&keep, {ROLE_PARAGRAPH, "菏泽地区行署修路。"})),
               "371700");
}

/* Most prefectures were areas: 全地区, 行署, 地委. */
static void an_area_is_the_newspaper_s(void **state)
{
    (void)state;
    assert_str(regions_in("榆林日报", SCENE(&keep, {ROLE_HEADLINE, "地区行署召开造林大会"},
                                            {ROLE_PARAGRAPH, "各县要算两本账。"})),
               "610800");
    assert_str(regions_in("阿克苏日报", SCENE(&keep, {ROLE_HEADLINE, "全地区棉花丰收"},
                                              {ROLE_PARAGRAPH, "采棉机走到地头。"})),
               "652900");
    assert_str(regions_in("榆林日报", SCENE(&keep, {ROLE_HEADLINE, "安全地区划定"},
                                            {ROLE_PARAGRAPH, "各县要算两本账。"})),
               "");
}

static void a_county_of_it_makes_it_about_the_county(void **state)
{
    (void)state;
    assert_str(
        regions_of(SCENE(&keep, {ROLE_HEADLINE, "吕梁市岚县丰收"}, {ROLE_PARAGRAPH, "谷子熟了。"})),
        "");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "岚县代表团在太原市考察"},
                                {ROLE_PARAGRAPH, "岚县的干部说好。"})),
               "");
}

static void our_city_is_the_newspaper_s(void **state)
{
    (void)state;
    struct draft drafts[] = {{ROLE_PARAGRAPH, "近日，全市教育大会召开。"},
                             {ROLE_PARAGRAPH, "我市今年新建学校五所。"}};
    assert_str(regions_in("吕梁日报", scene_of(&keep, drafts, 2)), "141100");
    assert_str(regions_in("县报", scene_of(&keep, drafts, 2)), "");
    assert_str(regions_in("瑞安日报", scene_of(&keep, drafts, 2)), ""); /* it is the county's own */
    assert_str(regions_in("重庆日报", scene_of(&keep, drafts, 2)), "500000");
    assert_str(
        regions_in("吕梁日报", SCENE(&keep, {ROLE_PARAGRAPH, "全市场都在观望，自我市场化也难。"})),
        "");
    assert_str(regions_in("山西日报", SCENE(&keep, {ROLE_HEADLINE, "我省秋粮丰收"},
                                            {ROLE_PARAGRAPH, "全省秋粮收获过半。"})),
               "140000");
}

static void a_prefecture_of_its_own_is_spoken_of_twice(void **state)
{
    (void)state;
    assert_str(regions_in("大同日报", SCENE(&keep, {ROLE_PARAGRAPH, "雪落了一夜。"},
                                            {ROLE_PARAGRAPH, "大同的冬天长。"},
                                            {ROLE_PARAGRAPH, "大同人爱吃炖菜。"})),
               "140200");
    assert_str(regions_in("大同日报", SCENE(&keep, {ROLE_PARAGRAPH, "雪落了一夜。"},
                                            {ROLE_PARAGRAPH, "大同的冬天长。"})),
               "");
}

static void a_province_needs_a_heading(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "山西出台新规"}, {ROLE_PARAGRAPH, "好。"})),
               "140000");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "会议在北京召开。"})), "");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "新华社北京10月3日电 会议召开。"})), "");
}

static void a_dateline_says_where_it_is(void **state)
{
    (void)state;
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "本报南昌10月3日讯 南昌的桥通车了。"});
    assert_str(regions_of(scene), "360100");
    const struct evidences *evidence = &scene.stories.at[0].regions.at[0].evidence;
    assert_int_equal(evidence->len, 2);
    assert_true(evidence->at[0].dateline);
    assert_false(evidence->at[1].dateline);
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "新华社西宁7月9日电 火车开到湖边。"})), "");
}

/* A report sent from a prefecture, of a county of it. */
static void a_dateline_outweighs_no_county(void **state)
{
    (void)state;
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "本报阿里12月3日电 天还黑着。"},
                               {ROLE_PARAGRAPH, "札达县楚鲁松杰乡四周全是雪山。"});
    assert_str(regions_of(scene), "");
    assert_int_equal(scene.stories.at[0].counties.len, 1);
}

static void what_is_made_there_is_no_region(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "南昌拌粉出了名。"})), "360100");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "兰州拉面出了名。"})), "");
}

static void words_and_firms_are_no_prefectures(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "他穿一身中山装，走在中山路上。"})), "");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "做朝阳产业，走安康大道。"})), "");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, "太原公司的人来了。"})), "");
}

static void a_page_that_is_near_may_use_a_short_name(void **state)
{
    (void)state;
    struct draft drafts[] = {{ROLE_HEADLINE, "大同农信社服务乡村"},
                             {ROLE_PARAGRAPH, "贷款到户。"},
                             {0, NULL},
                             {ROLE_PARAGRAPH, "天镇县的杏熟了。"}};
    assert_str(regions_of(scene_of(&keep, drafts, 2)), "");
    assert_str(regions_of(scene_of(&keep, drafts, 4)), "140200");
}

static void what_is_said_of_another_in_passing_makes_it_about_none(void **state)
{
    (void)state;
    struct draft drafts[] = {{ROLE_HEADLINE, "吕梁市培训护工十万人"},
                             {ROLE_PARAGRAPH, "全市的护工在太原市上岗。"}};
    assert_str(regions_in("吕梁日报", scene_of(&keep, drafts, 2)), "141100");
    drafts[0].text = "吕梁市太原市携手培训护工";
    assert_str(regions_in("吕梁日报", scene_of(&keep, drafts, 2)), "141100 140100");
}

/* 伊通县's 马鞍山镇 is not 马鞍山市, nor 剑阁县's 开封镇 开封市. */
static void a_township_called_as_a_prefecture_is_no_prefecture(void **state)
{
    (void)state;
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "马鞍山的学堂"},
                                {ROLE_PARAGRAPH, "伊通满族自治县有个马鞍山镇，学堂里有钟。"})),
               "");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "马鞍山的学堂"},
                                {ROLE_PARAGRAPH, "马鞍山的学堂里有钟。"})),
               "340500");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "别喊空了“朝阳产业”"},
                                {ROLE_PARAGRAPH, "种花是朝阳产业。"})),
               "");
    assert_str(regions_of(SCENE(&keep, {ROLE_HEADLINE, "开封法庭断案"},
                                {ROLE_PARAGRAPH, "剑阁县法院开封法庭的法官来断案。"})),
               "");
}

/* Who comes to help is not who is told of. */
static void experts_who_come_are_from_elsewhere(void **state)
{
    (void)state;
    struct draft drafts[] = {{ROLE_HEADLINE, "宁波专家来山里"},
                             {ROLE_PARAGRAPH, "宁波市医疗专家来到山里坐诊。"}};
    assert_str(regions_in("吕梁日报", scene_of(&keep, drafts, 2)), "");
    assert_str(regions_in("宁波日报", scene_of(&keep, drafts, 2)), "330200");
    drafts[0].text = "宁波专家说茶";
    drafts[1].text = "宁波市的专家说茶。";
    assert_str(regions_in("吕梁日报", scene_of(&keep, drafts, 2)), "330200");
}

static void what_a_body_announces_is_of_its_place(void **state)
{
    (void)state;
    static const char text[] = "今天夜间：晴，偏南风三级，最低气温十二度。";
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "鞍山市气象台"})),
               "210300");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "鞍山市教育局"})),
               "210300"); /* whatever it says */
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "鞍山市教育局 王刚"})),
               "");
    struct draft advice[] = {{ROLE_PARAGRAPH, "春夏要多喝水。"}, {ROLE_CREDIT, "武汉市第一医院"}};
    assert_str(regions_in("岚县报", scene_of(&keep, advice, 2)), "");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "辽宁省气象台"})), "");
    assert_str(
        regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "鞍山市气象台今晨六时发布"})),
        "210300");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_CREDIT, "鞍山市气象局 王刚"})),
               "");
    assert_str(regions_of(SCENE(&keep, {ROLE_PARAGRAPH, text}, {ROLE_BYLINE, "鞍山市气象局 王刚"})),
               "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(former_names_of_prefectures),
        cmocka_unit_test(what_a_body_announces_is_of_its_place),
        cmocka_unit_test(a_township_called_as_a_prefecture_is_no_prefecture),
        cmocka_unit_test(experts_who_come_are_from_elsewhere),
        cmocka_unit_test(what_a_city_s_own_paper_reports_is_about_all_of_it),
        cmocka_unit_test(a_headline_or_first_paragraph_makes_it_about_a_prefecture),
        cmocka_unit_test(an_area_is_the_newspaper_s),
        cmocka_unit_test(a_county_of_it_makes_it_about_the_county),
        cmocka_unit_test(what_only_bears_its_name_is_not_the_prefecture),
        cmocka_unit_test(where_somebody_came_from_is_not_it),
        cmocka_unit_test(what_is_reported_where_there_are_no_counties),
        cmocka_unit_test(where_they_met_is_not_what_it_is_about),
        cmocka_unit_test(our_city_is_the_newspaper_s),
        cmocka_unit_test(a_prefecture_of_its_own_is_spoken_of_twice),
        cmocka_unit_test(a_province_needs_a_heading),
        cmocka_unit_test(a_dateline_says_where_it_is),
        cmocka_unit_test(a_dateline_outweighs_no_county),
        cmocka_unit_test(what_is_made_there_is_no_region),
        cmocka_unit_test(words_and_firms_are_no_prefectures),
        cmocka_unit_test(a_page_that_is_near_may_use_a_short_name),
        cmocka_unit_test(what_is_said_of_another_in_passing_makes_it_about_none),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
