/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file fm1_share.h  Blocks that share nothing but FM1, brought under its capacity (R05), and the
 * price that proves what this costs at least. Private to solver/. */
#pragma once
#include <stdbool.h>

#include "blocks.h"

typedef struct CoFm1Part {
    CoBlock *block;
    CoGroupingPlan **plan; /**< replaced by a plan that makes room; bounds stay valid */
} CoFm1Part;

/** @return whether the plans together use more of FM1 than there is in some slot */
bool co_fm1_is_overbooked(const CoGrouping *whole, const CoFm1Part *parts, int n_parts);

/** Plans blocks again, one after the other, within what the others leave of FM1, until the capacity
 * is kept. Then, with what is left of the budget, FM1 gets a price per slot: the sum of the blocks'
 * bounds at that price, less price x capacity, bounds the whole; the first block's bound takes the
 * difference when it is higher than the sum of the plain bounds.
 * @return false when a block has no plan in what is left for it: the whole has to be planned as one
 */
bool co_fm1_share(const CoGrouping *whole, const CoFm1Part *parts, int n_parts,
                  const CoGroupingOptions *options);
