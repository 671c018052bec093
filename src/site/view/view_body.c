/* SPDX-License-Identifier: MIT */
#include "archive/report_slug.h"
#include "site/view/view_story.h"

#include "base/utf8.h"
#include "site/view/field.h"

struct body_block {
    enum role role;
    struct str slug; /* 本报讯 and the like, which opens a report; empty: none */
    struct str text; /* what follows it */
    bool picture;    /* a picture stood here, and nothing on the page says so */
};

struct body_blocks VEC_OF(struct body_block);

static bool overlaps(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

/* Whether a line of names was understood, so that the head of the page has them. */
static bool is_read(const struct story *story, const struct block *block)
{
    for (size_t i = 0; i < story->bylines.len; i++) {
        for (size_t k = 0; k < block->spans.len; k++) {
            if (overlaps(story->bylines.at[i].span, block->spans.at[k]))
                return true;
        }
    }
    return false;
}

static bool is_in_head(const struct story *story, const struct block *block)
{
    switch (block->role) {
    case ROLE_KICKER:
    case ROLE_HEADLINE:
    case ROLE_SUBTITLE:
        return true;
    case ROLE_BYLINE:
        return is_read(story, block);
    default:
        return false;
    }
}

static size_t slug_len(const struct block *block)
{
    if (block->role == ROLE_DATELINE)
        return block->text.len;
    return block->role == ROLE_PARAGRAPH ? report_slug_len(block->text) : 0;
}

static struct body_block body_block(const struct block *block)
{
    size_t slug = slug_len(block);
    return (struct body_block){
        .role = block->role,
        .slug = str_slice(block->text, 0, slug),
        .text = utf8_trim(str_slice(block->text, slug, block->text.len)),
    };
}

static struct body_blocks body_of(struct arena *scratch, const struct story *story)
{
    struct body_blocks body = {0};
    bool slug_seen = false;
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (is_in_head(story, block))
            continue;
        struct body_block made = body_block(block);
        if (made.slug.len && slug_seen)
            made = (struct body_block){.role = block->role, .text = block->text};
        slug_seen |= made.slug.len > 0;
        made.picture = block->role == ROLE_CAPTION &&
                       (body.len == 0 || body.at[body.len - 1].role != ROLE_PLACEHOLDER);
        vec_push(scratch, &body, made);
    }
    return body;
}

static bool is_lookup(struct arena *scratch, const void *self, struct str name, struct value *out)
{
    (void)scratch;
    const struct body_block *block = self;
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        if (!str_eq(name, str_of(role_name(role))))
            continue;
        *out = value_bool(block->role == role);
        return true;
    }
    return false;
}

const struct value_type block_is_type = {.name = "is", .lookup = is_lookup};

FIELD(get_role, body_block, value_string(str_of(role_name(view->role))))
FIELD(get_is, body_block, value_object(&block_is_type, view))
FIELD(get_slug, body_block, value_text(view->slug))
FIELD(get_text, body_block, value_text(view->text))
FIELD(get_picture, body_block, value_bool(view->picture))

static const struct value_field fields[] = {
    {"role", "what it is: paragraph, subhead, caption, credit, notice …", get_role},
    {"is", "is/ROLE: whether it has that role", get_is},
    {"slug", "the words that open a report, such as 本报讯; or nothing", get_slug},
    {"text", "its text, without the slug", get_text},
    {"picture", "whether a picture stood before it that the text does not mention", get_picture},
    {0},
};

const struct value_type body_block_type = {.name = "block", .fields = fields};

struct value body_value(struct arena *scratch, const struct story *story)
{
    struct body_blocks *body = ARENA_NEW(scratch, struct body_blocks);
    *body = body_of(scratch, story);
    return value_vec(scratch, &body_block_type, body);
}
