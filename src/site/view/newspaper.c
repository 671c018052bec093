/* SPDX-License-Identifier: MIT */
#include "site/view/newspaper.h"

#include "site/config.h"
#include "site/strings.h"

struct str newspaper_rights(const struct site *site, const struct page *page)
{
    return page->facts.rights.len ? page->facts.rights : site->config->rights;
}

struct str newspaper_text(struct arena *keep, const struct site *site, const struct page *page)
{
    struct strs known = {0};
    vec_push(keep, &known, page->facts.publication);
    if (page->facts.number.len)
        vec_push(keep, &known,
                 strings_fill(keep, site->strings, "page-number", {"n", page->facts.number}));
    vec_push(keep, &known, page->facts.name);
    return strings_join(keep, site->strings, "name-space", &known);
}

struct str newspaper_page(struct arena *keep, const struct site *site, const struct page *page)
{
    struct str number = page->facts.number;
    return number.len ? strings_fill(keep, site->strings, "page-short", {"n", number})
                      : strings_get(site->strings, "page");
}

struct str newspaper_serial(struct arena *keep, const struct page *page)
{
    const struct page_facts *facts = &page->facts;
    return str_format(keep, "%s%.*s%s%s%.*s", facts->cn.len ? "CN " : "", STR_FMT(facts->cn),
                      facts->cn.len && facts->issn.len ? "　" : "", facts->issn.len ? "ISSN " : "",
                      STR_FMT(facts->issn));
}

struct str newspaper_href(struct arena *keep, const struct page *page)
{
    struct buf href = {0};
    struct str name = page->facts.publication;
    if (name.len) {
        buf_fmt(&href, "search.html?paper=");
        buf_percent(&href, name);
    }
    struct str kept = str_dup(keep, buf_view(&href));
    buf_clear(&href);
    return kept;
}
