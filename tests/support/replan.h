/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file replan.h  A grouping problem that has a published plan, and what then went wrong.
 * Implemented by tests/support/replan.c, which shares no code with solver/. */
#pragma once
#include <glib.h>
#include "cohorte/grouping.h"

typedef enum {
    CO_TROUBLE_NONE,
    CO_TROUBLE_TRAINER,  /**< a trainer who teaches is away on one slot of a group */
    CO_TROUBLE_ROOM,     /**< a room in use is closed on one slot of a group */
    CO_TROUBLE_NEWCOMER, /**< somebody placed had no place before */
    CO_TROUBLE_LEFT,     /**< a group that was published has one meeting that is none any more */
    CO_TROUBLE_END,
} CoTrouble;

typedef struct CoReplan CoReplan;
/** @param grouping  must outlive the replan; untouched @param plan  its groups become references
 * @return (transfer full) */
CoReplan *co_replan_new(const CoGrouping *grouping, const CoGroupingPlan *plan, CoTrouble trouble,
                        uint32_t seed);
/** @return (transfer none) */
const CoGrouping *co_replan_get(const CoReplan *replan);
void co_replan_free(CoReplan *replan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoReplan, co_replan_free)

/** @return all changes of these groups, by the words of the specification, what each continues
 * chosen for the fewest: for few groups, since all choices are tried */
int64_t co_replan_changes(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups);
/** @return the same, each continuing the reference it names */
int64_t co_replan_changes_named(const CoGrouping *grouping, const CoGrpGroup *groups, int n_groups);
