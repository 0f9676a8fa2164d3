/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_counts.h  A dated lower bound over all group counts, class by class. Private to
 * solver/dated*.c.
 *
 * With the shared things (rooms, FM1, trainers, R07 to R09) at fixed prices the classes fall apart.
 * For one class every way to spread its groups over rooms (a count vector) has its own bound, and
 * one pricing of the rooms improves the bounds of all vectors at once; the class is worth at least
 * the least of them. That keeps the counts whole, which the linear relaxation does not. */
#pragma once
#include "dated_price.h"
#include "search.h"

/** What is bounded, and with which prices. */
typedef struct CoDatedClass {
    CoDatedPricer *pricer;
    const CoGrouping *grouping;
    int class_idx;
    CoDatedPrices
        *prices; /**< shared prices stand; item prices are the start and end as the best found */
    CoBudget *budget;
} CoDatedClass;

/** Least cost of seating everybody of the class, shared prices included, over all count vectors.
 * @param steps   price rounds at most
 * @param counts  gets the vector of the answer, by local room; untouched when there is none
 * @return a safe bound; -INFINITY when the vectors are too many to list, +INFINITY when none seats
 * all */
double co_dated_class_bound(const CoDatedClass *of, int steps, int *counts);
