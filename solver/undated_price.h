/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file undated_price.h  Pricing of whole groups with dates dropped: a lower bound on what any
 * dated group of a class and room is worth, a thousand times cheaper. Private to solver/dated*.c.
 *
 * Only item and load prices are looked at; the others are not negative and can only add. Items of
 * several persons may be split, cars bring nothing (the bound of the fractional knapsack). */
#pragma once
#include "dated_ascent.h"

typedef struct CoUndatedPricer CoUndatedPricer;

CoUndatedPricer *co_undated_pricer_new(const CoGrouping *grouping);
void co_undated_pricer_free(CoUndatedPricer *pricer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoUndatedPricer, co_undated_pricer_free)
/** @return the least any group of the class costs before its items, +inf when it has no team */
double co_undated_least_group(const CoUndatedPricer *pricer, int class_idx);
/** @return the least that all items of the class cost together, each where it is cheapest */
double co_undated_least_items(const CoUndatedPricer *pricer, int class_idx);
/** @return the pricer as a source of groups; valid as long as it lives */
CoGroupSource co_undated_source(CoUndatedPricer *pricer);
