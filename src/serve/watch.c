/* SPDX-License-Identifier: MIT */
#include "serve/watch.h"

#include "base/file.h"
#include "base/tree.h"

/* What of them cannot be seen just now shows when it can. */
uint64_t sources_fingerprint(struct str dir)
{
    static const char *const folders[] = {"content", "templates"};
    struct arena scratch = {0};
    uint64_t hashes[2];
    for (size_t i = 0; i < 2; i++) {
        struct tree tree;
        tree_look(path_join(&scratch, dir, str_of(folders[i])), false, &tree);
        hashes[i] = tree.hash;
    }
    arena_clear(&scratch);
    return str_hash((struct str){(const char *)hashes, sizeof hashes});
}
