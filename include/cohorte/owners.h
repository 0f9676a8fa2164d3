/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file owners.h  Rows sorted by what they belong to, for asking one owner after the other.
 * Implemented by planner/domain/owners.c. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/** @param owner  of each row, 0..n_owners-1; -1 = none
 * @param first  (out, transfer full) n_owners + 1 places: the rows of o are first[o]..first[o+1]-1
 * @return (transfer full) the rows that have an owner, owner after owner, those of each in their
 * own order. Linear. */
int *co_rows_by_owner(const int *owner, int n_rows, int n_owners, int **first);
G_END_DECLS
