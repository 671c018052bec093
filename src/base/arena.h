/* SPDX-License-Identifier: MIT */
/*
 * An arena: memory that is given out piece by piece and given back all at once.
 *
 * By custom a function that makes something takes `keep`, where its result lives, and, if it
 * needs room to work, `scratch`, which its caller resets when it likes.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_chunk;

struct arena {
    struct arena_chunk *head; /* the chunk in use; NULL: nothing taken yet */
};

/* Zeroed memory, aligned for any type. Never NULL. A zeroed struct arena is ready for use. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, but what the memory holds is not set. */
void *arena_room(struct arena *arena, size_t size);

/* COUNT times SIZE bytes; dies on overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);
void *arena_room_for(struct arena *arena, size_t count, size_t size); /* not set */

/* Makes an array at AT (NULL: none yet) of COUNT elements of SIZE bytes one of WIDER elements; the
   new ones are not set. It grows where it stands if it was taken from ARENA last, or is large (it
   has then, as a rule, a chunk of its own); else it is copied, and its old place is lost. Either
   way AT is no longer to be used. */
void *arena_grow(struct arena *arena, void *at, size_t count, size_t wider, size_t size);

/* Gives everything back, but keeps one chunk for the next use if it is not large. */
void arena_reset(struct arena *arena);

/* Gives everything back to the system; the arena may be used again. */
void arena_clear(struct arena *arena);

/* Makes all that FROM gave out a part of ARENA, and FROM empty. */
void arena_adopt(struct arena *arena, struct arena *from);

/* Lets the process keep what arenas give back, up to 64 MiB, for whatever is taken next: a page
   takes a few megabytes, and so will the next. Where the system's allocator cannot be told, nothing
   changes. */
void arena_keep_memory(void);

/* Gives to the system what was kept so: nothing is taken next as it was before. */
void arena_return_memory(void);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ROOM(arena, type, count) ((type *)arena_room_for((arena), (count), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
