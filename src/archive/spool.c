/* SPDX-License-Identifier: MIT */
#include "archive/spool.h"

#include "base/file.h"

#include <errno.h>
#include <stdatomic.h>
#include <unistd.h>

struct spool {
    int fd;
    _Atomic uint64_t end;
};

struct spool *spool_new(struct arena *keep, int fd)
{
    struct spool *spool = ARENA_NEW(keep, struct spool);
    spool->fd = fd;
    return spool;
}

void spool_close(struct spool *spool)
{
    close(spool->fd);
    spool->fd = -1;
}

bool spool_put(struct spool *spool, struct str text, uint64_t *at)
{
    *at = atomic_fetch_add(&spool->end, text.len);
    for (uint64_t to = *at; text.len;) {
        ssize_t put = pwrite(spool->fd, text.ptr, text.len, (off_t)to);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        text = str_slice(text, (size_t)put, text.len);
        to += (uint64_t)put;
    }
    return true;
}

struct str spool_get(struct arena *keep, const struct spool *spool, uint64_t at, size_t len)
{
    struct buf bytes = {0};
    bool good = fd_read_at(spool->fd, at, len, &bytes);
    struct str text = good ? str_dup(keep, buf_view(&bytes)) : STR_NONE;
    int error = errno;
    buf_clear(&bytes);
    errno = error;
    return text;
}
