/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file model_bundles.h  The reference model of stage 1, form `bundles`. Implemented by
 * solver/model_bundles.c (columns, reading a solution) and solver/model_bundle_rows.c (one function
 * per rule). Private to solver/.
 *
 * A bundle is a (class, place, pattern) that is free, or the copy of one for a mandatory group
 * (R13). One binary each, at most one group on a bundle: two groups cannot be in one room at one
 * time. A class that never meets in person has as many copies as it can have groups. */
#pragma once
#include <glib.h>
#include "model.h"

typedef struct CoBundle {
    int class_idx, place, pattern;
    int lock;   /**< -1 = of any ordinary group */
    int copy;   /**< 0, or 0, 1, ... where there are several */
    int column; /**< y: a group takes it */
    int *item;  /**< x by position in the items of the class: sits there; -1 = cannot */
    int *teach; /**< z by choice of the class's teaching; -1 = cannot */
} CoBundle;

typedef struct CoBundlesModel {
    const CoGrouping *grouping;
    CoModelBase base;
    CoModelTeaching **teaching; /**< by class */
    GArray *bundles;            /**< of CoBundle */
    int *unplaced;              /**< u by item; -1 = must sit (R13) */
} CoBundlesModel;

/** Counts without building. @return columns of the model; O(classes x rooms x patterns x items) */
int64_t co_bundles_model_n_cols(const CoGrouping *grouping);

/** Builds columns and rows; the objective is M x unplaced weight + cost.
 * @param named  names for reading the written model: x_i12_b34 is item 12 on bundle 34
 * @return (transfer full) never NULL; refers to @p grouping */
CoBundlesModel *co_bundles_model_new(const CoGrouping *grouping, bool named);
void co_bundles_model_free(CoBundlesModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoBundlesModel, co_bundles_model_free)

/** Sets the objective to unplaced x (unplaced weight) + cost x (cost). */
void co_bundles_model_set_objective(CoBundlesModel *model, double unplaced, double cost);

/** Reads a solution. @return (transfer full) the groups, virtual classes undated, by class */
CoGrpGroup *co_bundles_model_groups(const CoBundlesModel *model, const double *x, int *n_groups);

/** The rows; see model_bundle_rows.c. */
void co_bundles_model_add_rows(CoBundlesModel *model);
#define CO_BUNDLE(model, b) (&g_array_index((model)->bundles, CoBundle, (guint)(b)))
