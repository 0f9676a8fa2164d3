/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file reasons.h  Why a person is in no group, and what would change it. Private to
 * planner/engine/. */
#pragma once
#include "build.h"

/* blockers.c */
/** Who is where, when, in a finished plan. */
typedef struct CoOccupancy CoOccupancy;
/** @return (transfer full); problem and plan must outlive it */
CoOccupancy *co_occupancy_new(const CoEngineProblem *problem, const CoPlan *plan);
void co_occupancy_free(CoOccupancy *occupancy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoOccupancy, co_occupancy_free)
/** @return the rules that keep an item out of a group of its class, all else standing; 0 = none
 * does; every rule of CO_RULE_END and above is clear */
CoRuleSet co_blocking_rules(const CoOccupancy *occupancy, int item_idx, int group_idx);

/* what_if.c */
/** One rule lifted, and what it would give. */
typedef struct CoWhatIf {
    CoRule rule;
    CoRemedy remedy;
    bool sweeping;  /**< lifts so much that a smaller change is preferred */
    bool *placed;   /**< by person; owned */
    int64_t gained; /**< weight placed beyond the plan's */
    int64_t cost_cents;
} CoWhatIf;
/** Plans again with each rule that could matter lifted in turn, on a small fixed budget each, only
 * the academies that have somebody unplaced.
 * @return (transfer full) of CoWhatIf, those that place more: by gain, small changes before
 * sweeping ones, cost, rule */
GArray *co_try_what_ifs(const CoEngineProblem *problem, const CoPlan *plan,
                        const volatile int *cancel);

/* reasons.c */
/** Fills rules, main rule, remedy and group of every unplaced person of the plan. Deterministic.
 * @param cancel  becomes non-zero to settle for what the groups alone tell; NULL = never */
void co_explain(const CoEngineProblem *problem, CoPlan *plan, const volatile int *cancel);
