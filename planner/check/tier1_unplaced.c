/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tiers.h"

/* @return (transfer full) how often the plan lists each person as unplaced; NULL when it lists
 * someone who is not in the campaign */
static int *count_listed(const CoInspection *inspection)
{
    const CoPlan *plan = inspection->plan;
    int n_people = inspection->campaign->n_people;
    g_autofree int *n_listed = g_new0(int, (gsize)n_people + 1);
    for (int i = 0; plan->unplaced != NULL && i < plan->n_unplaced; i++) {
        int person_idx = plan->unplaced[i].person_idx;
        if (person_idx < 0 || person_idx >= n_people)
            return NULL;
        n_listed[person_idx]++;
    }
    return g_steal_pointer(&n_listed);
}

void co_tier1_unplaced(const CoInspection *inspection, CoCheckReport *report)
{
    const CoCampaign *campaign = inspection->campaign;
    g_autofree int *n_listed = count_listed(inspection);
    report->unplaced_agree = n_listed != NULL;
    for (int i = 0; i < campaign->n_people; i++) {
        bool placed = inspection->team_of_person[i] >= 0;
        bool missing = !placed && co_person_needs_group(campaign, i);
        report->n_placed += placed ? 1 : 0;
        report->unplaced_weight += missing ? campaign->people[i].weight : 0;
        if (n_listed != NULL && n_listed[i] != (missing ? 1 : 0))
            report->unplaced_agree = false;
    }
}
