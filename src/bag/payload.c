/* SPDX-License-Identifier: MIT */
#include "bag/payload.h"

#include "bag/bag_file.h"
#include "base/stop.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STEP = 256 * 1024 }; /* bytes that are read, hashed and written at once */

static bool fail(struct diags *diags, struct str file, const char *cannot, const char *why)
{
    diag_add(diags, D_BAG, (struct place){.file = file}, "cannot %s: %s", cannot, why);
    return false;
}

/* ---- what there is */

/* bagit.py 1.9 takes "%25" for itself, and drops blanks at the end of a line; it is not alone. */
static bool is_often_misread(struct str path)
{
    struct str kept = utf8_trim(path);
    return str_has(path, STR("%")) || kept.ptr + kept.len < path.ptr + path.len;
}

/* Whether FOUND can be in a bag; *GOOD is false then if that leaves the bag without something. */
static bool takes(const struct packed_folder *folder, const struct found *found, bool *good,
                  struct diags *diags)
{
    struct str file = path_join(diags->keep, folder->from, found->path);
    struct place place = {.file = file};
    size_t bad;
    if (found->error) {
        *good = fail(diags, file, "read it", strerror(found->error));
    } else if (!found->regular) {
        diag_add(diags, D_BAG_SKIPPED, place, "%s",
                 found->link ? "a symbolic link to what is no file" : "not a file");
    } else if (found->leaves) {
        diag_add(diags, D_BAG_SKIPPED, place, "a symbolic link out of its folder");
    } else if (!utf8_valid(found->path, &bad)) {
        *good = fail(diags, file, "list it",
                     "its name is not UTF-8, as the names in a bag are; rename it");
    } else {
        if (is_often_misread(found->path))
            diag_add(diags, D_BAG_NAME, place,
                     "its name has a '%%' or ends in a blank; many programs that check bags do not "
                     "find it again");
        if (found->link)
            diag_add(diags, D_BAG_LINK, place, "a symbolic link");
        return true;
    }
    return false;
}

static bool list_folder(struct arena *keep, struct packed_folder *folder, struct diags *diags)
{
    struct found_list all = {0};
    bool good = true;
    if (!dir_walk_hidden(keep, folder->from, &all))
        return errno == ENOENT || fail(diags, folder->from, "read it", strerror(errno));
    for (size_t i = 0; i < all.len; i++)
        if (takes(folder, &all.at[i], &good, diags))
            vec_push(keep, &folder->files, all.at[i]);
    return good;
}

bool payload_list(struct arena *keep, struct payload *payload, struct diags *diags)
{
    bool good = true;
    payload->files = 0;
    for (size_t i = 0; i < payload->len; i++) {
        good &= list_folder(keep, &payload->folders[i], diags);
        payload->files += payload->folders[i].files.len;
    }
    return good;
}

/* ---- packing it */

struct packing {
    struct payload *payload;
    int bag;
    struct str name;
    void (*progress)(size_t done, size_t all);
    struct diags *diags;
    char *step;               /* STEP bytes */
    struct bag_file manifest; /* open all the while */
    struct buf lines;         /* of it, not written yet */
    size_t done;              /* files */
};

static bool fail_to_write(const struct packing *packing, struct str path)
{
    const char *why = errno == EEXIST ? "the file system takes its name for that of another file"
                                      : strerror(errno);
    return fail(packing->diags, path_join(packing->diags->keep, packing->name, path), "write it",
                why);
}

/* Opens what was a regular file when it was listed; a FIFO in its place would be waited for. */
static int open_source(int dir, const char *path)
{
    struct stat st;
    int fd = openat(dir, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0 || (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)))
        return fd;
    close(fd);
    errno = ENXIO;
    return -1;
}

/* Copies SOURCE's bytes. False: *WHAT says which of both failed. */
static bool copy_bytes(struct packing *packing, int source, struct bag_file *copy,
                       bool *source_failed)
{
    ssize_t got;
    *source_failed = false;
    while ((got = fd_read_some(source, packing->step, STEP)) != 0) {
        if (stop_asked()) {
            errno = EINTR;
            return false;
        }
        *source_failed = got < 0;
        if (got < 0 || !bag_file_add(copy, (struct str){packing->step, (size_t)got}))
            return false;
        packing->payload->bytes += (size_t)got;
    }
    return true;
}

/* When it was changed last is worth knowing; where it cannot be set, nothing is lost of the file.
 */
static void copy_time(int source, int copy)
{
    struct stat st;
    if (fstat(source, &st) == 0)
        (void)futimens(copy, (const struct timespec[]){st.st_mtim, st.st_mtim});
}

/* Copies the open SOURCE, called FROM, to PATH of the bag, and adds its line to the manifest. */
static bool pack_open(struct packing *packing, int source, struct str from, struct str path)
{
    struct bag_file copy;
    struct digest digest;
    bool source_failed;
    if (!bag_file_open(&copy, packing->bag, path.ptr))
        return fail_to_write(packing, path);
    bool good = copy_bytes(packing, source, &copy, &source_failed);
    if (!good && source_failed)
        fail(packing->diags, from, "read it", strerror(errno));
    else if (!good)
        fail_to_write(packing, path);
    copy_time(source, copy.fd);
    if (!bag_file_close(&copy, &digest) && good)
        good = fail_to_write(packing, path);
    if (good)
        bag_line(&packing->lines, &digest, path);
    return good;
}

static bool flush_lines(struct packing *packing)
{
    bool good = bag_file_add(&packing->manifest, buf_view(&packing->lines));
    buf_reset(&packing->lines);
    return good || fail_to_write(packing, STR(PAYLOAD_MANIFEST));
}

static bool pack_file(struct packing *packing, const struct packed_folder *folder, int dir,
                      const struct found *found)
{
    struct arena scratch = {0};
    struct str from = path_join(packing->diags->keep, folder->from, found->path);
    struct str path = path_join(&scratch, str_of(folder->to), found->path);
    int source = open_source(dir, str_c(&scratch, found->path));
    bool good = source >= 0 || fail(packing->diags, from, "read it", strerror(errno));
    good = good && pack_open(packing, source, from, path);
    if (source >= 0)
        close(source);
    arena_clear(&scratch);
    if (packing->progress)
        packing->progress(++packing->done, packing->payload->files);
    return good && (packing->lines.len < STEP || flush_lines(packing));
}

static bool pack_folder(struct packing *packing, const struct packed_folder *folder)
{
    struct arena scratch = {0};
    if (!folder->files.len)
        return true;
    int dir = open(str_c(&scratch, folder->from), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_clear(&scratch);
    bool good = dir >= 0 || fail(packing->diags, folder->from, "read it", strerror(errno));
    for (size_t i = 0; i < folder->files.len && good; i++)
        good = pack_file(packing, folder, dir, &folder->files.at[i]);
    if (dir >= 0)
        close(dir);
    return good;
}

bool payload_pack(struct payload *payload, int bag, struct str name,
                  void (*progress)(size_t done, size_t all), struct digest *manifest,
                  struct diags *diags)
{
    struct packing packing = {payload, bag, name, progress, diags, .step = xmalloc(STEP)};
    payload->bytes = 0;
    bool good = bag_file_open(&packing.manifest, bag, PAYLOAD_MANIFEST);
    if (!good)
        fail_to_write(&packing, STR(PAYLOAD_MANIFEST));
    for (size_t i = 0; i < payload->len && good; i++)
        good = pack_folder(&packing, &payload->folders[i]);
    good = good && flush_lines(&packing);
    if (packing.manifest.fd >= 0 && !bag_file_close(&packing.manifest, manifest) && good)
        good = fail_to_write(&packing, STR(PAYLOAD_MANIFEST));
    buf_clear(&packing.lines);
    free(packing.step);
    return good;
}
