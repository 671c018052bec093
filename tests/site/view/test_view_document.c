/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "site/view/view.h"

static void every_name_has_a_line(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct value_field *field = page_kinds[kind].type->fields;
        for (; field->name; field++) {
            assert_true(strlen(field->doc) > 0);
            assert_null(strchr(field->doc, '\n'));
            assert_null(strchr(field->doc, '|'));
        }
    }
}

static bool has_field(const struct value_type *type, const char *name)
{
    for (const struct value_field *field = type->fields; field->name; field++) {
        if (str_eq(str_of(field->name), str_of(name)))
            return true;
    }
    return false;
}

static void every_subject_has_what_the_frame_asks_for(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct value_type *type = page_kinds[kind].type;
        assert_true(has_field(type, "title"));
        assert_true(has_field(type, "description"));
        assert_true(kind == PAGE_HOME || has_field(type, "crumbs"));
    }
}

static void every_heading_is_there_once(void **state)
{
    (void)state;
    struct buf out = {0};
    view_document(&out);
    struct str rest = buf_view(&out);
    struct map seen = {0};
    struct arena keep = {0};
    while (rest.len) {
        struct str line = str_cut(&rest, '\n');
        if (!str_starts(line, STR("### ")))
            continue;
        void **slot = map_at(&keep, &seen, line);
        assert_null(*slot);
        *slot = &out;
    }
    assert_true(seen.len > 30);
    arena_clear(&keep);
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_has_a_line),
        cmocka_unit_test(every_subject_has_what_the_frame_asks_for),
        cmocka_unit_test(every_heading_is_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
