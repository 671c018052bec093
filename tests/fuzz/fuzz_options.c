/* SPDX-License-Identifier: MIT */
/* A command line: the command's name and its arguments, a line each. What is taken is within
   bounds. */
#define _GNU_SOURCE /* optind as GNU resets it */
#include "fuzz.h"

#include "options.h"
#include "site/config.h"

#include <fcntl.h>
#include <getopt.h>
#include <unistd.h>

enum { ARGUMENTS = 32 };

static const struct command commands[] = {
    {"init", "[DIR]", "", NULL, init_options, 0},
    {"build", "", "", NULL, build_options, 0},
    {"serve", "", "", NULL, serve_options, 0},
    {"split", "[FILE...]", "", NULL, split_options, 0},
    {"check", "", "", NULL, check_options, 0},
    {"explain", "STORY-ID|PAGE...", "", NULL, explain_options, 0},
    {"bag", "DIR", "", NULL, bag_options, 0},
    {"help", "[COMMAND]", "", NULL, help_options, 0},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static const struct command *command_of(struct str name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (str_eq(name, str_of(commands[i].name)))
            return &commands[i];
    return &commands[name.len % COMMANDS];
}

/* Lets standard error go nowhere, or, given what this returned, where it went. */
static int silence(int before)
{
    int now = before < 0 ? dup(STDERR_FILENO) : -1;
    int to = before < 0 ? open("/dev/null", O_WRONLY) : before;
    CHECK(dup2(to, STDERR_FILENO) >= 0);
    close(to);
    return now;
}

static void check_call(const struct call *call, int argc)
{
    struct arena keep = {0};
    struct str url;
    CHECK(call->settings.threads >= 1 && call->settings.threads <= 256);
    CHECK(call->dump >= -1 && call->dump < STAGE_COUNT);
    CHECK(call->operands_len < (size_t)argc);
    CHECK(call->settings.stories.len < (size_t)argc);
    if (base_url_parse(&keep, call->settings.base_url, &url))
        CHECK(str_ends(url, STR("/")) && str_starts(url, STR("http")));
    arena_clear(&keep);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct str text = input_of(data, size);
    struct call call = {.command = command_of(str_cut(&text, '\n'))};
    char *argv[ARGUMENTS + 2] = {strdup(call.command->name)};
    int argc = 1;
    bool help = false;
    while (text.len && argc <= ARGUMENTS) {
        struct str argument = str_cut(&text, '\n');
        argv[argc++] = strndup(argument.ptr ? argument.ptr : "", argument.len);
    }
    optind = 0;
    int before = silence(-1);
    bool taken = options_read(&call, argc, argv, &help);
    silence(before);
    if (taken)
        check_call(&call, argc);
    free(call.settings.stories.at);
    for (int i = 0; i < argc; i++)
        free(argv[i]);
    arena_clear(&keep);
    return 0;
}
