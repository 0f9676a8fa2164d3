/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file model_groups.h  The reference model of stage 1, form `groups`. Implemented by
 * solver/model_groups.c (columns) and solver/model_group_rows.c (one function per rule). Private to
 * solver/.
 *
 * Each class has numbered groups, as many as any plan can have, the mandatory ones (R13) first. A
 * group is open or not, takes one *site* (place and cost profile) and one pattern of dates; the
 * slots it fills follow, and with them who and what is taken then. The optimum is that of the form
 * `bundles`. */
#pragma once
#include <glib.h>
#include "model.h"

/** Columns of one numbered group; -1 where a column does not exist. */
typedef struct CoNumberedGroup {
    int class_idx;
    int lock;
    int open;     /**< v: the group is held */
    int *date;    /**< d by pattern */
    int *site;    /**< r by site = place x n_profiles + profile */
    int *item;    /**< x by position in the class x n_sites + site */
    int *teach;   /**< z by choice x n_sites + site */
    int *slot;    /**< o by slot: it meets then */
    int *room;    /**< q by place x n_slots + slot: it meets there then */
    int *trainer; /**< a by trainer x n_slots + slot: that trainer teaches it then */
} CoNumberedGroup;

typedef struct CoGroupsModel {
    const CoGrouping *grouping;
    CoModelBase base;
    CoModelTeaching **teaching; /**< by class */
    int n_groups;
    CoNumberedGroup *groups;
    int *unplaced; /**< u by item; -1 = must sit (R13) */
    int *away;     /**< w by item x n_slots + slot: in a meeting then; only where a rule asks */
    int **twin;    /**< by class and slot: the slot whose columns say the same, itself or the
                      morning when every pattern holds both halves or none */
} CoGroupsModel;

/** Counts without building. @return an upper bound on the columns of the model */
int64_t co_groups_model_n_cols(const CoGrouping *grouping);

/** Builds columns and rows; the objective is M x unplaced weight + cost.
 * @param named  names for reading the written model: x_i12_g3_r2 is item 12 in group 3 and room 2
 * @return (transfer full) never NULL; refers to @p grouping */
CoGroupsModel *co_groups_model_new(const CoGrouping *grouping, bool named);
void co_groups_model_free(CoGroupsModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoGroupsModel, co_groups_model_free)

/** The rows; see model_group_rows.c. */
void co_groups_model_add_rows(CoGroupsModel *model);
/** @return sites of a class */
int co_groups_model_n_sites(const CoGrpClass *cls);
