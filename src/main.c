/* SPDX-License-Identifier: MIT */
/* The program for people: commands, diagnostics printed, exit status. */
#include "archive/record.h"
#include "bag/bag.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/near.h"
#include "base/stop.h"
#include "base/tell.h"
#include "base/utf8.h"
#include "init.h"
#include "lookup.h"
#include "options.h"
#include "page/decode.h"
#include "records.h"
#include "rights.h"
#include "serve/mhd.h"
#include "serve/serve.h"
#include "start.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { EXIT_DONE = 0, EXIT_NEEDS_A_PERSON = 1 }; /* EXIT_NOT_DONE is in base/die.h */

static int run_init(const struct call *call);
static int run_build(const struct call *call);
static int run_serve(const struct call *call);
static int run_split(const struct call *call);
static int run_check(const struct call *call);
static int run_explain(const struct call *call);
static int run_bag(const struct call *call);
static int run_help(const struct call *call);

static const struct command commands[] = {
    {"init", "[DIR]", "Make a new site's folder, with the templates to change", run_init,
     init_options, NEEDS_ALL},
    {"build", "", "Make the site: content/ and templates/ to public/", run_build, build_options,
     NEEDS_SITE | NEEDS_TO_WRITE},
    {"serve", "", "Show the site in a browser here, and build it again when it changes", run_serve,
     serve_options, NEEDS_SITE | NEEDS_TO_WRITE | NEEDS_TO_SERVE},
    {"split", "[FILE...]",
     "Pages to stories, on standard output; each by itself, whatever its site says", run_split,
     split_options, NEEDS_SITE},
    {"check", "", "Report on content, templates and the built site; write nothing", run_check,
     check_options, NEEDS_SITE},
    {"explain", "STORY-ID|PAGE...", "Say how a story was put together and filed, and why",
     run_explain, explain_options, NEEDS_SITE},
    {"bag", "DIR", "Pack sources and site into a BagIt bag, for keeping", run_bag, bag_options,
     NEEDS_SITE | NEEDS_ANY_FILE | NEEDS_TO_WRITE | NEEDS_TO_PACK},
    {"help", "[COMMAND]", "Say how a command is used", run_help, help_options, NEEDS_ALL},
};

enum { COMMANDS_LEN = sizeof commands / sizeof *commands };

/* Prints what was found; returns the exit status of a command that did its work. */
static int report(const struct call *call, const struct diags *diags)
{
    enum diag_level least = call->quiet ? DIAG_ERROR : call->verbose ? DIAG_NOTE : DIAG_WARNING;
    struct buf lines = {0};
    for (size_t i = 0; i < diags->len; i++) {
        if (diag_level(diags->at[i].id) >= least)
            diag_print(&lines, &diags->at[i]);
    }
    if (lines.len)
        fwrite(lines.ptr, 1, lines.len, stderr);
    buf_clear(&lines);
    static const int statuses[] = {
        [DIAG_NOTE] = EXIT_DONE,
        [DIAG_WARNING] = EXIT_NEEDS_A_PERSON,
        [DIAG_ERROR] = EXIT_NEEDS_A_PERSON,
        [DIAG_FATAL] = EXIT_NOT_DONE,
    };
    return statuses[diags_worst(diags)];
}

static int run_init(const struct call *call)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct made made = {0};
    struct str dir = call->operands_len ? str_of(call->operands[0]) : STR(".");
    bool done = init_site(dir, &made, &diags);
    int status = report(call, &diags);
    struct str stay = STR_NONE;
    if (made.kept)
        stay = str_format(&keep, ", %zu were there and stay%s", made.kept,
                          call->verbose ? "" : " (-v names them)");
    if (done && !call->quiet)
        tell(stderr,
             "made %zu files in %.*s%.*s; put the text of newspaper pages into %.*s/content/, then "
             "run 'xianbao build -C %.*s'",
             made.files, STR_FMT(dir), STR_FMT(stay), STR_FMT(dir), STR_FMT(dir));
    arena_clear(&keep);
    return status;
}

static void show_progress(size_t done, size_t all)
{
    fprintf(stderr, done < all ? "\r%zu of %zu " : "\r\033[K", done, all);
}

static void say_tally(const struct call *call, const char *did, const struct tally *tally)
{
    fprintf(stderr, "%s %zu files: %zu stories from %zu pages", tally->unchanged ? "kept" : did,
            tally->files, tally->stories, tally->pages);
    if (tally->unchanged)
        fputs("; nothing had changed", stderr);
    if (tally->doubtful)
        fprintf(stderr, ", %zu of them to be looked at%s", tally->doubtful,
                call->verbose ? "" : " (-v names them)");
    fputc('\n', stderr);
}

static int run_site(const struct call *call, const char *did,
                    bool (*work)(struct arena *, const struct settings *, struct diags *,
                                 struct tally *))
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct settings settings = call->settings;
    struct tally tally = {0};
    bool terminal = isatty(STDERR_FILENO) && !call->quiet;
    settings.progress = terminal ? show_progress : NULL;
    bool done = work(&keep, &settings, &diags, &tally);
    int status = report(call, &diags);
    if (done && terminal)
        say_tally(call, did, &tally);
    if (!done && stop_asked())
        fputs("xianbao: stopped; the site stays as it was\n", stderr);
    arena_clear(&keep);
    return done ? status : EXIT_NOT_DONE;
}

/* Standard output must have taken everything: a full disk is not success. */
static bool put(struct buf *out)
{
    if (out->len)
        fwrite(out->ptr, 1, out->len, stdout);
    buf_clear(out);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    fprintf(stderr, "xianbao: error: cannot write to standard output: %s; stopped\n",
            strerror(errno));
    return false;
}

static struct buf explained; /* what build --explain says */

static void say_written(struct str path, struct str why)
{
    utf8_add_safe(&explained, path);
    buf_str(&explained, STR(": "));
    utf8_add_safe(&explained, why);
    buf_byte(&explained, '\n');
}

static int run_build(const struct call *call)
{
    if (call->settings.full && call->settings.stories.len) {
        fputs("xianbao: error: --full takes nothing that was found before, and --stories does; "
              "nothing was done, see 'xianbao help build'\n",
              stderr);
        return EXIT_NOT_DONE;
    }
    struct call told = *call;
    told.settings.once = true;
    told.settings.written = call->explain ? say_written : NULL;
    stop_catch();
    int status = run_site(&told, "wrote", pipeline_build);
    stop_obey();
    return put(&explained) ? status : EXIT_NOT_DONE;
}

static void report_build(const void *context, const struct diags *diags)
{
    report(context, diags);
}

static int run_serve(const struct call *call)
{
    struct serving serving = {&call->settings, call->port, report_build, call};
    return serve(&serving) ? EXIT_DONE : EXIT_NOT_DONE;
}

static int run_check(const struct call *call)
{
    struct call all = *call; /* people check to see what there is to see */
    all.verbose = !call->quiet;
    return run_site(&all, "checked", pipeline_check);
}

enum { OUT_BYTES = 1 << 16 }; /* records are written as soon as they come to so many */
enum { NAME_MOST = 1 << 16 }; /* bytes of a file's name: more than any system takes */

static int split_file(const struct call *call, record_writer *write,
                      const struct reference *reference, struct str path)
{
    struct arena keep = {0}, scratch = {0};
    struct diags diags = {.keep = &keep};
    struct buf bytes = {0}, out = {0};
    bool written = true;
    if (!stream_read(path, PAGE_MAX_BYTES, &bytes)) {
        page_tell_unread(&diags, path, errno);
    } else if (call->dump >= 0) {
        pipeline_dump(&out, (enum page_stage)call->dump, path, buf_view(&bytes));
    } else {
        struct page_result result =
            pipeline_page(&keep, &scratch, reference, NULL, path, buf_view(&bytes));
        for (size_t i = 0; i < result.stories.len && written; i++) {
            write(&out, &result.stories.at[i]);
            if (out.len >= OUT_BYTES)
                written = put(&out);
        }
        diags = result.page->diags;
    }
    int status = report(call, &diags);
    if (!written || !put(&out))
        status = EXIT_NOT_DONE;
    buf_clear(&bytes);
    arena_clear(&scratch);
    arena_clear(&keep);
    return status;
}

/* What `split` does with a page, by its name; that returns the exit status. */
struct splitting {
    const struct call *call;
    int (*split)(const struct splitting *splitting, struct str name);
    record_writer *write; /* as stories … */
    const struct reference *reference;
    const struct recording *recording; /* … or as a record of the site's page */
};

static int split_page(const struct splitting *splitting, struct str name)
{
    return split_file(splitting->call, splitting->write, splitting->reference, name);
}

/* A page of the site, as it is named in its folder: content/2020/a.txt. */
static int split_record(const struct splitting *splitting, struct str name)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct buf out = {0};
    record_put(&out, splitting->recording, name, &diags);
    int status = report(splitting->call, &diags);
    if (!put(&out))
        status = EXIT_NOT_DONE;
    arena_clear(&keep);
    return status;
}

/* Splits the pages whose names stand in the list that --files-from gives, as soon as each is there.
   WORST: the exit status so far; returns that. */
static int split_listed(const struct splitting *splitting, int worst)
{
    const struct call *call = splitting->call;
    struct arena scratch = {0};
    bool from_input = str_eq(call->files_from, STR("-"));
    FILE *list = from_input ? stdin : fopen(str_c(&scratch, call->files_from), "r");
    struct buf line = {0};
    enum line_read got = list ? LINE_READ : LINE_FAULT;
    while (worst != EXIT_NOT_DONE && got == LINE_READ &&
           (got = line_read(list, NAME_MOST, &line)) == LINE_READ) {
        int status = line.len ? splitting->split(splitting, buf_view(&line)) : worst;
        worst = status > worst ? status : worst;
    }
    if (got == LINE_FAULT) {
        tell(stderr, "xianbao: error: %.*s cannot be read: %s; stopped", STR_FMT(call->files_from),
             errno == EFBIG ? "it has a line that is too long for a name" : strerror(errno));
        worst = EXIT_NOT_DONE;
    }
    if (list && !from_input)
        fclose(list);
    buf_clear(&line);
    arena_clear(&scratch);
    return worst;
}

/* All pages that the call names; returns the exit status. */
static int split_named(const struct splitting *splitting)
{
    const struct call *call = splitting->call;
    int worst = EXIT_DONE;
    for (size_t i = 0; i < call->operands_len && worst != EXIT_NOT_DONE; i++) {
        int status = splitting->split(splitting, str_of(call->operands[i]));
        worst = status > worst ? status : worst;
    }
    if (call->files_from.len && worst != EXIT_NOT_DONE)
        worst = split_listed(splitting, worst);
    return worst;
}

static int split_to_records(const struct call *call)
{
    struct arena shared = {0};
    struct diags diags = {.keep = &shared};
    const char *wrong = call->dump >= 0 ? "--dump shows no records"
                        : call->operands_len == 0 && !call->files_from.len
                            ? "records are of pages that are named"
                            : NULL;
    if (wrong) {
        fprintf(stderr, "xianbao: error: %s; nothing was done, see 'xianbao help split'\n", wrong);
        return EXIT_NOT_DONE;
    }
    struct recording *recording = recording_open(&shared, &call->settings, &diags);
    int worst = report(call, &diags);
    if (recording) {
        struct splitting splitting = {.call = call, .split = split_record, .recording = recording};
        int status = split_named(&splitting);
        worst = status > worst ? status : worst;
        recording_close(recording);
    }
    arena_clear(&shared);
    return worst;
}

static int run_split(const struct call *call)
{
    if (str_eq(call->format, STR("record")))
        return split_to_records(call);
    record_writer *write = record_format(call->format.len ? call->format : STR("json"));
    if (!write) {
        tell(stderr,
             "xianbao: error: the formats are json, markdown, text and record, not '%.*s'; "
             "nothing was done",
             STR_FMT(call->format));
        return EXIT_NOT_DONE;
    }
    struct arena shared = {0};
    struct reference reference = reference_builtin(&shared);
    struct splitting splitting = {
        .call = call, .split = split_page, .write = write, .reference = &reference};
    int worst = call->operands_len == 0 && !call->files_from.len ? split_page(&splitting, STR("-"))
                                                                 : split_named(&splitting);
    arena_clear(&shared);
    return worst;
}

/* Says of one story or page what there is to say; returns the exit status. */
static int explain_one(const struct call *call, struct lookup *lookup, struct str name)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct buf out = {0};
    pipeline_explain(&out, &keep, lookup, name, call->verbose, &diags);
    int status = report(call, &diags);
    if (!put(&out))
        status = EXIT_NOT_DONE;
    arena_clear(&keep);
    return status;
}

static int run_explain(const struct call *call)
{
    if (call->operands_len == 0) {
        fputs("xianbao: error: no story or page was named; nothing was done, see 'xianbao help "
              "explain'\n",
              stderr);
        return EXIT_NOT_DONE;
    }
    struct arena shared = {0};
    struct diags diags = {.keep = &shared};
    struct lookup lookup;
    int worst =
        lookup_open(&shared, &call->settings, &lookup, &diags) ? EXIT_DONE : report(call, &diags);
    for (size_t i = 0; i < call->operands_len && worst != EXIT_NOT_DONE; i++) {
        int status = explain_one(call, &lookup, str_of(call->operands[i]));
        worst = status > worst ? status : worst;
    }
    arena_clear(&shared);
    return worst;
}

static int run_bag(const struct call *call)
{
    if (call->operands_len == 0) {
        fputs(
            "xianbao: error: no folder was named for the bag; nothing was done, see 'xianbao help "
            "bag'\n",
            stderr);
        return EXIT_NOT_DONE;
    }
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct settings settings = call->settings;
    struct bagging bagging = {&settings, str_of(call->operands[0]), call->date};
    struct bagged bagged = {0};
    bool terminal = isatty(STDERR_FILENO) && !call->quiet;
    settings.progress = terminal ? show_progress : NULL;
    bool done = bag_make(&keep, &bagging, &diags, &bagged);
    int status = report(call, &diags);
    if (done && terminal) {
        say_tally(call, "wrote", &bagged.tally);
        fprintf(stderr, "packed %zu files of %" PRIu64 " bytes into %.*s\n", bagged.files,
                bagged.bytes, STR_FMT(bagging.dir));
    }
    arena_clear(&keep);
    return done ? status : EXIT_NOT_DONE;
}

static const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS_LEN; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int command_unknown(const char *name)
{
    struct arena scratch = {0};
    struct near near = near_to(str_of(name));
    for (size_t i = 0; i < COMMANDS_LEN; i++)
        near_try(&near, str_of(commands[i].name));
    tell(stderr,
         "xianbao: error: there is no command '%s'%.*s; nothing was done, see 'xianbao help'", name,
         STR_FMT(near_hint(&scratch, &near)));
    arena_clear(&scratch);
    return EXIT_NOT_DONE;
}

static int print_help(const struct command *command)
{
    struct buf out = {0};
    if (command) {
        options_help(&out, command);
        return put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
    }
    buf_str(&out, STR("usage: xianbao COMMAND [OPTION...]\n"
                      "Makes a browsable archive of stories out of newspaper pages' text.\n\n"));
    for (size_t i = 0; i < COMMANDS_LEN; i++)
        buf_fmt(&out, "  %-8s %s\n", commands[i].name, commands[i].help);
    buf_str(&out, STR("\n'xianbao help COMMAND' says more; 'man xianbao' says all.\n"));
    return put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
}

static int run_help(const struct call *call)
{
    if (call->operands_len == 0)
        return print_help(NULL);
    const struct command *command = command_find(call->operands[0]);
    return command ? print_help(command) : command_unknown(call->operands[0]);
}

/* Gives up the rights that the command does not use. */
static void drop_rights(const struct call *call)
{
    struct arena keep = {0};
    struct strs named = {0};
    unsigned needs = call->command->needs | (call->files_from.len ? NEEDS_ANY_FILE : 0);
    for (size_t i = 0; i < call->operands_len; i++)
        vec_push(&keep, &named, str_of(call->operands[i]));
    for (size_t i = 0; i < call->settings.stories.len; i++)
        vec_push(&keep, &named, call->settings.stories.at[i]);
    if (!rights_drop(needs, &call->settings, &named) && call->verbose)
        fputs("xianbao: note: not all rights that are not needed could be given up; went on with "
              "them\n",
              stderr);
    arena_clear(&keep);
}

static int run(const struct call *call)
{
    /* a library may lie where nothing can be read any more */
    if (call->command->needs & NEEDS_TO_SERVE && !mhd_load())
        return EXIT_NOT_DONE;
    drop_rights(call);
    return call->command->run(call);
}

int main(int argc, char **argv)
{
    start();
    arena_keep_memory();
    if (argc < 2) {
        fputs("xianbao: error: no command was given; nothing was done, see 'xianbao help'\n",
              stderr);
        return EXIT_NOT_DONE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return print_help(NULL);
    if (strcmp(argv[1], "--version") == 0) {
        struct buf out = {0};
        buf_str(&out, STR("xianbao " XIANBAO_VERSION "\n"));
        return put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
    }
    struct call call = {.command = command_find(argv[1])};
    if (!call.command)
        return command_unknown(argv[1]);
    bool help = false;
    if (!options_read(&call, argc - 1, argv + 1, &help))
        return EXIT_NOT_DONE;
    int status = help ? print_help(call.command) : run(&call);
    free(call.settings.stories.at);
    return status;
}
