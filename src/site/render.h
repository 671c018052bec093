/* SPDX-License-Identifier: MIT */
/* The last step: the plan, rendered and published. */
#ifndef SITE_RENDER_H
#define SITE_RENDER_H

#include "site/site.h"

struct render_options {
    struct str out;                            /* the folder that the site goes to */
    size_t threads;                            /* at least 1 */
    void (*progress)(size_t done, size_t all); /* called from any thread; may be NULL */
};

/* Renders OUTPUTS and publishes them with the theme's assets. False: nothing was published, and
   DIAGS says why; of several mistakes in templates the one in the first output. */
bool site_publish(const struct site *site, const struct outputs *outputs,
                  const struct render_options *options, struct diags *diags);

/* Renders OUTPUTS and keeps nothing of it, to find the mistakes that site_publish() would. */
bool site_try(const struct site *site, const struct outputs *outputs,
              const struct render_options *options, struct diags *diags);

#endif
