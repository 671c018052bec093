/* SPDX-License-Identifier: MIT */
/* A new file of a bag: its bytes are hashed on their way to the disk. A failure is told by errno.
 */
#ifndef BAG_BAG_FILE_H
#define BAG_BAG_FILE_H

#include "base/buf.h"

#include <nettle/sha2.h>

/* A SHA-256 digest as a manifest has it: lower-case hex digits, and a NUL. */
struct digest {
    char hex[2 * SHA256_DIGEST_SIZE + 1];
};

struct bag_file {
    int fd;
    struct sha256_ctx sha256;
};

/* Makes the file PATH, which is not there yet, and the folders above it, below the open folder DIR.
   bag_file_close() it. False: there is none. */
bool bag_file_open(struct bag_file *file, int dir, const char *path);

bool bag_file_add(struct bag_file *file, struct str bytes);

/* *DIGEST is that of all that was added. */
bool bag_file_close(struct bag_file *file, struct digest *digest);

/* Makes the file PATH of BYTES. */
bool bag_file_write(int dir, const char *path, struct str bytes, struct digest *digest);

/* Appends the line of a manifest for the file PATH. In names '%' and what ends a line are written
   as RFC 8493 has it in 2.1.3, all else as it is. */
void bag_line(struct buf *out, const struct digest *digest, struct str path);

#endif
