/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file text_pool.h  Texts kept once, however often they are met, and the sheets that point to
 * them: the memory of a workbook follows its distinct texts, not its rows. */
#pragma once
#include <glib.h>

typedef struct CoTextPool CoTextPool;

/** Most that one pool may hold, in bytes. */
enum { CO_TEXT_POOL_MAX_BYTES = 1 << 29 };

CoTextPool *co_text_pool_new(void); /**< (transfer full) empty */
CoTextPool *co_text_pool_ref(CoTextPool *pool);
void co_text_pool_unref(CoTextPool *pool); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoTextPool, co_text_pool_unref)

/** @param text  @p length bytes without NUL
 * @return (transfer none) a copy that lives as long as the pool, the same one for the same text;
 *     NULL when the pool is full. Expected time O(length). */
const char *co_text_pool_add(CoTextPool *pool, const char *text, gsize length);
/** Frees what finds a text again: later additions are refused, texts stay. */
void co_text_pool_seal(CoTextPool *pool);
