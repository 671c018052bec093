/* SPDX-License-Identifier: MIT */
/* What `check`, `build` and `serve` read of a built site, which somebody may have changed: pages,
   style sheets, the manifest. */
#include "fuzz.h"

#include "serve/live.h"
#include "site/check/refs.h"
#include "site/publish/manifest.h"

static void check_refs(const struct refs *refs, size_t lines)
{
    for (size_t i = 0; i < refs->links.len; i++)
        CHECK(refs->links.at[i].line <= lines);
    for (size_t i = 0; i < refs->anchors.len; i++)
        CHECK(refs->anchors.at[i].line <= lines);
}

static void read_manifest(struct arena *keep, struct str text)
{
    struct manifest manifest = manifest_read(keep, text);
    struct manifest_index index = manifest_index(keep, &manifest);
    for (size_t i = 0; i < manifest.len; i++) {
        CHECK(manifest_path_ok(manifest.at[i].path));
        CHECK(map_get(&index.files, manifest.at[i].path));
    }
    struct buf written = {0}, again = {0};
    manifest_write(&written, &manifest);
    struct manifest reread = manifest_read(keep, buf_view(&written));
    CHECK(reread.len == manifest.len);
    manifest_write(&again, &reread);
    CHECK(str_eq(buf_view(&again), buf_view(&written)));
    buf_clear(&again);
    buf_clear(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct refs html = {0}, css = {0};
    struct buf page = {0};
    struct str text = input_of(data, size);
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n' || data[i] == '\r' || data[i] == '\f';
    refs_of_html(&keep, &html, text);
    check_refs(&html, lines);
    refs_of_css(&keep, &css, text);
    check_refs(&css, lines);
    live_page(&page, text, 1, STR("a message"));
    CHECK(page.len > size);
    read_manifest(&keep, text);
    buf_clear(&page);
    arena_clear(&keep);
    return 0;
}
