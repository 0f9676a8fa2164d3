/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_tree.h  Branch and bound on a packing problem. Private to solver/pack*.c. */
#pragma once
#include "pack_problem.h"
#include "search.h"

typedef struct CoPackAnswer {
    double
        bound; /**< no packing costs less; INFINITY: there is none; -INFINITY: nothing is known */
    int n_nodes;
} CoPackAnswer;

typedef struct CoPackTreeOptions {
    const double *price; /**< by item, where the root's ascent starts; NULL = 0 */
    int most_nodes;      /**< 0 = no limit */
} CoPackTreeOptions;

/** Searches the cheapest packing, best bound first, until it is proven or the budget ends; the
 * bound holds in every case. Each node is bounded by prices (pack_ascent.h), loses the rooms and
 * seats that the bound rules out, and is split on a room open or closed, or on the rooms of one
 * item (Ceselli and Righini 2005).
 * @param best  a packing known, or none (found = false); gets a cheaper one when there is */
CoPackAnswer co_pack_tree_solve(const CoPackProblem *problem, const CoPackTreeOptions *options,
                                CoBudget *budget, CoPacking *best);
