/* SPDX-License-Identifier: MIT */
/* The program for people: commands, diagnostics printed, exit status. */
#include "bag/bag.h"
#include "base/near.h"
#include "base/stop.h"
#include "base/tell.h"
#include "base/utf8.h"
#include "console.h"
#include "init.h"
#include "lookup.h"
#include "options.h"
#include "rights.h"
#include "serve/mhd.h"
#include "serve/serve.h"
#include "split.h"
#include "start.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int run_init(const struct call *call);
static int run_build(const struct call *call);
static int run_serve(const struct call *call);
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
     "Pages to stories, on standard output; each by itself, whatever its site says", split_run,
     split_options, NEEDS_SITE},
    {"check", "", "Report on content, templates and the built site; write nothing", run_check,
     check_options, NEEDS_SITE},
    {"explain", "STORY-ID|PAGE...", "Say how a story was put together and filed, and why",
     run_explain, explain_options, NEEDS_SITE},
    {"bag", "DIR", "Pack sources and site into a BagIt bag, for keeping", run_bag, bag_options,
     NEEDS_SITE | NEEDS_TO_WRITE | NEEDS_TO_PACK},
    {"help", "[COMMAND]", "Say how a command is used", run_help, help_options, NEEDS_ALL},
};

enum { COMMANDS_LEN = sizeof commands / sizeof *commands };

static int run_init(const struct call *call)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct made made = {0};
    struct str dir = call->operands_len ? str_of(call->operands[0]) : STR(".");
    bool done = init_site(dir, &made, &diags);
    int status = console_report(call, &diags);
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

static void say_tally(const char *did, const struct tally *tally)
{
    fprintf(stderr, "%s %zu files: %zu stories from %zu pages", tally->unchanged ? "kept" : did,
            tally->files, tally->stories, tally->pages);
    if (tally->unchanged)
        fputs("; nothing had changed", stderr);
    if (tally->doubtful)
        fprintf(stderr, ", %zu of them to be looked at", tally->doubtful);
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
    int status = console_report(call, &diags);
    if (done && terminal)
        say_tally(did, &tally);
    if (!done && stop_asked())
        fputs("xianbao: stopped; the site stays as it was\n", stderr);
    arena_clear(&keep);
    return done ? status : EXIT_NOT_DONE;
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
    return console_put(&explained) ? status : EXIT_NOT_DONE;
}

static void report_build(const void *context, const struct diags *diags, enum mended mended)
{
    const struct call *call = context;
    console_report(call, diags);
    if (mended && !call->quiet)
        fprintf(stderr, "the site is built again%s\n",
                mended == MENDED_ALL ? ", and nothing is wrong any more" : "");
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
    all.settings.all_doubts = call->verbose;
    return run_site(&all, "checked", pipeline_check);
}

/* Says of one story or page what there is to say; returns the exit status. */
static int explain_one(const struct call *call, struct lookup *lookup, struct str name)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct buf out = {0};
    pipeline_explain(&out, &keep, lookup, name, call->verbose, &diags);
    int status = console_report(call, &diags);
    if (!console_put(&out))
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
    int worst = lookup_open(&shared, &call->settings, &lookup, &diags)
                    ? EXIT_DONE
                    : console_report(call, &diags);
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
    stop_catch();
    bool done = bag_make(&keep, &bagging, &diags, &bagged);
    int status = console_report(call, &diags);
    if (done && terminal) {
        say_tally("wrote", &bagged.tally);
        tell(stderr, "packed %zu files of %" PRIu64 " bytes into %.*s", bagged.files, bagged.bytes,
             STR_FMT(bagging.dir));
    }
    arena_clear(&keep);
    stop_obey();
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
        return console_put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
    }
    buf_str(&out, STR("usage: xianbao COMMAND [OPTION...]\n"
                      "Makes a browsable archive of stories out of newspaper pages' text.\n\n"));
    for (size_t i = 0; i < COMMANDS_LEN; i++)
        buf_fmt(&out, "  %-8s %s\n", commands[i].name, commands[i].help);
    buf_str(&out, STR("\n'xianbao help COMMAND' says more; 'man xianbao' says all.\n"));
    return console_put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
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
        return console_put(&out) ? EXIT_DONE : EXIT_NOT_DONE;
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
