/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_bound.h  The dated lower bound of a whole problem. Private to solver/. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "search.h"

typedef struct CoDatedAims {
    int64_t aim;   /**< cost of the best plan known: nothing above it is looked for */
    int64_t floor; /**< a bound already proven: turns that cannot beat it are given up */
    CoBudget *budget;
} CoDatedAims;

/** Bounds the cost of every plan that places everybody, dates included: prices for the shared
 * things by subgradient steps and column generation at the counts of @p sketch, then each class
 * over all its counts (dated_counts.h); again at the counts found while that lifts the bound.
 * @param bound  gets the proven bound, above floor and at most aim
 * @return false when nothing above the floor was proven (or the problem is not of the kind that can
 * be priced, or the budget ended first) */
bool co_dated_improve(const CoGrouping *grouping, const CoSketch *sketch, const CoDatedAims *aims,
                      int64_t *bound);
