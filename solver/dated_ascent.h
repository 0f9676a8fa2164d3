/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_ascent.h  Good prices for the dated relaxation by subgradient steps, without a
 * linear program: each step prices every room once. Private to solver/dated*.c. */
#pragma once
#include "dated_price.h"
#include "search.h"

typedef struct CoDatedAscent {
    const CoGrouping *grouping;
    CoDatedPricer *pricer;
    const int *counts; /**< groups by class and local room, classes one after the other */
    int n_steps;
    double aim;    /**< value the bound is thought to reach (a plan's cost) */
    double enough; /**< stop at this bound */
    CoBudget *budget;
} CoDatedAscent;

/** Climbs from @p prices and leaves the best prices met there. @return their safe bound */
double co_dated_ascend(const CoDatedAscent *ascent, CoDatedPrices *prices);
