/* SPDX-License-Identifier: MIT */
/* What is known of the newspaper that a page is from. */
#ifndef SITE_VIEW_NEWSPAPER_H
#define SITE_VIEW_NEWSPAPER_H

#include "site/site.h"

/* Whose its stories are: the page says it, or the site; empty: neither does. */
struct str newspaper_rights(const struct site *site, const struct page *page);

/* Its serial numbers (刊号): "CN 14-0001　ISSN 1000-0011"; empty: none is known. */
struct str newspaper_serial(struct arena *keep, const struct page *page);

/* 吕梁日报　第 3 版　要闻, as far as it is known; empty: nothing is. */
struct str newspaper_text(struct arena *keep, const struct site *site, const struct page *page);

/* 第3版, set close; 版面 where its number is not known. */
struct str newspaper_page(struct arena *keep, const struct site *site, const struct page *page);

/* Where its stories are listed: search.html?paper=…; empty: its name is not known. */
struct str newspaper_href(struct arena *keep, const struct page *page);

#endif
