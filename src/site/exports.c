/* SPDX-License-Identifier: MIT */
#include "site/exports.h"

#include "archive/whole.h"
#include "base/map.h"
#include "site/publish/publish.h"
#include "site/sum.h"

static const struct export_kind *const exports[EXPORTS] = {
    [EXPORT_NDJSON] = &export_ndjson,
    [EXPORT_CSV] = &export_csv,
};

static void add_id(struct sum *sum, const struct entry *other)
{
    sum_add_str(sum, other ? other->story->id : STR_NONE);
}

/* Of what export.c and the records of stories have: the page, and the ids of other stories. */
static uint64_t stamp_page(const struct site *site, const struct archive_page *page)
{
    struct sum sum = {0};
    sum_add_stamp(&sum, site->made_with);
    sum_add_stamp(&sum, page->page->made_of);
    for (size_t i = 0; i < page->entries_len; i++) {
        const struct entry *entry = &page->entries[i];
        add_id(&sum, entry);
        add_id(&sum, entry->continues);
        add_id(&sum, entry->continued_from);
        add_id(&sum, entry->first_printing);
    }
    return sum_stamp(&sum);
}

/* A part of the old file. */
struct old_part {
    uint64_t at;
    const struct export_part *part;
};

/* The old parts by their pages' paths, after HEAD bytes. */
static struct map old_parts(struct arena *scratch, const struct export_parts *before, size_t head)
{
    struct map map = {0};
    uint64_t at = head;
    for (size_t i = 0; before && i < before->len; i++) {
        struct old_part *old = ARENA_NEW(scratch, struct old_part);
        *old = (struct old_part){at, &before->at[i]};
        *map_at(scratch, &map, before->at[i].page) = old;
        at += before->at[i].bytes;
    }
    return map;
}

/* Takes over PART, if it is as it was. */
static bool take_over(struct publishing *file, const struct map *old, struct export_part *part)
{
    const struct old_part *was = part->stamp ? map_get(old, part->page) : NULL;
    if (!was || was->part->stamp != part->stamp ||
        !publish_add_old(file, was->at, (size_t)was->part->bytes))
        return false;
    part->bytes = was->part->bytes;
    return true;
}

/* Writes the stories of a page, whole. */
static bool write_page(struct publishing *file, const struct export_kind *kind,
                       const struct archive_page *page, struct export_part *part)
{
    struct buf bytes = {0};
    bool good = true;
    for (size_t i = 0; i < page->entries_len && good; i++) {
        buf_reset(&bytes);
        kind->entry(&bytes, &page->entries[i]);
        part->bytes += bytes.len;
        good = publish_add(file, buf_view(&bytes));
    }
    buf_clear(&bytes);
    return good;
}

/* An export in the making. */
struct making {
    const struct export_kind *kind;
    struct publishing *file;
    struct map old; /* the parts of the old file */
};

static bool begin(struct arena *scratch, struct making *making, const struct export_parts *before,
                  struct stage *stage)
{
    struct buf head = {0};
    making->file = publish_open(stage, str_of(making->kind->path));
    making->kind->head(&head);
    making->old = old_parts(scratch, before, head.len);
    bool good = making->file && publish_add(making->file, buf_view(&head));
    buf_clear(&head);
    return good;
}

bool exports_put(struct arena *keep, const struct site *site, const struct export_parts *before,
                 struct stage *stage, struct export_parts *parts)
{
    struct arena scratch = {0};
    struct making making[EXPORTS];
    struct pages_at_hand whole = {.archive = site->archive};
    bool good = true;
    for (size_t k = 0; k < EXPORTS; k++) {
        making[k] = (struct making){.kind = exports[k]};
        good &= begin(&scratch, &making[k], before ? &before[k] : NULL, stage);
    }
    /* page by page, so that one that must be read again is read once */
    for (size_t i = 0; i < site->archive->pages.len && good; i++) {
        const struct archive_page *page = site->archive->pages.at[i];
        uint64_t stamp = stamp_page(site, page);
        for (size_t k = 0; k < EXPORTS && good; k++) {
            struct export_part part = {.page = page->page->path, .stamp = stamp};
            good = take_over(making[k].file, &making[k].old, &part) ||
                   write_page(making[k].file, making[k].kind, page_at_hand(&whole, page), &part);
            vec_push(keep, &parts[k], part);
        }
    }
    for (size_t k = 0; k < EXPORTS; k++)
        good &= making[k].file && publish_close(making[k].file);
    pages_at_hand_clear(&whole);
    arena_clear(&scratch);
    return good;
}
