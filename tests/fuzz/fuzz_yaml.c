/* SPDX-License-Identifier: MIT */
/* The files that people write in YAML, each read from the same text: what is refused is told with
   its place, and what is taken is within the bounds that its header promises. */
#include "fuzz.h"

#include "base/utf8.h"
#include "base/yaml.h"
#include "page/front_matter.h"
#include "page/page.h"
#include "site/config.h"
#include "site/editorial/editorial.h"
#include "site/strings.h"

#define FILE_NAME STR("a.yaml")

/* A new list of findings; what was refused has an entry that stops a build. */
static struct diags none(struct arena *keep)
{
    return (struct diags){.keep = keep};
}

static void check_told(bool taken, const struct diags *diags)
{
    struct buf line = {0};
    CHECK(taken || diags_worst(diags) == DIAG_FATAL);
    for (size_t i = 0; i < diags->len; i++)
        diag_print(&line, &diags->at[i]);
    for (size_t i = 0; i < line.len; i++)
        CHECK((unsigned char)line.ptr[i] >= ' ' || line.ptr[i] == '\n' || line.ptr[i] == '\t');
    buf_clear(&line);
}

static void read_config(struct arena *keep, struct str text)
{
    struct diags diags = none(keep);
    struct config config = config_default();
    bool taken = config_read(keep, FILE_NAME, text, &config, &diags);
    check_told(taken, &diags);
    if (!taken)
        return;
    CHECK(config.per_page >= 10 && config.per_page <= 500);
    CHECK(!config.base_url.len || str_ends(config.base_url, STR("/")));
    for (size_t i = 0; i < config.base_url.len; i++)
        CHECK(config.base_url.ptr[i] > ' ' && !strchr("<>\"'&\\`", config.base_url.ptr[i]));
}

static void read_words(struct arena *keep, struct str text)
{
    struct diags diags = none(keep);
    const struct strings *strings = strings_read(keep, FILE_NAME, text, NULL, &diags);
    check_told(strings, &diags);
    if (strings && strings_read(keep, FILE_NAME, text, strings, &diags) == NULL)
        check_failed(__FILE__, __LINE__, "words measured by themselves");
}

static void read_publication(struct arena *keep, struct str text)
{
    struct diags diags = none(keep);
    struct page_facts facts = {0};
    check_told(publication_read(keep, FILE_NAME, text, &facts, &diags), &diags);
}

static void read_topics(struct arena *keep, struct str text)
{
    struct diags diags = none(keep);
    const struct topics *topics = topics_read(keep, FILE_NAME, text, &diags);
    check_told(topics, &diags);
    for (size_t i = 0; topics && i < topics->len; i++)
        CHECK(topics_find(topics, topics->at[i].id) == &topics->at[i]);
}

/* The same as the front matter of a page, and of an editorial one. */
static void read_front_matter(struct arena *keep, struct str text)
{
    struct diags diags = none(keep);
    struct editorials editorials = {0};
    struct str page = str_format(keep, "---\n%.*s\n---\n文\n", STR_FMT(text));
    page_read(keep, STR("content/a.txt"), page);
    editorials_add(keep, &editorials, fuzz_reference(), false, STR("content/a.md"), page, &diags);
    CHECK(editorials.len <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct str text = input_of(data, size);
    read_config(&keep, text);
    read_words(&keep, text);
    read_publication(&keep, text);
    read_topics(&keep, text);
    read_front_matter(&keep, text);
    arena_clear(&keep);
    return 0;
}
