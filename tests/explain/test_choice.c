/* SPDX-License-Identifier: MIT */
#include "explain/explained.h"
#include "explain/made_page.h"

/* The spot of the text that begins with WORDS. */
static struct spot spot_at(const struct explained_page *of, const char *words)
{
    struct spot spot = {0};
    size_t at = str_find(of->page->text, str_of(words), 0);
    assert_true(spot_find(&of->account.trail, (uint32_t)at, &spot));
    return spot;
}

static const char *told_of(struct explained_page *of, const struct spot *spot,
                           void (*tell)(const struct teller *teller, const struct spot *spot))
{
    buf_reset(&of->out);
    tell(&of->teller, spot);
    return said_by(of);
}

static void test_texts_are_found_by_their_start(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    struct spot spot = spot_at(of, "茶农说，2019年");
    assert_int_equal(spot_of(spot.part, spot.text).text, spot.text);
    assert_false(spot_find(&of->account.trail, 1, &spot));
    explained_page_clear(of);
}

static void test_how_a_text_goes_on(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    struct spot first = spot_at(of, "本报讯"), last = spot_at(of, "渡口的船工撑船过河，");
    assert_says(told_of(of, &first, tell_next), "goes on in");
    assert_is_silent_on(told_of(of, &first, tell_next), "ends here; ");
    assert_says(told_of(of, &last, tell_next), "ends here; ");
    assert_is_silent_on(told_of(of, &last, tell_next), "goes on in");
    assert_false(goes_on_clearly(&last));
    explained_page_clear(of);
}

static void test_which_headline(void **state)
{
    (void)state;
    struct explained_page *of = explained_page_of(MADE_PAGE);
    struct spot first = spot_at(of, "本报讯");
    const char *said = told_of(of, &first, tell_headline);
    assert_says(said, "chosen for this text");
    assert_says(said, "next best: ");
    explained_page_clear(of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_are_found_by_their_start),
        cmocka_unit_test(test_how_a_text_goes_on),
        cmocka_unit_test(test_which_headline),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
