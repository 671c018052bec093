/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <fcntl.h>

#include "base/utf8.h"
#include "site/check/host.h"
#include "temp.h"

#define LONG_NAME "a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-.html"

struct fixture {
    struct arena keep;
    struct str dir;
    struct diags diags;
};

static int setup(void **state)
{
    struct fixture *f = xcalloc(1, sizeof *f);
    f->dir = temp_dir(&f->keep);
    f->diags.keep = &f->keep;
    temp_write(&f->keep, f->dir, "index.html", "x");
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return 0;
}

/* A file of so many bytes that takes no room. */
static void put_large(struct fixture *f, const char *name, off_t size)
{
    int fd = open(temp_path(&f->keep, f->dir, name), O_CREAT | O_WRONLY, 0600);
    assert_true(fd >= 0 && ftruncate(fd, size) == 0);
    close(fd);
}

/* Whether HOST takes the site, or the first finding says WHAT. */
static void assert_takes(struct fixture *f, const char *host, const char *what)
{
    f->diags.len = 0;
    host_check(f->dir, host_find(str_of(host)), &f->diags);
    if (!what) {
        assert_int_equal(f->diags.len, 1);
        assert_int_equal(f->diags.at[0].id, D_HOST_FITS);
        return;
    }
    assert_true(f->diags.len > 1);
    if (!str_has(f->diags.at[0].what, str_of(what)))
        fail_msg("\"%.*s\" does not say \"%s\"", STR_FMT(f->diags.at[0].what), what);
    assert_true(str_has(f->diags.at[f->diags.len - 1].what, STR("so it does not fit")));
}

static void test_hosts(void **state)
{
    (void)state;
    assert_non_null(host_find(STR("github")));
    assert_null(host_find(STR("GitHub")));
    assert_null(host_find(STR("")));
    struct str rest = str_of(host_names);
    while (rest.len)
        assert_non_null(host_find(utf8_trim(str_cut(&rest, ','))));
}

static void test_sizes(void **state)
{
    struct fixture *f = *state;
    put_large(f, "a.js", (off_t)26214400);
    assert_takes(f, "cloudflare", NULL);
    put_large(f, "a.js", (off_t)26214401);
    assert_takes(f, "cloudflare", "26214401 bytes are more than the 26214400");
    assert_takes(f, "github", NULL);
    put_large(f, "a.js", (off_t)100 * 1024 * 1024 + 1);
    assert_takes(f, "github", "more than the 104857600");
    assert_takes(f, "fat32", NULL);
    put_large(f, "a.js", (off_t)4 * 1024 * 1024 * 1024 - 1);
    assert_takes(f, "fat32", NULL);
    assert_takes(f, "iso9660", NULL);
    put_large(f, "a.js", (off_t)4 * 1024 * 1024 * 1024);
    assert_takes(f, "fat32", "4294967296 bytes");
    assert_takes(f, "iso9660", "4294967296 bytes");
    assert_takes(f, "netlify", NULL);
}

/* What was measured is told where all fits, and nothing of it where something does not. */
static void test_what_fits_is_told(void **state)
{
    static const struct {
        const char *host, *said;
    } cases[] = {
        {"github", "fits GitHub Pages: 3 files, 24 of 1000000000 bytes in all, 20 of 104857600 "
                   "bytes in the largest file"},
        {"cloudflare", "fits Cloudflare Pages (free): 3 of 20000 files, 24 bytes in all, 20 of "
                       "26214400 bytes in the largest file"},
        {"netlify",
         "fits Netlify: 3 files, 24 bytes in all, 2 of 54000 files in the fullest folder"},
        {"fat32", "fits a FAT32 stick: 3 files, 24 bytes in all, 20 of 4294967295 bytes in the "
                  "largest file, 10 of 255 characters in the longest name, 4 of 65534 entries that "
                  "the names of the fullest folder take"},
        {"iso9660", "fits a disc (ISO 9660 with Joliet): 3 files, 24 bytes in all, 20 of "
                    "4294967295 bytes in the largest file, 10 of 64 characters in the longest "
                    "name"},
    };
    struct fixture *f = *state;
    put_large(f, "a.js", 20);
    file_write(path_join(&f->keep, f->dir, STR("1/a.html")), STR("xxx"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_takes(f, cases[i].host, NULL);
        assert_str(f->diags.at[0].what, cases[i].said);
        assert_true(str_eq(f->diags.at[0].place.file, f->dir));
    }
}

static void test_all_sizes_together(void **state)
{
    struct fixture *f = *state;
    for (char name[] = "a.js"; *name < 'a' + 10; ++*name)
        put_large(f, name, (off_t)99 * 1000 * 1000);
    assert_takes(f, "github", NULL);
    put_large(f, "z.js", (off_t)10 * 1000 * 1000);
    assert_takes(f, "github", "bytes in all are more than the 1000000000");
}

static void test_names(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "a.html", "x");
    assert_takes(f, "fat32", NULL);
    temp_write(&f->keep, f->dir, "A.html", "x");
    assert_takes(f, "fat32", "differs in capitals alone");
    assert_takes(f, "iso9660", "differs in capitals alone");
    assert_takes(f, "github", NULL);
    remove(temp_path(&f->keep, f->dir, "A.html"));
    temp_write(&f->keep, f->dir, "b?.html", "x");
    assert_takes(f, "fat32", "takes no '?'");
    remove(temp_path(&f->keep, f->dir, "b?.html"));
    assert_takes(f, "iso9660", NULL);
    temp_write(&f->keep, f->dir, LONG_NAME, "x");
    assert_takes(f, "iso9660", "65 characters of a name");
    assert_takes(f, "fat32", NULL);
}

static void test_folders_and_hidden_files(void **state)
{
    struct fixture *f = *state;
    file_write(path_join(&f->keep, f->dir, STR("1/2/3/4/5/6/7/8/9/a.html")), STR("x"));
    assert_takes(f, "iso9660", NULL);
    file_write(path_join(&f->keep, f->dir, STR("a:b/x.html")), STR("x"));
    assert_takes(f, "fat32", "takes no ':'");
    dir_remove(path_join(&f->keep, f->dir, STR("a:b")));
    file_write(path_join(&f->keep, f->dir, STR(LONG_NAME "/x.html")), STR("x"));
    assert_takes(f, "iso9660", "65 characters of a name");
    dir_remove(path_join(&f->keep, f->dir, STR(LONG_NAME)));
    temp_write(&f->keep, f->dir, "a.", "x");
    assert_takes(f, "fat32", "'.' at the end");
    remove(temp_path(&f->keep, f->dir, "a."));
    put_large(f, ".hidden", (off_t)4 * 1024 * 1024 * 1024);
    assert_takes(f, "fat32", "4294967296 bytes");
}

/* A name of 251 characters takes 21 of a FAT folder's 65,534 entries, one for itself and one for
   every 13 characters; so 3,120 have room. */
static void test_long_names_in_one_folder(void **state)
{
    struct fixture *f = *state;
    char name[] = "stories/";
    mkdir(temp_path(&f->keep, f->dir, name), 0700);
    for (unsigned i = 0; i < 3120; i++)
        temp_write(&f->keep, f->dir, str_format(&f->keep, "%s%0251u", name, i).ptr, "");
    assert_takes(f, "fat32", NULL);
    temp_write(&f->keep, f->dir, str_format(&f->keep, "%s%0251u", name, 3120).ptr, "");
    assert_takes(f, "fat32", "65541 entries that their names take in one folder");
}

static void test_no_site(void **state)
{
    struct fixture *f = *state;
    host_check(path_join(&f->keep, f->dir, STR("none")), host_find(STR("github")), &f->diags);
    assert_int_equal(f->diags.len, 1);
    assert_true(str_has(f->diags.at[0].what, STR("build it first")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hosts),
        cmocka_unit_test_setup_teardown(test_sizes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_fits_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(test_all_sizes_together, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_folders_and_hidden_files, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_names_in_one_folder, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_site, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
