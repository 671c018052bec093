/* SPDX-License-Identifier: MIT */
/* The last step: the plan, rendered and published. */
#ifndef SITE_RENDER_H
#define SITE_RENDER_H

#include "base/tree.h"
#include "site/export.h"
#include "site/site.h"
#include "site/stamp.h"

struct stage;

/* A story in the search index. */
struct search_doc {
    uint64_t made_of; /* a hash of all that its text was made of; 0: nobody knows */
};

struct search_docs VEC_OF(struct search_doc);

/* What a site's files were made of. */
struct made {
    struct stamps stamps;                 /* of those where it is known */
    struct export_parts exports[EXPORTS]; /* of each export */
    struct search_docs docs;              /* in the order of their numbers */
    uint64_t folder; /* of a site that stands there: which it is (tree.h); else 0 */
};

/* The pairs of the search index, as they are kept from build to build, part by part. */
struct pairs_store {
    /* Appends more of those of the site of before. 0: that was all; -1: they cannot be read. NULL:
       there are none. */
    int (*more)(void *context, struct buf *out);
    void (*damaged)(void *context); /* told where they are none, and so nothing is published */
    void (*add)(void *context, struct str bytes); /* takes those of this one; or NULL */
    void *context;
};

struct render_options {
    size_t threads;                            /* at least 1 */
    void (*progress)(size_t done, size_t all); /* called from any thread; may be NULL */
    const struct made *before;                 /* what stands in OUT; NULL: nobody knows */
    struct pairs_store pairs;
    bool unread; /* some sources could not be read: what is not there is not gone */
    /* Called for each file that OUT did not have so, in the order of their paths, when it is
       published; may be NULL. */
    void (*written)(struct str path, struct str why);
};

/* What became of a site. */
struct published {
    struct tree look; /* of its folder, right after; hash 0: that cannot be told */
    struct made made;
    size_t files; /* that templates made */
};

/* Renders OUTPUTS, but for those that have the stamp that they had before, and publishes them with
   the theme's assets as STAGE, which it ends; *PUBLISHED lives in KEEP. False: nothing was
   published, and DIAGS, those of STAGE, say why; of several mistakes in templates the one in the
   first output. */
bool site_publish(struct arena *keep, const struct site *site, const struct outputs *outputs,
                  const struct render_options *options, struct stage *stage,
                  struct published *published, struct diags *diags);

/* Renders OUTPUTS and keeps nothing of it, to find the mistakes that site_publish() would. */
bool site_try(const struct site *site, const struct outputs *outputs,
              const struct render_options *options, struct diags *diags);

#endif
