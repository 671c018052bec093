/* SPDX-License-Identifier: MIT */
#include "init.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/file_at.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Writes FILES below ABOVE, a path that ends in '/', of the folder ROOT, which is called DIR. */
static bool write_all(int root, struct str dir, const char *above,
                      const struct embedded_file *files, struct made *made, struct diags *diags)
{
    for (const struct embedded_file *file = files; file->name; file++) {
        const char *path = str_c(diags->keep, str_format(diags->keep, "%s%s", above, file->name));
        if (file_at_write(root, path, (struct str){(const char *)file->bytes, file->len})) {
            made->files++;
            continue;
        }
        int failed = errno;
        struct str name = path_join(diags->keep, dir, str_of(path));
        if (failed != EEXIST) {
            diag_add(diags, D_INIT, (struct place){.file = name}, "cannot be written: %s",
                     strerror(failed));
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
