/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file check_view.h  What the independent checker found, for a reader or a program. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
#include "cohorte/check.h"
#include "session.h"
G_BEGIN_DECLS

/** @return whether a plan may be stored and published: no rule broken, tiers and list of unplaced
 * persons as stated */
bool co_check_is_sound(const CoCheckReport *report);
/** Every rule with its outcome, then the recomputed tiers. */
void co_check_show(const CoTerminal *terminal, const CoCampaign *campaign, const CoPlan *plan,
                   const CoCheckReport *report);
/** Only what is wrong. */
void co_check_show_faults(const CoTerminal *terminal, const CoCampaign *campaign,
                          const CoPlan *plan, const CoCheckReport *report);
/** Adds the object `controle`. */
void co_check_write(CoJson *json, const CoCampaign *campaign, const CoPlan *plan,
                    const CoCheckReport *report);
G_END_DECLS
