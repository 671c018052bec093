/* SPDX-License-Identifier: MIT */
/*
 * A template, rendered: mistakes are told, and what it puts in is escaped wherever that is. Names
 * are known by their first letters, so that most of those that mutations make mean something.
 */
#include "fuzz_html.h"

#include "base/utf8.h"
#include "template/template.h"

/* Another template's macros, one with a slot and one that uses itself. */
#define MACROS                                                           \
    "<div metal:define-macro=\"frame\"><h1 tal:content=\"title\">x</h1>" \
    "<p metal:define-slot=\"main\">sample</p></div>"                     \
    "<b metal:define-macro=\"deep\" tal:condition=\"nothing\"><i "       \
    "metal:use-macro=\"macros/deep\"/></b>"

#define TEXT "a\"'><" MARK " " MARK "=x>&" MARK ";<!-- ]]></script>"

static const struct value_type thing_type;

static struct value thing_of(struct arena *scratch, const struct value_list *list, size_t i)
{
    (void)scratch;
    (void)list;
    return i ? value_object(&thing_type, &thing_type) : value_string(STR(TEXT));
}

static bool look_up(struct arena *scratch, const void *self, struct str name, struct value *out)
{
    static const struct value_list three = {.len = 3, .item = thing_of}, none = {.item = thing_of};
    (void)scratch;
    (void)self;
    switch (name.len ? name.ptr[0] : 0) {
    case 'e':
        *out = value_list(&none);
        return true;
    case 'h':
        *out = value_html(STR("<em title=\"&quot;\">made</em>"));
        return true;
    case 'l':
        *out = value_list(&three);
        return true;
    case 'm': /* there is none */
        return false;
    case 'n':
        *out = name.len % 2 ? value_int(-7) : (struct value){.kind = VALUE_REAL, .real = .5};
        return true;
    case 'o':
        *out = value_object(&thing_type, &thing_type);
        return true;
    case 'u':
        *out = value_string(STR("java\tscript:" TEXT));
        return true;
    case 'y':
        *out = value_bool(name.len % 2);
        return true;
    case 'z':
        *out = VALUE_NONE;
        return true;
    default:
        *out = value_string(STR(TEXT));
        return true;
    }
}

static const struct value_type thing_type = {.name = "thing", .lookup = look_up};

/* Whether a template's own doctype and attributes may have names that browsers know and libxml2
   does not: after one, what it finds says nothing. */
static bool has_odd_names(struct str source)
{
    for (size_t i = 0; i < source.len; i++)
        if ((unsigned char)source.ptr[i] >= 0x80)
            return true;
    return str_has(source, STR("<!"));
}

static void render(struct arena *keep, const struct template_set *set, bool odd,
                   struct diags *diags)
{
    struct buf out = {0};
    size_t bad;
    if (template_render(set, STR("a.html"), value_object(&thing_type, &thing_type), &out, keep,
                        diags, STR("a")))
        CHECK(utf8_valid(buf_view(&out), &bad));
    else
        CHECK(out.len == 0 && diags_worst(diags) == DIAG_FATAL);
    if (!odd)
        html_check(buf_view(&out));
    buf_clear(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct str source = input_of(data, size);
    struct template_set *set = template_set_new(&keep, STR_NONE);
    CHECK(template_add(set, STR("macros.html"), STR(MACROS), &diags));
    bool good = template_add(set, STR("a.html"), source, &diags) && template_link(set, &diags);
    CHECK(good || (size && diags_worst(&diags) == DIAG_FATAL)); /* an empty one is good */
    if (good)
        render(&keep, set, has_odd_names(source), &diags);
    arena_clear(&keep);
    return 0;
}
