/* SPDX-License-Identifier: MIT */
#include "site/view.h"
#include "site/view_page.h"
#include "site/view_story.h"

const struct page_kind_info page_kinds[PAGE_KIND_COUNT] = {
    [PAGE_STORY] = {"story", "story.html", PAGE_STORY, &story_type, story_subject},
    [PAGE_SOURCE] = {"page", "page.html", PAGE_SOURCE, &page_type, page_subject},
    [PAGE_NOT_FOUND] = {"not_found", "404.html", PAGE_NOT_FOUND, &not_found_type,
                        not_found_subject},
};
