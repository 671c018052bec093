/* SPDX-License-Identifier: MIT */
/* Runs a fuzzer's target over files and all files of folders, without the fuzzer: what once broke
   something stays a test, and seeds are known to be good. */
#include "fuzz.h"

#include "base/file.h"

/* From a copy as long as the input, so that a read past its end shows. */
static void run(struct str input)
{
    uint8_t *copy = malloc(input.len ? input.len : 1);
    CHECK(copy);
    if (input.len)
        memcpy(copy, input.ptr, input.len);
    LLVMFuzzerTestOneInput(copy, input.len);
    free(copy);
}

static void run_file(struct str path)
{
    struct buf bytes = {0};
    if (!file_read(path, &bytes))
        die("%.*s: cannot be read", STR_FMT(path));
    fprintf(stderr, "%.*s\n", STR_FMT(path));
    run(buf_view(&bytes));
    buf_clear(&bytes);
}

static void run_folder(struct str dir)
{
    struct arena keep = {0};
    struct found_list files = {0};
    if (!dir_walk(&keep, dir, &files) || !files.len)
        die("%.*s: no folder with files", STR_FMT(dir));
    for (size_t i = 0; i < files.len; i++)
        run_file(path_join(&keep, dir, files.at[i].path));
    arena_clear(&keep);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        die("usage: replay FILE|FOLDER...");
    run(STR_NONE);
    for (int i = 1; i < argc; i++) {
        struct str path = str_of(argv[i]);
        if (dir_exists(path))
            run_folder(path);
        else
            run_file(path);
    }
    return 0;
}
