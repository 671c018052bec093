/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/jumps.h"
#include "archive/with_archive.h"

static void push_block(struct story *story, enum role role, const char *text)
{
    vec_push(&keep, &story->blocks, (struct block){.role = role, .text = str_of(text)});
}

/* A story with a notice on a line of its own before its text, or after it; either may be NULL. */
static struct story told(const char *from, const char *text, const char *to)
{
    struct story story = {.kind = KIND_STORY, .headline = STR("题")};
    push_block(&story, ROLE_HEADLINE, "题");
    if (from)
        push_block(&story, ROLE_NOTICE, from);
    push_block(&story, ROLE_PARAGRAPH, text);
    if (to)
        push_block(&story, ROLE_NOTICE, to);
    story.truncated_start = from != NULL;
    story.truncated_end = to != NULL;
    return story;
}

static struct page_facts on(const char *number)
{
    return (struct page_facts){.publication = STR("县报"),
                               .number = str_of(number),
                               .date = {2023, 10, 17},
                               .date_basis = BASIS_FRONT_MATTER};
}

static void add(const char *path, struct page_facts facts, const struct story *at, size_t len)
{
    struct page *page = ARENA_NEW(&keep, struct page);
    *page = (struct page){.path = str_of(path), .facts = facts, .diags = {.keep = &keep}};
    struct stories stories = {0};
    for (size_t i = 0; i < len; i++) {
        vec_push(&keep, &stories, at[i]);
        stories.at[i].page = page;
        stories.at[i].id = str_format(&keep, "%s-%zu", path, i);
    }
    archive_add(archive, page, &stories, page->path);
}

#define ADD(path, facts, ...)                           \
    add((path), (facts), (struct story[]){__VA_ARGS__}, \
        sizeof((struct story[]){__VA_ARGS__}) / sizeof(struct story))

static const struct entry *entry(const char *id)
{
    const struct entry *found = map_get(&archive->by_id, str_of(id));
    assert_non_null(found);
    return found;
}

static void assert_joined(const char *first, const char *second)
{
    assert_ptr_equal(entry(first)->continues, entry(second));
    assert_ptr_equal(entry(second)->continued_from, entry(first));
}

static void assert_nothing_joined(void)
{
    for (size_t i = 0; i < archive->entries.len; i++) {
        assert_null(archive->entries.at[i]->continues);
        assert_null(archive->entries.at[i]->continued_from);
    }
}

static void test_two_halves_are_joined(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, "别的。", NULL), told(NULL, "前半", "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", "后半。", NULL), told(NULL, "别的。", NULL));
    archive_index(archive);
    assert_joined("p1-1", "p4-0");
    assert_null(entry("p1-0")->continues);
    assert_null(entry("p1-1")->continued_from);
    assert_null(entry("p4-0")->continues);
    assert_null(entry("p4-1")->continued_from);
}

static void test_a_notice_may_stand_inside_the_text(void **state)
{
    (void)state;
    struct story first = told(NULL, "前半，（下转四版）", NULL);
    push_block(&first, ROLE_CREDIT, "张三 摄");
    ADD("p1", on("1"), first);
    ADD("p4", on("4"), told(NULL, "（上接第１版）后半。", NULL));
    archive_index(archive);
    assert_joined("p1-0", "p4-0");
}

static void test_a_notice_in_the_midst_of_a_story_says_nothing(void **state)
{
    (void)state;
    struct story first = told(NULL, "前半，", "（下转4版）");
    push_block(&first, ROLE_PARAGRAPH, "别的话。");
    struct story second = told(NULL, "别的话。", NULL);
    push_block(&second, ROLE_NOTICE, "（上接1版）");
    ADD("p1", on("1"), first);
    ADD("p4", on("4"), second);
    archive_index(archive);
    assert_nothing_joined();
}

static void test_a_middle_part_has_both(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, "甲", "（下转2版）"));
    ADD("p2", on("2"), told("（上接1版）", "乙", "（下转3版）"));
    ADD("p3", on("3"), told("（上接2版）", "丙。", NULL));
    archive_index(archive);
    assert_joined("p1-0", "p2-0");
    assert_joined("p2-0", "p3-0");
}

static void test_numbers_are_read_in_every_form(void **state)
{
    (void)state;
    static const struct {
        const char *notice, *number;
    } cases[] = {
        {"（下转4版）", "4"},      {"（下转第4版）", "4"},       {"下转A3版", "A3"},
        {"（下转第A03版）", "A3"}, {"（下转四版）", "4"},        {"（下转十版）", "10"},
        {"（下转十二版）", "12"},  {"（下转第二十一版）", "21"}, {"（下转１２版）", "12"},
        {"（下转一二版）", "12"},  {"（下转第二〇版）", "20"},   {"（紧转 2 版）", "2"},
        {"（下转0版）", ""},       {"（下转12345版）", ""},      {"（下转其他版）", ""},
        {"下转4版", "4"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct story story = told(NULL, "前半", cases[i].notice);
        assert_str(jump_to_page(&keep, &story), cases[i].number);
        assert_str(jump_from_page(&keep, &story), "");
    }
}

static void test_sheets_are_part_of_the_number(void **state)
{
    (void)state;
    ADD("a1", on("A1"), told(NULL, "前半", "（下转A4版）"), told(NULL, "前半", "（下转4版）"));
    ADD("a4", on("A4"), told("（上接A1版）", "后半。", NULL));
    ADD("b4", on("B4"), told("（上接A1版）", "后半。", NULL));
    archive_index(archive);
    assert_joined("a1-0", "a4-0");
    assert_null(entry("a1-1")->continues);
    assert_null(entry("b4-0")->continued_from);
}

static void test_another_page_number_is_another_story(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, "前半", "（下转4版）"));
    ADD("p3", on("3"), told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_no_way_back_no_way(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, "前半", "（下转4版）"));
    ADD("p4", on("4"), told("（上接2版）", "后半。", NULL), told(NULL, "没有说明。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_another_day_is_another_newspaper(void **state)
{
    (void)state;
    struct page_facts later = on("4"), month = on("4");
    later.date.day = 18;
    month.date.day = 0;
    ADD("p1", on("1"), told(NULL, "前半", "（下转4版）"));
    ADD("p4", later, told("（上接1版）", "后半。", NULL));
    ADD("p4-month", month, told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_pages_known_to_the_month_alone_are_not_of_one_day(void **state)
{
    (void)state;
    struct page_facts first = on("1"), fourth = on("4");
    first.date.day = fourth.date.day = 0;
    ADD("p1", first, told(NULL, "前半", "（下转4版）"));
    ADD("p4", fourth, told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_another_newspaper(void **state)
{
    (void)state;
    struct page_facts other = on("4"), unnamed = on("4");
    other.publication = STR("市报");
    unnamed.publication = STR_NONE;
    ADD("p1", on("1"), told(NULL, "前半", "（下转4版）"));
    ADD("p4", other, told("（上接1版）", "后半。", NULL));
    ADD("q4", unnamed, told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_a_newspaper_without_a_name_is_its_folder(void **state)
{
    (void)state;
    struct page_facts first = on("1"), fourth = on("4");
    first.publication = fourth.publication = STR_NONE;
    ADD("a/p1", first, told(NULL, "前半", "（下转4版）"));
    ADD("a/p4", fourth, told("（上接1版）", "后半。", NULL));
    ADD("b/p1", first, told(NULL, "前半", "（下转4版）"));
    ADD("c/p4", fourth, told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_joined("a/p1-0", "a/p4-0");
    assert_null(entry("b/p1-0")->continues);
    assert_null(entry("c/p4-0")->continued_from);
}

static void test_a_page_without_a_number(void **state)
{
    (void)state;
    ADD("p1", on(""), told(NULL, "前半", "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_a_page_does_not_jump_to_itself(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, "前半", "（下转1版）"), told("（上接1版）", "后半。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static const char gorge[] = "黄河峡谷灌区的水渠修到了田间地头，灌区管理站的技术员逐村检查渠道";
static const char gorge_on[] = "灌区管理站说，黄河峡谷的水渠今年还要修到山上，渠道逐村检查。";
static const char school[] = "县第一中学的篮球队在全市学生运动会上夺得冠军，教练和队员喜极而泣";
static const char school_on[] = "篮球队的教练说，全市学生运动会的冠军属于县第一中学的每个队员。";

static void test_of_two_candidates_the_words_decide(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, gorge, "（下转4版）"), told(NULL, school, "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", school_on, NULL), told("（上接1版）", gorge_on, NULL));
    archive_index(archive);
    assert_joined("p1-0", "p4-1");
    assert_joined("p1-1", "p4-0");
}

static void test_one_leaves_and_two_arrive(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, gorge, "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", school_on, NULL), told("（上接1版）", gorge_on, NULL));
    archive_index(archive);
    assert_joined("p1-0", "p4-1");
    assert_null(entry("p4-0")->continued_from);
}

static void test_two_candidates_alike_are_not_joined(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, gorge, "（下转4版）"), told(NULL, school, "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", gorge_on, NULL), told("（上接1版）", gorge_on, NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_candidates_that_have_no_words_in_common_are_not_joined(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, gorge, "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", school_on, NULL), told("（上接1版）", "后。", NULL));
    archive_index(archive);
    assert_nothing_joined();
}

/* A story that two want is nobody's, though each of the two has no other. */
static void test_two_leave_and_one_arrives(void **state)
{
    (void)state;
    ADD("p1", on("1"), told(NULL, gorge, "（下转4版）"), told(NULL, gorge, "（下转4版）"));
    ADD("p4", on("4"), told("（上接1版）", gorge_on, NULL));
    archive_index(archive);
    assert_nothing_joined();
}

static void test_a_page_of_jumps_alone_is_left_alone(void **state)
{
    (void)state;
    struct story leaving[40], arriving[40];
    for (size_t i = 0; i < 40; i++) {
        leaving[i] = told(NULL, i ? school : gorge, "（下转4版）");
        arriving[i] = told("（上接1版）", i ? school_on : gorge_on, NULL);
    }
    add("p1", on("1"), leaving, 40);
    add("p4", on("4"), arriving, 40);
    archive_index(archive);
    assert_nothing_joined();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_two_halves_are_joined),
        TEST(test_a_notice_may_stand_inside_the_text),
        TEST(test_a_notice_in_the_midst_of_a_story_says_nothing),
        TEST(test_a_middle_part_has_both),
        TEST(test_numbers_are_read_in_every_form),
        TEST(test_sheets_are_part_of_the_number),
        TEST(test_another_page_number_is_another_story),
        TEST(test_no_way_back_no_way),
        TEST(test_another_day_is_another_newspaper),
        TEST(test_pages_known_to_the_month_alone_are_not_of_one_day),
        TEST(test_another_newspaper),
        TEST(test_a_newspaper_without_a_name_is_its_folder),
        TEST(test_a_page_without_a_number),
        TEST(test_a_page_does_not_jump_to_itself),
        TEST(test_of_two_candidates_the_words_decide),
        TEST(test_one_leaves_and_two_arrive),
        TEST(test_two_candidates_alike_are_not_joined),
        TEST(test_candidates_that_have_no_words_in_common_are_not_joined),
        TEST(test_two_leave_and_one_arrives),
        TEST(test_a_page_of_jumps_alone_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
