/* SPDX-License-Identifier: MIT */
#include "records.h"

#include "archive/json_out.h"
#include "base/base64.h"
#include "base/file.h"
#include "base/utf8.h"
#include "inputs.h"
#include "page/decode.h"
#include "page_cache.h"

#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* As many hexadecimal digits as a hash has. */
#define HASH "%016" PRIx64
enum { HASH_DIGITS = 16 };

/* Of a line: more than the record of the largest page has. */
#define LINE_MOST (PAGE_MAX_BYTES * 8)

struct recording {
    const struct settings *settings;
    struct inputs inputs;
    struct page_cache *cache;
    struct map pages; /* of the site, by their names */
};

struct recording *recording_open(struct arena *keep, const struct settings *settings,
                                 struct diags *diags)
{
    struct recording *recording = ARENA_NEW(keep, struct recording);
    recording->settings = settings;
    if (!inputs_read_facts(keep, settings, &recording->inputs, diags))
        return NULL;
    const struct strs *pages = &recording->inputs.content.pages;
    for (size_t i = 0; i < pages->len; i++)
        *map_at(keep, &recording->pages, pages->at[i]) = &pages->at[i];
    recording->cache =
        page_cache_open(settings->dir, &recording->inputs.reference, PAGE_CACHE_READ);
    return recording;
}

void recording_close(struct recording *recording)
{
    page_cache_close(recording->cache, &recording->inputs.content.pages);
}

/* Adds what was found in a page, which does not outlive this. */
static void tell(struct diags *diags, const struct diags *found)
{
    for (size_t i = 0; i < found->len; i++) {
        struct place place = found->at[i].place;
        place.file = str_dup(diags->keep, place.file);
        diag_add(diags, found->at[i].id, place, "%.*s", STR_FMT(found->at[i].what));
    }
}

static void put_line(struct buf *out, struct str path, uint64_t made_of, struct str packed)
{
    struct arena scratch = {0};
    struct buf letters = {0};
    struct json_out json = {.to = out};
    base64_put(&letters, packed);
    json_begin(&json, '{');
    json_key(&json, "source");
    json_text(&json, path);
    json_key(&json, "made_of");
    json_text(&json, str_format(&scratch, HASH, made_of));
    json_key(&json, "record");
    json_text(&json, buf_view(&letters));
    json_end(&json, '}');
    buf_byte(out, '\n');
    buf_clear(&letters);
    arena_clear(&scratch);
}

void record_put(struct buf *out, const struct recording *recording, struct str name,
                struct diags *diags)
{
    const struct inputs *inputs = &recording->inputs;
    struct arena keep = {0}, scratch = {0};
    struct buf bytes = {0}, packed = {0};
    struct str here = STR("./");
    struct str path = str_starts(name, here) ? str_slice(name, here.len, name.len) : name;
    struct place place = {.file = str_dup(diags->keep, name)};
    if (!map_get(&recording->pages, path)) {
        diag_add(diags, D_FILE_UNREADABLE, place, "the site has no such page");
    } else if (!file_read_most(path_join(&keep, recording->settings->dir, path), PAGE_MAX_BYTES,
                               &bytes)) {
        page_tell_unread(diags, place.file, errno);
    } else {
        const struct page_facts *publication = publication_of(&inputs->publications, path);
        struct page_result result =
            pipeline_page(&keep, &scratch, &inputs->reference, publication, path, buf_view(&bytes));
        archive_page_new(&keep, result.page, &result.stories, result.slug); /* counts them */
        page_pack(&packed, &result, buf_view(&bytes));
        put_line(out, path, page_cache_key(recording->cache, path, publication, buf_view(&bytes)),
                 buf_view(&packed));
        tell(diags, &result.page->diags);
    }
    buf_clear(&packed);
    buf_clear(&bytes);
    arena_clear(&scratch);
    arena_clear(&keep);
}

static struct str string_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_string(value) ? (struct str){json_string_value(value), json_string_length(value)}
                                 : STR_NONE;
}

/* Keeps a line's record. False: it is none. */
static bool take_line(struct page_cache *cache, struct str line, struct records_taken *taken,
                      struct arena *keep)
{
    json_t *object = json_loadb(line.ptr, line.len, 0, NULL);
    struct str source = string_of(object, "source"), made_of = string_of(object, "made_of");
    struct buf record = {0};
    char *end = NULL;
    uint64_t key = made_of.len == HASH_DIGITS ? strtoull(made_of.ptr, &end, 16) : 0;
    bool good = source.len && key && *end == '\0' &&
                base64_take(&record, string_of(object, "record")) && record.len;
    if (good) {
        page_cache_take(cache, source, key, buf_view(&record));
        vec_push(keep, taken, (struct record_taken){str_dup(keep, source), key});
    }
    buf_clear(&record);
    json_decref(object);
    return good;
}

static bool fail(struct diags *diags, struct str list, const char *what, const char *why)
{
    diag_add(diags, D_RECORDS, (struct place){.file = list}, "%s: %s", what, why);
    return false;
}

bool records_take(struct page_cache *cache, struct str list, struct records_taken *taken,
                  struct diags *diags)
{
    struct arena scratch = {0};
    struct place place = {.file = str_dup(diags->keep, list)};
    if (!page_cache_keeps(cache))
        return fail(diags, place.file, "cannot take it", ".xianbao cannot be written to");
    bool from_input = str_eq(list, STR("-"));
    FILE *file = from_input ? stdin : fopen(str_c(&scratch, list), "r");
    struct buf line = {0};
    enum line_read got = file ? LINE_READ : LINE_FAULT;
    while (got == LINE_READ && (got = line_read(file, LINE_MOST, &line)) == LINE_READ) {
        place.line++;
        struct str text = utf8_trim(buf_view(&line));
        if (text.len && !take_line(cache, text, taken, diags->keep))
            diag_add(diags, D_RECORD, place, "this is no line of 'split --format=record'");
    }
    if (got == LINE_FAULT)
        fail(diags, place.file, "cannot be read",
             errno == EFBIG ? "it has a line that is too long for a record" : strerror(errno));
    if (file && !from_input)
        fclose(file);
    buf_clear(&line);
    arena_clear(&scratch);
    return got == LINE_END;
}

void records_tell_unused(const struct records_taken *taken, const struct archive *archive,
                         struct diags *diags)
{
    struct arena scratch = {0};
    struct map pages = {0};
    size_t unused = 0;
    for (size_t i = 0; i < archive->pages.len; i++)
        *map_at(&scratch, &pages, archive->pages.at[i]->page->path) = archive->pages.at[i];
    for (size_t i = 0; i < taken->len; i++) {
        const struct archive_page *page = map_get(&pages, taken->at[i].source);
        unused += !page || page->page->made_of != taken->at[i].made_of;
    }
    if (unused)
        diag_add(
            diags, D_RECORDS_UNUSED, (struct place){.file = STR("--stories")},
            "%zu of %zu records are not of the site's pages as they stand, or another xianbao's",
            unused, taken->len);
    arena_clear(&scratch);
}
