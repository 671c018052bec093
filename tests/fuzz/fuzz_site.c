/* SPDX-License-Identifier: MIT */
/* Bytes of a page → all files of its site: whatever is printed on a page is only text there. And
   why it was put together so can be told, and shown stage by stage. */
#include "fuzz_site.h"
#include "fuzz_html.h"

#include "explain/account.h"
#include "explain/explain.h"
#include "pipeline.h"

#define PATH STR("content/2023-10-17/a'<q7>\"&.txt")

static void explain(struct str bytes)
{
    struct arena keep = {0}, scratch = {0};
    struct account account = {0};
    struct buf out = {0};
    struct page_result result = pipeline_assemble(&keep, &scratch, NULL, PATH, bytes, &account);
    pipeline_enrich(&keep, fuzz_reference(), &result, &account);
    struct explained explained = {result.page, &result.stories, &account, true};
    explain_page(&out, &explained);
    for (size_t i = 0; i < result.stories.len; i++)
        explain_story(&out, &explained, &result.stories.at[i]);
    account_clear(&account);
    buf_clear(&out);
    arena_clear(&scratch);
    arena_clear(&keep);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0}, scratch = {0};
    struct buf dump = {0};
    struct str bytes = html_marked(&keep, input_of(data, size));
    struct page_result result = pipeline_page(&keep, &scratch, fuzz_reference(), NULL, PATH, bytes);
    site_check(&result);
    explain(bytes);
    pipeline_dump(&dump, (enum page_stage)(size % STAGE_COUNT), PATH, bytes);
    buf_clear(&dump);
    arena_clear(&scratch);
    arena_clear(&keep);
    return 0;
}
