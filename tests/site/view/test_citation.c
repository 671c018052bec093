/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/made_site.h"
#include "site/view/citation.h"

static struct made_site m;

static int setup(void **state)
{
    (void)state;
    MADE_BEGIN(&m, {"谱好安居曲", 1, ROLE_HEADLINE, 0}, {"文", 1, ROLE_PARAGRAPH, 0});
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    made_clear(&m);
    return 0;
}

static void add_author(const char *name, enum byline_role role)
{
    vec_push(&m.keep, &m.stories.at[0].bylines,
             (struct byline){.name = str_of(name), .role = role});
}

static void expect(void (*cite)(struct buf *, const struct site *, const struct entry *),
                   const char *want)
{
    struct buf out = {0};
    cite(&out, &m.site, &m.added->entries[0]);
    assert_str(buf_view(&out), want);
    buf_clear(&out);
}

static void what_the_page_says_is_cited_as_it_is(void **state)
{
    (void)state;
    struct story *story = &m.stories.at[0];
    story->subtitle = STR("——我市纪实");
    story->date = (struct story_date){
        .value = {2022, 12, 21}, .precision = PRECISION_DAY, .basis = BASIS_MASTHEAD};
    m.page->facts.publication = STR("吕梁日报");
    m.page->facts.number = STR("3");
    add_author("王洋", BYLINE_REPORTER);
    add_author("编者", BYLINE_EDITOR);
    add_author("县民政局", BYLINE_ORGANISATION);
    add_author("王洋", BYLINE_PHOTOGRAPHER);
    made_end(&m);
    expect(cite_gbt, "王洋, 县民政局. 谱好安居曲：我市纪实[N]. 吕梁日报, 2022-12-21(3).");
    expect(cite_bibtex, "@article{wang2022000001,\n"
                        "  author  = {王洋 and {县民政局}},\n"
                        "  title   = {谱好安居曲：我市纪实},\n"
                        "  journal = {吕梁日报},\n"
                        "  date    = {2022-12-21},\n"
                        "  pages   = {3},\n"
                        "  note    = {县报文存, a-000001}\n}");
    expect(cite_ris, "TY  - NEWS\nAU  - 王洋\nAU  - 县民政局\nTI  - 谱好安居曲：我市纪实\n"
                     "T2  - 吕梁日报\nDA  - 2022/12/21\nSP  - 3\nDB  - 县报文存\nAN  - a-000001\n"
                     "LA  - zh\nER  - ");
}

static void a_site_that_knows_its_address_gives_the_story_s(void **state)
{
    (void)state;
    made_end(&m);
    expect(cite_link, "");
    m.config.base_url = STR("https://example.org/a_b/");
    expect(cite_link, "https://example.org/a_b/stories/a-000001.html");
    expect(cite_bibtex, "@article{anonnd000001,\n"
                        "  title   = {谱好安居曲},\n"
                        "  journal = {[报名不详]},\n"
                        "  note    = {县报文存, a-000001},\n"
                        "  url     = {https://example.org/a_b/stories/a-000001.html}\n}");
    expect(cite_ris, "TY  - NEWS\nTI  - 谱好安居曲\nDB  - 县报文存\nAN  - a-000001\nLA  - zh\n"
                     "UR  - https://example.org/a_b/stories/a-000001.html\nER  - ");
}

static void what_is_inferred_or_unknown_stands_in_brackets(void **state)
{
    (void)state;
    struct story *story = &m.stories.at[0];
    story->headline_derived = true;
    story->date = (struct story_date){
        .value = {2022, 12, 0}, .precision = PRECISION_MONTH, .basis = BASIS_PAGE};
    made_end(&m);
    expect(cite_gbt, "[谱好安居曲][N]. [报名不详], [2022-12](版次不详).");
    expect(cite_bibtex, "@article{anon2022000001,\n"
                        "  title   = {［谱好安居曲］},\n"
                        "  journal = {[报名不详]},\n"
                        "  date    = {2022-12?},\n"
                        "  note    = {县报文存, a-000001}\n}");
    expect(cite_ris, "TY  - NEWS\nTI  - ［谱好安居曲］\nN1  - [2022-12]\nDB  - 县报文存\n"
                     "AN  - a-000001\nLA  - zh\nER  - ");
}

static void a_date_that_is_not_known_is_left_out(void **state)
{
    (void)state;
    made_end(&m);
    expect(cite_gbt, "谱好安居曲[N]. [报名不详], [日期不详](版次不详).");
    expect(cite_bibtex, "@article{anonnd000001,\n"
                        "  title   = {谱好安居曲},\n"
                        "  journal = {[报名不详]},\n"
                        "  note    = {县报文存, a-000001}\n}");
}

static void more_than_three_authors_are_cut_short_in_gbt(void **state)
{
    (void)state;
    add_author("甲", BYLINE_AUTHOR);
    add_author("乙", BYLINE_AUTHOR);
    add_author("丙", BYLINE_AUTHOR);
    add_author("丁", BYLINE_AUTHOR);
    made_end(&m);
    expect(cite_gbt, "甲, 乙, 丙, 等. 谱好安居曲[N]. [报名不详], [日期不详](版次不详).");
}

static void nothing_of_a_page_acts_as_markup(void **state)
{
    (void)state;
    m.stories.at[0].headline = STR("50%\\{a}_$\nER  - ");
    made_end(&m);
    expect(
        cite_bibtex,
        "@article{anonnd000001,\n"
        "  title   = {50\\%\\textbackslash{}\\textbraceleft{}a\\textbraceright{}\\_\\$ ER  - },\n"
        "  journal = {[报名不详]},\n"
        "  note    = {县报文存, a-000001}\n}");
    expect(cite_ris, "TY  - NEWS\nTI  - 50%\\{a}_$ ER  - \nDB  - 县报文存\nAN  - a-000001\n"
                     "LA  - zh\nER  - ");
}

static void what_turns_the_writing_ends_with_its_part(void **state)
{
    (void)state;
    m.stories.at[0].headline = STR("\u202ea");
    m.stories.at[0].headline_derived = true;
    made_end(&m);
    expect(cite_gbt, "[\u202ea\u202c][N]. [报名不详], [日期不详](版次不详).");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_the_page_says_is_cited_as_it_is),
        TEST(a_site_that_knows_its_address_gives_the_story_s),
        TEST(what_is_inferred_or_unknown_stands_in_brackets),
        TEST(a_date_that_is_not_known_is_left_out),
        TEST(more_than_three_authors_are_cut_short_in_gbt),
        TEST(nothing_of_a_page_acts_as_markup),
        TEST(what_turns_the_writing_ends_with_its_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
