/* SPDX-License-Identifier: MIT */
#include "serve/watch.h"

#include "base/file.h"

#include <sys/stat.h>
#include <xxhash.h>

static void add_folder(struct arena *scratch, XXH64_state_t *state, struct str folder)
{
    struct found_list found = {0};
    if (!dir_walk(scratch, folder, &found))
        return;
    for (size_t i = 0; i < found.len; i++) {
        struct stat st = {0};
        struct str path = path_join(scratch, folder, found.at[i].path);
        if (stat(str_c(scratch, path), &st) != 0)
            st = (struct stat){0};
        const int64_t facts[] = {(int64_t)path.len, st.st_size, st.st_mtim.tv_sec,
                                 st.st_mtim.tv_nsec};
        XXH64_update(state, path.ptr, path.len);
        XXH64_update(state, facts, sizeof facts);
    }
}

uint64_t sources_fingerprint(struct str dir)
{
    struct arena scratch = {0};
    XXH64_state_t *state = XXH64_createState();
    XXH64_reset(state, 0);
    add_folder(&scratch, state, path_join(&scratch, dir, STR("content")));
    add_folder(&scratch, state, path_join(&scratch, dir, STR("templates")));
    uint64_t fingerprint = XXH64_digest(state);
    XXH64_freeState(state);
    arena_clear(&scratch);
    return fingerprint;
}
