/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file counts.h  How many of what a campaign holds. Private to planner/front/.
 *
 * Persons are those named or counted by establishments; seats kept for someone unknown
 * (reserver_places) are apart. A person with several roles counts under the first one. */
#pragma once
#include <glib.h>
#include "cohorte/campaign.h"
#include "session.h"
G_BEGIN_DECLS

/** @return (transfer full) "72 établissements sur 73 ont répondu (98,63 %), 233 personnes à
 * former." */
char *co_counts_summary(const CoCampaign *campaign);
/** @return (transfer full) "233 personnes, plus 4 places réservées" */
char *co_counts_people(const CoCampaign *campaign);
/** The whole table. */
void co_counts_show(const CoTerminal *terminal, const CoCampaign *campaign);
/** Adds the object `campagne`. */
void co_counts_write(CoJson *json, const CoCampaign *campaign);
G_END_DECLS
