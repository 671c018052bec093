/* SPDX-License-Identifier: MIT */
#include "site/view/pager.h"

#include "site/paths.h"
#include "site/strings.h"
#include "site/view/field.h"

/* The link to a sheet; nothing where there is none, or it is the one that is shown. */
static struct value sheet_href(struct arena *scratch, const struct view *view, size_t sheet)
{
    const struct output *output = view->output;
    if (sheet < 1 || sheet > output->sheets || sheet == output->sheet)
        return VALUE_NONE;
    struct str first = path_first_sheet(scratch, output->path, output->sheet);
    return value_string(path_sheet(scratch, first, sheet));
}

static struct str position(struct arena *scratch, const struct view *view)
{
    return strings_fill(scratch, view->site->strings, "sheet",
                        {"n", number_text(scratch, view->output->sheet)},
                        {"all", number_text(scratch, view->output->sheets)});
}

FIELD(pager_position, view, value_string(position(scratch, view)))
FIELD(pager_first, view, sheet_href(scratch, view, 1))
FIELD(pager_previous, view, sheet_href(scratch, view, view->output->sheet - 1))
FIELD(pager_next, view, sheet_href(scratch, view, view->output->sheet + 1))
FIELD(pager_last, view, sheet_href(scratch, view, view->output->sheets))

static const struct value_field pager_fields[] = {
    {"position", "which sheet of how many, in words", pager_position},
    {"first", "the file of the first sheet; nothing on it", pager_first},
    {"previous", "of the sheet before; or nothing", pager_previous},
    {"next", "of the sheet after; or nothing", pager_next},
    {"last", "of the last sheet; nothing on it", pager_last},
    {0},
};

const struct value_type pager_type = {.name = "pager", .fields = pager_fields};

struct value pager_value(const struct view *view)
{
    return view->output->sheets > 1 ? value_object(&pager_type, view) : VALUE_NONE;
}
