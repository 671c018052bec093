/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "bag/bag_file.h"
#include "base/file_at.h"
#include "temp.h"

#include <errno.h>
#include <fcntl.h>

/* The examples of FIPS 180-2, and one of two parts. */
static void test_digests_are_those_of_sha_256(void **state)
{
    (void)state;
    struct arena keep = {0};
    struct str dir = temp_dir(&keep);
    int fd = open(dir.ptr, O_RDONLY | O_DIRECTORY);
    struct digest digest;
    struct bag_file file;
    assert_true(bag_file_write(fd, "a/empty", STR_NONE, &digest));
    assert_string_equal(digest.hex,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_true(bag_file_write(fd, "a/abc", STR("abc"), &digest));
    assert_string_equal(digest.hex,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(bag_file_open(&file, fd, "b"));
    assert_true(bag_file_add(&file, STR("abcdbcdecdefdefgefghfghighij")));
    assert_true(bag_file_add(&file, STR("hijkijkljklmklmnlmnomnopnopq")));
    assert_true(bag_file_close(&file, &digest));
    assert_string_equal(digest.hex,
                        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    assert_true(file_at_holds(fd, "a/abc", STR("abc")));
    assert_true(
        file_at_holds(fd, "b", STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")));
    errno = 0;
    assert_false(bag_file_write(fd, "b", STR("other"), &digest));
    assert_int_equal(errno, EEXIST);
    close(fd);
    assert_true(dir_remove(dir));
    arena_clear(&keep);
}

static void test_lines_name_what_ends_lines_otherwise(void **state)
{
    (void)state;
    struct digest digest = {"00ff"};
    struct buf out = {0};
    bag_line(&out, &digest, STR("data/100%\r\n%0A 县.txt"));
    assert_str(buf_view(&out), "00ff  data/100%25%0D%0A%250A 县.txt\n");
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digests_are_those_of_sha_256),
        cmocka_unit_test(test_lines_name_what_ends_lines_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
