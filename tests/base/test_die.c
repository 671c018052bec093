/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/embedded.h"

static void die_of_words(void)
{
    die("no %s", "words");
}

static void die_of_size(void)
{
    struct arena arena = {0};
    arena_array(&arena, SIZE_MAX / 2, 3);
}

static void die_of_name(void)
{
    static const struct embedded_file files[] = {{"a", (const unsigned char *)"x", 1}, {0}};
    embedded_get(files, "b");
}

/* That a function ends the process with status 2 and a message that begins so. */
static void assert_dies(void (*function)(void), const char *message)
{
    int ends[2], status;
    char said[256] = {0};
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        function();
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(ends[0], said, sizeof said - 1) >= 0);
    close(ends[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_NOT_DONE);
    assert_memory_equal(said, message, strlen(message));
}

static void test_ways_to_die(void **state)
{
    (void)state;
    assert_dies(die_of_words, "xianbao: error: no words; stopped\n");
    assert_dies(die_of_size, "xianbao: error: out of memory (");
    assert_dies(die_of_name, "xianbao: error: no file b is built in; stopped\n");
}

static void test_embedded_files(void **state)
{
    static const struct embedded_file files[] = {
        {"a", (const unsigned char *)"x", 1}, {"b/c", (const unsigned char *)"yz", 2}, {0}};
    (void)state;
    assert_str(embedded_get(files, "b/c"), "yz");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ways_to_die),
        cmocka_unit_test(test_embedded_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
