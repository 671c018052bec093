/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/tell.h"

#include <stdlib.h>

static void a_line_does_nothing_to_a_terminal(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&text, &len);
    tell(to, "%s: '%.*s' %d", "县\x1b[2J\r\n\u202e", 4, "a\xff\u200b", 7);
    fclose(to);
    assert_string_equal(text, "县\\u001b[2J\\u000d\\u000a\\u202e: 'a\\xff\\xe2\\x80' 7\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_line_does_nothing_to_a_terminal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
