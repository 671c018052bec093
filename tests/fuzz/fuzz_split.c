/* SPDX-License-Identifier: MIT */
/* Bytes → stories: no character is lost or said twice. */
#include "fuzz.h"

#include "pipeline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0}, scratch = {0};
    struct page_result result = pipeline_page(&keep, &scratch, fuzz_reference(), NULL,
                                              STR("page.txt"), input_of(data, size));
    for (size_t i = 0; i < result.page->diags.len; i++)
        CHECK(result.page->diags.at[i].id != D_NOT_CONSERVED);
    arena_clear(&scratch);
    arena_clear(&keep);
    return 0;
}
