/* SPDX-License-Identifier: MIT */
#include "kept.h"

#include "base/file.h"
#include "base/file_at.h"
#include "base/hasher.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file: this mark, the key, the hash of the bytes, the bytes. Numbers have the lowest byte
   first. */
#define MARK "xianbao kept 1\n"
enum { PART_BYTES = 64 }; /* a name, and the process that writes it */
enum { NUMBER_BYTES = 8, HEAD_BYTES = sizeof MARK - 1 + 2 * NUMBER_BYTES };

/* What a link leads to is not ours. */
enum { FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

/* Opens the folder NAME of the open folder DIR, which it closes. */
static int step_into(int dir, const char *name, bool makes)
{
    if (makes)
        mkdirat(dir, name, 0777);
    int fd = openat(dir, name, FOLDER_FLAGS);
    close(dir);
    return fd;
}

int kept_open(struct str dir, const char *folder, bool makes)
{
    struct arena scratch = {0};
    const char *site = str_c(&scratch, dir.len ? dir : STR("."));
    int fd = open(site, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_clear(&scratch);
    if (fd >= 0)
        fd = step_into(fd, ".xianbao", makes);
    return fd >= 0 && *folder ? step_into(fd, folder, makes) : fd;
}

static void put_number(struct buf *out, uint64_t number)
{
    for (size_t i = 0; i < NUMBER_BYTES; i++)
        buf_byte(out, (char)(number >> 8 * i & 0xff));
}

static uint64_t number_at(struct str bytes, size_t at)
{
    uint64_t number = 0;
    for (size_t i = 0; i < NUMBER_BYTES; i++)
        number |= (uint64_t)(unsigned char)bytes.ptr[at + i] << 8 * i;
    return number;
}

static void put_head(struct buf *out, uint64_t key, uint64_t hash)
{
    buf_str(out, STR(MARK));
    put_number(out, key);
    put_number(out, hash);
}

bool kept_write(int folder, const char *name, uint64_t key, struct str bytes)
{
    struct buf file = {0};
    put_head(&file, key, str_hash(bytes));
    buf_str(&file, bytes);
    char part[PART_BYTES];
    snprintf(part, sizeof part, "%s.%ld", name, (long)getpid());
    unlinkat(folder, part, 0);
    bool good =
        file_at_write(folder, part, buf_view(&file)) && renameat(folder, part, folder, name) == 0;
    if (!good)
        unlinkat(folder, part, 0); /* a full disk: it will be found out again */
    buf_clear(&file);
    return good;
}

/* ---- part by part */

/* The file until it is whole. */
#define NEW "new"
#define SPOOL "spool"

enum { PENDING = 256 * 1024 };

struct keeping {
    int folder, fd;
    const char *name;
    struct hasher hasher;
    struct buf pending;
    bool good;
};

/* Opens NAME, empty, for this process alone; what a killed one left is taken. -1: another has it.
 */
static int open_locked(int folder, const char *name)
{
    const int flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    struct stat st, named;
    int fd = openat(folder, name, flags, 0666);
    if (fd < 0)
        return -1;
    bool ours = flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    bool same = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink == 1 &&
                fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
                named.st_ino == st.st_ino; /* else it was just given its name, or is not ours */
    if (ours && same && ftruncate(fd, 0) == 0)
        return fd;
    close(fd);
    return -1;
}

struct keeping *kept_begin(int folder, const char *name)
{
    static const char head[HEAD_BYTES] = ""; /* in the place of the true one */
    int fd = open_locked(folder, NEW);
    if (fd < 0)
        return NULL;
    struct keeping *keeping = xcalloc(1, sizeof *keeping);
    *keeping = (struct keeping){
        .folder = folder, .fd = fd, .name = name, .hasher = hasher_begin(), .good = true};
    buf_add(&keeping->pending, head, sizeof head);
    return keeping;
}

static void write_pending(struct keeping *keeping)
{
    keeping->good = keeping->good && fd_write(keeping->fd, buf_view(&keeping->pending));
    buf_reset(&keeping->pending);
}

void kept_add(struct keeping *keeping, struct str bytes)
{
    hasher_add(&keeping->hasher, bytes);
    buf_str(&keeping->pending, bytes);
    if (keeping->pending.len >= PENDING)
        write_pending(keeping);
}

void kept_end(struct keeping *keeping, uint64_t key, bool good)
{
    write_pending(keeping);
    put_head(&keeping->pending, key, hasher_end(&keeping->hasher));
    good = good && keeping->good && lseek(keeping->fd, 0, SEEK_SET) == 0;
    if (good)
        write_pending(keeping);
    good = good && keeping->good;
    if (!good || renameat(keeping->folder, NEW, keeping->folder, keeping->name) != 0)
        unlinkat(keeping->folder, NEW, 0);
    close(keeping->fd);
    buf_clear(&keeping->pending);
    free(keeping);
}

int kept_spool(int folder)
{
    const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    unlinkat(folder, SPOOL, 0);
    int fd = openat(folder, SPOOL, flags, 0600);
    if (fd >= 0)
        unlinkat(folder, SPOOL, 0);
    return fd;
}

/* ---- reading */

/* Whether the open file begins as one of ours of KEY does, and can be read at once. */
static bool is_ours(int fd, uint64_t key)
{
    char head[HEAD_BYTES];
    struct stat st;
    struct str mark = STR(MARK), view = {head, sizeof head};
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > HEAD_BYTES &&
           pread(fd, head, sizeof head, 0) == (ssize_t)sizeof head && str_starts(view, mark) &&
           number_at(view, mark.len) == key;
}

/* The hash of what is left of an open file. */
static bool hash_rest(int fd, uint64_t *hash)
{
    char step[64 * 1024];
    struct hasher hasher = hasher_begin();
    ssize_t got;
    while ((got = fd_read_some(fd, step, sizeof step)) > 0)
        hasher_add(&hasher, (struct str){step, (size_t)got});
    *hash = hasher_end(&hasher);
    return got == 0;
}

int kept_open_file(int folder, const char *name, uint64_t key)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return -1;
    uint64_t hash;
    char head[HEAD_BYTES];
    if (is_ours(fd, key) && pread(fd, head, sizeof head, 0) == (ssize_t)sizeof head &&
        lseek(fd, HEAD_BYTES, SEEK_SET) == HEAD_BYTES && hash_rest(fd, &hash) &&
        hash == number_at((struct str){head, sizeof head}, HEAD_BYTES - NUMBER_BYTES) &&
        lseek(fd, HEAD_BYTES, SEEK_SET) == HEAD_BYTES)
        return fd;
    close(fd);
    return -1;
}

struct str kept_read(struct arena *keep, int folder, const char *name, uint64_t key)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return STR_NONE;
    struct buf read = {0};
    bool whole = is_ours(fd, key) && fd_read(fd, &read);
    struct str file = buf_view(&read), bytes = str_slice(file, HEAD_BYTES, file.len);
    bool good = whole && number_at(file, HEAD_BYTES - NUMBER_BYTES) == str_hash(bytes);
    struct str found = good ? str_dup(keep, bytes) : STR_NONE;
    close(fd);
    buf_clear(&read);
    return found;
}

void kept_sweep(int folder, bool (*is_wanted)(const void *context, const char *name),
                const void *context)
{
    int fd = openat(folder, ".", FOLDER_FLAGS);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir && fd >= 0)
        close(fd);
    if (!dir)
        return;
    struct dirent *entry;
    while ((entry = readdir(dir)))
        if (!is_wanted(context, entry->d_name))
            unlinkat(folder, entry->d_name, 0);
    closedir(dir);
}
