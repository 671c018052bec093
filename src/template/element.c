/* SPDX-License-Identifier: MIT */
/* An element's tags and what is between them. */
#include "template/compile.h"

/* Holds whether a tag is left out, from the start tag to the end tag. No template can name it. */
#define OMIT_NAME STR(" omit")

/* Whether a browser would take something in a script's or style's text for markup. */
static bool raw_text_ends_early(struct str element, struct str text)
{
    for (size_t at = 0; (at = str_find(text, STR("<"), at)) != SIZE_MAX; at++) {
        struct str name = str_slice(text, at + 2, at + 2 + element.len);
        bool ends = str_slice(text, at + 1, at + 2).len && text.ptr[at + 1] == '/';
        if ((ends && html_name_eq(name, element)) ||
            str_starts(str_slice(text, at, text.len), STR("<!--")))
            return true;
    }
    return false;
}

/* In HTML, script and style are not escaped; so only the template's own text may be in them. */
static void compile_raw(struct compiler *c, const struct markup *element)
{
    for (const struct markup *child = element->first; child; child = child->next) {
        if (child->kind != MARKUP_TEXT)
            compile_fail(c, child->kind == MARKUP_ELEMENT ? child->at : element->at,
                         str_format(c->keep, "<%.*s> can hold only text", STR_FMT(element->name)));
        else if (element->foreign)
            html_text(&c->bytes, child->text);
        else if (raw_text_ends_early(element->name, child->text))
            compile_fail(c, element->at,
                         str_format(c->keep, "'<!--' and '</%.*s' cannot stand in <%.*s>",
                                    STR_FMT(element->name), STR_FMT(element->name)));
        else
            html_markup(&c->bytes, child->text);
    }
}

void compile_children(struct compiler *c, const struct markup *parent)
{
    for (const struct markup *node = parent->first; node; node = node->next) {
        if (node->kind == MARKUP_ELEMENT) {
            compile_element(c, node);
        } else if (node->kind == MARKUP_TEXT) {
            add_escaped(c, node->text, html_text);
        } else {
            buf_str(&c->bytes, STR("<!--"));
            html_markup(&c->bytes, node->text);
            buf_str(&c->bytes, STR("-->"));
        }
    }
}

bool element_has_tags(const struct markup *element)
{
    return element->space == SPACE_NONE;
}

static void compile_content(struct compiler *c, const struct markup *element,
                            const struct directives *d)
{
    const struct markup_attribute *content = d->of[TAL_CONTENT];
    uint32_t insert = 0;
    if (content)
        insert = compile_insert(c, element, content, html_drops_newline(element->name));
    if (element_has_tags(element) && html_is_raw(element->name))
        compile_raw(c, element);
    else
        compile_children(c, element);
    if (content)
        land(c, insert);
}

void compile_end(struct compiler *c, const struct markup *element)
{
    buf_str(&c->bytes, STR("</"));
    buf_str(&c->bytes, element->name);
    buf_byte(&c->bytes, '>');
}

bool element_is_void(const struct markup *element)
{
    return element_has_tags(element) && !element->foreign && html_is_void(element->name);
}

/* What an element of this kind cannot have done to it. */
static void check_element(struct compiler *c, const struct markup *element,
                          const struct directives *d)
{
    static const enum directive raw[] = {TAL_CONTENT, TAL_OMIT_TAG, TAL_ON_ERROR};
    check_attributes(c, element);
    if (element_is_void(element) && (element->first || d->of[TAL_CONTENT]))
        compile_fail(c, element->at,
                     str_format(c->keep, "<%.*s> cannot have content", STR_FMT(element->name)));
    for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
        if (element_has_tags(element) && html_is_raw(element->name) && d->of[raw[i]])
            compile_fail(c, d->of[raw[i]]->at,
                         str_format(c->keep, "<%.*s> cannot have %s: its text is not escaped",
                                    STR_FMT(element->name), directive_name(raw[i])));
    }
    if (!element_has_tags(element) && d->of[TAL_ATTRIBUTES])
        compile_fail(
            c, d->of[TAL_ATTRIBUTES]->at,
            str_format(c->keep, "<%.*s> has no tag to put attributes in", STR_FMT(element->name)));
}

/* Start tag, content, end tag. */
static void compile_whole(struct compiler *c, const struct markup *element,
                          const struct directives *d)
{
    compile_start(c, element, d->of[TAL_ATTRIBUTES]);
    if (element->foreign && !element->first && !d->of[TAL_CONTENT]) {
        buf_str(&c->bytes, STR("/>"));
        return;
    }
    buf_byte(&c->bytes, '>');
    if (element_is_void(element))
        return;
    compile_content(c, element, d);
    compile_end(c, element);
}

/* The same where tal:omit-tag decides about the tags. */
static void compile_omittable(struct compiler *c, const struct markup *element,
                              const struct directives *d)
{
    struct expr *omit = parse_whole(c, element, d->of[TAL_OMIT_TAG]);
    struct expr *flag = ARENA_NEW(c->keep, struct expr);
    struct expr *keep_tag = ARENA_NEW(c->keep, struct expr);
    uint32_t variable = name_number(c->names, OMIT_NAME);
    *flag = (struct expr){.kind = EXPR_PATH, .variable = variable};
    *keep_tag = (struct expr){.kind = EXPR_NOT, .part_count = 1};
    keep_tag->parts = ARENA_ARRAY(c->keep, struct expr *, 1);
    keep_tag->parts[0] = flag;

    emit(c, (struct op){.kind = OP_DEFINE, .expr = omit, .variable = variable});
    uint32_t start = emit(c, (struct op){.kind = OP_UNLESS, .expr = keep_tag});
    compile_start(c, element, d->of[TAL_ATTRIBUTES]);
    buf_byte(&c->bytes, '>');
    land(c, start);
    if (!element_is_void(element)) {
        compile_content(c, element, d);
        uint32_t end = emit(c, (struct op){.kind = OP_UNLESS, .expr = keep_tag});
        compile_end(c, element);
        land(c, end);
    }
    emit(c, (struct op){.kind = OP_DROP, .count = 1});
}

void compile_tags(struct compiler *c, const struct markup *element, const struct directives *d)
{
    const struct markup_attribute *omit = d->of[TAL_OMIT_TAG];
    bool always = omit && str_trim_ascii(omit->value).len == 0;
    check_element(c, element, d);
    if (!element_has_tags(element) || always)
        compile_content(c, element, d);
    else if (omit)
        compile_omittable(c, element, d);
    else
        compile_whole(c, element, d);
}
