/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file random_campaign.h  Small random campaigns: over the seeds every table, parameter and kind
 * of module takes every kind of value, in combinations that nobody would think of. The same seed
 * gives the same campaign everywhere. Many cannot place everybody. */
#pragma once
#include "cohorte/campaign.h"
#include "cohorte/plan.h"

/** @param published  plan whose groups are locked at random; NULL = no lock
 * @return (transfer full) a finished campaign of about ten persons */
CoCampaign *co_random_campaign(guint32 seed, const CoPlan *published);
