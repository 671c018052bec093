/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/utf8.h"
#include "page/tidy.h"

/* A raw line and what it becomes. */
struct tidied {
    const char *raw, *text;
    bool justified, doubled;
};

static void assert_tidied(const struct tidied *cases, size_t len)
{
    struct arena keep = {0};
    for (size_t i = 0; i < len; i++) {
        struct line line = {0};
        line_tidy(&keep, str_of(cases[i].raw), &line);
        assert_str(line.text, cases[i].text);
        assert_int_equal(line.justified, cases[i].justified);
        assert_int_equal(line.doubled, cases[i].doubled);
        assert_int_equal(line.chars, utf8_count(line.text));
    }
    arena_clear(&keep);
}

static void test_blanks(void **state)
{
    static const struct tidied cases[] = {
        {"  东河乡　", "东河乡", false, false},
        {"东河乡　　开镰", "东河乡 开镰", false, false},
        {"东河乡 \t 开镰", "东河乡 开镰", false, false},
        {"东\xe2\x80\x8b河乡", "东河乡", false, false},
        {" \t　", "", false, false},
        {"东河\x01乡", "东河\xef\xbf\xbd乡", false, false},
    };
    (void)state;
    assert_tidied(cases, sizeof cases / sizeof *cases);
}

static void test_unchanged_lines_are_slices(void **state)
{
    struct arena keep = {0};
    struct line line = {0};
    struct str raw = STR("　　东河乡 开镰");
    (void)state;
    line_tidy(&keep, raw, &line);
    assert_ptr_equal(line.text.ptr, raw.ptr + 6);
    arena_clear(&keep);
}

static void test_indents(void **state)
{
    static const struct {
        const char *raw;
        uint32_t indent;
    } cases[] = {{"　　开镰", 4}, {"  开镰", 2}, {"\t开镰", 2}, {"开镰　", 0}, {"　 开镰", 3}};
    struct arena keep = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct line line = {0};
        line_tidy(&keep, str_of(cases[i].raw), &line);
        assert_int_equal(line.indent, cases[i].indent);
    }
    arena_clear(&keep);
}

static void test_justified_lines(void **state)
{
    static const struct tidied cases[] = {
        {"东 河 乡 昨 天 开 镰 收 麦", "东河乡昨天开镰收麦", true, false},
        {"东 河 乡 昨 天 收 麦 1 2 亩", "东河乡昨天收麦1 2亩", true, false},
        {"东 河 乡 昨 天 开 镰　　周 远 山", "东河乡昨天开镰 周远山", true, false},
        {"东河乡 昨天 开镰 收麦 入仓", "东河乡 昨天 开镰 收麦 入仓", false, false},
        {"李 青 周 平", "李 青 周 平", false, false},
        {"□ 李 青 周 平 马 兰 王 立", "□ 李 青 周 平 马 兰 王 立", false, false},
    };
    (void)state;
    assert_tidied(cases, sizeof cases / sizeof *cases);
}

static void test_doubled_headlines(void **state)
{
    static const struct tidied cases[] = {
        {"东东河河开开镰镰收收麦麦", "东河开镰收麦", false, true},
        {"东河乡开镰东河乡开镰", "东河乡开镰", false, true},
        {"东河开镰东河开镰 颗粒归仓颗粒归仓", "东河开镰 颗粒归仓", false, true},
        {"热热闹闹红红火火", "热热闹闹红红火火", false, false},
        {"东河乡开镰东河乡收麦", "东河乡开镰东河乡收麦", false, false},
        {"东东河河开开镰镰收收麦麦了", "东东河河开开镰镰收收麦麦了", false, false},
        {"1122334455", "1122334455", false, false},
        {"渡船咋还不开？渡船咋还不开？", "渡船咋还不开？", false, true},
        {"开船吗？开船吗？", "开船吗？开船吗？", false, false},
        {"东河乡开镰了！东河乡开镰了！", "东河乡开镰了！东河乡开镰了！", false, false},
    };
    (void)state;
    assert_tidied(cases, sizeof cases / sizeof *cases);
}

static void assert_text(struct str (*tidy)(struct arena *, struct str), const char *lines,
                        const char *text)
{
    struct arena keep = {0};
    assert_str(tidy(&keep, str_of(lines)), text);
    arena_clear(&keep);
}

static void test_prose(void **state)
{
    (void)state;
    assert_text(tidy_prose, "东河乡昨天\n开镰收麦。", "东河乡昨天开镰收麦。");
    assert_text(tidy_prose, "全乡 8 月 3 日收麦 1200 亩", "全乡8月3日收麦1200亩");
    assert_text(tidy_prose, "收麦 12\n00 亩", "收麦1200亩");
    assert_text(tidy_prose, "用上 Open Source\nData 工具", "用上Open Source Data工具");
    assert_text(tidy_prose, "编号 12 34", "编号12 34");
}

static void test_names_in_prose_stay_apart(void **state)
{
    (void)state;
    assert_text(tidy_prose, "本报讯 （记者 周远山 李青） 昨天 开镰",
                "本报讯（记者 周远山 李青）昨天开镰");
    assert_text(tidy_prose, "开镰了。（周远山\n李青）", "开镰了。（周远山 李青）");
    assert_text(tidy_prose, "开镰了。（周远山 李\n青）", "开镰了。（周远山 李青）");
    assert_text(tidy_prose, "各乡（镇\n、区）开镰", "各乡（镇、区）开镰");
    assert_text(tidy_prose, "开镰（喜 获丰收年景）了", "开镰（喜获丰收年景）了");
}

static void test_headings(void **state)
{
    (void)state;
    assert_text(tidy_heading, "东河开镰 颗粒归仓", "东河开镰 颗粒归仓");
    assert_text(tidy_heading, "东河乡开镰\n万亩小麦入仓", "东河乡开镰 万亩小麦入仓");
    assert_text(tidy_heading, "8 月 3 日开镰", "8月3日开镰");
    assert_text(tidy_heading, "收麦 3 万亩", "收麦3万亩");
}

static void test_words_keep_their_spaces(void **state)
{
    (void)state;
    assert_text(tidy_words, "□ 周远山 李青", "□ 周远山 李青");
    assert_text(tidy_words, "记者 周远山\n通讯员 李青", "记者 周远山 通讯员 李青");
    assert_text(tidy_words, "热线：78123 邮编：71200", "热线：78123 邮编：71200");
}

static void test_headings_mend_cut_phrases(void **state)
{
    (void)state;
    assert_text(tidy_heading, "东河乡万亩小麦入\n仓", "东河乡万亩小麦入仓");
    assert_text(tidy_heading, "东河乡唱响“丰收\n之歌”", "东河乡唱响“丰收之歌”");
    assert_text(tidy_heading, "东河乡唱响“\n丰收之歌”", "东河乡唱响“丰收之歌”");
    assert_text(tidy_heading, "东河乡唱响《丰收》\n万众欢歌", "东河乡唱响《丰收》 万众欢歌");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_unchanged_lines_are_slices),
        cmocka_unit_test(test_indents),
        cmocka_unit_test(test_justified_lines),
        cmocka_unit_test(test_doubled_headlines),
        cmocka_unit_test(test_prose),
        cmocka_unit_test(test_names_in_prose_stay_apart),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_headings_mend_cut_phrases),
        cmocka_unit_test(test_words_keep_their_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
