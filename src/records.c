/* SPDX-License-Identifier: MIT */
#include "records.h"

#include "archive/json_out.h"
#include "base/base64.h"
#include "base/file.h"
#include "base/utf8.h"
#include "page_cache.h"

#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* As many hexadecimal digits as a hash has. */
#define HASH "%016" PRIx64
enum { HASH_DIGITS = 16 };

void record_put(struct buf *out, const struct inputs *inputs, const struct page_cache *cache,
                struct str path, struct str bytes, struct diags *diags)
{
    struct arena keep = {0}, scratch = {0};
    struct buf packed = {0}, letters = {0};
    const struct page_facts *publication = publication_of(&inputs->publications, path);
    struct page_result result =
        pipeline_page(&keep, &scratch, &inputs->reference, publication, path, bytes);
    struct json_out json = {.to = out};
    archive_page_new(&keep, result.page, &result.stories, result.slug); /* counts them */
    page_pack(&packed, &result, bytes);
    base64_put(&letters, buf_view(&packed));
    json_begin(&json, '{');
    json_key(&json, "source");
    json_text(&json, path);
    json_key(&json, "made_of");
    json_text(&json, str_format(&scratch, HASH, page_cache_key(cache, path, publication, bytes)));
    json_key(&json, "record");
    json_text(&json, buf_view(&letters));
    json_end(&json, '}');
    buf_byte(out, '\n');
    for (size_t i = 0; i < result.page->diags.len; i++) {
        const struct diag *diag = &result.page->diags.at[i];
        struct place place = {str_dup(diags->keep, diag->place.file), diag->place.line,
                              diag->place.column};
        diag_add(diags, diag->id, place, "%.*s", STR_FMT(diag->what));
    }
    buf_clear(&packed);
    buf_clear(&letters);
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
static bool take_line(struct page_cache *cache, struct str line)
{
    json_t *object = json_loadb(line.ptr, line.len, 0, NULL);
    struct str source = string_of(object, "source"), made_of = string_of(object, "made_of");
    struct buf record = {0};
    char *end = NULL;
    uint64_t key = made_of.len == HASH_DIGITS ? strtoull(made_of.ptr, &end, 16) : 0;
    bool good = source.len && key && *end == '\0' &&
                base64_take(&record, string_of(object, "record")) && record.len;
    if (good)
        page_cache_take(cache, source, key, buf_view(&record));
    buf_clear(&record);
    json_decref(object);
    return good;
}

bool records_take(struct page_cache *cache, struct str list, struct diags *diags)
{
    struct arena scratch = {0};
    bool from_input = str_eq(list, STR("-"));
    FILE *file = from_input ? stdin : fopen(str_c(&scratch, list), "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t len = 0;
    struct place place = {.file = str_dup(diags->keep, list)};
    while (file && (len = getline(&line, &room, file)) >= 0) {
        place.line++;
        struct str text = utf8_trim((struct str){line, (size_t)len});
        if (text.len && !take_line(cache, text))
            diag_add(diags, D_RECORD, place, "this is no line of 'split --format=record'");
    }
    bool read = file && !ferror(file);
    if (!read)
        diag_add(diags, D_RECORDS, (struct place){.file = place.file}, "cannot be read: %s",
                 strerror(errno));
    if (file && !from_input)
        fclose(file);
    free(line);
    arena_clear(&scratch);
    return read;
}
