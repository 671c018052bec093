/* SPDX-License-Identifier: MIT */
#include "site/view/headline.h"
#include "site/view/leaders.h"
#include "site/view/link.h"
#include "site/view/listing.h"
#include "site/view/month_cell.h"
#include "site/view/note.h"
#include "site/view/pager.h"
#include "site/view/sentence.h"
#include "site/view/signings.h"
#include "site/view/strip.h"
#include "site/view/view.h"
#include "site/view/view_counties.h"
#include "site/view/view_dates.h"
#include "site/view/view_entry.h"
#include "site/view/view_home.h"
#include "site/view/view_issues.h"
#include "site/view/view_list.h"
#include "site/view/view_month.h"
#include "site/view/view_page.h"
#include "site/view/view_people.h"
#include "site/view/view_piece.h"
#include "site/view/view_site.h"
#include "site/view/view_story.h"
#include "site/view/view_timeline.h"
#include "site/view/view_topics.h"
#include "site/view/view_year.h"
#include "site/view/when.h"

/* The types of what the subjects and the frame consist of. */
static const struct value_type *const parts[] = {
    &site_type,           &archive_type,        &link_type,          &run_type,
    &when_type,           &headline_part_type,  &note_type,          &byline_group_type,
    &body_block_type,     &piece_type,          &line_type,          &strip_bar_type,
    &place_type,          &finding_type,        &quote_type,         &citation_type,
    &entry_type,          &list_type,           &list_group_type,    &side_type,
    &signing_decade_type, &signing_year_type,   &signing_type,       &leader_type,
    &timeline_type,       &timeline_panel_type, &timeline_slot_type, &lead_type,
    &source_row_type,     &home_group_type,     &province_type,      &prefecture_type,
    &county_row_type,     &letter_type,         &year_row_type,      &month_cell_type,
    &topic_group_type,    &year_month_type,     &week_type,          &day_type,
    &issue_month_type,    &issue_type,          &pager_type,         &meta_type,
};

static void put_fields(struct buf *out, const struct value_type *type)
{
    buf_str(out, STR("\n| name | what it is |\n|---|---|\n"));
    for (const struct value_field *field = type->fields; field && field->name; field++)
        buf_fmt(out, "| `%s` | %s |\n", field->name, field->doc);
}

static void put_kinds(struct buf *out)
{
    buf_str(out, STR("\n| template | name | what it is |\n|---|---|---|\n"));
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct page_kind_info *info = &page_kinds[kind];
        buf_fmt(out, "| `%s` | `%s` | [%s](#%s) |\n", info->file, info->name, info->type->name,
                info->type->name);
    }
}

/* Whether a kind before KIND has the same type of subject. */
static bool is_repeated(size_t kind)
{
    for (size_t before = 0; before < kind; before++) {
        if (page_kinds[before].type == page_kinds[kind].type)
            return true;
    }
    return false;
}

void view_document(struct buf *out)
{
    buf_str(out, STR("## Every page\n"));
    put_fields(out, &root_type);
    buf_str(out, STR("\nand, by its kind, one more:\n"));
    put_kinds(out);
    buf_str(out, STR("\n## What pages are about\n"));
    for (size_t kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        if (is_repeated(kind))
            continue;
        buf_fmt(out, "\n### %s\n", page_kinds[kind].type->name);
        put_fields(out, page_kinds[kind].type);
    }
    buf_str(out, STR("\n## What these consist of\n"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_fmt(out, "\n### %s\n", parts[i]->name);
        put_fields(out, parts[i]);
    }
}
