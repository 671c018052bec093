/* SPDX-License-Identifier: MIT */
#include "enrich/pinyin.h"

#include "base/embedded.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "enrich/table.h"

#define CODES 0x30000 /* the table's Han characters lie below */

/* The name of a place that reads unlike its characters. */
struct place_name {
    struct str reading;
    bool full; /* with 省, 市, 县 or 区; without it may be parts of two words: 快乐清晨 */
};

struct pinyin {
    struct strs syllables;
    uint16_t *by_code; /* code point → place in syllables, from 1; 0: no reading */
    const struct surnames *surnames;
    struct map places;  /* → struct place_name */
    size_t place_chars; /* of the longest of them */
};

static struct str char_reading(const struct pinyin *pinyin, uint32_t code)
{
    size_t at = code < CODES ? pinyin->by_code[code] : 0;
    return at ? pinyin->syllables.at[at - 1] : STR_NONE;
}

static void read_chars(struct arena *keep, struct pinyin *pinyin)
{
    pinyin->by_code = ARENA_ARRAY(keep, uint16_t, CODES);
    struct str table = embedded_get(embedded_data, "pinyin.tsv");
    struct str row[2];
    while (table_row(&table, row, 2)) {
        vec_push(keep, &pinyin->syllables, row[0]);
        for (struct utf8 c = utf8_first(row[1]); c.len; c = utf8_next(row[1], c)) {
            if (c.code < CODES)
                pinyin->by_code[c.code] = (uint16_t)pinyin->syllables.len;
        }
    }
}

/* Whether READING is just what NAME's characters give. */
static bool reads_plain(const struct pinyin *pinyin, struct str name, struct str reading)
{
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c)) {
        if (!str_eq(str_cut(&reading, ' '), char_reading(pinyin, c.code)))
            return false;
    }
    return true;
}

static void add_place(struct arena *keep, struct pinyin *pinyin, struct str name,
                      struct str reading, bool full)
{
    size_t chars = utf8_count(name);
    if (chars < 2 || reads_plain(pinyin, name, reading))
        return;
    struct place_name *place = ARENA_NEW(keep, struct place_name);
    *place = (struct place_name){reading, full};
    *map_at(keep, &pinyin->places, name) = place;
    if (chars > pinyin->place_chars)
        pinyin->place_chars = chars;
}

static void read_places(struct arena *keep, struct pinyin *pinyin)
{
    struct str table = embedded_get(embedded_data, "divisions.tsv");
    struct str row[3];
    while (table_row(&table, row, 3)) {
        struct str name = row[1], reading = row[2];
        if (name.len == 0)
            continue;
        add_place(keep, pinyin, name, reading, true);
        size_t last = reading.len;
        while (last > 0 && reading.ptr[last - 1] != ' ')
            last--;
        add_place(keep, pinyin, str_slice(name, 0, utf8_last(name).at),
                  str_slice(reading, 0, last > 0 ? last - 1 : 0), false);
    }
}

const struct pinyin *pinyin_builtin(struct arena *keep)
{
    struct pinyin *pinyin = ARENA_NEW(keep, struct pinyin);
    pinyin->surnames = surnames_builtin(keep);
    read_chars(keep, pinyin);
    read_places(keep, pinyin);
    return pinyin;
}

/* The longest place's name that stands at AT in TEXT; its reading goes to *READING. */
static struct str place_at(const struct pinyin *pinyin, struct str text, size_t at,
                           struct str *reading)
{
    bool starts_word = !utf8_is_han(utf8_before(text, at).code);
    for (size_t chars = pinyin->place_chars; chars > 1; chars--) {
        struct str head = utf8_head(str_slice(text, at, text.len), chars);
        const struct place_name *place = map_get(&pinyin->places, head);
        if (place && (place->full || starts_word)) {
            *reading = place->reading;
            return head;
        }
    }
    return STR_NONE;
}

static struct str surname_at(const struct pinyin *pinyin, struct str text, size_t at,
                             struct str *reading)
{
    const struct surname *surname = at == 0 ? surname_of(pinyin->surnames, text) : NULL;
    *reading = surname ? surname->reading : STR_NONE;
    return surname ? surname->text : STR_NONE;
}

/* A Han character, a blank, or all up to the next of either. */
static struct str plain_at(const struct pinyin *pinyin, struct str text, size_t at,
                           struct str *reading)
{
    struct utf8 c = utf8_at(text, at);
    struct str piece = str_slice(text, at, at + c.len);
    if (utf8_is_blank(c.code)) {
        *reading = STR_NONE;
        return piece;
    }
    *reading = utf8_is_han(c.code) ? char_reading(pinyin, c.code) : STR_NONE;
    if (reading->len > 0)
        return piece;
    do
        c = utf8_next(text, c);
    while (c.len && !utf8_is_han(c.code) && !utf8_is_blank(c.code));
    return *reading = str_slice(text, at, c.at);
}

static bool has_han(struct str text)
{
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        if (utf8_is_han(c.code))
            return true;
    }
    return false;
}

struct str pinyin_of(struct arena *keep, const struct pinyin *pinyin, struct str text, bool is_name)
{
    if (!has_han(text))
        return STR_NONE;
    struct buf out = {0};
    for (size_t at = 0; at < text.len;) {
        struct str reading;
        struct str piece =
            is_name ? surname_at(pinyin, text, at, &reading) : place_at(pinyin, text, at, &reading);
        if (piece.len == 0)
            piece = plain_at(pinyin, text, at, &reading);
        if (out.len > 0 && reading.len > 0)
            buf_byte(&out, ' ');
        buf_str(&out, reading);
        at += piece.len;
    }
    struct str kept = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}
