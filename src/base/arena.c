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

/* Under the address sanitizer what was given back is not to be touched, and what grows always
   moves, so that nobody keeps a pointer to where it was. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define STRICT 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define STRICT 1
#endif
#ifdef STRICT
#include <sanitizer/asan_interface.h>
#define FORBID(at, size) __asan_poison_memory_region((at), (size))
#define ALLOW(at, size) __asan_unpoison_memory_region((at), (size))
#else
#define STRICT 0
#define FORBID(at, size) ((void)0)
#define ALLOW(at, size) ((void)0)
#endif

enum { FIRST_CHUNK = 16 * 1024, LARGEST_STEP = 1024 * 1024 };

struct arena_chunk {
    struct arena_chunk *prev;
    size_t size; /* bytes after the header */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

static struct arena_chunk *chunk_new(struct arena_chunk *prev, size_t size)
{
    struct arena_chunk *chunk = xmalloc(sizeof *chunk + size);
    *chunk = (struct arena_chunk){.prev = prev, .size = size};
    return chunk;
}

/* A chunk for LEAST bytes and what comes after them. */
static struct arena_chunk *chunk_next(struct arena_chunk *prev, size_t least)
{
    size_t size = prev ? prev->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    return chunk_new(prev, size < least ? least : size);
}

/* A chunk for SIZE bytes alone, behind the one in use, if there is one. */
static struct arena_chunk *chunk_apart(struct arena *arena, size_t size)
{
    struct arena_chunk **link = arena->head ? &arena->head->prev : &arena->head;
    return *link = chunk_new(*link, size);
}

/* SIZE, rounded up so that what comes after it is aligned too. */
static size_t aligned(size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        die("out of memory (%zu bytes wanted)", size);
    return (size + align - 1) / align * align;
}

void *arena_room(struct arena *arena, size_t size)
{
    size = aligned(size);
    struct arena_chunk *chunk = arena->head;
    if (size >= LARGEST_STEP)
        chunk = chunk_apart(arena, size);
    else if (!chunk || chunk->size - chunk->used < size)
        arena->head = chunk = chunk_next(chunk, size);
    void *p = chunk->bytes + chunk->used;
    chunk->used += size;
    ALLOW(p, size);
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

/* Makes the SIZE bytes at AT, which have a chunk of their own, WIDER. NULL: they are not ARENA's.
 */
static void *apart_grow(struct arena *arena, unsigned char *at, size_t size, size_t wider)
{
    struct arena_chunk **link = &arena->head;
    while (*link && ((*link)->bytes != at || (*link)->used != size))
        link = &(*link)->prev;
    if (!*link)
        return NULL;
    struct arena_chunk *chunk = *link = xrealloc(*link, sizeof *chunk + wider);
    chunk->size = chunk->used = wider;
    return chunk->bytes;
}

/* The same for bytes that were taken last. NULL: they were not, or there is no room. */
static void *last_grow(struct arena *arena, unsigned char *at, size_t size, size_t wider)
{
    struct arena_chunk *chunk = arena->head;
    if (!chunk || chunk->used < size || at != chunk->bytes + (chunk->used - size) ||
        chunk->size - (chunk->used - size) < wider)
        return NULL;
    chunk->used += wider - size;
    return at;
}

static void *grow(struct arena *arena, void *at, size_t size, size_t wider)
{
    if (!at)
        return NULL;
    return size >= LARGEST_STEP ? apart_grow(arena, at, size, wider)
                                : last_grow(arena, at, size, wider);
}

void *arena_grow(struct arena *arena, void *at, size_t count, size_t wider, size_t size)
{
    size_t old = product(count, size), new = product(wider, size);
    void *grown = STRICT ? NULL : grow(arena, at, aligned(old), aligned(new));
    if (grown)
        return grown;
    grown = arena_room(arena, new);
    if (old)
        memcpy(grown, at, old);
    FORBID(at, old);
    return grown;
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
    FORBID(chunk->bytes, chunk->size);
    if (chunk->size > LARGEST_STEP) {
        free(chunk);
        arena->head = NULL;
    }
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

void arena_return_memory(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void arena_keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
#endif
}
