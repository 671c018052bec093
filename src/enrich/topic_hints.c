/* SPDX-License-Identifier: MIT */
#include "enrich/topic_hints.h"

#include "base/embedded.h"
#include "base/map.h"
#include "enrich/table.h"

/* What fills the words that hint. */
struct hinter {
    struct arena *keep;
    struct words *words;
    struct map by_text; /* struct topic_hints */
};

static struct topic_hints *hints_of(struct hinter *hinter, struct str text)
{
    void **place = map_at(hinter->keep, &hinter->by_text, text);
    if (*place)
        return *place;
    struct topic_hints *hints = ARENA_NEW(hinter->keep, struct topic_hints);
    hints->order = hinter->by_text.len - 1;
    struct topic_word *value = ARENA_NEW(hinter->keep, struct topic_word);
    value->hints = hints;
    words_add(hinter->keep, hinter->words, text, value);
    *place = hints;
    return hints;
}

/* The number that FIELD is, hundredths: "-25". */
static double hundredths(struct str field)
{
    bool less = str_starts(field, STR("-"));
    int number = table_number(str_slice(field, less, field.len));
    return (less ? -number : number) / 100.0;
}

size_t topic_hints_add(struct arena *keep, const struct topics *topics, struct words *words)
{
    struct hinter hinter = {.keep = keep, .words = words};
    struct str table = embedded_get(embedded_data, "topic-hints.tsv"), row[3];
    while (table_row(&table, row, 3)) {
        const struct topic *topic = topics_find(topics, row[0]);
        if (!topic || !topic->hints)
            continue;
        struct topic_hint hint = {topic, hundredths(row[1])};
        while (row[2].len) {
            struct topic_hints *hints = hints_of(&hinter, str_cut(&row[2], ' '));
            vec_push(keep, hints, hint);
        }
    }
    return hinter.by_text.len;
}
