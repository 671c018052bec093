/* SPDX-License-Identifier: MIT */
#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The name of a folder's entry goes after the path of the folder. */
struct look {
    char *path;
    size_t cap;
    bool hidden;
    struct tree *tree;
};

static bool is_later(struct timespec a, struct timespec b)
{
    return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/* Adds FACTS about the entry of that path: the sum is the same in whatever order a folder lists its
   entries. */
static void add(struct look *look, size_t path_len, const uint64_t *facts, size_t bytes)
{
    uint64_t both[] = {str_hash((struct str){look->path, path_len}),
                       str_hash((struct str){(const char *)facts, bytes})};
    look->tree->hash += str_hash((struct str){(const char *)both, sizeof both});
}

enum kind { FOLDER, ENTRY, TARGET };

/* A folder's size and times say nothing that its entries do not. */
static void add_folder(struct look *look, size_t path_len, const struct stat *st)
{
    const uint64_t facts[] = {FOLDER, (uint64_t)st->st_mode};
    add(look, path_len, facts, sizeof facts);
}

static void add_entry(struct look *look, size_t path_len, const struct stat *st, enum kind kind)
{
    const uint64_t facts[] = {
        kind,
        (uint64_t)st->st_mode,
        (uint64_t)st->st_dev,
        (uint64_t)st->st_ino,
        (uint64_t)st->st_size,
        (uint64_t)st->st_mtim.tv_sec,
        (uint64_t)st->st_mtim.tv_nsec,
        (uint64_t)st->st_ctim.tv_sec,
        (uint64_t)st->st_ctim.tv_nsec,
    };
    add(look, path_len, facts, sizeof facts);
    if (is_later(st->st_ctim, look->tree->newest))
        look->tree->newest = st->st_ctim;
}

static bool look_into(struct look *look, int parent, const char *name, size_t path_len);

static bool look_at(struct look *look, int dir, const char *name, size_t path_len)
{
    struct stat st;
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (S_ISDIR(st.st_mode)) {
        add_folder(look, path_len, &st);
        return look_into(look, dir, name, path_len);
    }
    add_entry(look, path_len, &st, ENTRY);
    if (S_ISLNK(st.st_mode) && fstatat(dir, name, &st, 0) == 0)
        add_entry(look, path_len, &st, TARGET);
    return true;
}

/* Puts /NAME after the path's first LEN bytes. Returns how many there are then. */
static size_t append(struct look *look, size_t len, const char *name)
{
    size_t more = strlen(name) + 1;
    if (len + more > look->cap) {
        look->cap = 2 * (len + more);
        look->path = xrealloc(look->path, look->cap);
    }
    look->path[len] = '/';
    memcpy(look->path + len + 1, name, more - 1);
    return len + more;
}

static bool look_into(struct look *look, int parent, const char *name, size_t path_len)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir && fd >= 0)
        close(fd);
    if (!dir)
        return false;
    bool seen = true;
    struct dirent *entry;
    while ((errno = 0, entry = readdir(dir))) {
        const char *below = entry->d_name;
        if (strcmp(below, ".") != 0 && strcmp(below, "..") != 0 && (look->hidden || *below != '.'))
            seen &= look_at(look, fd, below, append(look, path_len, below));
    }
    seen &= errno == 0;
    closedir(dir);
    return seen;
}

uint64_t tree_folder(int dir)
{
    struct stat st;
    if (fstat(dir, &st) != 0)
        return 0;
    const uint64_t facts[] = {(uint64_t)st.st_dev,         (uint64_t)st.st_ino,
                              (uint64_t)st.st_mtim.tv_sec, (uint64_t)st.st_mtim.tv_nsec,
                              (uint64_t)st.st_ctim.tv_sec, (uint64_t)st.st_ctim.tv_nsec};
    return str_hash((struct str){(const char *)facts, sizeof facts});
}

bool tree_look_at(int dir, bool hidden, struct tree *tree)
{
    struct look look = {.hidden = hidden, .tree = tree};
    *tree = (struct tree){.hash = 1, .folder = tree_folder(dir)};
    bool seen = look_into(&look, dir, ".", 0);
    free(look.path);
    return seen;
}

bool tree_look(struct str dir, bool hidden, struct tree *tree)
{
    struct arena scratch = {0};
    int fd = open(str_c(&scratch, dir.len ? dir : STR(".")), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool none = fd < 0 && errno == ENOENT;
    *tree = (struct tree){0};
    bool seen = none || (fd >= 0 && tree_look_at(fd, hidden, tree));
    if (fd >= 0)
        close(fd);
    arena_clear(&scratch);
    return seen;
}
