/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file search.h  Neighbourhood search over whole plans. Private to solver/.
 *
 * A move closes one to three groups, opens them again with other dates, rooms or trainers, and
 * seats the classes concerned anew; it is kept or undone by the rule of simulated annealing. One
 * unit of work = one move. Same state, same random numbers, same plan. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "seating.h"
#include "state.h"

/** When to stop, asked between moves; shared by all phases. */
typedef struct CoBudget {
    int64_t work, work_limit;
    int64_t end_us;             /**< g_get_monotonic_time() to stop at; 0 = none */
    int n_asked;                /**< the clock is looked at every few questions only */
    bool spent;                 /**< stays true once the answer was yes; clear it to go on */
    const volatile int *cancel; /**< NULL = never */
    CoGrpStop reason;           /**< set when co_budget_is_spent() says so */
} CoBudget;
bool co_budget_is_spent(CoBudget *budget);
/** @return seconds to the clock stop, at least 0.01; 0 = there is none (as the LP door wants it) */
double co_budget_seconds_left(const CoBudget *budget);

/** A plan kept aside with what it is worth. */
typedef struct CoBest {
    bool found;
    CoGrpGroup *groups;
    int n_groups;
    int64_t unplaced, changes, cost, comfort;
} CoBest;
void co_best_clear(CoBest *best);

typedef struct CoSearch {
    const CoGrouping *grouping;
    CoState *state;
    GRand *random;
    CoPenalties penalties;
    CoBudget *budget;
    CoBest *best;           /**< improved in place */
    int64_t target;         /**< stop when best M x U + cost is at or below; INT64_MIN = off */
    int64_t changes_target; /**< and its changes too */
    int64_t cost_limit;     /**< comfort phase: cost a plan may have; -1 = minimise cost */
    void (*improved)(void *data); /**< after each better plan; NULL = none */
    void *data;
} CoSearch;

/** How many groups, of which classes, in which rooms (-1 = any), hoping for whom. */
typedef struct CoSketch {
    int n_groups;
    struct CoSketchGroup {
        int class_idx, room, lock;
        int *items; /**< owned */
        int n_items;
    } * groups;
} CoSketch;
void co_sketch_clear(CoSketch *sketch);
/** Empties the state and builds a plan along the sketch; groups for which no calendar is found are
 * left out. */
void co_search_construct(CoSearch *search, const CoSketch *sketch);

/** Empties the state and builds the plan that this one replaces, as far as it still can be; who has
 * no seat there takes another. */
void co_search_rebuild(CoSearch *search);
/** @return whether the best plan is where nothing more is looked for */
bool co_search_is_at_target(const CoSearch *search);

/** Anneals for @p n_moves from the state as it stands, from temperature @p hot to @p cold (cents).
 */
void co_search_anneal(CoSearch *search, int64_t n_moves, double hot, double cold);

/** Notes the state as best when it is whole and better. @return whether it was */
bool co_search_note(CoSearch *search);
