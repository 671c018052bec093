/* SPDX-License-Identifier: MIT */
/* Bytes → stories under libFuzzer: nothing crashes, and no character is lost or said twice. */
#include "pipeline.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena forever;
    static struct reference reference; /* read at the first call */
    if (!reference.gazetteer)
        reference = reference_builtin(&forever);

    struct arena keep = {0}, scratch = {0};
    struct page_result result = pipeline_page(&keep, &scratch, &reference, NULL, STR("page.txt"),
                                              (struct str){(const char *)data, size});
    for (size_t i = 0; i < result.page->diags.len; i++) {
        if (result.page->diags.at[i].id == D_NOT_CONSERVED)
            abort();
    }
    arena_clear(&scratch);
    arena_clear(&keep);
    return 0;
}
