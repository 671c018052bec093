/* SPDX-License-Identifier: MIT */
#include "lines_that.h"
#include "reading.h"

#define TEXT "县水务局组织技术人员对水库逐一进行检查，发现问题当场登记。"

/* A block as it should come out. */
struct cast {
    enum role role;
    const char *text;
};

static void assert_cast(const char *text, const struct cast *cast, size_t len)
{
    struct reading reading;
    struct blocks *blocks = read_roles(&reading, text);
    assert_int_equal(blocks->len, len);
    for (size_t i = 0; i < len; i++) {
        assert_str(blocks->at[i].text, cast[i].text);
        assert_string_equal(role_name(blocks->at[i].role), role_name(cast[i].role));
    }
    reading_clear(&reading);
}

#define ASSERT_CAST(text, ...)                              \
    assert_cast((text), (const struct cast[]){__VA_ARGS__}, \
                sizeof((const struct cast[]){__VA_ARGS__}) / sizeof(struct cast))

static void test_a_story_from_headline_to_body(void **state)
{
    (void)state;
    ASSERT_CAST("排查隐患 守护平安\n\n——东河县水库巡查见闻\n\n□ 本报记者 周远山\n\n" TEXT "\n",
                {ROLE_HEADLINE, "排查隐患 守护平安"}, {ROLE_SUBTITLE, "——东河县水库巡查见闻"},
                {ROLE_BYLINE, "□ 本报记者 周远山"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_a_headline_of_three_clauses(void **state)
{
    (void)state;
    ASSERT_CAST("种下树，引来水，荒山变果园\n\n本报记者 周远山\n\n" TEXT "\n",
                {ROLE_HEADLINE, "种下树，引来水，荒山变果园"}, {ROLE_BYLINE, "本报记者 周远山"},
                {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST("种下树，引来水，荒山变果园\n\n" TEXT "\n",
                {ROLE_PARAGRAPH, "种下树，引来水，荒山变果园"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_a_day_in_brackets_below_who_spoke(void **state)
{
    (void)state;
    ASSERT_CAST(
        "在全区防汛工作会议上的讲话\n\n东河区委副书记、区长 周 远 山\n\n（2006年11月8日）\n\n" TEXT
        "\n",
        {ROLE_HEADLINE, "在全区防汛工作会议上的讲话"},
        {ROLE_BYLINE, "东河区委副书记、区长 周 远 山"}, {ROLE_SUBTITLE, "（2006年11月8日）"},
        {ROLE_PARAGRAPH, TEXT});
}

static void test_a_byline_of_two_lines(void **state)
{
    (void)state;
    ASSERT_CAST("东河县排查水库隐患\n\n□ 本报记者 周远山\n通讯员 李青\n\n" TEXT "\n",
                {ROLE_HEADLINE, "东河县排查水库隐患"},
                {ROLE_BYLINE, "□ 本报记者 周远山 通讯员 李青"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_a_photographer_under_a_byline(void **state)
{
    (void)state;
    ASSERT_CAST("东河县排查水库隐患\n\n文/本报记者 周远山\n图/本报记者 李青\n\n" TEXT "\n",
                {ROLE_HEADLINE, "东河县排查水库隐患"},
                {ROLE_BYLINE, "文/本报记者 周远山 图/本报记者 李青"}, {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST("东河县排查水库隐患\n\n" TEXT "\n\n图/本报记者 李青\n\n" TEXT "\n",
                {ROLE_HEADLINE, "东河县排查水库隐患"}, {ROLE_CAPTION, TEXT},
                {ROLE_CREDIT, "图/本报记者 李青"}, {ROLE_PARAGRAPH, TEXT});
}

/* Under a headline it is a story's, elsewhere the page's. */
static void test_a_team(void **state)
{
    (void)state;
    ASSERT_CAST("东河县排查水库隐患\n\n策划：周远山 文字：李青\n\n" TEXT "\n",
                {ROLE_HEADLINE, "东河县排查水库隐患"}, {ROLE_BYLINE, "策划：周远山 文字：李青"},
                {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST("东河县排查水库隐患\n\n" TEXT "\n\n策划：周远山 文字：李青\n",
                {ROLE_HEADLINE, "东河县排查水库隐患"}, {ROLE_PARAGRAPH, TEXT},
                {ROLE_FURNITURE, "策划：周远山 文字：李青"});
}

static void test_names_after_a_text_are_a_credit(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n（周远山 李青）\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "（周远山 李青）"});
    ASSERT_CAST(TEXT "\n\n本报记者 周远山\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "本报记者 周远山"});
    ASSERT_CAST(TEXT "\n\n本报记者 周远山\n\n" TEXT "\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_BYLINE, "本报记者 周远山"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_who_signs_between_a_headline_and_its_text(void **state)
{
    (void)state;
    ASSERT_CAST("水库通水\n\n本报讯（记者 周远山）\n\n" TEXT "\n", {ROLE_HEADLINE, "水库通水"},
                {ROLE_DATELINE, "本报讯（记者 周远山）"}, {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST("水库通水\n\n（周远山）\n\n" TEXT "\n", {ROLE_HEADLINE, "水库通水"},
                {ROLE_BYLINE, "（周远山）"}, {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST(TEXT "\n\n（周远山）\n\n" TEXT "\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "（周远山）"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_a_text_above_a_photo_credit_is_a_caption(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n李青 摄\n", {ROLE_CAPTION, TEXT}, {ROLE_CREDIT, "李青 摄"});
    ASSERT_CAST("“水来了。”他说。\n\n（李青 摄）\n", {ROLE_PARAGRAPH, "“水来了。”他说。"},
                {ROLE_CREDIT, "（李青 摄）"});
    ASSERT_CAST("“书香东河”小说分享会现场。\n\n李青 摄\n",
                {ROLE_CAPTION, "“书香东河”小说分享会现场。"}, {ROLE_CREDIT, "李青 摄"});
    ASSERT_CAST(TEXT "李 青 摄\n", {ROLE_CAPTION, TEXT "李 青 摄"});
    ASSERT_CAST(TEXT "“水来了。”周远山说。\n\n李青 摄影报道\n",
                {ROLE_PARAGRAPH, TEXT "“水来了。”周远山说。"}, {ROLE_CREDIT, "李青 摄影报道"});
    ASSERT_CAST("东河县“法律明白人”给村民说法。\n\n李青 摄影报道\n",
                {ROLE_CAPTION, "东河县“法律明白人”给村民说法。"}, {ROLE_CREDIT, "李青 摄影报道"});
    ASSERT_CAST(TEXT "“书香东河”小说分享会。\n\n李青 摄影报道\n",
                {ROLE_CAPTION, TEXT "“书香东河”小说分享会。"}, {ROLE_CREDIT, "李青 摄影报道"});
    ASSERT_CAST("图为检查现场，村民在一旁帮忙。\n",
                {ROLE_CAPTION, "图为检查现场，村民在一旁帮忙。"});
    ASSERT_CAST("本报讯 " TEXT "\n\n李青 摄\n", {ROLE_PARAGRAPH, "本报讯" TEXT},
                {ROLE_CREDIT, "李青 摄"});
}

static void test_a_photo_credit_above_its_caption(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n李 青 摄\n图为检查现场\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "李 青 摄"}, {ROLE_CAPTION, "图为检查现场"});
    ASSERT_CAST(TEXT "\n\n李青 摄\n\n图为检查现场\n周远山 摄\n", {ROLE_CAPTION, TEXT},
                {ROLE_CREDIT, "李青 摄"}, {ROLE_CAPTION, "图为检查现场"},
                {ROLE_CREDIT, "周远山 摄"});
}

static void test_notices_and_placeholders(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n（下转3版）\n\n（资料图片）\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_NOTICE, "（下转3版）"}, {ROLE_PLACEHOLDER, "（资料图片）"});
    ASSERT_CAST(TEXT "整改的水库（下转3版）\n", {ROLE_PARAGRAPH, TEXT "整改的水库（下转3版）"});
}

static void test_furniture_spreads_to_what_may_be_furniture(void **state)
{
    (void)state;
    ASSERT_CAST("要闻\n3版\n2021年8月3日 星期二\n\n" TEXT "\n", {ROLE_FURNITURE, "要闻"},
                {ROLE_FURNITURE, "3版"}, {ROLE_FURNITURE, "2021年8月3日 星期二"},
                {ROLE_PARAGRAPH, TEXT});
    ASSERT_CAST("东河县三农\n\n" TEXT "\n\n责任编辑：周远山\n", {ROLE_HEADLINE, "东河县三农"},
                {ROLE_PARAGRAPH, TEXT}, {ROLE_FURNITURE, "责任编辑：周远山"});
}

static void test_a_body_and_a_date_sign_a_notice(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n东河县水务局\n\n2021年8月3日\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "东河县水务局"}, {ROLE_CREDIT, "2021年8月3日"});
}

static void test_a_body_signs_above_a_headline_and_a_place_does_not(void **state)
{
    (void)state;
    ASSERT_CAST(TEXT "\n\n东河县邮电局\n\n河滩上的月光照着渡口\n", {ROLE_PARAGRAPH, TEXT},
                {ROLE_CREDIT, "东河县邮电局"}, {ROLE_HEADLINE, "河滩上的月光照着渡口"});
    ASSERT_CAST(TEXT "\n\n东河县石桥村\n\n河滩上的月光照着渡口\n\n" TEXT "\n",
                {ROLE_PARAGRAPH, TEXT}, {ROLE_SUBHEAD, "东河县石桥村"},
                {ROLE_HEADLINE, "河滩上的月光照着渡口"}, {ROLE_PARAGRAPH, TEXT});
}

static void test_numbers_of_a_set_of_pictures(void **state)
{
    (void)state;
    ASSERT_CAST("①渡口\n\n" TEXT "\n\n②河滩。\n李青 摄\n\n" TEXT "\n\n③水渠。\n李青 摄\n",
                {ROLE_CAPTION, "①渡口"}, {ROLE_PARAGRAPH, TEXT}, {ROLE_CAPTION, "②河滩。"},
                {ROLE_CREDIT, "李青 摄"}, {ROLE_PARAGRAPH, TEXT}, {ROLE_CAPTION, "③水渠。"},
                {ROLE_CREDIT, "李青 摄"});
    ASSERT_CAST("①" TEXT "\n\n②" TEXT "\n", {ROLE_PARAGRAPH, "①" TEXT}, {ROLE_PARAGRAPH, "②" TEXT});
}

static void test_marks_of_items_and_of_pictures(void **state)
{
    (void)state;
    ASSERT_CAST("▲东河乡办起了夜校。\n\n▲西河乡修好了水渠。\n\n▲石桥乡种下了油菜。\n",
                {ROLE_PARAGRAPH, "▲东河乡办起了夜校。"}, {ROLE_PARAGRAPH, "▲西河乡修好了水渠。"},
                {ROLE_PARAGRAPH, "▲石桥乡种下了油菜。"});
    ASSERT_CAST("▲东河乡办起了夜校。\n\n" TEXT "\n", {ROLE_CAPTION, "▲东河乡办起了夜校。"},
                {ROLE_PARAGRAPH, TEXT});
}

static void test_the_weather_stands_in_a_masthead(void **state)
{
    (void)state;
    ASSERT_CAST("东河日报\n2021年8月3日\n今天多云转阴，偏东风3到4级，20℃～29℃\n第1234期\n\n"
                "今天多云转阴，偏东风3到4级，20℃～29℃\n",
                {ROLE_FURNITURE, "东河日报"}, {ROLE_FURNITURE, "2021年8月3日"},
                {ROLE_FURNITURE, "今天多云转阴，偏东风3到4级，20℃～29℃"},
                {ROLE_FURNITURE, "第1234期"},
                {ROLE_PARAGRAPH, "今天多云转阴，偏东风3到4级，20℃～29℃"});
}

static void test_a_doubled_headline_is_read_once(void **state)
{
    (void)state;
    ASSERT_CAST("东东河河县县排排查查水水库库\n\n□ 周远山\n\n" TEXT "\n",
                {ROLE_HEADLINE, "东河县排查水库"}, {ROLE_BYLINE, "□ 周远山"},
                {ROLE_PARAGRAPH, TEXT});
}

static void test_a_column_reads_as_one_paragraph(void **state)
{
    (void)state;
    ASSERT_CAST(WRAPPED,
                {ROLE_PARAGRAPH,
                 "昨天上午，东河县水务局组织技术人员对全县四十六座水库逐一进行检查，"
                 "发现问题当场登记造册，要求限期整改到位。"},
                {ROLE_PARAGRAPH, "目前，巡查人员已经沿着河道走完了三个乡镇，清理淤泥一千多立方米，"
                                 "修补堤坝破损处二十多个，两岸群众都说今年汛期心里踏实多了。"},
                {ROLE_PARAGRAPH, "检查组还走访了住在河边的老人，向他们发放避险明白卡，"
                                 "讲清转移路线和联系电话。"});
}

static void test_what_stands_apart(void **state)
{
    (void)state;
    assert_holds_for(
        stands_apart,
        LINES("□ 周远山", "李青 摄", "（下转3版）", "资料图片", "3版 要闻", "——东河县水库巡查见闻"),
        LINES("本报讯", "东河县排查水库隐患", "李青在村里拍摄", "水库检查（下转3版）"));
}

static void test_texts_are_tidied_by_role(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct str lines = STR("王 刚 8 月\n收麦");
    assert_str(role_tidy(&keep, ROLE_PARAGRAPH, lines), "王刚8月收麦");
    assert_str(role_tidy(&keep, ROLE_HEADLINE, lines), "王 刚8月收麦");
    assert_str(role_tidy(&keep, ROLE_BYLINE, lines), "王 刚 8 月 收麦");
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_story_from_headline_to_body),
        cmocka_unit_test(test_a_headline_of_three_clauses),
        cmocka_unit_test(test_a_day_in_brackets_below_who_spoke),
        cmocka_unit_test(test_a_byline_of_two_lines),
        cmocka_unit_test(test_a_photographer_under_a_byline),
        cmocka_unit_test(test_a_team),
        cmocka_unit_test(test_names_after_a_text_are_a_credit),
        cmocka_unit_test(test_who_signs_between_a_headline_and_its_text),
        cmocka_unit_test(test_a_text_above_a_photo_credit_is_a_caption),
        cmocka_unit_test(test_a_photo_credit_above_its_caption),
        cmocka_unit_test(test_notices_and_placeholders),
        cmocka_unit_test(test_furniture_spreads_to_what_may_be_furniture),
        cmocka_unit_test(test_a_body_and_a_date_sign_a_notice),
        cmocka_unit_test(test_a_body_signs_above_a_headline_and_a_place_does_not),
        cmocka_unit_test(test_numbers_of_a_set_of_pictures),
        cmocka_unit_test(test_marks_of_items_and_of_pictures),
        cmocka_unit_test(test_the_weather_stands_in_a_masthead),
        cmocka_unit_test(test_a_doubled_headline_is_read_once),
        cmocka_unit_test(test_a_column_reads_as_one_paragraph),
        cmocka_unit_test(test_what_stands_apart),
        cmocka_unit_test(test_texts_are_tidied_by_role),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
