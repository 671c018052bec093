/* SPDX-License-Identifier: MIT */
/* Files that are built into the program, made by data/embed.py. */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/str.h"

struct embedded_file {
    const char *name; /* relative to its folder: "story.html", "assets/site.css" */
    const unsigned char *bytes;
    size_t len;
};

/* Each ends in a file without a name. */
extern const struct embedded_file embedded_data[];      /* data/, linked into enrich */
extern const struct embedded_file embedded_templates[]; /* templates/, linked into site */
extern const struct embedded_file embedded_starter[];   /* data/starter/, linked into pipeline */
extern const struct embedded_file embedded_documentation[]; /* how to read an archive, into bag */

/* The bytes of the file NAME; dies if there is none, for its name is in the code. */
struct str embedded_get(const struct embedded_file *files, const char *name);

#endif
