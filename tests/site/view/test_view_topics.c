/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"

static void no_stories_have_no_topics(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value topics = subject_of(&t, PAGE_TOPICS, NULL, 1, 1);
    assert_str(text_at(&t.keep, topics, "deck"), "还没有收入报道。");
    assert_int_equal(len_at(&t.keep, topics, "groups"), 0);
    told_clear(&t);
}

static void topics_stand_in_their_groups(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .topics = {"land", "culture"}},
        {.headline = "乙", .body = "二", .topics = {"land", "agriculture"}},
        {.headline = "丙", .body = "三"},
    };
    archive_of(&t, told, 3);
    struct value topics = subject_of(&t, PAGE_TOPICS, NULL, 1, 1);
    struct arena *keep = &t.keep;
    assert_true(str_starts(text_at(keep, topics, "deck"), STR("3 个主题。")));
    assert_int_equal(len_at(keep, topics, "groups"), 2);
    struct value group = item_at(keep, topics, "groups", 0);
    assert_str(text_at(keep, group, "name"), "生产");
    assert_str(text_at(keep, item_at(keep, group, "topics", 0), "name"), "土地");
    assert_str(text_at(keep, item_at(keep, group, "topics", 1), "name"), "农业");
    group = item_at(keep, topics, "groups", 1);
    assert_int_equal(value_at(keep, group, "name").kind, VALUE_NOTHING);
    assert_str(text_at(keep, item_at(keep, group, "topics", 0), "name"), "文化");
    assert_str(text_at(keep, item_at(keep, group, "topics", 1), "name"), "其他");
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_stories_have_no_topics),
        cmocka_unit_test(topics_stand_in_their_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
