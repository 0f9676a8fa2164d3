/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file readiness_parts.h  What the parts of the readiness report share. Private to
 * planner/engine/.
 *
 * Everything here is a relaxation: dates, rooms and trainers are looked at one by one or half-day
 * by half-day, never all of a plan at once. So a bound can be too kind, never too strict. */
#pragma once
#include "build.h"
#include "cohorte/readiness.h"

/** The dates on which one class can meet in person. */
typedef struct CoDates {
    const CoEngineProblem *problem;
    const CoEngineClass *cls;
    int n_modules, n_slots, n_words;
    int half_days;       /**< slots in person of one group */
    CoSlotWord **starts; /**< by module, where it may start; then only those of whole patterns */
    CoSlotWord *used;    /**< slots of those starts */
    CoSlotWord *fm1;     /**< slots of `used` that only FM1 modules use */
    bool any;            /**< some pattern exists; true without in-person module */
} CoDates;

/* readiness_dates.c */
CoDates *co_dates_new(CoEngineProblem *problem, int class_idx);
void co_dates_free(CoDates *dates);
/** @return whether all modules can be dated outside @p busy, those that must precede the cutover
 * before @p deadline_slot */
bool co_dates_exist(const CoDates *dates, const CoSlotWord *busy, int deadline_slot);
/** @return the most groups when each slot carries @p capacity groups at once */
int co_dates_bound(const CoDates *dates, const int *capacity);
/** @return the same for one room or trainer, who is there for one group at a time */
int co_dates_bound_alone(const CoDates *dates, const CoSlotWord *busy);

/* readiness_flow.c */
/** Units to send from left to right over edges without limit. */
typedef struct CoFlow {
    int n_left, n_right, n_edges;
    const int *left_capacity, *right_capacity;
    const int (*edges)[2]; /**< left, right */
} CoFlow;
/** @return the most units that pass */
int co_flow_most(const CoFlow *flow);

/** The report in the making. */
typedef struct CoReadinessWork {
    const CoCampaign *campaign;
    CoEngineProblem *problem;
    CoDates **dates;     /**< by class */
    bool *excluded;      /**< by person: never free, or without a room */
    GArray *findings;    /**< of CoFinding */
    GArray *capacities;  /**< of CoCapacity, one per class */
    CoReadiness *report; /**< gets the rest */
} CoReadinessWork;

/** @return a finding that names nothing yet */
CoFinding co_finding_new(CoFindingKind kind, CoSeverity severity);
void co_finding_add(CoReadinessWork *work, CoFinding finding);

/* readiness_needs.c: answers, needs against similar ones, estimates */
void co_readiness_needs(CoReadinessWork *work);
/* readiness_people.c: persons, trainers and offices that no dates suit */
void co_readiness_people(CoReadinessWork *work);
/* readiness_capacity.c: groups needed and possible, by class; wants co_readiness_people() before */
void co_readiness_capacity(CoReadinessWork *work);
/* readiness_shared.c: means that several paths share; wants co_readiness_capacity() before */
void co_readiness_shared(CoReadinessWork *work);
