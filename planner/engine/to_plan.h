/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file to_plan.h  Groups of indices back to a plan. Private to planner/engine/. */
#pragma once
#include "build.h"

/** @return (transfer full) the plan: groups with codes, meetings and members in canonical order,
 * persons without a group (reasons still empty), tiers, how the run ended. Seed and digest are the
 * caller's. */
CoPlan *co_to_plan(const CoEngineProblem *problem, const CoGroupingPlan *found);

/* group_codes.c */
/** Where a group comes from. */
typedef struct CoGroupOrigin {
    int lock;      /**< in the problem, -1 = none */
    int reference; /**< the published group that it continues, -1 = none; as the solver says */
} CoGroupOrigin;
/** Names the groups, which stand in their order: those that continue a published group keep its
 * code. Where the solver did not count changes, these are locked groups, then those that resemble
 * one. The others take the next free numbers of their path. */
void co_name_groups(const CoEngineProblem *problem, CoPlan *plan, const CoGroupOrigin *origins);
/* comfort_points.c */
/** @return tier 3 of the plan's groups, in points */
int64_t co_comfort_points(const CoEngineProblem *problem, const CoPlan *plan);
/* changes.c */
/** @return MODEL.md §3: what differs from the published plan, in points; 0 without one */
int64_t co_count_changes(const CoEngineProblem *problem, const CoPlan *plan);
