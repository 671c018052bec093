/* SPDX-License-Identifier: MIT */
#include "site/check/refs.h"
#include "base/die.h"
#include "template/html.h"

#include <libxml/HTMLparser.h>

/* Attributes that a reader follows, not the browser by itself. Other addresses must stay inside. */
static const struct {
    const char *element, *attribute;
} followed[] = {{"a", "href"}, {"area", "href"}, {"blockquote", "cite"},
                {"q", "cite"}, {"ins", "cite"},  {"del", "cite"}};

/* Links in a page's head that say something and load nothing. */
static const char *const saying[] = {"canonical", "alternate", "license", "author"};

static struct str xml_str(const xmlChar *text)
{
    return str_of((const char *)text);
}

static bool is_saying(struct str rel)
{
    while (rel.len) {
        struct str word = str_cut(&rel, ' ');
        bool found = !word.len;
        for (size_t i = 0; !found && i < sizeof saying / sizeof *saying; i++)
            found = html_name_eq(word, str_of(saying[i]));
        if (!found)
            return false;
    }
    return true;
}

static bool link_may_leave(xmlNode *element)
{
    xmlChar *rel = xmlGetNoNsProp(element, (const xmlChar *)"rel");
    bool may = rel && is_saying(xml_str(rel));
    xmlFree(rel);
    return may;
}

static bool may_leave(xmlNode *element, struct str attribute)
{
    struct str name = xml_str(element->name);
    for (size_t i = 0; i < sizeof followed / sizeof *followed; i++) {
        if (str_eq(name, str_of(followed[i].element)) &&
            str_eq(attribute, str_of(followed[i].attribute)))
            return true;
    }
    return str_eq(name, STR("link")) && str_eq(attribute, STR("href")) && link_may_leave(element);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The first byte of S from AT on that is (IS) or is not a space. */
static size_t find_space(struct str s, size_t at, bool is)
{
    while (at < s.len && is_space(s.ptr[at]) != is)
        at++;
    return at;
}

/* The addresses of "a.png 1x, b.png 2x": each ends in a comma or has a descriptor up to one. */
static void add_srcset(struct arena *keep, struct refs *refs, struct str set, struct ref ref)
{
    for (size_t at = 0; (at = find_space(set, at, false)) < set.len;) {
        size_t end = find_space(set, at, true);
        ref.url = str_slice(set, at, end);
        size_t comma = str_find(set, STR(","), end);
        if (str_ends(ref.url, STR(",")))
            comma = end - 1;
        while (str_ends(ref.url, STR(",")))
            ref.url.len--;
        if (ref.url.len)
            vec_push(keep, &refs->links, ref);
        at = comma == SIZE_MAX ? set.len : comma + 1;
    }
}

static void add_attribute(struct arena *keep, struct refs *refs, xmlNode *element, xmlAttr *attr)
{
    xmlChar *text = xmlNodeGetContent((xmlNode *)attr);
    struct str name = xml_str(attr->name), value = str_dup(keep, xml_str(text));
    uint32_t line = (uint32_t)xmlGetLineNo(element);
    struct ref ref = {value, line, may_leave(element, name)};
    xmlFree(text);
    if (str_eq(name, STR("id")))
        vec_push(keep, &refs->anchors, (struct anchor){value, line});
    switch (html_attribute_kind(xml_str(element->name), name)) {
    case HTML_URL:
        vec_push(keep, &refs->links, ref);
        break;
    case HTML_URLS:
    case HTML_SRCSET:
        add_srcset(keep, refs, value, ref);
        break;
    default:
        break;
    }
}

/* <meta name="robots" content="noindex"> */
static bool is_noindex(xmlNode *element)
{
    if (!str_eq(xml_str(element->name), STR("meta")))
        return false;
    xmlChar *name = xmlGetNoNsProp(element, (const xmlChar *)"name");
    xmlChar *content = xmlGetNoNsProp(element, (const xmlChar *)"content");
    bool is = name && content && html_name_eq(xml_str(name), STR("robots")) &&
              str_has(xml_str(content), STR("noindex"));
    xmlFree(name);
    xmlFree(content);
    return is;
}

/* The node after NODE in the order of the text. */
static xmlNode *next_node(xmlNode *node)
{
    if (node->children && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

void refs_of_html(struct arena *keep, struct refs *refs, struct str html)
{
    const int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                        HTML_PARSE_NODEFDTD | HTML_PARSE_RECOVER;
    htmlDocPtr doc = htmlReadMemory(html.ptr, (int)html.len, NULL, "UTF-8", options);
    for (xmlNode *node = doc ? xmlDocGetRootElement(doc) : NULL; node; node = next_node(node)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (xmlAttr *attr = node->properties; attr; attr = attr->next)
            add_attribute(keep, refs, node, attr);
        refs->unlisted = refs->unlisted || is_noindex(node);
    }
    xmlFreeDoc(doc);
}

/* A place in a style sheet. */
struct css {
    struct str text;
    size_t at;
    uint32_t line;
};

static bool css_is(const struct css *css, struct str what)
{
    return html_name_eq(str_slice(css->text, css->at, css->at + what.len), what);
}

/* Goes on to END, which is cut to the text's length. */
static void css_go(struct css *css, size_t end)
{
    for (; css->at < end && css->at < css->text.len; css->at++)
        css->line += css->text.ptr[css->at] == '\n';
}

static void css_skip_space(struct css *css)
{
    while (css->at < css->text.len && is_space(css->text.ptr[css->at]))
        css_go(css, css->at + 1);
}

/* What stands before the next END, after which it goes on; a backslash escapes. */
static struct str css_until(struct css *css, char end)
{
    size_t start = css->at, stop = start;
    while (stop < css->text.len && css->text.ptr[stop] != end)
        stop += css->text.ptr[stop] == '\\' ? 2 : 1;
    struct str found = str_slice(css->text, start, stop);
    css_go(css, stop + 1);
    return found;
}

/* A string in quotes; empty, and nothing is read, where there is none. */
static struct str css_string(struct css *css)
{
    if (!css_is(css, STR("\"")) && !css_is(css, STR("'")))
        return STR_NONE;
    char quote = css->text.ptr[css->at];
    css_go(css, css->at + 1);
    return css_until(css, quote);
}

static struct str css_url(struct css *css)
{
    css_skip_space(css);
    struct str quoted = css_string(css);
    struct str plain = str_trim_ascii(css_until(css, ')'));
    return quoted.len ? quoted : plain;
}

static void css_skip_comment(struct css *css)
{
    size_t end = str_find(css->text, STR("*/"), css->at + 2);
    css_go(css, end == SIZE_MAX ? css->text.len : end + 2);
}

/* Reads what begins here; the address in it, or empty. */
static struct str css_read(struct css *css)
{
    if (css_is(css, STR("/*"))) {
        css_skip_comment(css);
    } else if (css_is(css, STR("url("))) {
        css_go(css, css->at + STR("url(").len);
        return css_url(css);
    } else if (css_is(css, STR("@import"))) {
        css_go(css, css->at + STR("@import").len);
        css_skip_space(css);
        return css_string(css);
    } else if (!css_string(css).ptr) {
        css_go(css, css->at + 1);
    }
    return STR_NONE;
}

void refs_of_css(struct arena *keep, struct refs *refs, struct str text)
{
    struct css css = {.text = text, .line = 1};
    while (css.at < text.len) {
        struct ref ref = {.line = css.line};
        ref.url = css_read(&css);
        if (ref.url.len)
            vec_push(keep, &refs->links, ref);
    }
}
