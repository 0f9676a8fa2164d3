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
    bool no_bounds;             /**< whoever asks has bounds already */
} CoBlockStart;

/** The same as co_grouping_solve(), all classes as one block.
 * @param start  NULL = from nothing
 * @return (transfer full) never NULL */
CoGroupingPlan *co_one_block_solve(const CoGrouping *grouping, const CoGroupingOptions *options,
                                   const CoBlockStart *start);
