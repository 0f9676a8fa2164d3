/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file plan_view.h  What a plan is worth and whom it leaves out, for a reader or a program.
 * Private to planner/front/. A gap that is not proven is never shown as a number. */
#pragma once
#include <glib.h>
#include "cohorte/check.h"
#include "cohorte/plan.h"
#include "session.h"
G_BEGIN_DECLS

/** Whom a plan was to place (as the data were then) and whom it does; seats reserved for someone
 * unknown are apart. */
typedef struct CoPlanTally {
    int n_wanted, n_placed;
    int n_seats, n_seats_placed;
} CoPlanTally;
CoPlanTally co_plan_tally(const CoCampaign *campaign, const CoPlan *plan);
/** @return (transfer full) ", et 4 places réservées", ", et 3 places réservées sur 4"; "" when none
 * is reserved */
char *co_plan_seats_text(const CoPlanTally *tally);
/** @return (transfer full) "3 personnes non placées, et 1 place réservée" of these words */
char *co_plan_unplaced_text(const CoPlanTally *tally, const char *singular, const char *plural);
/** @return (transfer full) "au plus 0,37 % au-dessus du minimum prouvé (45 501,00 €)", "le minimum
 * prouvé", or "écart non prouvé" */
char *co_plan_gap_text(const CoTier *tier, bool proven);
/** @return whether trainers' time counts in costs; where it does not, every cost says so */
bool co_plan_trainer_rate_is_set(const CoCampaign *campaign);
/** @return (transfer full) "45 673,20 €", or "21 119,36 €, temps de formateur à renseigner" */
char *co_plan_cost_text(const CoCampaign *campaign, int64_t cents);
/** The summary of a plan that the checker accepted: persons, groups, cost and its gap, how the run
 * ended.
 * @param elapsed_s  time it took; negative = not shown */
void co_plan_show(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                  double elapsed_s);
/** Each unplaced person with the reason and the remedy. */
void co_plan_show_unplaced(const CoTerminal *terminal, const CoCampaign *campaign,
                           const CoPlan *plan);
/** Adds the object `plan`. */
void co_plan_write(CoJson *json, const CoCampaign *campaign, const CoPlan *plan);
G_END_DECLS
