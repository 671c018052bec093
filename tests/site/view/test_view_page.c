/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/made_site.h"
#include "site/view/view_page.h"
#include "story/stories.h"

static struct made_site m;

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static struct value page(void)
{
    struct output *output = ARENA_NEW(&m.keep, struct output);
    *output = (struct output){.kind = PAGE_SOURCE, .path = STR("pages/a.html"), .subject = m.added};
    return view_of(&m.keep, &m.site, output)->subject;
}

static struct value piece(size_t i)
{
    return item_at(&m.keep, page(), "pieces", i);
}

static struct value line(size_t of_piece, size_t i)
{
    return item_at(&m.keep, piece(of_piece), "lines", i);
}

static void says_how_much_of_it_was_placed(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"题", 1, ROLE_HEADLINE, 0}, {"", -1, 0, 0}, {"正文。", 1, ROLE_PARAGRAPH, 0},
               {"资料图片", 0, ROLE_PLACEHOLDER, 0});
    made_end(&m);
    assert_str(text_at(&m.keep, page(), "lines_text"), "4 行");
    assert_str(text_at(&m.keep, page(), "chars_text"), "8 字");
    assert_str(text_at(&m.keep, page(), "stories_text"), "归入 1 篇");
    assert_str(text_at(&m.keep, page(), "left_over_text"), "余 4 字");
    assert_str(text_at(&m.keep, page(), "newspaper"), "报名、版次未注明");
    assert_str(text_at(&m.keep, page(), "title"), "〔日期不详〕 版面（a.txt）");
    assert_str(said_at(&m.keep, item_at(&m.keep, page(), "notes", 0), "said"),
               "以下照原样，一字不动，空行略去；左列是原文件的行号。虚框内的文字不属于任何一篇，照"
               "录备查。");
}

/* The page that NAME leads to from page I of T, and what it is called. */
static struct str turned(struct told_site *t, size_t i, const char *name)
{
    struct value page = subject_of(t, PAGE_SOURCE, t->archive->pages.at[i], 0, 1);
    struct value link = value_at(&t->keep, page, name);
    return link.kind == VALUE_NOTHING
               ? STR("-")
               : str_format(&t->keep, "%.*s %.*s", STR_FMT(text_at(&t->keep, link, "href")),
                            STR_FMT(text_at(&t->keep, link, "text")));
}

static void turns_to_the_pages_of_its_issue(void **state)
{
    (void)state;
    static const struct told told[] = {
        {.page = "content/a/1.txt",
         .body = "一。",
         .date = {2022, 12, 21},
         .basis = BASIS_MASTHEAD},
        {.page = "content/a/2.txt",
         .body = "二。",
         .date = {2022, 12, 21},
         .basis = BASIS_MASTHEAD},
        {.page = "content/a/3.txt",
         .body = "三。",
         .date = {2022, 12, 22},
         .basis = BASIS_MASTHEAD},
    };
    struct told_site t;
    archive_of(&t, told, sizeof told / sizeof *told);
    t.archive->pages.at[1]->page->facts.number = STR("2");
    assert_str(turned(&t, 0, "previous"), "-");
    assert_str(turned(&t, 0, "next"), "pages/a-2.html 第\u00a02\u00a0版");
    assert_str(turned(&t, 1, "previous"), "pages/a-1.html 1.txt");
    assert_str(turned(&t, 1, "next"), "-"); /* that is of another day */
    t.archive->pages.at[0]->page->facts.publication = STR("吕梁日报");
    assert_str(turned(&t, 0, "next"), "-");
    told_clear(&t);
}

/* How a page is headed of which a test says so much. */
static void heads_as(struct page_facts facts, const char *title, const char *told,
                     const char *not_said)
{
    MADE_BEGIN(&m, {"正文。", 1, ROLE_PARAGRAPH, 0});
    facts.date_basis = facts.date.year ? BASIS_PATH : BASIS_NONE;
    m.page->facts = facts;
    made_end(&m);
    assert_str(text_at(&m.keep, page(), "title"), title);
    struct value file = value_at(&m.keep, page(), "file_told");
    struct value missing = value_at(&m.keep, page(), "not_said");
    assert_str(file.kind == VALUE_NOTHING ? STR_NONE : file.text, told);
    assert_str(missing.kind == VALUE_NOTHING ? STR_NONE : missing.text, not_said);
    made_clear(&m);
}

static void is_headed_by_what_is_known_of_it(void **state)
{
    (void)state;
    const struct date day = {2014, 9, 26};
    const struct str paper = STR("洛川报"), number = STR("A3");
    heads_as((struct page_facts){.publication = paper, .date = day, .number = number},
             "洛川报 2014年9月26日 第A3版", "", "");
    heads_as((struct page_facts){.date = day, .number = number}, "2014年9月26日 第A3版", "",
             "报名未注明");
    heads_as((struct page_facts){.publication = paper, .date = day},
             "洛川报 2014年9月26日 版面（a.txt）", "a.txt", "版次未注明");
    heads_as((struct page_facts){.publication = paper, .number = number},
             "洛川报 〔日期不详〕 第A3版", "", "");
    heads_as((struct page_facts){0}, "〔日期不详〕 版面（a.txt）", "a.txt", "报名、版次未注明");
}

/* The title of page I of T. */
static struct str titled(struct told_site *t, size_t i)
{
    return text_at(&t->keep, subject_of(t, PAGE_SOURCE, t->archive->pages.at[i], 0, 1), "title");
}

static void two_files_of_one_number_are_told_apart(void **state)
{
    (void)state;
    static const struct told told[] = {
        {.page = "content/a/1上.txt", .date = {2022, 12, 21}, .basis = BASIS_MASTHEAD},
        {.page = "content/a/1下.txt", .date = {2022, 12, 21}, .basis = BASIS_MASTHEAD},
        {.page = "content/a/2.txt", .date = {2022, 12, 21}, .basis = BASIS_MASTHEAD},
    };
    struct told_site t;
    archive_of(&t, told, sizeof told / sizeof *told);
    for (size_t i = 0; i < 3; i++)
        t.archive->pages.at[i]->page->facts.number = i < 2 ? STR("1") : STR("2");
    assert_str(titled(&t, 0), "2022年12月21日 第1版（1上.txt）");
    assert_str(titled(&t, 1), "2022年12月21日 第1版（1下.txt）");
    assert_str(titled(&t, 2), "2022年12月21日 第2版");
    told_clear(&t);
}

static void lines_are_shown_as_they_came(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"  题  ", 1, ROLE_HEADLINE, 0}, {"　", -1, 0, 0},
               {" <b>文</b>", 1, ROLE_PARAGRAPH, 0});
    made_end(&m);
    assert_int_equal(value_at(&m.keep, piece(0), "lines").list->len, 2);
    assert_str(text_at(&m.keep, line(0, 0), "text"), "  题  ");
    assert_str(text_at(&m.keep, line(0, 1), "text"), " <b>文</b>");
    assert_int_equal(value_at(&m.keep, line(0, 1), "number").number, 3);
    assert_str(text_at(&m.keep, line(0, 1), "anchor"), "L3");
}

static void pieces_lead_to_each_other(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"甲文", 1, ROLE_PARAGRAPH, 1}, {"乙文", 2, ROLE_PARAGRAPH, 0},
               {"甲题", 1, ROLE_HEADLINE, 0});
    made_end(&m);
    assert_str(text_at(&m.keep, piece(0), "turn_text"), "第 2 处，共 2 处");
    assert_str(text_at(&m.keep, piece(0), "continued_from"), "↖ 上接第 3 行");
    assert_str(text_at(&m.keep, piece(0), "previous/anchor"), "p3");
    assert_int_equal(value_at(&m.keep, piece(0), "continued_at").kind, VALUE_NOTHING);
    assert_str(text_at(&m.keep, piece(2), "continued_at"), "↘ 下接第 1 行");
    assert_int_equal(value_at(&m.keep, piece(1), "turn_text").kind, VALUE_NOTHING);
    assert_str(text_at(&m.keep, piece(1), "class"), "tint-2");
    assert_str(text_at(&m.keep, piece(1), "story/href"), "stories/a-000002.html");
}

static void left_over_is_told_apart_from_front_matter(void **state)
{
    (void)state;
    const struct made_line lines[] = {
        {"---", -1, 0, 0},
        {"page: 3", -1, 0, 0},
        {"---", -1, 0, 0},
        {"报头", 0, ROLE_FURNITURE, 0},
        {"文", 1, ROLE_PARAGRAPH, 0},
    };
    made_begin(&m, lines, 5);
    m.page->front = (struct span){0, m.page->lines.at[3].span.start};
    m.page->lines.at += 3;
    m.page->lines.len -= 3;
    made_end(&m);
    assert_true(value_at(&m.keep, piece(0), "front").truth);
    assert_str(text_at(&m.keep, line(0, 1), "text"), "page: 3");
    assert_str(text_at(&m.keep, line(0, 1), "anchor"), "L2");
    assert_int_equal(value_at(&m.keep, piece(1), "story").kind, VALUE_NOTHING);
    assert_int_equal(value_at(&m.keep, page(), "left_over/pieces").list->len, 1);
    assert_str(text_at(&m.keep, page(), "left_over/count_text"), "不属于任何一篇：1 处");
    assert_str(text_at(&m.keep, page(), "left_over_text"), "余 2 字");
}

static void a_line_of_two_stories_is_shown_in_both_without_loss(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"甲甲  乙乙 ", 1, ROLE_PARAGRAPH, 0}, {"乙", 2, ROLE_PARAGRAPH, 0});
    m.stories.at[0].blocks.at[0].spans.at[0].end = 6;
    m.stories.at[1].blocks.at[0].spans.at[0].start = 8;
    made_end(&m);
    assert_str(text_at(&m.keep, line(0, 0), "text"), "甲甲  ");
    assert_str(text_at(&m.keep, line(1, 0), "text"), "乙乙 ");
    assert_str(text_at(&m.keep, line(0, 0), "anchor"), "L1");
    assert_int_equal(value_at(&m.keep, line(1, 0), "anchor").kind, VALUE_NOTHING);
    assert_str(text_at(&m.keep, line(1, 1), "text"), "乙");
}

/* All lines of all pieces, a line end after each, and how many have an id. */
static struct str shown(size_t *anchors)
{
    struct buf text = {0};
    struct value pieces = value_at(&m.keep, page(), "pieces");
    *anchors = 0;
    for (size_t i = 0; i < pieces.list->len; i++) {
        struct value lines = value_at(&m.keep, piece(i), "lines");
        for (size_t k = 0; k < lines.list->len; k++) {
            buf_str(&text, text_at(&m.keep, line(i, k), "text"));
            buf_byte(&text, '\n');
            *anchors += value_at(&m.keep, line(i, k), "anchor").kind == VALUE_STRING;
        }
    }
    struct str kept = str_dup(&m.keep, buf_view(&text));
    buf_clear(&text);
    return kept;
}

static void every_character_of_a_file_is_shown_once(void **state)
{
    (void)state;
    const struct str file =
        STR("---\r\npage: 3\r\n---\r\n吕梁日报\r\n\r\n题目在此\r\n\f□ 王洋\f\f"
            "　　正文第一段，写到这里为止。\f还有\0字\v。\r第二段的文字 \x1b在后。\n\n下转4版");
    m = (struct made_site){.config = config_default()};
    m.reference = reference_builtin(&m.keep);
    m.page = page_read(&m.keep, STR("content/a.txt"), file);
    struct fragments fragments = fragments_join(&m.keep, m.page, NULL);
    m.stories = stories_assemble(&m.keep, m.page, &fragments);
    ids_give(&m.keep, STR("a"), m.page, &m.stories);
    made_end(&m);
    size_t anchors;
    struct str text = shown(&anchors);
    assert_int_equal(utf8_solid(text), utf8_solid(m.page->text));
    const char *const words[] = {"---\npage: 3\n---\n", "题目在此\n", "□ 王洋\n", "还有",
                                 "第二段的文字",        "下转4版\n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(str_has(text, str_of(words[i])));
    assert_int_equal(anchors, 8); /* form feeds do not begin lines */
}

static void tints_come_round(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"一", 1, ROLE_PARAGRAPH, 0}, {"二", 2, ROLE_PARAGRAPH, 0},
               {"三", 3, ROLE_PARAGRAPH, 0}, {"四", 4, ROLE_PARAGRAPH, 0},
               {"五", 5, ROLE_PARAGRAPH, 0}, {"六", 6, ROLE_PARAGRAPH, 0},
               {"七", 7, ROLE_PARAGRAPH, 0});
    made_end(&m);
    struct value seventh = item_at(&m.keep, page(), "stories", 6);
    assert_int_equal(value_at(&m.keep, seventh, "number").number, 7);
    assert_str(text_at(&m.keep, seventh, "class"), "tint-1");
    assert_true(str_has(said_at(&m.keep, item_at(&m.keep, page(), "notes", 0), "said"),
                        STR("底色六种轮用")));
}

static void an_empty_page_says_so(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {" ", -1, 0, 0});
    made_end(&m);
    assert_int_equal(value_at(&m.keep, page(), "pieces").list->len, 0);
    assert_int_equal(value_at(&m.keep, page(), "left_over").kind, VALUE_NOTHING);
    assert_str(said_at(&m.keep, item_at(&m.keep, page(), "notes", 0), "said"),
               "这个文件里没有文字。");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
    const struct CMUnitTest tests[] = {
        TEST(says_how_much_of_it_was_placed),
        TEST(turns_to_the_pages_of_its_issue),
        TEST(is_headed_by_what_is_known_of_it),
        TEST(two_files_of_one_number_are_told_apart),
        TEST(lines_are_shown_as_they_came),
        TEST(pieces_lead_to_each_other),
        TEST(left_over_is_told_apart_from_front_matter),
        TEST(a_line_of_two_stories_is_shown_in_both_without_loss),
        TEST(every_character_of_a_file_is_shown_once),
        TEST(tints_come_round),
        TEST(an_empty_page_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
