/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/buf.h"
#include "site/view/headline.h"

/* The parts with '|' between them, '+' where a space stood. */
static void expect(const char *headline, const char *parts)
{
    struct arena keep = {0};
    struct buf out = {0};
    struct headline_parts split = headline_split(&keep, str_of(headline));
    for (size_t i = 0; i < split.len; i++) {
        buf_str(&out, split.at[i].text);
        if (i + 1 < split.len)
            buf_byte(&out, split.at[i].spaced ? '+' : '|');
    }
    assert_str(buf_view(&out), parts);
    buf_clear(&out);
    arena_clear(&keep);
}

static void expect_words(const char *text, const char *words)
{
    struct arena keep = {0};
    struct buf out = {0};
    struct strs pieces = headline_words(&keep, str_of(text));
    for (size_t i = 0; i < pieces.len; i++)
        buf_fmt(&out, "%s%.*s", i ? "|" : "", STR_FMT(pieces.at[i]));
    assert_str(buf_view(&out), words);
    buf_clear(&out);
    arena_clear(&keep);
}

static void lines_break_between_words(void **state)
{
    (void)state;
    expect_words("关于换发老年人优待证的通告", "关于|换发|老年人|优待证的|通告");
    expect_words("推行“老年食堂”全覆盖", "推行“老年|食堂”全|覆盖");
    expect_words("GDP增长8%", "GDP增长8%");
    expect_words("", "");
}

static void splits_at_spaces(void **state)
{
    (void)state;
    expect("激活县域撂荒地 助力乡村振兴", "激活县域撂荒地+助力乡村振兴");
    expect("  甲  乙 ", "甲+乙");
    expect("谱好安居乐业幸福曲", "谱好安居乐业幸福曲");
    expect("", "");
}

static void splits_after_a_colon_that_names_someone(void **state)
{
    (void)state;
    expect("杜军伟：用爱心善举温暖他人", "杜军伟：|用爱心善举温暖他人");
    expect("灵石县交口乡： 深入开展行动", "灵石县交口乡：|深入开展行动");
    expect("岚县：做实消费帮扶 助力乡村振兴", "岚县：做实消费帮扶+助力乡村振兴");
}

static void one_part_is_no_list(void **state)
{
    (void)state;
    struct arena keep = {0};
    assert_int_equal(headline_parts_value(&keep, STR("一句话")).kind, VALUE_NOTHING);
    struct value two = headline_parts_value(&keep, STR("一句 两句"));
    assert_int_equal(two.kind, VALUE_LIST);
    assert_int_equal(two.list->len, 2);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_between_words),
        cmocka_unit_test(splits_at_spaces),
        cmocka_unit_test(splits_after_a_colon_that_names_someone),
        cmocka_unit_test(one_part_is_no_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
