/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_use.h  What groups use of everything that has a price, and what the prices promise.
 * Private to solver/dated*.c. */
#pragma once
#include "dated_price.h"

/** Adds to @p use, in the shape of the price arrays (`item`: times seated), what @p level groups of
 * the column use. */
void co_dated_add_use(const CoGrouping *grouping, const CoDatedColumn *column, double level,
                      CoDatedPrices *use);

/** @return what the prices promise before any group is taken: item prices less shared prices x
 * limits. Adding the best group values under the same prices gives a safe bound. */
double co_dated_price_balance(const CoGrouping *grouping, const CoDatedPrices *prices);
