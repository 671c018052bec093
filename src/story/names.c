/* SPDX-License-Identifier: MIT */
#include "story/story.h"

const char *story_kind_name(enum story_kind kind)
{
    static const char *const names[] = {
        [KIND_STORY] = "story", [KIND_PHOTO] = "photo", [KIND_RESIDUE] = "residue"};
    return names[kind];
}

const char *byline_role_name(enum byline_role role)
{
    static const char *const names[] = {
        [BYLINE_REPORTER] = "reporter",
        [BYLINE_CORRESPONDENT] = "correspondent",
        [BYLINE_TEXT] = "text",
        [BYLINE_PHOTOGRAPHER] = "photographer",
        [BYLINE_AUTHOR] = "author",
        [BYLINE_EDITOR] = "editor",
        [BYLINE_ORGANISATION] = "organisation",
    };
    return names[role];
}

const char *precision_name(enum precision precision)
{
    static const char *const names[] = {
        [PRECISION_NONE] = "none",
        [PRECISION_YEAR] = "year",
        [PRECISION_MONTH] = "month",
        [PRECISION_DAY] = "day",
    };
    return names[precision];
}

struct str date_iso(struct arena *keep, struct date date, enum precision precision)
{
    switch (precision) {
    case PRECISION_YEAR:
        return str_format(keep, "%04u", date.year);
    case PRECISION_MONTH:
        return str_format(keep, "%04u-%02u", date.year, date.month);
    case PRECISION_DAY:
        return str_format(keep, "%04u-%02u-%02u", date.year, date.month, date.day);
    case PRECISION_NONE:
        break;
    }
    return STR_NONE;
}
