/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"
#include "story/made_texts.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

#define DAM                                                                                \
    "    清晨，水库管护员李麦冬沿着堤坝查看闸门，走了三十年。\n" \
    "    水库建成以来，闸门没有出过一次险情。\n"

static const struct passage *passage_of_page(struct made_passages *made, const char *text,
                                             const char *words)
{
    *made = passages_made(&keep, text);
    return &made->passages.at[passage_with(made, words)];
}

/* The passage of the page TEXT that holds WORDS. */
static const struct passage *passage(const char *text, const char *words)
{
    static struct made_passages made;
    return passage_of_page(&made, text, words);
}

/* ---- what stands between */

static void test_headline_between(void **state)
{
    (void)state;
    const struct passage *at =
        passage(HEATING_HEAD "\n" HEATING "\n" RESERVOIR_HEAD "\n" DAM, "清晨");
    assert_true(at->before.headline);
    assert_int_equal(at->before.chars, 10);
    assert_false(at->before.byline || at->before.photo || at->before.residue);
    assert_false(at->before.sign_off || at->before.jump_to || at->before.jump_from);
    at = passage(HEATING_HEAD "\n" HEATING "\n" RESERVOIR_HEAD "\n" DAM, "水库建成");
    assert_false(at->before.headline);
    assert_int_equal(at->before.chars, 0);
}

static void test_byline_between(void **state)
{
    (void)state;
    const struct passage *at = passage(HEATING "\n□ 方海\n\n" DAM, "清晨");
    assert_true(at->before.byline);
    assert_false(at->before.headline);
}

static void test_signature_between(void **state)
{
    (void)state;
    const struct passage *at = passage(HEATING "（方海 车前）\n\n" DAM, "清晨");
    assert_true(at->before.sign_off);
    assert_false(at->before.photo);
    assert_false(passage(HEATING "\n" DAM, "清晨")->before.sign_off);
}

static void test_picture_between(void **state)
{
    (void)state;
    const struct passage *at = passage(HEATING "\n图为技术员在检修管网。\n甘雨 摄\n\n" DAM, "清晨");
    assert_true(at->before.photo);
    assert_false(at->before.sign_off || at->before.residue || at->before.headline);
}

static void test_residue_between(void **state)
{
    (void)state;
    const struct passage *at = passage(HEATING "\n资料图片\n\n" DAM, "清晨");
    assert_true(at->before.residue);
    assert_false(at->before.photo || at->before.headline);
}

static void test_jumps_between(void **state)
{
    (void)state;
    const struct passage *at = passage(HEATING "（下转4版）\n\n" DAM, "清晨");
    assert_true(at->before.jump_to);
    assert_false(at->before.jump_from);
    at = passage(HEATING "\n（上接1版）\n" DAM, "清晨");
    assert_true(at->before.jump_from);
    assert_false(at->before.jump_to);
}

/* ---- a passage */

static void test_open(void **state)
{
    (void)state;
    static const char page[] = "    入冬以来，供热公司检修管网，供热站里的技\n\n"
                               "    水库建成以来，闸门没有出过一次险情。\n";
    assert_true(passage(page, "入冬以来")->open);
    assert_false(passage(page, "水库建成")->open);
    assert_false(passage("    入冬以来，供热公司检修管网（下转4版）\n", "入冬以来")->open);
}

static void test_beginnings(void **state)
{
    (void)state;
    const struct passage *report = passage(HEATING DAM, "入冬以来");
    assert_true(report->report);
    assert_false(report->inside || report->speaks);
    const struct passage *plain = passage(HEATING DAM, "清晨");
    assert_false(plain->report || plain->inside || plain->speaks || plain->signs);
    assert_int_equal(plain->mark, 0);
    assert_true(passage("    记者：管网还要检修多久？\n", "多久")->speaks);
    assert_int_equal(passage("    ▲水库管护员李麦冬沿着堤坝查看闸门。\n", "堤坝")->mark, 0x25b2);
    assert_true(passage(HEATING "\n，闸门”没有出过一次险情。\n", "险情")->inside);
}

static void test_quotations(void **state)
{
    (void)state;
    static const char page[] = "    他说：“管网老化，供热公司今年要换掉三百个阀门，还要\n\n"
                               "把温度表全部换成新的”，技术员每隔半小时就要记录一次。\n";
    assert_int_equal(passage(page, "三百个")->quotes_open, 1);
    assert_int_equal(passage(page, "三百个")->quotes_unopened, 0);
    assert_int_equal(passage(page, "温度表")->quotes_unopened, 1);
}

/* ---- words around */

/* A text's words count for each of its passages, but not those of another under its own headline.
 */
static void test_around(void **state)
{
    (void)state;
    struct made_passages made;
    passage_of_page(&made, HEATING_HEAD "\n" HEATING "\n" RESERVOIR_HEAD "\n" DAM, "清晨");
    const struct passage *at = made.passages.at;
    size_t first = passage_with(&made, "入冬以来"), second = passage_with(&made, "目前");
    size_t third = passage_with(&made, "清晨");
    assert_true(at[first].forth->words.len > at[first].own.words.len);
    assert_true(at[second].back->words.len > at[second].own.words.len);
    assert_int_equal(at[second].forth->words.len, at[second].own.words.len);
    assert_int_equal(at[third].back->words.len, at[third].own.words.len);
    assert_int_equal(at[second].prior, first);
    assert_true(at[third].prior == PASSAGE_NONE);
}

/* … once it is known what is read after what, wherever it stands. */
static void test_regroup(void **state)
{
    (void)state;
    struct made_passages made;
    passage_of_page(&made, HEATING "\n资料图片\n\n" DAM, "清晨");
    struct passage *at = made.passages.at;
    size_t *next = ARENA_ARRAY(&keep, size_t, made.passages.len);
    for (size_t i = 0; i < made.passages.len; i++)
        next[i] = PASSAGE_NONE;
    size_t first = passage_with(&made, "入冬以来"), last = passage_with(&made, "水库建成");
    next[first] = last;
    passages_regroup(&keep, &made.passages, next);
    assert_true(pairs_covered(&at[last].own.words, &at[first].forth->words) > 0.99);
    assert_true(pairs_covered(&at[first].own.words, &at[last].back->words) > 0.99);
    assert_int_equal(at[last].prior, first);
    assert_int_equal(at[last].prior, first);
    size_t second = passage_with(&made, "目前");
    assert_int_equal(at[second].back->words.len, at[second].own.words.len);
    assert_true(at[second].prior == PASSAGE_NONE);
}

/* ---- headlines */

static void test_heading_above(void **state)
{
    (void)state;
    struct made_passages made =
        passages_made(&keep, HEATING_HEAD "□ 方海\n\n" HEATING "\n" RESERVOIR_HEAD "\n" DAM);
    const struct heading *heating = &made.passages.headings.at[heading_with(&made, "抢修")];
    const struct heading *reservoir = &made.passages.headings.at[heading_with(&made, "守堤")];
    assert_int_equal(made.passages.headings.len, 2);
    assert_int_equal(heating->above, passage_with(&made, "入冬以来"));
    assert_int_equal(reservoir->above, passage_with(&made, "清晨"));
    assert_true(heating->below == PASSAGE_NONE);
    assert_int_equal(reservoir->below, passage_with(&made, "入冬以来"));
    assert_true(heating->byline);
    assert_false(reservoir->byline);
    assert_int_equal(heating->chars_len, 10);
    assert_int_equal(made.passages.elsewhere, 0);
    assert_true(heating->place < 0.0);
    assert_true(reservoir->place > 1.0 && reservoir->place < 2.0);
}

/* Under the last text a headline stands above none. */
static void test_heap(void **state)
{
    (void)state;
    struct made_passages made =
        passages_made(&keep, HEATING GAP DAM GAP RESERVOIR_HEAD GAP HEATING_HEAD);
    assert_int_equal(made.passages.headings.len, 2);
    assert_int_equal(made.passages.elsewhere, 2);
    for (size_t h = 0; h < 2; h++) {
        assert_true(made.passages.headings.at[h].above == PASSAGE_NONE);
        assert_false(made.passages.headings.at[h].crowded);
    }
    assert_true(made.passages.headings.at[0].below != PASSAGE_NONE);
    assert_true(made.passages.headings.at[1].below == PASSAGE_NONE);
}

/* Two right above one text: the upper is crowded out by the lower. */
static void test_crowded(void **state)
{
    (void)state;
    struct made_passages made =
        passages_made(&keep, RESERVOIR_HEAD GAP HEATING_HEAD "\n" HEATING "\n" DAM);
    const struct headings *headings = &made.passages.headings;
    assert_true(headings->at[heading_with(&made, "守堤")].crowded);
    assert_false(headings->at[heading_with(&made, "抢修")].crowded);
    made = passages_made(&keep, HEATING_HEAD "\n" HEATING "\n" RESERVOIR_HEAD "\n" DAM);
    assert_false(made.passages.headings.at[heading_with(&made, "抢修")].crowded);
    assert_false(made.passages.headings.at[heading_with(&made, "守堤")].crowded);
}

/* ---- pictures, and headings that may be texts */

static void test_pictures(void **state)
{
    (void)state;
    struct made_passages made = passages_made(
        &keep, HEATING "\n" RESERVOIR_HEAD "\n图为水库管护员李麦冬在查看闸门。\n车前 摄\n");
    size_t picture = passage_with(&made, "图为");
    assert_int_equal(made.passages.row, 2);
    assert_true(picture >= made.passages.row);
    assert_true(made.passages.at[picture].picture);
    assert_false(made.passages.at[picture].doubtful);
    assert_int_equal(made.passages.headings.at[heading_with(&made, "守堤")].above, picture);
}

/* A heading without a sentence's end may be the start of a text; settled, it is none. */
static void test_doubtful(void **state)
{
    (void)state;
    struct made_passages made = passages_made(&keep, HEATING_HEAD "\n" HEATING);
    size_t doubtful = passage_with(&made, "抢修");
    assert_true(doubtful >= made.passages.row);
    assert_true(made.passages.at[doubtful].doubtful);
    assert_true(made.passages.at[doubtful].open);
    assert_true(made.passages.at[doubtful].place < made.passages.at[0].place);
    passages_settle(&made.passages);
    assert_int_equal(made.passages.len, made.passages.row);
    made = passages_made(&keep, "管网检修\n\n" HEATING);
    for (size_t i = 0; i < made.passages.len; i++)
        assert_false(made.passages.at[i].doubtful);
}

static void test_may_begin(void **state)
{
    (void)state;
    struct made_passages made = passages_made(&keep, HEATING "\n" RESERVOIR_HEAD "\n" DAM);
    assert_true(passage_may_begin(&made.passages, 0));
    assert_false(passage_may_begin(&made.passages, passage_with(&made, "目前")));
    assert_true(passage_may_begin(&made.passages, passage_with(&made, "清晨")));
    assert_false(passage_may_begin(&made.passages, passage_with(&made, "水库建成")));
}

static void test_no_text(void **state)
{
    (void)state;
    struct made_passages made = passages_made(&keep, "责任编辑：方海\n");
    assert_int_equal(made.passages.len, 0);
    assert_int_equal(made.passages.headings.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headline_between),
        cmocka_unit_test(test_byline_between),
        cmocka_unit_test(test_signature_between),
        cmocka_unit_test(test_picture_between),
        cmocka_unit_test(test_residue_between),
        cmocka_unit_test(test_jumps_between),
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_around),
        cmocka_unit_test(test_regroup),
        cmocka_unit_test(test_heading_above),
        cmocka_unit_test(test_heap),
        cmocka_unit_test(test_crowded),
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_doubtful),
        cmocka_unit_test(test_may_begin),
        cmocka_unit_test(test_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
