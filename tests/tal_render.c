/* SPDX-License-Identifier: MIT */
/*
 * tal_render TEMPLATE.html [DATA.json [OTHER.html …]]
 *
 * Prints a template rendered over JSON data. The data's top-level keys are the names that the
 * template starts with; objects and arrays are walked by paths. OTHER are templates whose macros it
 * uses. Exit status: 0 done (dangerous addresses that were replaced are told on standard error); 2
 * not done.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/file.h"
#include "template/template.h"

static const struct value_type object_type;

static struct value json_value(struct arena *scratch, const json_t *json);

static struct value json_item(struct arena *scratch, const struct value_list *list, size_t i)
{
    return json_value(scratch, json_array_get(list->items, i));
}

static struct value json_list(struct arena *scratch, const json_t *json)
{
    struct value_list *list = ARENA_NEW(scratch, struct value_list);
    *list = (struct value_list){.len = json_array_size(json), .item = json_item, .items = json};
    return value_list(list);
}

static struct value json_value(struct arena *scratch, const json_t *json)
{
    switch (json ? json_typeof(json) : JSON_NULL) {
    case JSON_OBJECT:
        return value_object(&object_type, json);
    case JSON_ARRAY:
        return json_list(scratch, json);
    case JSON_STRING:
        return value_string((struct str){json_string_value(json), json_string_length(json)});
    case JSON_INTEGER:
        return value_int(json_integer_value(json));
    case JSON_REAL:
        return (struct value){.kind = VALUE_REAL, .real = json_real_value(json)};
    case JSON_TRUE:
    case JSON_FALSE:
        return value_bool(json_is_true(json));
    default:
        return VALUE_NONE;
    }
}

static bool json_lookup(struct arena *scratch, const void *self, struct str name, struct value *out)
{
    const json_t *found = json_object_get(self, str_c(scratch, name));
    if (found)
        *out = json_value(scratch, found);
    return found;
}

static bool json_name_at(const void *self, size_t i, struct str *name)
{
    const char *key;
    json_t *value, *object;
    memcpy(&object, &self, sizeof object); /* jansson's iterators take no const */
    json_object_foreach(object, key, value)
    {
        *name = str_of(key);
        if (i-- == 0)
            return true;
    }
    return false;
}

static const struct value_type object_type = {
    .name = "JSON object", .lookup = json_lookup, .name_at = json_name_at};

static json_t *data_read(const char *path)
{
    json_error_t error;
    json_t *data = path ? json_load_file(path, 0, &error) : json_object();
    if (!data)
        die("%s:%d:%d: %s", error.source, error.line, error.column, error.text);
    if (!json_is_object(data))
        die("%s: not an object; its keys are to be the template's names", path);
    return data;
}

static bool template_read(struct template_set *set, const char *path, struct diags *diags)
{
    struct buf source = {0};
    if (!file_read(str_of(path), &source))
        die("%s: %s", path, strerror(errno));
    bool ok = template_add(set, str_of(path), buf_view(&source), diags);
    buf_clear(&source);
    return ok;
}

static bool render(int argc, char **argv, struct arena *keep, const json_t *data, struct buf *out,
                   struct diags *diags)
{
    struct template_set *set = template_set_new(keep, STR_NONE);
    bool ok = template_read(set, argv[1], diags);
    for (int i = 3; i < argc; i++)
        ok = template_read(set, argv[i], diags) && ok;
    return ok && template_link(set, diags) &&
           template_render(set, str_of(argv[1]), value_object(&object_type, data), out, keep, diags,
                           STR_NONE);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        die("usage: tal_render TEMPLATE.html [DATA.json [OTHER.html ...]]");
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct buf out = {0}, errors = {0};
    json_t *data = data_read(argc > 2 ? argv[2] : NULL);
    bool ok = render(argc, argv, &keep, data, &out, &diags);
    for (size_t i = 0; i < diags.len; i++)
        diag_print(&errors, &diags.at[i]);
    if (errors.len)
        fwrite(errors.ptr, 1, errors.len, stderr);
    if (ok && out.len)
        fwrite(out.ptr, 1, out.len, stdout);
    buf_clear(&out);
    buf_clear(&errors);
    json_decref(data);
    arena_clear(&keep);
    return ok && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_NOT_DONE;
}
