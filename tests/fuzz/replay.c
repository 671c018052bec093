/* SPDX-License-Identifier: MIT */
/* Runs a fuzzer's target over all files of a folder, without the fuzzer: found inputs stay tests.
 */
#include "base/die.h"
#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    struct arena keep = {0};
    struct buf bytes = {0};
    struct found_list files = {0};
    if (argc != 2 || !dir_walk(&keep, str_of(argv[1]), &files) || !files.len)
        die("usage: replay FOLDER-WITH-FILES");
    for (size_t i = 0; i < files.len; i++) {
        struct str path = path_join(&keep, str_of(argv[1]), files.at[i].path);
        buf_reset(&bytes);
        if (!file_read(path, &bytes))
            die("%.*s: cannot be read", STR_FMT(path));
        struct str input = buf_view(&bytes);
        LLVMFuzzerTestOneInput((const uint8_t *)input.ptr, input.len);
    }
    buf_clear(&bytes);
    arena_clear(&keep);
    return 0;
}
