/* SPDX-License-Identifier: MIT */
#include "fuzz_html.h"

#include "base/utf8.h"
#include "template/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>
#include <strings.h>

struct str html_marked(struct arena *keep, struct str text)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '<':
            buf_str(&out, STR("<" MARK " " MARK "=x>"));
            break;
        case '>':
            buf_str(&out, STR("><" MARK ">"));
            break;
        case '"':
            buf_str(&out, STR("\" " MARK "='\""));
            break;
        case '\'':
            buf_str(&out, STR("' " MARK "=\"'"));
            break;
        default:
            buf_byte(&out, text.ptr[i]);
        }
    }
    struct str marked = str_dup(keep, buf_view(&out));
    buf_clear(&out);
    return marked;
}

static bool is_marked(const xmlChar *name)
{
    return html_name_eq(str_slice(str_of((const char *)name), 0, strlen(MARK)), STR(MARK));
}

/* Whether a browser may take TEXT, an address, for a program or a page of its own: without
   html_urls_safe(), by what the URL Standard does before it reads a scheme. */
static bool is_program(struct str text)
{
    static const char *const schemes[] = {"javascript:", "vbscript:", "data:"};
    char head[16] = "";
    size_t len = 0, at = 0;
    while (at < text.len && (unsigned char)text.ptr[at] <= ' ')
        at++;
    for (; at < text.len && len + 1 < sizeof head; at++)
        if (!strchr("\t\r\n", text.ptr[at]))
            head[len++] = text.ptr[at];
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(head, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

static bool is_address(struct str name)
{
    static const char *const names[] = {
        "action", "background", "cite", "data",   "formaction", "href",
        "ping",   "poster",     "src",  "srcset", "xlink:href",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (html_name_eq(name, str_of(names[i])))
            return true;
    return false;
}

static void check_attributes(const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        CHECK(!is_marked(attribute->name));
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        struct str element = str_of((const char *)node->name);
        struct str name = str_of((const char *)attribute->name);
        struct str text = str_of((const char *)value);
        CHECK(html_urls_safe(html_attribute_kind(element, name), text));
        CHECK(!is_address(name) || !is_program(text));
        xmlFree(value);
    }
}

/* The tree may be deep, so that this does not call itself. */
static void check_tree(const xmlNode *root)
{
    for (const xmlNode *node = root; node;) {
        if (node->type == XML_ELEMENT_NODE) {
            CHECK(!is_marked(node->name));
            check_attributes(node);
        }
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next)
            node = node->parent && node->parent != (const xmlNode *)node->doc ? node->parent : NULL;
        node = node ? node->next : NULL;
    }
}

/* Of what libxml2 finds wrong that which is wrong in HTML too: a character that should have been
   escaped, an attribute that is cut short or stands twice, a comment without an end. */
static bool is_fault(int code)
{
    static const int faults[] = {
        XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_REDEFINED,
        XML_ERR_COMMENT_NOT_FINISHED,   XML_ERR_ENTITYREF_SEMICOL_MISSING,
        XML_ERR_INVALID_CHARREF,        XML_ERR_INVALID_ENCODING,
        XML_ERR_LT_IN_ATTRIBUTE,        XML_ERR_NAME_REQUIRED,
        XML_ERR_UNDECLARED_ENTITY,
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i] == code)
            return true;
    return false;
}

#if LIBXML_VERSION >= 21200
static void on_error(void *context, const xmlError *error)
#else
static void on_error(void *context, xmlError *error)
#endif
{
    (void)context;
    if (is_fault(error->code)) {
        fprintf(stderr, "line %d: %s", error->line, error->message);
        check_failed(__FILE__, __LINE__, "the HTML is well-formed");
    }
}

void html_check(struct str html)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
    for (struct utf8 c = utf8_first(html); c.len; c = utf8_next(html, c))
        CHECK(!utf8_is_forbidden(c.code));
    if (html.len == 0)
        return;
    xmlSetStructuredErrorFunc(NULL, on_error);
    xmlDocPtr doc = htmlReadMemory(html.ptr, (int)html.len, NULL, "UTF-8", options);
    xmlSetStructuredErrorFunc(NULL, NULL);
    CHECK(doc);
    check_tree(xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
}

void xml_check(struct str xml)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    xmlDocPtr doc = xmlReadMemory(xml.ptr, (int)xml.len, NULL, "UTF-8", options);
    if (!doc)
        fprintf(stderr, "%.*s\n", STR_FMT(xml));
    CHECK(doc);
    xmlFreeDoc(doc);
}
