/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/gazetteer.h"
#include "enrich/with_gazetteer.h"

static void test_a_county_knows_what_it_belongs_to(void **state)
{
    (void)state;
    const struct county *county = gazetteer_county(gazetteer, STR("330382"));
    assert_non_null(county);
    assert_str(county->name, "乐清市");
    assert_str(county->pinyin, "yue qing shi");
    assert_str(county->prefecture->name, "温州市");
    assert_str(county->prefecture->province->name, "浙江省");
}

static void test_what_is_administered_directly_has_no_prefecture(void **state)
{
    (void)state;
    static const char *const codes[] = {"110101", "419001", "500240", "659001"};
    static const char *const provinces[] = {"北京市", "河南省", "重庆市", "新疆维吾尔自治区"};
    for (size_t i = 0; i < 4; i++) {
        const struct county *county = gazetteer_county(gazetteer, str_of(codes[i]));
        assert_non_null(county);
        assert_str(county->prefecture->name, "");
        assert_string_equal(str_c(&keep, county->prefecture->province->name), provinces[i]);
    }
}

static void test_every_level_is_found_by_its_code(void **state)
{
    (void)state;
    assert_str(gazetteer_province(gazetteer, STR("650000"))->name, "新疆维吾尔自治区");
    assert_str(gazetteer_prefecture(gazetteer, STR("441900"))->name, "东莞市");
    assert_null(gazetteer_county(gazetteer, STR("441900")));
    assert_null(gazetteer_county(gazetteer, STR("130171")));
    assert_null(gazetteer_prefecture(gazetteer, STR("13")));
    assert_null(gazetteer_province(gazetteer, STR("")));
}

static void test_the_lists_are_whole_and_in_order(void **state)
{
    (void)state;
    assert_int_equal(gazetteer->provinces_len, 31);
    assert_true(gazetteer->prefectures_len > 330 && gazetteer->counties_len > 2800);
    for (size_t i = 0; i < gazetteer->counties_len; i++) {
        const struct county *county = &gazetteer->counties[i];
        assert_int_equal(county->code.len, 6);
        assert_true(county->name.len > 0 && county->pinyin.len > 0);
        size_t same = county->prefecture->name.len ? 4 : 2; /* 重庆's districts and counties */
        assert_memory_equal(county->code.ptr, county->prefecture->code.ptr, same);
        assert_memory_equal(county->code.ptr, county->prefecture->province->code.ptr, 2);
        assert_true(i == 0 || str_cmp(gazetteer->counties[i - 1].code, county->code) < 0);
    }
}

static void test_former_names(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct former_names names =
        county_former_names(&scratch, gazetteer_county(gazetteer, STR("420684")));
    assert_int_equal(names.len, 1);
    assert_str(names.at[0].text, "宜城县");
    assert_str(names.at[0].year, "1993");
    assert_int_equal(county_former_names(&scratch, gazetteer_county(gazetteer, STR("141127"))).len,
                     0);
    arena_clear(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_county_knows_what_it_belongs_to),
        cmocka_unit_test(test_what_is_administered_directly_has_no_prefecture),
        cmocka_unit_test(test_every_level_is_found_by_its_code),
        cmocka_unit_test(test_the_lists_are_whole_and_in_order),
        cmocka_unit_test(test_former_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
