/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/diag.h"

static void assert_prints(const struct diag *diag, const char *line)
{
    struct buf out = {0};
    diag_print(&out, diag);
    assert_str(buf_view(&out), line);
    buf_clear(&out);
}

static void test_places(void **state)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    (void)state;
    diag_add(&diags, D_CONFIG, (struct place){STR("x.yaml"), 3, 7}, "%s: no", "title");
    diag_add(&diags, D_CONFIG_UNKNOWN_KEY, (struct place){STR("x.yaml"), 3, 0}, "what");
    diag_add(&diags, D_FILE_SKIPPED, (struct place){STR("x.yaml"), 0, 7}, "what");
    diag_add(&diags, D_FILE_SKIPPED, (struct place){0}, "what");
    assert_int_equal(diags.len, 4);
    assert_prints(&diags.at[0], "x.yaml:3:7: error: title: no; nothing was written\n");
    assert_prints(&diags.at[1], "x.yaml:3: warning: what; ignored\n");
    assert_prints(&diags.at[2], "x.yaml: warning: what; left out\n");
    assert_prints(&diags.at[3], "warning: what; left out\n");
    arena_clear(&keep);
}

static void test_text_is_copied_whole(void **state)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    char text[2001] = {0};
    (void)state;
    memset(text, 'x', sizeof text - 1);
    diag_add(&diags, D_CONFIG, (struct place){0}, "%s", text);
    text[0] = 'y';
    assert_int_equal(diags.at[0].what.len, 2000);
    assert_int_equal(diags.at[0].what.ptr[0], 'x');
    arena_clear(&keep);
}

static void test_findings_cannot_talk_to_a_terminal(void **state)
{
    struct diag diag = {D_FILE_SKIPPED, {STR("a\x1b[2J\n.txt"), 1, 0}, STR("b\x07\u202e\xff县")};
    (void)state;
    assert_prints(&diag, "a\\u001b[2J\\u000a.txt:1: warning: b\\u0007\\u202e\\xff县; left out\n");
}

static void test_worst(void **state)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    (void)state;
    assert_int_equal(diags_worst(&diags), DIAG_NOTE);
    diag_add(&diags, D_FILE_SKIPPED, (struct place){0}, "what");
    assert_int_equal(diags_worst(&diags), DIAG_WARNING);
    diag_add(&diags, D_CONFIG, (struct place){0}, "what");
    diag_add(&diags, D_FILE_UNREADABLE, (struct place){0}, "what");
    assert_int_equal(diags_worst(&diags), DIAG_FATAL);
    arena_clear(&keep);
}

/* Whether a name consists of small letters and single dashes between them. */
static bool is_name(const char *name)
{
    if (!*name || *name == '-')
        return false;
    for (; *name; name++) {
        if (!(*name >= 'a' && *name <= 'z') && !(*name == '-' && name[1] && name[1] != '-'))
            return false;
    }
    return true;
}

static void test_every_kind_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_ID_COUNT; i++) {
        const char *name = diag_name((enum diag_id)i);
        assert_true(is_name(name));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(name, diag_name((enum diag_id)j));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_text_is_copied_whole),
        cmocka_unit_test(test_findings_cannot_talk_to_a_terminal),
        cmocka_unit_test(test_worst),
        cmocka_unit_test(test_every_kind_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
