/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file keys.h  Names typed in one table and looked up from another: codes, UAIs, role spellings.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct CoKeys CoKeys;
typedef char *(*CoFold)(const char *text); /**< (transfer full) what is compared of a name */

/** @param fold  co_text_fold() or co_text_key(); NULL compares byte by byte */
CoKeys *co_keys_new(CoFold fold);
void co_keys_free(CoKeys *keys); /**< NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoKeys, co_keys_free)

/** Adds a name unless one that folds alike is there. Names that fold to nothing are not added.
 * @param index  >= 0, what co_keys_find() answers; @param line  of the row that names it, or 0
 * @return whether it was added */
bool co_keys_add(CoKeys *keys, const char *name, int index, int line);
/** @return the index, or -1. A name met before costs one hash, not a folding. */
int co_keys_find(CoKeys *keys, const char *name);
int co_keys_line(CoKeys *keys, const char *name); /**< line given when added, 0 when unknown */
/** @return (transfer none) the known name nearest to a misspelt one, as added; NULL when none is
 * near, or when there are too many names to compare with each */
const char *co_keys_closest(const CoKeys *keys, const char *name);
