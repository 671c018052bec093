/* SPDX-License-Identifier: MIT */
#include "site/view/view_home.h"

#include "archive/standfirst.h"
#include "archive/whole.h"
#include "base/utf8.h"
#include "site/paths.h"
#include "site/view/field.h"
#include "site/view/link.h"
#include "site/view/view_entry.h"

/* How much of the lead story the front page has. */
enum { PARAGRAPHS = 6, CHARS = 700 };

struct lead {
    const struct site *site;
    const struct entry *entry;
    struct entry_view item;
};

/* The longest run of whole sentences in the first CHARS characters; these characters if a sentence
   is longer. */
static struct str sentences_head(struct str text, size_t chars)
{
    struct str head = utf8_head(text, chars);
    if (head.len == text.len)
        return text;
    for (size_t end = head.len; end > 0;) {
        struct utf8 c = utf8_before(head, end);
        if (c.code == 0x3002) /* 。 */
            return str_slice(head, 0, end);
        end = c.at;
    }
    return head;
}

static struct value lead_text(struct arena *scratch, const struct lead *lead)
{
    const struct blocks *blocks = &lead->entry->story->blocks;
    struct strs *text = ARENA_NEW(scratch, struct strs);
    size_t left = CHARS;
    for (size_t i = 0; i < blocks->len && left > 0 && text->len < PARAGRAPHS; i++) {
        if (blocks->at[i].role != ROLE_PARAGRAPH)
            continue;
        struct str whole = story_paragraph(lead->entry->story, &blocks->at[i]);
        struct str paragraph = sentences_head(whole, left);
        vec_push(scratch, text, paragraph);
        if (paragraph.len < whole.len)
            break;
        left -= utf8_count(paragraph);
    }
    return value_strs(scratch, text);
}

static struct value lead_people(struct arena *scratch, const struct lead *lead)
{
    const struct bylines *bylines = &lead->entry->story->bylines;
    struct links *people = ARENA_NEW(scratch, struct links);
    for (size_t i = 0; i < bylines->len; i++) {
        const struct person *person = archive_person(lead->site->archive, &bylines->at[i]);
        if (person && person_byline(person, lead->entry) == &bylines->at[i])
            links_add(scratch, people, bylines->at[i].name, path_person(scratch, person));
    }
    return people->len ? links_value(scratch, people) : VALUE_NONE;
}

static struct value lead_more(struct arena *scratch, const struct lead *lead)
{
    return value_string(
        strings_count(scratch, lead->site->strings, "read-all", lead->entry->chars));
}

FIELD(get_item, lead, view_entry(&view->item))
FIELD(get_people, lead, lead_people(scratch, view))
FIELD(get_text, lead, lead_text(scratch, view))
FIELD(get_more, lead, lead_more(scratch, view))

static const struct value_field lead_fields[] = {
    {"item", "the story as an item of a list", get_item},
    {"people", "links to those who sign; or nothing", get_people},
    {"text", "its first paragraphs", get_text},
    {"more", "words for the link to all of it", get_more},
    {0},
};

const struct value_type lead_type = {.name = "lead", .fields = lead_fields};

struct value lead_value(struct arena *scratch, const struct site *site, const struct entry *entry)
{
    struct lead *lead = ARENA_NEW(scratch, struct lead);
    const struct archive_page *page = page_whole(site->archive, scratch, entry->page);
    entry = &page->entries[entry->place];
    *lead = (struct lead){site, entry, {.site = site, .entry = entry}};
    return value_object(&lead_type, lead);
}
