/* SPDX-License-Identifier: MIT */
#include "pipeline.h"
#include "archive/corrections.h"
#include "archive/doubts.h"
#include "archive/ids.h"
#include "archive/spool.h"
#include "base/file.h"
#include "explain/explain.h"
#include "inputs.h"
#include "last_build.h"
#include "lookup.h"
#include "page/decode.h"
#include "page/dump.h"
#include "page/facts.h"
#include "page_cache.h"
#include "pages.h"
#include "records.h"
#include "rights.h"
#include "site/check/host.h"
#include "site/check/link_check.h"
#include "site/plan.h"
#include "site/publish/publish.h"
#include "site/render.h"
#include "story/confidence.h"
#include "story/dump.h"
#include "story/links.h"
#include "story/stories.h"
#include "target.h"

#include <errno.h>

const char *const stage_names[STAGE_COUNT] = {"lines",     "blocks",     "links",
                                              "fragments", "confidence", "stories"};

struct page_result pipeline_assemble(struct arena *keep, struct arena *scratch,
                                     const struct page_facts *publication, struct str path,
                                     struct str bytes, struct account *account)
{
    struct page *page =
        page_read(keep, path, bytes); /* decode → lines → tidy → fold → blocks → roles */
    if (publication)
        page_facts_inherit(&page->facts, publication);
    struct fragments fragments = fragments_join(scratch, page, account ? &account->trail : NULL);
    struct page_result result = {.page = page, .stories = stories_assemble(keep, page, &fragments)};
    arena_reset(scratch); /* a page of very many stories needs the room */
    stories_conserve(page, &result.stories);
    return result;
}

void pipeline_enrich(struct arena *keep, const struct reference *reference,
                     struct page_result *result, struct account *account)
{
    struct page *page = result->page;
    enrich_stories(keep, page, &result->stories, reference, account ? &account->grounds : NULL);
    result->slug = page_slug(keep, reference, page->path);
    ids_give(keep, result->slug, page, &result->stories);
    corrections_apply(keep, reference, result->slug, page, &result->stories);
}

struct page_result pipeline_page(struct arena *keep, struct arena *scratch,
                                 const struct reference *reference,
                                 const struct page_facts *publication, struct str path,
                                 struct str bytes)
{
    struct page_result result = pipeline_assemble(keep, scratch, publication, path, bytes, NULL);
    pipeline_enrich(keep, reference, &result, NULL);
    return result;
}

void pipeline_dump(struct buf *out, enum page_stage stage, struct str path, struct str bytes)
{
    struct arena keep = {0}, scratch = {0};
    struct page *page = page_read(&keep, path, bytes);
    struct fragments fragments = fragments_join(&scratch, page, NULL);
    struct stories stories = stories_assemble(&keep, page, &fragments);
    switch (stage) {
    case STAGE_LINES:
        dump_lines(out, page);
        break;
    case STAGE_BLOCKS:
        dump_blocks(out, page);
        break;
    case STAGE_LINKS:
        links_dump(out, page);
        break;
    case STAGE_FRAGMENTS:
        dump_fragments(out, &fragments);
        break;
    case STAGE_CONFIDENCE:
        confidence_dump(out, &stories);
        break;
    case STAGE_STORIES:
    case STAGE_COUNT:
        dump_stories(out, &stories);
    }
    arena_clear(&scratch);
    arena_clear(&keep);
}

/* The page that was looked up, told of, with the ids that the site gives its stories. */
static struct page_result explained_page(struct arena *keep, const struct lookup *lookup,
                                         const struct looked_up *found, struct str bytes,
                                         struct account *account)
{
    struct arena scratch = {0};
    const struct page_facts *publication =
        found->in_site ? publication_of(&lookup->inputs.publications, found->path) : NULL;
    struct page_result result =
        pipeline_assemble(keep, &scratch, publication, found->path, bytes, account);
    pipeline_enrich(keep, &lookup->inputs.reference, &result, account);
    for (size_t i = 0; i < result.stories.len && i < found->ids.len; i++)
        result.stories.at[i].id = found->ids.at[i];
    arena_clear(&scratch);
    return result;
}

bool pipeline_explain(struct buf *out, struct arena *keep, struct lookup *lookup, struct str name,
                      bool full, struct diags *diags)
{
    struct looked_up found = {0};
    struct buf bytes = {0};
    if (!lookup_find(keep, lookup, name, &found, diags))
        return false;
    if (!stream_read(found.in_site ? path_join(keep, lookup->settings->dir, found.path) : name,
                     PAGE_MAX_BYTES, &bytes)) {
        page_tell_unread(diags, found.path, errno);
        buf_clear(&bytes);
        return false;
    }
    struct account account = {0};
    struct page_result result = explained_page(keep, lookup, &found, buf_view(&bytes), &account);
    struct explained explained = {result.page, &result.stories, &account, full};
    if (found.story < result.stories.len)
        explain_story(out, &explained, &result.stories.at[found.story]);
    else
        explain_page(out, &explained);
    for (size_t i = 0; i < result.page->diags.len; i++)
        vec_push(keep, diags, result.page->diags.at[i]);
    account_clear(&account);
    buf_clear(&bytes);
    return true;
}

struct str settings_out(struct arena *keep, const struct settings *settings)
{
    return settings->out.len ? settings->out : path_join(keep, settings->dir, STR("public"));
}

/* Whether a site may be where it is to be written, or looked at. */
static bool may_be_there(struct arena *keep, const struct settings *settings, struct diags *diags)
{
    return target_allowed(settings->dir, settings_out(keep, settings), diags);
}

/* What a build and a check have in common: everything but the writing. */
struct work {
    struct str out;
    struct inputs inputs;
    struct page_cache *cache; /* or NULL */
    struct site site;
    struct outputs plan;
    struct render_options options;
};

/* Configuration and templates. */
static bool prepare(struct arena *keep, const struct settings *settings, enum page_cache_use use,
                    struct work *work, struct diags *diags)
{
    work->out = settings_out(keep, settings);
    if (!inputs_read(keep, settings, &work->inputs, diags))
        return false;
    work->cache = page_cache_open(settings->dir, &work->inputs.reference, use);
    return true;
}

/* Pages, and what is to be made of them. */
static bool plan(struct arena *keep, const struct settings *settings, struct work *work,
                 struct diags *diags, struct tally *tally)
{
    struct inputs *inputs = &work->inputs;
    struct archive *archive = archive_new(keep, &inputs->reference, diags);
    struct records_taken taken = {0};
    for (size_t i = 0; i < settings->stories.len; i++)
        if (!records_take(work->cache, settings->stories.at[i], &taken, diags))
            return false;
    work->site = (struct site){
        .config = &inputs->config,
        .strings = inputs->theme.strings,
        .theme = &inputs->theme,
        .editorials = &inputs->editorials,
        .archive = archive,
        .made_with = inputs->made_with,
    };
    if (!pages_read(keep, settings, &inputs->content.pages, &inputs->publications, work->cache,
                    archive, diags) ||
        diags_worst(diags) == DIAG_FATAL)
        return false;
    records_tell_unused(&taken, archive, diags);
    archive->threads = settings->threads;
    archive_index(archive);
    work->plan = site_plan(keep, &work->site);
    work->options = (struct render_options){
        .threads = settings->threads,
        .progress = settings->progress,
        .written = settings->written,
    };
    *tally = (struct tally){
        .pages = archive->pages.len, .stories = archive->entries.len, .files = work->plan.len};
    return true;
}

static void finish(struct work *work)
{
    const struct archive *archive = work->site.archive;
    if (archive && archive->spool)
        spool_close(archive->spool);
    if (work->cache)
        page_cache_close(work->cache, &work->inputs.content.pages);
}

/* Begins to publish before any page is read, so that nothing else need be writable from there on.
 */
static struct stage *begin(const struct settings *settings, const struct work *work,
                           struct diags *diags)
{
    struct stage *stage = publish_begin(work->out, diags);
    if (stage && settings->once)
        rights_narrow(settings, stage);
    return stage;
}

static bool build(struct arena *keep, const struct settings *settings, struct build_state *state,
                  struct work *work, struct diags *diags, struct tally *tally)
{
    struct published published;
    struct kept_pairs pairs;
    enum page_cache_use use = settings->full ? PAGE_CACHE_RENEW : PAGE_CACHE_KEEP;
    struct stage *stage =
        prepare(keep, settings, use, work, diags) ? begin(settings, work, diags) : NULL;
    if (!stage)
        return false;
    if (!plan(keep, settings, work, diags, tally)) {
        publish_abort(stage);
        return false;
    }
    work->options.before = build_state_made(keep, state);
    work->options.unread = !sources_read(diags);
    kept_pairs_begin(&pairs, settings, &work->options);
    bool good =
        site_publish(keep, &work->site, &work->plan, &work->options, stage, &published, diags);
    kept_pairs_end(&pairs, good ? &published.made.docs : NULL, settings, diags);
    if (!good)
        return false;
    tally->files = published.files;
    build_state_keep(state, &published, diags, tally);
    return true;
}

bool pipeline_build(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally)
{
    if (!may_be_there(keep, settings, diags) ||
        !(settings->shared || target_is_free(settings_out(keep, settings), diags)))
        return false;
    struct build_state *state = build_state_look(keep, settings);
    if (build_state_is_last(keep, state, diags, tally)) {
        tally->unchanged = true;
        return true;
    }
    struct work work = {0};
    bool done = build(keep, settings, state, &work, diags, tally);
    finish(&work);
    return done;
}

/* Tells where nothing shows that the site was made of the sources as they are now. */
static void tell_stale(struct arena *keep, const struct settings *settings, struct str out,
                       struct diags *diags)
{
    if (!build_state_is_made(keep, build_state_look(keep, settings)))
        diag_add(diags, D_SITE_STALE, (struct place){.file = out},
                 "nothing shows that it was made of the sources as they are now");
}

bool pipeline_check(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally)
{
    struct work work = {0};
    struct link_tally links;
    bool done = may_be_there(keep, settings, diags) &&
                prepare(keep, settings, PAGE_CACHE_READ, &work, diags) &&
                plan(keep, settings, &work, diags, tally) &&
                site_try(&work.site, &work.plan, &work.options, diags) &&
                (!dir_exists(work.out) || link_check(work.out, work.inputs.config.base_url,
                                                     &work.inputs.editorials, diags, &links));
    if (done) {
        if (settings->host) {
            if (dir_exists(work.out))
                tell_stale(keep, settings, work.out, diags);
            host_check(work.out, settings->host, diags);
        }
        undated_tell(work.site.archive, diags);
        unnamed_tell(work.site.archive, diags);
        tally->doubtful = doubts_tell(work.site.archive, settings->all_doubts, diags);
    }
    finish(&work);
    return done;
}
