/* SPDX-License-Identifier: MIT */
#include "kept.h"

#include "base/file.h"
#include "base/file_at.h"

#include <fcntl.h>
#include <unistd.h>

/* A file: this mark, the key, the hash of the bytes, the bytes. Numbers have the lowest byte
   first. */
#define MARK "xianbao kept 1\n"
enum { NUMBER_BYTES = 8, HEAD_BYTES = sizeof MARK - 1 + 2 * NUMBER_BYTES };

int kept_open(struct str dir, const char *folder, bool makes)
{
    struct arena scratch = {0};
    struct str path = path_join(&scratch, dir, STR(".xianbao"));
    if (*folder)
        path = path_join(&scratch, path, str_of(folder));
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int fd = !makes || dir_make(path) ? open(str_c(&scratch, path), flags) : -1;
    arena_clear(&scratch);
    return fd;
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

void kept_write(int folder, const char *name, uint64_t key, struct str bytes)
{
    struct buf file = {0};
    buf_str(&file, STR(MARK));
    put_number(&file, key);
    put_number(&file, str_hash(bytes));
    buf_str(&file, bytes);
    unlinkat(folder, name, 0);
    if (!file_at_write(folder, name, buf_view(&file)))
        unlinkat(folder, name, 0); /* a full disk: it will be found out again */
    buf_clear(&file);
}

struct str kept_read(struct arena *keep, int folder, const char *name, uint64_t key)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return STR_NONE;
    struct buf read = {0};
    bool whole = fd_read(fd, &read);
    struct str file = buf_view(&read), bytes = str_slice(file, HEAD_BYTES, file.len);
    size_t at = sizeof MARK - 1;
    bool good = whole && bytes.len && str_starts(file, STR(MARK)) && number_at(file, at) == key &&
                number_at(file, at + NUMBER_BYTES) == str_hash(bytes);
    struct str found = good ? str_dup(keep, bytes) : STR_NONE;
    close(fd);
    buf_clear(&read);
    return found;
}
