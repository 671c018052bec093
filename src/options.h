/* SPDX-License-Identifier: MIT */
/* The command line as tables: what each command is called, takes, and says of itself. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "pipeline.h"

/* What a command was given. */
struct call {
    const struct command *command;
    struct settings settings;
    struct str format;     /* split --format; empty: not given */
    int dump;              /* split --dump: enum page_stage, or -1 */
    struct str files_from; /* split --files-from; empty: not given */
    bool explain;          /* build --explain */
    uint16_t port;         /* serve --port */
    struct str date;       /* bag --date: YYYY-MM-DD; empty: not given */
    bool quiet, verbose;
    char **operands;
    size_t operands_len;
};

/* An option. Its key is its letter, or, where it has none, a number above all letters. */
struct option_info {
    int key;
    const char *name;
    const char *value; /* what it takes, for the help; NULL: nothing */
    const char *help;
};

struct command {
    const char *name;
    const char *operands; /* for the help; "": it takes none; without ...: one at most */
    const char *help;
    int (*run)(const struct call *call); /* returns the exit status */
    const struct option_info *options;   /* ends in one without a name */
    unsigned needs;                      /* a set of enum needs (rights.h) */
};

/* The options of each command. */
extern const struct option_info init_options[], build_options[], serve_options[], split_options[],
    check_options[], explain_options[], bag_options[], help_options[];

/* Reads the options and operands of CALL's command, whose name is ARGV[0]. False: they are wrong
   and standard error says how. *HELP: --help was among them. */
bool options_read(struct call *call, int argc, char **argv, bool *help);

/* Appends how a command is used. */
void options_help(struct buf *out, const struct command *command);

#endif
