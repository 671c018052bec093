/* SPDX-License-Identifier: MIT */
/* What a site is made with, beside its pages: settings, reference data, theme, editorial pages. */
#ifndef INPUTS_H
#define INPUTS_H

#include "content.h"
#include "enrich/reference.h"
#include "pipeline.h"
#include "publications.h"
#include "site/config.h"
#include "site/editorial/editorial.h"
#include "site/theme.h"

struct inputs {
    struct content content;
    struct config config;
    struct publications publications;
    struct reference reference;
    struct theme theme;
    struct editorials editorials;
    uint64_t settings;  /* hash of site.yaml and of what the command line says over it */
    uint64_t made_with; /* what struct site has under this name; inputs_read() alone sets it */
};

/* Reads them all from the site's folder, in KEEP. False: something of it cannot be used, DIAGS say
   what, and nothing may be written. */
bool inputs_read(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                 struct diags *diags);

/* Reads the settings alone, of which INPUTS know whether there are any. False: as above. */
bool inputs_read_config(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                        struct diags *diags);

/* What site.yaml and the command line say, as far as it can be used; nothing of it is told. */
struct config inputs_config(struct arena *keep, const struct settings *settings);

/* Reads those of them that say what is in pages and what it means, without settings and looks: the
   lists of content, publications and reference data. */
bool inputs_read_facts(struct arena *keep, const struct settings *settings, struct inputs *inputs,
                       struct diags *diags);

#endif
