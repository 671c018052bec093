/* SPDX-License-Identifier: MIT */
/* The site of one page, with the built-in theme, made and checked in memory. */
#ifndef TESTS_FUZZ_FUZZ_SITE_H
#define TESTS_FUZZ_FUZZ_SITE_H

#include "archive/page_pack.h"

/* Makes every file of the site that has RESULT as its only page: all can be made, and what is made
   is HTML, XML, JSON and Markdown in which the page's text is only text. */
void site_check(struct page_result *result);

#endif
