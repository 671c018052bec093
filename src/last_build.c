/* SPDX-License-Identifier: MIT */
#include "last_build.h"

#include "archive/page_pack.h"
#include "base/file.h"
#include "base/tree.h"
#include "kept.h"
#include "program.h"

#include <time.h>
#include <unistd.h>

#define NAME "last"

struct build_state {
    const struct settings *settings;
    struct str out;
    bool sure; /* a later change would show */
    uint64_t sources;
};

/* What is kept of a build, and after it its findings. */
struct last {
    uint64_t site; /* hash of how it looked (tree.h) */
    struct tally tally;
};

static const struct pack_field last_fields[] = {
    PACK_FIELD(struct last, site, PACK_NUMBER),
    PACK_FIELD(struct last, tally.pages, PACK_NUMBER),
    PACK_FIELD(struct last, tally.stories, PACK_NUMBER),
    PACK_FIELD(struct last, tally.files, PACK_NUMBER),
};
static const struct pack_struct a_last = PACK_TABLE(struct last, last_fields);

/* Whether a change that is made now bears another time than what was changed last. Some file
   systems count in steps of two seconds, others as finely as the system's clock ticks. */
static bool is_past(struct timespec changed)
{
    enum { TICKS = 20 * 1000 * 1000 }; /* nanoseconds */
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t seconds = (int64_t)now.tv_sec - (int64_t)changed.tv_sec;
    int64_t since = seconds * 1000 * 1000 * 1000 + now.tv_nsec - changed.tv_nsec;
    return changed.tv_nsec ? seconds > 1 || since > TICKS : seconds > 2;
}

/* Looks at all that a build reads. False: not all of it could be seen, or it changed just now. */
static bool look(const struct settings *settings, struct str out, uint64_t *sources)
{
    struct arena scratch = {0};
    struct tree content, templates;
    uint64_t program = program_hash();
    bool seen = tree_look(path_join(&scratch, settings->dir, STR("content")), false, &content) &&
                tree_look(path_join(&scratch, settings->dir, STR("templates")), false, &templates);
    if (seen) {
        const uint64_t facts[] = {program, content.hash, templates.hash,
                                  str_hash(settings->base_url), str_hash(out)};
        *sources = str_hash((struct str){(const char *)facts, sizeof facts});
        seen = is_past(content.newest) && is_past(templates.newest);
    }
    arena_clear(&scratch);
    return seen && program;
}

struct build_state *build_state_look(struct arena *keep, const struct settings *settings)
{
    struct build_state *state = ARENA_NEW(keep, struct build_state);
    state->settings = settings;
    state->out = settings_out(keep, settings);
    state->sure = look(settings, state->out, &state->sources);
    return state;
}

bool build_state_is_last(struct arena *keep, const struct build_state *state, struct diags *diags,
                         struct tally *tally)
{
    if (state->settings->full || !state->sure)
        return false;
    int folder = kept_open(state->settings->dir, "", false);
    struct packed from = {0};
    struct last last;
    struct tree site;
    if (folder >= 0) {
        from.rest = kept_read(keep, folder, NAME, state->sources);
        close(folder);
    }
    if (!from.rest.len || !unpack(keep, &from, &a_last, &last) ||
        !tree_look(state->out, true, &site) || site.hash != last.site ||
        !diags_unpack(keep, &from, diags))
        return false;
    *tally = last.tally;
    return true;
}

void build_state_keep(const struct build_state *state, const struct diags *diags,
                      const struct tally *tally)
{
    struct last last = {.tally = *tally};
    struct tree site;
    uint64_t sources;
    int folder = kept_open(state->settings->dir, "", false);
    if (folder >= 0 && state->sure && look(state->settings, state->out, &sources) &&
        sources == state->sources && tree_look(state->out, true, &site)) {
        struct buf bytes = {0};
        last.site = site.hash;
        pack(&bytes, &a_last, &last, STR_NONE);
        diags_pack(&bytes, diags);
        kept_write(folder, NAME, sources, buf_view(&bytes));
        buf_clear(&bytes);
    }
    if (folder >= 0)
        close(folder);
}
