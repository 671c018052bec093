/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/signer_place.h"
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
        {"哈尔滨 ", "哈尔滨 "},
        {"", ""},
    };
    const struct surnames *surnames = surnames_builtin(&keep);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(without_signer_place(&keep, surnames, gazetteer, str_of(cases[i][0])),
                   cases[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_before_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
