/* SPDX-License-Identifier: MIT */
#include "rights.h"

#include "base/file.h"
#include "base/sandbox.h"
#include "site/publish/publish.h"

#include <stdlib.h>
#include <sys/stat.h>

#define KEPT ".xianbao"

struct rights {
    struct arena keep;
    struct sandbox sandbox;
};

static void grant(struct rights *rights, struct str path, enum sandbox_right right)
{
    struct grant grant = {path.len ? path : STR("."), right};
    vec_push(&rights->keep, &rights->sandbox, grant);
}

static struct str in(struct rights *rights, struct str dir, const char *name)
{
    return path_join(&rights->keep, dir, str_of(name));
}

static void grant_site(struct rights *rights, unsigned needs, const struct settings *settings)
{
    static const char *const folders[] = {"content", "templates"};
    struct str dir = settings->dir;
    grant(rights, dir, needs & NEEDS_TO_SERVE ? SANDBOX_READ : SANDBOX_LIST);
    grant(rights, settings_out(&rights->keep, settings), SANDBOX_READ);
    grant(rights, in(rights, dir, KEPT), SANDBOX_READ);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        grant(rights, in(rights, dir, folders[i]), SANDBOX_READ);
}

/* Of the folder .xianbao/, or of where it will be made. A link in its place is not used. */
static void grant_kept(struct rights *rights, const struct settings *settings)
{
    struct str kept = in(rights, settings->dir, KEPT);
    struct stat st;
    if (lstat(str_c(&rights->keep, kept), &st) != 0)
        grant(rights, settings->dir, SANDBOX_WRITE);
    else if (S_ISDIR(st.st_mode))
        grant(rights, kept, SANDBOX_WRITE);
}

/* What is made or replaced lies in a folder. */
static void grant_target(struct rights *rights, struct str target)
{
    struct str real = path_real(&rights->keep, target);
    grant(rights, path_above(real.len ? real : target), SANDBOX_WRITE);
}

static bool is_off(void)
{
    const char *sandbox = getenv("XIANBAO_SANDBOX");
    return sandbox && strcmp(sandbox, "off") == 0;
}

bool rights_drop(unsigned needs, const struct settings *settings, const struct strs *named)
{
    struct rights rights = {.sandbox.serves = needs & NEEDS_TO_SERVE};
    if (needs == NEEDS_ALL || is_off())
        return needs == NEEDS_ALL;
    sandbox_add_system(&rights.keep, &rights.sandbox);
    if (needs & NEEDS_ANY_FILE)
        grant(&rights, STR("/"), SANDBOX_READ);
    for (size_t i = 0; i < named->len; i++)
        grant(&rights, named->at[i], SANDBOX_READ);
    grant_site(&rights, needs, settings);
    if (needs & NEEDS_TO_WRITE) {
        grant_kept(&rights, settings);
        grant_target(&rights, settings_out(&rights.keep, settings));
    }
    for (size_t i = 0; i < named->len && needs & NEEDS_TO_PACK; i++)
        grant_target(&rights, named->at[i]);
    bool files = sandbox_files(&rights.sandbox), calls = sandbox_calls(&rights.sandbox);
    arena_clear(&rights.keep);
    return files && calls;
}

void rights_listening(void)
{
    if (!is_off())
        sandbox_calls(&(struct sandbox){0});
}

void rights_narrow(const struct settings *settings, const struct stage *stage)
{
    if (is_off())
        return;
    struct rights rights = {0};
    struct publish_folders folders = publish_folders(stage, &rights.keep);
    grant(&rights, STR("/"), SANDBOX_READ); /* of what may be read at all */
    grant(&rights, folders.above, SANDBOX_FOLDERS);
    grant(&rights, folders.new, SANDBOX_WRITE);
    grant(&rights, folders.old, SANDBOX_WRITE);
    grant_kept(&rights, settings);
    sandbox_files(&rights.sandbox);
    arena_clear(&rights.keep);
}
