/* SPDX-License-Identifier: MIT */
#include "last_build.h"

#include "archive/page_pack.h"
#include "base/file.h"
#include "base/file_at.h"
#include "base/pack.h"
#include "base/tree.h"
#include "program.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#define FOLDER ".xianbao"
#define NAME "last"
#define MARK 0x316c6f61626e6178 /* changes with what a record is */

struct build_state {
    const struct settings *settings;
    struct str out;
    bool sure; /* a later change would show */
    uint64_t sources;
};

/* What is kept of a build. */
struct last {
    uint64_t mark, sources, site, check; /* the last: a hash of what follows */
};

static const struct pack_field last_fields[] = {
    PACK_FIELD(struct last, mark, PACK_NUMBER),
    PACK_FIELD(struct last, sources, PACK_NUMBER),
    PACK_FIELD(struct last, site, PACK_NUMBER),
    PACK_FIELD(struct last, check, PACK_NUMBER),
};
static const struct pack_struct a_last = PACK_TABLE(struct last, last_fields);

static const struct pack_field tally_fields[] = {
    PACK_FIELD(struct tally, pages, PACK_NUMBER),
    PACK_FIELD(struct tally, stories, PACK_NUMBER),
    PACK_FIELD(struct tally, files, PACK_NUMBER),
};
static const struct pack_struct a_tally = PACK_TABLE(struct tally, tally_fields);

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
    bool seen = tree_look(path_join(&scratch, settings->dir, STR("content")), &content) &&
                tree_look(path_join(&scratch, settings->dir, STR("templates")), &templates);
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

static bool read_last(struct packed *from, struct last *last)
{
    struct arena none = {0}; /* there are no lists in it */
    return unpack(&none, from, &a_last, last) && last->mark == MARK &&
           last->check == str_hash(from->rest);
}

bool build_state_is_last(struct arena *keep, const struct build_state *state, struct diags *diags,
                         struct tally *tally)
{
    struct buf bytes = {0};
    struct last last;
    struct tree site;
    struct str path = path_join(keep, state->settings->dir, STR(FOLDER "/" NAME));
    bool there = !state->settings->full && state->sure && file_read(path, &bytes);
    struct packed from = {.rest = str_dup(keep, buf_view(&bytes))};
    buf_clear(&bytes);
    return there && read_last(&from, &last) && last.sources == state->sources &&
           tree_look(state->out, &site) && site.hash == last.site &&
           unpack(keep, &from, &a_tally, tally) && diags_unpack(keep, &from, diags);
}

void build_state_keep(const struct build_state *state, const struct diags *diags,
                      const struct tally *tally)
{
    struct arena scratch = {0};
    struct buf found = {0}, file = {0};
    struct last last = {.mark = MARK};
    struct tree site;
    struct str folder = path_join(&scratch, state->settings->dir, STR(FOLDER));
    int dir = open(str_c(&scratch, folder), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (dir >= 0 && state->sure && look(state->settings, state->out, &last.sources) &&
        last.sources == state->sources && tree_look(state->out, &site)) {
        pack(&found, &a_tally, tally, STR_NONE);
        diags_pack(&found, diags);
        last.site = site.hash;
        last.check = str_hash(buf_view(&found));
        pack(&file, &a_last, &last, STR_NONE);
        buf_str(&file, buf_view(&found));
        unlinkat(dir, NAME, 0);
        if (!file_at_write(dir, NAME, buf_view(&file)))
            unlinkat(dir, NAME, 0);
    }
    if (dir >= 0)
        close(dir);
    buf_clear(&found);
    buf_clear(&file);
    arena_clear(&scratch);
}
