/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file expected.h  The figures a whole campaign must give (attendu.csv), recomputed from what was
 * imported. */
#pragma once
#include "cohorte/campaign.h"
#include "cohorte/problem.h"

/** Compares every key of "<folder>/attendu.csv" that an import can tell; keys about plans are
 * passed over. Fails the test on the first difference.
 * @return how many keys were compared */
int expected_check(const char *folder, const CoCampaign *campaign, const CoProblemList *problems);
/** Compares the people one by one, in order, with the rows of "<folder>/besoins.csv". */
void expected_check_people(const char *folder, const CoCampaign *campaign);
/** The same in whatever order, by e-mail. */
void expected_check_people_by_email(const char *folder, const CoCampaign *campaign);
/** Compares what was set aside, answer by answer, with the rows of "<folder>/attendu/rejets.csv".
 */
void expected_check_rejects(const char *folder, const CoProblemList *problems);
