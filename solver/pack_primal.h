/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_primal.h  Good packings from half-made ones. Private to solver/pack*.c. */
#pragma once
#include "pack_problem.h"

/** What a packing is made from. */
typedef struct CoPackHint {
    const int *uses;     /**< by room: groups there */
    const double *share; /**< [room x n_items + item]: how much the item leans to the room, 0..1 */
} CoPackHint;

/** Seats everybody in groups of these rooms, the surest first, then improves: one item moved, two
 * exchanged, a group carried to a better room, until nothing helps. Keeps it in @p best when it is
 * cheaper. @return operations done, for the budget */
int64_t co_pack_round(const CoPackProblem *problem, const CoPackHint *hint, CoPacking *best);
