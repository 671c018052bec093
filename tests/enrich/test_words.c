/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/words.h"

static void test_longest_first(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct words words = {0};
    static const char first[] = "first", second[] = "second";
    words_add(&keep, &words, STR("农业"), NULL);
    words_add(&keep, &words, STR("农业银行"), first);
    words_add(&keep, &words, STR("农业局"), NULL);
    words_add(&keep, &words, STR("农业银行"), second);
    struct str text = STR("在农业银行");
    struct word_head head = word_head_next(text, word_head_at(text, 0));
    const struct word *word = words_at(&words, text, head);
    assert_str(word->text, "农业银行");
    assert_ptr_equal(word->value, first);
    word = word_next(word, text, head);
    assert_ptr_equal(word->value, second);
    word = word_next(word, text, head);
    assert_str(word->text, "农业");
    assert_null(word_next(word, text, head));
    arena_clear(&keep);
}

/* A word of two characters beside longer ones that only begin like the text. */
static void test_short_beside_long(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct words words = {0};
    words_add(&keep, &words, STR("农业银行"), NULL);
    words_add(&keep, &words, STR("农业局"), NULL);
    words_add(&keep, &words, STR("农业"), NULL);
    struct str text = STR("农业银河");
    struct word_head head = word_head_at(text, 0);
    const struct word *word = words_at(&words, text, head);
    assert_str(word->text, "农业");
    assert_null(word_next(word, text, head));
    text = STR("农业");
    assert_str(words_at(&words, text, word_head_at(text, 0))->text, "农业");
    arena_clear(&keep);
}

static void test_only_whole_words(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct words words = {0};
    words_add(&keep, &words, STR("农业局"), NULL);
    static const char *const others[] = {"农业", "农", "林业局", ""};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct str text = str_of(others[i]);
        assert_null(words_at(&words, text, word_head_at(text, 0)));
    }
    arena_clear(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_longest_first),
        cmocka_unit_test(test_short_beside_long),
        cmocka_unit_test(test_only_whole_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
