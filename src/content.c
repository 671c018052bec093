/* SPDX-License-Identifier: MIT */
#include "content.h"
#include "base/near.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "page/decode.h"

#include <errno.h>

static bool ends_in(struct str path, const char *ending)
{
    size_t len = strlen(ending);
    if (path.len < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = path.ptr[path.len - len + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != ending[i])
            return false;
    }
    return true;
}

/* Ends of names of what lies beside pages and could be none: pictures, what is printed from,
   recordings, catalogues, packed files, checksums, what systems leave behind. Not what a page may
   have been written with or saved as: doc, docx, rtf, wps, html, gz. */
static bool lies_beside(struct str path)
{
    static const char *const endings[] = {
        ".jpg", ".jpeg", ".jpe",    ".jfif",   ".png",       ".gif",         ".tif",  ".tiff",
        ".bmp", ".webp", ".jp2",    ".j2k",    ".jpx",       ".heic",        ".heif", ".avif",
        ".svg", ".psd",  ".dng",    ".cr2",    ".nef",       ".arw",         ".xmp",  ".pdf",
        ".ofd", ".djvu", ".djv",    ".caj",    ".ceb",       ".eps",         ".ps",   ".indd",
        ".xml", ".hocr", ".mp3",    ".wav",    ".m4a",       ".mp4",         ".mov",  ".avi",
        ".xls", ".xlsx", ".ods",    ".zip",    ".rar",       ".7z",          ".tar",  ".tgz",
        ".md5", ".sha1", ".sha256", ".sha512", "/thumbs.db", "/desktop.ini",
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_in(path, endings[i]))
            return true;
    return false;
}

/* A file of configuration that is written otherwise: site.yml, Publication.yaml. */
static struct str meant(struct arena *keep, struct str path, bool top)
{
    struct near near = near_to(path_base(path));
    near_try(&near, STR("publication.yaml"));
    if (top) {
        near_try(&near, STR("site.yaml"));
        near_try(&near, STR("topics.yaml"));
    }
    return near_hint(keep, &near);
}

/* The names of pages are shown, and stand in lists of one a line. */
static bool has_control(struct str name)
{
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c))
        if (c.code < ' ' || utf8_is_forbidden(c.code))
            return true;
    return false;
}

/* Why a file cannot be one of the site's; NULL: it can. */
static const char *refusal(const struct found *found)
{
    size_t bad;
    if (!found->regular)
        return found->link ? "a symbolic link to what is no file" : "not a file";
    if (found->leaves)
        return "a symbolic link out of content/: put the file itself there";
    if (!utf8_valid(found->path, &bad))
        return "its name is not UTF-8: give it another";
    return has_control(found->path) ? "its name holds a control character: give it another" : NULL;
}

/* Whether a file says how the site, or a part of it, is made. */
static bool is_config(struct str path)
{
    return str_eq(path, STR("site.yaml")) || str_eq(path, STR("topics.yaml")) ||
           str_eq(path_base(path), STR("publication.yaml"));
}

static void take_file(struct arena *keep, struct str path, bool top, struct content *content,
                      struct diags *diags)
{
    if (ends_in(path, ".txt"))
        vec_push(keep, &content->pages, path);
    else if (ends_in(path, ".md"))
        vec_push(keep, &content->editorials, path);
    else if (top && str_eq(path_base(path), STR("site.yaml")))
        content->config = true;
    else if (top && str_eq(path_base(path), STR("topics.yaml")))
        content->topics = true;
    else if (str_ends(path, STR("/publication.yaml")))
        vec_push(keep, &content->publications, path);
    else
        diag_add(diags, D_FILE_SKIPPED, (struct place){path, 0, 0},
                 "neither a page (.txt) nor an editorial page (.md)%.*s",
                 STR_FMT(meant(keep, path, top)));
}

/* What is beside the pages: how much, and the first of it. */
struct beside {
    size_t len;
    struct str first;
};

/* False: the site cannot be made without it. */
static bool take_found(struct arena *keep, const struct found *found, struct content *content,
                       struct beside *beside, struct diags *diags)
{
    struct str path = path_join(keep, STR("content"), found->path);
    const char *why = found->error ? NULL : refusal(found);
    if (!found->error && lies_beside(path)) {
        if (beside->len++ == 0)
            beside->first = path;
        return true;
    }
    if (found->error)
        page_tell_unread(diags, path, found->error);
    else if (why)
        diag_add(diags, is_config(found->path) ? D_CONFIG : D_FILE_SKIPPED,
                 (struct place){path, 0, 0}, "%s", why);
    else
        take_file(keep, path, !str_has(found->path, STR("/")), content, diags);
    return !why || !is_config(found->path);
}

static void tell_beside(const struct beside *beside, struct str folder, struct diags *diags)
{
    if (beside->len == 1)
        diag_add(diags, D_FILES_BESIDE, (struct place){.file = beside->first},
                 "a file beside the pages");
    else if (beside->len)
        diag_add(diags, D_FILES_BESIDE, (struct place){.file = folder},
                 "%zu files beside the pages, such as %.*s", beside->len, STR_FMT(beside->first));
}

static void tell_no_content(struct str folder, int error, struct diags *diags)
{
    struct place place = {.file = folder};
    if (error == ENOENT)
        diag_add(
            diags, D_NO_CONTENT, place,
            "there is no such folder (-C DIR names a site's folder, 'xianbao init' makes one)");
    else
        diag_add(diags, D_NO_CONTENT, place, "cannot be read: %s", strerror(error));
}

bool content_list(struct arena *keep, struct str dir, struct content *content, struct diags *diags)
{
    struct found_list found = {0};
    struct str folder = path_join(keep, dir, STR("content"));
    if (!dir_walk(keep, folder, &found)) {
        tell_no_content(folder, errno, diags);
        return false;
    }
    bool good = true;
    struct beside beside = {0};
    for (size_t i = 0; i < found.len; i++)
        good = take_found(keep, &found.at[i], content, &beside, diags) && good;
    tell_beside(&beside, folder, diags);
    if (content->pages.len == 0)
        diag_add(diags, D_NO_PAGES, (struct place){folder, 0, 0}, "holds no page (.txt)%s",
                 beside.len ? ": the text of its files has to be taken out first, as by pdftotext"
                            : "");
    return good;
}

bool content_load(struct arena *keep, struct str dir, struct str path, struct str *text,
                  struct diags *diags)
{
    struct buf bytes = {0};
    bool read = file_read_most(path_join(keep, dir, path), YAML_MAX_BYTES, &bytes);
    if (read)
        *text = str_dup(keep, buf_view(&bytes));
    else if (errno == EFBIG)
        diag_add(diags, D_CONFIG, (struct place){path, 0, 0}, "larger than %zu MiB",
                 YAML_MAX_BYTES >> 20);
    else
        diag_add(diags, D_CONFIG, (struct place){path, 0, 0}, "cannot be read: %s",
                 strerror(errno));
    buf_clear(&bytes);
    return read;
}
