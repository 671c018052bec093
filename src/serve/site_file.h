/* SPDX-License-Identifier: MIT */
/* The file of a built site that a URL's path names, and nothing outside the site. */
#ifndef SERVE_SITE_FILE_H
#define SERVE_SITE_FILE_H

#include "base/str.h"

enum site_find {
    SITE_NONE,
    SITE_FILE,
    SITE_FOLDER, /* a folder's name without the '/' after it, where a browser needs one */
};

struct site_file {
    int fd; /* open for reading; the caller closes it */
    uint64_t size;
    const char *type; /* for Content-Type */
};

/* Looks for PATH, decoded and beginning with '/', below the open folder SITE; of a path that ends
   in
   '/' for its index.html. No link is followed, and no name that begins with '.' is found. *FILE is
   filled in for SITE_FILE alone. */
enum site_find site_file_find(int site, struct str path, struct site_file *file);

#endif
