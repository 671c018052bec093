/* SPDX-License-Identifier: MIT */
#include "search/index.h"

#include "base/utf8.h"
#include "search/facets.h"
#include "search/fold.h"
#include "search/grams.h"
#include "search/script.h"

enum {
    BYTES = 36 * 1024, /* of a file of pairs, about */
    STRING_BITS = 6,   /* that a character of a script's string holds, about */
};

struct indexing {
    const struct archive *archive;
    const struct fold *fold;
    search_put *put;
    void *context;
    struct arena scratch;
    struct buf bytes;
};

static struct str path_of(struct arena *keep, const char *kind, size_t number)
{
    return str_format(keep, "search/%s-%zu.js", kind, number);
}

/* Hands over what is in bytes as file NUMBER of a kind. */
static bool hand_over(struct indexing *indexing, const char *kind, size_t number)
{
    struct str path = path_of(&indexing->scratch, kind, number);
    buf_byte(&indexing->bytes, '\n');
    bool good = indexing->put(indexing->context, path, buf_view(&indexing->bytes));
    buf_reset(&indexing->bytes);
    return good;
}

/* ---- texts */

/* The page's own: a file's part, an emblem of the layout, is none of a story's words. */
static bool is_text(const struct block *block)
{
    return block->role != ROLE_FURNITURE && block->role != ROLE_HEADLINE;
}

/* All that a story says, a block a line. */
static void add_text(struct buf *out, const struct story *story)
{
    for (size_t i = 0; i < story->blocks.len; i++) {
        if (!is_text(&story->blocks.at[i]))
            continue;
        buf_str(out, story->blocks.at[i].text);
        buf_byte(out, '\n');
    }
}

static void write_story(struct indexing *indexing, const struct entry *entry)
{
    struct buf *out = &indexing->bytes, text = {0};
    const struct story *story = entry->story;
    add_text(&text, story);
    buf_byte(out, '[');
    script_string(out, story->id);
    buf_fmt(out, ",%d,", story->headline_derived);
    script_string(out, story->headline);
    buf_byte(out, ',');
    script_string(out, buf_view(&text));
    buf_byte(out, ']');
    buf_clear(&text);
}

size_t search_texts_len(const struct archive *archive)
{
    return (archive->entries.len + SEARCH_TEXTS - 1) / SEARCH_TEXTS;
}

struct str search_texts_path(struct arena *keep, size_t file)
{
    return path_of(keep, "texts", file);
}

bool search_texts(const struct archive *archive, size_t file, search_put *put, void *context)
{
    struct indexing indexing = {.archive = archive, .put = put, .context = context};
    const struct entries *entries = &archive->entries;
    size_t from = file * SEARCH_TEXTS;
    buf_fmt(&indexing.bytes, "xianbao(\"texts\",%zu,[", file);
    for (size_t i = from; i < entries->len && i < from + SEARCH_TEXTS; i++) {
        if (i > from)
            buf_byte(&indexing.bytes, ',');
        write_story(&indexing, entries->at[i]);
    }
    buf_fmt(&indexing.bytes, "]);");
    bool good = hand_over(&indexing, "texts", file);
    buf_clear(&indexing.bytes);
    arena_clear(&indexing.scratch);
    return good;
}

/* ---- pairs */

static struct grams find_grams(struct indexing *indexing)
{
    struct grams grams = grams_new(&indexing->scratch, indexing->fold);
    const struct entries *entries = &indexing->archive->entries;
    struct buf text = {0};
    for (size_t i = 0; i < entries->len; i++) {
        const struct story *story = entries->at[i]->story;
        if (!story->headline_derived)
            grams_add(&grams, (uint32_t)i, story->headline, true);
        buf_reset(&text);
        add_text(&text, story);
        grams_add(&grams, (uint32_t)i, buf_view(&text), false);
    }
    buf_clear(&text);
    grams_sort(&grams);
    return grams;
}

/* The pairs FROM up to where a file is full; writes them and returns where. */
static size_t write_grams(struct indexing *indexing, const struct grams *grams, size_t from)
{
    struct buf pairs = {0}, coded = {0};
    struct bits bits = {.out = &coded};
    size_t size = 0, i = from;
    for (; i < grams->len && size < (size_t)BYTES * STRING_BITS; i++) {
        if (i > from && gram_first(grams, i) != gram_first(grams, i - 1))
            buf_byte(&pairs, '\n');
        if (i == from || gram_first(grams, i) != gram_first(grams, i - 1))
            utf8_add(&pairs, gram_first(grams, i));
        utf8_add(&pairs, gram_second(grams, i));
        gram_write(grams, i, (uint32_t)indexing->archive->entries.len, &bits);
        size += gram_size(grams, i);
    }
    bits_end(&bits);
    script_string(&indexing->bytes, buf_view(&pairs));
    buf_byte(&indexing->bytes, ',');
    script_string(&indexing->bytes, buf_view(&coded));
    buf_clear(&pairs);
    buf_clear(&coded);
    return i;
}

/* STARTS gets the first pair of each file. */
static bool write_all_grams(struct indexing *indexing, struct buf *starts)
{
    struct grams grams = find_grams(indexing);
    size_t number = 0;
    for (size_t from = 0; from < grams.len; number++) {
        utf8_add(starts, gram_first(&grams, from));
        utf8_add(starts, gram_second(&grams, from));
        buf_fmt(&indexing->bytes, "xianbao(\"pairs\",%zu,", number);
        from = write_grams(indexing, &grams, from);
        buf_fmt(&indexing->bytes, ");");
        if (!hand_over(indexing, "pairs", number))
            return false;
    }
    return true;
}

/* ---- the table */

static bool write_table(struct indexing *indexing, struct str starts)
{
    struct buf *out = &indexing->bytes;
    buf_fmt(out, "xianbao(\"table\",%zu,%d,", indexing->archive->entries.len, SEARCH_TEXTS);
    script_string(out, starts);
    buf_byte(out, ',');
    fold_write(out, indexing->fold);
    buf_byte(out, ',');
    facets_write(out, &indexing->scratch, indexing->archive);
    buf_fmt(out, ");\n");
    bool good = indexing->put(indexing->context, STR("search/table.js"), buf_view(out));
    buf_reset(out);
    return good;
}

bool search_pairs(const struct archive *archive, search_put *put, void *context)
{
    struct indexing indexing = {.archive = archive, .put = put, .context = context};
    struct buf starts = {0};
    indexing.fold = fold_new(&indexing.scratch);
    bool good = write_all_grams(&indexing, &starts) && write_table(&indexing, buf_view(&starts));
    buf_clear(&starts);
    buf_clear(&indexing.bytes);
    arena_clear(&indexing.scratch);
    return good;
}
