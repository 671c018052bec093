/* SPDX-License-Identifier: MIT */
#include "site/theme.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/map.h"

#include <errno.h>

#define BUILT_IN_WORDS "zh-Hans.yaml"

struct theme_file {
    struct str name; /* relative to templates/ */
    struct str path; /* for messages */
    struct str bytes;
};

struct theme_files {
    struct theme_file **at;
    size_t len, cap;
    struct map by_name; /* to struct theme_file */
};

static void put_file(struct arena *keep, struct theme_files *files, struct theme_file file)
{
    void **slot = map_at(keep, &files->by_name, file.name);
    if (!*slot) {
        *slot = ARENA_NEW(keep, struct theme_file);
        vec_push(keep, files, *slot);
    }
    *(struct theme_file *)*slot = file;
}

static void put_built_in(struct arena *keep, struct theme_files *files)
{
    for (const struct embedded_file *file = embedded_templates; file->name; file++) {
        struct str name = str_of(file->name);
        put_file(keep, files,
                 (struct theme_file){name, name, {(const char *)file->bytes, file->len}});
    }
}

static bool put_own(struct arena *keep, struct theme_files *files, struct str dir,
                    struct diags *diags)
{
    struct found_list found = {0};
    if (!dir_exists(dir))
        return true;
    if (!dir_walk(keep, dir, &found)) {
        diag_add(diags, D_CONFIG, (struct place){.file = dir}, "the folder cannot be read: %s",
                 strerror(errno));
        return false;
    }
    for (size_t i = 0; i < found.len; i++) {
        struct str path = path_join(keep, dir, found.at[i].path);
        struct buf bytes = {0};
        if (!file_read(path, &bytes)) {
            diag_add(diags, D_CONFIG, (struct place){.file = path}, "cannot be read: %s",
                     strerror(errno));
            return false;
        }
        put_file(keep, files,
                 (struct theme_file){found.at[i].path, path, str_dup(keep, buf_view(&bytes))});
        buf_clear(&bytes);
    }
    return true;
}

static bool is_template(struct str name)
{
    return str_ends(name, STR(".html"));
}

static bool is_asset(struct str name)
{
    return str_starts(name, STR("assets/"));
}

static bool is_words(struct str name)
{
    return str_ends(name, STR(".yaml"));
}

static bool compile(struct arena *keep, const struct theme_files *files, struct theme *theme,
                    struct diags *diags)
{
    struct template_set *set = template_set_new(keep, STR("templates"));
    bool good = true;
    for (size_t i = 0; i < files->len; i++) {
        const struct theme_file *file = files->at[i];
        if (is_template(file->name) && !is_asset(file->name))
            good &= template_add(set, file->name, file->bytes, diags);
    }
    theme->templates = set;
    return good && template_link(set, diags);
}

static bool read_words(struct arena *keep, const struct theme_files *files, struct str language,
                       struct theme *theme, struct diags *diags)
{
    struct str built_in = embedded_get(embedded_templates, BUILT_IN_WORDS);
    const struct strings *model = strings_read(keep, STR(BUILT_IN_WORDS), built_in, NULL, diags);
    struct str name = str_format(keep, "%.*s.yaml", STR_FMT(language));
    const struct theme_file *file = map_get(&files->by_name, name);
    if (!file) {
        diag_add(diags, D_CONFIG, (struct place){.file = STR("content/site.yaml")},
                 "there are no words for the language \"%.*s\": templates/%.*s is missing",
                 STR_FMT(language), STR_FMT(name));
        return false;
    }
    theme->strings = strings_read(keep, file->path, file->bytes, model, diags);
    theme->words = str_hash(file->bytes);
    return theme->strings != NULL;
}

static void take_assets(struct arena *keep, const struct theme_files *files, struct theme *theme,
                        struct diags *diags)
{
    for (size_t i = 0; i < files->len; i++) {
        const struct theme_file *file = files->at[i];
        if (is_asset(file->name))
            vec_push(keep, &theme->assets, (struct asset){file->name, file->bytes});
        else if (!is_template(file->name) && !is_words(file->name))
            diag_add(diags, D_FILE_SKIPPED, (struct place){.file = file->path},
                     "neither a template (*.html), nor words (LANGUAGE.yaml), nor in assets/");
    }
}

bool theme_load(struct arena *keep, struct str dir, struct str language, struct theme *theme,
                struct diags *diags)
{
    struct theme_files files = {0};
    *theme = (struct theme){0};
    put_built_in(keep, &files);
    if (!put_own(keep, &files, dir, diags))
        return false;
    take_assets(keep, &files, theme, diags);
    bool compiled = compile(keep, &files, theme, diags);
    return read_words(keep, &files, language, theme, diags) && compiled;
}
