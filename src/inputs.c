/* SPDX-License-Identifier: MIT */
#include "inputs.h"

#include "page/decode.h"
#include "program.h"

#include <errno.h>

bool inputs_read_config(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                        struct diags *diags)
{
    struct str file = STR("content/site.yaml"), yaml = STR_NONE;
    inputs->config = config_default();
    if (inputs->content.config && (!content_load(keep, settings->dir, file, &yaml, diags) ||
                                   !config_read(keep, file, yaml, &inputs->config, diags)))
        return false;
    const uint64_t read[] = {str_hash(yaml), str_hash(settings->base_url)};
    inputs->settings = str_hash((struct str){(const char *)read, sizeof read});
    if (!settings->base_url.len)
        return true;
    if (base_url_parse(keep, settings->base_url, &inputs->config.base_url))
        return true;
    diag_add(diags, D_CONFIG, (struct place){STR("--base-url"), 0, 0}, "'%.*s' is not %s",
             STR_FMT(settings->base_url), BASE_URL_EXPECTS);
    return false;
}

struct config inputs_config(struct arena *keep, const struct settings *settings)
{
    struct diags diags = {.keep = keep};
    struct inputs inputs = {
        .content.config = file_exists(path_join(keep, settings->dir, STR("content/site.yaml")))};
    inputs_read_config(keep, settings, &inputs, &diags);
    return inputs.config;
}

static bool publications_load(struct arena *keep, const struct settings *settings,
                              struct inputs *inputs, struct diags *diags)
{
    return publications_read(keep, settings, &inputs->content.publications,
                             inputs->reference.gazetteer, &inputs->publications, diags);
}

static bool topics_load(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                        struct diags *diags)
{
    struct str file = STR("content/topics.yaml"), yaml;
    if (!inputs->content.topics)
        return true;
    if (!content_load(keep, settings->dir, file, &yaml, diags))
        return false;
    inputs->reference.topics = topics_read(keep, file, yaml, diags);
    return inputs->reference.topics != NULL;
}

/* A page that cannot be read is content left out; two that get in each other's way are a mistake.
 */
static bool editorials_load(struct arena *keep, const struct settings *settings,
                            struct inputs *inputs, struct diags *diags)
{
    for (size_t i = 0; i < inputs->content.editorials.len; i++) {
        struct str path = inputs->content.editorials.at[i];
        struct buf bytes = {0};
        if (file_read_most(path_join(keep, settings->dir, path), PAGE_MAX_BYTES, &bytes))
            editorials_add(keep, &inputs->editorials, &inputs->reference, inputs->config.raw_html,
                           path, buf_view(&bytes), diags);
        else
            page_tell_unread(diags, path, errno);
        buf_clear(&bytes);
    }
    return editorials_sort(&inputs->editorials, diags);
}

bool inputs_read_facts(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                       struct diags *diags)
{
    inputs->reference = reference_builtin(keep);
    return content_list(keep, settings->dir, &inputs->content, diags) &&
           publications_load(keep, settings, inputs, diags) &&
           topics_load(keep, settings, inputs, diags);
}

/* Of the editorial pages all others name, and where they stand. */
static uint64_t made_with(const struct inputs *inputs)
{
    struct buf all = {0};
    const uint64_t with[] = {program_hash(), inputs->settings, inputs->theme.words,
                             inputs->reference.topics->hash};
    buf_add(&all, with, sizeof with);
    for (size_t i = 0; i < inputs->editorials.len; i++) {
        const struct editorial *editorial = &inputs->editorials.at[i];
        buf_fmt(&all, "%.*s\n%.*s\n", STR_FMT(editorial->path), STR_FMT(editorial->nav));
    }
    uint64_t hash = with[0] ? str_hash(buf_view(&all)) : 0;
    buf_clear(&all);
    return hash;
}

bool inputs_read(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                 struct diags *diags)
{
    struct str templates = path_join(keep, settings->dir, STR("templates"));
    inputs->reference = reference_builtin(keep);
    bool read = content_list(keep, settings->dir, &inputs->content, diags) &&
                inputs_read_config(keep, settings, inputs, diags) &&
                publications_load(keep, settings, inputs, diags) &&
                topics_load(keep, settings, inputs, diags) &&
                theme_load(keep, templates, inputs->config.language, inputs->config.language_said,
                           &inputs->theme, diags) &&
                editorials_load(keep, settings, inputs, diags);
    if (read)
        inputs->made_with = made_with(inputs);
    return read;
}
