/* SPDX-License-Identifier: MIT */
#include "site/view/view_timeline.h"
#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"
#include "site/view/timeline.h"
#include "site/view/when.h"

/* Between a bar and the figure above it, in SVG units. */
enum { VALUE_GAP = 4 };

struct timeline_view {
    const struct site *site;
    struct timeline timeline;
    struct timeline_view_panel *panels;
};

struct timeline_view_panel {
    const struct timeline_view *whole;
    const struct timeline_panel *panel;
};

struct timeline_view_slot {
    const struct timeline_view_panel *of;
    const struct timeline_slot *slot;
    struct timeline_bar bar;
    size_t place; /* in the panel, from 0 */
};

/* "100.5", or "108" without a fraction. */
static struct value tenths(struct arena *scratch, unsigned n)
{
    return value_string(n % 10 ? str_format(scratch, "%u.%u", n / 10, n % 10)
                               : str_format(scratch, "%u", n / 10));
}

static size_t slot_total(const struct timeline_view_slot *view)
{
    return view->slot->stated + view->slot->inferred;
}

/* The month, or the last two digits of the year. */
static struct value slot_label(struct arena *scratch, const struct timeline_view_slot *view)
{
    return value_string(view->slot->month ? number_text(scratch, view->slot->month)
                                          : str_format(scratch, "%02u", view->slot->year % 100u));
}

static struct value slot_href(struct arena *scratch, const struct timeline_view_slot *view)
{
    if (slot_total(view) == 0)
        return VALUE_NONE;
    const struct timeline_slot *slot = view->slot;
    return value_string(slot->month ? path_month(scratch, slot->year, slot->month)
                                    : path_year(scratch, slot->year));
}

static struct value slot_says(struct arena *scratch, const struct timeline_view_slot *view)
{
    const struct strings *strings = view->of->whole->site->strings;
    struct when when = when_named(strings, view->slot->year, view->slot->month);
    const char *key = !view->bar.inferred_height ? "timeline-slot"
                      : view->bar.stated_height  ? "timeline-slot-mixed"
                                                 : "timeline-slot-inferred";
    return value_string(strings_fill(scratch, strings, key,
                                     {"n", number_text(scratch, slot_total(view))},
                                     {"date", when_text(scratch, &when)}));
}

static unsigned slot_width10(const struct timeline_view_slot *view)
{
    return TIMELINE_WIDTH * 10 / (unsigned)view->of->whole->timeline.slots_len;
}

static unsigned slot_top(const struct timeline_view_slot *view)
{
    return TIMELINE_GROUND - view->bar.stated_height - view->bar.inferred_height;
}

FIELD(get_slot_label, timeline_view_slot, slot_label(scratch, view))
FIELD(get_slot_href, timeline_view_slot, slot_href(scratch, view))
FIELD(get_slot_says, timeline_view_slot, slot_says(scratch, view))
FIELD(get_slot_count, timeline_view_slot, value_size(slot_total(view)))
FIELD(get_slot_stated, timeline_view_slot, value_bool(view->bar.stated_height > 0))
FIELD(get_slot_inferred, timeline_view_slot, value_bool(view->bar.inferred_height > 0))
FIELD(get_slot_left, timeline_view_slot,
      tenths(scratch, slot_width10(view) * (unsigned)view->place))
FIELD(get_slot_width, timeline_view_slot, tenths(scratch, slot_width10(view)))
FIELD(get_slot_middle, timeline_view_slot, tenths(scratch, view->bar.middle10))
FIELD(get_slot_x, timeline_view_slot, tenths(scratch, view->bar.x10))
FIELD(get_slot_stated_y, timeline_view_slot, value_int(TIMELINE_GROUND - view->bar.stated_height))
FIELD(get_slot_stated_height, timeline_view_slot, value_int(view->bar.stated_height))
FIELD(get_slot_inferred_y, timeline_view_slot, value_int(slot_top(view)))
FIELD(get_slot_inferred_height, timeline_view_slot, value_int(view->bar.inferred_height))
FIELD(get_slot_count_y, timeline_view_slot, value_int(slot_top(view) - VALUE_GAP))

static const struct value_field slot_fields[] = {
    {"label", "the month's number, or the last two digits of the year", get_slot_label},
    {"href", "the month's or year's page; nothing where it has no stories", get_slot_href},
    {"says", "how many stories, and when, for those who do not see it", get_slot_says},
    {"count", "how many stories", get_slot_count},
    {"stated", "whether there is a bar of stated dates", get_slot_stated},
    {"inferred", "whether there is a bar of inferred dates", get_slot_inferred},
    {"left", "x of the slot", get_slot_left},
    {"width", "of the slot", get_slot_width},
    {"middle", "x of the slot's middle", get_slot_middle},
    {"x", "of the bars", get_slot_x},
    {"stated_y", "top of the bar of stated dates", get_slot_stated_y},
    {"stated_height", "its height", get_slot_stated_height},
    {"inferred_y", "top of the bar of inferred dates", get_slot_inferred_y},
    {"inferred_height", "its height", get_slot_inferred_height},
    {"count_y", "base line of the figure above the bars", get_slot_count_y},
    {0},
};

const struct value_type timeline_slot_type = {.name = "timeline slot", .fields = slot_fields};

static const struct strings *panel_strings(const struct timeline_view_panel *view)
{
    return view->whole->site->strings;
}

static struct str panel_text(struct arena *scratch, const struct timeline_view_panel *view,
                             const char *year_key, const char *decade_key)
{
    const char *key = view->whole->timeline.decades ? decade_key : year_key;
    return strings_fill(scratch, panel_strings(view), key,
                        {"year", number_text(scratch, view->panel->year)});
}

/* A year's page; of a decade, its latest year that has stories in the index of years. */
static struct value panel_href(struct arena *scratch, const struct timeline_view_panel *view)
{
    if (!view->whole->timeline.decades)
        return value_string(path_year(scratch, view->panel->year));
    size_t last = view->whole->timeline.slots_len - 1;
    while (view->panel->slots[last].stated + view->panel->slots[last].inferred == 0)
        last--;
    return value_string(str_format(scratch, "dates/index.html#y%u", view->panel->slots[last].year));
}

static struct value panel_count(struct arena *scratch, const struct timeline_view_panel *view)
{
    return value_string(
        strings_count(scratch, panel_strings(view), "stories-count", view->panel->len));
}

static struct value panel_slots(struct arena *scratch, const struct timeline_view_panel *view)
{
    const struct timeline *timeline = &view->whole->timeline;
    struct timeline_view_slot *slots =
        ARENA_ARRAY(scratch, struct timeline_view_slot, timeline->slots_len);
    for (size_t i = 0; i < timeline->slots_len; i++)
        slots[i] = (struct timeline_view_slot){view, &view->panel->slots[i],
                                               timeline_bar(timeline, view->panel, i), i};
    return value_structs(scratch, &timeline_slot_type, slots, timeline->slots_len, sizeof *slots);
}

FIELD(get_panel_label, timeline_view_panel,
      value_string(panel_text(scratch, view, "date-year", "date-decade")))
FIELD(get_panel_says, timeline_view_panel,
      value_string(panel_text(scratch, view, "timeline-year", "timeline-decade")))
FIELD(get_panel_href, timeline_view_panel, panel_href(scratch, view))
FIELD(get_panel_count, timeline_view_panel, panel_count(scratch, view))
FIELD(get_panel_slots, timeline_view_panel, panel_slots(scratch, view))

static const struct value_field panel_fields[] = {
    {"label", "the year, or the decade", get_panel_label},
    {"says", "what the drawing shows, for those who do not see it", get_panel_says},
    {"href", "where the year or decade is listed", get_panel_href},
    {"count", "how many stories it has, in words", get_panel_count},
    {"slots", "its months, or years", get_panel_slots},
    {0},
};

const struct value_type timeline_panel_type = {.name = "timeline panel", .fields = panel_fields};

static struct value timeline_year_only(struct arena *scratch, const struct timeline_view *view)
{
    const struct timeline *timeline = &view->timeline;
    if (timeline->decades || timeline->year_only == 0)
        return VALUE_NONE;
    struct str n = number_text(scratch, timeline->year_only);
    const struct strings *strings = view->site->strings;
    if (timeline->year_only_year == 0)
        return value_string(strings_fill(scratch, strings, "years-only-count", {"n", n}));
    return value_string(strings_fill(scratch, strings, "year-only-count", {"n", n},
                                     {"year", number_text(scratch, timeline->year_only_year)}));
}

static struct value timeline_undated(struct arena *scratch, const struct timeline_view *view)
{
    if (view->timeline.undated == 0)
        return VALUE_NONE;
    return value_string(
        strings_count(scratch, view->site->strings, "undated-count", view->timeline.undated));
}

FIELD(get_panels, timeline_view,
      value_structs(scratch, &timeline_panel_type, view->panels, view->timeline.len,
                    sizeof *view->panels))
FIELD(get_year_only, timeline_view, timeline_year_only(scratch, view))
FIELD(get_undated, timeline_view, timeline_undated(scratch, view))

static const struct value_field timeline_fields[] = {
    {"panels", "a drawing for each year, or decade", get_panels},
    {"year_only", "how many stories are known to the year alone, in words; or nothing",
     get_year_only},
    {"undated", "how many stories have no date, in words; or nothing", get_undated},
    {0},
};

const struct value_type timeline_type = {.name = "timeline", .fields = timeline_fields};

struct value view_timeline(struct arena *scratch, const struct site *site,
                           const struct entries *entries)
{
    struct timeline_view *view = ARENA_NEW(scratch, struct timeline_view);
    *view = (struct timeline_view){site, timeline_make(scratch, entries), NULL};
    if (view->timeline.len == 0)
        return VALUE_NONE;
    view->panels = ARENA_ARRAY(scratch, struct timeline_view_panel, view->timeline.len);
    for (size_t i = 0; i < view->timeline.len; i++)
        view->panels[i] = (struct timeline_view_panel){view, &view->timeline.at[i]};
    return value_object(&timeline_type, view);
}
