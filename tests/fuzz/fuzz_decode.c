/* SPDX-License-Identifier: MIT */
/* Bytes → text: what comes out is UTF-8, and is the same when it is read again as UTF-8. */
#include "fuzz.h"

#include "base/utf8.h"
#include "page/decode.h"
#include "page/signature.h"

static struct page *decoded(struct arena *keep, struct str bytes)
{
    struct page *page = ARENA_NEW(keep, struct page);
    page->path = STR("content/a.txt");
    page->diags.keep = keep;
    page_decode(keep, page, bytes);
    return page;
}

/* A character that has no form of its own, or that the text of a byte order mark begins with, is
   read otherwise in another encoding; so is a text that names one, or begins as another kind of
   file does once its mark is gone: %PDF. */
static bool reads_alike(struct str text)
{
    return !str_has(text, STR("encoding")) && !str_has(text, STR("\xef\xbb\xbf")) &&
           !str_has(text, (struct str){"", 1}) && !signature_find(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    size_t bad;
    const struct page *page = decoded(&keep, input_of(data, size));
    CHECK(utf8_valid(page->text, &bad));
    CHECK(*page->encoding || page->text.len == 0);
    if (reads_alike(page->text)) {
        const struct page *again = decoded(&keep, page->text);
        CHECK(str_eq(again->text, page->text));
    }
    arena_clear(&keep);
    return 0;
}
