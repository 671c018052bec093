/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "base/file.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 64 * 1024 };

struct str path_join(struct arena *keep, struct str dir, struct str name)
{
    if (dir.len == 0 || str_eq(dir, STR(".")))
        return str_dup(keep, name);
    const char *slash = dir.ptr[dir.len - 1] == '/' ? "" : "/";
    return str_format(keep, "%.*s%s%.*s", STR_FMT(dir), slash, STR_FMT(name));
}

struct str path_base(struct str path)
{
    for (size_t i = path.len; i > 0; i--) {
        if (path.ptr[i - 1] == '/')
            return str_slice(path, i, path.len);
    }
    return path;
}

struct str path_plain(struct str path)
{
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    return path;
}

struct str path_above(struct str path)
{
    path = path_plain(path);
    return str_slice(path, 0, path.len - path_base(path).len);
}

bool path_lies_in(struct str path, struct str folder)
{
    return folder.len && str_starts(path, folder) &&
           (path.len == folder.len || path.ptr[folder.len] == '/' || folder.len == 1);
}

bool path_is_device(struct str name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    static const char *const numbered[] = {"com", "lpt"};
    struct str stem = str_cut(&name, '.');
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (str_eq(stem, str_of(devices[i])))
            return true;
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
        if (stem.len == 4 && str_starts(stem, str_of(numbered[i])) && stem.ptr[3] >= '0' &&
            stem.ptr[3] <= '9')
            return true;
    return false;
}

bool is_of_machine(int error)
{
    static const int errors[] = {EIO, ENOMEM, EMFILE, ENFILE, ENOBUFS, ESTALE, ETIMEDOUT};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (error == errors[i])
            return true;
    return false;
}

/* A path as a C string, for one system call after another: free it. None has a NUL in it: then it
   is "", which no file is called. */
static char *c_path(struct str path)
{
    char *text = xmalloc(path.len + 1);
    if (path.len && !memchr(path.ptr, '\0', path.len))
        memcpy(text, path.ptr, path.len);
    else
        path.len = 0;
    text[path.len] = '\0';
    return text;
}

struct str path_real(struct arena *keep, struct str path)
{
    char *name = c_path(path.len ? path : STR("."));
    char *real = realpath(name, NULL);
    int error = errno;
    if (!real && error == ENOMEM)
        die("out of memory (the path of %s wanted)", name);
    struct str kept = real ? str_dup(keep, str_of(real)) : STR_NONE;
    free(real);
    free(name);
    errno = error;
    return kept;
}

struct str path_real_new(struct arena *keep, struct str path)
{
    path = path_plain(path);
    struct str real = path_real(keep, path);
    if (real.len)
        return real;
    struct str above = path_real(keep, path_above(path));
    return above.len ? path_join(keep, above, path_base(path)) : STR_NONE;
}

static bool stat_path(struct str path, struct stat *st)
{
    char *name = c_path(path);
    bool ok = stat(name, st) == 0;
    free(name);
    return ok;
}

bool file_exists(struct str path)
{
    struct stat st;
    return stat_path(path, &st) && !S_ISDIR(st.st_mode);
}

bool dir_exists(struct str path)
{
    struct stat st;
    return stat_path(path, &st) && S_ISDIR(st.st_mode);
}

bool link_exists(struct str path)
{
    struct stat st;
    char *name = c_path(path);
    bool link = lstat(name, &st) == 0 && S_ISLNK(st.st_mode);
    free(name);
    return link;
}

ssize_t fd_read_some(int fd, char *to, size_t room)
{
    ssize_t got;
    do
        got = read(fd, to, room);
    while (got < 0 && errno == EINTR);
    return got;
}

static bool fd_read_most(int fd, size_t most, struct buf *buf)
{
    char step[READ_STEP];
    ssize_t got;
    for (size_t all = 0; (got = fd_read_some(fd, step, sizeof step)) > 0; all += (size_t)got) {
        if ((size_t)got > most - all) {
            errno = EFBIG;
            return false;
        }
        buf_add(buf, step, (size_t)got);
    }
    return got == 0;
}

bool fd_read(int fd, struct buf *buf)
{
    return fd_read_most(fd, SIZE_MAX, buf);
}

bool file_read(struct str path, struct buf *buf)
{
    return file_read_most(path, SIZE_MAX, buf);
}

bool file_read_most(struct str path, size_t most, struct buf *buf)
{
    char *name = c_path(path);
    int fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    free(name);
    if (fd < 0)
        return false;
    struct stat st;
    bool ok = fstat(fd, &st) == 0;
    if (ok && !S_ISREG(st.st_mode)) {
        errno = S_ISDIR(st.st_mode) ? EISDIR : ENXIO;
        ok = false;
    }
    if (ok && (uint64_t)st.st_size > most) {
        errno = EFBIG;
        ok = false;
    }
    ok = ok && fd_read_most(fd, most, buf); /* it may grow meanwhile */
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

bool stream_read(struct str path, size_t most, struct buf *buf)
{
    if (str_eq(path, STR("-")))
        return fd_read_most(STDIN_FILENO, most, buf);
    char *name = c_path(path);
    int fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    free(name);
    if (fd < 0)
        return false;
    bool ok = fd_read_most(fd, most, buf);
    int error = errno;
    close(fd);
    errno = error;
    return ok;
}

enum line_read line_read(FILE *file, size_t most, struct buf *buf)
{
    int c;
    buf_reset(buf);
    while ((c = getc_unlocked(file)) != EOF && c != '\n') {
        if (buf->len >= most) {
            errno = EFBIG;
            return LINE_FAULT;
        }
        buf_byte(buf, (char)c);
    }
    if (ferror(file))
        return LINE_FAULT;
    if (c == EOF && !buf->len)
        return LINE_END;
    while (buf->len && buf->ptr[buf->len - 1] == '\r')
        buf->len--;
    return LINE_READ;
}

bool fd_read_at(int fd, uint64_t at, size_t len, struct buf *buf)
{
    char step[READ_STEP];
    while (len) {
        ssize_t got = pread(fd, step, len < sizeof step ? len : sizeof step, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = ENODATA;
        if (got <= 0)
            return false;
        buf_add(buf, step, (size_t)got);
        at += (uint64_t)got;
        len -= (size_t)got;
    }
    return true;
}

bool fd_write(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes = str_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
}

static int open_new(const char *name)
{
    return open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
}

bool file_write(struct str path, struct str bytes)
{
    char *name = c_path(path);
    int fd = open_new(name);
    if (fd < 0 && errno == ENOENT) {
        struct str dir = path_above(path);
        if (dir.len && dir_make(dir))
            fd = open_new(name);
    }
    bool ok = fd >= 0 && fd_write(fd, bytes);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    free(name);
    errno = error;
    return ok;
}

bool dir_make(struct str path)
{
    char *name = c_path(path);
    bool ok = true;
    for (size_t i = 1; ok && i <= path.len; i++) {
        if (i < path.len && name[i] != '/')
            continue;
        name[i] = '\0';
        ok = mkdir(name, 0777) == 0 || errno == EEXIST;
        if (i < path.len)
            name[i] = '/';
    }
    free(name);
    return ok && dir_exists(path);
}

static bool remove_below(int parent, const char *name, const char *last);

static bool remove_entries(DIR *dir, const char *but)
{
    int error = 0; /* the first */
    struct dirent *entry;
    while ((errno = 0, entry = readdir(dir))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
            (but && strcmp(entry->d_name, but) == 0))
            continue;
        if (!remove_below(dirfd(dir), entry->d_name, NULL) && !error)
            error = errno;
    }
    errno = error ? error : errno;
    return errno == 0;
}

static bool remove_below(int parent, const char *name, const char *last)
{
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    int why = errno; /* EACCES: who may remove folders alone is not told that it is one */
    if (why != EISDIR && why != EPERM && why != EACCES)
        return false;
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        int error = errno;
        if (fd >= 0)
            close(fd);
        errno = error == ENOTDIR ? why : error;
        return false;
    }
    bool ok = remove_entries(dir, last) && (!last || remove_below(dirfd(dir), last, NULL));
    int error = errno;
    closedir(dir);
    errno = error;
    return ok && unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

bool dir_remove(struct str path)
{
    return dir_remove_in_order(path, NULL);
}

bool dir_remove_in_order(struct str path, const char *last)
{
    char *name = c_path(path);
    bool ok = remove_below(AT_FDCWD, name, last);
    free(name);
    return ok;
}

struct walk {
    struct arena *keep;
    struct str root, real_root;
    bool hidden; /* names that begin with '.' too */
    struct found_list *found;
};

/* Whether a link to a file leads out of the folder that is walked. */
static bool link_leaves(const struct walk *walk, struct str path)
{
    struct arena scratch = {0};
    struct str real = path_real(&scratch, path_join(&scratch, walk->root, path));
    bool leaves = !path_lies_in(real, walk->real_root);
    arena_clear(&scratch);
    return leaves;
}

static bool walk_below(const struct walk *walk, struct str below);

static void walk_entry(const struct walk *walk, struct str path, int dir, const char *name)
{
    struct stat st = {0};
    struct found found = {.path = path};
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return; /* it went away */
        found.error = errno;
    } else if (S_ISDIR(st.st_mode)) {
        if (walk_below(walk, path))
            return;
        found.error = errno;
    }
    found.link = S_ISLNK(st.st_mode);
    if (found.link && fstatat(dir, name, &st, 0) != 0) {
        st.st_mode = 0;
        found.error = is_of_machine(errno) ? errno : 0;
    }
    found.regular = S_ISREG(st.st_mode);
    found.leaves = found.link && found.regular && link_leaves(walk, path);
    found.size = (uint64_t)st.st_size;
    vec_push(walk->keep, walk->found, found);
}

/* Folders that lie in each other, and are all open. */
enum { WALK_DEPTH = 64 };

static size_t depth_of(struct str below)
{
    size_t depth = below.len > 0;
    for (size_t i = 0; i < below.len; i++)
        depth += below.ptr[i] == '/';
    return depth;
}

static bool walk_below(const struct walk *walk, struct str below)
{
    struct arena *keep = walk->keep;
    if (depth_of(below) > WALK_DEPTH) {
        errno = ENAMETOOLONG;
        return false;
    }
    DIR *dir = opendir(str_c(keep, below.len ? path_join(keep, walk->root, below) : walk->root));
    if (!dir)
        return false;
    struct dirent *entry;
    while ((errno = 0, entry = readdir(dir))) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || (!walk->hidden && *name == '.'))
            continue;
        walk_entry(walk, path_join(keep, below, str_of(name)), dirfd(dir), name);
    }
    int error = errno;
    closedir(dir);
    errno = error;
    return error == 0;
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(((const struct found *)a)->path, ((const struct found *)b)->path);
}

static bool walk_all(struct walk *walk)
{
    struct found_list *found = walk->found;
    size_t before = found->len;
    walk->real_root = path_real(walk->keep, walk->root);
    if (!walk_below(walk, STR_NONE))
        return false;
    if (found->len > before)
        qsort(found->at + before, found->len - before, sizeof *found->at, by_path);
    return true;
}

bool dir_walk(struct arena *keep, struct str dir, struct found_list *found)
{
    return walk_all(&(struct walk){.keep = keep, .root = dir, .found = found});
}

bool dir_walk_hidden(struct arena *keep, struct str dir, struct found_list *found)
{
    return walk_all(&(struct walk){.keep = keep, .root = dir, .hidden = true, .found = found});
}
