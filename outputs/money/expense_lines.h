/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file expense_lines.h  The two steps that make the lines of expenses.h. Private to
 * outputs/money/. */
#pragma once
#include "expenses.h"
#include "scale.h"
G_BEGIN_DECLS

/** Who goes where when, in the order of expenses.h, with what the plan's cost holds for it; the
 * ways, rights and amounts are still to be set. Implemented by outputs/money/expense_trips.c.
 * @return (transfer full) of #CoExpenseLine */
GArray *co_expense_trips(const CoCampaign *campaign, const CoPlan *plan);

/** Sets ways, rights, hours and amounts. Implemented by outputs/money/expense_amounts.c. */
void co_expense_amounts(const CoCampaign *campaign, const CoScale *scale, CoExpenseLine *lines,
                        int n_lines);
G_END_DECLS
