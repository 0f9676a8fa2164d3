/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated.h  The dated relaxation for given group counts: a proven lower bound by column
 * generation. Private to solver/.
 *
 * A column is a whole group (class, room, pattern, team, members). The master covers every item and
 * takes exactly counts[class, room] groups; rooms, FM1, trainers, R07, R08 and R09 enter as rows
 * when a solution breaks them. Prices are smoothed towards the best ones known, and every round
 * gives a safe bound, valid whatever the LP engine answered. Columns and rows are kept from call to
 * call. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "dated_price.h"
#include "search.h"

typedef struct CoDated CoDated;

/** @return NULL when the problem cannot be priced exactly (see co_dated_can_price()) */
CoDated *co_dated_new(const CoGrouping *grouping);
void co_dated_free(CoDated *dated);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDated, co_dated_free)

/** Position of a class and local room in counts arrays of co_dated_n_counts() entries. */
int co_dated_count_index(const CoDated *dated, int class_idx, int room);
int co_dated_n_counts(const CoDated *dated);

/** Cost of a plan that places everybody with these counts is at least the answer: subgradient steps
 * for a start, then column generation. Stops early when the bound reaches @p aim, a plan's cost.
 * Work (pricing rounds + simplex iterations / 10) is added to @p budget.
 * @return the bound, -INFINITY when nothing was proven; rounded by nobody yet */
double co_dated_bound(CoDated *dated, const int *counts, double aim, CoBudget *budget);
/** @return the prices behind the last answer, (transfer none) */
const CoDatedPrices *co_dated_best_prices(const CoDated *dated);
