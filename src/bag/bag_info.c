/* SPDX-License-Identifier: MIT */
#include "bag/bag_info.h"

#include <inttypes.h>

/* A line "LABEL: VALUE", where there is a value: what would end the line in it is a space. */
static void add(struct buf *out, const char *label, struct str value)
{
    if (!value.len)
        return;
    buf_fmt(out, "%s: ", label);
    for (size_t i = 0; i < value.len; i++)
        buf_byte(out, value.ptr[i] == '\n' || value.ptr[i] == '\r' ? ' ' : value.ptr[i]);
    buf_byte(out, '\n');
}

static struct str mail_address(struct str contact)
{
    struct str scheme = STR("mailto:");
    return str_starts(contact, scheme) ? str_slice(contact, scheme.len, contact.len) : STR_NONE;
}

static struct str described(struct arena *keep, const struct config *config)
{
    if (!config->description.len)
        return config->title;
    return str_format(keep, "%.*s: %.*s", STR_FMT(config->title), STR_FMT(config->description));
}

void bag_info(struct buf *out, const struct config *config, const struct bagging *bagging,
              const struct bagged *bagged)
{
    struct arena scratch = {0};
    add(out, "Source-Organization", config->publisher);
    add(out, "Contact-Email", mail_address(config->contact));
    add(out, "External-Description", described(&scratch, config));
    add(out, "External-Identifier", config->base_url);
    add(out, "Bagging-Date", bagging->date);
    add(out, "Payload-Oxum", str_format(&scratch, "%" PRIu64 ".%zu", bagged->bytes, bagged->files));
    add(out, "Internal-Sender-Description",
        str_format(
            &scratch,
            "%zu stories from %zu newspaper pages: the pages and what was said about them in "
            "data/content, the site that was made of them in data/public",
            bagged->tally.stories, bagged->tally.pages));
    add(out, "Bag-Software-Agent", STR("xianbao " XIANBAO_VERSION));
    arena_clear(&scratch);
}
