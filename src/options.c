/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* getopt_long */
#include "options.h"
#include "base/calendar.h"
#include "base/near.h"
#include "base/pool.h"
#include "base/tell.h"
#include "site/check/host.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    OPT_BASE_URL = 256,
    OPT_DATE,
    OPT_FORMAT,
    OPT_DUMP,
    OPT_EXPLAIN,
    OPT_FILES_FROM,
    OPT_FULL,
    OPT_HOST,
    OPT_SHARED,
    OPT_STORIES,
    OPT_HELP
};
enum { OPTIONS_MAX = 16, THREADS_MAX = 256, PORT = 8000 };

#define OPTION_DIRECTORY                                               \
    {                                                                  \
        'C', "directory", "DIR", "the site's folder (the current one)" \
    }
#define OPTION_JOBS                                              \
    {                                                            \
        'j', "jobs", "N", "how many threads (one for each core)" \
    }
#define OPTION_QUIET                            \
    {                                           \
        'q', "quiet", NULL, "print errors only" \
    }
#define OPTION_VERBOSE                          \
    {                                           \
        'v', "verbose", NULL, "print notes too" \
    }
#define OPTION_SHARED                                                                         \
    {                                                                                         \
        OPT_SHARED, "shared", NULL, "write into a folder that holds other things, which stay" \
    }
#define OPTION_HELP                        \
    {                                      \
        OPT_HELP, "help", NULL, "say this" \
    }

const struct option_info init_options[] = {
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    {0},
};

const struct option_info build_options[] = {
    OPTION_DIRECTORY,
    {'o', "output", "DIR", "where to write the site (public in the site's folder)"},
    {OPT_BASE_URL, "base-url", "URL", "where the site will stand; wins over site.yaml"},
    OPTION_SHARED,
    OPTION_JOBS,
    {OPT_STORIES, "stories", "FILE",
     "take what 'split --format=record' printed elsewhere; -: stdin"},
    {OPT_EXPLAIN, "explain", NULL, "print which files were written, and why each was"},
    {OPT_FULL, "full", NULL, "find out everything anew, and use nothing of .xianbao/"},
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    {0},
};

const struct option_info serve_options[] = {
    OPTION_DIRECTORY,
    {'o', "output", "DIR", "where to write the site (public in the site's folder)"},
    OPTION_SHARED,
    {'p', "port", "N", "where to answer on 127.0.0.1 (8000); 0: anywhere"},
    OPTION_JOBS,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    {0},
};

const struct option_info split_options[] = {
    {OPT_FORMAT, "format", "FORMAT", "json, markdown, text or record (json)"},
    {'C', "directory", "DIR", "for records: the site's folder (the current one)"},
    {OPT_DUMP, "dump", "STAGE", "show lines, blocks, links, fragments, confidence or stories"},
    {OPT_FILES_FROM, "files-from", "LIST", "read the pages' names from LIST, one a line; -: stdin"},
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    {0},
};

const struct option_info check_options[] = {
    OPTION_DIRECTORY,
    {'o', "output", "DIR", "the built site (public in the site's folder)"},
    {OPT_BASE_URL, "base-url", "URL", "where the site will stand; as the build was told"},
    {OPT_HOST, "host", "HOST", "whether it fits github, cloudflare, netlify, fat32 or iso9660"},
    OPTION_JOBS,
    OPTION_QUIET,
    {'v', "verbose", NULL, "name all stories to be looked at, not the first twenty"},
    OPTION_HELP,
    {0},
};

const struct option_info explain_options[] = {
    OPTION_DIRECTORY,
    OPTION_QUIET,
    {'v', "verbose", NULL, "say what every measure and word counted; print notes too"},
    OPTION_HELP,
    {0},
};

const struct option_info bag_options[] = {
    OPTION_DIRECTORY,
    {'o', "output", "DIR", "where the site is built (public in the site's folder)"},
    {OPT_BASE_URL, "base-url", "URL", "where the site will stand; as the build was told"},
    {OPT_DATE, "date", "DATE", "the day on which the bag is made, YYYY-MM-DD"},
    OPTION_JOBS,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    {0},
};

const struct option_info help_options[] = {OPTION_HELP, {0}};

static bool usage_error(const struct call *call, const char *what, const char *value)
{
    tell(stderr, "xianbao: error: %s '%s'; nothing was done, see 'xianbao help %s'", what, value,
         call->command->name);
    return false;
}

static bool option_unknown(const struct call *call, const char *given)
{
    struct arena scratch = {0};
    size_t len = strcspn(given, "=");
    struct near near = near_to((struct str){given, len});
    for (const struct option_info *info = call->command->options; info->name; info++)
        near_try(&near, str_format(&scratch, "--%s", info->name));
    tell(stderr,
         "xianbao: error: there is no option '%.*s'%.*s; nothing was done, see 'xianbao help "
         "%s'",
         (int)len, given, STR_FMT(near_hint(&scratch, &near)), call->command->name);
    arena_clear(&scratch);
    return false;
}

/* Says what getopt_long did not like: WHAT is what it returned, GIVEN the last argument it read. */
static bool option_wrong(const struct call *call, int what, const char *given)
{
    if (what == ':')
        return usage_error(call, "a value is missing after", given);
    if (optopt == 0)
        return option_unknown(call, given);
    if (strncmp(given, "--", 2) == 0)
        return usage_error(call, "no value can be given in", given);
    return option_unknown(call, (char[]){'-', (char)optopt, 0});
}

/* A variable of a shell that is not set is no folder. */
static bool take_folder(const struct call *call, const char *name, const char *value,
                        struct str *folder)
{
    *folder = str_of(value);
    return folder->len || usage_error(call, "the folder's name is empty after", name);
}

static bool take_threads(struct call *call, const char *value)
{
    char *end;
    long threads = strtol(value, &end, 10);
    if (end == value || *end || threads < 1 || threads > THREADS_MAX)
        return usage_error(call, "the number of threads is 1 to 256, not", value);
    call->settings.threads = (size_t)threads;
    return true;
}

static bool take_port(struct call *call, const char *value)
{
    char *end;
    long port = strtol(value, &end, 10);
    if (end == value || *end || port < 0 || port > UINT16_MAX)
        return usage_error(call, "a port is a number of 0 to 65535, not", value);
    call->port = (uint16_t)port;
    return true;
}

static bool take_stage(struct call *call, const char *value)
{
    for (int i = 0; i < STAGE_COUNT; i++) {
        if (strcmp(stage_names[i], value) == 0) {
            call->dump = i;
            return true;
        }
    }
    return usage_error(
        call, "the stages are lines, blocks, links, fragments, confidence and stories, not", value);
}

/* There are no more of them than arguments. */
static bool take_records(struct call *call, const char *value)
{
    struct strs *stories = &call->settings.stories;
    stories->at = xrealloc(stories->at, (stories->len + 1) * sizeof *stories->at);
    stories->at[stories->len++] = str_of(value);
    return true;
}

/* Whether VALUE is a day as ISO 8601 writes it. */
static bool is_day(const char *value)
{
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < sizeof form; i++)
        if (form[i] == '0' ? value[i] < '0' || value[i] > '9' : value[i] != form[i])
            return false;
    unsigned year = (unsigned)strtoul(value, NULL, 10);
    unsigned month = (unsigned)strtoul(value + 5, NULL, 10);
    unsigned day = (unsigned)strtoul(value + 8, NULL, 10);
    return month >= 1 && month <= 12 && day >= 1 && day <= month_days(year, month);
}

static bool take_date(struct call *call, const char *value)
{
    if (!is_day(value))
        return usage_error(call, "the date is a day such as 2026-11-30, not", value);
    call->date = str_of(value);
    return true;
}

static bool take_host(struct call *call, const char *value)
{
    call->settings.host = host_find(str_of(value));
    if (call->settings.host)
        return true;
    tell(stderr,
         "xianbao: error: the hosts are %s, not '%s'; nothing was done, see 'xianbao help %s'",
         host_names, value, call->command->name);
    return false;
}

static bool option_take(struct call *call, int key, const char *value, bool *help)
{
    switch (key) {
    case 'C':
        return take_folder(call, "-C", value, &call->settings.dir);
    case 'o':
        return take_folder(call, "-o", value, &call->settings.out);
    case OPT_BASE_URL:
        call->settings.base_url = str_of(value);
        return true;
    case 'j':
        return take_threads(call, value);
    case 'p':
        return take_port(call, value);
    case OPT_DATE:
        return take_date(call, value);
    case OPT_FORMAT:
        call->format = str_of(value);
        return true;
    case OPT_DUMP:
        return take_stage(call, value);
    case OPT_FILES_FROM:
        call->files_from = str_of(value);
        return true;
    case OPT_EXPLAIN:
        call->explain = true;
        return true;
    case OPT_FULL:
        call->settings.full = true;
        return true;
    case OPT_SHARED:
        call->settings.shared = true;
        return true;
    case OPT_STORIES:
        return take_records(call, value);
    case OPT_HOST:
        return take_host(call, value);
    case 'q':
        call->quiet = true;
        return true;
    case 'v':
        call->verbose = true;
        return true;
    case OPT_HELP:
        *help = true;
        return true;
    }
    return false;
}

bool options_read(struct call *call, int argc, char **argv, bool *help)
{
    struct option longs[OPTIONS_MAX] = {0};
    char shorts[OPTIONS_MAX * 2 + 2] = ":"; /* it says nothing itself */
    size_t used = 1;
    const struct option_info *info = call->command->options;
    for (size_t i = 0; info[i].name; i++) {
        longs[i] = (struct option){info[i].name, info[i].value ? required_argument : no_argument,
                                   NULL, info[i].key};
        if (info[i].key < OPT_BASE_URL)
            shorts[used++] = (char)info[i].key;
        if (info[i].key < OPT_BASE_URL && info[i].value)
            shorts[used++] = ':';
    }
    call->dump = -1;
    call->port = PORT;
    call->settings.threads = pool_cores();
    for (int key; (key = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (key == '?' || key == ':')
            return option_wrong(call, key, argv[optind - 1]);
        if (!option_take(call, key, optarg, help))
            return false;
    }
    call->operands = argv + optind;
    call->operands_len = (size_t)(argc - optind);
    const char *operands = call->command->operands;
    if (call->operands_len && !*operands && !*help)
        return usage_error(call, "this command takes no operand like", call->operands[0]);
    if (call->operands_len > 1 && !strstr(operands, "...") && !*help)
        return usage_error(call, "this command takes one operand, not a second like",
                           call->operands[1]);
    return true;
}

void options_help(struct buf *out, const struct command *command)
{
    buf_fmt(out, "usage: xianbao %s [OPTION...]%s%s\n%s.\n\n", command->name,
            *command->operands ? " " : "", command->operands, command->help);
    for (const struct option_info *info = command->options; info->name; info++) {
        char left[40];
        snprintf(left, sizeof left, "--%s%s%s", info->name, info->value ? "=" : "",
                 info->value ? info->value : "");
        if (info->key < OPT_BASE_URL)
            buf_fmt(out, "  -%c, %-20s %s\n", info->key, left, info->help);
        else
            buf_fmt(out, "      %-20s %s\n", left, info->help);
    }
}
