/* SPDX-License-Identifier: MIT */
#include "page/reading.h"

#define BODY "　　五月四日，城关水库的第一网鱼出水，渔民们个个笑开了颜，这一网就有两千多斤。\n"

/* The text of the only block of TEXT's page that signs; empty: there is none, or several. */
static struct str signature(struct reading *reading, const char *text)
{
    struct blocks *blocks = read_roles(reading, text);
    struct str found = STR_NONE;
    size_t count = 0;
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_BYLINE || blocks->at[i].role == ROLE_CREDIT) {
            found = blocks->at[i].text;
            count++;
        }
    return count == 1 ? found : STR_NONE;
}

static void test_signatures_that_a_line_s_end_has_cut(void **state)
{
    (void)state;
    static const struct {
        const char *text, *signature;
    } cases[] = {
        {"水库的鱼肥了\n□ 本报记者 王刚 通讯员\n李明\n" BODY, "□ 本报记者 王刚 通讯员 李明"},
        {"水库的鱼肥了\n" BODY "（本报记者 王\n刚）\n", "（本报记者 王刚）"},
        {"水库的鱼肥了\n□ 本报记者 王刚\n" BODY, "□ 本报记者 王刚"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading;
        assert_str(signature(&reading, cases[i].text), cases[i].signature);
        reading_clear(&reading);
    }
}

static void test_a_subtitle_that_a_line_s_end_has_cut(void **state)
{
    (void)state;
    struct reading reading;
    struct blocks *blocks =
        read_roles(&reading, "水库的鱼肥了\n——市水利局负责人就传\n言答记者问\n" BODY);
    assert_int_equal(blocks->len, 3);
    assert_int_equal(blocks->at[1].role, ROLE_SUBTITLE);
    assert_str(blocks->at[1].text, "——市水利局负责人就传言答记者问");
    reading_clear(&reading);
    blocks = read_roles(&reading, "水库的鱼肥了\n——市水利局负责人说\n农户笑开颜\n" BODY);
    assert_str(blocks->at[1].text, "——市水利局负责人说");
    reading_clear(&reading);
}

/* … or that fills its column and goes on in the next, which is set in less. */
static void test_a_subtitle_that_is_wrapped(void **state)
{
    (void)state;
    static const char text[] = "　　日前，县检察院调解了一起离奇的纠纷\n"
                               "。天泉湖镇八户虾农去年同一家饲料公司签\n"
                               "了纸，公司垫饲料，年底结账，虾农以为是\n"
                               "养殖合同，亏了共担。\n";
    struct reading reading;
    struct buf page = {0};
    buf_fmt(&page, "检察院青蟹官司释法\n　　——错把养殖合同当借条，八户虾农白\n忙一季\n%s", text);
    struct blocks *blocks = read_roles(&reading, page.ptr);
    assert_int_equal(blocks->at[1].role, ROLE_SUBTITLE);
    assert_str(blocks->at[1].text, "——错把养殖合同当借条，八户虾农白 忙一季");
    reading_clear(&reading);
    page.len = 0;
    buf_fmt(&page, "检察院青蟹官司释法\n　　——错把合同当借条\n八户虾农白忙一季\n%s", text);
    blocks = read_roles(&reading, page.ptr);
    assert_str(blocks->at[1].text, "——错把合同当借条");
    reading_clear(&reading);
    buf_clear(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures_that_a_line_s_end_has_cut),
        cmocka_unit_test(test_a_subtitle_that_a_line_s_end_has_cut),
        cmocka_unit_test(test_a_subtitle_that_is_wrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
