/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/view/sentence.h"
#include "site/words.h"

static const struct strings *messages(struct arena *keep)
{
    struct diags diags = {.keep = keep};
    return strings_read(keep, STR("m.yaml"),
                        STR("count: 存报道 {n} 篇\nfrom: 从 {from} 到 {to}\nstop: 。\nlike: "
                            "如{words}\nbracketed: 〔{text}〕\n"),
                        NULL, &diags);
}

static void slots_become_runs_of_their_own(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct sentence sentence = {0};
    sentence_say(&keep, &sentence, messages(&keep), "count", {"n", run_strong(&keep, 8)});
    assert_int_equal(sentence.len, 3);
    assert_str(sentence.at[0].text, "存报道 ");
    assert_str(sentence.at[1].text, "8");
    assert_true(sentence.at[1].strong);
    assert_false(sentence.at[2].strong);
    arena_clear(&keep);
}

static void messages_add_up_to_a_sentence(void **state)
{
    (void)state;
    struct arena keep = {0};
    const struct strings *strings = messages(&keep);
    struct sentence sentence = {0};
    sentence_say(&keep, &sentence, strings, "from", {"to", run_text(STR("乙"))},
                 {"from", run_linked(run_text(STR("甲")), STR("a.html"))});
    sentence_say_all(&keep, &sentence, strings, "stop", NULL);
    assert_str(sentence_text(&keep, strings, &sentence), "从 甲 到 乙。");
    assert_str(sentence.at[1].href, "a.html");
    assert_int_equal(sentence.at[3].href.len, 0);
    arena_clear(&keep);
}

static void a_slot_takes_several_runs(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct sentence many = {0}, sentence = {0};
    vec_push(&keep, &many, (struct run){.text = STR("玉米"), .evidence = true});
    vec_push(&keep, &many, run_text(STR("、")));
    vec_push(&keep, &many, (struct run){.text = STR("种植"), .evidence = true});
    sentence_say(&keep, &sentence, messages(&keep), "like", {"words", run_many(&many)});
    assert_str(sentence_text(&keep, messages(&keep), &sentence), "如玉米、种植");
    assert_true(sentence.at[3].evidence);
    arena_clear(&keep);
}

static void dates_keep_what_is_inferred(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct when when = {words(&keep), {2023, 4, 0}, PRECISION_MONTH, .inferred = true};
    struct run run = run_when(&keep, &when);
    assert_str(run.text, "2023年4月");
    assert_str(run.iso, "2023-04");
    assert_true(run.supplied);
    struct sentence sentence = {0};
    vec_push(&keep, &sentence, run_text(STR("时间 ")));
    vec_push(&keep, &sentence, run);
    assert_str(sentence_text(&keep, words(&keep), &sentence), "时间 〔2023年4月〕");
    when.inferred = false;
    assert_false(run_when(&keep, &when).supplied);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slots_become_runs_of_their_own),
        cmocka_unit_test(messages_add_up_to_a_sentence),
        cmocka_unit_test(a_slot_takes_several_runs),
        cmocka_unit_test(dates_keep_what_is_inferred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
