/* SPDX-License-Identifier: MIT */
#include "site/strings.h"

#include "base/bidi.h"
#include "base/map.h"
#include "base/near.h"
#include "base/yaml.h"

struct strings {
    struct map messages; /* to struct yaml_string */
    struct yaml_strings list;
};

struct str message_cut(struct str *rest, struct str *name)
{
    struct str all = *rest;
    size_t open = str_find(all, STR("{"), 0);
    size_t close = open == SIZE_MAX ? SIZE_MAX : str_find(all, STR("}"), open);
    if (close == SIZE_MAX) {
        *rest = *name = STR_NONE;
        return all;
    }
    *name = str_slice(all, open + 1, close);
    *rest = str_slice(all, close + 1, all.len);
    return str_slice(all, 0, open);
}

static bool has_slot(struct str message, struct str wanted)
{
    struct str name;
    while (message.len) {
        message_cut(&message, &name);
        if (name.len && str_eq(name, wanted))
            return true;
    }
    return false;
}

/* Tells every slot of WANTED that IN lacks. */
static bool slots_in(struct str in, struct str wanted, const char *fault,
                     const struct yaml_string *message, const struct yaml_source *source)
{
    bool all = true;
    struct str name;
    while (wanted.len) {
        message_cut(&wanted, &name);
        if (!name.len || has_slot(in, name))
            continue;
        diag_add(source->diags, D_CONFIG, message->place, "the message \"%.*s\" %s {%.*s}",
                 STR_FMT(message->key), fault, STR_FMT(name));
        all = false;
    }
    return all;
}

static bool message_fits(const struct strings *model, const struct yaml_string *message,
                         const struct yaml_source *source)
{
    const struct yaml_string *measure = map_get(&model->messages, message->key);
    if (measure) {
        bool whole = slots_in(message->value, measure->value, "lacks", message, source);
        bool known = slots_in(measure->value, message->value, "has no value for", message, source);
        return whole && known;
    }
    struct near near = near_to(message->key);
    for (size_t i = 0; i < model->list.len; i++)
        near_try(&near, model->list.at[i].key);
    diag_add(source->diags, D_CONFIG_UNKNOWN_KEY, message->place,
             "no message is called \"%.*s\"%s%.*s%s", STR_FMT(message->key),
             near.best.len ? "; did you mean \"" : "", STR_FMT(near.best),
             near.best.len ? "\"?" : "");
    return true;
}

static bool strings_fit(const struct strings *model, const struct strings *strings,
                        const struct yaml_source *source)
{
    bool fit = true;
    for (size_t i = 0; i < strings->list.len; i++)
        fit &= message_fits(model, &strings->list.at[i], source);
    return fit;
}

/* Takes the messages of MODEL that STRINGS lack, as a file does that was made with an older
   version. */
static void take_missing(struct arena *keep, const struct strings *model, struct strings *strings,
                         const struct yaml_source *source)
{
    size_t missing = 0;
    struct str first = STR_NONE;
    for (size_t i = 0; i < model->list.len; i++) {
        struct yaml_string *message = &model->list.at[i];
        void **slot = map_at(keep, &strings->messages, message->key);
        if (*slot)
            continue;
        *slot = message;
        first = missing++ ? first : message->key;
    }
    if (missing)
        diag_add(source->diags, D_MESSAGES_MISSING, (struct place){.file = source->file},
                 "%zu message%s missing: \"%.*s\"%s", missing, missing == 1 ? " is" : "s are",
                 STR_FMT(first), missing == 1 ? "" : " and others");
}

const struct strings *strings_read(struct arena *keep, struct str file, struct str yaml,
                                   const struct strings *model, struct diags *diags)
{
    const struct yaml_source source = {
        .file = file, .text = yaml, .fault = D_CONFIG, .diags = diags};
    const struct yaml_field messages = {.key = "", .type = YAML_STRING_MAP};
    struct strings *strings = ARENA_NEW(keep, struct strings);
    if (!yaml_read(keep, &source, &messages, &strings->list))
        return NULL;
    for (size_t i = 0; i < strings->list.len; i++) {
        struct yaml_string *message = &strings->list.at[i];
        *map_at(keep, &strings->messages, message->key) = message;
    }
    if (model && !strings_fit(model, strings, &source))
        return NULL;
    if (model)
        take_missing(keep, model, strings, &source);
    return strings;
}

struct str strings_get(const struct strings *strings, const char *key)
{
    const struct yaml_string *message = map_get(&strings->messages, str_of(key));
    if (!message)
        die("there is no message \"%s\"", key);
    return message->value;
}

static struct str fill_find(const struct fill *fills, struct str name, const char *key)
{
    for (; fills->name; fills++) {
        if (str_eq(name, str_of(fills->name)))
            return fills->text;
    }
    die("the message \"%s\" has no value for {%.*s}", key, STR_FMT(name));
}

struct str strings_fill_all(struct arena *keep, const struct strings *strings, const char *key,
                            const struct fill *fills)
{
    struct buf text = {0};
    struct str rest = strings_get(strings, key), name;
    while (rest.len) {
        buf_str(&text, message_cut(&rest, &name));
        if (name.len)
            buf_str(&text, bidi_closed(keep, fill_find(fills, name, key)));
    }
    struct str filled = str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return filled;
}

struct str number_text(struct arena *keep, size_t n)
{
    return str_format(keep, "%zu", n);
}

struct str strings_count(struct arena *keep, const struct strings *strings, const char *key,
                         size_t n)
{
    return strings_fill(keep, strings, key, {"n", number_text(keep, n)});
}

struct str strings_join(struct arena *keep, const struct strings *strings, const char *key,
                        const struct strs *texts)
{
    struct buf joined = {0};
    for (size_t i = 0; i < texts->len; i++) {
        if (joined.len && texts->at[i].len)
            buf_str(&joined, strings_get(strings, key));
        buf_str(&joined, bidi_closed(keep, texts->at[i]));
    }
    struct str text = str_dup(keep, buf_view(&joined));
    buf_clear(&joined);
    return text;
}

static bool strings_lookup(struct arena *scratch, const void *self, struct str name,
                           struct value *out)
{
    (void)scratch;
    const struct strings *strings = self;
    const struct yaml_string *message = map_get(&strings->messages, name);
    if (message)
        *out = value_string(message->value);
    return message != NULL;
}

static const struct value_type strings_type = {.name = "text", .lookup = strings_lookup};

struct value strings_value(const struct strings *strings)
{
    return value_object(&strings_type, strings);
}
