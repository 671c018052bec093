/* SPDX-License-Identifier: MIT */
/* Pages with stories for tests of enrich/, made of blocks whose roles are given. */
#ifndef TESTS_ENRICH_STORY_OF_H
#define TESTS_ENRICH_STORY_OF_H

#include "base/buf.h"
#include "story/story.h"

struct draft {
    enum role role;
    const char *text; /* NULL: the next story begins */
};

struct scene {
    struct page *page;
    struct stories stories;
};

static inline void scene_add_block(struct arena *keep, struct scene *scene, struct draft draft,
                                   uint32_t at, uint32_t line)
{
    struct story *story = &scene->stories.at[scene->stories.len - 1];
    struct block block = {
        .role = draft.role, .text = str_of(draft.text), .first_line = line, .last_line = line};
    vec_push(keep, &block.spans, (struct span){at, at + (uint32_t)block.text.len});
    vec_push(keep, &story->blocks, block);
    if (draft.role == ROLE_HEADLINE)
        story->headline = block.text;
    if (draft.role == ROLE_FURNITURE)
        story->kind = KIND_RESIDUE;
}

/* A page with a block a line, and its stories; one of furniture is residue. */
static inline struct scene scene_of(struct arena *keep, const struct draft *drafts, size_t len)
{
    struct scene scene = {.page = ARENA_NEW(keep, struct page)};
    struct buf text = {0};
    scene.page->path = STR("test.txt");
    scene.page->diags.keep = keep;
    vec_push(keep, &scene.stories, (struct story){.page = scene.page});
    for (size_t i = 0; i < len; i++) {
        if (!drafts[i].text) {
            vec_push(keep, &scene.stories, (struct story){.page = scene.page});
            continue;
        }
        scene_add_block(keep, &scene, drafts[i], (uint32_t)text.len, (uint32_t)i + 1);
        buf_fmt(&text, "%s\n", drafts[i].text);
    }
    scene.page->text = str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return scene;
}

/* SCENE(&keep, {ROLE_HEADLINE, "…"}, {ROLE_PARAGRAPH, "…"}) */
#define SCENE(keep, ...)                                  \
    scene_of((keep), (const struct draft[]){__VA_ARGS__}, \
             sizeof((const struct draft[]){__VA_ARGS__}) / sizeof(struct draft))

#endif
