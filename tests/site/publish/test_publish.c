/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/pool.h"
#include "site/publish/publish.h"
#include "temp.h"

#include <sys/file.h>

struct fixture {
    struct arena keep;
    struct str dir;    /* holds the site */
    struct str target; /* DIR/public */
    struct diags diags;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    f->dir = temp_dir(&f->keep);
    f->target = path_join(&f->keep, f->dir, STR("public"));
    f->diags.keep = &f->keep;
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    bool removed = dir_remove(f->dir);
    arena_clear(&f->keep);
    free(f);
    return !removed;
}

struct output {
    const char *path, *bytes;
};

/* Publishes OUTPUTS, which end in one without a path. */
static bool publish(struct fixture *f, const struct output *outputs)
{
    struct stage *stage = publish_begin(f->target, &f->diags);
    if (!stage)
        return false;
    for (; outputs->path; outputs++)
        publish_put(stage, str_of(outputs->path), str_of(outputs->bytes));
    return publish_commit(stage, &(struct tree){0});
}

static const struct output first[] = {
    {"index.html", "first"}, {"stories/a.html", "a"}, {"stories/b.html", "b"}, {0}};
static const struct output second[] = {
    {"index.html", "second"}, {"stories/a.html", "a"}, {"topics/c.html", "c"}, {0}};

static void assert_holds(struct fixture *f, const struct output *outputs)
{
    for (; outputs->path; outputs++)
        assert_string_equal(temp_read(&f->keep, f->target, outputs->path), outputs->bytes);
}

static void assert_nothing_left_beside(struct fixture *f)
{
    assert_false(temp_there(&f->keep, f->dir, ".public.xianbao-new"));
    assert_false(temp_there(&f->keep, f->dir, ".public.xianbao-old"));
}

/* That there is one finding, a fatal one, about FILE (below the site; NULL: the site), which says
   WHAT. */
static void assert_fault(struct fixture *f, const char *file, const char *what)
{
    assert_int_equal(f->diags.len, 1);
    const struct diag *diag = &f->diags.at[0];
    assert_int_equal(diag->id, D_PUBLISH);
    assert_str(diag->place.file, file ? temp_path(&f->keep, f->target, file) : f->target.ptr);
    if (!str_has(diag->what, str_of(what)))
        fail_msg("\"%.*s\" does not say \"%s\"", STR_FMT(diag->what), what);
    f->diags.len = 0;
}

static void test_a_new_site(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    assert_holds(f, first);
    assert_nothing_left_beside(f);
    const char *manifest = temp_read(&f->keep, f->target, "data/files.txt");
    assert_non_null(manifest);
    assert_true(str_has(str_of(manifest), STR(" 5 index.html\n")));
    assert_true(str_has(str_of(manifest), STR(" 1 stories/a.html\n")));
    assert_int_equal(f->diags.len, 0);
}

static void test_the_new_replaces_the_old(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    assert_true(publish(f, second));
    assert_holds(f, second);
    assert_false(temp_there(&f->keep, f->target, "stories/b.html"));
    static const struct output third[] = {{"index.html", "third"}, {0}};
    assert_true(publish(f, third));
    assert_false(temp_there(&f->keep, f->target, "stories"));
    assert_nothing_left_beside(f);
}

static void test_unchanged_files_stay_as_they_are(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    unsigned long long a = temp_inode(&f->keep, f->target, "stories/a.html");
    unsigned long long index = temp_inode(&f->keep, f->target, "index.html");
    assert_true(publish(f, second));
    assert_true(temp_inode(&f->keep, f->target, "stories/a.html") == a);
    assert_false(temp_inode(&f->keep, f->target, "index.html") == index);
}

/* With its bytes, whatever they are, its inode and its time; but only what was there. */
static void test_what_is_kept_stays(void **state)
{
    struct fixture *f = *state;
    struct stat before, after;
    assert_true(publish(f, first));
    assert_int_equal(stat(temp_path(&f->keep, f->target, "stories/b.html"), &before), 0);
    struct stage *stage = publish_begin(f->target, &f->diags);
    assert_true(publish_keep(stage, STR("stories/b.html")));
    assert_true(publish_keep(stage, STR("index.html")));
    assert_false(publish_keep(stage, STR("stories/c.html")));
    assert_false(publish_keep(stage, STR("stories")));
    struct tree published, now;
    assert_true(publish_commit(stage, &published));
    assert_string_equal(temp_read(&f->keep, f->target, "index.html"), "first");
    assert_string_equal(temp_read(&f->keep, f->target, "stories/b.html"), "b");
    assert_false(temp_there(&f->keep, f->target, "stories/a.html"));
    assert_int_equal(stat(temp_path(&f->keep, f->target, "stories/b.html"), &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_true(tree_look(f->target, true, &now));
    assert_int_equal(published.hash, now.hash);
    /* The list of files has it, so that the next build knows it for its own. */
    assert_true(publish(f, second));
    assert_false(temp_there(&f->keep, f->target, "stories/b.html"));
}

static void test_what_was_changed_by_hand_is_made_new(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    temp_write(&f->keep, f->target, "stories/a.html", "x");
    assert_true(publish(f, second));
    assert_holds(f, second);
}

static void test_foreign_files_stay(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->target, ".gitkeep", "");
    temp_write(&f->keep, f->target, "Mine/Ü.txt", "mine");
    assert_int_equal(symlink("../nowhere", temp_path(&f->keep, f->target, "link")), 0);
    assert_true(publish(f, first));
    temp_write(&f->keep, f->target, "stories/CNAME", "example.org");
    assert_true(dir_make(path_join(&f->keep, f->target, STR("empty"))));
    assert_int_equal(chmod(temp_path(&f->keep, f->target, "empty"), 0750), 0);
    unsigned long long cname = temp_inode(&f->keep, f->target, "stories/CNAME");

    static const struct output other[] = {{"index.html", "other"}, {0}};
    assert_true(publish(f, other));
    assert_string_equal(temp_read(&f->keep, f->target, ".gitkeep"), "");
    assert_string_equal(temp_read(&f->keep, f->target, "Mine/Ü.txt"), "mine");
    assert_true(temp_inode(&f->keep, f->target, "stories/CNAME") == cname);
    assert_false(temp_there(&f->keep, f->target, "stories/a.html"));
    assert_true(temp_there(&f->keep, f->target, "link"));
    assert_false(temp_there(&f->keep, f->dir, "nowhere"));
    struct stat st;
    assert_int_equal(stat(temp_path(&f->keep, f->target, "empty"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0750);
    assert_nothing_left_beside(f);
}

static void test_foreign_files_are_not_overwritten(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->target, "stories/b.html", "mine");
    assert_false(publish(f, first));
    assert_fault(f, "stories/b.html", "xianbao did not write");
    assert_string_equal(temp_read(&f->keep, f->target, "stories/b.html"), "mine");
    assert_false(temp_there(&f->keep, f->target, "index.html"));
    assert_nothing_left_beside(f);
}

static void test_foreign_files_do_not_become_folders(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->target, "stories", "mine");
    assert_false(publish(f, first));
    assert_fault(f, "stories", "xianbao did not write");
    assert_int_equal(remove(temp_path(&f->keep, f->target, "stories")), 0);
    temp_write(&f->keep, f->target, "index.html/mine", "mine");
    assert_false(publish(f, first));
    assert_fault(f, "index.html", "xianbao did not write");
    assert_string_equal(temp_read(&f->keep, f->target, "index.html/mine"), "mine");
}

static void test_links_do_not_lead_outside(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, "elsewhere/kept", "kept");
    assert_true(dir_make(f->target));
    assert_int_equal(symlink("../elsewhere", temp_path(&f->keep, f->target, "stories")), 0);
    assert_false(publish(f, first));
    assert_fault(f, "stories", "xianbao did not write");
    assert_false(temp_there(&f->keep, f->dir, "elsewhere/a.html"));
    assert_string_equal(temp_read(&f->keep, f->dir, "elsewhere/kept"), "kept");
}

static void test_names(void **state)
{
    struct fixture *f = *state;
    static const char *const bad[] = {"../up.html", "/abs.html", "Upper.html", ".hidden", "a//b"};
    assert_true(publish(f, first));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct stage *stage = publish_begin(f->target, &f->diags);
        assert_non_null(stage);
        assert_false(publish_put(stage, str_of(bad[i]), STR("x")));
        assert_false(publish_put(stage, STR("good.html"), STR("x")));
        assert_false(publish_commit(stage, &(struct tree){0}));
        assert_int_equal(f->diags.len, 1);
        assert_true(str_has(f->diags.at[0].what, STR("a-z")));
        f->diags.len = 0;
    }
    assert_holds(f, first);
    assert_false(temp_there(&f->keep, f->dir, "up.html"));
}

static void test_two_files_of_one_name(void **state)
{
    struct fixture *f = *state;
    static const struct output twice[] = {{"a.html", "1"}, {"a.html", "2"}, {0}};
    assert_false(publish(f, twice));
    assert_fault(f, "a.html", "two files of this name");
    static const struct output manifest[] = {{"data/files.txt", "1"}, {0}};
    assert_false(publish(f, manifest));
    assert_fault(f, "data/files.txt", "list of files");
    assert_false(temp_there(&f->keep, f->dir, "public"));
}

static void test_abort(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    struct stage *stage = publish_begin(f->target, &f->diags);
    assert_non_null(stage);
    assert_true(publish_put(stage, STR("index.html"), STR("half")));
    publish_abort(stage);
    assert_holds(f, first);
    assert_nothing_left_beside(f);
}

static void test_targets_that_are_none(void **state)
{
    struct fixture *f = *state;
    f->target = path_join(&f->keep, f->dir, STR("no/public"));
    assert_false(publish(f, first));
    assert_fault(f, NULL, "No such file");
    f->target = path_join(&f->keep, f->dir, STR("file"));
    temp_write(&f->keep, f->dir, "file", "kept");
    assert_false(publish(f, first));
    assert_fault(f, NULL, "Not a directory");
    assert_string_equal(temp_read(&f->keep, f->dir, "file"), "kept");
    f->target = path_join(&f->keep, f->dir, STR("link"));
    assert_int_equal(symlink("nowhere", f->target.ptr), 0);
    assert_false(publish(f, first));
    assert_fault(f, NULL, "No such file");
    f->target = STR("/");
    assert_false(publish(f, first));
    assert_fault(f, NULL, "root of the file system");
}

static void test_a_link_stands_for_its_folder(void **state)
{
    struct fixture *f = *state;
    assert_true(dir_make(path_join(&f->keep, f->dir, STR("real"))));
    assert_int_equal(symlink("real", f->target.ptr), 0);
    f->target = str_format(&f->keep, "%s/", f->target.ptr);
    assert_true(publish(f, first));
    assert_string_equal(temp_read(&f->keep, f->dir, "real/index.html"), "first");
    struct stat st;
    assert_int_equal(lstat(temp_path(&f->keep, f->dir, "public"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
}

static void test_mode_of_the_folder_stays(void **state)
{
    struct fixture *f = *state;
    assert_true(dir_make(f->target));
    assert_int_equal(chmod(f->target.ptr, 02750), 0);
    assert_true(publish(f, first));
    struct stat st;
    assert_int_equal(stat(f->target.ptr, &st), 0);
    assert_int_equal(st.st_mode & 07777, 02750);
}

static void test_one_build_at_a_time(void **state)
{
    struct fixture *f = *state;
    struct stage *stage = publish_begin(f->target, &f->diags);
    assert_non_null(stage);
    assert_false(publish(f, second));
    assert_fault(f, NULL, "another build");
    assert_true(publish_put(stage, STR("index.html"), STR("first")));
    assert_true(publish_commit(stage, &(struct tree){0}));
    assert_string_equal(temp_read(&f->keep, f->target, "index.html"), "first");
    assert_true(publish(f, second));
    assert_holds(f, second);
}

static void test_a_target_that_changes_meanwhile(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    struct stage *stage = publish_begin(f->target, &f->diags);
    assert_non_null(stage);
    assert_int_equal(rename(f->target.ptr, temp_path(&f->keep, f->dir, "moved")), 0);
    temp_write(&f->keep, f->target, "mine", "mine");
    assert_false(publish_commit(stage, &(struct tree){0}));
    assert_fault(f, NULL, "changed while");
    assert_string_equal(temp_read(&f->keep, f->target, "mine"), "mine");
    assert_nothing_left_beside(f);
}

static void test_what_a_killed_build_left_is_removed(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    temp_write(&f->keep, f->dir, ".public.xianbao-new/stories/half.html", "half");
    temp_write(&f->keep, f->dir, ".public.xianbao-new/.xianbao-new", "");
    temp_write(&f->keep, f->dir, ".public.xianbao-old/data/files.txt", "index.html");
    assert_true(publish(f, second));
    assert_holds(f, second);
    assert_false(temp_there(&f->keep, f->target, "stories/half.html"));
    assert_nothing_left_beside(f);
}

/* As the folder of an archive's texts is, if somebody renames it. */
static void test_what_no_build_left_stays(void **state)
{
    struct fixture *f = *state;
    assert_true(publish(f, first));
    temp_write(&f->keep, f->dir, ".public.xianbao-new/1988/a.txt", "original");
    assert_null(publish_begin(f->target, &f->diags));
    assert_fault(f, NULL, "move it away");
    assert_string_equal(temp_read(&f->keep, f->dir, ".public.xianbao-new/1988/a.txt"), "original");
    temp_write(&f->keep, f->dir, ".public.xianbao-new/.xianbao-new", "");
    temp_write(&f->keep, f->dir, ".public.xianbao-old/1988/a.txt", "original");
    assert_null(publish_begin(f->target, &f->diags));
    assert_string_equal(temp_read(&f->keep, f->dir, ".public.xianbao-old/1988/a.txt"), "original");
    assert_holds(f, first);
}

static void test_a_build_killed_between_two_renames(void **state)
{
    struct fixture *f = *state;
    temp_write(&f->keep, f->dir, ".public.xianbao-new/index.html", "new");
    temp_write(&f->keep, f->dir, ".public.xianbao-new/.xianbao-new", "");
    temp_write(&f->keep, f->dir, ".public.xianbao-old/CNAME", "mine");
    assert_true(publish(f, first));
    assert_string_equal(temp_read(&f->keep, f->target, "CNAME"), "mine");
    assert_holds(f, first);
    assert_nothing_left_beside(f);
}

enum { MANY = 400, THREADS = 4 };

static void put_one(void *context, size_t item, size_t worker)
{
    (void)worker;
    struct arena scratch = {0};
    struct str path = str_format(&scratch, "stories/%zu/%zu.html", item % 7, item);
    publish_put(context, path, path);
    arena_clear(&scratch);
}

static void test_many_threads(void **state)
{
    struct fixture *f = *state;
    const char *manifests[2];
    for (size_t threads = 1; threads <= THREADS; threads += THREADS - 1) {
        struct stage *stage = publish_begin(f->target, &f->diags);
        assert_non_null(stage);
        pool_run(threads, MANY, put_one, stage);
        assert_true(publish_commit(stage, &(struct tree){0}));
        manifests[threads > 1] = temp_read(&f->keep, f->target, "data/files.txt");
    }
    assert_string_equal(manifests[0], manifests[1]);
    assert_string_equal(temp_read(&f->keep, f->target, "stories/0/399.html"), "stories/0/399.html");
}

int main(void)
{
#define PUBLISH_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        PUBLISH_TEST(test_a_new_site),
        PUBLISH_TEST(test_the_new_replaces_the_old),
        PUBLISH_TEST(test_unchanged_files_stay_as_they_are),
        PUBLISH_TEST(test_what_is_kept_stays),
        PUBLISH_TEST(test_what_was_changed_by_hand_is_made_new),
        PUBLISH_TEST(test_foreign_files_stay),
        PUBLISH_TEST(test_foreign_files_are_not_overwritten),
        PUBLISH_TEST(test_foreign_files_do_not_become_folders),
        PUBLISH_TEST(test_links_do_not_lead_outside),
        PUBLISH_TEST(test_names),
        PUBLISH_TEST(test_two_files_of_one_name),
        PUBLISH_TEST(test_abort),
        PUBLISH_TEST(test_targets_that_are_none),
        PUBLISH_TEST(test_a_link_stands_for_its_folder),
        PUBLISH_TEST(test_mode_of_the_folder_stays),
        PUBLISH_TEST(test_one_build_at_a_time),
        PUBLISH_TEST(test_a_target_that_changes_meanwhile),
        PUBLISH_TEST(test_what_a_killed_build_left_is_removed),
        PUBLISH_TEST(test_what_no_build_left_stays),
        PUBLISH_TEST(test_a_build_killed_between_two_renames),
        PUBLISH_TEST(test_many_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
