/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file absences.h  Who is away from which office, when; and the counting that rules share. */
#pragma once
#include "inspection.h"

/** Someone (or something) counted at a place in a slot. What the numbers stand for is the caller's.
 */
typedef struct CoTally {
    int place;
    int64_t slot;
    int who;
} CoTally;

/** Sorts by place, slot, who, and drops what is there twice. */
void co_tally_settle(GArray *tallies);
/** @return how many entries from @p first on share its place and slot, >= 1 */
guint co_tally_run(const GArray *tallies, guint first);
/** Adds one entry per half-day of the meeting. */
void co_tally_add(GArray *tallies, int place, const CoSitting *sitting, int who);

/** @return the number that stands for a human: the person's, or one past the persons */
int co_human_of_trainer(const CoCampaign *campaign, int trainer_idx);

/** Counts who is away from each finance office of the campaign.
 * @return (transfer full) by establishment, then slot; only where someone is away */
CoAbsence *co_absences_of_service(const CoInspection *inspection, int *n_absences);
