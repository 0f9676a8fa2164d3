/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_ascent.h  Prices for the items of a packing problem: a safe bound for a node, and an
 * idea of its best fractional packing. Private to solver/pack*.c.
 *
 * Every item is to sit exactly once; a price on that leaves one knapsack per room and a choice of
 * the best rooms. Whatever the prices, that is a lower bound. Prices climb by the volume algorithm
 * (Barahona and Anbil 2000): a mean of the packings seen gives the direction, and at the end stands
 * near the optimum of the relaxation over whole groups, so it tells where to branch. */
#pragma once
#include "pack_node.h"
#include "search.h"

typedef struct CoPackAscent {
    const CoPackProblem *problem;
    CoPackPricer *pricer;
    CoPacking *best; /**< the cheapest packing known, improved on the way */
    CoBudget *budget;
    double *share;      /**< [room x n_items + item]: mean of the packings seen */
    double *open_share; /**< by room: groups in the mean */
    /* the last look */
    double *value; /* by room */
    bool *members;
    int *uses;
    int *order, *queue;
    double *known;
    double *trial, *cover, *direction;
    double *with;
    int64_t spare_work; /* operations not yet given to the budget */
} CoPackAscent;

CoPackAscent *co_pack_ascent_new(const CoPackProblem *problem, CoPackPricer *pricer,
                                 CoPacking *best, CoBudget *budget);
void co_pack_ascent_free(CoPackAscent *ascent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPackAscent, co_pack_ascent_free)

/** Lifts the bound of a node from its prices, within @p n_steps looks.
 * @return false when no packing of the node is cheaper than the best one known */
bool co_pack_ascend(CoPackAscent *ascent, CoPackNode *node, int n_steps);
/** Closes rooms, opens rooms and forbids seats that no cheaper packing can have, by the bound at
 * the node's prices. @return whether anything was decided */
bool co_pack_fix(CoPackAscent *ascent, CoPackNode *node);
/** @return the whole cost that no packing with such a bound can be below */
double co_pack_round_up(double bound);
