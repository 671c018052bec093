/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"

struct str embedded_get(const struct embedded_file *files, const char *name)
{
    for (; files->name; files++) {
        if (strcmp(files->name, name) == 0)
            return (struct str){(const char *)files->bytes, files->len};
    }
    die("no file %s is built in", name);
}
