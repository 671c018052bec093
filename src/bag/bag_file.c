/* SPDX-License-Identifier: MIT */
#include "bag/bag_file.h"

#include "base/file.h"
#include "base/file_at.h"

#include <errno.h>
#include <nettle/version.h>
#include <unistd.h>

bool bag_file_open(struct bag_file *file, int dir, const char *path)
{
    sha256_init(&file->sha256);
    file->fd = file_at_create(dir, path);
    return file->fd >= 0;
}

bool bag_file_add(struct bag_file *file, struct str bytes)
{
    sha256_update(&file->sha256, bytes.len, (const uint8_t *)bytes.ptr);
    return fd_write(file->fd, bytes);
}

/* Nettle 4 takes no length any more. */
static void finish(struct sha256_ctx *sha256, uint8_t bytes[SHA256_DIGEST_SIZE])
{
#if NETTLE_VERSION_MAJOR >= 4
    sha256_digest(sha256, bytes);
#else
    sha256_digest(sha256, SHA256_DIGEST_SIZE, bytes);
#endif
}

bool bag_file_close(struct bag_file *file, struct digest *digest)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    finish(&file->sha256, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        digest->hex[2 * i] = digits[bytes[i] >> 4];
        digest->hex[2 * i + 1] = digits[bytes[i] & 0xf];
    }
    digest->hex[2 * sizeof bytes] = '\0';
    return close(file->fd) == 0;
}

bool bag_file_write(int dir, const char *path, struct str bytes, struct digest *digest)
{
    struct bag_file file;
    if (!bag_file_open(&file, dir, path))
        return false;
    bool good = bag_file_add(&file, bytes);
    int error = errno;
    bool closed = bag_file_close(&file, digest);
    if (!good)
        errno = error;
    return good && closed;
}

void bag_line(struct buf *out, const struct digest *digest, struct str path)
{
    buf_fmt(out, "%s  ", digest->hex);
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (c == '%' || c == '\n' || c == '\r')
            buf_fmt(out, "%%%02X", (unsigned)c);
        else
            buf_byte(out, c);
    }
    buf_byte(out, '\n');
}
