/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file arena.h  Memory that lives and dies with one problem. Private to planner/engine/.
 * A problem holds hundreds of thousands of small sets of slots: given out one after another from
 * large blocks, they cost what they hold and are released in one go. */
#pragma once
#include <glib.h>

typedef struct CoArena CoArena;

CoArena *co_arena_new(void); /**< (transfer full) */
void co_arena_free(CoArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoArena, co_arena_free)

/** @return (transfer none) @p n zeroed elements of @p size bytes, never NULL; good until the arena
 * is freed */
void *co_arena_alloc(CoArena *arena, size_t n, size_t size);
#define CO_ARENA_NEW(arena, Type, n) ((Type *)co_arena_alloc((arena), (size_t)(n), sizeof(Type)))
