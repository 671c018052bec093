/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/bidi.h"
#include "base/utf8.h"

#define RLE "\u202b"
#define PDF "\u202c"
#define RLO "\u202e"
#define RLI "\u2067"
#define PDI "\u2069"

static void check(const char *text, const char *expected)
{
    struct arena keep = {0};
    assert_str(bidi_closed(&keep, str_of(text)), expected);
    arena_clear(&keep);
}

static void what_turns_nothing_after_it_stays(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",          "岚县“谷子”——丰收",          "سلام 123",          "\u200f\u200e\u061c",
        RLE "a" PDF, RLI "a" RLO "b" PDF PDI "c", RLI RLO "a" PDI "b", /* ends the override too */
        PDF "a" PDF};
    struct arena keep = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_ptr_equal(bidi_closed(&keep, str_of(texts[i])).ptr, texts[i]);
    arena_clear(&keep);
}

static void what_is_open_is_ended_in_its_order(void **state)
{
    (void)state;
    check("a" RLO "b", "a" RLO "b" PDF);
    check(RLI RLE "a", RLI RLE "a" PDF PDI);
    check(RLO RLI "a" PDF, RLO RLI "a" PDF PDI PDF); /* the end of no embedding in the isolate */
}

static void an_end_of_no_isolate_is_shown(void **state)
{
    (void)state;
    check(PDI RLO "a", "\ufffd" RLO "a" PDF);
    check(RLO PDI, RLO "\ufffd" PDF);
    check(RLI PDI PDI, RLI PDI "\ufffd");
}

static void too_many_are_shown(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct buf many = {0};
    for (size_t i = 0; i < BIDI_DEEPEST + 2; i++)
        buf_str(&many, STR(RLO));
    struct str closed = bidi_closed(&keep, buf_view(&many));
    assert_int_equal(utf8_count(closed), BIDI_DEEPEST + 2 + BIDI_DEEPEST);
    assert_true(str_has(closed, STR(RLO "\ufffd\ufffd" PDF)));
    buf_clear(&many);
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_turns_nothing_after_it_stays),
        cmocka_unit_test(what_is_open_is_ended_in_its_order),
        cmocka_unit_test(an_end_of_no_isolate_is_shown),
        cmocka_unit_test(too_many_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
