/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "story/cuts.h"
#include "story/passages.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* The lines FROM to TO of a page, counted from 1, as one block of a column. */
struct column {
    struct page *page;
    const struct cohesion *cohesion;
    struct block block;
};

static struct column column_of(const char *text, size_t from, size_t to)
{
    struct column column = {.page = page_read(&keep, STR("x.txt"), str_of(text)),
                            .block = {.role = ROLE_PARAGRAPH, .column = 17}};
    column.cohesion = cohesion_of(&keep, column.page);
    struct buf joined = {0};
    for (size_t i = from - 1; i < to; i++) {
        const struct line *line = &column.page->lines.at[i];
        if (!line->text.len)
            continue;
        vec_push(&keep, &column.block.spans, line->span);
        buf_str(&joined, line->text);
    }
    column.block.text = str_dup(&keep, buf_view(&joined));
    column.block.first_line = (uint32_t)from;
    column.block.last_line = (uint32_t)to;
    buf_clear(&joined);
    return column;
}

static struct blocks cut(const struct column *column, double least)
{
    const double *nats = cuts_weigh(&keep, column->page, column->cohesion, &column->block);
    struct blocks pieces = cuts_part(&keep, column->page, &column->block, nats, least);
    if (!pieces.len)
        vec_push(&keep, &pieces, column->block);
    return pieces;
}

/* Whether the block is cut before its line ROW where LEAST has to speak for it. */
static bool is_cut(const struct column *column, size_t row, double least)
{
    struct blocks pieces = cut(column, least);
    for (size_t i = 0; i < pieces.len; i++)
        if (pieces.at[i].spans.at[0].start == column->block.spans.at[row].start)
            return true;
    return false;
}

/* The evidence for a cut there: the most that is not too much. */
static double evidence_at(const struct column *column, size_t row)
{
    double low = -200.0, high = 200.0;
    while (high - low > 1e-6) {
        double middle = (low + high) / 2.0;
        if (is_cut(column, row, middle))
            low = middle;
        else
            high = middle;
    }
    assert_true(low > -200.0 && high < 200.0);
    return low;
}

/* Lines of 17 characters. In the middle of a text on heating stands one on a dam. */
#define HEAT_1 "入冬以来，南河县供热公司对城区三十\n"
#define HEAT_2 "六公里的管网逐段检修，更换了老化的\n"
#define HEAT_3 "阀门。供热站里，技术员守着仪表，“\n"
#define HEAT_4 "每隔半小时就要记录一次管网的温度和\n"
#define HEAT_5 "压力”，他说，供热站里没有人睡觉。\n"
#define DAM_1 "头也不抬的李麦冬沿着水库的堤坝来检\n"
#define DAM_2 "查闸门”，老人守了三十年，那里的石\n"
#define DAM_3 "头都认得他每天走来走去的脚步声。\n"
#define SOUND HEAT_1 HEAT_2 HEAT_3 HEAT_4 HEAT_5
#define NONSENSE HEAT_1 HEAT_2 DAM_1 DAM_2 DAM_3

static void test_sound_text_is_whole(void **state)
{
    (void)state;
    struct column column = column_of(SOUND, 1, 5);
    assert_int_equal(cut(&column, CUT_SHY).len, 1);
    assert_int_equal(cut(&column, CUT_BOLD).len, 1);
    assert_true(str_eq(cut(&column, CUT_SHY).at[0].text, column.block.text));
}

/* 老化的 | 头也不抬: the words fit no better than any, and a quotation is closed that was not
 * opened. */
static void test_nonsense_is_parted(void **state)
{
    (void)state;
    struct column column = column_of(NONSENSE, 1, 5);
    struct blocks pieces = cut(&column, CUT_BOLD);
    assert_int_equal(pieces.len, 2);
    assert_str(pieces.at[0].text,
               "入冬以来，南河县供热公司对城区三十六公里的管网逐段检修，更换了老化的");
    assert_true(str_starts(pieces.at[1].text, STR("头也不抬的李麦冬")));
    assert_true(str_ends(pieces.at[1].text, STR("脚步声。")));
}

/* Pieces are blocks: they have their lines, and say that they go on. */
static void test_pieces(void **state)
{
    (void)state;
    struct column column = column_of(NONSENSE, 1, 5);
    struct blocks pieces = cut(&column, CUT_BOLD);
    assert_int_equal(pieces.len, 2);
    assert_int_equal(pieces.at[0].spans.len, 2);
    assert_int_equal(pieces.at[1].spans.len, 3);
    assert_int_equal(pieces.at[0].first_line, 1);
    assert_int_equal(pieces.at[0].last_line, 2);
    assert_int_equal(pieces.at[1].first_line, 3);
    assert_int_equal(pieces.at[1].last_line, 5);
    assert_false(pieces.at[0].continues);
    assert_true(pieces.at[0].runs_on);
    assert_true(pieces.at[1].continues);
    assert_false(pieces.at[1].runs_on);
}

/* What speaks for a cut: the sound places of the same lines against the false one. */
static void test_evidence(void **state)
{
    (void)state;
    struct column sound = column_of(SOUND, 1, 5), nonsense = column_of(NONSENSE, 1, 5);
    double wrong = evidence_at(&nonsense, 2);
    for (size_t row = 1; row < 5; row++)
        assert_true(wrong > evidence_at(&sound, row));
    assert_true(wrong > evidence_at(&nonsense, 1));
}

/* A quotation across the lines holds them together; one left open speaks for a cut. */
static void test_quotation(void **state)
{
    (void)state;
    struct column fits = column_of(HEAT_2 HEAT_3 HEAT_4 HEAT_5, 1, 4);
    struct column open = column_of(HEAT_2 HEAT_3 HEAT_4 DAM_3, 1, 4);
    assert_true(evidence_at(&open, 2) > evidence_at(&fits, 2));
    struct column closed = column_of(HEAT_1 HEAT_2 DAM_1 DAM_2, 1, 4);
    struct column plain = column_of(HEAT_1 HEAT_2 DAM_1 DAM_3, 1, 4);
    assert_true(evidence_at(&closed, 2) > evidence_at(&plain, 2));
}

/* A word split by the line's end holds the lines together: 温度和 | 压力 against 老化的 | 压力. */
static void test_known_words(void **state)
{
    (void)state;
    static const char page[] = "供热公司对城区的管网逐段检修，更换技\n"
                               "术员使用的工具和老化的压力表与阀门\n"
                               "镇上养的鸡鸭在河滩上散步，河里的鱼\n\n"
                               "全县的技术员都来了。\n";
    struct column column = column_of(page, 1, 3);
    assert_true(evidence_at(&column, 2) > evidence_at(&column, 1));
}

/* More blank lines than elsewhere in the block speak for a cut. */
static void test_gap(void **state)
{
    (void)state;
    struct column close = column_of(HEAT_1 HEAT_2 DAM_1 DAM_3, 1, 4);
    struct column apart = column_of(HEAT_1 HEAT_2 "\n\n" DAM_1 DAM_3, 1, 6);
    assert_true(evidence_at(&apart, 2) > evidence_at(&close, 2));
}

/* Neither after the end of a sentence, nor in what no column broke, nor in a single line. */
static void test_never(void **state)
{
    (void)state;
    struct column ends = column_of(HEAT_5 DAM_3, 1, 2);
    assert_int_equal(cut(&ends, -100.0).len, 1);
    struct column none = column_of(NONSENSE, 1, 5);
    none.block.column = 0;
    assert_int_equal(cut(&none, -100.0).len, 1);
    struct column one = column_of(HEAT_1, 1, 1);
    assert_int_equal(cut(&one, -100.0).len, 1);
    struct column all = column_of(NONSENSE, 1, 5);
    assert_int_equal(cut(&all, -100.0).len, 5);
    assert_int_equal(cut(&all, 100.0).len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound_text_is_whole),
        cmocka_unit_test(test_nonsense_is_parted),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_quotation),
        cmocka_unit_test(test_known_words),
        cmocka_unit_test(test_gap),
        cmocka_unit_test(test_never),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
