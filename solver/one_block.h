/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file one_block.h  The order of battle for classes that have to be planned together.
 * Private to solver/.
 *
 * A plan at once, a proven bound without dates, an exact answer where the problem is small, then
 * search and dated bound side by side in epochs, polish and comfort until the budget is spent. In
 * an epoch search and bound know nothing of one another, so that two threads or one give the same
 * answer. */
#pragma once
#include <stdbool.h>

#include "cohorte/grouping.h"

typedef struct CoBlockStart {
    const CoGroupingPlan *plan; /**< begin with this plan, as far as it holds; NULL = none */
    bool no_bounds;             /**< whoever asks has bounds already, */
    bool has_bound;             /**< such as this one of stage 1: the search stops at it */
    int64_t bound;
} CoBlockStart;

/** A block on its way to a plan. */
typedef struct CoBlockRun CoBlockRun;

/** @param grouping  outlives the run @param start  NULL = from nothing; outlives the first step */
CoBlockRun *co_block_run_new(const CoGrouping *grouping, const CoGroupingOptions *options,
                             const CoBlockStart *start);
void co_block_run_free(CoBlockRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoBlockRun, co_block_run_free)
/** One step: first a plan, then a first bound, then epoch after epoch. May be called from another
 * thread than the step before. @return whether there is more to do within the budget */
bool co_block_run_step(CoBlockRun *run);
/** Ends stage 1 where it stands and seeks comfort with what is left of the budget. The run is then
 * good for nothing but co_block_run_free(). @return (transfer full) never NULL */
CoGroupingPlan *co_block_run_end(CoBlockRun *run);

/** All steps and the end: the same as co_grouping_solve(), all classes as one block.
 * @return (transfer full) never NULL */
CoGroupingPlan *co_one_block_solve(const CoGrouping *grouping, const CoGroupingOptions *options,
                                   const CoBlockStart *start);
