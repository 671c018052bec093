/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/yaml.h"

struct topic {
    struct str id;
    struct yaml_strings words;
    struct place place;
};

struct topics VEC_OF(struct topic);

struct record {
    struct str title;
    bool draft;
    int count;
    char mode;
    struct yaml_strings tags;
    struct yaml_strings words;
    struct topics topics;
};

static bool mode_parse(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    if (text.len != 1)
        return false;
    *(char *)value = text.ptr[0];
    return true;
}

static const struct yaml_field topic_fields[] = {
    {.key = "id", YAML_STRING, offsetof(struct topic, id), .required = true},
    {.key = "words", YAML_STRINGS, offsetof(struct topic, words)},
    {.key = "", YAML_PLACE, offsetof(struct topic, place)},
    {0},
};

static const struct yaml_field record_fields[] = {
    {.key = "title", YAML_STRING, offsetof(struct record, title)},
    {.key = "draft", YAML_BOOL, offsetof(struct record, draft)},
    {.key = "count", YAML_INT, offsetof(struct record, count), .min = 1, .max = 500},
    {.key = "mode",
     YAML_PARSED,
     offsetof(struct record, mode),
     .parse = mode_parse,
     .expects = "a letter"},
    {.key = "tags", YAML_STRINGS, offsetof(struct record, tags)},
    {.key = "words", YAML_STRING_MAP, offsetof(struct record, words)},
    {.key = "topics",
     YAML_RECORDS,
     offsetof(struct record, topics),
     .fields = topic_fields,
     .size = sizeof(struct topic)},
    {0},
};

static const struct yaml_field record_schema = {.type = YAML_RECORD, .fields = record_fields};
static const struct yaml_field strings_schema = {.type = YAML_STRING_MAP};
static const struct yaml_field topics_schema = {
    .type = YAML_RECORDS, .fields = topic_fields, .size = sizeof(struct topic)};

/* What each test works on. */
struct fixture {
    struct arena keep;
    struct diags diags;
    struct record record;
};

static int setup(void **state)
{
    struct fixture *f = test_calloc(1, sizeof *f);
    f->diags.keep = &f->keep;
    f->record = (struct record){.title = STR("default"), .count = 7};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->keep);
    test_free(f);
    return 0;
}

static bool read_as(struct fixture *f, const struct yaml_field *schema, struct str text,
                    void *value)
{
    struct yaml_source source = {STR("x.yaml"), text, 0, D_CONFIG, &f->diags};
    return yaml_read(&f->keep, &source, schema, value);
}

static bool read_record(struct fixture *f, const char *text)
{
    return read_as(f, &record_schema, str_of(text), &f->record);
}

/* That there is one finding, and what it prints. */
static void assert_told(struct fixture *f, const char *line)
{
    struct buf out = {0};
    assert_int_equal(f->diags.len, 1);
    diag_print(&out, &f->diags.at[0]);
    assert_str(buf_view(&out), line);
    buf_clear(&out);
    f->diags.len = 0;
}

static void test_every_type(void **state)
{
    struct fixture *f = *state;
    assert_true(read_record(f, "title: 三晋 # comment\n"
                               "draft: yes\n"
                               "count: 12\n"
                               "mode: \"x\"\n"
                               "tags: [甲, 007]\n"
                               "words:\n  any key: 值\n  other: |\n    two\n    lines\n"
                               "topics:\n- id: a\n  words: [水, 山]\n- id: b\n"));
    assert_int_equal(f->diags.len, 0);
    assert_str(f->record.title, "三晋");
    assert_true(f->record.draft);
    assert_int_equal(f->record.count, 12);
    assert_int_equal(f->record.mode, 'x');
    assert_int_equal(f->record.tags.len, 2);
    assert_str(f->record.tags.at[1].value, "007");
    assert_int_equal(f->record.words.len, 2);
    assert_str(f->record.words.at[0].key, "any key");
    assert_str(f->record.words.at[1].value, "two\nlines\n");
    assert_int_equal(f->record.words.at[1].place.line, 8);
    assert_int_equal(f->record.topics.len, 2);
    assert_str(f->record.topics.at[0].words.at[1].value, "山");
    assert_int_equal(f->record.topics.at[1].place.line, 14);
    assert_int_equal(f->record.topics.at[1].place.column, 3);
}

static void test_absent_and_null_leave_the_default(void **state)
{
    struct fixture *f = *state;
    assert_true(read_record(f, ""));
    assert_true(read_as(f, &record_schema, STR_NONE, &f->record));
    assert_true(read_record(f, "# nothing but a comment\n"));
    assert_true(read_record(f, "title:\ncount: ~\ndraft: null\n"));
    assert_int_equal(f->diags.len, 0);
    assert_str(f->record.title, "default");
    assert_int_equal(f->record.count, 7);
    assert_true(read_record(f, "title: ''\n"));
    assert_str(f->record.title, "");
    assert_true(read_record(f, "title: 'null'\n"));
    assert_str(f->record.title, "null");
}

static void test_each_text_of_a_list_has_its_place(void **state)
{
    struct fixture *f = *state;
    assert_true(read_record(f, "tags: [甲,\n  乙]\n"));
    assert_int_equal(f->record.tags.at[1].place.line, 2);
}

static void test_unknown_keys_warn(void **state)
{
    struct fixture *f = *state;
    assert_true(read_record(f, "draft: no\ntitel: x\n"));
    assert_told(f, "x.yaml:2:1: warning: unknown key 'titel': did you mean 'title'?; ignored\n");
    assert_true(read_record(f, "Tags: x\n"));
    assert_told(f, "x.yaml:1:1: warning: unknown key 'Tags': did you mean 'tags'?; ignored\n");
    assert_true(read_record(f, "elsewhere: {x: [y]}\n"));
    assert_told(f, "x.yaml:1:1: warning: unknown key 'elsewhere'; ignored\n");
    assert_true(read_record(f, "'': x\n"));
    assert_told(f, "x.yaml:1:1: warning: unknown key ''; ignored\n");
}

static void test_wrong_types(void **state)
{
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"题目\n", "1:1: error: expected a map of keys and values, not '题目'"},
        {"title: [a]\n", "1:8: error: title: expected text, not a list"},
        {"title: {a: b}\n", "1:8: error: title: expected text, not a map"},
        {"draft: 'yes'\n", "1:8: error: draft: expected true or false, not 'yes'"},
        {"draft: maybe\n", "1:8: error: draft: expected true or false, not 'maybe'"},
        {"count: 0\n", "1:8: error: count: expected a whole number from 1 to 500, not '0'"},
        {"count: -\n", "1:8: error: not well-formed YAML: block sequence entries are not allowed "
                       "in this context"},
        {"count: '-'\n", "1:8: error: count: expected a whole number from 1 to 500, not '-'"},
        {"count: 5x\n", "1:8: error: count: expected a whole number from 1 to 500, not '5x'"},
        {"count: 99999999999999999999\n", "1:8: error: count: expected a whole number from 1 to "
                                          "500, not '99999999999999999999'"},
        {"mode: xy\n", "1:7: error: mode: expected a letter, not 'xy'"},
        {"mode: [x]\n", "1:7: error: mode: expected a letter, not a list"},
        {"tags: 甲\n", "1:7: error: tags: expected a list of texts, not '甲'"},
        {"tags: {a: b}\n", "1:7: error: tags: expected a list of texts, not a map"},
        {"tags: [a, [b]]\n", "1:11: error: expected text, not a list"},
        {"words: [a]\n", "1:8: error: words: expected a map from keys to texts, not a list"},
        {"topics: x\n", "1:9: error: topics: expected a list of maps, not 'x'"},
        {"topics:\n- {words: [水]}\n", "2:3: error: 'id' is missing"},
        {"topics:\n- {id: }\n", "2:3: error: 'id' is missing"},
        {"topics:\n- {id: a, words: {水: 11}}\n",
         "2:18: error: words: expected a list of texts, not a map"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str line = str_format(&f->keep, "x.yaml:%s; nothing was written\n", cases[i].told);
        assert_false(read_record(f, cases[i].text));
        assert_told(f, line.ptr);
    }
    assert_str(f->record.title, "default");
}

static void test_the_rest_of_a_faulty_record_is_read(void **state)
{
    struct fixture *f = *state;
    assert_false(read_record(f, "count: many\ntitle: x\n"));
    assert_str(f->record.title, "x");
    assert_int_equal(f->record.count, 7);
    assert_false(read_record(f, "topics:\n- {words: [水]}\n- {id: b, words: [雨]}\n"));
    assert_int_equal(f->record.topics.len, 2);
    assert_str(f->record.topics.at[0].id, "");
    assert_str(f->record.topics.at[1].id, "b");
    assert_int_equal(f->record.topics.at[1].words.len, 1);
}

static void test_what_cannot_be_parsed(void **state)
{
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"title: x\ntitle: y\n", "2:1: error: 'title' is already on line 1"},
        {"title: &a x\n", "1:8: error: an anchor (&name) cannot be used here: write the value out"},
        {"a: b\ntitle: *a\n",
         "2:8: error: an alias (*name) cannot be used here: write the value out"},
        {"title: !!str x\n", "1:8: error: a tag (!name) cannot be used here: write the value out"},
        {"[a]: b\n", "1:1: error: a key must be a word, not a list or map"},
        {"---\na: b\n---\nc: d\n",
         "3:1: error: a second document begins here; only one can be used"},
        {"title: \"x\\0y\"\n", "1:8: error: holds the control character U+0000"},
        {"a: b\n题: \x07\n",
         "2:4: error: not well-formed YAML: control characters are not allowed"},
        {"a: b\n题: \xce\xd2\n", "2:4: error: not UTF-8: save the file as UTF-8"},
        {"title: 'x\n", "1:8: error: not well-formed YAML: found unexpected end of stream while "
                        "scanning a quoted scalar"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str line = str_format(&f->keep, "x.yaml:%s; nothing was written\n", cases[i].told);
        assert_false(read_record(f, cases[i].text));
        assert_told(f, line.ptr);
    }
}

/* title： x, which a Chinese keyboard gives: what libyaml says of it is of a later line. */
static void test_wide_colons(void **state)
{
    static const struct {
        const char *text, *at;
    } slips[] = {
        {"title： x\n", "1:6"},
        {"title ：x", "1:7"},
        {"title： x\ncount： 3\n", "1:6"},
        {"title： x\ncount: 3\n", "1:6"},
        {"title： x\ncount： 3\nmode: a\n", "1:6"},
        {"title: x\ncount： 3\n", "2:6"},
        {"title: x\ncount： 3\nmode: a\ndraft: no\n", "2:6"},
        {"mode: a\ntags： [a, b]\n", "2:5"},
        {"topics:\n  - id： x\n", "2:7"},
        {"topics:\n  - id： x\n    words: [a]\n", "2:7"},
        {"topics:\n  - id: x\n    words： [a]\n", "3:10"},
    };
    static const struct {
        const char *text, *told;
    } others[] = {
        {"标题： x\n", "1:1: error: expected a map of keys and values, not '标题： x'"},
        {"'title： x'\n", "1:1: error: expected a map of keys and values, not 'title： x'"},
        {"title: |\n  note： x\ncount: 3\nmode: 'x\n",
         "4:7: error: not well-formed YAML: found unexpected end of stream while scanning a quoted "
         "scalar"},
        {"title: |\n  note： x\ncount: @x\n",
         "3:8: error: not well-formed YAML: found character that cannot start any token while "
         "scanning for the next token"},
        {"title: a： b\ntags: [a\n", "3:1: error: not well-formed YAML: did not find expected ',' "
                                     "or ']' while parsing a flow sequence"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        assert_false(read_record(f, slips[i].text));
        assert_told(f, str_format(&f->keep,
                                  "x.yaml:%s: error: a full-width colon ： stands where YAML wants "
                                  "': '; nothing was written\n",
                                  slips[i].at)
                           .ptr);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(read_record(f, others[i].text));
        assert_told(f,
                    str_format(&f->keep, "x.yaml:%s; nothing was written\n", others[i].told).ptr);
    }
    assert_true(read_record(f, "title: 注意： x\ntags: [a： b]\nwords: {a: \"b： c\"}\n"));
    assert_str(f->record.title, "注意： x");
    assert_int_equal(f->diags.len, 0);
}

static void test_depth_and_size_are_bounded(void **state)
{
    struct fixture *f = *state;
    assert_true(read_record(f, "x: [[[[[[[[[[[[[[]]]]]]]]]]]]]]\n"));
    f->diags.len = 0;
    assert_false(read_record(f, "x: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n"));
    assert_told(f, "x.yaml:1:19: error: nested more than 16 levels deep; nothing was written\n");

    struct str large = {arena_alloc(&f->keep, YAML_MAX_BYTES + 1), YAML_MAX_BYTES + 1};
    assert_false(read_as(f, &record_schema, large, &f->record));
    assert_told(f, "x.yaml: error: larger than 4 MiB; nothing was written\n");
}

static void test_documents_of_other_shapes(void **state)
{
    struct fixture *f = *state;
    struct yaml_strings strings = {0};
    assert_true(read_as(f, &strings_schema,
                        STR("\xef\xbb\xbf"
                            "a: 甲\r\nb: 乙\r\n"),
                        &strings));
    assert_int_equal(strings.len, 2);
    assert_str(strings.at[1].key, "b");
    assert_str(strings.at[1].value, "乙");

    struct topics topics = {0};
    assert_true(read_as(f, &topics_schema, STR("- id: a\n- id: b\n"), &topics));
    assert_int_equal(topics.len, 2);
    assert_str(topics.at[1].id, "b");
    assert_int_equal(f->diags.len, 0);
}

static void test_lines_count_from_the_source(void **state)
{
    struct fixture *f = *state;
    struct yaml_source source = {STR("x.txt"), STR("count: x\n"), 3, D_CONFIG, &f->diags};
    assert_false(yaml_read(&f->keep, &source, &record_schema, &f->record));
    assert_int_equal(f->diags.at[0].place.line, 4);
}

static void test_tree(void **state)
{
    struct fixture *f = *state;
    struct yaml_source source = {STR("x.yaml"), STR("a: 1\nb: [x, 'null']\n"), 0, D_CONFIG,
                                 &f->diags};
    const struct yaml_node *root = yaml_parse(&f->keep, &source);
    assert_int_equal(root->kind, YAML_MAP);
    const struct yaml_node *list = yaml_get(root, STR("b"));
    assert_int_equal(list->items.len, 2);
    assert_str(list->items.at[0].text, "x");
    assert_false(yaml_is_null(&list->items.at[1]));
    assert_null(yaml_get(root, STR("c")));
    assert_null(yaml_get(list, STR("x")));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_every_type),
        TEST(test_absent_and_null_leave_the_default),
        TEST(test_each_text_of_a_list_has_its_place),
        TEST(test_unknown_keys_warn),
        TEST(test_wrong_types),
        TEST(test_the_rest_of_a_faulty_record_is_read),
        TEST(test_what_cannot_be_parsed),
        TEST(test_wide_colons),
        TEST(test_depth_and_size_are_bounded),
        TEST(test_documents_of_other_shapes),
        TEST(test_lines_count_from_the_source),
        TEST(test_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
