/* SPDX-License-Identifier: MIT */
/* A site shown on this computer while it is worked on: built anew when its sources change, and
   loaded anew by the browser. */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

#include "pipeline.h"

enum mended {
    MENDED_NOTHING,
    MENDED_BUILD, /* there was none, and there is one now, with findings of its own */
    MENDED_ALL,
};

struct serving {
    const struct settings *settings;
    uint16_t port; /* 0: any that is free */
    /* of each build; MENDED: what was wrong with the one before, or with its site, is no more */
    void (*report)(const void *context, const struct diags *diags, enum mended mended);
    const void *context;
};

/* Builds the site and answers on 127.0.0.1, for requests to this computer by name or number alone,
   until SIGINT or SIGTERM. The address is printed on standard output. False: it cannot listen, or
   libmicrohttpd is not there, and standard error says so. */
bool serve(const struct serving *serving);

#endif
