/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file evaluate.h  What a set of groups is worth, recomputed from nothing. Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"

typedef struct CoEvaluation {
    int64_t unplaced; /**< tier 1: weight of the items in no group */
    int64_t cost;     /**< tier 2 */
    int64_t value;    /**< M x unplaced + cost */
} CoEvaluation;

/** Linear in items. Rules are not looked at. */
void co_evaluate(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups,
                 CoEvaluation *out);

/** Tier 3 points of groups whose virtual classes may be dated. Linear in members x meetings and
 * offices x slots. */
int64_t co_evaluate_comfort(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups);

/** @return its part of one group: Wednesdays, size, milestones and classes missed by its items */
int64_t co_group_comfort(const CoGrouping *grouping, const CoGrpGroup *group);
int64_t co_wednesday_comfort(const CoGrouping *grouping, const CoGrpPattern *pattern);
/** @return its part of trainers who teach @p load half-days of one path, 0 = not at all */
int64_t co_spread_comfort(const int *load, int n_trainers);
/** @return its part of an office from which @p load persons are away, by slot */
int64_t co_office_comfort(const CoGrouping *grouping, int office, const int16_t *load);

/** @return the cost of seating exactly @p items in one group: travel, cars shared */
int64_t co_members_cost(const CoGrouping *grouping, const CoGrpGroup *group);

/** @return the travel of a team: -1 in @p team or no room costs nothing */
int64_t co_team_cost(const CoGrouping *grouping, int class_idx, int room, int profile, int team);

/** @return persons a group may hold in that local room (-1 = it has no room), R02 */
int co_group_capacity(const CoGrpClass *cls, int room);

/** @return persons of the item absent from the virtual class when it starts at that slot */
int co_item_absent(const CoGrpItem *item, const CoGrpVirtual *virt, int start);
