/* SPDX-License-Identifier: MIT */
#include "serve/site_file.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* The types of what a site holds, and of what archivists put into it. */
static const char *type_of(struct str name)
{
    static const struct {
        const char *end, *type;
    } types[] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".ndjson", "application/x-ndjson"},
        {".csv", "text/csv; charset=utf-8"},
        {".xml", "application/xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},
        {".webp", "image/webp"},
        {".woff2", "font/woff2"},
        {".pdf", "application/pdf"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_ends(name, str_of(types[i].end)))
            return types[i].type;
    return "application/octet-stream";
}

/* Opens NAME in the folder ABOVE, which it closes; -1: there is none, or it is a link. */
static int open_in(int above, struct str name)
{
    char path[NAME_MAX + 1];
    int fd = -1;
    bool fits = name.len > 0 && name.len <= NAME_MAX && name.ptr[0] != '.';
    if (fits) {
        memcpy(path, name.ptr, name.len);
        path[name.len] = '\0';
        fd = openat(above, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    }
    close(above);
    return fd;
}

/* Opens what PATH names, from part to part. */
static int open_below(int site, struct str path)
{
    int fd = fcntl(site, F_DUPFD_CLOEXEC, 0);
    while (fd >= 0 && path.len)
        fd = open_in(fd, str_cut(&path, '/'));
    return fd;
}

enum site_find site_file_find(int site, struct str path, struct site_file *file)
{
    if (!str_starts(path, STR("/")))
        return SITE_NONE;
    path = str_slice(path, 1, path.len);
    bool inside = !path.len || str_ends(path, STR("/"));
    int fd = open_below(site, inside ? str_slice(path, 0, path.len - (path.len > 0)) : path);
    if (inside && fd >= 0) {
        path = STR("index.html");
        fd = open_in(fd, path);
    }
    struct stat st;
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
        *file = (struct site_file){fd, (uint64_t)st.st_size, type_of(path)};
        return SITE_FILE;
    }
    bool folder = fd >= 0 && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
    if (fd >= 0)
        close(fd);
    return folder && !inside ? SITE_FOLDER : SITE_NONE;
}
