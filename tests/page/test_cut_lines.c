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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures_that_a_line_s_end_has_cut),
        cmocka_unit_test(test_a_subtitle_that_a_line_s_end_has_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
