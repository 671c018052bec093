/* SPDX-License-Identifier: MIT */
#include "site/view/sentence.h"

#include "base/bidi.h"
#include "site/view/field.h"

static const struct slot *slot_find(const struct slot *slots, struct str name)
{
    while (slots && slots->name && !str_eq(name, str_of(slots->name)))
        slots++;
    return slots && slots->name ? slots : NULL;
}

static void run_put(struct arena *keep, struct sentence *sentence, struct run run)
{
    if (!run.many) {
        vec_push(keep, sentence, run);
        return;
    }
    for (size_t i = 0; i < run.many->len; i++)
        vec_push(keep, sentence, run.many->at[i]);
}

void sentence_say_all(struct arena *keep, struct sentence *sentence, const struct strings *strings,
                      const char *key, const struct slot *slots)
{
    struct str rest = strings_get(strings, key), name;
    do {
        struct str text = message_cut(&rest, &name);
        if (text.len)
            vec_push(keep, sentence, run_text(text));
        const struct slot *slot = name.len ? slot_find(slots, name) : NULL;
        if (slot)
            run_put(keep, sentence, slot->run);
    } while (rest.len);
}

struct str sentence_text(struct arena *keep, const struct strings *strings,
                         const struct sentence *sentence)
{
    struct buf text = {0};
    for (size_t i = 0; i < sentence->len; i++) {
        const struct run *run = &sentence->at[i];
        buf_str(&text, run->supplied ? strings_fill(keep, strings, "bracketed", {"text", run->text})
                                     : bidi_closed(keep, run->text));
    }
    struct str kept = str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return kept;
}

struct run run_text(struct str text)
{
    return (struct run){.text = text};
}

struct run run_number(struct arena *keep, size_t number)
{
    return run_text(number_text(keep, number));
}

struct run run_strong(struct arena *keep, size_t number)
{
    struct run run = run_number(keep, number);
    run.strong = true;
    return run;
}

struct run run_when(struct arena *keep, const struct when *when)
{
    return (struct run){
        .text = when_text(keep, when),
        .iso = date_iso(keep, when->date, when->precision),
        .supplied = when->inferred || when->precision == PRECISION_NONE,
    };
}

struct run run_many(const struct sentence *many)
{
    return (struct run){.many = many};
}

struct run run_linked(struct run run, struct str href)
{
    run.href = href;
    return run;
}

FIELD(run_get_text, run, value_string(view->text))
FIELD(run_get_href, run, value_text(view->href))
FIELD(run_get_iso, run, value_text(view->iso))
FIELD(run_get_strong, run, value_bool(view->strong))
FIELD(run_get_supplied, run, value_bool(view->supplied))
FIELD(run_get_evidence, run, value_bool(view->evidence))
FIELD(run_get_on_page, run, value_bool(view->on_page))

static const struct value_field run_fields[] = {
    {"text", "its words", run_get_text},
    {"href", "where it leads, below public/; or nothing", run_get_href},
    {"iso", "the date that it names, for datetime; or nothing", run_get_iso},
    {"strong", "whether it is a figure that the sentence is about", run_get_strong},
    {"supplied", "whether it is the archive's inference and stands in brackets", run_get_supplied},
    {"evidence", "whether it is words of the newspaper, as evidence", run_get_evidence},
    {"on_page", "whether it is about a place on a source page", run_get_on_page},
    {0},
};

const struct value_type run_type = {.name = "run", .fields = run_fields};

struct value sentence_value(struct arena *scratch, const struct sentence *sentence)
{
    return value_vec(scratch, &run_type, sentence);
}
