/* SPDX-License-Identifier: MIT */
#include "archive/front_matter.h"
#include "archive/record.h"

#include <cmark.h>
#include <stdlib.h>

enum { SUBHEAD_LEVEL = 2, NO_WRAP = 0 };

/* How a block of a story stands in Markdown. */
enum shape {
    IN_FRONT_MATTER, /* not again in the text: a generator prints the title itself */
    AS_PARAGRAPH,
    AS_EMPHASIS, /* a paragraph that is not running text */
    AS_HEADING,
};

static const enum shape shapes[ROLE_COUNT] = {
    [ROLE_KICKER] = IN_FRONT_MATTER,   [ROLE_HEADLINE] = IN_FRONT_MATTER,
    [ROLE_SUBTITLE] = IN_FRONT_MATTER, [ROLE_BYLINE] = AS_EMPHASIS,
    [ROLE_DATELINE] = AS_EMPHASIS,     [ROLE_PARAGRAPH] = AS_PARAGRAPH,
    [ROLE_SUBHEAD] = AS_HEADING,       [ROLE_CAPTION] = AS_EMPHASIS,
    [ROLE_CREDIT] = AS_EMPHASIS,       [ROLE_NOTICE] = AS_EMPHASIS,
    [ROLE_PLACEHOLDER] = AS_EMPHASIS,  [ROLE_FURNITURE] = AS_EMPHASIS,
};

/* A node of TYPE, the last child of PARENT. */
static cmark_node *child(cmark_node *parent, cmark_node_type type)
{
    cmark_node *node = cmark_node_new(type);
    if (!cmark_node_append_child(parent, node))
        die("cannot put a %s into Markdown", cmark_node_get_type_string(node));
    return node;
}

/* cmark takes C strings, and Markdown has no NUL: CommonMark reads one as U+FFFD. */
static void set_literal(cmark_node *node, struct str text)
{
    struct buf literal = {0};
    while (text.len) {
        struct str part = str_cut(&text, '\0');
        buf_str(&literal, part);
        if (text.ptr)
            buf_str(&literal, STR("\ufffd"));
    }
    buf_byte(&literal, '\0');
    cmark_node_set_literal(node, literal.ptr);
    buf_clear(&literal);
}

/* A line of text. cmark escapes all that could be taken for markup but a fence of tildes. */
static void add_line(cmark_node *parent, struct str line)
{
    if (str_starts(line, STR("~"))) {
        cmark_node_set_on_enter(child(parent, CMARK_NODE_CUSTOM_INLINE), "\\~");
        line = str_slice(line, 1, line.len);
    }
    set_literal(child(parent, CMARK_NODE_TEXT), line);
}

/* Text as inline nodes, its line ends as soft breaks; a blank line would end the paragraph. */
static void add_text(cmark_node *parent, struct str text)
{
    while (text.len) {
        struct str line = str_trim_ascii(str_cut(&text, '\n'));
        if (line.len && cmark_node_first_child(parent))
            child(parent, CMARK_NODE_SOFTBREAK);
        if (line.len)
            add_line(parent, line);
    }
}

static void add_block(cmark_node *document, const struct block *block)
{
    switch (shapes[block->role]) {
    case IN_FRONT_MATTER:
        break;
    case AS_PARAGRAPH:
        add_text(child(document, CMARK_NODE_PARAGRAPH), block->text);
        break;
    case AS_EMPHASIS:
        add_text(child(child(document, CMARK_NODE_PARAGRAPH), CMARK_NODE_EMPH), block->text);
        break;
    case AS_HEADING: {
        cmark_node *heading = child(document, CMARK_NODE_HEADING);
        cmark_node_set_heading_level(heading, SUBHEAD_LEVEL);
        add_text(heading, block->text);
        break;
    }
    }
}

/* What belongs to no story is no text to read: it stands as it is, a block a line. */
static void add_residue(cmark_node *document, const struct blocks *blocks)
{
    struct buf text = {0};
    for (size_t i = 0; i < blocks->len; i++) {
        buf_str(&text, blocks->at[i].text);
        buf_byte(&text, '\n');
    }
    cmark_node *code = child(document, CMARK_NODE_CODE_BLOCK);
    cmark_node_set_fence_info(code, "text");
    set_literal(code, buf_view(&text));
    buf_clear(&text);
}

void record_markdown(struct buf *out, const struct story *story)
{
    front_matter_write(out, story);
    cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
    if (story->kind == KIND_RESIDUE)
        add_residue(document, &story->blocks);
    for (size_t i = 0; i < story->blocks.len && story->kind != KIND_RESIDUE; i++)
        add_block(document, &story->blocks.at[i]);
    char *text = cmark_render_commonmark(document, CMARK_OPT_DEFAULT, NO_WRAP);
    buf_byte(out, '\n');
    buf_str(out, str_of(text));
    buf_byte(out, '\n');
    free(text);
    cmark_node_free(document);
}
