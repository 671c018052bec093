/* SPDX-License-Identifier: MIT */
#include "page/page.h"

#include "page/blocks.h"
#include "page/decode.h"
#include "page/facts.h"
#include "page/front_matter.h"
#include "page/identity_number.h"
#include "page/lines.h"
#include "page/roles.h"
#include "page/variants.h"

static void tell_identity_numbers(struct page *page)
{
    size_t first, len = identity_numbers_count(page->text, &first);
    if (len)
        diag_add(&page->diags, D_IDENTITY_NUMBER, page_place(page, first),
                 "%zu identity number%s of citizens%s", len, len > 1 ? "s" : "",
                 len > 1 ? ", the first here" : "");
}

struct page *page_read(struct arena *keep, struct str path, struct str bytes)
{
    struct page *page = ARENA_NEW(keep, struct page);
    page->path = path;
    page->diags.keep = keep;
    page_decode(keep, page, bytes);
    page_front_matter(keep, page);
    page_path_facts(page);
    lines_find(keep, page);
    tell_identity_numbers(page);
    variants_fold(keep, page);
    blocks_find(keep, page);
    roles_assign(keep, page);
    return page;
}
