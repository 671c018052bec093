/* SPDX-License-Identifier: MIT */
/*
 * What one build keeps for the next, and one machine for another, after somebody changed it: a
 * page's record, findings, the pairs of the search index. The input is a list of changes to what
 * was kept of a page, so that most of it stays whole; and, by itself, a record.
 */
#include "fuzz.h"
#include "fuzz_site.h"

#include "archive/archive.h"
#include "base/utf8.h"
#include "changes.h"
#include "pipeline.h"
#include "search/index.h"

#define TEXT                                                                                                                           \
    "---\npublication: 吕梁日报\ndate: 2020-01-05\npage: 1\n---\n春茶开采\n\n"                                                 \
    "本报讯（记者 王洋 通讯员 李青）1月3日，岚县普明镇的茶农采完春茶炒夏茶，合作社又添了三"    \
    "台炒茶机。鼓楼区也有人来学。\n（下转2版）\n\n水库清淤\n\n本报讯　全市的水库开始清淤，灌区" \
    "的水渠也要重修，去年的旱情还没有过去。\n\n余字\n"
#define PATH STR("content/a.txt")

/* What was kept of the page. */
struct kept {
    struct arena arena;
    struct archive *archive;
    struct buf page, findings, pairs;
};

static bool put_checked(void *context, struct str path, struct str bytes)
{
    size_t bad;
    (void)context;
    (void)path;
    CHECK(utf8_valid(bytes, &bad));
    return true;
}

static bool keep_nothing(void *context, struct str path, uint64_t stamp)
{
    (void)context;
    (void)path;
    (void)stamp;
    return false;
}

static void store_pairs(void *context, struct str bytes)
{
    if (context)
        buf_str(context, bytes);
}

static const uint64_t doc_of[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};

static void make_kept(struct kept *kept)
{
    struct arena scratch = {0};
    struct diags *diags = ARENA_NEW(&kept->arena, struct diags);
    bool damaged;
    diags->keep = &kept->arena;
    struct page_result *result = ARENA_NEW(&kept->arena, struct page_result);
    *result = pipeline_page(&kept->arena, &scratch, fuzz_reference(), NULL, PATH, STR(TEXT));
    kept->archive = archive_new(&kept->arena, fuzz_reference(), diags);
    archive_add(kept->archive, result->page, &result->stories, result->slug);
    archive_index(kept->archive);
    page_pack(&kept->page, result, STR(TEXT));
    diags_pack(&kept->findings, &result->page->diags);
    const struct search_known known = {doc_of, NULL, 0, NULL, keep_nothing, store_pairs};
    search_pairs(kept->archive, &known, put_checked, &kept->pairs, &damaged);
    arena_clear(&scratch);
}

/* A copy as long as it is, so that a read past its end shows; free() it. */
static char *copy_of(struct str bytes)
{
    char *copy = malloc(bytes.len ? bytes.len : 1);
    CHECK(copy);
    if (bytes.len)
        memcpy(copy, bytes.ptr, bytes.len);
    return copy;
}

static void read_page(struct arena *keep, struct str packed)
{
    struct page_result result;
    struct buf again = {0};
    if (page_unpack(keep, fuzz_reference(), packed, STR(TEXT), PATH, &result)) {
        page_pack(&again, &result, STR(TEXT));
        site_check(&result);
    }
    buf_clear(&again);
}

static void read_findings(struct arena *keep, struct str packed)
{
    struct packed from = {.rest = packed};
    struct diags diags;
    struct buf out = {0};
    size_t bad;
    if (diags_unpack(keep, &from, &diags))
        for (size_t i = 0; i < diags.len; i++)
            diag_print(&out, &diags.at[i]);
    CHECK(utf8_valid(buf_view(&out), &bad));
    buf_clear(&out);
}

/* Hands out what is left of the packed pairs, in two parts. */
static int more_pairs(void *context, struct buf *out)
{
    struct str *rest = context;
    size_t part = rest->len > 100 ? rest->len / 2 : rest->len;
    buf_str(out, str_slice(*rest, 0, part));
    *rest = str_slice(*rest, part, rest->len);
    return part > 0;
}

static void keep_none(void *context, struct str bytes)
{
    (void)context;
    (void)bytes;
}

static void read_pairs(const struct kept *kept, struct str packed)
{
    bool damaged = false;
    size_t len = kept->archive->entries.len;
    const struct search_known known = {doc_of, doc_of, len, more_pairs, keep_nothing, keep_none};
    bool done = search_pairs(kept->archive, &known, put_checked, &packed, &damaged);
    CHECK(done != damaged);
}

/* Reads what was kept, changed. */
static void read_changed(struct arena *keep, const struct kept *kept, unsigned kind,
                         struct str changes)
{
    const struct buf *of = kind == 0 ? &kept->findings : kind == 1 ? &kept->pairs : &kept->page;
    struct str bytes = changed(keep, buf_view(of), changes);
    char *copy = copy_of(bytes);
    bytes.ptr = copy;
    if (kind == 0)
        read_findings(keep, bytes);
    else if (kind == 1)
        read_pairs(kept, bytes);
    else
        read_page(keep, bytes);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct kept kept;
    struct arena keep = {0};
    struct str input = input_of(data, size);
    if (!kept.archive)
        make_kept(&kept);
    read_page(&keep, input);
    read_findings(&keep, input);
    read_changed(&keep, &kept, size ? data[0] % 4 : 0, str_slice(input, 1, size));
    arena_clear(&keep);
    return 0;
}
