/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file undated.h  The undated relaxation (MODEL.md §4): rooms, members, trainers and counts stay,
 * every date is dropped. Its optimum is a proven lower bound; its solution guides the search.
 * Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "search.h"

typedef struct CoUndated {
    bool has_unplaced_bound;
    int64_t unplaced_bound; /**< no plan leaves less weight unplaced */
    bool has_cost_bound;
    int64_t cost_bound; /**< no plan with exactly that weight unplaced costs less */
    bool has_sketch;
    CoSketch sketch; /**< rooms, counts and members of the relaxation's best solution */
    int64_t work;    /**< simplex iterations */
    bool was_timed;  /**< the clock cut a proof short: another machine may answer otherwise */
} CoUndated;

/** Solves the relaxation, block by block (classes that share no trainer and no room are apart).
 * @param best_unplaced  weight unplaced in a known plan, -1 = none known; 0 saves a solve
 * @param budget  its limits are kept; the work done is not added to it */
void co_undated_solve(const CoGrouping *grouping, int64_t best_unplaced, const CoBudget *budget,
                      CoUndated *out);
void co_undated_clear(CoUndated *undated);
