/* SPDX-License-Identifier: MIT */
#include "last_build.h"

#include "archive/page_pack.h"
#include "base/file.h"
#include "base/tree.h"
#include "kept.h"
#include "program.h"
#include "site/publish/swap.h"

#include <time.h>
#include <unistd.h>

#define LAST "last"
#define OUTPUTS "outputs"
#define PAIRS "pairs"

struct build_state {
    const struct settings *settings;
    struct str out;
    bool sure;        /* a later change would show */
    uint64_t sources; /* hash of how they look */
    uint64_t asked;   /* … and of how the build was asked for */
    struct tree site; /* hash 0: there is none, or it cannot be seen */
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

/* What is kept of a site's files. */
struct outputs_kept {
    uint64_t site;    /* as above */
    uint64_t sources; /* what it was made of; 0: nobody knows */
    struct made made;
};

static const struct pack_field a_stamp_fields[] = {
    PACK_FIELD(struct stamp, path, PACK_STR),
    PACK_FIELD(struct stamp, hash, PACK_NUMBER),
    PACK_FIELD(struct stamp, with, PACK_NUMBER),
    PACK_FIELD(struct stamp, own, PACK_NUMBER),
};
static const struct pack_struct a_stamp = PACK_TABLE(struct stamp, a_stamp_fields);

static const struct pack_field a_part_fields[] = {
    PACK_FIELD(struct export_part, page, PACK_STR),
    PACK_FIELD(struct export_part, stamp, PACK_NUMBER),
    PACK_FIELD(struct export_part, bytes, PACK_NUMBER),
};
static const struct pack_struct a_part = PACK_TABLE(struct export_part, a_part_fields);

static const struct pack_field a_doc_fields[] = {
    PACK_FIELD(struct search_doc, made_of, PACK_NUMBER),
};
static const struct pack_struct a_doc = PACK_TABLE(struct search_doc, a_doc_fields);

static const struct pack_field outputs_fields[] = {
    PACK_FIELD(struct outputs_kept, site, PACK_NUMBER),
    PACK_FIELD(struct outputs_kept, sources, PACK_NUMBER),
    PACK_INSIDE(struct outputs_kept, made.stamps, PACK_VEC, &a_stamp),
    PACK_INSIDE(struct outputs_kept, made.exports[EXPORT_NDJSON], PACK_VEC, &a_part),
    PACK_INSIDE(struct outputs_kept, made.exports[EXPORT_CSV], PACK_VEC, &a_part),
    PACK_INSIDE(struct outputs_kept, made.docs, PACK_VEC, &a_doc),
};
static const struct pack_struct outputs_kept = PACK_TABLE(struct outputs_kept, outputs_fields);

#define TICKS (20 * 1000 * 1000) /* nanoseconds */

/* Whether a change that is made now bears another time than what was changed last. Some file
   systems count in steps of two seconds, others as finely as the system's clock ticks. */
static bool is_past(struct timespec changed)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t seconds = (int64_t)now.tv_sec - (int64_t)changed.tv_sec;
    int64_t since = seconds * 1000 * 1000 * 1000 + now.tv_nsec - changed.tv_nsec;
    return changed.tv_nsec ? seconds > 1 || since > TICKS : seconds > 2;
}

static uint64_t hash_of(const uint64_t *facts, size_t len)
{
    return str_hash((struct str){(const char *)facts, len * sizeof *facts});
}

/* Looks at all that a build reads; *PAST: a change from now on would show. False: not all of it
   could be seen. */
static bool look(const struct settings *settings, uint64_t *sources, bool *past)
{
    struct arena scratch = {0};
    struct tree content, templates;
    uint64_t program = program_hash();
    bool seen = tree_look(path_join(&scratch, settings->dir, STR("content")), false, &content) &&
                tree_look(path_join(&scratch, settings->dir, STR("templates")), false, &templates);
    if (seen) {
        const uint64_t facts[] = {program, content.hash, templates.hash,
                                  str_hash(settings->base_url)};
        *sources = hash_of(facts, sizeof facts / sizeof *facts);
        *past = is_past(content.newest) && is_past(templates.newest);
    }
    arena_clear(&scratch);
    return seen && program;
}

/* The same; what changed just now is looked at again a moment later. */
static bool look_for_sure(const struct settings *settings, uint64_t *sources)
{
    bool past = false, seen = look(settings, sources, &past);
    if (seen && !past) {
        nanosleep(&(struct timespec){.tv_nsec = TICKS}, NULL);
        seen = look(settings, sources, &past);
    }
    return seen && past;
}

struct build_state *build_state_look(struct arena *keep, const struct settings *settings)
{
    struct build_state *state = ARENA_NEW(keep, struct build_state);
    state->settings = settings;
    state->out = settings_out(keep, settings);
    state->sure = look_for_sure(settings, &state->sources);
    const uint64_t facts[] = {state->sources, str_hash(settings->dir), str_hash(state->out)};
    state->asked = hash_of(facts, sizeof facts / sizeof *facts);
    if (!tree_look(state->out, true, &state->site))
        state->site.hash = 0;
    return state;
}

/* Reads what is kept as NAME, of KEY, in KEEP. */
static struct str read_kept(struct arena *keep, const struct build_state *state, const char *name,
                            uint64_t key)
{
    int folder = kept_open(state->settings->dir, "", false);
    struct str found = folder >= 0 ? kept_read(keep, folder, name, key) : STR_NONE;
    if (folder >= 0)
        close(folder);
    return found;
}

bool build_state_is_last(struct arena *keep, const struct build_state *state, struct diags *diags,
                         struct tally *tally)
{
    const struct settings *settings = state->settings;
    if (settings->full || settings->stories.len || !state->sure || !state->site.hash ||
        swap_left(state->out))
        return false;
    struct packed from = {.rest = read_kept(keep, state, LAST, state->asked)};
    struct last last;
    if (!from.rest.len || !unpack(keep, &from, &a_last, &last) || state->site.hash != last.site ||
        !diags_unpack(keep, &from, diags))
        return false;
    *tally = last.tally;
    return true;
}

/* What is kept of the site's files, in KEEP; NULL: nobody knows, or somebody changed the site. */
static struct outputs_kept *outputs_known(struct arena *keep, const struct build_state *state)
{
    struct outputs_kept *kept = ARENA_NEW(keep, struct outputs_kept);
    uint64_t program = program_hash();
    if (!program || !state->site.hash)
        return NULL;
    struct packed from = {.rest = read_kept(keep, state, OUTPUTS, program)};
    bool known =
        from.rest.len && unpack(keep, &from, &outputs_kept, kept) && kept->site == state->site.hash;
    return known ? kept : NULL;
}

const struct made *build_state_made(struct arena *keep, const struct build_state *state)
{
    struct outputs_kept *kept = state->settings->full ? NULL : outputs_known(keep, state);
    if (!kept)
        return NULL;
    kept->made.folder = state->site.folder;
    return &kept->made;
}

bool build_state_is_made(struct arena *keep, const struct build_state *state)
{
    const struct outputs_kept *kept = outputs_known(keep, state);
    return kept && state->sure && kept->sources == state->sources;
}

bool sources_read(const struct diags *diags)
{
    for (size_t i = 0; i < diags->len; i++)
        if (diags->at[i].id == D_FILE_UNREADABLE)
            return false;
    return true;
}

static void keep_outputs(int folder, const struct published *published, uint64_t sources)
{
    const struct outputs_kept kept = {published->look.hash, sources, published->made};
    struct buf bytes = {0};
    uint64_t program = program_hash();
    pack(&bytes, &outputs_kept, &kept, STR_NONE);
    if (program)
        kept_write(folder, OUTPUTS, program, buf_view(&bytes));
    buf_clear(&bytes);
}

static void keep_last(int folder, const struct build_state *state, uint64_t site,
                      const struct diags *diags, const struct tally *tally)
{
    const struct last last = {site, *tally};
    struct buf bytes = {0};
    pack(&bytes, &a_last, &last, STR_NONE);
    diags_pack(&bytes, diags);
    kept_write(folder, LAST, state->asked, buf_view(&bytes));
    buf_clear(&bytes);
}

void build_state_keep(const struct build_state *state, const struct published *published,
                      const struct diags *diags, const struct tally *tally)
{
    uint64_t sources;
    bool past;
    int folder = kept_open(state->settings->dir, "", true);
    if (folder < 0)
        return;
    bool known = state->sure && sources_read(diags) && look(state->settings, &sources, &past) &&
                 past && sources == state->sources;
    if (published->look.hash)
        keep_outputs(folder, published, known ? sources : 0);
    if (published->look.hash && known)
        keep_last(folder, state, published->look.hash, diags, tally);
    close(folder);
}

/* What the pairs of the search index are made of: the program, and the stories in their order. */
static uint64_t pairs_key(const struct search_docs *docs)
{
    struct buf all = {0};
    uint64_t program = program_hash();
    buf_add(&all, &program, sizeof program);
    for (size_t i = 0; i < docs->len; i++)
        buf_add(&all, &docs->at[i].made_of, sizeof docs->at[i].made_of);
    uint64_t key = str_hash(buf_view(&all));
    buf_clear(&all);
    return key;
}

static void add_pairs(void *context, struct str bytes)
{
    kept_add(((struct kept_pairs *)context)->keeping, bytes);
}

static int more_pairs(void *context, struct buf *out)
{
    enum { STEP = 256 * 1024 };
    char step[STEP];
    ssize_t got = fd_read_some(((struct kept_pairs *)context)->before, step, sizeof step);
    if (got > 0)
        buf_add(out, step, (size_t)got);
    return got < 0 ? -1 : got > 0;
}

static void note_damage(void *context)
{
    ((struct kept_pairs *)context)->damaged = true;
}

void kept_pairs_begin(struct kept_pairs *pairs, const struct settings *settings,
                      struct render_options *options)
{
    *pairs = (struct kept_pairs){.folder = kept_open(settings->dir, "", true), .before = -1};
    options->pairs.context = pairs;
    if (pairs->folder < 0)
        return;
    if (options->before)
        pairs->before = kept_open_file(pairs->folder, PAIRS, pairs_key(&options->before->docs));
    if (pairs->before >= 0) {
        options->pairs.more = more_pairs;
        options->pairs.damaged = note_damage;
    }
    pairs->keeping = kept_begin(pairs->folder, PAIRS);
    if (pairs->keeping)
        options->pairs.add = add_pairs;
}

void kept_pairs_end(struct kept_pairs *pairs, const struct search_docs *docs,
                    const struct settings *settings, struct diags *diags)
{
    if (pairs->damaged) {
        struct str file = path_join(diags->keep, settings->dir, STR(".xianbao/" PAIRS));
        unlinkat(pairs->folder, PAIRS, 0);
        diag_add(diags, D_PUBLISH, (struct place){file, 0, 0},
                 "cannot read it; it was removed, build again");
    }
    if (pairs->keeping)
        kept_end(pairs->keeping, docs ? pairs_key(docs) : 0, docs != NULL);
    if (pairs->before >= 0)
        close(pairs->before);
    if (pairs->folder >= 0)
        close(pairs->folder);
}
