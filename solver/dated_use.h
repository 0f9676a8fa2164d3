/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_use.h  What groups use of everything that has a price, and what the prices promise.
 * Private to solver/dated*.c. */
#pragma once
#include "dated_price.h"

/** Adds to @p use, in the shape of the price arrays (`item`: times seated), what @p level groups of
 * the column use. */
void co_dated_add_use(const CoGrouping *grouping, const CoDatedColumn *column, double level,
                      CoDatedPrices *use);

/** Colleagues who share cars fill them as a whole at best: 4 with 3 seats need 2 cars, wherever
 * they sit, while mixtures of groups would pay 4 / 3.
 * @return the cars that the item and all who share with it need, when it is the first of them and
 * that is more than their persons by the seats; else 0 */
int co_dated_cars_wanted(const CoGrouping *grouping, int item);

/** @return what the prices promise before any group is taken: item prices less shared prices x
 * limits. Adding the best group values under the same prices gives a safe bound.
 * @param fm1_floor  by slot, what FM1 costs whatever happens here and is paid for elsewhere: only
 * what is above it counts, and no FM1 price may be below it; NULL = 0 */
double co_dated_price_balance(const CoGrouping *grouping, const CoDatedPrices *prices,
                              const double *fm1_floor);
