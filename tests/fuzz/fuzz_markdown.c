/* SPDX-License-Identifier: MIT */
/* An editorial page: its HTML is well-formed and holds no markup of the text's own; its links are
   safe; ids stand once. */
#include "fuzz_html.h"

#include "base/map.h"
#include "base/utf8.h"
#include "site/check/refs.h"
#include "site/editorial/editorial.h"

static void check_ids(struct arena *keep, struct str html)
{
    struct refs refs = {0};
    struct map seen = {0};
    refs_of_html(keep, &refs, html);
    for (size_t i = 0; i < refs.anchors.len; i++) {
        void **slot = map_at(keep, &seen, refs.anchors.at[i].id);
        CHECK(!*slot);
        *slot = slot;
    }
}

static void check_page(struct arena *keep, const struct editorial *editorial)
{
    size_t bad;
    CHECK(editorial->title.len && editorial->nav.len);
    CHECK(utf8_valid(editorial->title, &bad) && utf8_valid(editorial->description, &bad));
    CHECK(utf8_valid(editorial->html, &bad));
    html_check(editorial->html);
    check_ids(keep, editorial->html);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct editorials editorials = {0};
    struct str text = html_marked(&keep, input_of(data, size));
    editorials_add(&keep, &editorials, fuzz_reference(), false, STR("content/a.md"), text, &diags);
    for (size_t i = 0; i < editorials.len; i++)
        check_page(&keep, &editorials.at[i]);
    editorials_add(&keep, &editorials, fuzz_reference(), true, STR("content/b.md"), text, &diags);
    editorials_sort(&editorials, &diags);
    arena_clear(&keep);
    return 0;
}
