/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_node.h  What a node of the packing tree has decided, and the best group of every room
 * under prices within it. Private to solver/pack*.c. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "pack_problem.h"

/** Decisions of one node; a bound of its own. */
typedef struct CoPackNode {
    bool *open;    /**< by room: at least one group */
    bool *closed;  /**< by room: none */
    bool *allowed; /**< [room x n_items + item] */
    int *home;     /**< by item: the only room left, where that room holds one group; else -1 */
    double *price; /**< by item, >= 0: where its ascent starts */
    double bound;
    int depth;
} CoPackNode;

CoPackNode *co_pack_node_new(const CoPackProblem *problem); /**< nothing decided, prices 0 */
CoPackNode *co_pack_node_copy(const CoPackProblem *problem, const CoPackNode *from);
void co_pack_node_free(CoPackNode *node);
/** Draws what follows from the decisions: homes, rooms open or closed.
 * @return false when they leave no packing */
bool co_pack_node_settle(const CoPackProblem *problem, CoPackNode *node);

/** The best group of one room under prices, and the tables behind it; made once, used for all. */
typedef struct CoPackPricer {
    const CoPackProblem *problem;
    double *table; /* (n_items + 1) x (largest + 1) */
    double *suffix;
    int *candidate; /* items in the table, in order */
    double *gain;
    int n_candidates;
    int64_t cells; /**< table cells filled so far */
} CoPackPricer;
CoPackPricer *co_pack_pricer_new(const CoPackProblem *problem);
void co_pack_pricer_free(CoPackPricer *pricer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPackPricer, co_pack_pricer_free)

/** Least of opening cost + costs - prices over the groups the room may hold, homes included; exact
 * 0/1 knapsack by dynamic programming over persons.
 * @param members  gets n_items flags; NULL = not wanted
 * @return INFINITY when there is no such group */
double co_pack_price_room(CoPackPricer *pricer, const CoPackNode *node, int room, bool *members);
/** A value that co_pack_price_room() does not fall below, by filling the seats with the best parts
 * of items; much cheaper. */
double co_pack_price_hope(CoPackPricer *pricer, const CoPackNode *node, int room);
/** The same value for every item made a member, at three times the cost; INFINITY where that cannot
 * be. Groups too small count too, which only lowers a value. @param with  n_items values */
void co_pack_price_with(CoPackPricer *pricer, const CoPackNode *node, int room, double *with);
