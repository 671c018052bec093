/* SPDX-License-Identifier: MIT */
#include "template/html.h"

#include "base/bidi.h"
#include "base/utf8.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool html_name_eq(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    }
    return true;
}

static bool is_one_of(struct str name, const char *const *names)
{
    for (; *names; names++) {
        if (html_name_eq(name, str_of(*names)))
            return true;
    }
    return false;
}

/* What is written for a byte, where that is not the byte itself. */
#define FFFD "\xef\xbf\xbd"
#define CONTROLS                                                                              \
    [0x00] = FFFD, [0x01] = FFFD, [0x02] = FFFD, [0x03] = FFFD, [0x04] = FFFD, [0x05] = FFFD, \
    [0x06] = FFFD, [0x07] = FFFD, [0x08] = FFFD, [0x0b] = FFFD, [0x0e] = FFFD, [0x0f] = FFFD, \
    [0x10] = FFFD, [0x11] = FFFD, [0x12] = FFFD, [0x13] = FFFD, [0x14] = FFFD, [0x15] = FFFD, \
    [0x16] = FFFD, [0x17] = FFFD, [0x18] = FFFD, [0x19] = FFFD, [0x1a] = FFFD, [0x1b] = FFFD, \
    [0x1c] = FFFD, [0x1d] = FFFD, [0x1e] = FFFD, [0x1f] = FFFD, [0x7f] = FFFD

/* Bytes that code points beyond ASCII begin with which may be forbidden or turn the writing. */
static const char special[] = "";
#define SPECIALS                                                                              \
    [0xc2] = special, [0xe2] = special, [0xef] = special, [0xf0] = special, [0xf1] = special, \
    [0xf2] = special, [0xf3] = special, [0xf4] = special

static const char *const markup_escapes[256] = {CONTROLS, SPECIALS};
static const char *const text_escapes[256] = {
    CONTROLS, SPECIALS, ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"};
static const char *const attribute_escapes[256] = {
    CONTROLS, SPECIALS, ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};

/* What is written for the character at AT, whose first byte is in ESCAPES, instead of it, or NULL;
 *LEN: its bytes. BIDI: NULL, marks that turn the direction stay as they are. */
static const char *instead_of(struct str text, size_t at, const char *const *escapes,
                              struct bidi *bidi, size_t *len)
{
    const char *instead = escapes[(unsigned char)text.ptr[at]];
    *len = 1;
    if (instead != special)
        return instead;
    struct utf8 c = utf8_at(text, at);
    *len = c.len;
    return utf8_is_forbidden(c.code) || (bidi && !bidi_step(bidi, c.code)) ? FFFD : NULL;
}

static void escape(struct buf *out, struct str text, const char *const *escapes, struct bidi *bidi)
{
    size_t done = 0;
    for (size_t i = 0, len = 0;; i += len) {
        while (i < text.len && !escapes[(unsigned char)text.ptr[i]])
            i++;
        if (i >= text.len)
            break;
        const char *instead = instead_of(text, i, escapes, bidi, &len);
        if (instead) {
            buf_add(out, text.ptr + done, i - done);
            buf_str(out, str_of(instead));
            done = i + len;
        }
    }
    if (done < text.len)
        buf_add(out, text.ptr + done, text.len - done);
    if (bidi)
        bidi_end(bidi, out);
}

void html_text(struct buf *out, struct str text)
{
    escape(out, text, text_escapes, &(struct bidi){0});
}

void html_markup(struct buf *out, struct str markup)
{
    escape(out, markup, markup_escapes, NULL); /* its texts were closed one by one */
}

void html_attribute(struct buf *out, struct str text)
{
    escape(out, text, attribute_escapes, &(struct bidi){0});
}

bool html_is_void(struct str element)
{
    static const char *const names[] = {
        "area",  "base",   "basefont", "bgsound", "br",    "col",    "embed", "frame", "hr", "img",
        "input", "keygen", "link",     "meta",    "param", "source", "track", "wbr",   NULL};
    return is_one_of(element, names);
}

bool html_is_raw(struct str element)
{
    static const char *const names[] = {"script", "style", NULL};
    return is_one_of(element, names);
}

bool html_drops_newline(struct str element)
{
    static const char *const names[] = {"pre", "textarea", "listing", NULL};
    return is_one_of(element, names);
}

static const struct attribute_rule {
    const char *element; /* NULL: any */
    const char *name;
    enum html_attribute_kind kind;
} attribute_rules[] = {
    {"meta", "content", HTML_PLAIN}, /* checked where http-equiv is known: template_compile.c */
    {"meta", "http-equiv", HTML_REFUSED},
    {"animate", "attributename", HTML_REFUSED},
    {"animate", "values", HTML_REFUSED},
    {"animate", "from", HTML_REFUSED},
    {"animate", "to", HTML_REFUSED},
    {"animate", "by", HTML_REFUSED},
    {"set", "attributename", HTML_REFUSED},
    {"set", "to", HTML_REFUSED},
    {NULL, "style", HTML_REFUSED},
    {NULL, "srcdoc", HTML_REFUSED},
    {NULL, "action", HTML_URL},
    {NULL, "archive", HTML_URLS},
    {NULL, "background", HTML_URL},
    {NULL, "cite", HTML_URL},
    {NULL, "classid", HTML_URL},
    {NULL, "codebase", HTML_URL},
    {NULL, "data", HTML_URL},
    {NULL, "formaction", HTML_URL},
    {NULL, "href", HTML_URL},
    {NULL, "icon", HTML_URL},
    {NULL, "imagesrcset", HTML_SRCSET},
    {NULL, "itemid", HTML_URL},
    {NULL, "longdesc", HTML_URL},
    {NULL, "manifest", HTML_URL},
    {NULL, "ping", HTML_URLS},
    {NULL, "poster", HTML_URL},
    {NULL, "profile", HTML_URL},
    {NULL, "src", HTML_URL},
    {NULL, "srcset", HTML_SRCSET},
    {NULL, "usemap", HTML_URL},
    {NULL, "xlink:href", HTML_URL},
    {NULL, "xml:base", HTML_URL},
    {NULL, "allowfullscreen", HTML_BOOLEAN},
    {NULL, "async", HTML_BOOLEAN},
    {NULL, "autofocus", HTML_BOOLEAN},
    {NULL, "autoplay", HTML_BOOLEAN},
    {NULL, "checked", HTML_BOOLEAN},
    {NULL, "compact", HTML_BOOLEAN},
    {NULL, "controls", HTML_BOOLEAN},
    {NULL, "declare", HTML_BOOLEAN},
    {NULL, "default", HTML_BOOLEAN},
    {NULL, "defer", HTML_BOOLEAN},
    {NULL, "disabled", HTML_BOOLEAN},
    {NULL, "formnovalidate", HTML_BOOLEAN},
    {NULL, "hidden", HTML_BOOLEAN},
    {NULL, "inert", HTML_BOOLEAN},
    {NULL, "ismap", HTML_BOOLEAN},
    {NULL, "itemscope", HTML_BOOLEAN},
    {NULL, "loop", HTML_BOOLEAN},
    {NULL, "multiple", HTML_BOOLEAN},
    {NULL, "muted", HTML_BOOLEAN},
    {NULL, "nomodule", HTML_BOOLEAN},
    {NULL, "noresize", HTML_BOOLEAN},
    {NULL, "noshade", HTML_BOOLEAN},
    {NULL, "novalidate", HTML_BOOLEAN},
    {NULL, "nowrap", HTML_BOOLEAN},
    {NULL, "open", HTML_BOOLEAN},
    {NULL, "playsinline", HTML_BOOLEAN},
    {NULL, "readonly", HTML_BOOLEAN},
    {NULL, "required", HTML_BOOLEAN},
    {NULL, "reversed", HTML_BOOLEAN},
    {NULL, "selected", HTML_BOOLEAN},
    {NULL, "contenteditable", HTML_KEYWORD},
    {NULL, "draggable", HTML_KEYWORD},
    {NULL, "spellcheck", HTML_KEYWORD},
};

enum html_attribute_kind html_attribute_kind(struct str element, struct str name)
{
    if (html_name_eq(str_slice(name, 0, 2), STR("on")))
        return HTML_REFUSED;
    if (html_name_eq(str_slice(name, 0, 5), STR("aria-")))
        return HTML_KEYWORD;
    for (size_t i = 0; i < sizeof attribute_rules / sizeof *attribute_rules; i++) {
        const struct attribute_rule *rule = &attribute_rules[i];
        if (html_name_eq(name, str_of(rule->name)) &&
            (!rule->element || html_name_eq(element, str_of(rule->element))))
            return rule->kind;
    }
    return HTML_PLAIN;
}

static bool is_scheme_char(char c, bool first)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return !first && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
}

/* Browsers drop controls and blanks before an address and tabs and line breaks anywhere in it. */
static bool url_is_safe(struct str url)
{
    char scheme[8];
    size_t len = 0, i = 0;
    while (i < url.len && (unsigned char)url.ptr[i] <= 0x20)
        i++;
    for (; i < url.len; i++) {
        char c = url.ptr[i];
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        if (c == ':' && len > 0) {
            struct str found = {scheme, len < sizeof scheme ? len : sizeof scheme};
            static const char *const allowed[] = {"http", "https", "mailto", NULL};
            return is_one_of(found, allowed);
        }
        if (!is_scheme_char(c, len == 0))
            return true;
        if (len < sizeof scheme)
            scheme[len] = c;
        len++;
    }
    return true;
}

/* SEPARATORS end an address. More addresses are seen in it than a browser would see, never fewer.
 */
static bool each_url_is_safe(struct str value, const char *separators)
{
    size_t start = 0;
    for (size_t i = 0; i <= value.len; i++) {
        if (i < value.len && !(value.ptr[i] && strchr(separators, value.ptr[i])))
            continue;
        if (!url_is_safe(str_slice(value, start, i)))
            return false;
        start = i + 1;
    }
    return true;
}

bool html_urls_safe(enum html_attribute_kind kind, struct str value)
{
    switch (kind) {
    case HTML_URL:
        return url_is_safe(value);
    case HTML_URLS:
    case HTML_SRCSET:
        return each_url_is_safe(value, kind == HTML_URLS ? " \t\n\r\f" : ", \t\n\r\f");
    default:
        return true;
    }
}
