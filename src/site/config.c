/* SPDX-License-Identifier: MIT */
#include "site/config.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "page/facts.h"

enum { PER_PAGE = 50, PER_PAGE_MIN = 10, PER_PAGE_MAX = 500 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether all of a text is letters and digits of ASCII, or among MORE. */
static bool consists_of(struct str text, const char *more)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!is_alpha(c) && !is_digit(c) && !(c && strchr(more, c)))
            return false;
    }
    return true;
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return false;
    }
    return text.len > 0;
}

/* Cuts "http://" or "https://" from a URL. */
static bool cut_scheme(struct str *url)
{
    size_t len = str_starts(*url, STR("https://"))  ? strlen("https://")
                 : str_starts(*url, STR("http://")) ? strlen("http://")
                                                    : 0;
    *url = str_slice(*url, len, url->len);
    return len > 0;
}

/* Cuts a host, with perhaps a port, from a URL without its scheme: example.org:8080/… */
static bool cut_host(struct str *url)
{
    struct str port = str_cut(url, '/');
    bool has_port = str_has(port, STR(":"));
    struct str name = str_cut(&port, ':');
    return name.len && consists_of(name, ".-") && (!has_port || is_number(port));
}

bool base_url_parse(struct arena *keep, struct str text, struct str *url)
{
    struct str rest = text;
    if (!cut_scheme(&rest) || !cut_host(&rest) || !consists_of(rest, "/-._~%!$&'()*+,;=:@"))
        return false;
    while (text.ptr[text.len - 1] == '/')
        text.len--;
    *url = str_format(keep, "%.*s/", STR_FMT(text));
    return true;
}

struct str base_url_path(struct str url)
{
    cut_scheme(&url);
    url = str_slice(url, str_find(url, STR("/"), 0), url.len);
    while (str_starts(url, STR("//"))) /* which would begin with the name of a host */
        url = str_slice(url, 1, url.len);
    return url;
}

static bool base_url_field(struct arena *keep, struct str text, void *value)
{
    return base_url_parse(keep, text, value);
}

static bool is_mail_address(struct str text)
{
    struct str domain = text, name = str_cut(&domain, '@');
    return name.len && domain.len && consists_of(name, ".-_+") && consists_of(domain, ".-");
}

/* A bare mail address is one too. */
static bool contact_field(struct arena *keep, struct str text, void *value)
{
    struct str url = text;
    if (is_mail_address(text))
        url = str_format(keep, "mailto:%.*s", STR_FMT(text));
    struct str rest = url;
    bool mail = str_starts(url, STR("mailto:")) &&
                is_mail_address(str_slice(url, strlen("mailto:"), url.len));
    bool web = cut_scheme(&rest) && cut_host(&rest) && consists_of(rest, "/-._~%!$&'()*+,;=:@?#");
    if (mail || web)
        *(struct str *)value = url;
    return mail || web;
}

static bool line_field(struct arena *keep, struct str text, void *value)
{
    (void)keep;
    text = utf8_trim(text);
    if (str_has(text, STR("\n")))
        return false;
    *(struct str *)value = text;
    return true;
}

static bool title_field(struct arena *keep, struct str text, void *value)
{
    return !utf8_all_blank(text) && line_field(keep, text, value);
}

static bool html_field(struct arena *keep, struct str text, void *value)
{
    bool raw = str_eq(text, STR("raw"));
    (void)keep;
    if (!raw && !str_eq(text, STR("escape")))
        return false;
    *(bool *)value = raw;
    return true;
}

static bool tombstones_field(struct arena *keep, struct str text, void *value)
{
    bool leaves = str_eq(text, STR("true"));
    (void)keep;
    if (!leaves && !str_eq(text, STR("false")))
        return false;
    *(bool *)value = leaves;
    return true;
}

#define PARSED(name, member, function, expected)                                          \
    {                                                                                     \
        .key = (name), YAML_PARSED, offsetof(struct config, member), .parse = (function), \
        .expects = (expected)                                                             \
    }
#define LINE(member) PARSED(#member, member, line_field, "one line of text")

static const struct yaml_field fields[] = {
    PARSED("title", title, title_field, "one line of text, not empty"),
    LINE(subtitle),
    LINE(description),
    LINE(publisher),
    PARSED("contact", contact, contact_field, "a mail address, or an http or https address"),
    PARSED("base_url", base_url, base_url_field, BASE_URL_EXPECTS),
    PARSED("language", language, language_parse, "a language tag such as zh-Hans"),
    LINE(rights),
    LINE(data_license),
    PARSED("html", raw_html, html_field, "escape or raw"),
    PARSED("tombstones", tombstones, tombstones_field, "true or false"),
    {.key = "per_page",
     YAML_INT,
     offsetof(struct config, per_page),
     .min = PER_PAGE_MIN,
     .max = PER_PAGE_MAX},
    {0},
};

static const struct yaml_field schema = {.type = YAML_RECORD, .fields = fields};

struct config config_default(void)
{
    return (struct config){
        .title = STR("县报文存"), .language = STR("zh-Hans"), .per_page = PER_PAGE};
}

bool config_read(struct arena *keep, struct str file, struct str yaml, struct config *config,
                 struct diags *diags)
{
    struct yaml_source source = {file, yaml, 0, D_CONFIG, diags};
    *config = config_default();
    const struct yaml_node *root = yaml_parse(keep, &source);
    if (!root || !yaml_fill(keep, &source, root, &schema, config))
        return false;
    const struct yaml_node *language = yaml_get(root, STR("language"));
    if (language)
        config->language_said = language->place;
    return true;
}
