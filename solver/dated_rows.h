/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_rows.h  The rows of the dated master that enter only when broken. Private to
 * solver/dated*.c. */
#pragma once
#include <glib.h>

#include "dated_price.h"
#include "lp.h"

typedef enum {
    CO_DATED_ROOM,
    CO_DATED_FM1,
    CO_DATED_TRAINER,
    CO_DATED_LOAD,
    CO_DATED_OFFICE,
    CO_DATED_HEADS,
} CoDatedRowKind;

/** One row: what `who` uses in `slot` (CO_DATED_LOAD: over the plan) is at most `limit`. */
typedef struct CoDatedRow {
    CoDatedRowKind kind;
    int who, slot;
    double limit;
    int lp_row;
} CoDatedRow;

/** @return what one group of that column uses of the row */
double co_dated_row_use(const CoGrouping *grouping, const CoDatedRow *row,
                        const CoDatedColumn *column);

/** Finds rows broken by the columns at levels @p x and appends them (lp_row unset) to @p found,
 * of CoDatedRow, worst first, at most @p most. */
void co_dated_find_broken(const CoGrouping *grouping, const CoDatedColumn *columns, int n_columns,
                          const double *x, GArray *found, int most);

/** Adds to @p use, in the shape of the price arrays (`item`: times seated), what @p level groups of
 * the column use. */
void co_dated_add_use(const CoGrouping *grouping, const CoDatedColumn *column, double level,
                      CoDatedPrices *use);

/** @return what the prices promise before any group is taken: item prices less shared prices x
 * limits. Adding the best group values under the same prices gives a safe bound. */
double co_dated_price_balance(const CoGrouping *grouping, const CoDatedPrices *prices);

/** Where the price of a row stands in the price arrays. */
double *co_dated_row_price(const CoGrouping *grouping, CoDatedPrices *prices,
                           const CoDatedRow *row);
