/* SPDX-License-Identifier: MIT */
/* What lies in a site's content/ folder. */
#ifndef CONTENT_H
#define CONTENT_H

#include "base/diag.h"
#include "base/file.h"

/* Paths are relative to the site's folder ("content/2023/x.txt"), in the order of their bytes. */
struct content {
    struct strs pages;        /* *.txt at any depth */
    struct strs editorials;   /* *.md */
    struct strs publications; /* publication.yaml of folders, at any depth */
    bool config, topics;      /* site.yaml and topics.yaml are there */
};

/* Lists DIR/content. What is none of these is passed over: scans and what else is known to lie
   beside pages with one finding for all of it, anything else, which may be a page with a wrong
   name, each with its own, and so is a link that leads out of it. False: it cannot be read, or what
   says how the site is made is no file of its own, and DIAGS says why. */
bool content_list(struct arena *keep, struct str dir, struct content *content, struct diags *diags);

/* The bytes of a file that says how the site is made, PATH below DIR, in KEEP. False: it cannot be
   read, and DIAGS says why. */
bool content_load(struct arena *keep, struct str dir, struct str path, struct str *text,
                  struct diags *diags);

#endif
