/* SPDX-License-Identifier: MIT */
#include "lines_that.h"

#include "page/cues.h"

static bool is_jump_to(struct str s)
{
    return jump_line(s) == JUMP_TO;
}

static bool is_jump_from(struct str s)
{
    return jump_line(s) == JUMP_FROM;
}

static void test_jumps_on_their_own_line(void **state)
{
    (void)state;
    assert_holds_for(is_jump_to,
                     LINES("（下转4版）", "(下转第3版)", "下转第A3版", "【紧转二版】", "下转 2 版",
                           "（转第12版）"),
                     LINES("（上接4版）", "下转4", "（下转4版", "下转版", "下转基层工作组",
                           "下转4版的稿件已经排好。", "河水下转4版", ""));
    assert_holds_for(is_jump_from,
                     LINES("（上接1版）", "上接第A1版", "（上接第一版）", "（紧接1版）",
                           "（上接1版）《东河渡口》"),
                     LINES("（下转1版）", "上接天线", "（上接1版", "上接1版的消息已经核对。",
                           "（上接1版）水渠修好后"));
}

static void test_jumps_inside_a_line(void **state)
{
    (void)state;
    assert_holds_for(jumps_away,
                     LINES("村里的水渠修好后（下转3版）", "水渠修好后 下转第3版", "（下转3版）"),
                     LINES("（下转3版）水渠修好后", "水渠修好后（上接3版）", "水渠修好后（下转3）",
                           "水渠下转田间", ""));
    assert_holds_for(jumps_in,
                     LINES("（上接1版）水渠修好后", "上接第1版 水渠修好后", "（上接1版）"),
                     LINES("水渠修好后（上接1版）", "（下转1版）水渠修好后", "上接水渠", ""));
}

static void test_placeholders(void **state)
{
    (void)state;
    assert_holds_for(is_placeholder,
                     LINES("资料图片", "（资料图片）", "【资料照片】", "（图片由县文化馆提供）",
                           "本版图片均由县融媒体中心提供"),
                     LINES("资料图片展开幕", "图片由县文化馆收藏", "（资料", "图片新闻",
                           "技术支持由县文化馆提供", ""));
}

static void test_report_starts(void **state)
{
    (void)state;
    assert_holds_for(starts_report,
                     LINES("本报讯 昨天，东河乡开镰", "本报讯（记者 周平）昨天", "□本报讯 昨天",
                           "新华社兰州8月3日电 昨天", "【本报东河讯】昨天",
                           "县融媒体中心讯（李青）", "东河日报讯 昨天",
                           "东河讯（通讯员 李青）昨天"),
                     LINES("本报记者从县里获悉", "本报，是一张小报讯", "通讯员李青", "汛期通讯畅通",
                           "本报“百村行”通讯", "本报召开通讯员会议", "东河日报讯息发布",
                           "东河讯（图）昨天", "东河讯 昨天", ""));
}

static void test_datelines(void **state)
{
    (void)state;
    assert_holds_for(is_dateline, LINES("本报讯", "新华社兰州8月3日电", "本报东河8月3日讯"),
                     LINES("本报讯 昨天开镰", "来电", "县里传来喜讯", "本报讯（记者 周平）"));
}

static void test_leads_and_sequels(void **state)
{
    (void)state;
    assert_holds_for(starts_like_lead,
                     LINES("近日，东河乡开镰", "8月3日，东河乡开镰", "八月三日，东河乡开镰"),
                     LINES("东河乡近日开镰", "8名村民领到种子", "据了解，东河乡", ""));
    assert_holds_for(starts_like_sequel, LINES("同时，乡里还修了路", "据了解，", "他说，", "该乡"),
                     LINES("近日，", "东河乡同时开镰", "三人同行", ""));
}

static void test_subtitles(void **state)
{
    (void)state;
    assert_holds_for(is_subtitle, LINES("——东河乡秋收见闻", "—东河乡秋收见闻", "──东河乡秋收见闻"),
                     LINES("东河乡——秋收见闻", "——他转身就走了。", "——", "-东河乡", ""));
}

static void test_numbers_before_headings(void **state)
{
    (void)state;
    assert_holds_for(is_numbered,
                     LINES("一、修路", "（二）修渠", "3.种树", "(4) 养蜂", "①养蜂", "十二、养蜂"),
                     LINES("一心修路", "3公里路", "（修路）", "（二修路", "种树3.", ""));
}

static void test_captions(void **state)
{
    (void)state;
    assert_holds_for(starts_caption,
                     LINES("图为收割现场。", "上图：收割现场", "▲收割现场", "图①收割"),
                     LINES("收割现场图为", "图书馆开放", "上图书馆去", "图纸", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jumps_on_their_own_line),
        cmocka_unit_test(test_jumps_inside_a_line),
        cmocka_unit_test(test_placeholders),
        cmocka_unit_test(test_report_starts),
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_leads_and_sequels),
        cmocka_unit_test(test_subtitles),
        cmocka_unit_test(test_numbers_before_headings),
        cmocka_unit_test(test_captions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
