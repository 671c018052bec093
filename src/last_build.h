/* SPDX-License-Identifier: MIT */
/*
 * What the last build was made of and made, kept beside the site: in .xianbao/last, so that a build
 * for which nothing changed is known without reading a page; and in .xianbao/outputs, so that only
 * those files are made anew that are made of something new.
 *
 * Files are not read for that: names, sizes, inodes and times tell (as they tell git and make).
 * Sources that changed so shortly before a build that a later change might bear the same time are
 * not relied on, nor is a build that could not read all of them.
 */
#ifndef LAST_BUILD_H
#define LAST_BUILD_H

#include "pipeline.h"
#include "site/render.h"

/* How everything looks that a build depends on. */
struct build_state;

/* Looks at the sources and settings, before a build reads any. Lives in KEEP. */
struct build_state *build_state_look(struct arena *keep, const struct settings *settings);

/* Whether the last build was made of just that, its site is still as it left it, and none that was
   killed since has left anything to clear away. Then DIAGS and TALLY are what it found. */
bool build_state_is_last(struct arena *keep, const struct build_state *state, struct diags *diags,
                         struct tally *tally);

/* Whether the site was made of the sources as they are now, however that was asked for. */
bool build_state_is_made(struct arena *keep, const struct build_state *state);

/* The stamps of the site's files, in KEEP; NULL: nobody knows, or somebody changed the site. */
const struct made *build_state_made(struct arena *keep, const struct build_state *state);

/* Whether all sources could be read, which may be otherwise the next time. */
bool sources_read(const struct diags *diags);

/* Keeps what was PUBLISHED; and the state as that of the last build, which found DIAGS and TALLY,
   if nothing changed since it was looked at. */
void build_state_keep(const struct build_state *state, const struct published *published,
                      const struct diags *diags, const struct tally *tally);

/* The pairs of the search index in .xianbao/pairs, while a site is written. */
struct kept_pairs {
    int folder; /* -1: nothing is kept */
    int before; /* those of the site of before; -1: none */
    struct keeping *keeping;
    bool damaged;
};

/* Reads those of before for OPTIONS, whose `before` is set, and begins to keep the new ones. */
void kept_pairs_begin(struct kept_pairs *pairs, const struct settings *settings,
                      struct render_options *options);

/* Keeps them, of the stories DOCS; NULL: they are not whole. Those of before that could not be read
   are removed, and DIAGS say so. */
void kept_pairs_end(struct kept_pairs *pairs, const struct search_docs *docs,
                    const struct settings *settings, struct diags *diags);

#endif
