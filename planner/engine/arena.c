/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arena.h"

enum { BLOCK_SIZE = 256 * 1024, ALIGNMENT = 16 };

struct CoArena {
    GPtrArray *blocks;
    char *next;
    size_t left;
};

CoArena *co_arena_new(void)
{
    CoArena *arena = g_new0(CoArena, 1);
    arena->blocks = g_ptr_array_new_with_free_func(g_free);
    return arena;
}

void co_arena_free(CoArena *arena)
{
    if (arena == NULL)
        return;
    g_ptr_array_unref(arena->blocks);
    g_free(arena);
}

static void *add_block(CoArena *arena, size_t size)
{
    void *block = g_malloc0(size);
    g_ptr_array_add(arena->blocks, block);
    return block;
}

void *co_arena_alloc(CoArena *arena, size_t n, size_t size)
{
    g_assert(size > 0 && n < G_MAXSIZE / 2 / size);
    size_t n_bytes = (MAX(n, 1) * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    /* A large array gets a block of its own, so that the rest of the current one is not lost. */
    if (n_bytes > BLOCK_SIZE / 4)
        return add_block(arena, n_bytes);
    if (n_bytes > arena->left) {
        arena->next = add_block(arena, BLOCK_SIZE);
        arena->left = BLOCK_SIZE;
    }
    void *given = arena->next;
    arena->next += n_bytes;
    arena->left -= n_bytes;
    return given;
}
