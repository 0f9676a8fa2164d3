/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file pack.h  Establishments kept whole (R12): classes packed by branch and price, dates
 * dropped. Private to solver/.
 *
 * A proven lower bound on the cost of any plan that seats everybody, the sum of the classes'
 * cheapest packings. Where dates, trainers and continuity leave the packing as it is, the plan made
 * from it costs just that, and so is proven optimal. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "search.h"

/** @return whether some item is more than one person, so that seats have to be packed */
bool co_pack_applies(const CoGrouping *grouping);

typedef struct CoPackBound {
    int64_t unplaced; /**< no plan leaves less weight unplaced */
    int64_t cost;     /**< no plan that leaves just that weight unplaced costs less */
} CoPackBound;

/** Packs the classes, each with an even share of half the budget left, and offers the plan built on
 * the packings to the search's best. The search's state is overwritten.
 * @return whether a bound was proven */
bool co_pack_improve(CoSearch *search, CoPackBound *bound);
