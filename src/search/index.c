/* SPDX-License-Identifier: MIT */
#include "search/index.h"

#include "archive/whole.h"
#include "base/map.h"
#include "base/utf8.h"
#include "search/facets.h"
#include "search/fold.h"
#include "search/grams.h"
#include "search/postings.h"
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
    struct pages_at_hand pages;
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
    const struct story *story = entry_at_hand(&indexing->pages, entry)->story;
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
    struct indexing indexing = {
        .archive = archive, .pages.archive = archive, .put = put, .context = context};
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
    pages_at_hand_clear(&indexing.pages);
    buf_clear(&indexing.bytes);
    arena_clear(&indexing.scratch);
    return good;
}

/* ---- pairs */

/* The index of before, as far as its stories are there still. */
struct before {
    int (*more)(void *context, struct buf *out); /* of its pairs */
    void *context;
    struct buf window; /* what came of them … */
    size_t behind;     /* … of which so much is done with */
    uint32_t *now;     /* the number of each story of then, or POSTING_GONE */
    size_t len;        /* stories of then */
    bool *known;       /* of each story of now: it was there */
    bool has;          /* a pair is at hand: */
    struct postings at;
    bool damaged; /* it is no such index */
};

/* Makes room in the window by what is behind, and fills it. False: that was all. */
static bool fill_window(struct before *before)
{
    struct buf *window = &before->window;
    if (before->behind)
        memmove(window->ptr, window->ptr + before->behind, window->len - before->behind);
    window->len -= before->behind;
    before->behind = 0;
    int more = before->more(before->context, window);
    before->damaged |= more < 0 || (more == 0 && window->len > 0);
    return more > 0;
}

/* Goes on to the next pair, which comes after the one at hand. */
static void next_before(struct before *before)
{
    uint64_t last = before->has ? postings_pair(&before->at) : 0;
    bool first = !before->has;
    do {
        struct str rest = str_slice(buf_view(&before->window), before->behind, before->window.len);
        before->has = postings_unpack(&rest, &before->at);
        if (before->has)
            before->behind = before->window.len - rest.len;
    } while (!before->has && fill_window(before));
    if (before->has && !first && postings_pair(&before->at) <= last) {
        before->damaged = true;
        before->has = false;
    }
}

static struct str key_of(const uint64_t *doc)
{
    return (struct str){(const char *)doc, sizeof *doc};
}

/* Finds the stories of then among those of now. False: they changed places. */
static bool find_before(struct arena *scratch, const struct search_known *known, size_t len,
                        struct before *before)
{
    struct map numbers = {0};
    uint32_t last = 0;
    before->now = ARENA_ARRAY(scratch, uint32_t, known->old_len);
    before->len = known->old_len;
    for (size_t i = 0; i < len; i++)
        if (known->docs[i])
            *map_at(scratch, &numbers, key_of(&known->docs[i])) = &before->known[i];
    for (size_t i = 0; i < known->old_len; i++) {
        bool *found = known->old_docs[i] ? map_get(&numbers, key_of(&known->old_docs[i])) : NULL;
        before->now[i] = POSTING_GONE;
        if (!found)
            continue;
        before->now[i] = (uint32_t)(found - before->known);
        *found = true;
        if (before->now[i] < last)
            return false;
        last = before->now[i] + 1;
    }
    return true;
}

static struct before before_begin(struct indexing *indexing, const struct search_known *known)
{
    size_t len = indexing->archive->entries.len;
    struct before before = {.known = ARENA_ARRAY(&indexing->scratch, bool, len)};
    if (!known || !known->more)
        return before;
    if (find_before(&indexing->scratch, known, len, &before)) {
        before.more = known->more;
        before.context = indexing->context;
        next_before(&before);
    } else {
        memset(before.known, 0, len * sizeof *before.known);
    }
    return before;
}

/* The pairs of the stories that are not KNOWN. */
static struct grams find_grams(struct indexing *indexing, const bool *known)
{
    struct grams grams = grams_new(&indexing->scratch, indexing->fold);
    const struct entries *entries = &indexing->archive->entries;
    struct buf text = {0};
    for (size_t i = 0; i < entries->len; i++) {
        if (known[i])
            continue;
        const struct story *story = entry_at_hand(&indexing->pages, entries->at[i])->story;
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

/* All pairs in their order: of before, and of what is new. */
struct pairs {
    struct before before;
    struct grams grams;
    size_t next;             /* of the new ones */
    struct buf room, merged; /* for the bytes of one */
};

/* The next; false: that was all. */
static bool pairs_next(struct pairs *pairs, struct postings *next)
{
    struct before *before = &pairs->before;
    while (before->has || pairs->next < pairs->grams.len) {
        struct postings news = {0};
        bool fresh = pairs->next < pairs->grams.len, both = false;
        if (fresh && before->has) {
            uint64_t pair = gram_pair(&pairs->grams, pairs->next), old = postings_pair(&before->at);
            fresh = pair <= old;
            both = pair == old;
        }
        if (fresh)
            news = gram_postings(&pairs->grams, pairs->next++, &pairs->room);
        *next = news;
        if (fresh && !both)
            return true;
        *next = postings_merge(&before->at, before->now, before->len, both ? &news : NULL,
                               &pairs->merged);
        next_before(before);
        if (next->len) /* else all that had it are gone */
            return true;
    }
    return false;
}

/* Packs pairs into RUN up to where a file is full, from *NEXT on, which becomes the first that is
   not in it. */
static void fill_run(struct pairs *pairs, struct postings *next, bool *has, struct buf *run)
{
    size_t size = 0;
    buf_reset(run);
    for (; *has && size < (size_t)BYTES * STRING_BITS; *has = pairs_next(pairs, next)) {
        postings_pack(run, next);
        size += postings_size(next);
    }
}

/* Writes the pairs that are packed in RUN. */
static void write_run(struct indexing *indexing, struct str run)
{
    struct buf letters = {0}, coded = {0};
    struct bits bits = {.out = &coded};
    uint32_t first = 0;
    for (struct postings pair; postings_unpack(&run, &pair);) {
        if (first && pair.first != first)
            buf_byte(&letters, '\n');
        if (pair.first != first)
            utf8_add(&letters, pair.first);
        first = pair.first;
        utf8_add(&letters, pair.second);
        postings_write(&pair, (uint32_t)indexing->archive->entries.len, &bits);
    }
    bits_end(&bits);
    script_string(&indexing->bytes, buf_view(&letters));
    buf_byte(&indexing->bytes, ',');
    script_string(&indexing->bytes, buf_view(&coded));
    buf_clear(&letters);
    buf_clear(&coded);
}

/* Of a file of pairs: they, and how many stories there are. */
static uint64_t stamp_run(struct str run, size_t stories)
{
    const uint64_t of[] = {str_hash(run), stories};
    uint64_t stamp = str_hash((struct str){(const char *)of, sizeof of});
    return stamp | (stamp == 0);
}

static bool put_run(struct indexing *indexing, const struct search_known *known, struct str run,
                    size_t number)
{
    uint64_t stamp = stamp_run(run, indexing->archive->entries.len);
    struct str path = path_of(&indexing->scratch, "pairs", number);
    if (known)
        known->store(indexing->context, run);
    if (known && known->keep(indexing->context, path, stamp))
        return true;
    buf_fmt(&indexing->bytes, "xianbao(\"pairs\",%zu,", number);
    write_run(indexing, run);
    buf_fmt(&indexing->bytes, ");");
    return hand_over(indexing, "pairs", number);
}

/* STARTS gets the first pair of each file. */
static bool write_pairs(struct indexing *indexing, const struct search_known *known,
                        struct buf *starts, bool *damaged)
{
    struct pairs pairs = {.before = before_begin(indexing, known)};
    struct postings next = {0};
    struct buf run = {0};
    pairs.grams = find_grams(indexing, pairs.before.known);
    bool good = true, has = pairs_next(&pairs, &next);
    for (size_t number = 0; has && good; number++) {
        utf8_add(starts, next.first);
        utf8_add(starts, next.second);
        fill_run(&pairs, &next, &has, &run);
        good = put_run(indexing, known, buf_view(&run), number);
    }
    *damaged = pairs.before.damaged;
    buf_clear(&run);
    buf_clear(&pairs.before.window);
    buf_clear(&pairs.room);
    buf_clear(&pairs.merged);
    return good && !*damaged;
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

bool search_pairs(const struct archive *archive, const struct search_known *known, search_put *put,
                  void *context, bool *damaged)
{
    struct indexing indexing = {
        .archive = archive, .pages.archive = archive, .put = put, .context = context};
    struct buf starts = {0};
    indexing.fold = fold_new(&indexing.scratch);
    bool good = write_pairs(&indexing, known, &starts, damaged) &&
                write_table(&indexing, buf_view(&starts));
    buf_clear(&starts);
    pages_at_hand_clear(&indexing.pages);
    buf_clear(&indexing.bytes);
    arena_clear(&indexing.scratch);
    return good;
}
