/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/die.h"

#include <stdalign.h>
#include <stdint.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 16 * 1024, LARGEST_STEP = 1024 * 1024 };

struct arena_chunk {
    struct arena_chunk *prev;
    size_t size; /* bytes after the header */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

static struct arena_chunk *chunk_new(struct arena_chunk *prev, size_t least)
{
    size_t size = prev ? prev->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < least)
        size = least;
    struct arena_chunk *chunk = xmalloc(sizeof *chunk + size);
    *chunk = (struct arena_chunk){.prev = prev, .size = size};
    return chunk;
}

void *arena_room(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        die("out of memory (%zu bytes wanted)", size);
    size = (size + align - 1) / align * align;
    struct arena_chunk *chunk = arena->head;
    if (!chunk || chunk->size - chunk->used < size)
        arena->head = chunk = chunk_new(chunk, size);
    void *p = chunk->bytes + chunk->used;
    chunk->used += size;
    return p;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}

static size_t product(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        die("out of memory (%zu times %zu bytes wanted)", count, size);
    return count * size;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, product(count, size));
}

void *arena_room_for(struct arena *arena, size_t count, size_t size)
{
    return arena_room(arena, product(count, size));
}

void arena_reset(struct arena *arena)
{
    struct arena_chunk *chunk = arena->head;
    if (!chunk)
        return;
    for (struct arena_chunk *old = chunk->prev, *next; old; old = next) {
        next = old->prev;
        free(old);
    }
    chunk->prev = NULL;
    chunk->used = 0;
}

void arena_clear(struct arena *arena)
{
    arena_reset(arena);
    free(arena->head);
    arena->head = NULL;
}

void arena_adopt(struct arena *arena, struct arena *from)
{
    struct arena_chunk **end = &arena->head;
    while (*end)
        end = &(*end)->prev;
    *end = from->head;
    from->head = NULL;
}

void arena_keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
#endif
}
