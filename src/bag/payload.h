/* SPDX-License-Identifier: MIT */
/*
 * The payload of a bag: whole folders below data/, and the manifest of their files.
 *
 * All files are taken, those that no build reads and those whose names begin with '.' too. A link
 * to a file of the same folder is taken as that file. What is neither, a link to a folder, out of
 * its own or to nowhere, a device, is told and not in the bag; so are folders without a file, which
 * a bag has no way to name.
 */
#ifndef BAG_PAYLOAD_H
#define BAG_PAYLOAD_H

#include "base/diag.h"
#include "base/file.h"

#define PAYLOAD_MANIFEST "manifest-sha256.txt"

/* A folder, and what it is called in the bag. */
struct packed_folder {
    struct str from; /* need not be there */
    const char *to;  /* "data/content" */
    struct found_list files;
};

struct payload {
    struct packed_folder *folders;
    size_t len;
    size_t files;   /* in all */
    uint64_t bytes; /* of them, once they are packed */
};

/* Lists the files of all folders. False: not all can be looked at, or one has a name that a bag
   cannot have; DIAGS say which. */
bool payload_list(struct arena *keep, struct payload *payload, struct diags *diags);

/* Copies them to the open folder BAG, called NAME in what is told, and writes their manifest, whose
   digest is *MANIFEST. PROGRESS as in struct settings. False: DIAGS say why. */
struct digest;
bool payload_pack(struct payload *payload, int bag, struct str name,
                  void (*progress)(size_t done, size_t all), struct digest *manifest,
                  struct diags *diags);

#endif
