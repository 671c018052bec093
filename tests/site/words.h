/* SPDX-License-Identifier: MIT */
/* The built-in words of the site, for tests. */
#ifndef TESTS_SITE_WORDS_H
#define TESTS_SITE_WORDS_H

#include "base/embedded.h"
#include "site/strings.h"

static inline const struct strings *words(struct arena *keep)
{
    struct diags diags = {.keep = keep};
    return strings_read(keep, STR("zh-Hans.yaml"), embedded_get(embedded_templates, "zh-Hans.yaml"),
                        NULL, &diags);
}

#endif
