/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_ascent.h  Good prices for given group counts by the volume algorithm, without a
 * linear program: each step prices every room that holds groups once. Private to solver/.
 *
 * Steps start from the best prices met so far and follow a running mean of what the priced groups
 * use beyond the limits (Barahona and Anbil 2000). On our problems it comes nearer in 300 steps
 * than column generation in ten times their cost. */
#pragma once
#include "dated_price.h"
#include "search.h"

/** Where groups come from. */
typedef struct CoGroupSource {
    /** @return the least reduced cost of a group of that class and room, +inf when none exists */
    double (*price)(void *data, const CoDatedPrices *prices, int class_idx, int room);
    /** Adds what @p n groups like the one just priced use. */
    void (*add_use)(void *data, const CoDatedPrices *prices, int n, CoDatedPrices *use);
    /** @return work of one price() of that class */
    int64_t (*work)(void *data, int class_idx);
    void *data;
} CoGroupSource;

typedef struct CoDatedAscent {
    const CoGrouping *grouping;
    const CoGroupSource *source;
    const int *counts;       /**< groups by class and local room, classes one after the other */
    const double *fm1_floor; /**< by slot: what FM1 costs whatever happens here; NULL = 0 */
    int only_class;          /**< this class and its items alone, all other prices 0; -1 = all */
    int n_steps;
    double aim;    /**< value the bound is thought to reach (a plan's cost) */
    double enough; /**< stop at this bound */
    CoBudget *budget;
} CoDatedAscent;

/** Climbs from @p prices, raised to the floor where they are below it, and leaves the best prices
 * met there. @return their safe bound, +inf when
 * a room of the counts holds no group at all */
double co_dated_ascend(const CoDatedAscent *ascent, CoDatedPrices *prices);
