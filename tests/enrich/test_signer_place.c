/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/signer_place.h"
#include "enrich/story_of.h"
#include "enrich/with_gazetteer.h"

static void test_places_before_names(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"哈尔滨 王刚", "王刚"},
        {"孝义 王 刚", "王 刚"},
        {" 岚县 王小刚 ", "王小刚"},
        {"高平 王刚", "高平 王刚"}, /* somebody may be called so */
        {"哈尔滨 的夏天", "哈尔滨 的夏天"},
        {"哈尔滨", "哈尔滨"},
        {"王刚 李明", "王刚 李明"},
        {"毛沟 王刚", "王刚"}, /* the story has 毛沟镇 */
        {"毛坪 王刚", "毛坪 王刚"},
        {"哈尔滨 ", "哈尔滨 "},
        {"", ""},
    };
    const struct surnames *surnames = surnames_builtin(&keep);
    struct scene scene = SCENE(&keep, {ROLE_PARAGRAPH, "木桥是毛沟镇三个村的必经之路。"});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(without_signer_place(&keep, surnames, gazetteer, &scene.stories.at[0],
                                        str_of(cases[i][0])),
                   cases[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_before_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
