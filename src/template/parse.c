/* SPDX-License-Identifier: MIT */
#include "template/parse.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/utf8.h"
#include "template/source.h"
#include "template/xml_error.h"

#define ZOPE_URI "http://xml.zope.org/namespaces/"
#define TAL_URI ZOPE_URI "tal"
#define METAL_URI ZOPE_URI "metal"
#define XHTML_URI "http://www.w3.org/1999/xhtml"

/* The source is read inside an element of our own, so that fragments are well-formed too. */
#define WRAPPER "template-file"
#define WRAPPER_START                                              \
    "<" WRAPPER " xmlns:tal='" TAL_URI "' xmlns:metal='" METAL_URI \
    "' xmlns:xlink='http://www.w3.org/1999/xlink'>"
#define WRAPPER_END "</" WRAPPER ">"

struct reader {
    struct arena *keep;
    const struct markup_source *source;
    struct diags *diags;
    xmlParserCtxtPtr xml;
    xmlDocPtr entities;  /* holds the named characters that were used */
    struct markup *open; /* NULL before the wrapper */
    struct markup *root;
    struct buf text; /* text not yet made a node */
    size_t skip;     /* blanks that stand for the prolog */
    bool failed;
};

/* Where libxml2 stands, as an offset in the source. */
static size_t reader_at(const struct reader *reader)
{
    long consumed = xmlByteConsumed(reader->xml);
    size_t before = sizeof WRAPPER_START - 1;
    size_t at = consumed > (long)before ? (size_t)consumed - before : 0;
    return at < reader->source->text.len ? at : reader->source->text.len;
}

/* Only the first mistake is told: what follows it is mostly its consequence. The parser is left to
   run to its end, since stopping it would free what it has just handed us; what it still finds is
   passed over. */
static void reader_fail(struct reader *reader, size_t at, struct str what)
{
    if (!reader->failed)
        markup_mistake(reader->source, reader->diags, at, what);
    reader->failed = true;
}

static struct str xml_str(const xmlChar *s)
{
    return str_of((const char *)s);
}

static struct markup *node_add(struct reader *reader, enum markup_kind kind)
{
    struct markup *node = ARENA_NEW(reader->keep, struct markup);
    node->kind = kind;
    node->parent = reader->open;
    if (reader->open) {
        if (reader->open->last)
            reader->open->last->next = node;
        else
            reader->open->first = node;
        reader->open->last = node;
    }
    return node;
}

static void text_flush(struct reader *reader)
{
    if (reader->text.len == 0)
        return;
    struct markup *node = node_add(reader, MARKUP_TEXT);
    node->text = str_dup(reader->keep, buf_view(&reader->text));
    buf_reset(&reader->text);
}

static void on_text(void *context, const xmlChar *text, int len)
{
    struct reader *reader = context;
    if (reader->failed)
        return;
    size_t skip = reader->skip < (size_t)len ? reader->skip : (size_t)len;
    reader->skip -= skip;
    buf_add(&reader->text, (const char *)text + skip, (size_t)len - skip);
}

/* A browser ends a comment sooner than XML does in these cases, and would show the rest. */
static bool comment_ends_early(struct str text)
{
    return str_starts(text, STR(">")) || str_starts(text, STR("->")) || str_has(text, STR("--"));
}

static void on_comment(void *context, const xmlChar *text)
{
    struct reader *reader = context;
    if (reader->failed)
        return;
    text_flush(reader);
    struct markup *node = node_add(reader, MARKUP_COMMENT);
    node->text = str_dup(reader->keep, xml_str(text));
    if (comment_ends_early(node->text))
        reader_fail(reader, reader_at(reader),
                    STR("a comment may not begin with '>' or '->': HTML would end it there"));
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    (void)data;
    struct reader *reader = context;
    reader_fail(reader, reader_at(reader),
                str_format(reader->keep,
                           "'<?%s' is a processing instruction; no code runs in a template",
                           (const char *)target));
}

/* What `&name;` stands for. */
static xmlEntityPtr on_entity(void *context, const xmlChar *name)
{
    struct reader *reader = context;
    xmlEntityPtr entity = xmlGetPredefinedEntity(name);
    if (entity)
        return entity;
    entity = xmlGetDocEntity(reader->entities, name);
    const htmlEntityDesc *known = entity ? NULL : htmlEntityLookup(name);
    if (!known)
        return entity;
    struct buf text = {0};
    utf8_add(&text, known->value);
    buf_byte(&text, '\0');
    entity = xmlAddDocEntity(reader->entities, name, XML_INTERNAL_GENERAL_ENTITY, NULL, NULL,
                             (const xmlChar *)text.ptr);
    buf_clear(&text);
    return entity;
}

static enum markup_space space_of(const xmlChar *uri)
{
    struct str s = xml_str(uri);
    if (str_eq(s, STR(TAL_URI)))
        return SPACE_TAL;
    return str_eq(s, STR(METAL_URI)) ? SPACE_METAL : SPACE_NONE;
}

static struct str name_of(struct reader *reader, const xmlChar *prefix, const xmlChar *local)
{
    if (!prefix)
        return str_dup(reader->keep, xml_str(local));
    return str_format(reader->keep, "%s:%s", (const char *)prefix, (const char *)local);
}

/* A namespace that the output keeps: not Zope's, and not XHTML, which HTML knows. */
static bool space_is_written(const xmlChar *uri)
{
    return !str_starts(xml_str(uri), STR(ZOPE_URI)) && !str_eq(xml_str(uri), STR(XHTML_URI));
}

static void add_declarations(struct reader *reader, struct markup *node, int count,
                             const xmlChar **spaces)
{
    for (int i = 0; i < count; i++, spaces += 2) {
        const xmlChar *prefix = spaces[0], *uri = spaces[1];
        struct str p = xml_str(prefix);
        if ((str_eq(p, STR("tal")) && space_of(uri) != SPACE_TAL) ||
            (str_eq(p, STR("metal")) && space_of(uri) != SPACE_METAL)) {
            reader_fail(reader, node->at,
                        str_format(reader->keep,
                                   "xmlns:%s must be \"http://xml.zope.org/namespaces/%s\"",
                                   (const char *)prefix, (const char *)prefix));
        }
        if (!space_is_written(uri))
            continue;
        struct markup_attribute *a = &node->attributes[node->attribute_count++];
        a->name =
            prefix ? str_format(reader->keep, "xmlns:%s", (const char *)prefix) : STR("xmlns");
        a->value = str_dup(reader->keep, xml_str(uri));
        a->at = a->value_at = node->at;
    }
}

/* libxml2 gives an attribute as local name, prefix, URI, start and end of its value. */
static void add_attributes(struct reader *reader, struct markup *node, int count,
                           const xmlChar **values)
{
    for (int i = 0; i < count; i++, values += 5) {
        struct markup_attribute *a = &node->attributes[node->attribute_count++];
        a->space = space_of(values[2]);
        if (a->space == SPACE_NONE && str_starts(xml_str(values[2]), STR(ZOPE_URI)))
            reader_fail(reader, node->at,
                        str_format(reader->keep, "there is nothing like '%s:%s' here",
                                   (const char *)values[1], (const char *)values[0]));
        a->name = name_of(reader, a->space == SPACE_NONE ? values[1] : NULL, values[0]);
        a->value = str_dup(reader->keep,
                           (struct str){(const char *)values[3], (size_t)(values[4] - values[3])});
        a->at = a->value_at = node->at;
    }
}

/* The attributes' places, which libxml2 does not tell: walks once more over a start tag that is
   known to be well-formed. Its attributes that are namespace declarations are passed over. */
static void place_attributes(const struct reader *reader, struct markup *node, size_t first,
                             size_t end)
{
    const char *s = reader->source->text.ptr;
    size_t at = node->at + 1 + node->name.len, next = first;
    while (next < node->attribute_count) {
        while (at < end && xml_is_space(s[at]))
            at++;
        size_t name = at;
        while (at < end && s[at] != '=' && !xml_is_space(s[at]))
            at++;
        struct str written = str_slice(reader->source->text, name, at);
        while (at < end && s[at] != '"' && s[at] != '\'')
            at++;
        if (at >= end)
            return;
        char quote = s[at++];
        size_t value = at;
        while (at < end && s[at] != quote)
            at++;
        at++;
        if (str_eq(written, STR("xmlns")) || str_starts(written, STR("xmlns:")))
            continue;
        node->attributes[next].at = (uint32_t)name;
        node->attributes[next++].value_at = (uint32_t)value;
    }
}

/* '<' cannot stand in an attribute's value, so the last one is the tag's own. */
static size_t tag_start(struct str source, size_t end)
{
    while (end > 0 && source.ptr[end - 1] != '<')
        end--;
    return end > 0 ? end - 1 : 0;
}

/* SVG and MathML, but for what is HTML again in them. */
static bool is_foreign(const struct markup *parent, struct str name)
{
    static const char *const html[] = {"foreignObject", "desc", "title", "annotation-xml"};
    if (str_eq(name, STR("svg")) || str_eq(name, STR("math")))
        return true;
    for (size_t i = 0; i < sizeof html / sizeof *html; i++) {
        if (str_eq(parent->name, str_of(html[i])))
            return false;
    }
    return parent->foreign;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int spaces, const xmlChar **space, int count, int defaulted,
                     const xmlChar **values)
{
    (void)defaulted;
    struct reader *reader = context;
    if (reader->failed)
        return;
    text_flush(reader);
    struct markup *node = node_add(reader, MARKUP_ELEMENT);
    if (!reader->open) {
        reader->open = reader->root = node;
        return;
    }
    size_t end = reader_at(reader);
    node->at = (uint32_t)tag_start(reader->source->text, end);
    node->space = space_of(uri);
    node->name = name_of(reader, prefix, local);
    node->foreign = is_foreign(reader->open, node->name);
    node->attributes =
        ARENA_ARRAY(reader->keep, struct markup_attribute, (size_t)spaces + (size_t)count);
    add_declarations(reader, node, spaces, space);
    size_t first = node->attribute_count;
    add_attributes(reader, node, count, values);
    place_attributes(reader, node, first, end);
    reader->open = node;
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local;
    (void)prefix;
    (void)uri;
    struct reader *reader = context;
    if (reader->failed)
        return;
    text_flush(reader);
    reader->open = reader->open ? reader->open->parent : NULL;
}

#if LIBXML_VERSION >= 21200
static void on_error(void *context, const xmlError *error)
#else
static void on_error(void *context, xmlError *error)
#endif
{
    struct reader *reader = context;
    if (!reader->failed)
        reader_fail(
            reader, reader_at(reader),
            xml_error_text(reader->keep, error, reader->source->text, reader_at(reader), WRAPPER));
    xmlStopParser(reader->xml); /* it copies a comment for each -- in it */
}

static xmlSAXHandler handler(void)
{
    return (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .getEntity = on_entity,
        .serror = on_error,
    };
}

/* The source between our own tags, its prolog blanked: so that libxml2 counts as we do. */
static struct buf wrapped(struct str source, size_t body)
{
    struct buf all = {0};
    buf_str(&all, STR(WRAPPER_START));
    for (size_t i = 0; i < body; i++)
        buf_byte(&all, source.ptr[i] == '\n' ? '\n' : ' ');
    buf_str(&all, str_slice(source, body, source.len));
    buf_str(&all, STR(WRAPPER_END));
    return all;
}

static void read_all(struct reader *reader, struct buf *all)
{
    xmlSAXHandler sax = handler();
    reader->xml = xmlNewParserCtxt();
    reader->entities = xmlNewDoc((const xmlChar *)"1.0");
    if (!reader->xml || !reader->entities ||
        !xmlCreateIntSubset(reader->entities, (const xmlChar *)"html", NULL, NULL))
        die("libxml2: out of memory");
    *reader->xml->sax = sax;
    reader->xml->userData = reader;
    xmlDocPtr doc = xmlCtxtReadMemory(reader->xml, all->ptr, (int)all->len, NULL, "UTF-8",
                                      XML_PARSE_NONET | XML_PARSE_NOENT);
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(reader->xml);
    xmlFreeDoc(reader->entities);
}

struct markup *markup_parse(struct arena *keep, struct markup_source *source, struct diags *diags)
{
    struct reader reader = {.keep = keep, .source = source, .diags = diags};
    size_t body = 0;
    if (!source_prolog(source, &body, diags))
        return NULL;
    struct buf all = wrapped(source->text, body);
    reader.skip = body;
    read_all(&reader, &all);
    buf_clear(&all);
    buf_clear(&reader.text);
    return reader.failed ? NULL : reader.root;
}
