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
