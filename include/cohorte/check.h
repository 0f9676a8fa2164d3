/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file check.h  The independent checker. Implemented by planner/check/.
 * Recomputes every hard rule and every tier of MODEL.md from campaign + plan alone, with code of its
 * own (openness, availability, distances, costs: nothing shared with engine or solver). A plan counts
 * only when this agrees. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include "cohorte/plan.h"
G_BEGIN_DECLS

/** One broken rule. Indices are -1 where they say nothing. */
typedef struct CoViolation {
    CoRule rule;
    int group_idx, other_group_idx;
    int person_idx, trainer_idx, room_idx, establishment_idx;
    int module_idx;
    CoDay day;
    CoHalves halves;
    int64_t found, allowed; /**< the two numbers compared, where the rule compares numbers */
} CoViolation;

typedef struct CoCheckReport {
    int n_violations;
    CoViolation *violations; /**< by rule, then group, then day */
    int64_t unplaced_weight; /**< tier 1 */
    int64_t cost_cents;      /**< tier 2 */
    int64_t comfort_points;  /**< tier 3 */
    int64_t trainer_time_cents, mileage_cents, meal_cents; /**< parts of tier 2 */
    int n_placed;
    bool tiers_agree;        /**< the plan's stated tier values equal these */
} CoCheckReport;

/** Options: @p published is the plan that locks (R13) refer to; NULL = no published plan, R13 idle. */
typedef struct CoCheckOptions {
    const CoPlan *published;
} CoCheckOptions;
#define CO_CHECK_OPTIONS_INIT {NULL}

/** Never fails: whatever the plan holds (indices out of range included, reported under the closest
 * rule), it is judged. Linear in meetings x members, under 50 ms for 250 persons.
 * @return (transfer full) */
CoCheckReport *co_check_plan(const CoCampaign *campaign, const CoPlan *plan, const CoCheckOptions *options);
void co_check_report_free(CoCheckReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoCheckReport, co_check_report_free)

/** Cost of one human's travel for one in-person day: shared with documents. */
typedef struct CoTrip {
    int64_t km;             /**< one way, whole kilometres as charged */
    bool same_commune;
    int64_t mileage_cents;  /**< round trip */
    int64_t meal_cents;
} CoTrip;
/** @param day       chooses the dated rates @param full_day  both halves are held */
CoTrip co_check_trip(const CoCampaign *campaign, const CoPlace *from, int room_idx, CoDay day, bool full_day);
/** @return whether nothing forbids a meeting on that half-day in that academy (weekends, holidays,
 * closures, Wednesdays) */
bool co_check_slot_is_open(const CoCampaign *campaign, int academy_idx, CoDay day, CoHalves half);
G_END_DECLS
