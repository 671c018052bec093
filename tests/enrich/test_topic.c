/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/story_of.h"
#include "enrich/topic.h"

static struct arena keep;
static const struct topics *topics;

static int setup(void **state)
{
    (void)state;
    topics = topics_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static struct story *tagged(struct scene scene)
{
    struct story *story = &scene.stories.at[0];
    story_find_topics(&keep, &keep, story, topics, NULL);
    return story;
}

static bool has_topic(const struct story *story, const char *id)
{
    for (size_t i = 0; i < story->topics.len; i++) {
        if (str_eq(story->topics.at[i].topic->id, str_of(id)))
            return true;
    }
    return false;
}

static bool is_evidence(const struct story_topic *topic, const char *word)
{
    for (size_t i = 0; i < topic->evidence.len; i++)
        if (str_eq(topic->evidence.at[i].text, str_of(word)))
            return true;
    return false;
}

/* Reports as they stand in county papers, one for each topic. */
static const struct {
    const char *main_topic, *headline, *text;
} reports[] = {
    {"agriculture", "晚稻喜获丰收",
     "连日来，各乡镇晚稻陆续成熟，收割机在田间来回穿梭。今年全县水稻种植面积达三十万亩，亩产比去年"
     "增加四十斤。"},
    {"rural-revitalization", "小山村换新颜",
     "走进村庄，人居环境焕然一新。驻村第一书记说，村里评上了省级示范村，村容村貌变了，乡村振兴的路"
     "子更宽了。"},
    {"poverty-relief", "一户一策稳增收",
     "该镇对监测户逐户制定帮扶措施，帮扶责任人每月入户，防止返贫。目前脱贫人口人均收入稳步增长。"},
    {"relocation", "下山进城开启新生活",
     "安置点内高楼林立，搬迁群众陆续领到钥匙。从深山到县城，三百户移民乔迁新居，实现了搬得出、稳得"
     "住。"},
    {"elderly-care", "食堂虽小暖人心",
     "中午，村里的长者食堂热闹起来，七旬老人们围坐一堂。日间照料中心还为失能老人送餐上门，让晚年更"
     "有滋味。"},
    {"employment", "专场招聘会送岗进村",
     "本次招聘会共有五十家单位提供就业岗位两千个，求职者络绎不绝，八百人达成务工意向。"},
    {"party-building", "县委举办读书班",
     "党员干部围绕党的二十大精神开展交流研讨，要求把主题教育同调查研究结合起来，推动全面从严治党向"
     "纵深发展。"},
    {"land", "向闲置土地要效益",
     "自然资源局对全县建设用地开展清查，坚决制止耕地非粮化，复垦荒地二百亩，守牢耕地红线。"},
    {"commerce", "年货大集人气旺",
     "购物节期间，各大商场推出促销活动，发放消费券五百万元，零售额同比增长两成，消费者满载而归。"},
    {"industry", "年产万吨项目竣工投产",
     "在经开区，企业新厂房拔地而起，智能制造生产线正式投产，预计年产值十亿元，带动产业链上下游发展"
     "。"},
    {"culture", "非遗进校园 戏曲唱新声",
     "剪纸传承人现场展示技艺，秧歌队伍精彩演出，文化馆还举办了书法作品展，吸引众多读者驻足。"},
    {"tourism", "古镇迎来客流高峰",
     "假期首日，景区接待游客三万人次，民宿一房难求，自驾游旅客纷纷前来打卡，农家乐生意红火。"},
    {"environment", "蓝天碧水常相伴",
     "今年以来，我县深入打好污染防治攻坚战，严控扬尘，推进污水处理厂扩建，空气质量优良天数大幅提高"
     "。"},
    {"forestry", "荒山披绿装",
     "林草局组织护林员巡山护林，春季植树造林两万亩，退耕还林成果得到巩固，林下经济初见成效。"},
    {"water", "清渠引来幸福水",
     "灌区改造工程启动，水利局清淤渠道二十公里，新建泵站三座，水库蓄水量充足，农村饮水安全得到保障"
     "。"},
    {"health", "家门口看专家",
     "县医院组织医护人员到乡镇卫生院开展义诊，为群众测血压、做健康体检，讲解高血压等慢性病的治疗知"
     "识。"},
    {"education", "新学期 新校舍",
     "开学第一天，小学生们走进宽敞的课堂，校长说，今年新招聘教师二十名，课后服务更加丰富，义务教育"
     "优质均衡。"},
    {"finance", "信贷活水润小微",
     "农商行推出普惠金融产品，为个体户发放贷款三千万元，利率下调，授信额度提高，缓解融资难题。"},
    {"grassroots-governance", "网格员成了贴心人",
     "社区网格员每天走访居民，收集诉求，调解邻里纠纷。小区业主成立议事会，大事小事商量着办，基层治"
     "理更有温度。"},
    {"transport", "致富大道通到家门口",
     "县道改造工程全线通车，公交车开进山里，交通运输局新建农村公路一百公里，车辆通行时间缩短一半"
     "。"},
    {"technology", "科技特派员进企业",
     "高新技术企业与高校共建实验室，围绕人工智能和大数据开展技术攻关，今年申请专利二十项。"},
    {"law", "法官送法上门",
     "县法院巡回审判进村，法官当庭调解一起案件。司法所开展普法活动，律师现场提供法律援助，民警讲解"
     "反诈知识。"},
    {"sports", "乡村篮球赛火热开打",
     "全民健身运动会开幕，十二支球队参加篮球比赛，运动员在赛场上奋力拼搏，最终东山队夺冠。"},
    {"public-welfare", "爱心企业捐资助困",
     "志愿者来到福利院看望孤儿，爱心人士捐赠棉衣二百件，红十字会还慰问了残疾人家庭，送去温暖。"},
    {"weather", "本周有降雪",
     "据县气象台预报，受冷空气影响，周三夜间阴转小雪，气温下降八度，最低气温零下十二度，伴有大风"
     "。"},
    {"emergency", "筑牢汛期防线",
     "应急管理局组织防汛演练，消防救援队携带冲锋舟转移群众，排查山洪和地质灾害隐患点五十处。"},
};

static void test_each_topic_is_known_by_its_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        struct story *story = tagged(
            SCENE(&keep, {ROLE_HEADLINE, reports[i].headline}, {ROLE_PARAGRAPH, reports[i].text}));
        assert_true(story->topics.len > 0);
        assert_string_equal(str_c(&keep, story->topics.at[0].topic->id), reports[i].main_topic);
    }
}

static void test_what_shows_nothing_has_no_topic(void **state)
{
    (void)state;
    assert_int_equal(tagged(SCENE(&keep, {ROLE_PARAGRAPH, "他笑了笑，没有说话。"}))->topics.len, 0);
    assert_int_equal(tagged(SCENE(&keep, {ROLE_PARAGRAPH, ""}))->topics.len, 0);
    assert_int_equal(
        tagged(SCENE(&keep, {ROLE_PARAGRAPH, "他笑了笑。"}, {ROLE_BYLINE, "医院 卫生院 义诊"}))
            ->topics.len,
        0);
    assert_true(
        has_topic(tagged(SCENE(&keep, {ROLE_PARAGRAPH, "他笑了笑。医院 卫生院 义诊"})), "health"));
}

static void test_words_inside_another_phrase_do_not_count(void **state)
{
    (void)state;
    struct story *story = tagged(SCENE(&keep, {ROLE_HEADLINE, "农业银行新网点开业"},
                                       {ROLE_PARAGRAPH, "农业银行的网点办理存款、贷款。"}));
    assert_true(has_topic(story, "finance"));
    assert_false(has_topic(story, "agriculture"));
}

/* Characters of two words that look like a third: 重|大风|险. */
static void test_words_across_words_do_not_count(void **state)
{
    (void)state;
    struct story *story = tagged(SCENE(&keep, {ROLE_HEADLINE, "防范重大风险"},
                                       {ROLE_PARAGRAPH, "搭建平台风险小，在活动中学习，提水平。"}));
    assert_false(has_topic(story, "weather"));
    assert_false(has_topic(story, "education"));
    assert_false(has_topic(story, "water"));
    story = tagged(SCENE(&keep, {ROLE_HEADLINE, "厂里举办学习会"},
                         {ROLE_PARAGRAPH, "人们深入学习，调整党建工作的班子。"}));
    assert_false(has_topic(story, "education")); /* 办学, 入学 */
    story = tagged(SCENE(&keep, {ROLE_HEADLINE, "码头上的灯亮了"},
                         {ROLE_PARAGRAPH, "人们在码头上等着轮渡，轮渡来了。"}));
    assert_true(has_topic(story, "transport"));
    story = tagged(SCENE(&keep, {ROLE_HEADLINE, "老人体检送到家门口"},
                         {ROLE_PARAGRAPH, "医生为三十名老人体检，量血压。"}));
    assert_true(has_topic(story, "health")); /* and not 人体 */
}

/* What papers of all decades wrote about, in the words of their time, in a paragraph. */
static void test_campaigns_of_older_papers_are_known(void **state)
{
    static const struct {
        const char *topic, *text;
    } cases[] = {
        {"agriculture", "全队社员学大寨，冬天垒堰造梯田，开春家家送粪下地。"},
        {"health", "乡长亲自抓计划生育，人口自然增长率控制在千分之八。"},
        {"land", "土改工作队进村，农会给贫雇农分了田。"},
        {"industry", "社办企业就地取材，五小工业产值翻了一番。"},
        {"land", "三个楼盘的商品房取得了预售许可。"},
        {"poverty-relief", "两县签订帮扶协议，三年内安排资金一千万元。"},
        {"environment", "沿岸村庄铺设截污管，关停饭馆四十家。"},
        {"transport", "清雪车天不亮就出动，主干道很快恢复通行。"},
        {"grassroots-governance", "创建文明城市进入第二年，背街小巷铺了砖。"},
        {"sports", "桥牌赛昨晚结束，教育局队夺得第一，学校代表队第二。"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct story *story = tagged(SCENE(&keep, {ROLE_PARAGRAPH, cases[i].text}));
        assert_true(story->topics.len > 0);
        assert_str(story->topics.at[0].topic->id, cases[i].topic);
    }
    const struct story *cards = tagged(SCENE(&keep, {ROLE_PARAGRAPH, cases[9].text}));
    assert_false(has_topic(cards, "education"));
}

/* Characters of two words, or of another sense, that look like words of older papers. */
static void test_what_only_looks_like_them_does_not_count(void **state)
{
    static const struct {
        const char *topic, *text;
    } cases[] = {
        {"agriculture", "书记进入社区走访，请大家投入社会实践。"},
        {"technology", "全力打造出新样板，创造出新经验。"},
        {"law", "干部突破案头工作，办起书法网上展。"},
        {"health", "参加科技大学生育种试验，老人因医治无效去世。"},
        {"culture", "他心里想着母亲的味道，那时候依旧沉默。"},
        {"industry", "邻居占了巷道，两家坐下来谈。"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_false(
            has_topic(tagged(SCENE(&keep, {ROLE_PARAGRAPH, cases[i].text})), cases[i].topic));
}

/* An essay is of culture by what the essayist says of himself, and not by what he quotes; nor is
   what a reporter says. */
static void test_essays_are_of_culture(void **state)
{
    (void)state;
    const char *text = "母亲看着我。我记得父亲说过，我家远，我走得慢。";
    const char *quoted = "“母亲看着我。我记得父亲说过，我家远。”";
    assert_true(has_topic(tagged(SCENE(&keep, {ROLE_HEADLINE, "两只缸"}, {ROLE_BYLINE, "王刚"},
                                       {ROLE_PARAGRAPH, text})),
                          "culture"));
    assert_false(has_topic(tagged(SCENE(&keep, {ROLE_HEADLINE, "两只缸"},
                                        {ROLE_BYLINE, "本报记者 王刚"}, {ROLE_PARAGRAPH, text})),
                           "culture"));
    assert_false(has_topic(tagged(SCENE(&keep, {ROLE_HEADLINE, "两只缸"}, {ROLE_BYLINE, "王刚"},
                                        {ROLE_PARAGRAPH, quoted})),
                           "culture"));
}

/* … and by who signs it, with one word more, or as a poem; not as an official does, nor beside a
   topic that has more words. */
static void test_an_essay_is_known_by_who_signs(void **state)
{
    (void)state;
    const char *cloud = "云从山那边过来，像一群老人说的羊。",
               *spectacles = "挑选眼镜要看镜片，也要看镜架。";
    struct story *essay = tagged(
        SCENE(&keep, {ROLE_HEADLINE, "看云"}, {ROLE_BYLINE, "□ 王刚"}, {ROLE_PARAGRAPH, cloud}));
    assert_int_equal(essay->topics.len, 1);
    assert_true(has_topic(essay, "culture"));
    assert_string_equal(str_c(&keep, essay->topics.at[0].evidence.at[1].text), "□ 王刚");
    struct story *poem = tagged(SCENE(
        &keep, {ROLE_HEADLINE, "看云"}, {ROLE_BYLINE, "王刚"}, {ROLE_PARAGRAPH, "云从山那边过来"},
        {ROLE_PARAGRAPH, "停了一停"}, {ROLE_PARAGRAPH, "又往山这边"}, {ROLE_PARAGRAPH, "去了"}));
    assert_true(has_topic(poem, "culture"));
    assert_int_equal(tagged(SCENE(&keep, {ROLE_HEADLINE, "看云"}, {ROLE_BYLINE, "县长 王刚"},
                                  {ROLE_PARAGRAPH, cloud}))
                         ->topics.len,
                     0);
    assert_int_equal(tagged(SCENE(&keep, {ROLE_HEADLINE, "怎样挑选眼镜"}, {ROLE_BYLINE, "王刚"},
                                  {ROLE_PARAGRAPH, spectacles}))
                         ->topics.len,
                     0);
    struct story *doctor =
        tagged(SCENE(&keep, {ROLE_HEADLINE, "冬季谨防流感"}, {ROLE_BYLINE, "王刚"},
                     {ROLE_PARAGRAPH, "流感多发，体温升高要及时就医。"}));
    assert_false(has_topic(doctor, "culture"));
}

static void test_the_headline_counts_more(void **state)
{
    (void)state;
    struct story *story =
        tagged(SCENE(&keep, {ROLE_HEADLINE, "公路通车"}, {ROLE_PARAGRAPH, "昨日举行仪式。"},
                     {ROLE_PARAGRAPH, "沿线有民宿。"}));
    assert_string_equal(str_c(&keep, story->topics.at[0].topic->id), "transport");
    story = tagged(SCENE(&keep, {ROLE_HEADLINE, "民宿开张"}, {ROLE_PARAGRAPH, "昨日举行仪式。"},
                         {ROLE_PARAGRAPH, "公路已经通车。"}));
    assert_string_equal(str_c(&keep, story->topics.at[0].topic->id), "tourism");
}

/* … but not what it quotes: 机器的“医生”. */
static void test_a_quoted_word_of_the_headline_counts_as_one_of_the_text(void **state)
{
    (void)state;
    static const char *const headlines[] = {"山里来了“机器医生”", "山里来了医生", "山里来了“医生”"};
    double scores[3];
    for (size_t i = 0; i < 3; i++) {
        struct story *story = tagged(
            SCENE(&keep, {ROLE_HEADLINE, headlines[i]}, {ROLE_PARAGRAPH, "诊所忙，卫生院也忙。"}));
        assert_string_equal(str_c(&keep, story->topics.at[0].topic->id), "health");
        scores[i] = story->topics.at[0].score;
    }
    assert_true(scores[0] < scores[1] && scores[1] == scores[2]);
}

static void test_evidence_says_where_it_stands(void **state)
{
    (void)state;
    struct scene scene =
        SCENE(&keep, {ROLE_HEADLINE, "看戏"}, {ROLE_PARAGRAPH, "村里请来剧团，大家看戏曲。"});
    const struct story *story = tagged(scene);
    const struct evidences *evidence = &story->topics.at[0].evidence;
    assert_int_equal(evidence->len, 3); /* 剧团, 看戏, 戏曲 */
    for (size_t i = 0; i < evidence->len; i++)
        assert_true(str_eq(page_slice(scene.page, evidence->at[i].span), evidence->at[i].text));
}

/* Words that are no topic's own make up for what its own lack, and then they are evidence. */
static void test_what_other_words_hint(void **state)
{
    (void)state;
    struct diags diags = {.keep = &keep};
    static const char *const files[] = {
        "- {id: education, label: 教育, weak: [课桌]}\n",
        "- {id: education, label: 教育, hints: yes, weak: [课桌]}\n"};
    const char *text = "老师和孩子把课桌搬进来，家长在门口看。";
    for (int hints = 0; hints < 2; hints++) {
        struct scene scene = SCENE(&keep, {ROLE_HEADLINE, "新课桌"}, {ROLE_PARAGRAPH, text});
        struct story *story = &scene.stories.at[0];
        story_find_topics(&keep, &keep, story,
                          topics_read(&keep, STR("topics.yaml"), str_of(files[hints]), &diags),
                          NULL);
        assert_int_equal(story->topics.len, hints);
        if (!hints)
            continue;
        const struct evidences *evidence = &story->topics.at[0].evidence;
        assert_true(is_evidence(&story->topics.at[0], "孩子"));
        for (size_t i = 0; i < evidence->len; i++)
            assert_true(str_eq(page_slice(scene.page, evidence->at[i].span), evidence->at[i].text));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_topic_is_known_by_its_words),
        cmocka_unit_test(test_what_shows_nothing_has_no_topic),
        cmocka_unit_test(test_words_inside_another_phrase_do_not_count),
        cmocka_unit_test(test_words_across_words_do_not_count),
        cmocka_unit_test(test_campaigns_of_older_papers_are_known),
        cmocka_unit_test(test_what_only_looks_like_them_does_not_count),
        cmocka_unit_test(test_essays_are_of_culture),
        cmocka_unit_test(test_an_essay_is_known_by_who_signs),
        cmocka_unit_test(test_the_headline_counts_more),
        cmocka_unit_test(test_a_quoted_word_of_the_headline_counts_as_one_of_the_text),
        cmocka_unit_test(test_evidence_says_where_it_stands),
        cmocka_unit_test(test_what_other_words_hint),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
