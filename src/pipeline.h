/* SPDX-License-Identifier: MIT */
/* The map of the program: one call per arrow, in order. */
#ifndef PIPELINE_H
#define PIPELINE_H

#include "archive/archive.h"
#include "archive/page_pack.h"

struct account;
struct host;
struct lookup;

/* What the command line says. */
struct settings {
    struct str dir;      /* -C: the site's folder */
    struct str out;      /* -o; empty: not given */
    struct str base_url; /* --base-url: wins over site.yaml's; empty: not given */
    size_t threads;      /* -j */
    struct strs stories; /* build --stories: files of records (records.h) */
    /* build --explain: takes each file that was written, and why; NULL: not given */
    void (*written)(struct str path, struct str why);
    const struct host *host; /* check --host; NULL: not given */
    bool all_doubts;         /* check -v: all stories that may be wrong are named */
    bool full;               /* --full: nothing that was found out before is used */
    bool shared;             /* --shared: the site may be written among what is not its own */
    bool once;               /* the process ends after the build */
    void (*progress)(size_t done,
                     size_t all); /* called now and then, from any thread; may be NULL */
};

/* Where the site is written: -o, or public/ in the site's folder. */
struct str settings_out(struct arena *keep, const struct settings *settings);

/* The stages of a page that can be shown. */
enum page_stage {
    STAGE_LINES,
    STAGE_BLOCKS,
    STAGE_LINKS,
    STAGE_FRAGMENTS,
    STAGE_CONFIDENCE,
    STAGE_STORIES,
    STAGE_COUNT
};

extern const char *const stage_names[STAGE_COUNT];

/*
 * Bytes → stories, with all facts and ids. PUBLICATION, or NULL, says what the page does not. The
 * result lives in KEEP; SCRATCH is reset on the way. Touches no file.
 */
struct page_result pipeline_page(struct arena *keep, struct arena *scratch,
                                 const struct reference *reference,
                                 const struct page_facts *publication, struct str path,
                                 struct str bytes);

/*
 * The two halves of that: bytes → stories that lost nothing, and their facts and ids. Each walks
 * over tables of its own that are larger than a processor's cache, so that many pages are better
 * taken through the one and then through the other. ACCOUNT, or NULL, takes what was weighed on
 * the way, for explaining it.
 */
struct page_result pipeline_assemble(struct arena *keep, struct arena *scratch,
                                     const struct page_facts *publication, struct str path,
                                     struct str bytes, struct account *account);
void pipeline_enrich(struct arena *keep, const struct reference *reference,
                     struct page_result *result, struct account *account);

/* Appends what STAGE makes of a page, for people who look for the place where a split goes wrong.
 */
void pipeline_dump(struct buf *out, enum page_stage stage, struct str path, struct str bytes);

/* What a build did, for the line it ends with. */
struct tally {
    size_t pages, stories, files;
    size_t doubtful; /* stories that a check would have looked at; a build does not count them */
    bool unchanged;  /* a build's site was there already */
};

/* content/ and templates/ → public/, where anything changed since the last build. False: nothing
   was written. DIAGS holds all findings, those of pages in the order of their paths; everything
   lives in KEEP. */
bool pipeline_build(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally);

/* Looks at content, templates and the built site, and writes nothing. The last findings are the
   stories that may be put together wrong (archive/doubts.h). */
bool pipeline_check(struct arena *keep, const struct settings *settings, struct diags *diags,
                    struct tally *tally);

/* Appends, in words, how the story or the page with NAME (lookup.h) was put together and filed;
   FULL: with every measure. False: there is none such. DIAGS hold what was found in its page. */
bool pipeline_explain(struct buf *out, struct arena *keep, struct lookup *lookup, struct str name,
                      bool full, struct diags *diags);

#endif
