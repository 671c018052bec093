/* SPDX-License-Identifier: MIT */
#include "template/xml_error.h"

#include "template/html.h"

static struct str mismatch_text(struct arena *keep, const xmlError *error, const char *root)
{
    const char *open = error->str1 ? error->str1 : "", *found = error->str2 ? error->str2 : "";
    if (strcmp(open, root) == 0)
        return str_format(keep, "</%s> ends nothing", found);
    if (html_is_void(str_of(open)))
        return str_format(keep, "<%s> of line %d is not ended; write <%s/>", open, error->int1,
                          open);
    if (strcmp(found, root) == 0)
        return str_format(keep, "<%s> of line %d is not ended", open, error->int1);
    return str_format(keep, "</%s> stands where </%s> should end line %d's <%s>", found, open,
                      error->int1, open);
}

/* What libxml2 says in words that help little. */
static const struct {
    int code;
    const char *text;
} error_texts[] = {
    {XML_ERR_ENTITYREF_SEMICOL_MISSING,
     "'&' begins a name without ';' at its end; is &amp; meant?"},
    {XML_ERR_LT_IN_ATTRIBUTE, "'<' stands in an attribute's value; write &lt;"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "an attribute's value has no quotes"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "an attribute has no value; write it as hidden=\"\""},
    {XML_ERR_ATTRIBUTE_REDEFINED, "an attribute is there twice"},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, "an attribute is there twice"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "an attribute's value is not ended"},
    {XML_ERR_COMMENT_NOT_FINISHED, "a comment is not ended, or has '--' in it"},
    {XML_ERR_HYPHEN_IN_COMMENT, "a comment has '--' in it"},
    {XML_ERR_CDATA_NOT_FINISHED, "a CDATA section is not ended"},
    {XML_ERR_INVALID_CHAR, "a character that XML cannot hold"},
};

/* Where a name was to follow. */
static struct str nameless_text(struct str text, size_t at)
{
    if (at == 0 || text.ptr[at - 1] != '<')
        return STR("'&' stands alone; write &amp;");
    if (str_starts(str_slice(text, at, text.len), STR("!")))
        return STR("a declaration; only a doctype may be, at the start of the file");
    return STR("'<' begins no tag; write &lt;");
}

struct str xml_error_text(struct arena *keep, const xmlError *error, struct str source, size_t at,
                          const char *root)
{
    if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        return mismatch_text(keep, error, root);
    if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
        return str_format(keep, "HTML has no character named '&%s;'",
                          error->str1 ? error->str1 : "");
    if (error->code == XML_ERR_NAME_REQUIRED)
        return nameless_text(source, at);
    if (error->code == XML_NS_ERR_UNDEFINED_NAMESPACE)
        return str_format(keep, "the prefix '%s:' is not declared", error->str1 ? error->str1 : "");
    for (size_t i = 0; i < sizeof error_texts / sizeof *error_texts; i++) {
        if (error->code == error_texts[i].code)
            return str_of(error_texts[i].text);
    }
    if (error->message && strstr(error->message, "xcessive depth"))
        return STR("elements nest more than 250 deep");
    return str_format(keep, "not well-formed as XML: %.*s",
                      STR_FMT(str_trim_ascii(str_of(error->message))));
}
