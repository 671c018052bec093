/* SPDX-License-Identifier: MIT */
/*
 * The words of the site's own: one file a language, templates/LANG.yaml, a flat map from keys to
 * messages. A message may hold slots, as in "第 {first}–{last} 行". Templates write text/KEY.
 *
 * The built-in zh-Hans.yaml is the measure: another file has the same keys with the same slots; of
 * those that it lacks the built-in messages are taken.
 */
#ifndef SITE_STRINGS_H
#define SITE_STRINGS_H

#include "base/diag.h"
#include "template/value.h"

struct strings;

/* A value for the slot {NAME} of a message. */
struct fill {
    const char *name;
    struct str text;
};

/* The messages in YAML, in KEEP, measured by those of MODEL, unless it is NULL; MODEL must live as
   long. NULL: it cannot be used, and DIAGS says why with file FILE and line. */
const struct strings *strings_read(struct arena *keep, struct str file, struct str yaml,
                                   const struct strings *model, struct diags *diags);

/* The message of KEY, slots as they stand; dies if there is none, for its name is in the code. */
struct str strings_get(const struct strings *strings, const char *key);

/* The message of KEY with its slots filled, in KEEP:
   strings_fill(keep, strings, "piece-lines", {"first", STR("5")}, {"last", STR("36")}). */
#define strings_fill(keep, strings, key, ...) \
    strings_fill_all((keep), (strings), (key), (const struct fill[]){__VA_ARGS__, {NULL, STR_NONE}})

/* The same; FILLS ends with one without a name. */
struct str strings_fill_all(struct arena *keep, const struct strings *strings, const char *key,
                            const struct fill *fills);

/* The same where N goes into its one slot, {n}. */
struct str strings_count(struct arena *keep, const struct strings *strings, const char *key,
                         size_t n);

/* A number for a slot, in KEEP. */
struct str number_text(struct arena *keep, size_t n);

/* The texts that are not empty, in KEEP, with the message of KEY between each two. */
struct str strings_join(struct arena *keep, const struct strings *strings, const char *key,
                        const struct strs *texts);

/* Cuts *REST at its first slot: returns the text before it and puts the slot's name, without
   braces, in *NAME and what follows it in *REST. Without a slot it returns all and leaves both
   empty. */
struct str message_cut(struct str *rest, struct str *name);

/* What templates call `text`: the object whose fields are the messages. */
struct value strings_value(const struct strings *strings);

#endif
