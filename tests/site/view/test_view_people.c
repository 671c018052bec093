/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/archive_of.h"
#include "site/initials.h"
#include "site/many_people.h"

static void nobody_signs(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, NULL, 0);
    struct value people = subject_of(&t, PAGE_PEOPLE, NULL, 1, 1);
    assert_str(text_at(&t.keep, people, "deck"), "还没有署名的报道。");
    assert_int_equal(value_at(&t.keep, people, "initials").kind, VALUE_NOTHING);
    assert_int_equal(len_at(&t.keep, people, "letters"), 0);
    told_clear(&t);
}

static void names_stand_under_their_letters(void **state)
{
    (void)state;
    struct told_site t;
    const struct told told[] = {
        {.page = "a.txt", .headline = "甲", .body = "一", .people = {"尹瑞萍", "杨娟娟", "杜丽君"}},
        {.headline = "乙", .body = "二", .people = {"尹瑞萍"}},
        {.headline = "丙", .body = "三", .people = {"县融媒体中心"}, .role = BYLINE_ORGANISATION},
    };
    archive_of(&t, told, 3);
    struct value people = subject_of(&t, PAGE_PEOPLE, NULL, 1, 1);
    struct arena *keep = &t.keep;
    assert_str(text_at(keep, people, "deck"),
               "署名 4 家：3 人，1 个机构。按姓氏拼音排；同名者不强分，以所写地方辨认。");
    assert_int_equal(len_at(keep, people, "initials"), 27);
    assert_true(value_at(keep, item_at(keep, people, "initials", 0), "empty").truth);
    assert_false(value_at(keep, item_at(keep, people, "initials", 3), "empty").truth);
    assert_int_equal(len_at(keep, people, "letters"), 3);
    assert_str(text_at(keep, item_at(keep, people, "initials", 3), "href"), "people/index.html#d");
    assert_int_equal(value_at(keep, item_at(keep, people, "initials", 0), "href").kind,
                     VALUE_NOTHING);
    assert_int_equal(value_at(keep, people, "parts").kind, VALUE_NOTHING);
    assert_int_equal(value_at(keep, people, "pager").kind, VALUE_NOTHING);
    struct value y = item_at(keep, people, "letters", 1);
    assert_str(text_at(keep, y, "label"), "Y");
    assert_int_equal(len_at(keep, y, "people"), 2);
    assert_str(text_at(keep, item_at(keep, y, "people", 0), "name"), "杨娟娟");
    assert_str(text_at(keep, item_at(keep, y, "people", 1), "name"), "尹瑞萍");
    assert_int_equal(value_at(keep, item_at(keep, y, "people", 1), "count").number, 2);
    struct value organisations = item_at(keep, people, "letters", 2);
    assert_str(text_at(keep, organisations, "label"), "机构");
    assert_str(text_at(keep, organisations, "id"), "org");
    told_clear(&t);
}

static void a_name_without_a_letter_has_a_place(void **state)
{
    (void)state;
    struct told_site t;
    archive_of(&t, &(struct told){.headline = "甲", .body = "一", .people = {"8号"}}, 1);
    struct value people = subject_of(&t, PAGE_PEOPLE, NULL, 1, 1);
    size_t len = len_at(&t.keep, people, "letters");
    assert_int_equal(len, 1);
    told_clear(&t);
}

static void the_index_of_many_leads_to_their_letters(void **state)
{
    (void)state;
    struct told_site t;
    many_people(&t);
    struct value people = subject_of(&t, PAGE_PEOPLE, NULL, 1, 1);
    assert_str(text_at(&t.keep, people, "heading"), "作者");
    assert_int_equal(len_at(&t.keep, people, "letters"), 0);
    assert_int_equal(value_at(&t.keep, people, "initials").kind, VALUE_NOTHING);
    assert_int_equal(len_at(&t.keep, people, "parts"), 2);
    struct value w = item_at(&t.keep, people, "parts", 1);
    assert_str(text_at(&t.keep, w, "label"), "W");
    assert_str(text_at(&t.keep, w, "href"), "people/w.html");
    assert_int_equal(value_at(&t.keep, w, "count").number, MANY);
    told_clear(&t);
}

static void a_letter_has_its_names_on_sheets(void **state)
{
    (void)state;
    struct told_site t;
    many_people(&t);
    struct arena *keep = &t.keep;
    const struct initial *w = &initials_of(keep, t.archive)->at['W' - 'A'];
    struct value first = subject_of(&t, PAGE_PEOPLE, w, 1, 2);
    assert_str(text_at(keep, first, "title"), "作者：W");
    assert_int_equal(len_at(keep, first, "crumbs"), 3);
    assert_int_equal(len_at(keep, first, "letters"), 1);
    assert_int_equal(len_at(keep, item_at(keep, first, "letters", 0), "people"), NAMES_ON_PAGE);
    assert_str(text_at(keep, item_at(keep, first, "initials", 'L' - 'A'), "href"), "people/l.html");
    assert_true(value_at(keep, item_at(keep, first, "initials", 'W' - 'A'), "here").truth);
    assert_str(text_at(keep, first, "pager/position"), "第 1 页，共 2 页");
    struct value second = subject_of(&t, PAGE_PEOPLE, w, 2, 2);
    assert_str(text_at(keep, second, "title"), "作者：W，第 2 页");
    assert_int_equal(len_at(keep, item_at(keep, second, "letters", 0), "people"),
                     MANY - NAMES_ON_PAGE);
    told_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_signs),
        cmocka_unit_test(names_stand_under_their_letters),
        cmocka_unit_test(the_index_of_many_leads_to_their_letters),
        cmocka_unit_test(a_letter_has_its_names_on_sheets),
        cmocka_unit_test(a_name_without_a_letter_has_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
