/* SPDX-License-Identifier: MIT */
#include "site/view.h"

const struct page_kind_info page_kinds[PAGE_KIND_COUNT] = {
    [PAGE_NOT_FOUND] = {"not_found", "404.html", PAGE_NOT_FOUND, &not_found_type,
                        not_found_subject},
};
