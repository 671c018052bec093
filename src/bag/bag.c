/* SPDX-License-Identifier: MIT */
#include "bag/bag.h"

#include "bag/bag_file.h"
#include "bag/bag_info.h"
#include "bag/payload.h"
#include "base/embedded.h"
#include "base/tree.h"
#include "inputs.h"
#include "site/publish/swap.h"
#include "target.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { CONTENT, PUBLIC, TEMPLATES, FOLDERS_LEN };

struct work {
    const struct bagging *bagging;
    struct packed_folder folders[FOLDERS_LEN];
    struct tree looks[FOLDERS_LEN]; /* how they looked before they were read */
    struct swap swap;
    struct buf tags; /* the lines of the manifest of what is not in data/ */
    struct diags *diags;
};

static bool fail(const struct work *work, struct str file, const char *what)
{
    diag_add(work->diags, D_BAG, (struct place){.file = file}, "%s", what);
    return false;
}

static bool look(const struct work *work, size_t i, struct tree *tree)
{
    return tree_look(work->folders[i].from, true, tree) ||
           fail(work, work->folders[i].from, "cannot look at all that is in it");
}

/* Builds the site out of what was looked at before: a change while that, or the packing, goes on
   shows in the end. */
static bool build(struct arena *keep, struct work *work, struct bagged *bagged)
{
    return look(work, CONTENT, &work->looks[CONTENT]) &&
           look(work, TEMPLATES, &work->looks[TEMPLATES]) &&
           pipeline_build(keep, work->bagging->settings, work->diags, &bagged->tally) &&
           look(work, PUBLIC, &work->looks[PUBLIC]);
}

static bool is_unchanged(const struct work *work)
{
    for (size_t i = 0; i < FOLDERS_LEN; i++) {
        struct tree now;
        if (!look(work, i, &now))
            return false;
        if (now.hash != work->looks[i].hash)
            return fail(work, work->folders[i].from, "it changed while it was packed; try again");
    }
    return true;
}

enum listing { LISTING_EMPTY, LISTING_FULL, LISTING_UNKNOWN };

static enum listing list(int folder)
{
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    size_t entries = 0;
    if (!dir && fd >= 0)
        close(fd);
    if (!dir)
        return LISTING_UNKNOWN;
    while (readdir(dir))
        entries++;
    closedir(dir);
    return entries <= 2 ? LISTING_EMPTY : LISTING_FULL; /* "." and ".." */
}

/* Begins the bag in a new folder beside its own, which is to be empty. */
static bool begin(struct arena *keep, struct work *work)
{
    struct str dir = work->bagging->dir;
    if (!swap_begin(keep, &work->swap, dir, D_BAG, work->diags))
        return false;
    enum listing found = work->swap.old_fd < 0 ? LISTING_EMPTY : list(work->swap.old_fd);
    if (found == LISTING_EMPTY)
        return true;
    swap_abort(&work->swap);
    return fail(work, dir,
                found == LISTING_UNKNOWN ? "it cannot be listed; choose another folder"
                                         : "it is not empty; choose another folder");
}

/* Writes a file that is not in data/, and notes it for the manifest of those. */
static bool put_tag(struct work *work, const char *path, struct str bytes)
{
    struct digest digest;
    if (!bag_file_write(work->swap.new_fd, path, bytes, &digest))
        return fail(work, path_join(work->diags->keep, work->bagging->dir, str_of(path)),
                    strerror(errno));
    bag_line(&work->tags, &digest, str_of(path));
    return true;
}

static bool put_info(struct arena *keep, struct work *work, const struct bagged *bagged)
{
    struct buf info = {0};
    struct config config = inputs_config(keep, work->bagging->settings);
    bag_info(&info, &config, work->bagging, bagged);
    bool good = put_tag(work, "bag-info.txt", buf_view(&info));
    buf_clear(&info);
    return good;
}

/* How to read it, for who has it and nothing else. */
static bool put_documentation(struct arena *keep, struct work *work)
{
    bool good = true;
    for (const struct embedded_file *file = embedded_documentation; file->name && good; file++) {
        struct str path = str_format(keep, "documentation/%s", file->name);
        good = put_tag(work, path.ptr, (struct str){(const char *)file->bytes, file->len});
    }
    return good;
}

static bool pack_all(struct arena *keep, struct work *work, struct bagged *bagged)
{
    struct payload payload = {work->folders, FOLDERS_LEN, 0, 0};
    struct digest manifest;
    if (!payload_list(keep, &payload, work->diags) ||
        !payload_pack(&payload, work->swap.new_fd, work->bagging->dir,
                      work->bagging->settings->progress, &manifest, work->diags))
        return false;
    bagged->files = payload.files;
    bagged->bytes = payload.bytes;
    bool good = put_info(keep, work, bagged) &&
                put_tag(work, "bagit.txt",
                        STR("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")) &&
                put_documentation(keep, work);
    bag_line(&work->tags, &manifest, STR(PAYLOAD_MANIFEST));
    return good && put_tag(work, "tagmanifest-sha256.txt", buf_view(&work->tags));
}

bool bag_make(struct arena *keep, const struct bagging *bagging, struct diags *diags,
              struct bagged *bagged)
{
    const struct settings *settings = bagging->settings;
    struct str out = settings_out(keep, settings);
    struct work work = {
        .bagging = bagging,
        .folders = {{path_join(keep, settings->dir, STR("content")), "data/content", {0}},
                    {out, "data/public", {0}},
                    {path_join(keep, settings->dir, STR("templates")), "data/templates", {0}}},
        .diags = diags,
    };
    if (!target_allowed_for_bag(settings->dir, out, bagging->dir, diags) || !begin(keep, &work))
        return false;
    bool good = build(keep, &work, bagged) && pack_all(keep, &work, bagged) && is_unchanged(&work);
    buf_clear(&work.tags);
    if (good)
        return swap_commit_into_empty(&work.swap);
    swap_abort(&work.swap);
    return false;
}
