/* SPDX-License-Identifier: MIT */
#include "page/page.h"

const char *role_name(enum role role)
{
    static const char *const names[ROLE_COUNT] = {
        [ROLE_KICKER] = "kicker",           [ROLE_HEADLINE] = "headline",
        [ROLE_SUBTITLE] = "subtitle",       [ROLE_BYLINE] = "byline",
        [ROLE_DATELINE] = "dateline",       [ROLE_PARAGRAPH] = "paragraph",
        [ROLE_SUBHEAD] = "subhead",         [ROLE_CAPTION] = "caption",
        [ROLE_CREDIT] = "credit",           [ROLE_NOTICE] = "notice",
        [ROLE_PLACEHOLDER] = "placeholder", [ROLE_FURNITURE] = "furniture",
    };
    return names[role];
}

const char *basis_name(enum basis basis)
{
    static const char *const names[] = {
        [BASIS_NONE] = "none",         [BASIS_FRONT_MATTER] = "front-matter", [BASIS_PATH] = "path",
        [BASIS_MASTHEAD] = "masthead", [BASIS_DATELINE] = "dateline",         [BASIS_TEXT] = "text",
        [BASIS_PAGE] = "page",
    };
    return names[basis];
}
