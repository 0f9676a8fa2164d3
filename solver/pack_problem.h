/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack_problem.h  One class without its dates as a packing problem. Private to
 * solver/pack*.c.
 *
 * Items are put whole into groups, groups stand in rooms. Everything that couples the class with
 * others or with dates is dropped and every cost is the least possible, so the optimum is a lower
 * bound on what the class costs in any plan that seats all of it. With one item per room slot and
 * one group per room this is the capacitated p-median problem. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

typedef struct CoPackProblem {
    int class_idx;
    int n_items, n_rooms;
    int *size;         /**< by item: persons, >= 1 */
    double *cost;      /**< [room x n_items + item]: whole cents, INFINITY = not there */
    int *place;        /**< by room: local room of the class, -1 = the class meets nowhere */
    double *open_cost; /**< by room: a group there, team included */
    int *capacity;     /**< by room: persons of one group */
    int *most_uses;    /**< by room: groups it can hold, >= 1 */
    int min_size;      /**< persons of one group, >= 1 */
    int least_groups, most_groups;
    int largest; /**< greatest capacity */
    int n_persons;
} CoPackProblem;

/** @return (transfer full) the packing problem of a class; its groups are as many as R11 and the
 * seats ask. Rooms that no pattern fits are left out. */
CoPackProblem *co_pack_problem_new(const CoGrouping *grouping, int class_idx);
/** @return (transfer full) an empty problem with memory for so many items and rooms; cost's rows
 * are as long as n_items will be */
CoPackProblem *co_pack_problem_alloc(int n_items, int n_rooms);
void co_pack_problem_free(CoPackProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPackProblem, co_pack_problem_free)

/** A packing: by item the group, by group the room. */
typedef struct CoPacking {
    bool found;
    double cost;
    int n_groups;
    int *room;  /**< by group; room of the problem */
    int *group; /**< by item */
} CoPacking;
CoPacking *co_packing_new(const CoPackProblem *problem);
void co_packing_free(CoPacking *packing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoPacking, co_packing_free)
void co_packing_copy(const CoPackProblem *problem, CoPacking *to, const CoPacking *from);
/** @return what a full packing costs, INFINITY when it breaks a size, a count or an item's room */
double co_packing_cost(const CoPackProblem *problem, const CoPacking *packing);
