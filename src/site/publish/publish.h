/* SPDX-License-Identifier: MIT */
/*
 * Publishing: a site's folder is replaced as a whole or not at all.
 *
 *   stage = publish_begin("public")   a new folder beside it (swap.h)
 *   publish_put(stage, path, bytes)   from any thread, as files are made
 *   publish_commit(stage)             manifest, foreign files, and the two folders change places
 *
 * A build that fails or is killed leaves the last good site. What the old site's manifest does not
 * list was not written by xianbao and is carried over; an output where such a file stands is a
 * fault. A file whose bytes did not change keeps its inode and its time.
 */
#ifndef SITE_PUBLISH_PUBLISH_H
#define SITE_PUBLISH_PUBLISH_H

#include "base/diag.h"
#include "base/tree.h"

struct stage;

/* Begins to replace the folder DIR, which need not exist, though the one that is to hold it must.
   NULL: DIAGS says why. While threads put files, DIAGS must not be added to by others. */
struct stage *publish_begin(struct str dir, struct diags *diags);

/* The folder that holds both the old one and the new one, and these; in KEEP. */
struct publish_folders {
    struct str above, old, new;
};
struct publish_folders publish_folders(const struct stage *stage, struct arena *keep);

/* Which folder is replaced, as tree.h has it; 0: there is none. */
uint64_t publish_replaces(const struct stage *stage);

/* The paths of the old site's own files, in KEEP, in their order. */
struct strs publish_old(const struct stage *stage, struct arena *keep);

/* Why a file can have no such PATH in a site; NULL: it can. */
const char *publish_refusal(struct str path);

/* Adds a file; PATH as manifest_path_ok() has it. False: diags say why, and nothing will be
   published. Safe to call from many threads at once. */
bool publish_put(struct stage *stage, struct str path, struct str bytes);

/* Takes over the file PATH of the old site as it stands. False: it cannot, and publish_put() may.
   Safe to call from many threads at once. */
bool publish_keep(struct stage *stage, struct str path);

/* Adds a file part by part; PATH as above. NULL, or false where a part cannot be added: diags say
   why, and nothing will be published. publish_close() it in any case: false then too. */
struct publishing;
struct publishing *publish_open(struct stage *stage, struct str path);
bool publish_add(struct publishing *file, struct str bytes);

/* Adds LEN bytes from AT on of the file that stands there in the old site. False: it has none such,
   and nothing was added. */
bool publish_add_old(struct publishing *file, uint64_t at, size_t len);
bool publish_close(struct publishing *file);

/* The paths of the files put so far that the old site does not have so, in KEEP, in the order of
   their bytes. */
struct strs publish_written(const struct stage *stage, struct arena *keep);

/* Publishes what was put, unless stop_asked(), and frees the stage; *PUBLISHED is how the folder
   looks then, its hash 0 where that cannot be told. False: diags say why, and the old site stays.
 */
bool publish_commit(struct stage *stage, struct tree *published);

/* Gives up and frees the stage. */
void publish_abort(struct stage *stage);

#endif
