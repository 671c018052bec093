/* SPDX-License-Identifier: MIT */
#include "site/view/view_story.h"

#include "site/config.h"
#include "site/view/citation.h"
#include "site/view/field.h"

static const struct {
    const char *id;
    const char *name; /* of the format, the same in all languages */
    void (*cite)(struct buf *out, const struct site *site, const struct entry *entry);
} formats[] = {
    {"gbt", "GB/T 7714", cite_gbt},
    {"bib", "BibTeX", cite_bibtex},
    {"ris", "RIS", cite_ris},
    {"link", "URL", cite_link}, /* last: only a site with an address has it */
};

enum { FORMATS = sizeof formats / sizeof *formats };

struct citation {
    const char *id, *name;
    struct str text;
};

FIELD(citation_id, citation, value_string(str_of(view->id)))
FIELD(citation_name, citation, value_string(str_of(view->name)))
FIELD(citation_text, citation, value_string(view->text))

static const struct value_field citation_fields[] = {
    {"id", "a word for the format, for use in ids: gbt, bib, ris, link", citation_id},
    {"name", "the format's name", citation_name},
    {"text", "the citation, of one line or several", citation_text},
    {0},
};

const struct value_type citation_type = {.name = "citation", .fields = citation_fields};

struct value story_citations(struct arena *scratch, const struct story_view *view)
{
    struct citation *citations = ARENA_ARRAY(scratch, struct citation, FORMATS);
    size_t len = view->site->config->base_url.len ? FORMATS : FORMATS - 1;
    struct buf text = {0};
    for (size_t i = 0; i < len; i++) {
        buf_reset(&text);
        formats[i].cite(&text, view->site, view->entry);
        citations[i] =
            (struct citation){formats[i].id, formats[i].name, str_dup(scratch, buf_view(&text))};
    }
    buf_clear(&text);
    return value_structs(scratch, &citation_type, citations, len, sizeof *citations);
}
