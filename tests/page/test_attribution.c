/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/attribution.h"
#include "page/body_names.h"
#include "page/signers.h"

static void test_byline_marks(void **state)
{
    (void)state;
    assert_true(is_byline_mark(0x25a1)); /* □ */
    assert_true(is_byline_mark(0x25ce)); /* ◎ */
    assert_true(is_byline_mark(0x2299)); /* ⊙ */
    assert_true(is_byline_mark(0x2587)); /* ▇ */
    assert_false(is_byline_mark('o'));
    assert_false(is_byline_mark(0x53e3)); /* 口 */
}

static void test_bylines(void **state)
{
    (void)state;
    assert_holds_for(
        is_byline,
        LINES("□ 周远山", "□ 周远山 李青", "○文　黄小萤", "■本报记者 周远山", "本报记者 周远山",
              "本报记者 周远山 通讯员 李青", "记者周远山通讯员李青", "通讯员 李 青",
              "文/周远山 图/李青", "周远山 文/图", "□ 东河县水务局", "□ 阿依古丽·买买提",
              "本报驻东河记者 周远山", "记者周远山李青", "東河日報記者 劉德培", "记者 劉德培 報導",
              "东河县医院主治医师 周远山", "东河县水务局书记 周远山", "记者 李青 摄影 周远山",
              "见习记者 周远山 摄影记者 李青", "通讯员 李 青（东河县水务局） 记者 周远山",
              "□ 公孙 青", "撰稿：周远山", "东河县水务局干部 周远山", "□ 周远山 原载《东河日报》",
              "□ 李 小 青", "□ 周 远 李 小青", "□ 周远山 （作者单位：东河县委党校）",
              "■ 李青（东河县水务局技术员）", "通 讯 员 周远山", "本报记者·李青 通讯员·周远山",
              "【本报记者 周远山】", "——通讯员 缑青", "本报采访组", "本报评论员", "记者 哈力木别克",
              "文 周远山 图 李青", "记者手记 文/周远山",
              "讲述人：周远山（护林员） 本报记者 李青 整理", "本报记者 李青 通讯员 文 毅",
              "□本报记者 宝音德力格尔 实习生 李青", "文/图 周 远", "周 远（文字） 李 青（摄影）",
              "本报记者 税 云 帆 通讯员 李青", "文/图 汪 晓 吴 俊", "文/图汪晓吴俊", "文 / 李 青",
              "文\\周远山", "■ 随笔 周远山", "●时　评●　周远山"),
        LINES("周远山", "记者手记", "记者走基层", "技术员下乡记", "记者从东河县获悉",
              "本报记者深入乡村采访纪实", "□ 全县粮食喜获丰收", "□ 粮食丰收", "□ 通报",
              "负责人：周远山", "本版言论仅代表作者个人观点", "▲5月7日，东河县石桥镇，飞手操控",
              "本报讯（通讯员 周远", "通讯员队伍在壮大，稿件多起来", "李青 摄", "□", "",
              "摄影记者 李青", "记者 李青 摄", "周远山 《东河日报》", "□ 《秋天的东河》 周远山",
              "摄影：记者 李青", "记者 周远山（左）", "□ 粮食 丰", "□ 粮食（亩产）丰收",
              "□ 丰收 （本报记者摄）", "周 远 李 纲领", "【记者观察】", "讲述百姓故事",
              "■ 随笔 三则", "编辑部故事", "采访组归来", "记者手记 石桥纪行", "周远山（护林员）",
              "——记者亲历抗旱一线", "——记东河县劳动模范周远山", "本报召开通讯员座谈会",
              "东河县举行记者见面会", "文 周远山 李青", "特约撰稿 周 远 图片 由 学 校 提 供"));
}

static void test_teams(void **state)
{
    (void)state;
    assert_holds_for(
        is_team_line,
        LINES("策划：周远山 文字：李青 摄影：李大河", "统筹 李青 记者 周远山 制图 李大河"),
        LINES("策划：周远山 文字：李青 版式：李大河", "策划：周远山 制图：李青",
              "责任编辑：周远山 版式：李青", "记者 周远山", "统筹城乡发展 记者 周远山",
              "策划：周远山", ""));
}

static void test_heads_of_reports(void **state)
{
    (void)state;
    assert_holds_for(is_signed_dateline,
                     LINES("本报讯（记者 周远山 通讯员 李青）", "本报讯 （周远山）",
                           "新华社东河10月20日电（记者 周远山）"),
                     LINES("本报讯", "本报讯（记者 周远山）昨日，水来了。", "（记者 周远山）",
                           "东河县（记者 周远山）", "本报讯（水来了，村民说。）", ""));
}

static void test_sign_offs(void **state)
{
    (void)state;
    assert_holds_for(
        is_sign_off,
        LINES("（周远山 李青）", "(周远山)", "（本报记者 周远山）", "（东河县水务局）",
              "稿件来源：东河县水务局", "（文/周远山 图/李青）", "来源：新华社", "（据新华社）",
              "（东河乡读者 周远山）", "（东河县水务局提供）", "（东河县气象台 12月11日16时发布）",
              "（从江县水务局）", "（高二（3）班 周远山 指导教师 李青）", "(五(2)班 周远山)",
              "（东河县第一中学高二（三）班 周远山）", "（周远山 原载《东河日报》）",
              "（周远山（东河县水务局） 李青）", "1994年6月写于平安寨", "（写于2021年6月）"),
        LINES("周远山 李青", "（第二十七批名单）", "（二十）", "（周远山", "来源地在哪里",
              "稿件来源多起来", "来源：新华社报道了这件事。", "（）", "", "（其中高二（3）班最多）",
              "（高二（3）班学生）", "（周远山）说（李青）", "写于平安寨",
              "1994年6月，他写于平安寨的信到了。"));
}

static void test_photo_credits(void **state)
{
    (void)state;
    assert_holds_for(is_photo_credit,
                     LINES("李青 摄", "李青摄", "李 青 摄", "本报记者 李青 摄", "本报记者 李青摄",
                           "周远山 李青 摄", "（李青 摄）", "东河县文化馆 供图", "李青 摄影报道",
                           "李青/图", "周 远摄", "劉德培 攝", "新华社发（李青 摄）",
                           "图①②由李青拍摄 图③周远山摄", "（图①由李青摄）", "上图：李青 摄",
                           "本报通讯员李 青 九月十日摄", "李青 摄于9月10日",
                           "供图：李青（县摄影家协会）"),
                     LINES("李青", "文/周远山 图/李青", "摄", "李青在村里拍摄", "由李青拍摄的照片",
                           "九月十日摄", "图①②", "宏图", "图书馆", "供图", "本报记者 李青",
                           "东河的两岸。 周远山 李青 摄", ""));
}

/* A line's end inside a credit: between two names, and inside one. */
static void test_credits_over_lines(void **state)
{
    (void)state;
    assert_true(goes_on_in_credit(STR("渡船开了。 周远山"), STR("李青 摄")));
    assert_true(goes_on_in_credit(STR("渡船开了。 李"), STR("青 摄影报道")));
    assert_false(goes_on_in_credit(STR("渡船开了。"), STR("李青 摄")));
    assert_false(goes_on_in_credit(STR("渡船开了。 乡亲们坐上了"), STR("李青 摄")));
    assert_false(goes_on_in_credit(STR("渡船开了。 周远山"), STR("李青拍摄了照片")));
}

static void test_bodies(void **state)
{
    (void)state;
    assert_holds_for(
        is_body_name, LINES("东河县水务局", "东河县人民政府", "东河三中小学"),
        LINES("局", "东河县水务局长", "在东河县水务局", "东河，水务局", "东河 水务局", ""));
}

static void assert_found(const char *text, size_t from, const char *want)
{
    struct span span = attribution_find(str_of(text), from);
    assert_str(str_slice(str_of(text), span.start, span.end), want);
}

static void test_names_inside_a_text(void **state)
{
    (void)state;
    assert_found("本报讯（记者 周远山 李青）昨天开镰。", 0, "（记者 周远山 李青）");
    assert_found("开镰了。（周远山 李青）", 0, "（周远山 李青）");
    assert_found("开镰了。李青 摄", 0, "李青 摄");
    assert_found("开镰了。李青 摄影 周远山 文", 0, "李青 摄影 周远山 文");
    assert_found("开镰了。（东河县水\n务局）", 0, "（东河县水\n务局）");
    assert_found("（周远山）开镰了。（李青）", 3, "（李青）");
    assert_found("开镰了。（高二（3）班 李青）", 0, "（高二（3）班 李青）");
    assert_found("开镰了。（见高二（3）班）", 0, "");
    assert_found("今年（又是丰收之年）开镰。", 0, "");
    assert_found("开镰了（李青", 0, "");
    assert_int_equal(attribution_find(STR("开镰了。"), 0).start, UINT32_MAX);
}

static void test_last_words_of_a_credit(void **state)
{
    (void)state;
    assert_holds_for(ends_like_credit, LINES("收割现场。李青 摄", "李青 供图", "李青摄影报道"),
                     LINES("李青 摄于东河", "李青供稿", "李青 整理", ""));
}

static void test_signed_ends(void **state)
{
    static const struct {
        const char *text;
        enum sign_off sign_off;
    } cases[] = {
        {"开镰了。（周远山 李青）", SIGN_OFF_WRITER},
        {"开镰了。(周远山)", SIGN_OFF_WRITER},
        {"图为收割现场。李青 摄", SIGN_OFF_PHOTO},
        {"图为收割现场。（李青 摄）", SIGN_OFF_PHOTO},
        {"图为收割现场（李青 摄）", SIGN_OFF_PHOTO},
        {"开镰了。（高二（3）班 周远山 指导教师 李青）", SIGN_OFF_WRITER},
        {"开镰了。（周远山（东河县水务局））", SIGN_OFF_WRITER},
        {"开镰了。（其中高二（3）班最多）", SIGN_OFF_NONE},
        {"开镰的有三户（周远山）", SIGN_OFF_NONE},
        {"开镰了。（一共二百五十亩地）", SIGN_OFF_NONE},
        {"开镰了。周远山 李青", SIGN_OFF_NONE},
        {"开镰了。 周远山 李青", SIGN_OFF_WRITER},
        {"他说：“开镰了。” 周 远", SIGN_OFF_WRITER},
        {"开镰了。 谢谢", SIGN_OFF_NONE},
        {"开镰了。 周远山的地", SIGN_OFF_NONE},
        {"开镰了。", SIGN_OFF_NONE},
        {"）", SIGN_OFF_NONE},
        {"", SIGN_OFF_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (sign_off_of(str_of(cases[i].text)) != cases[i].sign_off)
            fail_msg("%s", cases[i].text);
}

static void test_heads_of_reports_that_go_on(void **state)
{
    (void)state;
    assert_holds_for(names_source, LINES("据新华社北京10月3日电"),
                     LINES("据新华社北京10月3日电（记者周远山）东河县农"));
}

static void test_a_label_and_a_blank_before_a_name(void **state)
{
    (void)state;
    assert_true(is_byline(STR("文　王刚")));
    assert_true(is_byline(STR("文 王 刚")));
    assert_false(is_byline(STR("文 化站")));
    assert_false(is_byline(STR("文王刚")));
    assert_false(is_byline(STR("文 一把尺子量到底")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_label_and_a_blank_before_a_name),
        cmocka_unit_test(test_heads_of_reports_that_go_on),
        cmocka_unit_test(test_byline_marks),
        cmocka_unit_test(test_bylines),
        cmocka_unit_test(test_teams),
        cmocka_unit_test(test_heads_of_reports),
        cmocka_unit_test(test_sign_offs),
        cmocka_unit_test(test_photo_credits),
        cmocka_unit_test(test_credits_over_lines),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_names_inside_a_text),
        cmocka_unit_test(test_last_words_of_a_credit),
        cmocka_unit_test(test_signed_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
