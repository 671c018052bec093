/* SPDX-License-Identifier: MIT */
#include "site/publish/publish.h"
#include "base/file.h"
#include "base/file_at.h"
#include "base/hasher.h"
#include "base/stop.h"
#include "site/publish/carry.h"
#include "site/publish/manifest.h"
#include "site/publish/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct stage {
    struct arena keep;
    struct swap swap;
    struct manifest was;       /* of the site that is replaced … */
    struct manifest_index old; /* … by name */
    struct manifest manifest;  /* of this one */
    struct strs written;       /* its files that the old one does not have so */
    bool failed;
    pthread_mutex_t lock; /* for keep, manifest, written, failed and the diags */
};

static void stage_free(struct stage *stage)
{
    pthread_mutex_destroy(&stage->lock);
    arena_clear(&stage->keep);
    free(stage);
}

/* Tells why there cannot be a file at PATH of the site; once, for what comes after has like causes.
 */
static bool fail(struct stage *stage, struct str path, const char *why)
{
    struct diags *diags = stage->swap.diags;
    pthread_mutex_lock(&stage->lock);
    struct place place = {.file = path_join(diags->keep, stage->swap.target, path)};
    if (!stage->failed)
        diag_add(diags, D_PUBLISH, place, "cannot write it: %s", why);
    stage->failed = true;
    pthread_mutex_unlock(&stage->lock);
    return false;
}

/* False: there is one, but it cannot be read, so that nobody knows what the old site's own is. */
static bool read_old_manifest(struct stage *stage)
{
    struct arena *keep = &stage->keep;
    struct buf text = {0};
    struct str dir = path_join(keep, stage->swap.parent, str_of(stage->swap.name));
    bool read = file_read(path_join(keep, dir, STR(MANIFEST_PATH)), &text);
    int error = read ? 0 : errno;
    if (read) {
        stage->was = manifest_read(keep, str_dup(keep, buf_view(&text)));
        stage->old = manifest_index(keep, &stage->was);
    } else if (is_of_machine(error)) {
        diag_add(stage->swap.diags, D_PUBLISH,
                 (struct place){.file = path_join(stage->swap.diags->keep, stage->swap.target,
                                                  STR(MANIFEST_PATH))},
                 "cannot read it: %s", strerror(error));
    }
    buf_clear(&text);
    return !is_of_machine(error);
}

struct stage *publish_begin(struct str dir, struct diags *diags)
{
    struct stage *stage = xcalloc(1, sizeof *stage);
    pthread_mutex_init(&stage->lock, NULL);
    if (!swap_begin(&stage->keep, &stage->swap, dir, D_PUBLISH, diags)) {
        stage_free(stage);
        return NULL;
    }
    if (!read_old_manifest(stage)) {
        publish_abort(stage);
        return NULL;
    }
    return stage;
}

struct publish_folders publish_folders(const struct stage *stage, struct arena *keep)
{
    const struct swap *swap = &stage->swap;
    return (struct publish_folders){
        .above = str_dup(keep, swap->parent),
        .old = path_join(keep, swap->parent, str_of(swap->name)),
        .new = path_join(keep, swap->parent, str_of(swap->new_name)),
    };
}

uint64_t publish_replaces(const struct stage *stage)
{
    return stage->swap.old_fd >= 0 ? tree_folder(stage->swap.old_fd) : 0;
}

struct strs publish_old(const struct stage *stage, struct arena *keep)
{
    struct strs paths = {0};
    for (size_t i = 0; i < stage->was.len; i++)
        vec_push(keep, &paths, str_dup(keep, stage->was.at[i].path));
    return paths;
}

/* A copy of PATH that ends in a NUL and lives as long as the stage. */
static struct str own_path(struct stage *stage, struct str path)
{
    pthread_mutex_lock(&stage->lock);
    struct str own = str_dup(&stage->keep, path);
    pthread_mutex_unlock(&stage->lock);
    return own;
}

/* Notes a file in the manifest. False: there was a fault before, or stop_asked(), and the rest is
   of no use. */
static bool note(struct stage *stage, const struct manifest_file *file)
{
    pthread_mutex_lock(&stage->lock);
    vec_push(&stage->keep, &stage->manifest, *file);
    bool failed = stage->failed;
    pthread_mutex_unlock(&stage->lock);
    return !failed && !stop_asked();
}

/* Whether the old site has the same bytes at the same place and can share them. The manifest spares
   us reading files that differ; reading tells what was changed by hand. */
static bool link_unchanged(const struct stage *stage, const struct manifest_file *file,
                           struct str bytes)
{
    const struct manifest_file *old = map_get(&stage->old.files, file->path);
    const char *path = file->path.ptr;
    int from = stage->swap.old_fd, to = stage->swap.new_fd;
    return old && old->size == file->size && old->hash == file->hash &&
           file_at_holds(from, path, bytes) && file_at_link(from, to, path);
}

bool publish_keep(struct stage *stage, struct str path)
{
    const struct manifest_file *old = map_get(&stage->old.files, path);
    if (!old)
        return false;
    const struct manifest_file file = {own_path(stage, path), old->size, old->hash};
    const char *name = file.path.ptr;
    int from = stage->swap.old_fd, to = stage->swap.new_fd;
    return file_at_link(from, to, name) && note(stage, &file);
}

static void note_written(struct stage *stage, struct str path)
{
    pthread_mutex_lock(&stage->lock);
    vec_push(&stage->keep, &stage->written, path);
    pthread_mutex_unlock(&stage->lock);
}

/* Tells that PATH could not be written, as errno has it. */
static bool write_failed(struct stage *stage, struct str path)
{
    return fail(stage, path,
                errno == EEXIST ? "the site has two files of this name" : strerror(errno));
}

static bool put(struct stage *stage, struct str path, struct str bytes)
{
    const struct manifest_file file = manifest_file(own_path(stage, path), bytes);
    if (!note(stage, &file))
        return false;
    if (link_unchanged(stage, &file, bytes))
        return true;
    if (!file_at_write(stage->swap.new_fd, file.path.ptr, bytes))
        return write_failed(stage, path);
    note_written(stage, file.path);
    return true;
}

static bool fits_windows(struct str path)
{
    while (path.len) {
        struct str name = str_cut(&path, '/');
        if (path_is_device(name) || str_ends(name, STR(".")))
            return false;
    }
    return true;
}

const char *publish_refusal(struct str path)
{
    if (str_eq(path, STR(MANIFEST_PATH)))
        return "the name is that of the list of files";
    if (!manifest_path_ok(path))
        return "the names of files and folders are to have only a-z, 0-9, '-', '_' and '.', not to "
               "begin with '.', and to have at most 100 bytes";
    return fits_windows(path) ? NULL
                              : "Windows can have no file or folder whose name is a device's (con, "
                                "aux, nul …) or ends in '.'; give it another";
}

static bool may_be_put(struct stage *stage, struct str path)
{
    const char *why = publish_refusal(path);
    return !why || fail(stage, path, why);
}

bool publish_put(struct stage *stage, struct str path, struct str bytes)
{
    return may_be_put(stage, path) && put(stage, path, bytes);
}

/* ---- a file part by part */

enum { PENDING = 256 * 1024 };

struct publishing {
    struct stage *stage;
    struct manifest_file file;
    struct hasher hasher;
    struct buf pending; /* not written yet */
    int fd, old;        /* of the file; of the one that stands there in the old site; -1: none */
    bool good;
};

struct publishing *publish_open(struct stage *stage, struct str path)
{
    if (!may_be_put(stage, path))
        return NULL;
    struct publishing *file = xcalloc(1, sizeof *file);
    *file = (struct publishing){.stage = stage, .file.path = own_path(stage, path), .old = -1};
    const char *name = file->file.path.ptr;
    file->hasher = hasher_begin();
    file->fd = file_at_create(stage->swap.new_fd, name);
    file->good = file->fd >= 0 || write_failed(stage, path);
    if (map_get(&stage->old.files, path))
        file->old = file_at_open(stage->swap.old_fd, name);
    return file;
}

static bool write_pending(struct publishing *file)
{
    struct str bytes = buf_view(&file->pending);
    hasher_add(&file->hasher, bytes);
    file->file.size += bytes.len;
    file->good = file->good && !stop_asked() &&
                 (fd_write(file->fd, bytes) || write_failed(file->stage, file->file.path));
    buf_reset(&file->pending);
    return file->good;
}

bool publish_add(struct publishing *file, struct str bytes)
{
    buf_str(&file->pending, bytes);
    return file->pending.len < PENDING || write_pending(file);
}

bool publish_add_old(struct publishing *file, uint64_t at, size_t len)
{
    struct buf bytes = {0};
    bool good = file->old >= 0 && fd_read_at(file->old, at, len, &bytes);
    if (good)
        publish_add(file, buf_view(&bytes));
    buf_clear(&bytes);
    return good;
}

/* Whether the old site has the same bytes at the same place. */
static bool is_as_it_was(const struct publishing *file)
{
    const struct stage *stage = file->stage;
    const struct manifest_file *old = map_get(&stage->old.files, file->file.path);
    return old && old->size == file->file.size && old->hash == file->file.hash &&
           file_at_same(stage->swap.old_fd, stage->swap.new_fd, file->file.path.ptr);
}

/* Puts the old site's file in the place of the new one, of the same bytes. */
static bool share(const struct publishing *file)
{
    const char *path = file->file.path.ptr;
    int from = file->stage->swap.old_fd, to = file->stage->swap.new_fd;
    return (unlinkat(to, path, 0) == 0 && file_at_link(from, to, path)) ||
           write_failed(file->stage, file->file.path);
}

bool publish_close(struct publishing *file)
{
    struct stage *stage = file->stage;
    bool good = write_pending(file);
    file->file.hash = hasher_end(&file->hasher);
    if (file->fd >= 0 && close(file->fd) != 0 && good)
        good = write_failed(stage, file->file.path);
    if (file->old >= 0)
        close(file->old);
    good = good && note(stage, &file->file);
    if (good && is_as_it_was(file))
        good = share(file);
    else if (good)
        note_written(stage, file->file.path);
    buf_clear(&file->pending);
    free(file);
    return good;
}

static bool put_manifest(struct stage *stage)
{
    struct buf text = {0};
    manifest_write(&text, &stage->manifest);
    bool ok = file_at_write(stage->swap.new_fd, MANIFEST_PATH, buf_view(&text)) ||
              fail(stage, STR(MANIFEST_PATH), strerror(errno));
    buf_clear(&text);
    return ok;
}

static bool put_foreign(struct stage *stage)
{
    struct carry_fault fault;
    int from = stage->swap.old_fd, to = stage->swap.new_fd;
    if (from < 0 || carry_foreign(&stage->keep, from, to, &stage->old, &fault))
        return true;
    if (fault.error == EEXIST)
        return fail(stage, str_of(fault.path),
                    "something stands there that xianbao did not write; move it away");
    return fail(stage, str_of(fault.path), strerror(fault.error));
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct strs publish_written(const struct stage *stage, struct arena *keep)
{
    struct strs paths = {0};
    for (size_t i = 0; i < stage->written.len; i++)
        vec_push(keep, &paths, str_dup(keep, stage->written.at[i]));
    if (paths.len)
        qsort(paths.at, paths.len, sizeof *paths.at, by_bytes);
    return paths;
}

bool publish_commit(struct stage *stage, struct tree *published)
{
    bool ok = !stage->failed && put_manifest(stage) && put_foreign(stage) && !stop_asked();
    if (ok)
        ok = swap_commit(&stage->swap, published);
    else
        swap_abort(&stage->swap);
    stage_free(stage);
    return ok;
}

void publish_abort(struct stage *stage)
{
    swap_abort(&stage->swap);
    stage_free(stage);
}
