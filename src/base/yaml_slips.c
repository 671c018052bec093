/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "base/yaml.h"

#define WIDE_COLON "："

static size_t skip_blanks(struct str line, size_t at)
{
    while (at < line.len && line.ptr[at] == ' ')
        at++;
    return at;
}

static bool is_key_byte(struct str line, size_t at)
{
    return str_letter_at(line, at) || str_digit_at(line, at) ||
           (at < line.len && strchr("_-.", line.ptr[at]) && line.ptr[at]);
}

/* Where a key would stand in LINE, which may begin an item: - id: x. */
static size_t key_of(struct str line)
{
    size_t at = skip_blanks(line, 0);
    while (str_starts(str_slice(line, at, line.len), STR("- ")))
        at = skip_blanks(line, at + 1);
    return at;
}

/* The byte of the full-width colon after a key that LINE begins with; SIZE_MAX: there is none. */
static size_t colon_of(struct str line)
{
    size_t key = key_of(line), at = key;
    while (is_key_byte(line, at))
        at++;
    size_t end = skip_blanks(line, at);
    bool stands = at > key && str_starts(str_slice(line, end, line.len), STR(WIDE_COLON));
    return stands ? end : SIZE_MAX;
}

bool yaml_wide_colon(const struct yaml_node *node, struct place *place)
{
    size_t at = node->kind == YAML_SCALAR && node->plain ? colon_of(node->text) : SIZE_MAX;
    if (at == SIZE_MAX)
        return false;
    *place = node->place;
    place->column += (uint32_t)at; /* all of ASCII */
    return true;
}

/* What ends the text that such a slip makes, so that it is not to blame for what comes later. */
static bool has_key(struct str line)
{
    line = str_trim_ascii(line);
    return str_has(line, STR(": ")) || str_ends(line, STR(":"));
}

bool yaml_wide_colon_before(const struct yaml_source *source, uint32_t last, struct place *place)
{
    struct str rest = source->text;
    struct place first = {0};
    size_t column = 0; /* of its key */
    bool found = false, before = false;
    for (uint32_t line = source->line + 1; rest.len && line <= last; line++) {
        struct str text = str_cut(&rest, '\n');
        size_t at = colon_of(text);
        bool here = at != SIZE_MAX;
        bool beside = line == last && key_of(text) == column;
        found = here || (found && (beside || !has_key(text)));
        if (here && !before) { /* of several below each other the first */
            first = (struct place){source->file, line, (uint32_t)at + 1};
            column = key_of(text);
        }
        before = here;
    }
    if (found)
        *place = first;
    return found;
}
