/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file undated_model.h  The undated relaxation of one block of classes as an LP model with
 * integer group counts. Private to solver/undated*.c. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "lp.h"

/** Columns of one class; -1 where a column does not exist. */
typedef struct CoUndatedClass {
    int class_idx;
    int *count;  /**< by local room: groups there */
    int *member; /**< [position in cls->items x n_rooms + room] */
    int *out;    /**< by position: the item is unplaced */
    int *team;   /**< [team x n_rooms + room] */
} CoUndatedClass;

typedef struct CoUndatedModel {
    const CoGrouping *grouping;
    CoLp *lp;
    int n_classes;
    CoUndatedClass *classes;
    int unplaced_row; /**< sum of weights unplaced */
} CoUndatedModel;

/** Builds the model of these classes with objective "cost". @param may_leave_out  items may be
 * unplaced (columns `out`); else all are placed and the group counts are at least what that needs.
 */
CoUndatedModel *co_undated_model_new(const CoGrouping *grouping, const int *classes, int n_classes,
                                     bool may_leave_out);
void co_undated_model_free(CoUndatedModel *model);
/** Turns the objective from cost to unplaced weight. */
void co_undated_model_minimise_unplaced(CoUndatedModel *model);

/** @return whether some dates suit the item (-1 = nobody in particular) and the local room (-1 =
 * the class meets nowhere) */
bool co_undated_dates_suit(const CoGrouping *grouping, const CoGrpClass *cls, int item, int room);
/** @return least travel of an item to a local room over the profiles, in cents; of a car that it
 * may share with others, the least part that falls to it. Linear in the items of the class when
 * cars are shared. */
double co_undated_least_cost(const CoGrouping *grouping, int item, int room);
/** @return least travel of a team to a local room over the profiles, in cents */
double co_undated_least_team_cost(const CoGrouping *grouping, int class_idx, int room, int team);
