/* SPDX-License-Identifier: MIT */
/* Bytes → stories: no character is lost or said twice, which is counted here once more, in another
   way than the program's own proof goes (story/conserve.c). */
#include "fuzz.h"

#include "base/utf8.h"
#include "page/doubled.h"
#include "pipeline.h"

enum { CODE_COUNT = 0x10000 };

/* How often each code point occurs in a page's text, in its stories', and in those of the latter
   in which letters that stand twice may be said once. */
static uint32_t of_page[CODE_COUNT], of_stories[CODE_COUNT], of_singled[CODE_COUNT];

/* Whether a code point is a sign that everyone sees: ASCII's, CJK's ideographs and punctuation,
   and their full-width forms. */
static bool is_sign(uint32_t code)
{
    return (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0x3030) ||
           (code >= 0x4e00 && code < 0xa000) || (code > 0xff00 && code < 0xff5f);
}

static void count(struct str text, uint32_t *counts)
{
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c))
        if (is_sign(c.code))
            counts[c.code]++;
}

static void count_stories(const struct stories *stories)
{
    for (size_t s = 0; s < stories->len; s++)
        for (size_t b = 0; b < stories->at[s].blocks.len; b++) {
            const struct block *block = &stories->at[s].blocks.at[b];
            count(block->text, of_stories);
            if (role_is_singled(block->role))
                count(block->text, of_singled);
        }
}

static void check_counts(const struct page_result *result)
{
    memset(of_page, 0, sizeof of_page);
    memset(of_stories, 0, sizeof of_stories);
    memset(of_singled, 0, sizeof of_singled);
    count(result->page->text, of_page);
    count_stories(&result->stories);
    for (size_t code = 0; code < CODE_COUNT; code++) {
        CHECK(of_stories[code] <= of_page[code]);
        CHECK(of_stories[code] == of_page[code] || of_singled[code] > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0}, scratch = {0};
    struct page_result result = pipeline_page(&keep, &scratch, fuzz_reference(), NULL,
                                              STR("page.txt"), input_of(data, size));
    for (size_t i = 0; i < result.page->diags.len; i++)
        CHECK(result.page->diags.at[i].id != D_NOT_CONSERVED);
    check_counts(&result);
    arena_clear(&scratch);
    arena_clear(&keep);
    return 0;
}
