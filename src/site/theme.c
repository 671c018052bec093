/* SPDX-License-Identifier: MIT */
#include "site/theme.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/map.h"
#include "base/near.h"
#include "site/publish/publish.h"

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

/* Why what was found cannot be one of the theme's files; NULL: it can. */
static const char *refusal(const struct found *found)
{
    if (found->error)
        return strerror(found->error);
    if (!found->regular)
        return found->link ? "it is a symbolic link to what is no file" : "it is not a file";
    return found->leaves ? "it is a symbolic link out of templates/: put the file itself there"
                         : NULL;
}

static bool put_found(struct arena *keep, struct theme_files *files, struct str dir,
                      const struct found *found, struct diags *diags)
{
    struct str path = path_join(keep, dir, found->path);
    const char *why = refusal(found);
    struct buf bytes = {0};
    if (!why && !file_read(path, &bytes))
        why = strerror(errno);
    if (why)
        diag_add(diags, D_CONFIG, (struct place){.file = path}, "cannot be read: %s", why);
    else
        put_file(keep, files,
                 (struct theme_file){found->path, path, str_dup(keep, buf_view(&bytes))});
    buf_clear(&bytes);
    return !why;
}

static bool put_own(struct arena *keep, struct theme_files *files, struct str dir,
                    struct diags *diags)
{
    struct found_list found = {0};
    if (!dir_walk(keep, dir, &found)) {
        if (errno == ENOENT && !link_exists(dir))
            return true;
        diag_add(diags, D_CONFIG, (struct place){.file = dir}, "the folder cannot be read: %s",
                 strerror(errno));
        return false;
    }
    for (size_t i = 0; i < found.len; i++)
        if (!put_found(keep, files, dir, &found.at[i], diags))
            return false;
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
                       struct place said, struct theme *theme, struct diags *diags)
{
    struct str built_in = embedded_get(embedded_templates, BUILT_IN_WORDS);
    const struct strings *model = strings_read(keep, STR(BUILT_IN_WORDS), built_in, NULL, diags);
    struct str name = str_format(keep, "%.*s.yaml", STR_FMT(language));
    const struct theme_file *file = map_get(&files->by_name, name);
    if (!file) {
        diag_add(diags, D_CONFIG, said,
                 "there are no words for the language \"%.*s\": templates/%.*s is missing (use "
                 "'language: zh-Hans', or make it as a copy of " BUILT_IN_WORDS
                 ", which 'xianbao init' writes)",
                 STR_FMT(language), STR_FMT(name));
        return false;
    }
    theme->strings = strings_read(keep, file->path, file->bytes, model, diags);
    theme->words = str_hash(file->bytes);
    return theme->strings != NULL;
}

/* Whether any other template uses a macro of FILE: "NAME/macros/MACRO". */
static bool is_used(struct arena *keep, const struct theme_files *files,
                    const struct theme_file *file)
{
    struct str use = str_format(keep, "\"%.*s/macros/", STR_FMT(file->name));
    for (size_t i = 0; i < files->len; i++)
        if (files->at[i] != file && is_template(files->at[i]->name) &&
            str_has(files->at[i]->bytes, use))
            return true;
    return false;
}

/* Tells of a template that no page is made of and no other one uses. */
static void tell_unused(struct arena *keep, const struct theme_files *files,
                        const struct theme_file *file, struct diags *diags)
{
    struct near near = near_to(file->name);
    for (const struct embedded_file *own = embedded_templates; own->name; own++) {
        if (str_eq(file->name, str_of(own->name)))
            return;
        near_try(&near, str_of(own->name));
    }
    if (!is_used(keep, files, file))
        diag_add(diags, D_FILE_SKIPPED, (struct place){.file = file->path},
                 "no page is made of it, and no other template uses it%.*s",
                 STR_FMT(near_hint(keep, &near)));
}

/* Takes the assets, and tells of files of no use. False: one cannot be published. */
static bool take_assets(struct arena *keep, const struct theme_files *files, struct theme *theme,
                        struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < files->len; i++) {
        const struct theme_file *file = files->at[i];
        const char *why = is_asset(file->name) ? publish_refusal(file->name) : NULL;
        if (why)
            diag_add(diags, D_CONFIG, (struct place){.file = file->path}, "cannot be published: %s",
                     why);
        else if (is_asset(file->name))
            vec_push(keep, &theme->assets, (struct asset){file->name, file->bytes});
        else if (is_template(file->name))
            tell_unused(keep, files, file, diags);
        else if (!is_words(file->name))
            diag_add(diags, D_FILE_SKIPPED, (struct place){.file = file->path},
                     "neither a template (*.html), nor words (LANGUAGE.yaml), nor in assets/");
        good &= !why;
    }
    return good;
}

bool theme_load(struct arena *keep, struct str dir, struct str language, struct place said,
                struct theme *theme, struct diags *diags)
{
    struct theme_files files = {0};
    *theme = (struct theme){0};
    put_built_in(keep, &files);
    if (!put_own(keep, &files, dir, diags))
        return false;
    if (!take_assets(keep, &files, theme, diags))
        return false;
    bool compiled = compile(keep, &files, theme, diags);
    return read_words(keep, &files, language, said, theme, diags) && compiled;
}
