/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* d_type, where there is one */
#include "site/publish/carry.h"
#include "base/file.h"
#include "base/file_at.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Something that is not the site's own. */
struct foreign {
    const char *path;
    struct stat st;
};

struct foreigns VEC_OF(struct foreign);

struct search {
    struct arena *keep;
    const struct manifest_index *own;
    struct foreigns found;
    struct carry_fault *fault;
};

static bool fail(struct carry_fault *fault, const char *path, int error)
{
    *fault = (struct carry_fault){path, error};
    return false;
}

/* Whether it is the site's own, which is a folder or a file. */
static bool is_own(const struct manifest_index *own, struct str path, bool folder, bool file)
{
    return (folder && map_get(&own->dirs, path)) || (file && map_get(&own->files, path));
}

static bool search_dir(struct search *search, int parent, const char *name, struct str path);

static bool search_entry(struct search *search, int dir, const char *name, struct str path)
{
    struct foreign entry = {.path = path.ptr};
    if (fstatat(dir, name, &entry.st, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(search->fault, entry.path, errno);
    bool folder = S_ISDIR(entry.st.st_mode);
    if (!is_own(search->own, path, folder, S_ISREG(entry.st.st_mode)))
        vec_push(search->keep, &search->found, entry);
    return !folder || search_dir(search, dir, name, path);
}

/* Whether the folder's own list says that ENTRY is a file, and it is the site's: most are, and need
   not be looked at. */
static bool is_own_file(const struct search *search, const struct dirent *entry, struct str path)
{
#ifdef DT_REG
    return is_own(search->own, path, false, entry->d_type == DT_REG);
#else
    (void)search, (void)entry, (void)path;
    return false;
#endif
}

static bool search_dir(struct search *search, int parent, const char *name, struct str path)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        fail(search->fault, path.ptr, errno);
        if (fd >= 0)
            close(fd);
        return false;
    }
    struct dirent *entry;
    bool ok = true;
    while (ok && (errno = 0, entry = readdir(dir))) {
        struct str below = str_of(entry->d_name);
        if (str_eq(below, STR(".")) || str_eq(below, STR("..")))
            continue;
        below = path_join(search->keep, path, below);
        ok = is_own_file(search, entry, below) || search_entry(search, fd, entry->d_name, below);
    }
    if (ok && errno != 0)
        ok = fail(search->fault, path.ptr, errno);
    closedir(dir);
    return ok;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct foreign *)a)->path, ((const struct foreign *)b)->path);
}

static bool is_dir(int dir, const char *path)
{
    struct stat st;
    return fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

/* Its own mode comes last: it may forbid to put anything into it. */
static bool carry_dir(int to, const char *path)
{
    if (!file_at_make_above(to, path))
        return false;
    return mkdirat(to, path, 0700) == 0 || (errno == EEXIST && is_dir(to, path));
}

/* A system that refuses to link (another's file, no links there) gets a copy. */
static bool carry_file(int from, int to, const struct foreign *entry)
{
    if (!file_at_make_above(to, entry->path))
        return false;
    if (linkat(from, entry->path, to, entry->path, 0) == 0)
        return true;
    return errno != EEXIST && S_ISREG(entry->st.st_mode) &&
           file_at_copy(from, to, entry->path, &entry->st);
}

bool carry_foreign(struct arena *keep, int from, int to, const struct manifest_index *own,
                   struct carry_fault *fault)
{
    struct search search = {.keep = keep, .own = own, .fault = fault};
    if (!search_dir(&search, from, ".", STR("")))
        return false;
    struct foreigns *found = &search.found;
    if (found->len)
        qsort(found->at, found->len, sizeof *found->at, by_path);
    for (size_t i = 0; i < found->len; i++) {
        const struct foreign *entry = &found->at[i];
        bool ok =
            S_ISDIR(entry->st.st_mode) ? carry_dir(to, entry->path) : carry_file(from, to, entry);
        if (!ok)
            return fail(fault, entry->path, errno == ENOTDIR ? EEXIST : errno);
    }
    for (size_t i = found->len; i-- > 0;) {
        const struct foreign *entry = &found->at[i];
        if (S_ISDIR(entry->st.st_mode) && fchmodat(to, entry->path, entry->st.st_mode & 07777, 0))
            return fail(fault, entry->path, errno);
    }
    return true;
}
