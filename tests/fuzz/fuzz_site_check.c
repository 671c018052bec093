/* SPDX-License-Identifier: MIT */
#include "fuzz_site.h"

#include "fuzz_html.h"

#include "archive/record.h"
#include "base/utf8.h"
#include "search/index.h"
#include "site/export.h"
#include "site/feeds.h"
#include "site/plan.h"
#include "site/theme.h"
#include "site/view/view.h"

#include <cmark.h>
#include <jansson.h>

static const struct theme *theme(void)
{
    static struct arena forever;
    static struct theme built_in;
    struct diags diags = {.keep = &forever};
    if (!built_in.templates)
        CHECK(theme_load(&forever, STR("/nowhere"), STR("zh-Hans"), (struct place){0}, &built_in,
                         &diags));
    return &built_in;
}

static void check_utf8(struct str text)
{
    size_t bad;
    CHECK(utf8_valid(text, &bad));
}

/* ---- what is put down of a story */

static void check_json(struct str line)
{
    json_t *object = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    CHECK(json_is_object(object));
    json_decref(object);
}

/* Whether nothing of the Markdown after the front matter is markup that a story has not. */
static void check_markdown(struct str text)
{
    size_t end = str_find(text, STR("\n---\n"), 0);
    CHECK(str_starts(text, STR("---\n")) && end != SIZE_MAX);
    text = str_slice(text, end + 5, text.len);
    cmark_node *root = cmark_parse_document(text.ptr, text.len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node_type type = cmark_node_get_type(cmark_iter_get_node(iter));
        CHECK(type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_HTML_INLINE);
        CHECK(type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE && type != CMARK_NODE_LIST);
        CHECK(type != CMARK_NODE_BLOCK_QUOTE && type != CMARK_NODE_THEMATIC_BREAK);
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
}

/* Nothing that a terminal takes for an order, but for the ends of lines and tabs. */
static void check_plain(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        CHECK((unsigned char)text.ptr[i] >= ' ' || text.ptr[i] == '\n' || text.ptr[i] == '\t');
}

static void check_story(const struct story *story)
{
    static const struct {
        record_writer *write;
        void (*check)(struct str text);
    } formats[] = {
        {record_json, check_json}, {record_markdown, check_markdown}, {record_text, check_plain}};
    struct buf out = {0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        buf_reset(&out);
        formats[i].write(&out, story);
        check_utf8(buf_view(&out));
        formats[i].check(buf_view(&out));
    }
    buf_clear(&out);
}

/* ---- the files of the site */

static void check_exports(const struct archive *archive)
{
    struct buf out = {0};
    for (size_t i = 0; i < archive->entries.len; i++) {
        buf_reset(&out);
        export_ndjson.entry(&out, archive->entries.at[i]);
        check_json(buf_view(&out));
        buf_reset(&out);
        export_csv.entry(&out, archive->entries.at[i]);
        check_utf8(buf_view(&out));
    }
    buf_clear(&out);
}

static bool take_feed(void *context, struct str path, struct str bytes)
{
    (void)context;
    if (str_ends(path, STR(".xml")))
        xml_check(bytes);
    return true;
}

static bool take_index(void *context, struct str path, struct str bytes)
{
    (void)context;
    (void)path;
    check_utf8(bytes);
    return true;
}

static void check_index(const struct archive *archive)
{
    bool damaged = false;
    CHECK(search_pairs(archive, NULL, take_index, NULL, &damaged));
    for (size_t i = 0; i < search_texts_len(archive); i++)
        CHECK(search_texts(archive, i, take_index, NULL));
}

static void check_pages(struct arena *scratch, const struct site *site,
                        const struct outputs *outputs, struct diags *diags)
{
    struct buf html = {0};
    for (size_t i = 0; i < outputs->len; i++) {
        const struct output *output = &outputs->at[i];
        buf_reset(&html);
        CHECK(template_render(site->theme->templates, str_of(page_kinds[output->kind].file),
                              view_root(view_of(scratch, site, output)), &html, scratch, diags,
                              output->path));
        check_utf8(buf_view(&html));
        html_check(buf_view(&html));
    }
    buf_clear(&html);
}

void site_check(struct page_result *result)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct config config = config_default();
    config.base_url = STR("https://example.org/");
    struct archive *archive = archive_new(&keep, fuzz_reference(), &diags);
    archive_add(archive, result->page, &result->stories, result->slug);
    archive_index(archive);
    const struct site site = {&config, theme()->strings, theme(), archive, NULL, 1};
    struct outputs outputs = site_plan(&keep, &site);
    for (size_t i = 0; i < result->stories.len; i++)
        check_story(&result->stories.at[i]);
    check_pages(&keep, &site, &outputs, &diags);
    check_exports(archive);
    CHECK(feeds_write(&site, &outputs, take_feed, NULL));
    check_index(archive);
    arena_clear(&keep);
}
