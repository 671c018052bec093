/* SPDX-License-Identifier: MIT */
#include "init.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/file_at.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether a folder of PATH is a symbolic link: what it leads to is not the new site's. */
static bool leads_away(struct arena *scratch, int root, struct str path)
{
    struct stat st;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/' &&
            fstatat(root, str_c(scratch, str_slice(path, 0, i)), &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISLNK(st.st_mode))
            return true;
    return false;
}

static bool write_new(struct arena *scratch, int root, const char *path,
                      const struct embedded_file *file)
{
    if (!leads_away(scratch, root, str_of(path)))
        return file_at_write(root, path, (struct str){(const char *)file->bytes, file->len});
    errno = ELOOP;
    return false;
}

/* Writes FILES below ABOVE, a path that ends in '/', of the folder ROOT, which is called DIR. */
static bool write_all(int root, struct str dir, const char *above,
                      const struct embedded_file *files, struct made *made, struct diags *diags)
{
    for (const struct embedded_file *file = files; file->name; file++) {
        const char *path = str_c(diags->keep, str_format(diags->keep, "%s%s", above, file->name));
        if (write_new(diags->keep, root, path, file)) {
            made->files++;
            continue;
        }
        int failed = errno;
        struct str name = path_join(diags->keep, dir, str_of(path));
        if (failed != EEXIST) {
            diag_add(diags, D_INIT, (struct place){.file = name}, "cannot be written: %s",
                     failed == ELOOP ? "its folder is a symbolic link" : strerror(failed));
            return false;
        }
        made->kept++;
        diag_add(diags, D_INIT_KEPT, (struct place){.file = name}, "is there already");
    }
    return true;
}

bool init_site(struct str dir, struct made *made, struct diags *diags)
{
    int root = -1;
    if (dir_make(dir))
        root = open(str_c(diags->keep, dir), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        diag_add(diags, D_INIT, (struct place){.file = dir.len ? dir : STR("''")},
                 "cannot be made a folder: %s", strerror(errno));
        return false;
    }
    bool done = write_all(root, dir, "", embedded_starter, made, diags) &&
                write_all(root, dir, "templates/", embedded_templates, made, diags);
    close(root);
    return done;
}
