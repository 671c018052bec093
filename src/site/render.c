/* SPDX-License-Identifier: MIT */
#include "site/render.h"

#include "archive/whole.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/stop.h"
#include "search/index.h"
#include "site/exports.h"
#include "site/feeds.h"
#include "site/pairs.h"
#include "site/publish/publish.h"
#include "site/theme.h"
#include "site/view/view.h"
#include "template/template.h"

#include <stdatomic.h>

/* What a thread has for itself. */
struct worker {
    struct arena keep;          /* its findings */
    struct arena scratch;       /* for one page */
    struct buf html;            /* of one page */
    struct pages_at_hand pages; /* whole, for their own pages and their stories' */
};

struct rendering {
    const struct site *site;
    const struct outputs *outputs;
    const struct render_options *options;
    struct stage *stage;
    struct worker *workers;
    struct diags *diags;  /* one list for each output */
    struct stamps stamps; /* one for each, and for each file of texts; none: all are made anew */
    struct map before;    /* path → the struct stamp that it had */
    struct export_parts exports[EXPORTS];
    struct arena exports_keep; /* where these live */
    struct made pairs;         /* of the search index … */
    struct arena pairs_keep;   /* … here */
    atomic_size_t
        first_fault;     /* index of the first output with a mistake; SIZE_MAX: there is none */
    atomic_bool stopped; /* something of the whole site could not be put */
    atomic_size_t done;
};

static void note_fault(struct rendering *rendering, size_t item)
{
    size_t first = atomic_load(&rendering->first_fault);
    while (item < first && !atomic_compare_exchange_weak(&rendering->first_fault, &first, item))
        ;
}

/* Whether the file of the stamp ITEM is as it was, and taken over. */
static bool keeps(const struct rendering *rendering, size_t item)
{
    const struct stamp *now = item < rendering->stamps.len ? &rendering->stamps.at[item] : NULL;
    const struct stamp *before = now && now->hash ? map_get(&rendering->before, now->path) : NULL;
    return before && before->hash == now->hash && publish_keep(rendering->stage, now->path);
}

/* OUTPUT, about the whole of what it is about. */
static struct output about_whole(struct worker *worker, const struct output *output)
{
    struct output whole = *output;
    if (output->kind == PAGE_STORY)
        whole.subject = entry_at_hand(&worker->pages, output->subject);
    else if (output->kind == PAGE_SOURCE)
        whole.subject = page_at_hand(&worker->pages, output->subject);
    return whole;
}

/* Whether a story is not there because its page could not be read, and what the old site has of it
   is taken over. */
static bool stays(const struct rendering *rendering, size_t item)
{
    const struct output *output = &rendering->outputs->at[item];
    return rendering->options->unread && output->kind == PAGE_GONE && rendering->stage &&
           publish_keep(rendering->stage, output->path);
}

static bool render(struct rendering *rendering, struct worker *worker, size_t item)
{
    struct output whole = about_whole(worker, &rendering->outputs->at[item]);
    const struct output *output = &whole;
    const struct view *view = view_of(&worker->scratch, rendering->site, output);
    struct diags *diags = &rendering->diags[item];
    diags->keep = &worker->keep;
    return template_render(rendering->site->theme->templates, str_of(page_kinds[output->kind].file),
                           view_root(view), &worker->html, &worker->scratch, diags, output->path) &&
           (!rendering->stage ||
            publish_put(rendering->stage, output->path, buf_view(&worker->html)));
}

/* Items begin in their order, so that whatever comes before the first fault is rendered in any
   case, and the fault that is told does not depend on the threads. */
static void render_item(struct rendering *rendering, size_t item, size_t index)
{
    struct worker *worker = &rendering->workers[index];
    if (item > atomic_load(&rendering->first_fault) || atomic_load(&rendering->stopped))
        return;
    if (!keeps(rendering, item) && !stays(rendering, item) && !render(rendering, worker, item))
        note_fault(rendering, item);
    arena_reset(&worker->scratch);
    buf_reset(&worker->html);
    size_t done = atomic_fetch_add(&rendering->done, 1) + 1;
    if (rendering->options->progress)
        rendering->options->progress(done, rendering->outputs->len);
}

static bool put_assets(const struct site *site, struct stage *stage)
{
    for (size_t i = 0; i < site->theme->assets.len; i++) {
        const struct asset *asset = &site->theme->assets.at[i];
        if (!publish_put(stage, asset->path, asset->bytes))
            return false;
    }
    return true;
}

static bool put_exports(struct rendering *rendering)
{
    const struct made *before = rendering->options->before;
    return exports_put(&rendering->exports_keep, rendering->site, before ? before->exports : NULL,
                       rendering->stage, rendering->exports);
}

static bool put_file(void *stage, struct str path, struct str bytes)
{
    return publish_put(stage, path, bytes);
}

static bool put_pairs(struct rendering *rendering)
{
    const struct render_options *options = rendering->options;
    return pairs_put(&rendering->pairs_keep, rendering->site, options->before, &rendering->before,
                     &options->pairs, rendering->stage, &rendering->pairs);
}

static bool put_feeds(struct rendering *rendering)
{
    return feeds_write(rendering->site, rendering->outputs, put_file, rendering->stage);
}

/* What is made of the whole site; it takes longest, and so is begun first. */
static bool (*const wholes[])(struct rendering *rendering) = {put_pairs, put_exports, put_feeds};
enum { WHOLES = sizeof wholes / sizeof *wholes };

static bool put_texts(const struct rendering *rendering, size_t file)
{
    return keeps(rendering, rendering->outputs->len + file) ||
           search_texts(rendering->site->archive, file, put_file, rendering->stage);
}

/* First the wholes, then the outputs, then the texts for the search. */
static void make_item(void *context, size_t item, size_t index)
{
    struct rendering *rendering = context;
    size_t outputs = rendering->outputs->len;
    bool good = true;
    if (item >= WHOLES && item < WHOLES + outputs)
        render_item(rendering, item - WHOLES, index);
    else if (rendering->stage)
        good =
            item < WHOLES ? wholes[item](rendering) : put_texts(rendering, item - WHOLES - outputs);
    if (!good)
        atomic_store(&rendering->stopped, true);
}

/* Adds what was found: of all outputs, or up to the first with a mistake. */
static void tell(const struct rendering *rendering, struct diags *diags)
{
    size_t fault = atomic_load(&rendering->first_fault);
    for (size_t i = 0; i < rendering->outputs->len && i <= fault; i++) {
        const struct diags *found = &rendering->diags[i];
        for (size_t k = 0; k < found->len; k++)
            diag_add(diags, found->at[k].id, found->at[k].place, "%.*s",
                     STR_FMT(found->at[k].what));
    }
}

/* Whether all pages could be read again; else DIAGS say which could not. */
static bool tell_lost(const struct archive *archive, struct diags *diags)
{
    const struct archive_page *lost = archive->source ? atomic_load(&archive->source->lost) : NULL;
    int error = lost ? archive->source->lost_error : 0;
    if (error)
        diag_add(diags, D_FILE_FAULT, (struct place){lost->page->path, 0, 0},
                 "cannot be read again: %s", strerror(error));
    else if (lost)
        diag_add(diags, D_PAGE_CHANGED, (struct place){lost->page->path, 0, 0},
                 "it changed while it was read");
    return !lost;
}

static void workers_clear(struct worker *workers, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        arena_clear(&workers[i].keep);
        arena_clear(&workers[i].scratch);
        buf_clear(&workers[i].html);
        pages_at_hand_clear(&workers[i].pages);
    }
}

static struct map by_path(struct arena *scratch, const struct stamps *stamps)
{
    struct map map = {0};
    for (size_t i = 0; stamps && i < stamps->len; i++)
        *map_at(scratch, &map, stamps->at[i].path) = &stamps->at[i];
    return map;
}

/* Tells of each file that was written why it was. */
static void tell_written(const struct strs *written, const struct outputs *outputs,
                         const struct render_options *options, const struct stamps *stamps)
{
    struct arena scratch = {0};
    struct map now = by_path(&scratch, stamps),
               before = by_path(&scratch, options->before ? &options->before->stamps : NULL),
               made = {0};
    for (size_t i = 0; i < outputs->len; i++)
        *map_at(&scratch, &made, outputs->at[i].path) = &outputs->at[i];
    for (size_t i = 0; i < written->len; i++) {
        struct str path = written->at[i];
        const struct output *output = map_get(&made, path);
        const struct archive_page *source = output ? stamp_source(output) : NULL;
        options->written(path, stamp_reason(&scratch, map_get(&now, path), map_get(&before, path),
                                            source ? source->page->path : STR_NONE));
    }
    arena_clear(&scratch);
}

/* Renders all outputs that are not as they were, by the stamps in MADE, and puts them into STAGE
   unless it is NULL, with what is made of the whole site, of which MADE in KEEP tells then. */
static bool render_all(struct arena *keep, const struct site *site, const struct outputs *outputs,
                       const struct render_options *options, struct stage *stage, struct made *made,
                       struct diags *diags)
{
    struct arena scratch = {0};
    struct rendering rendering = {
        .site = site,
        .outputs = outputs,
        .options = options,
        .stage = stage,
        .workers = ARENA_ARRAY(&scratch, struct worker, options->threads),
        .diags = ARENA_ARRAY(&scratch, struct diags, outputs->len),
        .stamps = made ? made->stamps : (struct stamps){0},
        .first_fault = SIZE_MAX,
    };
    for (size_t i = 0; i < options->threads; i++)
        rendering.workers[i].pages.archive = site->archive;
    rendering.before = by_path(&scratch, options->before ? &options->before->stamps : NULL);
    pool_run(options->threads, WHOLES + outputs->len + search_texts_len(site->archive), make_item,
             &rendering);
    tell(&rendering, diags);
    for (size_t i = 0; made && i < outputs->len; i++)
        if (rendering.diags[i].len > 0)
            made->stamps.at[i].hash = 0; /* what was found is to be found again */
    for (size_t i = 0; made && i < EXPORTS; i++)
        made->exports[i] = rendering.exports[i];
    if (made) {
        arena_adopt(keep, &rendering.exports_keep);
        made->docs = rendering.pairs.docs;
        for (size_t i = 0; i < rendering.pairs.stamps.len; i++)
            vec_push(keep, &made->stamps, rendering.pairs.stamps.at[i]);
        arena_adopt(keep, &rendering.pairs_keep);
    }
    bool good = atomic_load(&rendering.first_fault) == SIZE_MAX &&
                !atomic_load(&rendering.stopped) && !stop_asked() &&
                tell_lost(site->archive, diags);
    workers_clear(rendering.workers, options->threads);
    arena_clear(&scratch);
    return good;
}

bool site_try(const struct site *site, const struct outputs *outputs,
              const struct render_options *options, struct diags *diags)
{
    return render_all(NULL, site, outputs, options, NULL, NULL, diags);
}

/* Adds to the outputs a page for each story that the old site has and this one has not. */
static struct outputs with_gone(struct arena *keep, const struct stage *stage,
                                const struct outputs *outputs)
{
    struct arena scratch = {0};
    struct outputs all = {0};
    struct map here = {0};
    struct strs old = publish_old(stage, keep);
    for (size_t i = 0; i < outputs->len; i++) {
        vec_push(keep, &all, outputs->at[i]);
        *map_at(&scratch, &here, outputs->at[i].path) = &all;
    }
    for (size_t i = 0; i < old.len; i++)
        if (str_starts(old.at[i], STR("stories/")) && str_ends(old.at[i], STR(".html")) &&
            !map_get(&here, old.at[i]))
            vec_push(keep, &all, (struct output){PAGE_GONE, old.at[i], NULL, 1, 1});
    arena_clear(&scratch);
    return all;
}

/* Those of which it is known what they are made of. */
static struct stamps stamps_known(struct arena *keep, const struct stamps *stamps)
{
    struct stamps known = {0};
    for (size_t i = 0; i < stamps->len; i++)
        if (stamps->at[i].hash)
            vec_push(keep, &known, stamps->at[i]);
    return known;
}

bool site_publish(struct arena *keep, const struct site *site, const struct outputs *outputs,
                  const struct render_options *options, struct stage *stage,
                  struct published *published, struct diags *diags)
{
    *published = (struct published){0};
    struct render_options own = *options;
    if (own.before && own.before->folder != publish_replaces(stage))
        own.before = NULL; /* another build published in between */
    options = &own;
    struct outputs all = site->config->tombstones ? with_gone(keep, stage, outputs) : *outputs;
    struct made *made = &published->made;
    made->stamps = stamps_make(keep, site, &all);
    if (!put_assets(site, stage) || !render_all(keep, site, &all, options, stage, made, diags)) {
        publish_abort(stage);
        return false;
    }
    struct stamps stamps = made->stamps; /* for --explain */
    made->stamps = stamps_known(keep, &stamps);
    published->files = all.len;
    struct strs written = publish_written(stage, keep);
    if (!publish_commit(stage, &published->look))
        return false;
    if (options->written)
        tell_written(&written, &all, options, &stamps);
    return true;
}
