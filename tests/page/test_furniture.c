/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/furniture.h"

static void test_furniture(void **state)
{
    (void)state;
    assert_holds_for(is_furniture,
                     LINES("2021年8月3日 星期二", "二〇二一年八月三日", "3版 要闻",
                           "第2版 社会生活", "第A3版", "03", "责任编辑：周远山 版式：李青",
                           "责任编辑 周远山", "编辑：李 青", "东河日报 2021年8月3日", "总第1234期",
                           "农历辛丑年六月廿五", "新闻热线：0359-2222222",
                           "国内统一刊号：CN14-0000", "社址：东河县文化路3号", "www.example.com"),
                     LINES("2021年8月3日，东河乡开镰", "责任编辑工作座谈会召开", "东河报", "要闻",
                           "编辑部搬进新楼", "电话下乡", "2021年粮食总产再创新高",
                           "第3版的稿件排好了。", "网站建设提速", "2021", ""));
}

static void test_what_may_be_furniture(void **state)
{
    (void)state;
    assert_holds_for(may_be_furniture, LINES("要闻", "要 闻", "东河日报", "综合新闻", "三农"),
                     LINES("东河日报创刊三十年", "要闻一则", "东河乡开镰", "农业。"));
}

static void test_more_furniture(void **state)
{
    (void)state;
    assert_holds_for(
        is_furniture,
        LINES("第二版　岚县", "2021/8/3 星期二", "2021·8·3", "公元2021年8月3日", "辛丑年六月廿五",
              "东河日报", "东河日报  DONG'HE DAILY  2021年8月3日 星期二 辛丑年六月廿五",
              "东 河 晚 报", "2021 年 8 月 3 日　星期二　今日 4 版", "第 二 版", "③", "- 3 -",
              "责編／周遠山 校對／李青", "责编　周　远", "编辑 周 远　视觉 李 青",
              "东河报　　乡村振兴　　　③", "东河县委主办　东河报社印刷厂印刷", "每周三、六出版",
              "影像东河投稿邮箱：dh@example.com", "广告·咨询电话  8421×××", "0357-8421333",
              "今日东河　2021年8月3日　星期二",
              "今日东河　JINRI DONGHE　2021.8.3　星期三　第三版　责编：李青　电子信箱：a@b.com",
              "东河报　2021年8月3日　星期二　第4版“乡土民生”　本版主编：李　青　美术编辑：周　远",
              "2021年8月3日　星期二　总编室电话2813344　值班编辑　李 青",
              "今日东河　　中共东河县委主办　　内部资料　免费交流",
              "DONGHE NONGMIN BAO　东河农民报　市场·法律", "扫码看东河开镰视频",
              "本版言论仅代表作者个人观点"),
        LINES("岚县 要闻", "甲子年的元月", "比分2021·8", "东河报 APP 上线",
              "东河报 DONG HE BAO 创刊二十周年征文", "周一 周三 周五 县医院专家坐诊", "编辑同志：",
              "东河村三队", "设计 方案", "《东河县志》公开出版", "每周三天进村", "码头边的晚报亭",
              "代表作者个人"));
}

static void test_what_a_paper_says_of_itself(void **state)
{
    (void)state;
    assert_holds_for(
        is_furniture,
        LINES("本版校对　周远山　联系电话：0357-8421×××", "本报热线：0357-8421×××",
              "热线电话 0357－8421×××", "图文来稿：dhb×××@example.com", "dhb×××@example.com",
              "本报社址：东河镇北大街　电话：３６５", "责任编辑：李 青　蒙文翻译：周远山",
              "本版主编 周远山 2021年8月3日", "今日东河 2 民生 2021年8月3日 星期二",
              "今日东河 责任编辑 周远山 视觉 李青", "东河报印刷厂印　每月逢十出版　零售三分",
              "来稿请注明作者真实姓名和联系方式　投稿邮箱：dhb@example.com",
              "东河报社地址：东河镇北大街　邮编：043000　广告许可证：东工商广字01号",
              "东河晚刊　2021年8月3日　星期二　第五版　东河生活",
              "2021年8月3日　星期二　总第31期　农事·乡情　本版编辑　周远山"),
        LINES("热线电话连着百姓心", "2021年8月3日 农事 乡情", "本报记者 周远山", "喜接远方来信",
              "外文翻译李青的一天", "本版主编的话", "外地来稿增多", "今日东河 2021年8月3日开镰收割",
              "2021年8月3日 星期二 第3版 东河乡大豆喜获丰收入库完毕"));
}

static void test_names_of_papers(void **state)
{
    (void)state;
    assert_holds_for(is_paper_title, LINES("东河报", "东　河　报", "东河日报", "东河农民报"),
                     LINES("喜报", "河湾镇气象预报", "表彰通报", "东河报社", "报", ""));
}

static void test_names_of_columns(void **state)
{
    (void)state;
    assert_holds_for(is_column_label,
                     LINES("短波", "读 者 来 信", "小说·散文·诗歌", "健康课堂", "导  读",
                           "■读者来信", "［读者来信］", "·东河夜话·", "· 短 评 ·"),
                     LINES("短波电台建成", "来信", "★县城供水恢复正常★", "——致母亲——", "·招聘启事·",
                           "·", "··", "·来·", "·2021年·", "——在东河渡口", "■来信", "A短波",
                           "读者来信？", "东河·九月", "健康课堂开到了村里", ""));
}

static void test_contents(void **state)
{
    (void)state;
    assert_holds_for(is_contents_entry,
                     LINES("▶3版 东河乡开镰收割", "东河乡开镰收割万亩稻 ▶2版",
                           "水渠修到家门口……3版", "山村来了客（见4版）", "果农用上新机器 → 2"),
                     LINES("▶3版", "▲3台农机下田收割", "东河乡开镰（下转2版）", "要闻 2版",
                           "稻谷收了1.2万亩", "气温－3/－11", "第2版", ""));
}

static void test_contact_lines(void **state)
{
    (void)state;
    assert_holds_for(is_contact_line, LINES("联系电话：8421333", "地址：东河县文化路3号"),
                     LINES("新闻热线：8421333", "责任编辑：周远 电话：8421333", "电话下乡"));
}

static void test_date_lines(void **state)
{
    (void)state;
    assert_holds_for(
        is_date_line,
        LINES("2021年8月3日", "二〇二一年八月三日", "2021年8月3日 星期二", "2021-08-03"),
        LINES("2021年8月3日 要闻", "2021年8月3日开镰", "星期二", "8月", "3版", ""));
}

static void test_licences_and_wide_titles(void **state)
{
    (void)state;
    static const char *own[] = {"河西省内部报刊登记证第0213号",
                                "中共河西地委机关报　1980年7月26日",
                                "庚申年六月十五　　第608期　　代号25—49",
                                "河西县融媒体中心出品",
                                "今　日　河　西　　第3版·药都周末",
                                "今日河西　2019年3月15日　星期五　第二、三版合刊　编辑：张　倩",
                                "08 │ 城事　河西晚报　2016/08/09 TUESDAY",
                                "今日万年　2021年11月12日　星期五　第2版　要闻·综合",
                                "公安融媒　2020.7.10　第③版",
                                "淇河晨报　鹤壁都市生活　2012年2月24日星期五　编辑／邱　实　A07",
                                "淇河晨报　2012年2月24日星期五　A07"};
    static const char *others[] = {"《河西报》成了县委机关报",
                                   "全市两千家商店领到登记证",
                                   "新闻出版局发放出版许可证",
                                   "办理内部报刊准印证须知",
                                   "今日河西喜事多",
                                   "好戏连台出品",
                                   "大赛由河西县融媒体中心承办",
                                   "本届书画展由县文化馆主办",
                                   "“热线电话”",
                                   "“星期三”"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (!is_furniture(str_of(own[i])))
            fail_msg("%s: not furniture", own[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_furniture(str_of(others[i])))
            fail_msg("%s: furniture", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_licences_and_wide_titles),
        cmocka_unit_test(test_furniture),
        cmocka_unit_test(test_what_may_be_furniture),
        cmocka_unit_test(test_more_furniture),
        cmocka_unit_test(test_names_of_papers),
        cmocka_unit_test(test_names_of_columns),
        cmocka_unit_test(test_contents),
        cmocka_unit_test(test_contact_lines),
        cmocka_unit_test(test_date_lines),
        cmocka_unit_test(test_what_a_paper_says_of_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
