/* SPDX-License-Identifier: MIT */
#include "story/made_passages.h"
#include "story/made_texts.h"

#include "page/wordlist.h"
#include "story/evidence.h"

static struct arena keep;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* ---- links, as links.c makes them */

/* The passage with AFTER read after the one with BEFORE, on the page TEXT. */
static struct link link_on(const char *text, const char *before, const char *after)
{
    struct made_passages *made = ARENA_NEW(&keep, struct made_passages);
    *made = passages_made(&keep, text);
    struct passage *at = made->passages.at;
    size_t end = passage_with(made, before), start = passage_with(made, after);
    assert_int_not_equal(end, start);
    struct link link = {.passages = &made->passages,
                        .seams = seams_of(&keep, &made->passages, 0, made->passages.row),
                        .kind = at[end].open ? AFTER_OPEN : AFTER_CLOSED,
                        .end = &at[end],
                        .start = &at[start],
                        .near = PASSAGE_NONE,
                        .next = start == end + 1,
                        .common = pairs_common(&at[end].back->words, &at[start].forth->words),
                        .chars = pairs_common(&at[end].back->chars, &at[start].forth->chars),
                        .near_common = pairs_common(&at[end].own.words, &at[start].own.words)};
    link_read_seam(&link);
    link.best_of_end = link.best_of_start = link.common;
    return link;
}

/* The headline with HEAD over the passage with TEXT_OF. */
static struct link head_on(const char *text, const char *head, const char *text_of)
{
    static const struct block no_block = {.role = ROLE_PARAGRAPH};
    static const struct passage nothing = {
        .block = &no_block, .back = &nothing.own, .forth = &nothing.own};
    struct made_passages *made = ARENA_NEW(&keep, struct made_passages);
    *made = passages_made(&keep, text);
    size_t start = passage_with(made, text_of);
    size_t h = heading_with(made, head), row = made->passages.row;
    const struct heading *heading = &made->passages.headings.at[h];
    size_t *starts = ARENA_ARRAY(&keep, size_t, row);
    for (size_t i = 0; i < row; i++)
        starts[i] = i;
    const struct answer *answers = answers_of(&keep, &made->passages, &h, 1, starts, row, false);
    struct link link = {.passages = &made->passages,
                        .seams = seams_of(&keep, &made->passages, 0, made->passages.row),
                        .kind = AFTER_HEAD,
                        .end = &nothing,
                        .start = &made->passages.at[start],
                        .head = heading,
                        .near = heading->above,
                        .next = heading->above == start,
                        .answer = answers[start]};
    return link;
}

/* What NAME measures of LINK. */
static double measure(const struct link *link, const char *name)
{
    struct buf out = {0};
    link_dump(&out, NULL);
    link_dump(&out, link);
    struct str values = str_dup(&keep, buf_view(&out));
    struct str names = str_trim_ascii(str_cut(&values, '\n'));
    buf_clear(&out);
    values = str_trim_ascii(values);
    while (names.len) {
        struct str value = str_cut(&values, ' ');
        if (str_eq(str_cut(&names, ' '), str_of(name)))
            return strtod(str_c(&keep, value), NULL);
    }
    fail_msg("nothing measures %s", name);
    return 0.0;
}

/* Whether LIKELY's evidence is above UNLIKELY's. */
static void assert_likelier(struct link likely, struct link unlikely)
{
    assert_true(link_evidence(&likely) > link_evidence(&unlikely));
}

static void assert_measure(struct link link, const char *name, double value)
{
    double off = measure(&link, name) - value;
    assert_true(off < 1e-3 && off > -1e-3);
}

/* ---- texts */

#define HEAT_A \
    "本报讯（记者 甘雨）入冬以来，供热公司对城区管网逐段检修，换了老化的阀门，供热站里的技"
#define HEAT_B "术员每隔半小时记录一次管网的温度和压力，阀门漏水的小区当天就修好。"
#define DAM_A \
    "本报讯（记者 车前）清晨，水库管护员李麦冬沿着堤坝查看闸门，走了三十年，堤坝上每一块石"
#define DAM_B "头他都熟悉，水库建成以来闸门没有出过一次险情。"
#define PICTURE "\n\n资料图片\n\n"
#define HALVES HEAT_A PICTURE DAM_A PICTURE HEAT_B PICTURE DAM_B "\n"
#define HEADS \
    "供热公司检修城区管网\n\n" HEAT_A HEAT_B "\n\n水库管护员守堤三十年\n\n" DAM_A DAM_B "\n"

/* ---- an open sentence */

/* Of two rests, the one whose words fit: 技 | 术员. */
static void test_words_at_the_seam(void **state)
{
    (void)state;
    assert_likelier(link_on(HALVES, "入冬以来", "术员每隔"), link_on(HALVES, "入冬以来", "头他都"));
    assert_likelier(link_on(HALVES, "李麦冬", "头他都"), link_on(HALVES, "李麦冬", "术员每隔"));
}

/* A run of characters that stands elsewhere on the page may stand here. */
static void test_known_runs(void **state)
{
    (void)state;
    static const char page[] = HALVES "\n    全县的技术员都来了，技术员的工具也来了。\n";
    struct link known = link_on(page, "入冬以来", "术员每隔");
    struct link unknown = link_on(page, "入冬以来", "头他都");
    assert_true(measure(&known, "known_2") > measure(&unknown, "known_2"));
    assert_true(measure(&known, "known_3") > measure(&unknown, "known_3"));
    assert_measure(known, "unknown", 0.0);
    assert_measure(unknown, "unknown", 1.0);
    assert_likelier(known, unknown);
}

/* A start of two characters before a comma may go on with a sentence, but hardly stands alone
   between two commas; nor is a clause as long as two. */
static void test_clauses(void **state)
{
    (void)state;
    static const char page[] = "    供热公司今年冬天派师傅到各个小区去，把漏水的管网换了一遍，\n\n"
                               "供热公司的阀门换好以后，管网里面的压力和温度都由师傅按照自愿\n\n"
                               "原则，每隔半小时记录一次。\n\n"
                               "    供热公司的阀门换好以后，管网的压力和温度都归师傅来管，\n\n"
                               "由供热公司和各个小区的物业公司按照合同里约定的办法一起承担费用。\n";
    assert_measure(link_on(page, "按照自愿", "原则"), "short_clause", 0.5);
    assert_measure(link_on(page, "按照自愿", "原则"), "clause_alone", 0.0);
    assert_measure(link_on(page, "来管", "原则"), "clause_alone", 0.5);
    assert_measure(link_on(page, "来管", "由供热"), "clause_long", 1.5);
    assert_likelier(link_on(page, "按照自愿", "原则"), link_on(page, "来管", "原则"));
}

/* A page on which a sentence opens a quotation, or does not, and goes on in one of two. */
#define SAYING(quote)                                                        \
    "师傅们都不休息”，他每天去三个小区查看管网。\n\n" \
    "师傅们都不休息，他每天去三个小区查看管网呢。\n\n" \
    "    供热公司的经理说：" quote "管网老化了，阀门也要换，今年冬天供热站的\n"

/* What a quotation opens has to be closed, and nothing else. */
static void test_quotations(void **state)
{
    (void)state;
    static const char page[] = SAYING("“"), plain[] = SAYING("");
    struct link fits = link_on(page, "今年冬天供热站的", "休息”");
    struct link open = link_on(page, "今年冬天供热站的", "管网呢");
    struct link unopened = link_on(plain, "今年冬天供热站的", "休息”");
    struct link none = link_on(plain, "今年冬天供热站的", "管网呢");
    assert_measure(fits, "quotes_fit", 1.0);
    assert_measure(open, "quotes_left_open", 1.0);
    assert_measure(unopened, "quotes_unopened", 1.0);
    assert_measure(none, "quotes_fit", 0.0);
    assert_likelier(fits, open);
    assert_likelier(none, unopened);
    assert_likelier(fits, unopened);
    assert_likelier(none, open);
}

/* No paragraph goes on with 本报讯. */
static void test_report(void **state)
{
    (void)state;
    assert_measure(link_on(HALVES, "入冬以来", "李麦冬"), "report", 1.0);
    assert_measure(link_on(HALVES, "入冬以来", "术员每隔"), "report", 0.0);
    assert_likelier(link_on(HALVES, "入冬以来", "头他都"), link_on(HALVES, "入冬以来", "李麦冬"));
    assert_likelier(link_on(HALVES, "李麦冬", "术员每隔"), link_on(HALVES, "李麦冬", "入冬以来"));
}

/* A text that begins to speak of other things may end there; nothing is known of ends that stand
   elsewhere. */
static void test_shifts(void **state)
{
    (void)state;
    struct link between = link_on(TEA_A TEA_B FERRY_A FERRY_B, "茶农说", "渡口的船工");
    struct link inside = link_on(TEA_A TEA_B FERRY_A FERRY_B, "采完春茶", "茶农说");
    struct link elsewhere = link_on(TEA_A TEA_B FERRY_A FERRY_B, "采完春茶", "渡口的船工");
    assert_true(measure(&between, "shift") > 0.0 && measure(&between, "shift_lead") > 0.0);
    assert_true(measure(&inside, "shift") < measure(&between, "shift"));
    assert_true(measure(&inside, "shift_lead") < 0.0);
    assert_measure(elsewhere, "shift", 0.0);
    assert_measure(elsewhere, "shift_lead", 0.0);
    assert_measure(elsewhere, "shift_shorter", 0.0);
    assert_likelier(inside, between);
}

/* Commas as wide here as there. */
static void test_commas(void **state)
{
    (void)state;
    struct link alike = link_on(HALVES, "入冬以来", "术员每隔"), differ = alike;
    struct passage start = *alike.start;
    start.wide_commas = false;
    start.narrow_commas = true;
    differ.start = &start;
    assert_measure(alike, "commas_differ", 0.0);
    assert_measure(differ, "commas_differ", 1.0);
    assert_likelier(alike, differ);
}

/* ---- a closed sentence */

#define THREE                                                                                                                   \
    "供热公司检修城区管网\n\n    入冬以来，供热公司对城区管网逐段检修，换了老化的阀门。\n" \
    "    供热公司的管网检修还在继续，城区老化的阀门都要换。\n"

/* The next paragraph rather than the same from afar. */
static void test_next(void **state)
{
    (void)state;
    struct link near = link_on(THREE, "入冬以来", "还在继续"), far = near;
    far.next = false;
    struct passage start = *near.start;
    start.place += 5.0;
    far.start = &start;
    assert_likelier(near, far);
}

/* What begins a story is not the next paragraph of another: a headline, a byline, a report, a
 * signature before it. */
static void test_begins(void **state)
{
    (void)state;
    struct link plain = link_on(THREE, "入冬以来", "还在继续");
    struct passage start = *plain.start;
    struct link other = plain;
    other.start = &start;
    start.report = true;
    assert_likelier(plain, other);
    start = *plain.start;
    start.before.byline = true;
    assert_likelier(plain, other);
    start = *plain.start;
    start.before.headline = true;
    start.before.lean = 3.0;
    start.before.chars = 14;
    assert_likelier(plain, other);
    struct passage end = *plain.end;
    start = *plain.start;
    end.signs = true;
    other.end = &end;
    assert_measure(other, "sign_off", 1.0);
    assert_likelier(plain, other);
}

/* After the end of a sentence no quotation is closed that was not opened. */
static void test_unopened_after_closed(void **state)
{
    (void)state;
    struct link plain = link_on(THREE, "入冬以来", "还在继续"), other = plain;
    struct passage start = *plain.start;
    other.start = &start;
    start.quotes_unopened = 1;
    assert_likelier(plain, other);
}

/* A line set as the middle of a paragraph begins none, and columns of other widths are other texts.
 */
static void test_setting(void **state)
{
    (void)state;
    struct link plain = link_on(THREE, "入冬以来", "还在继续"), other = plain;
    struct passage end = *plain.end, start = *plain.start;
    struct block above = *end.block, first = *start.block, middle = *start.block;
    above.column = first.column = middle.column = 17;
    first.continues = false;
    middle.continues = true;
    struct passage sound = start;
    end.block = &above;
    sound.block = &first;
    start.block = &middle;
    plain.end = other.end = &end;
    plain.start = &sound;
    other.start = &start;
    assert_measure(plain, "first_line", 1.0);
    assert_measure(other, "continues", 1.0);
    assert_likelier(plain, other);
    struct block wide = first;
    wide.column = 25;
    start.block = &wide;
    assert_measure(plain, "same_column", 1.0);
    assert_measure(other, "other_column", 1.0);
    assert_likelier(plain, other);
}

/* Places of one text are named again, of two they are others. */
static void test_places(void **state)
{
    (void)state;
    static const char page[] = "    池河镇的桑树成行，蚕农忙着采桑。\n\n"
                               "    在池河镇，今年养蚕八千余张。\n\n"
                               "    在熨斗镇，今年种茶三千余亩。\n";
    struct link same = link_on(page, "桑树成行", "八千余张");
    struct link other = link_on(page, "桑树成行", "三千余亩");
    assert_true(measure(&same, "places_shared") > 0.0);
    assert_measure(same, "places_apart", 0.0);
    assert_measure(other, "places_shared", 0.0);
    assert_true(measure(&other, "places_apart") > 0.0);
}

/* ---- headlines */

/* The text that speaks of what it says, as near or as far as any. */
static void test_headline_covered(void **state)
{
    (void)state;
    static const char page[] = HEAT_A HEAT_B
        "\n\n" DAM_A DAM_B "\n\n\n\n水库管护员守堤三十年\n\n\n\n供热公司检修城区管网\n";
    struct link right = head_on(page, "守堤", "李麦冬"), wrong = head_on(page, "守堤", "入冬以来");
    assert_measure(right, "head_elsewhere", 1.0);
    assert_true(measure(&right, "head_ahead") > 0.0);
    assert_true(measure(&wrong, "head_ahead") < 0.0);
}

/* The text right below it rather than one that stands elsewhere. */
static void test_headline_next(void **state)
{
    (void)state;
    struct link near = head_on(HEADS, "守堤", "李麦冬"), far = near;
    assert_true(near.next);
    assert_measure(near, "next", 1.0);
    assert_measure(near, "head_elsewhere", 0.0);
    far.next = false;
    assert_likelier(near, far);
}

/* One above another headline is likelier a kicker or nobody's than the text's. */
static void test_headline_crowded(void **state)
{
    (void)state;
    struct link alone = head_on(HEADS, "守堤", "李麦冬"), crowded = alone;
    struct heading heading = *alone.head;
    heading.crowded = true;
    crowded.head = &heading;
    assert_measure(crowded, "head_crowded", 1.0);
    assert_likelier(alone, crowded);
}

/* Stories begin with reports, not with paragraphs that go on. */
static void test_headline_over_beginning(void **state)
{
    (void)state;
    struct link plain = head_on(HEADS, "守堤", "李麦冬"), other = plain;
    struct passage start = *plain.start, sequel = start;
    start.report = true;
    sequel.report = start.lead = sequel.lead = false;
    sequel.sequel = true;
    plain.start = &start;
    other.start = &sequel;
    assert_likelier(plain, other);
}

/* ---- the table */

/* No measure runs away, whatever the texts. */
static void test_measures_are_finite(void **state)
{
    (void)state;
    static const char page[] = "供热公司检修城区管网\n\n    甲。\n\n    乙\n";
    struct link links[] = {
        link_on(HALVES, "入冬以来", "术员每隔"),
        link_on(HALVES, "术员每隔", "李麦冬"),
        head_on(HEADS, "守堤", "李麦冬"),
        head_on(page, "检修", "甲"),
    };
    for (size_t i = 0; i < COUNT(links); i++)
        assert_true(link_evidence(&links[i]) > -200.0 && link_evidence(&links[i]) < 200.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_at_the_seam),
        cmocka_unit_test(test_known_runs),
        cmocka_unit_test(test_clauses),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_report),
        cmocka_unit_test(test_shifts),
        cmocka_unit_test(test_commas),
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_begins),
        cmocka_unit_test(test_unopened_after_closed),
        cmocka_unit_test(test_setting),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_headline_covered),
        cmocka_unit_test(test_headline_next),
        cmocka_unit_test(test_headline_crowded),
        cmocka_unit_test(test_headline_over_beginning),
        cmocka_unit_test(test_measures_are_finite),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
