/* SPDX-License-Identifier: MIT */
/* Addresses: what `serve` is asked for leads to no file but the site's own; those of pages are
   taken apart and put together. */
#include "fuzz_html.h"

#include "../temp.h"
#include "base/utf8.h"
#include "serve/live.h"
#include "serve/site_file.h"
#include "site/config.h"
#include "site/editorial/url.h"
#include "template/html.h"

#include <fcntl.h>

static struct str top; /* holds the site, and beside it what must stay secret */

static void remove_top(void)
{
    dir_remove(top);
}

/* The open folder of a site with links out of it and files that are not shown. */
static int site_open(void)
{
    static struct arena forever;
    static const char *const files[] = {
        "secret", "site/index.html", "site/a/index.html", "site/a/b.css", "site/.hidden/index.html",
    };
    top = temp_dir(&forever);
    atexit(remove_top);
    CHECK(dir_make(path_join(&forever, top, STR("site/a"))));
    CHECK(dir_make(path_join(&forever, top, STR("site/.hidden"))));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        temp_write(&forever, top, files[i], "x");
    CHECK(symlink("../secret", temp_path(&forever, top, "site/link")) == 0);
    CHECK(symlink("..", temp_path(&forever, top, "site/up")) == 0);
    CHECK(mkfifo(temp_path(&forever, top, "site/pipe"), 0600) == 0);
    return open(temp_path(&forever, top, "site"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void serve(struct arena *keep, struct str path)
{
    static int site = -1;
    static const char *const shown[] = {"site/index.html", "site/a/index.html", "site/a/b.css"};
    struct site_file file = {.fd = -1};
    struct stat st;
    site = site < 0 ? site_open() : site;
    if (site_file_find(site, path, &file) != SITE_FILE)
        return;
    bool is_shown = false;
    CHECK(fstat(file.fd, &st) == 0 && file.size == 1);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        is_shown |= temp_inode(keep, top, shown[i]) == st.st_ino;
    CHECK(is_shown);
    close(file.fd);
}

static void check_parts(struct arena *keep, struct str text)
{
    struct url url = url_parse(text);
    struct str base;
    CHECK(url.path.len + url.fragment.len <= text.len);
    CHECK(url_decode(keep, text).len <= text.len);
    CHECK(url.kind == URL_OTHER || html_urls_safe(HTML_URL, text));
    if (base_url_parse(keep, text, &base))
        CHECK(url_parse(base).kind == URL_WEB && str_ends(base, STR("/")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct buf page = {0};
    const char *type;
    size_t bad;
    struct str text = input_of(data, size);
    serve(&keep, text);
    serve(&keep, url_decode(&keep, text));
    check_parts(&keep, text);
    live_file(text, 1, 2, &type);
    if (utf8_valid(text, &bad)) {
        live_page_without_site(&page, 1, html_marked(&keep, text));
        html_check(buf_view(&page));
    }
    buf_clear(&page);
    arena_clear(&keep);
    return 0;
}
