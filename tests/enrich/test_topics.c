/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/topics.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

static const struct topics *read(const char *yaml, struct diags *diags)
{
    *diags = (struct diags){.keep = &keep};
    return topics_read(&keep, STR("topics.yaml"), str_of(yaml), diags);
}

static void test_builtin(void **state)
{
    (void)state;
    static const char *const ids[] = {"agriculture",
                                      "rural-revitalization",
                                      "poverty-relief",
                                      "relocation",
                                      "elderly-care",
                                      "employment",
                                      "party-building",
                                      "land",
                                      "commerce",
                                      "industry",
                                      "culture",
                                      "tourism",
                                      "environment",
                                      "forestry",
                                      "water",
                                      "health",
                                      "education",
                                      "finance",
                                      "grassroots-governance",
                                      "transport",
                                      "technology",
                                      "law",
                                      "sports",
                                      "public-welfare",
                                      "weather",
                                      "emergency"};
    const struct topics *topics = topics_builtin(&keep);
    assert_int_equal(topics->len, sizeof ids / sizeof *ids);
    for (size_t i = 0; i < topics->len; i++) {
        const struct topic *topic = topics_find(topics, str_of(ids[i]));
        assert_non_null(topic);
        assert_int_equal(topic->order, i);
        assert_true(topic->label.len > 0 && topic->label_en.len > 0);
        assert_true(topic->iptc.len == 0 || topic->iptc.len == 8);
    }
    assert_null(topics_find(topics, STR("astrology")));
    assert_str(topics_find(topics, STR("weather"))->label, "天气");
}

static double weight_of(const struct topics *topics, struct str word)
{
    const struct word *found = words_at(topics->words, word, word_head_at(word, 0));
    return ((const struct topic_word *)found->value)->weight;
}

static void test_a_site_s_own(void **state)
{
    (void)state;
    struct diags diags;
    const struct topics *topics = read("- id: fishery\n"
                                       "  label: 渔业\n"
                                       "  stress: 1.25\n"
                                       "  strong: [渔船]\n"
                                       "  not: [玩具渔船]\n",
                                       &diags);
    assert_non_null(topics);
    assert_int_equal(diags.len, 0);
    assert_int_equal(topics->len, 1);
    assert_str(topics->at[0].label, "渔业");
    assert_str(topics->at[0].iptc, "");
    assert_true(topics->at[0].stress == 1.25);
    assert_true(weight_of(topics, STR("渔船")) > 0);
    assert_true(weight_of(topics, STR("玩具渔船")) == 0);
}

static void test_faults_are_told_with_their_line(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        uint32_t line;
        const char *what;
    } cases[] = {
        {"- id: a\n  label: 甲\n  words: [水库]\n- id: a\n  label: 乙\n", 4,
         "the id is there twice"},
        {"- id: a\n  label: 甲\n  words: [水库]\n- id: Bb\n  label: 乙\n", 4, "an id has only a-z"},
        {"- label: 甲\n", 1, "'id' is missing"},
        {"- id: a\n", 1, "'label' is missing"},
        {"- id: other\n  label: 甲\n", 1, "another page of this name: 'other'"},
        {"- id: index\n  label: 甲\n", 1, "another page of this name: 'index'"},
        {"- id: a\n  label: 甲\n  words: [水库]\n- id: a-2\n  label: 乙\n", 4,
         "another page of this name: 'a-2'"},
        {"- id: a\n  label: 甲\n  words: [水库,\n    水]\n", 4, "two characters or more: '水'"},
        {"- id: a\n  label: 甲\n  words: [水库]\n  weak: [水库]\n", 4, "twice: '水库'"},
        {"- id: a\n  label: 甲\n  strong: 水库\n", 3, "expected a list of texts, not '水库'"},
        {"- id: a\n  label: 甲\n  iptc: medtop\n", 1, "eight digits: 'medtop'"},
        {"- id: a\n  label: 甲\n  stress: 1,5\n", 3, "a number from 0.1 to 10, not '1,5'"},
        {"- id: a\n  label: 甲\n  stress: .05\n", 3, "a number from 0.1 to 10"},
        {"- id: a\n  label: 甲\n  stress: 10.5\n", 3, "a number from 0.1 to 10"},
        {"- id: a\n  label: 甲\n  words: {水库: 3}\n", 3, "expected a list"},
        {"id: a\n", 1, "expected a list"},
        {"- id: [\n", 2, ""},
        {"", 1, "there are no topics in it"},
        {"- id: a\n  label: 甲\n", 1, "it has no words"},
        {"- id: a\n  label: 甲\n  not: [水库]\n", 1, "it has no words"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags diags;
        assert_null(read(cases[i].yaml, &diags));
        assert_true(diags.len > 0);
        assert_int_equal(diags.at[0].id, D_CONFIG);
        assert_int_equal(diags.at[0].place.line, cases[i].line);
        assert_non_null(strstr(str_c(&keep, diags.at[0].what), cases[i].what));
    }
}

/* A number at the end is a further page only of what is there. */
static void test_ids_that_only_look_alike_are_none_s_pages(void **state)
{
    (void)state;
    struct diags diags;
    assert_non_null(read("- id: a-2\n  label: 甲\n  words: [水库]\n"
                         "- id: a-b\n  label: 乙\n  words: [水库]\n"
                         "- id: others\n  label: 丙\n  weak: [水库]\n"
                         "- id: index-a\n  label: 丁\n  essay: [水库]\n",
                         &diags));
    assert_int_equal(diags.len, 0);
}

static void test_an_unknown_key_is_only_a_warning(void **state)
{
    (void)state;
    struct diags diags;
    assert_non_null(read("- id: a\n  label: 甲\n  words: [渠道]\n  word: [水库]\n", &diags));
    assert_int_equal(diags.len, 1);
    assert_int_equal(diags.at[0].id, D_CONFIG_UNKNOWN_KEY);
    assert_int_equal(diags.at[0].place.line, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builtin),
        cmocka_unit_test(test_a_site_s_own),
        cmocka_unit_test(test_faults_are_told_with_their_line),
        cmocka_unit_test(test_ids_that_only_look_alike_are_none_s_pages),
        cmocka_unit_test(test_an_unknown_key_is_only_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
