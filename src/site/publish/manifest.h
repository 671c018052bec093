/* SPDX-License-Identifier: MIT */
/*
 * The manifest of a site, data/files.txt: what xianbao wrote there, so that it knows what is its
 * own.
 *
 * One line a file, in the order of their paths' bytes: the 16 hex digits of the XXH3 hash of its
 * bytes, its size, its path, parted by spaces. The manifest does not list itself.
 */
#ifndef SITE_PUBLISH_MANIFEST_H
#define SITE_PUBLISH_MANIFEST_H

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

#define MANIFEST_PATH "data/files.txt"

struct manifest_file {
    struct str path; /* relative to the site */
    uint64_t size;   /* bytes */
    uint64_t hash;
};

struct manifest {
    struct manifest_file *at;
    size_t len, cap;
};

/* The same by name. */
struct manifest_index {
    struct map files; /* path → struct manifest_file */
    struct map dirs;  /* every folder that holds a file of the site, at any depth; not its top */
};

/*
 * Whether xianbao publishes a file at PATH: relative, parts of lower-case ASCII letters, digits,
 * '-',
 * '_' and '.', none beginning with '.' or longer than 100 bytes. Such a name means the same on
 * every file system, host and USB stick.
 */
bool manifest_path_ok(struct str path);

struct manifest_file manifest_file(struct str path, struct str bytes);

/* Reads TEXT; paths point into it. Lines that no xianbao wrote are passed over. */
struct manifest manifest_read(struct arena *keep, struct str text);

/* Sorts and writes. */
void manifest_write(struct buf *out, struct manifest *manifest);

/* MANIFEST must stay as it is while the index is in use. The index of one that lists anything has
   the manifest itself, too. */
struct manifest_index manifest_index(struct arena *keep, const struct manifest *manifest);

#endif
