/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file dated_bound.h  The dated lower bound of a whole problem, in steps that can be resumed.
 * Private to solver/.
 *
 * Every step takes the group counts that look cheapest by all cuts so far (dated_counts.h), climbs
 * to good prices there (dated_ascent.h), first with dates dropped, then with dates, and adds the
 * cut they prove. The bound is the least of the counts left; it never falls. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "cohorte/grouping.h"
#include "search.h"

typedef struct CoDatedBounder CoDatedBounder;

/** @param fm1_floor  by slot, what FM1 costs whatever happens here, which the bound then leaves
 * out; NULL = nothing; copied
 * @param aim  cost of a known plan, FM1 paid: counts that cannot be below it are not looked at
 * @return NULL when the problem is not of the kind that can be priced, or has too many counts */
CoDatedBounder *co_dated_bounder_new(const CoGrouping *grouping, const double *fm1_floor,
                                     int64_t aim);
void co_dated_bounder_free(CoDatedBounder *bounder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CoDatedBounder, co_dated_bounder_free)

/** Goes on lifting the bound until the budget's work reaches @p until (the climb begun is ended),
 * the budget is spent, or nothing more comes.
 * @param aim  cost of the best plan known: nothing above it is looked for; never above an earlier
 * aim
 * @return whether more could come with more budget */
bool co_dated_bounder_run(CoDatedBounder *bounder, int64_t aim, int64_t until, CoBudget *budget);

/** @param bound  gets a cost that no plan placing everybody is below, in whole cents and never
 * above the aims given
 * @return false while nothing was proven */
bool co_dated_bounder_bound(const CoDatedBounder *bounder, int64_t *bound);
